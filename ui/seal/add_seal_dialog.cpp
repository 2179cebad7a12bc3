// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/add_seal_dialog.h"

#include "core/base/literals.h"
#include "core/pdf/appearance.h"
#include "ui/pdf/form_rows.h"
#include "ui/pdf/pdf_text.h"
#include "ui/seal/certificate_files.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr qint64 MaxSealFileBytes = 8 << 20;
constexpr int PreviewPx = 150;
constexpr int MostPerDay = 9999;

enum Source { Drawn, PictureFile, SealFile };

void setUpMillimetres(QDoubleSpinBox *box, double value)
{
    box->setRange(5, 120);
    box->setDecimals(1);
    box->setSuffix(AddSealDialog::tr(" mm"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setValue(value);
}

} // namespace

AddSealDialog::AddSealDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_form(new QFormLayout)
    , m_source(named(new QComboBox, u"addSealSource"_s, tr("Where from")))
    , m_name(named(new QLineEdit, u"addSealName"_s, tr("Name")))
    , m_custodian(named(new QLineEdit, u"addSealCustodian"_s, tr("Custody")))
    , m_until(named(new QDateEdit, u"addSealUntil"_s, tr("Valid until")))
    , m_perDay(named(new QSpinBox, u"addSealPerDay"_s, tr("Uses a day")))
    , m_shape(named(new QComboBox, u"addSealShape"_s, tr("Shape")))
    , m_text(named(new QLineEdit, u"addSealText"_s, tr("Text")))
    , m_row(named(new QLineEdit, u"addSealRow"_s, tr("Words below")))
    , m_centre(named(new QComboBox, u"addSealCentre"_s, tr("Centre")))
    , m_width(named(new QDoubleSpinBox, u"addSealWidth"_s, tr("Width")))
    , m_height(named(new QDoubleSpinBox, u"addSealHeight"_s, tr("Height")))
    , m_fileRow(new QWidget)
    , m_file(named(new QLineEdit, u"addSealFile"_s, tr("File")))
    , m_preview(new QLabel)
    , m_problem(new QLabel)
{
    setObjectName(u"addSealDialog"_s);
    setWindowTitle(tr("Add a seal"));
    setMinimumWidth(440);
    buildForm();
    m_preview->setFixedHeight(PreviewPx + 10);
    m_preview->setAlignment(Qt::AlignCenter);
    m_problem->setObjectName(u"addSealProblem"_s);
    m_problem->setProperty("role", u"danger"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_preview);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    connectFields();
    refresh();
}

void AddSealDialog::buildForm()
{
    m_source->addItems({ tr("Drawn from data"), tr("A picture"), tr("Electronic seal (.esl)") });
    m_shape->addItems({ tr("Round"), tr("Oval"), tr("Square"), tr("Rectangle") });
    m_centre->addItems({ tr("Empty"), tr("Star"), tr("Emblem from a picture") });
    m_centre->setCurrentIndex(1);
    setUpMillimetres(m_width, 42);
    setUpMillimetres(m_height, 42);
    auto *file = new QHBoxLayout(m_fileRow);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(8);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &AddSealDialog::chooseFile);
    file->addWidget(m_file, 1);
    file->addWidget(browse);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->addRow(tr("Where from"), m_source);
    m_form->addRow(tr("File"), m_fileRow);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Shape"), m_shape);
    m_form->addRow(tr("Text"), m_text);
    m_form->addRow(tr("Words below"), m_row);
    m_form->addRow(tr("Centre"), m_centre);
    m_form->addRow(tr("Width"), m_width);
    m_form->addRow(tr("Height"), m_height);
    m_form->addRow(tr("Custody"), m_custodian);
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_until->setMinimumDate(QDate::currentDate().addDays(-1));
    m_until->setSpecialValueText(tr("Not limited"));
    m_until->setDate(m_until->minimumDate());
    m_perDay->setRange(0, MostPerDay);
    m_perDay->setSpecialValueText(tr("Not limited"));
    m_perDay->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_form->addRow(tr("Valid until"), m_until);
    m_form->addRow(tr("Uses a day"), m_perDay);
}

QLayout *AddSealDialog::makeButtons()
{
    auto *add = named(new QPushButton(tr("Add")), u"addSealAdd"_s, tr("Add"));
    add->setProperty("role", u"primary"_s);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &AddSealDialog::submit);
    return buttons;
}

void AddSealDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, {}, {}, tr("Seals (*.esl *.png *.bmp *.jpg *.gif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void AddSealDialog::connectFields()
{
    for (QComboBox *box : { m_source, m_shape, m_centre }) {
        connect(box, &QComboBox::currentIndexChanged, this, &AddSealDialog::refresh);
    }
    for (QLineEdit *edit : { m_text, m_row, m_file }) {
        connect(edit, &QLineEdit::textChanged, this, &AddSealDialog::refresh);
    }
    for (QDoubleSpinBox *box : { m_width, m_height }) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &AddSealDialog::refresh);
    }
}

Result<pdf::StoredSeal> AddSealDialog::drawn() const
{
    static const QStringList kinds{ u"round"_s, u"oval"_s, u"square"_s, u"rectangle"_s };
    pdf::SealDesign design;
    design.shape = pdf::SealShape(m_shape->currentIndex());
    const bool isEven
        = design.shape == pdf::SealShape::Round || design.shape == pdf::SealShape::Square;
    design.sizeMm = QSizeF(m_width->value(), isEven ? m_width->value() : m_height->value());
    design.text = m_text->text().trimmed();
    design.row = m_row->text().trimmed();
    design.centre = pdf::SealCentre(m_centre->currentIndex());
    if (design.centre == pdf::SealCentre::Emblem) {
        auto emblem = pdf::readPicture(m_file->text());
        if (!emblem) {
            return tl::unexpected<Error>(emblem.error());
        }
        design.emblem = std::move(*emblem);
    }
    const auto picture = pdf::drawSeal(design);
    if (!picture) {
        return tl::unexpected<Error>(picture.error());
    }
    pdf::StoredSeal seal;
    seal.kind = kinds.at(m_shape->currentIndex());
    seal.sizeMm = design.sizeMm;
    seal.picture = *picture;
    return seal;
}

Result<pdf::StoredSeal> AddSealDialog::fromFile() const
{
    if (m_source->currentIndex() == PictureFile) {
        const auto picture = pdf::readPicture(m_file->text());
        if (!picture) {
            return tl::unexpected<Error>(picture.error());
        }
        pdf::StoredSeal seal;
        seal.kind = u"imported"_s;
        seal.picture = *picture;
        seal.sizeMm
            = QSizeF(m_width->value(), m_width->value() * picture->height() / picture->width());
        return seal;
    }
    QFile file(m_file->text());
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxSealFileBytes) {
        return fail(ErrorCode::BadInput, u"the file cannot be read"_s);
    }
    return pdf::importEsl(file.readAll(), QDateTime::currentDateTimeUtc(), m_makers);
}

void AddSealDialog::setTrust(const TrustSettings &trust)
{
    m_makers.clear();
    QStringList files = trust.files;
    for (const QString &folder : trust.folders) {
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
            files.append(file.filePath());
        }
    }
    for (const QString &file : std::as_const(files)) {
        for (const QSslCertificate &certificate : certificatesIn(file)) {
            m_makers.append(certificate.toDer());
        }
    }
    refresh();
}

Result<pdf::StoredSeal> AddSealDialog::seal() const
{
    auto made = m_source->currentIndex() == Drawn ? drawn() : fromFile();
    if (made) {
        const QString name = m_name->text().trimmed();
        made->name = name.isEmpty() ? made->name : name;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        pdf::handOver(*made, m_custodian->text().trimmed(), now);
        if (m_until->date() > m_until->minimumDate() && m_source->currentIndex() != SealFile) {
            made->validFromUtc = now;
            made->validUntilUtc = m_until->date().endOfDay().toUTC();
        }
        if (m_perDay->value() > 0) {
            made->perDay = m_perDay->value();
        }
    }
    return made;
}

void AddSealDialog::refresh()
{
    const int source = m_source->currentIndex();
    const auto row = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    };
    const bool hasEmblem = m_centre->currentIndex() == int(pdf::SealCentre::Emblem);
    row(m_fileRow, source != Drawn || hasEmblem);
    for (QWidget *field : { static_cast<QWidget *>(m_shape),
                            static_cast<QWidget *>(m_text),
                            static_cast<QWidget *>(m_row),
                            static_cast<QWidget *>(m_centre) }) {
        row(field, source == Drawn);
    }
    const bool hasHeight
        = source == Drawn && (m_shape->currentIndex() == 1 || m_shape->currentIndex() == 3);
    row(m_height, hasHeight);
    row(m_width, source != SealFile);
    row(m_until, source != SealFile); // an electronic seal brings its own
    m_problem->hide();
    const auto made = seal();
    m_preview->setPixmap({});
    if (made && !made->picture.isNull()) {
        const double ratio = devicePixelRatioF();
        QPixmap pixmap
            = QPixmap::fromImage(made->picture.scaled(QSize(PreviewPx * 2, PreviewPx) * ratio,
                                                      Qt::KeepAspectRatio,
                                                      Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_preview->setPixmap(pixmap);
    }
    adjustSize();
}

void AddSealDialog::submit()
{
    const auto made = seal();
    if (made && !made->name.isEmpty()) {
        Q_EMIT sealMade(*made);
        accept();
        return;
    }
    const bool isRefused = !made && made.error().code == ErrorCode::Refused;
    m_problem->setText(made                                    ? tr("Give the seal a name.")
                           : m_source->currentIndex() == Drawn ? tr("Type the text of the seal.")
                           : isRefused                         ? pdfErrorText(made.error())
                                       : tr("This file holds no seal that can be used."));
    m_problem->show();
}

} // namespace andu::ui
