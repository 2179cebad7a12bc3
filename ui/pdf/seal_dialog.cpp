// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/seal_dialog.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"
#include "ui/pdf/key_box.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/print_job.h"
#include "ui/pdf/signing_options.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int ColumnWidth = 420;
constexpr int PreviewHeight = 112;
constexpr double UsualWidthMm = 42;
constexpr double SignatureWidthMm = 50;
constexpr double LineHeightMm = 5;
constexpr int MostMarks = 9999;
constexpr double MostMm = 5000; ///< Large drawings.

QString titleOf(SealMode mode)
{
    return mode == SealMode::Sign ? SealDialog::tr("Sign")
        : mode == SealMode::Seam  ? SealDialog::tr("Seam seal")
                                  : SealDialog::tr("Seal");
}

} // namespace

SealDialog::SealDialog(const SealTask &task,
                       const SealOffice &office,
                       QSettings &settings,
                       const Theme &theme,
                       QWidget *parent)
    : QDialog(parent)
    , m_task(task)
    , m_office(office)
    , m_settings(settings)
    , m_theme(theme)
    , m_lookRows(makeFormRows())
    , m_approvalRows(makeFormRows())
    , m_seal(named(new QComboBox, u"sealChoice"_s, tr("Seal")))
    , m_picture(named(new QLineEdit, u"sealPicture"_s, tr("Picture")))
    , m_width(named(new QDoubleSpinBox, u"sealWidth"_s, tr("Width in millimetres")))
    , m_preview(new QLabel)
    , m_rule(named(new QComboBox, u"placeRule"_s, tr("Place on the page")))
    , m_left(named(new QDoubleSpinBox, u"placeLeft"_s, tr("From the left edge")))
    , m_top(named(new QDoubleSpinBox, u"placeTop"_s, tr("From the upper edge")))
    , m_words(named(new QLineEdit, u"placeWords"_s, tr("Words")))
    , m_pages(named(new QLineEdit, u"sealPages"_s, tr("Pages")))
    , m_edge(named(new QComboBox, u"seamEdge"_s, tr("Edge")))
    , m_which(named(new QComboBox, u"seamWhich"_s, tr("Which pages")))
    , m_key(new KeyBox(signingSettingsIn(settings), office.keys.get()))
    , m_options(new SigningOptions(task.facts, signingSettingsIn(settings)))
    , m_approvalTitle(named(new QLabel, u"sealApprovalTitle"_s, tr("Approval")))
    , m_applicant(named(new QLineEdit, u"sealApplicant"_s, tr("Applicant")))
    , m_approver(named(new QLineEdit, u"sealApprover"_s, tr("Approved by")))
    , m_approval(named(new QLineEdit, u"sealApproval"_s, tr("Approval number")))
    , m_approvedMarks(named(new QSpinBox, u"sealApprovedMarks"_s, tr("Impressions allowed")))
    , m_copies(named(new QSpinBox, u"sealCopies"_s, tr("Copies")))
    , m_documentNumber(named(new QLineEdit, u"sealDocumentNumber"_s, tr("Document number")))
    , m_recipient(named(new QLineEdit, u"sealRecipient"_s, tr("Sent to")))
    , m_problem(named(new QLabel, u"sealProblem"_s, tr("Problem")))
    , m_continue(new QPushButton)
{
    setObjectName(u"sealDialog"_s);
    setWindowTitle(titleOf(task.mode));
    buildLook();
    buildPlace();
    buildApproval();
    m_problem->setProperty("role", u"danger"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addLayout(makeColumns(), 1);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    for (QComboBox *box : { m_seal, m_rule }) {
        connect(box, &QComboBox::currentIndexChanged, this, &SealDialog::updateRows);
    }
    connect(m_options, &SigningOptions::fieldChanged, this, &SealDialog::updateRows);
    connect(m_picture, &QLineEdit::textChanged, this, &SealDialog::showSeal);
    updateRows();
}

/// Left what is seen on the page, right what it means.
QLayout *SealDialog::makeColumns()
{
    auto *left = new QVBoxLayout;
    left->addLayout(m_lookRows);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_key);
    right->addWidget(m_options);
    right->addLayout(m_approvalRows);
    auto *more = named(new QPushButton(tr("More…")), u"sealMore"_s, tr("More…"));
    more->setProperty("role", u"link"_s);
    more->setCheckable(true);
    more->setAutoDefault(false);
    connect(more, &QPushButton::toggled, this, [this, more](bool isOn) {
        more->setText(isOn ? tr("Less") : tr("More…"));
        m_options->showMore(isOn);
        adjustSize();
    });
    right->addWidget(more, 0, Qt::AlignLeft);
    right->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    setMinimumWidth(2 * ColumnWidth);
    alignLabels({ m_lookRows });
    alignLabels({ m_key->rows(), m_options->rows(), m_approvalRows });
    return columns;
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

QWidget *SealDialog::makePictureRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    layout->addWidget(m_picture, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, {}, {}, tr("Pictures (*.png *.bmp *.jpg *.gif)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, m_picture, &QLineEdit::setText);
        dialog->open();
    });
    return row;
}

void SealDialog::buildLook()
{
    const bool isSign = m_task.mode == SealMode::Sign;
    if (isSign) {
        m_seal->addItem(tr("Name and date"));
        m_seal->addItem(tr("Handwriting from a picture"));
        m_seal->addItem(tr("Nothing visible"));
    } else {
        for (const pdf::StoredSeal &seal : m_task.seals) {
            m_seal->addItem(seal.name, seal.name);
        }
        m_seal->addItem(tr("A picture file"));
    }
    m_width->setRange(5, 500);
    m_width->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_width->setDecimals(1);
    m_width->setSuffix(tr(" mm"));
    m_width->setValue(isSign ? SignatureWidthMm : UsualWidthMm);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFixedHeight(PreviewHeight);
    m_pictureRow = makePictureRow();
    m_lookRows->addRow(isSign ? tr("Appearance") : tr("Seal"), m_seal);
    m_lookRows->addRow(tr("Picture"), m_pictureRow);
    m_lookRows->addRow(tr("Width"), m_width);
    m_lookRows->addRow(QString(), m_preview);
}

QWidget *SealDialog::makePositionRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QDoubleSpinBox *box : { m_left, m_top }) {
        box->setRange(0, MostMm);
        box->setDecimals(1);
        box->setSuffix(tr(" mm"));
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        layout->addWidget(box, 1);
    }
    return row;
}

void SealDialog::buildPlace()
{
    m_rule->addItem(tr("By mouse"), int(PlaceRule::Mouse));
    m_rule->addItem(tr("At a position in millimetres"), int(PlaceRule::Position));
    m_rule->addItem(tr("Over organ and date (GB/T 9704)"), int(PlaceRule::NameAndDate));
    m_rule->addItem(tr("At a word in the text"), int(PlaceRule::Keyword));
    m_lookRows->addRow(tr("Place on the page"), m_rule);
    m_position = makePositionRow();
    m_lookRows->addRow(tr("From left and top"), m_position);
    m_lookRows->addRow(tr("Words"), m_words);
    m_pages->setPlaceholderText(m_task.mode == SealMode::Seam
                                    ? tr("All, or for example 1-20")
                                    : tr("The page in sight, or for example 1-3,7"));
    m_lookRows->addRow(tr("Pages"), m_pages);
    m_edge->addItem(tr("Right edge"), int(pdf::Edge::Right));
    m_edge->addItem(tr("Left edge"), int(pdf::Edge::Left));
    m_lookRows->addRow(tr("Edge"), m_edge);
    m_which->addItem(tr("Every page"), int(pdf::PageChoice::All));
    m_which->addItem(tr("Odd pages only (printed on both sides)"), int(pdf::PageChoice::Odd));
    m_which->addItem(tr("Even pages only"), int(pdf::PageChoice::Even));
    m_lookRows->addRow(tr("Which pages"), m_which);
}

void SealDialog::buildApproval()
{
    const SealApproval &approval = m_office.approval;
    m_approvalTitle->setText(approval.title);
    m_approvalTitle->setTextFormat(Qt::PlainText);
    m_approvalTitle->setWordWrap(true);
    m_applicant->setText(approval.applicant);
    m_approver->setText(approval.approver);
    m_approval->setText(approval.number);
    m_approvedMarks->setRange(0, MostMarks);
    m_approvedMarks->setSpecialValueText(tr("Not limited"));
    m_approvedMarks->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_approvedMarks->setValue(approval.marks.value_or(0));
    m_copies->setRange(1, MostMarks);
    m_copies->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_lookRows->addRow(tr("Document number"), m_documentNumber);
    m_lookRows->addRow(tr("Sent to"), m_recipient);
    m_lookRows->addRow(tr("Copies"), m_copies);
    m_approvalRows->addRow(tr("Approval"), m_approvalTitle);
    m_approvalRows->addRow(tr("Approval number"), m_approval);
    m_approvalRows->addRow(tr("Impressions allowed"), m_approvedMarks);
    m_approvalRows->addRow(tr("Applicant"), m_applicant);
    m_approvalRows->addRow(tr("Approved by"), m_approver);
}

void SealDialog::chooseSeal(const QString &name)
{
    const int at = m_seal->findData(name);
    if (at >= 0) {
        m_seal->setCurrentIndex(at);
    }
}

std::optional<pdf::StoredSeal> SealDialog::chosenSeal() const
{
    for (const pdf::StoredSeal &seal : m_task.seals) {
        if (m_seal->currentData().isValid() && seal.name == m_seal->currentData().toString()) {
            return seal;
        }
    }
    return std::nullopt;
}

void SealDialog::updateRows()
{
    const bool isStored = m_seal->currentData().isValid();
    const bool isSign = m_task.mode == SealMode::Sign;
    const bool isSeam = m_task.mode == SealMode::Seam;
    const int appearance = m_seal->currentIndex();
    const bool isVisible = !isSign || appearance != 2;
    // A field that is there already has its own place.
    const bool isPlaced = isVisible && !m_options->field();
    const auto rule = PlaceRule(m_rule->currentData().toInt());
    showRow(*m_lookRows, m_pictureRow, !isStored && (!isSign || appearance == 1));
    showRow(*m_lookRows, m_width, !isStored && isVisible);
    showRow(*m_lookRows, m_rule, isPlaced && !isSeam);
    const bool isByText = rule == PlaceRule::Keyword || rule == PlaceRule::NameAndDate;
    showRow(*m_lookRows, m_position, isPlaced && !isSeam && rule == PlaceRule::Position);
    showRow(*m_lookRows, m_words, isPlaced && !isSeam && isByText);
    showRow(*m_lookRows, m_pages, isPlaced && (isSeam || !isByText));
    showRow(*m_lookRows, m_edge, isPlaced && isSeam);
    showRow(*m_lookRows, m_which, isPlaced && isSeam);
    const bool isRegistered = isStored && m_office.book;
    showRow(*m_approvalRows, m_approvalTitle, isRegistered && !m_office.approval.title.isEmpty());
    for (QWidget *field : { static_cast<QWidget *>(m_approval),
                            static_cast<QWidget *>(m_approvedMarks),
                            static_cast<QWidget *>(m_applicant),
                            static_cast<QWidget *>(m_approver) }) {
        showRow(*m_approvalRows, field, isRegistered);
    }
    for (QWidget *field : { static_cast<QWidget *>(m_documentNumber),
                            static_cast<QWidget *>(m_recipient),
                            static_cast<QWidget *>(m_copies) }) {
        showRow(*m_lookRows, field, isRegistered);
    }
    const bool isDirect = m_options->field() || !isVisible;
    m_continue->setText(isDirect     ? (isSign ? tr("Sign now") : tr("Seal now"))
                            : isSeam ? tr("Show on the pages")
                                     : tr("Place it on the page"));
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
    if (const auto seal = chosenSeal()) {
        return Appearance{ { pdf::Picture(seal->picture), seal->sizeMm, {} }, seal->picture };
    }
    const double width = m_width->value();
    if (m_task.mode == SealMode::Sign && m_seal->currentIndex() != 1) {
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
    plan.mode = m_task.mode;
    plan.key = m_key->take();
    m_options->apply(plan);
    plan.rule = PlaceRule(m_rule->currentData().toInt());
    plan.atMm = QPointF(m_left->value(), m_top->value());
    plan.words = m_words->text().trimmed();
    plan.pages = m_pages->text().trimmed();
    plan.seam.edge = pdf::Edge(m_edge->currentData().toInt());
    plan.seam.pages = pdf::PageChoice(m_which->currentData().toInt());
    plan.approval = m_office.approval;
    plan.approval.applicant = m_applicant->text().trimmed();
    plan.approval.approver = m_approver->text().trimmed();
    plan.approval.number = m_approval->text().trimmed();
    const int marks = m_approvedMarks->value();
    plan.approval.marks = marks > 0 ? std::optional(marks) : std::nullopt;
    plan.seal = chosenSeal();
    plan.copies = m_copies->value();
    plan.documentNumber = m_documentNumber->text().trimmed();
    plan.recipient = m_recipient->text().trimmed();
    if (plan.mode == SealMode::Seam && !plan.pages.isEmpty()) {
        const QList<int> pages = pagesOf(plan.pages, m_task.pageCount);
        plan.seam.firstPage = pages.first();
        plan.seam.lastPage = pages.last();
    }
    return plan;
}

QString SealDialog::problem() const
{
    if (!look({ u"x"_s })) {
        return tr("Choose a picture of the seal.");
    }
    if (pagesOf(m_pages->text(), m_task.pageCount).isEmpty()) {
        return tr("These pages are not in the document.");
    }
    if (!m_key->isComplete()) {
        return tr("Choose the key file.");
    }
    return m_options->problem();
}

void SealDialog::tryKey()
{
    m_problem->hide();
    if (const QString text = problem(); !text.isEmpty()) {
        complain(text);
        return;
    }
    const SealPlan plan = typedPlan();
    m_continue->setEnabled(false);
    const auto identify = [key = plan.key]() -> Result<pdf::Identity> {
        const auto signer = openSigner(key);
        return signer ? Result<pdf::Identity>((*signer)->identity())
                      : tl::unexpected<Error>(signer.error());
    };
    whenDone(inBackground(identify), this, [this, plan](const Result<pdf::Identity> &who) {
        if (who) {
            finish(*who, plan);
        } else {
            complain(keyErrorText(who.error()));
        }
    });
}

void SealDialog::finish(const pdf::Identity &identity, SealPlan plan)
{
    const QDateTime now = QDateTime::currentDateTime();
    if (now < identity.notBeforeUtc || now > identity.notAfterUtc) {
        complain(tr("The certificate of this key is not valid today."));
        return;
    }
    const auto usable = plan.seal ? pdf::checkUsable(*plan.seal, identity.certificate, now.toUTC())
                                  : Result<void>();
    if (!usable) {
        complain(pdfErrorText(usable.error()));
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
    plan.isElectronic = plan.seal && !plan.seal->esl.isEmpty() && identity.key == pdf::KeyKind::Sm2;
    SigningSettings settings = signingSettingsIn(m_settings);
    m_key->keepIn(settings);
    m_options->keepIn(settings);
    keep(m_settings, settings);
    if (m_office.keys) {
        m_office.keys->remember(plan.key, settings);
    }
    Q_EMIT planReady(plan);
    accept();
}

} // namespace andu::ui
