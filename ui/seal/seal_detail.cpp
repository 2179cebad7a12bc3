// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_detail.h"

#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"
#include "ui/seal/certificate_files.h"
#include "ui/seal/seal_list_model.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace andu::ui {

namespace {

constexpr int PanelWidth = 312;
constexpr int PictureHeight = 216;
constexpr double SquareMm = 10;
constexpr int MostPerDay = 9999;
constexpr qsizetype MostEarlier = 5;

} // namespace

TrueSizeSeal::TrueSizeSeal(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(PictureHeight);
}

void TrueSizeSeal::setSeal(const QImage &picture, const QSizeF &sizeMm)
{
    m_picture = picture;
    m_sizeMm = sizeMm;
    update();
}

void TrueSizeSeal::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), m_theme.colour(Token::Surface));
    const double pxPerMm = screen()->physicalDotsPerInch() / 25.4;
    painter.setPen(m_theme.colour(Token::Line));
    const QPointF middle = QRectF(rect()).center();
    const double square = SquareMm * pxPerMm;
    for (double x = std::fmod(middle.x(), square); x < width(); x += square) {
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
    for (double y = std::fmod(middle.y(), square); y < height(); y += square) {
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
    if (m_picture.isNull()) {
        return;
    }
    QRectF at(QPointF(0, 0), m_sizeMm * pxPerMm);
    at.moveCenter(middle);
    painter.drawImage(at, m_picture);
    painter.setFont(m_theme.font(TypeStep::Caption));
    painter.setPen(m_theme.colour(Token::Text2));
    painter.drawText(rect().adjusted(0, 0, -12, -6),
                     Qt::AlignRight | Qt::AlignBottom,
                     tr("True size %1 mm").arg(QLocale().toString(m_sizeMm.width())));
}

SealDetail::SealDetail(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(named(new QLabel, u"sealName"_s, tr("Seal")))
    , m_chip(named(new QLabel, u"sealState"_s, tr("State")))
    , m_picture(new TrueSizeSeal(theme))
    , m_rows(makeFormRows())
    , m_use(named(new QPushButton(tr("Seal with this")), u"sealUse"_s, tr("Seal with this")))
    , m_handOver(named(new QPushButton(tr("Hand over…")), u"sealHandOver"_s, tr("Hand over…")))
    , m_more(named(new QToolButton, u"sealMenu"_s, tr("More")))
{
    setObjectName(u"pdfPanel"_s);
    setFixedWidth(PanelWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addWidget(m_picture);
    auto *rows = new QWidget;
    rows->setLayout(m_rows);
    m_rows->setContentsMargins(16, 16, 16, 16);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(10);
    layout->addWidget(rows);
    layout->addStretch();
    auto *line = new QFrame;
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    layout->addWidget(line);
    layout->addLayout(makeFoot());
    connect(&m_theme, &Theme::changed, this, &SealDetail::refreshIcons);
    refreshIcons();
    showSeal({}, 0);
}

QLayout *SealDetail::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 14);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(m_theme.font(TypeStep::Heading));
    m_name->setWordWrap(true);
    m_chip->setProperty("role", u"chip"_s);
    m_chip->setFont(m_theme.font(TypeStep::Caption));
    head->addWidget(m_name, 1);
    head->addWidget(m_chip);
    return head;
}

QLayout *SealDetail::makeFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    foot->setSpacing(8);
    m_use->setProperty("role", u"primary"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(makeMenu());
    m_more->setToolTip(tr("More"));
    foot->addWidget(m_use);
    foot->addWidget(m_handOver);
    foot->addWidget(m_more);
    foot->addStretch();
    connect(m_use, &QPushButton::clicked, this, [this] {
        Q_EMIT sealWanted(m_seal ? m_seal->name : QString());
    });
    connect(m_handOver, &QPushButton::clicked, this, &SealDetail::askCustodian);
    return foot;
}

QMenu *SealDetail::makeMenu()
{
    auto *menu = new QMenu(this);
    m_freeze = menu->addAction(tr("Freeze"), this, [this] {
        pdf::StoredSeal seal = *m_seal;
        seal.isFrozen = !seal.isFrozen;
        Q_EMIT changed(seal);
    });
    m_freeze->setObjectName(u"sealFreeze"_s);
    menu->addAction(tr("Uses a day…"), this, &SealDetail::askPerDay);
    menu->addAction(tr("Bind to a certificate…"), this, &SealDetail::chooseCertificate);
    m_unbind = menu->addAction(tr("Release from its certificates"), this, [this] {
        pdf::StoredSeal seal = *m_seal;
        seal.certificates.clear();
        Q_EMIT changed(seal);
    });
    return menu;
}

void SealDetail::refreshIcons()
{
    m_use->setIcon(m_theme.icon(u"seal"_s, Token::OnAccent));
    m_handOver->setIcon(m_theme.icon(u"forward"_s));
    m_more->setIcon(m_theme.icon(u"more"_s));
}

void SealDetail::askCustodian()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"custodianDialog"_s);
    dialog->setWindowTitle(tr("Hand over"));
    dialog->setLabelText(tr("Who keeps the seal from now on? Empty: it is handed in."));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        pdf::StoredSeal seal = *m_seal;
        pdf::handOver(seal, name.trimmed(), QDateTime::currentDateTimeUtc());
        Q_EMIT changed(seal);
    });
    dialog->open();
}

void SealDetail::askPerDay()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"perDayDialog"_s);
    dialog->setWindowTitle(tr("Uses a day"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setLabelText(tr("How often may it be used in one day? 0: not limited."));
    dialog->setIntRange(0, MostPerDay);
    dialog->setIntValue(m_seal->perDay.value_or(0));
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int count) {
        pdf::StoredSeal seal = *m_seal;
        seal.perDay = count > 0 ? std::optional(count) : std::nullopt;
        Q_EMIT changed(seal);
    });
    dialog->open();
}

void SealDetail::chooseCertificate()
{
    auto *dialog = new QFileDialog(
        this, tr("Bind to a certificate"), {}, tr("Certificates (*.cer *.crt *.pem *.der)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SealDetail::bindTo);
    dialog->open();
}

void SealDetail::bindTo(const QString &certificateFile)
{
    const auto found = certificatesIn(certificateFile);
    if (found.isEmpty()) {
        Q_EMIT failed(tr("This file holds no certificate."));
        return;
    }
    pdf::StoredSeal seal = *m_seal;
    seal.certificates.append(
        QString::fromLatin1(found.first().digest(QCryptographicHash::Sha256).toHex()));
    seal.certificates.removeDuplicates();
    Q_EMIT changed(seal);
}

void SealDetail::addRow(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        return;
    }
    auto *label = new QLabel(name);
    label->setProperty("role", u"secondary"_s);
    label->setAlignment(Qt::AlignTop);
    auto *shown = new QLabel(value);
    shown->setTextFormat(Qt::PlainText);
    shown->setWordWrap(true);
    for (QLabel *each : { label, shown }) {
        each->setFont(m_theme.font(TypeStep::Small));
    }
    m_rows->addRow(label, shown);
}

void SealDetail::showSeal(const std::optional<pdf::StoredSeal> &seal, int usedToday)
{
    while (m_rows->rowCount() > 0) {
        m_rows->removeRow(0);
    }
    m_seal = seal;
    m_name->setText(seal ? seal->name : tr("No seal chosen"));
    m_picture->setSeal(seal ? seal->picture : QImage(), seal ? seal->sizeMm : QSizeF());
    m_chip->setVisible(seal.has_value());
    m_handOver->setEnabled(seal.has_value());
    m_more->setEnabled(seal.has_value());
    m_use->setEnabled(false);
    if (!seal) {
        return;
    }
    const SealValidity validity = validityOf(*seal, QDateTime::currentDateTimeUtc());
    m_use->setEnabled(validity == SealValidity::Valid);
    m_chip->setText(validityText(validity));
    m_chip->setProperty("tone", validity == SealValidity::Valid ? u"ok"_s : u"danger"_s);
    m_chip->style()->unpolish(m_chip);
    m_chip->style()->polish(m_chip);
    m_freeze->setText(seal->isFrozen ? tr("Release") : tr("Freeze"));
    m_unbind->setEnabled(!seal->certificates.isEmpty());
    fillRows(usedToday);
}

void SealDetail::fillRows(int usedToday)
{
    const auto day = [](const std::optional<QDateTime> &utc) {
        return utc ? utc->toLocalTime().toString(u"yyyy-MM-dd"_s) : u"…"_s;
    };
    const QString custodian = pdf::custodianOf(*m_seal);
    addRow(tr("Custody"), custodian.isEmpty() ? tr("Nobody") : custodian);
    addRow(tr("Shape"), shapeText(*m_seal));
    addRow(tr("Used today"),
           m_seal->perDay ? tr("%1 of %2").arg(usedToday).arg(*m_seal->perDay)
                          : QString::number(usedToday));
    if (m_seal->validFromUtc || m_seal->validUntilUtc) {
        addRow(tr("Validity"),
               tr("%1 to %2").arg(day(m_seal->validFromUtc), day(m_seal->validUntilUtc)));
    }
    addRow(tr("Kind"),
           m_seal->esl.isEmpty() ? tr("Picture with a certificate")
                                 : tr("Electronic seal (GB/T 38540)"));
    QStringList certificates;
    for (const QString &digest : std::as_const(m_seal->certificates)) {
        certificates.append(digest.left(16).toUpper());
    }
    addRow(tr("Certificate"), certificates.isEmpty() ? tr("Any") : certificates.join(u'\n'));
    QStringList earlier;
    for (const SealCustody &custody : std::as_const(m_seal->custody)) {
        if (custody.untilUtc) {
            earlier.prepend(
                tr("%1, %2 to %3")
                    .arg(custody.custodian, day(custody.fromUtc), day(custody.untilUtc)));
        }
    }
    addRow(tr("Kept before"), earlier.mid(0, MostEarlier).join(u'\n'));
}

} // namespace andu::ui
