// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/seal_dialog.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/view/background.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/print_job.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int DialogWidth = 480;
constexpr int PreviewHeight = 112;
constexpr double UsualWidthMm = 42;
constexpr double SignatureWidthMm = 50;
constexpr double LineHeightMm = 5;

template <typename Widget>
Widget *named(Widget *widget, const QString &name, const QString &accessible)
{
    widget->setObjectName(name);
    widget->setAccessibleName(accessible);
    return widget;
}

} // namespace

SealDialog::SealDialog(SealMode mode,
                       const QList<pdf::StoredSeal> &seals,
                       const SealOffice &office,
                       int pageCount,
                       const Theme &theme,
                       QWidget *parent)
    : QDialog(parent)
    , m_mode(mode)
    , m_seals(seals)
    , m_office(office)
    , m_pageCount(pageCount)
    , m_theme(theme)
    , m_form(new QFormLayout)
    , m_seal(named(new QComboBox, u"sealChoice"_s, tr("Seal")))
    , m_picture(named(new QLineEdit, u"sealPicture"_s, tr("Picture")))
    , m_width(named(new QDoubleSpinBox, u"sealWidth"_s, tr("Width in millimetres")))
    , m_preview(new QLabel)
    , m_keyPlace(named(new QComboBox, u"keyPlace"_s, tr("Key")))
    , m_keyPath(named(new QLineEdit, u"keyPath"_s, tr("Key file")))
    , m_secret(named(new QLineEdit, u"keySecret"_s, tr("Password or PIN")))
    , m_reason(named(new QLineEdit, u"sealReason"_s, tr("Reason")))
    , m_location(named(new QLineEdit, u"sealLocation"_s, tr("Place of signing")))
    , m_certify(named(new QComboBox, u"sealCertify"_s, tr("Changes allowed afterwards")))
    , m_rule(named(new QComboBox, u"placeRule"_s, tr("Place on the page")))
    , m_words(named(new QLineEdit, u"placeWords"_s, tr("Words")))
    , m_pages(named(new QLineEdit, u"sealPages"_s, tr("Pages")))
    , m_edge(named(new QComboBox, u"seamEdge"_s, tr("Edge")))
    , m_which(named(new QComboBox, u"seamWhich"_s, tr("Which pages")))
    , m_applicant(named(new QLineEdit, u"sealApplicant"_s, tr("Applicant")))
    , m_approver(named(new QLineEdit, u"sealApprover"_s, tr("Approved by")))
    , m_approval(named(new QLineEdit, u"sealApproval"_s, tr("Approval number")))
    , m_problem(new QLabel)
    , m_continue(new QPushButton(mode == SealMode::Seam ? tr("Show on the pages")
                                                        : tr("Place it on the page")))
{
    setObjectName(u"sealDialog"_s);
    setWindowTitle(mode == SealMode::Sign       ? tr("Sign")
                       : mode == SealMode::Seam ? tr("Seam seal")
                                                : tr("Seal"));
    setMinimumWidth(DialogWidth);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildLook();
    buildKey();
    buildPlace();
    buildApproval();
    m_problem->setObjectName(u"sealProblem"_s);
    m_problem->setProperty("role", u"danger"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    connect(m_seal, &QComboBox::currentIndexChanged, this, &SealDialog::updateRows);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &SealDialog::updateRows);
    connect(m_keyPlace, &QComboBox::currentIndexChanged, this, &SealDialog::updateRows);
    connect(m_picture, &QLineEdit::textChanged, this, &SealDialog::showSeal);
    updateRows();
}

QLayout *SealDialog::makeButtons()
{
    m_continue->setObjectName(u"sealContinue"_s);
    m_continue->setProperty("role", u"primary"_s);
    m_continue->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_continue);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_continue, &QPushButton::clicked, this, &SealDialog::tryKey);
    return buttons;
}

QWidget *SealDialog::withBrowse(QLineEdit *edit, const QString &filter)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this, edit, filter] {
        auto *dialog = new QFileDialog(this, {}, {}, filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return row;
}

void SealDialog::buildLook()
{
    for (const pdf::StoredSeal &seal :
         m_mode == SealMode::Sign ? QList<pdf::StoredSeal>() : m_seals) {
        m_seal->addItem(seal.name, seal.name);
    }
    if (m_mode == SealMode::Sign) {
        m_seal->addItem(tr("Name and date"));
        m_seal->addItem(tr("Handwriting from a picture"));
        m_seal->addItem(tr("Nothing visible"));
    } else {
        m_seal->addItem(tr("A picture file"));
    }
    m_width->setRange(5, 500);
    m_width->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_width->setDecimals(1);
    m_width->setSuffix(tr(" mm"));
    m_width->setValue(m_mode == SealMode::Sign ? SignatureWidthMm : UsualWidthMm);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFixedHeight(PreviewHeight);
    m_form->addRow(m_mode == SealMode::Sign ? tr("Appearance") : tr("Seal"), m_seal);
    m_pictureRow = withBrowse(m_picture, tr("Pictures (*.png *.bmp *.jpg *.gif)"));
    m_form->addRow(tr("Picture"), m_pictureRow);
    m_form->addRow(tr("Width"), m_width);
    m_form->addRow(QString(), m_preview);
}

void SealDialog::buildKey()
{
    m_keyPlace->addItem(tr("Certificate file (.p12, .pfx)"), int(KeyPlace::Pkcs12));
    m_keyPlace->addItem(tr("Token with a PKCS#11 library"), int(KeyPlace::Pkcs11));
    m_keyPlace->addItem(tr("Token with an SKF library"), int(KeyPlace::Skf));
    m_secret->setEchoMode(QLineEdit::Password);
    m_form->addRow(tr("Key"), m_keyPlace);
    m_form->addRow(
        tr("Key file"),
        withBrowse(m_keyPath, tr("Keys and libraries (*.p12 *.pfx *.so);;All files (*)")));
    m_form->addRow(tr("Password or PIN"), m_secret);
    m_form->addRow(tr("Reason"), m_reason);
    m_form->addRow(tr("Place of signing"), m_location);
    m_certify->addItem(tr("Not restricted"), 0);
    m_certify->addItem(tr("Certify: nothing"), 1);
    m_certify->addItem(tr("Certify: filling in fields and signing"), 2);
    m_certify->addItem(tr("Certify: also comments"), 3);
    m_form->addRow(tr("Changes afterwards"), m_certify);
}

void SealDialog::buildPlace()
{
    m_rule->addItem(tr("By mouse"), int(PlaceRule::Mouse));
    m_rule->addItem(tr("Over organ and date (GB/T 9704)"), int(PlaceRule::NameAndDate));
    m_rule->addItem(tr("At a word in the text"), int(PlaceRule::Keyword));
    m_form->addRow(tr("Place on the page"), m_rule);
    m_form->addRow(tr("Words"), m_words);
    m_pages->setPlaceholderText(m_mode == SealMode::Seam
                                    ? tr("All, or for example 1-20")
                                    : tr("The page in sight, or for example 1-3,7"));
    m_form->addRow(tr("Pages"), m_pages);
    m_edge->addItem(tr("Right edge"), int(pdf::Edge::Right));
    m_edge->addItem(tr("Left edge"), int(pdf::Edge::Left));
    m_form->addRow(tr("Edge"), m_edge);
    m_which->addItem(tr("Every page"), int(pdf::PageChoice::All));
    m_which->addItem(tr("Odd pages only (printed on both sides)"), int(pdf::PageChoice::Odd));
    m_which->addItem(tr("Even pages only"), int(pdf::PageChoice::Even));
    m_form->addRow(tr("Which pages"), m_which);
}

void SealDialog::buildApproval()
{
    m_applicant->setText(m_office.applicant);
    m_approver->setText(m_office.approver);
    m_approval->setText(m_office.approval);
    m_form->addRow(tr("Applicant"), m_applicant);
    m_form->addRow(tr("Approved by"), m_approver);
    m_form->addRow(tr("Approval number"), m_approval);
}

void SealDialog::chooseSeal(const QString &name)
{
    const int at = m_seal->findData(name);
    if (at >= 0) {
        m_seal->setCurrentIndex(at);
    }
}

void SealDialog::updateRows()
{
    const auto row = [this](QWidget *field, bool isShown) {
        QWidget *label = m_form->labelForField(field);
        field->setVisible(isShown);
        if (label) {
            label->setVisible(isShown);
        }
    };
    const bool isStored = m_seal->currentData().isValid();
    const int appearance = m_seal->currentIndex();
    const bool hasPicture = !isStored && (m_mode != SealMode::Sign || appearance == 1);
    const bool isVisible = m_mode != SealMode::Sign || appearance != 2;
    row(m_pictureRow, hasPicture);
    row(m_width, !isStored && isVisible);
    row(m_certify, m_mode == SealMode::Sign);
    const bool isSeam = m_mode == SealMode::Seam;
    const auto rule = PlaceRule(m_rule->currentData().toInt());
    row(m_rule, !isSeam && isVisible);
    row(m_words, !isSeam && isVisible && rule != PlaceRule::Mouse);
    row(m_pages, isVisible && (isSeam || rule == PlaceRule::Mouse));
    row(m_edge, isSeam);
    row(m_which, isSeam);
    const bool isRegistered = isStored && !m_office.registerPath.isEmpty();
    for (QLineEdit *edit : { m_applicant, m_approver, m_approval }) {
        row(edit, isRegistered);
    }
    m_secret->setPlaceholderText(
        m_keyPlace->currentIndex() == 0 ? tr("Asked for each use, never kept") : tr("PIN"));
    showSeal();
    adjustSize();
}

void SealDialog::showSeal()
{
    const auto shown = look({});
    const bool isVisible = shown && !shown->picture.isNull();
    m_preview->setVisible(isVisible);
    if (isVisible) {
        const double ratio = devicePixelRatioF();
        QPixmap pixmap = QPixmap::fromImage(
            shown->picture.scaled(QSize(PreviewHeight * 2, PreviewHeight) * ratio,
                                  Qt::KeepAspectRatio,
                                  Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_preview->setPixmap(pixmap);
    }
}

Result<SealDialog::Appearance> SealDialog::look(const QStringList &lines) const
{
    for (const pdf::StoredSeal &seal : m_seals) {
        if (m_seal->currentData().isValid() && seal.name == m_seal->currentData().toString()) {
            return Appearance{ { pdf::Picture(seal.picture), seal.sizeMm, {} }, seal.picture };
        }
    }
    const double width = m_width->value();
    if (m_mode == SealMode::Sign && m_seal->currentIndex() != 1) {
        const QStringList shown = m_seal->currentIndex() == 0 ? lines : QStringList();
        const double rows = double(std::max<qsizetype>(1, shown.size()));
        return Appearance{ { {}, QSizeF(width, LineHeightMm * rows), shown }, {} };
    }
    const auto picture = pdf::readPicture(m_picture->text());
    if (!picture) {
        return tl::unexpected<Error>(picture.error());
    }
    const QSizeF size(width, width * picture->height() / picture->width());
    return Appearance{ { pdf::Picture(*picture), size, {} }, *picture };
}

void SealDialog::complain(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    m_continue->setEnabled(true);
}

SealPlan SealDialog::typedPlan()
{
    SealPlan plan;
    plan.mode = m_mode;
    plan.key.place = KeyPlace(m_keyPlace->currentData().toInt());
    plan.key.path = m_keyPath->text();
    plan.key.secret = takeSecret(*m_secret);
    plan.reason = m_reason->text().trimmed();
    plan.location = m_location->text().trimmed();
    const int certify = m_certify->currentData().toInt();
    plan.certify = certify > 0 ? std::optional(certify) : std::nullopt;
    plan.rule = PlaceRule(m_rule->currentData().toInt());
    plan.words = m_words->text().trimmed();
    plan.pages = m_pages->text().trimmed();
    plan.seam.edge = pdf::Edge(m_edge->currentData().toInt());
    plan.seam.pages = pdf::PageChoice(m_which->currentData().toInt());
    plan.applicant = m_applicant->text().trimmed();
    plan.approver = m_approver->text().trimmed();
    plan.approval = m_approval->text().trimmed();
    for (const pdf::StoredSeal &seal : m_seals) {
        if (m_seal->currentData().isValid() && seal.name == m_seal->currentData().toString()) {
            plan.seal = seal;
        }
    }
    return plan;
}

void SealDialog::tryKey()
{
    m_problem->hide();
    const auto shown = look({ u"x"_s });
    if (!shown) {
        complain(tr("Choose a picture of the seal."));
        return;
    }
    const QList<int> pages = pagesOf(m_pages->text(), m_pageCount);
    if (pages.isEmpty()) {
        complain(tr("These pages are not in the document."));
        return;
    }
    if (m_keyPath->text().isEmpty()) {
        complain(tr("Choose the key file."));
        return;
    }
    SealPlan plan = typedPlan();
    if (plan.mode == SealMode::Seam && !plan.pages.isEmpty()) {
        plan.seam.firstPage = pages.first();
        plan.seam.lastPage = pages.last();
    }
    m_continue->setEnabled(false);
    const auto identify = [key = plan.key]() -> Result<pdf::Identity> {
        const auto signer = openSigner(key);
        return signer ? Result<pdf::Identity>((*signer)->identity())
                      : tl::unexpected<Error>(signer.error());
    };
    whenDone(
        pdf::view::inBackground(identify), this, [this, plan](const Result<pdf::Identity> &who) {
            if (!who) {
                complain(who.error().code == ErrorCode::NotFound
                             ? tr("The key cannot be found there.")
                             : pdfErrorText(who.error()));
                return;
            }
            finish(*who, plan);
        });
}

void SealDialog::finish(const pdf::Identity &identity, SealPlan plan)
{
    const QDateTime now = QDateTime::currentDateTime();
    if (now < identity.notBeforeUtc || now > identity.notAfterUtc) {
        complain(tr("The certificate of this key is not valid today."));
        return;
    }
    const auto shown
        = look({ identity.commonName, QLocale().toString(now.date(), QLocale::ShortFormat) });
    if (!shown) {
        complain(pdfErrorText(shown.error()));
        return;
    }
    plan.look = shown->look;
    plan.picture = shown->picture;
    Q_EMIT planReady(plan);
    accept();
}

} // namespace andu::ui
