// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/text_editors.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace andu::ui {

using forms::ModuleKind;

namespace {

int maxLength(const forms::Module &module)
{
    const QString limit
        = forms::scalarText(module.json.value("properties"_L1).toObject(), "maxlength"_L1);
    return limit.isEmpty() ? forms::scalarText(module.json, "maxlength"_L1).toInt() : limit.toInt();
}

QString placeholderOf(const forms::Module &module)
{
    const QString text = module.json.value("placeholder"_L1).toString();
    return text.isEmpty() ? module.json.value("description"_L1).toString() : text;
}

} // namespace

QString typedNumber(const QString &text, const forms::Module &module)
{
    QString plain = text.trimmed();
    for (QChar &letter : plain) {
        const char16_t code = letter.unicode();
        if (code >= u'０' && code <= u'９') {
            letter = QChar(char16_t(code - u'０' + u'0'));
        } else if (code == u'．') {
            letter = u'.';
        } else if (code == u'，') {
            letter = u',';
        } else if (code == u'－' || code == u'−') {
            letter = u'-';
        }
    }
    const QString prefix = module.json.value("prefix"_L1).toString().trimmed();
    const QString suffix = module.json.value("suffix"_L1).toString().trimmed();
    if (!prefix.isEmpty() && plain.startsWith(prefix)) {
        plain.remove(0, prefix.size());
    }
    if (!suffix.isEmpty() && plain.endsWith(suffix)) {
        plain.chop(suffix.size());
    }
    if (plain.startsWith(u'¥') || plain.startsWith(u'￥') || plain.startsWith(u'$')) {
        plain.remove(0, 1);
    }
    QString ungrouped = plain;
    ungrouped.remove(u',').remove(u' ');
    return forms::numberIn(ungrouped) ? ungrouped : text.trimmed();
}

LineEditor::LineEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_line(new QLineEdit)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    m_line->setPlaceholderText(placeholderOf(module()));
    if (const int length = maxLength(module()); length > 0) {
        m_line->setMaxLength(length);
    }
    if (json::text(module().json, "inputType"_L1) == "password"_L1) {
        m_line->setEchoMode(QLineEdit::Password);
    }
    setInput(m_line);
    dress(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { noteTyping(); });
    connect(m_line, &QLineEdit::returnPressed, this, [this] { endTyping(); });
    showValue();
}

/// What is stored, without grouping, prefix and suffix: easier to edit.
QString LineEditor::plainNumber() const
{
    const QJsonValue value = stored();
    return value.isDouble() ? forms::scriptNumber(value.toDouble())
                            : forms::textsIn(value).join(u", "_s);
}

void LineEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    const bool isPlain = module().is(ModuleKind::Number)
        && module().info.family != forms::Family::Classic && m_line->hasFocus();
    const QString text = isPlain ? plainNumber() : shown();
    if (text != m_line->text()) {
        m_line->setText(text);
        m_line->setCursorPosition(0);
    }
    m_line->setModified(false);
}

bool LineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && module().is(ModuleKind::Number)
        && module().info.family != forms::Family::Classic && !isTyping()) {
        const QString plain = plainNumber();
        if (plain != m_line->text()) {
            m_line->setText(plain);
            m_line->selectAll();
        }
    } else if (event->type() == QEvent::FocusOut && !isTyping()) {
        const bool handled = FieldEditor::eventFilter(watched, event);
        m_line->setText(shown());
        m_line->setModified(false);
        return handled;
    }
    return FieldEditor::eventFilter(watched, event);
}

QJsonValue LineEditor::valueOf(const QString &text) const
{
    if (!module().is(ModuleKind::Number)) {
        return text;
    }
    const QString plain = typedNumber(text, module());
    if (module().info.family == forms::Family::Classic) {
        return plain;
    }
    const auto number = forms::numberIn(plain);
    return number ? QJsonValue(*number) : QJsonValue(plain);
}

void LineEditor::commit()
{
    if (m_line->isModified()) {
        m_line->setModified(false);
        write(valueOf(m_line->text()));
    }
}

AreaEditor::AreaEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_column(new QVBoxLayout(this))
    , m_text(new QPlainTextEdit)
    , m_leastLines(2)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(look().px(4));
    m_column->addWidget(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(placeholderOf(module()));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int rows
        = forms::scalarText(module().json.value("properties"_L1).toObject(), "rows"_L1).toInt();
    m_leastLines = std::clamp(rows, 2, 12);
    setInput(m_text);
    dress(m_text);
    m_text->document()->setDocumentMargin(2); // with border and padding as far in as a line's text
    showValue();
    grow();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        if (m_text->document()->isModified()) {
            noteTyping();
        }
    });
}

void AreaEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    const QString text = shown();
    if (text != m_text->toPlainText()) {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(text);
        grow();
    }
    m_text->document()->setModified(false);
}

void AreaEditor::commit()
{
    if (!m_text->document()->isModified()) {
        return;
    }
    m_text->document()->setModified(false);
    QString text = m_text->toPlainText();
    if (const int length = maxLength(module()); length > 0 && text.size() > length) {
        text.truncate(length);
        m_text->setPlainText(text);
    }
    write(text);
}

bool AreaEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::Resize) {
        grow();
    }
    return FieldEditor::eventFilter(watched, event);
}

void AreaEditor::grow()
{
    static constexpr int MostLines = 20;
    static constexpr int Frame = 16; // border, padding and document margin, above and below
    // A plain text document measures its height in lines.
    const int needed = int(m_text->document()->size().height());
    const int lines = std::clamp(needed, m_leastLines, MostLines);
    m_text->setVerticalScrollBarPolicy(needed > MostLines ? Qt::ScrollBarAsNeeded
                                                          : Qt::ScrollBarAlwaysOff);
    const int height = m_text->fontMetrics().lineSpacing() * lines + Frame;
    if (m_text->minimumHeight() != height) {
        m_text->setFixedHeight(height);
    }
}

} // namespace andu::ui
