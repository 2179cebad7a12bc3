// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/certificate_dialog.h"

#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"

#include <QDialogButtonBox>
#include <QSslCertificate>
#include <QTabWidget>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int DialogWidth = 520;
constexpr int MostShown = 8;
constexpr qsizetype MaxNameLength = 200;

QString nameText(const QSslCertificate &certificate, bool isIssuer)
{
    using Info = QSslCertificate::SubjectInfo;
    QStringList parts;
    for (const Info info : { QSslCertificate::CommonName,
                             QSslCertificate::OrganizationalUnitName,
                             QSslCertificate::Organization,
                             QSslCertificate::LocalityName,
                             QSslCertificate::CountryName }) {
        parts += isIssuer ? certificate.issuerInfo(info) : certificate.subjectInfo(info);
    }
    return parts.join(u", "_s).left(MaxNameLength);
}

/// The signer's first: the one that issued none of the others.
QList<QSslCertificate> ordered(const QList<QByteArray> &certificates)
{
    QList<QSslCertificate> all;
    for (const QByteArray &der : certificates) {
        all += QSslCertificate::fromData(der, QSsl::Der);
    }
    const auto isIssuer = [&all](const QSslCertificate &one) {
        return std::any_of(all.begin(), all.end(), [&one](const QSslCertificate &other) {
            return other != one && nameText(other, true) == nameText(one, false);
        });
    };
    std::stable_partition(
        all.begin(), all.end(), [&](const QSslCertificate &one) { return !isIssuer(one); });
    return all;
}

} // namespace

CertificateDialog::CertificateDialog(const QList<QByteArray> &certificates,
                                     const Theme &theme,
                                     QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_tabs(named(new QTabWidget, u"certificateTabs"_s, tr("Certificates")))
{
    setObjectName(u"certificateDialog"_s);
    setWindowTitle(tr("Certificate"));
    setMinimumWidth(DialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_tabs);
    for (const QSslCertificate &certificate : ordered(certificates).mid(0, MostShown)) {
        QString title = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
        title = fontMetrics().elidedText(title, Qt::ElideRight, DialogWidth / 3);
        m_tabs->addTab(makePage(certificate), title.replace(u'&', u"&&"_s));
    }
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

void CertificateDialog::addRow(QFormLayout &rows, const QString &name, const QString &value) const
{
    auto *label = new QLabel(name);
    label->setProperty("role", u"secondary"_s);
    label->setAlignment(Qt::AlignTop);
    auto *shown = new QLabel(value.isEmpty() ? tr("None") : value);
    shown->setTextFormat(Qt::PlainText);
    shown->setWordWrap(true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel *each : { label, shown }) {
        each->setFont(m_theme.font(TypeStep::Small));
    }
    rows.addRow(label, shown);
}

QWidget *CertificateDialog::makePage(const QSslCertificate &certificate) const
{
    auto *page = new QWidget;
    auto *rows = makeFormRows(page);
    rows->setContentsMargins(12, 12, 12, 12);
    const auto day
        = [](const QDateTime &time) { return time.toLocalTime().toString(u"yyyy-MM-dd"_s); };
    addRow(*rows, tr("Issued to"), nameText(certificate, false));
    addRow(*rows, tr("Issued by"), nameText(certificate, true));
    addRow(*rows,
           tr("Validity"),
           tr("%1 to %2").arg(day(certificate.effectiveDate()), day(certificate.expiryDate())));
    addRow(*rows, tr("Serial number"), QString::fromLatin1(certificate.serialNumber()));
    addRow(
        *rows,
        tr("SHA-256"),
        QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(' ')).toUpper());
    return page;
}

} // namespace andu::ui
