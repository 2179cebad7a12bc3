// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_detail.h"

#include "core/base/literals.h"
#include "ui/seal/seal_list_model.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <cmath>

namespace andu::ui {

namespace {

constexpr int PanelWidth = 312;
constexpr int PictureHeight = 216;
constexpr double SquareMm = 10;

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
    , m_name(new QLabel)
    , m_chip(new QLabel)
    , m_picture(new TrueSizeSeal(theme))
    , m_rows(new QFormLayout)
    , m_use(new QPushButton(tr("Seal with this")))
{
    setObjectName(u"pdfPanel"_s);
    setFixedWidth(PanelWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 14);
    m_name->setObjectName(u"sealName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(theme.font(TypeStep::Heading));
    m_name->setWordWrap(true);
    m_chip->setProperty("role", u"chip"_s);
    m_chip->setFont(theme.font(TypeStep::Caption));
    head->addWidget(m_name, 1);
    head->addWidget(m_chip);
    layout->addLayout(head);
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
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    m_use->setObjectName(u"sealUse"_s);
    m_use->setProperty("role", u"primary"_s);
    foot->addWidget(m_use);
    foot->addStretch();
    layout->addLayout(foot);
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT sealWanted(m_sealName); });
    const auto recolour = [this] { m_use->setIcon(m_theme.icon(u"seal"_s, Token::OnAccent)); };
    connect(&m_theme, &Theme::changed, this, recolour);
    recolour();
    showSeal({}, 0);
}

void SealDetail::addRow(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        return;
    }
    auto *label = new QLabel(name);
    label->setProperty("role", u"secondary"_s);
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
    m_sealName = seal ? seal->name : QString();
    m_name->setText(seal ? seal->name : tr("No seal chosen"));
    m_picture->setSeal(seal ? seal->picture : QImage(), seal ? seal->sizeMm : QSizeF());
    m_chip->setVisible(seal.has_value());
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
    addRow(tr("Custody"), seal->custodian);
    addRow(tr("Shape"), shapeText(*seal));
    addRow(tr("Used today"),
           seal->perDay ? tr("%1 of %2").arg(usedToday).arg(*seal->perDay)
                        : QString::number(usedToday));
    const auto day = [](const std::optional<QDateTime> &utc) {
        return utc ? utc->toLocalTime().toString(u"yyyy-MM-dd"_s) : u"…"_s;
    };
    if (seal->validFromUtc || seal->validUntilUtc) {
        addRow(tr("Validity"),
               tr("%1 to %2").arg(day(seal->validFromUtc), day(seal->validUntilUtc)));
    }
    addRow(tr("Kind"),
           seal->esl.isEmpty() ? tr("Picture with a certificate")
                               : tr("Electronic seal (GB/T 38540)"));
    if (!seal->certificateSha256.isEmpty()) {
        addRow(tr("Certificate"), seal->certificateSha256.left(16).toUpper());
    }
}

} // namespace andu::ui
