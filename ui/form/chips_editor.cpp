// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/chips_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/text_block.h"
#include "ui/widgets/flow_layout.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>

namespace andu::ui {

namespace {

constexpr double ChipHeight = 24;
constexpr double CrossWidth = 18;
constexpr double ArrowSpace = 24;
constexpr double LeastEmptyLine = 64;
constexpr double LeastLine = 32;

} // namespace

Chip::Chip(const FormLook &look, const QString &text, bool isRemovable, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_text(text)
    , m_isRemovable(isRemovable)
{
    setAccessibleName(text);
    setToolTip(text.toHtmlEscaped());
    setFixedSize(sizeHint());
}

QSize Chip::sizeHint() const
{
    const int text = std::min(naturalWidth(m_text, m_look.font(TypeStep::Base)), m_look.px(320));
    return { text + m_look.px(16 + (m_isRemovable ? CrossWidth : 0)), m_look.px(ChipHeight) };
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.colour(Token::AccentWeak));
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setFont(m_look.font(TypeStep::Base));
    painter.setPen(m_look.colour(Token::Text));
    const int cross = m_isRemovable ? m_look.px(CrossWidth) : 0;
    const QRect box = rect().adjusted(m_look.px(8), 0, -m_look.px(6) - cross, 0);
    painter.drawText(box,
                     Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, box.width() + 2));
    if (m_isRemovable) {
        const int size = m_look.px(14);
        const QRect place(width() - cross - m_look.px(2), (height() - size) / 2, size, size);
        painter.drawPixmap(place, m_look.theme().pixmap(u"close"_s, Token::Text2, size, 2));
    }
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isRemovable && event->position().x() > width() - m_look.px(CrossWidth + 4)) {
        Q_EMIT removed();
    }
}

void paintChipFrame(QPainter &painter, const FormLook &look, QRect box, bool hasFocus, bool isBad)
{
    const double width = hasFocus ? 2 : 1;
    const Token token = isBad ? Token::Danger : hasFocus ? Token::Accent : Token::Line2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.colour(token), width));
    painter.setBrush(look.colour(Token::Surface));
    const double half = width / 2;
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), 6, 6);
}

void ChipsEditor::setInvalid(bool isInvalid)
{
    m_isInvalid = isInvalid;
    update();
}

void ChipsEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChipFrame(painter, look(), rect(), m_line->hasFocus(), m_isInvalid);
    const int size = look().px(12);
    const int top = (std::min(height(), look().px(32)) - size) / 2;
    painter.drawPixmap(QRect(width() - size - look().px(7), top, size, size),
                       theme().pixmap(u"chevron-down"_s, Token::Text2, size, 2));
}

/// The frame looks like one input: a click anywhere in it starts typing and shows the choices.
void ChipsEditor::mousePressEvent(QMouseEvent *)
{
    m_line->setFocus(Qt::MouseFocusReason);
    if (m_line->completer()) {
        m_line->completer()->setCompletionPrefix(m_line->text());
        m_line->completer()->complete();
    }
}

ChipsEditor::ChipsEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_flow(new FlowLayout(look().px(4), look().px(4)))
    , m_line(new QLineEdit)
    , m_isOnlySelect(module().is(forms::ModuleKind::Select)
                     || forms::isYes(module().json.value("onlySelect"_L1)))
    , m_most(forms::scalarText(module().json, "count"_L1).toInt())
{
    if (module().is(forms::ModuleKind::Select)
        && (forms::isYes(module().json.value("allowCreate"_L1))
            || forms::isYes(module().json.value("allowInput"_L1)))) {
        m_isOnlySelect = false;
    }
    setLayout(m_flow);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_flow->setContentsMargins(look().px(6), look().px(3), look().px(ArrowSpace), look().px(3));
    m_line->setProperty("role", u"bare"_s);
    m_flow->addWidget(m_line);
    setInput(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { Q_EMIT host().typed(); });
    showOptions();
}

QString ChipsEditor::textOf(const QString &value) const
{
    for (const forms::Option &option : state().options) {
        if (option.value == value) {
            return option.text;
        }
    }
    return value;
}

void ChipsEditor::showOptions()
{
    QStringList texts;
    for (const forms::Option &option : state().options) {
        texts.append(option.text);
    }
    if (auto *old = m_line->completer()) {
        old->deleteLater();
    }
    auto *completer = new QCompleter(texts, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    connect(
        completer,
        qOverload<const QString &>(&QCompleter::activated),
        this,
        [this](const QString &text) {
            add(text);
            m_line->clear();
        },
        Qt::QueuedConnection);
    showValue();
}

void ChipsEditor::showValue()
{
    m_values = forms::textsIn(stored());
    qDeleteAll(m_chips);
    m_chips.clear();
    m_flow->removeWidget(m_line);
    for (qsizetype place = 0; place < m_values.size(); ++place) {
        auto *chip = new Chip(look(), textOf(m_values[place]), true, this);
        connect(
            chip, &Chip::removed, this, [this, place] { removeAt(place); }, Qt::QueuedConnection);
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    // Words begin where those of other inputs do; chips have an edge of their own.
    QMargins margins = m_flow->contentsMargins();
    // What is chosen says enough; a hint would only push the cursor to a second line.
    const bool isEmpty = m_chips.isEmpty();
    m_line->setPlaceholderText(isEmpty ? (m_isOnlySelect ? tr("Choose…") : tr("Choose or type…"))
                                       : QString());
    m_flow->setLastFills(look().px(isEmpty ? LeastEmptyLine : LeastLine));
    const int edge = look().px(isEmpty ? 5 : 4);
    margins.setLeft(look().px(isEmpty ? 9 : 5));
    margins.setTop(edge);
    margins.setBottom(edge);
    m_flow->setContentsMargins(margins);
    m_flow->addWidget(m_line);
    updateGeometry();
}

void ChipsEditor::add(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || (m_most > 0 && m_values.size() >= m_most && m_most != 1)) {
        return;
    }
    QString value;
    for (const forms::Option &option : state().options) {
        if (option.text == text || (value.isEmpty() && option.value == text)) {
            value = option.value;
        }
    }
    if (value.isEmpty() && m_isOnlySelect) {
        return;
    }
    value = value.isEmpty() ? text : value;
    if (m_most == 1) {
        m_values.clear();
    }
    if (!m_values.contains(value)) {
        m_values.append(value);
        writeValues();
    }
}

void ChipsEditor::removeAt(qsizetype place)
{
    if (place >= 0 && place < m_values.size()) {
        m_values.removeAt(place);
        writeValues();
    }
}

void ChipsEditor::writeValues()
{
    write(QJsonArray::fromStringList(m_values));
    showValue();
}

void ChipsEditor::commit()
{
    const QString typed = m_line->text();
    if (!typed.trimmed().isEmpty()) {
        m_line->clear();
        add(typed);
    }
}

bool ChipsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnd = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
            || key->text() == u","_s || key->text() == u"，"_s || key->text() == u";"_s;
        if (isEnd && !m_line->text().isEmpty()) {
            commit();
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty()) {
            removeAt(m_values.size() - 1);
            return true;
        }
        if (key->key() == Qt::Key_Down && m_line->text().isEmpty() && m_line->completer()) {
            m_line->completer()->setCompletionPrefix({});
            m_line->completer()->complete();
            return true;
        }
    } else if (watched == m_line && event->type() == QEvent::MouseButtonPress
               && m_line->text().isEmpty() && m_line->completer()) {
        m_line->completer()->setCompletionPrefix({});
        m_line->completer()->complete();
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace andu::ui
