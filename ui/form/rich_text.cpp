// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/rich_text.h"

#include "core/base/literals.h"
#include "ui/form/text_block.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextList>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtMath>

namespace andu::ui {

namespace {

constexpr qsizetype MaxHtml = 2'000'000;

/// Colours of a page are made for white paper: without them the text is readable anywhere.
QString withoutColours(QString html)
{
    static const QRegularExpression styles(u"(background(-color)?|color)\\s*:[^;\"'>]*;?"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression attributes(u"\\s(bgcolor|color)\\s*=\\s*(\"[^\"]*\"|'[^']*')"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return html.remove(styles).remove(attributes);
}

QString withoutScripts(QString html)
{
    static const QRegularExpression blocks(
        u"<(script|style|iframe|object|svg|head|template)\\b[^>]*>.*?</\\1\\s*>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return html.remove(blocks);
}

} // namespace

SafeDocument::SafeDocument(QObject *parent)
    : QTextDocument(parent)
{
    setDocumentMargin(2);
}

void SafeDocument::setSafeHtml(const QString &html)
{
    setHtml(withoutScripts(html.left(MaxHtml)));
}

QVariant SafeDocument::loadResource(int, const QUrl &)
{
    return {};
}

bool survivesEditing(const QString &html)
{
    static const QRegularExpression tags(u"</?([a-zA-Z][a-zA-Z0-9:-]*)([^>]*)>"_s);
    static const QSet<QString> known{
        u"p"_s,      u"div"_s,   u"br"_s, u"b"_s,  u"strong"_s, u"i"_s,  u"em"_s,  u"u"_s,  u"s"_s,
        u"strike"_s, u"span"_s,  u"ul"_s, u"ol"_s, u"li"_s,     u"h1"_s, u"h2"_s,  u"h3"_s, u"h4"_s,
        u"table"_s,  u"tbody"_s, u"tr"_s, u"td"_s, u"th"_s,     u"a"_s,  u"sub"_s, u"sup"_s
    };
    static const QRegularExpression keptStyles(
        u"^\\s*(color|background-color|font-weight|font-style|font-size|text-align"
        "|text-decoration)\\s*:"_s);
    static const QRegularExpression styleText(u"style\\s*=\\s*[\"']([^\"']*)[\"']"_s);
    static const QRegularExpression otherAttribute(
        u"\\s(?!style|href|colspan|rowspan|align)([a-z-]+)\\s*="_s,
        QRegularExpression::CaseInsensitiveOption);
    auto match = tags.globalMatch(html);
    while (match.hasNext()) {
        const QRegularExpressionMatch tag = match.next();
        if (!known.contains(tag.captured(1).toLower())
            || otherAttribute.match(tag.captured(2)).hasMatch()) {
            return false;
        }
        const QString style = styleText.match(tag.captured(2)).captured(1);
        const bool isCell = tag.captured(1).startsWith(u't', Qt::CaseInsensitive);
        if (isCell && !style.isEmpty()) {
            return false;
        }
        for (const QString &part : style.split(u';', Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty() && !keptStyles.match(part).hasMatch()) {
                return false;
            }
        }
    }
    return true;
}

RichBlock::RichBlock(const FormLook &look, const QString &html, Ground ground)
    : m_look(look)
    , m_ground(ground)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_document.setDefaultFont(look.font(TypeStep::Base));
    const bool isOnDark = look.theme().isDark() && ground == Ground::Form;
    if (ground == Ground::Paper) {
        m_document.setDocumentMargin(look.px(32));
    }
    m_document.setSafeHtml(isOnDark ? withoutColours(html) : html);
    setAccessibleName(m_document.toPlainText().left(500));
}

void RichBlock::layOut(int width) const
{
    if (qRound(m_document.textWidth()) != width) {
        const_cast<SafeDocument &>(m_document).setTextWidth(width);
    }
}

QSize RichBlock::sizeHint() const
{
    return { m_look.px(400), heightForWidth(m_look.px(400)) };
}

int RichBlock::heightForWidth(int width) const
{
    layOut(std::clamp(width, 40, std::max(40, maximumWidth())));
    return int(m_document.size().height()) + 1;
}

QList<int> RichBlock::lineEdges() const
{
    layOut(width());
    QList<int> edges;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QRectF box = m_document.documentLayout()->blockBoundingRect(block);
        const QTextLayout *lines = block.layout();
        for (int line = 0; line < lines->lineCount(); ++line) {
            edges.append(qCeil(box.y() + lines->lineAt(line).rect().bottom()));
        }
    }
    return edges;
}

void RichBlock::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

void RichBlock::paintPart(QPainter &painter, const QRect &dirty) const
{
    layOut(width());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_look.colour(Token::Text));
    if (m_ground == Ground::Paper) {
        painter.fillRect(rect(), Qt::white);
        painter.setPen(m_look.colour(Token::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        context.palette.setColor(QPalette::Text, Qt::black);
    }
    context.palette.setColor(QPalette::Link, m_look.colour(Token::Accent));
    context.clip = dirty;
    m_document.documentLayout()->draw(&painter, context);
}

RichEditor::RichEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_edit(new QTextEdit)
    , m_tools(new QWidget)
    , m_warning(new QWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look().px(4));
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    addTools(row);
    auto *line = new QHBoxLayout(m_warning);
    line->setContentsMargins(0, 0, 0, 0);
    TextLook text{ look().font(TypeStep::Small), look().colour(Token::Warn), {}, {}, 2 };
    line->addWidget(new TextBlock(tr("This text has parts (pictures, layout) that would be lost "
                                     "when it is edited here. It is kept as it is."),
                                  text),
                    1);
    auto *unlock = new QPushButton(tr("Edit anyway"));
    unlock->setObjectName(u"unlock:"_s + id);
    line->addWidget(unlock);
    connect(unlock, &QPushButton::clicked, this, [this] {
        m_isUnlocked = true;
        setSafe(true);
        m_edit->setFocus();
    });
    layout->addWidget(m_warning);
    layout->addWidget(m_tools);
    layout->addWidget(m_edit);
    m_edit->setDocument(new SafeDocument(m_edit));
    m_edit->document()->setDefaultFont(look().font(TypeStep::Base));
    m_edit->setAcceptRichText(true);
    m_edit->setTabChangesFocus(true);
    m_edit->setMinimumHeight(look().px(160));
    setInput(m_edit);
    showValue();
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        if (m_edit->document()->isModified()) {
            noteTyping();
        }
    });
}

namespace {

void toggleBold(QTextCharFormat &style)
{
    style.setFontWeight(style.fontWeight() > QFont::Normal ? QFont::Normal : QFont::Bold);
}

void toggleItalic(QTextCharFormat &style)
{
    style.setFontItalic(!style.fontItalic());
}

void toggleUnderline(QTextCharFormat &style)
{
    style.setFontUnderline(!style.fontUnderline());
}

} // namespace

void RichEditor::format(const std::function<void(QTextCharFormat &)> &change)
{
    QTextCharFormat style = m_edit->currentCharFormat();
    change(style);
    m_edit->mergeCurrentCharFormat(style);
    m_edit->setFocus();
}

bool RichEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !m_edit->isReadOnly()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Bold)) {
            format(&toggleBold);
            return true;
        }
        if (key->matches(QKeySequence::Italic)) {
            format(&toggleItalic);
            return true;
        }
        if (key->matches(QKeySequence::Underline)) {
            format(&toggleUnderline);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void RichEditor::addTools(QLayout *row)
{
    struct Tool
    {
        QString text;
        QString name;
        std::function<void()> run;
    };
    const auto list = [this](QTextListFormat::Style style) {
        m_edit->textCursor().createList(style);
        m_edit->setFocus();
    };
    const QList<Tool> tools{
        { u"B"_s, tr("Bold (Ctrl+B)"), [this] { format(&toggleBold); } },
        { u"I"_s, tr("Italic (Ctrl+I)"), [this] { format(&toggleItalic); } },
        { u"U"_s, tr("Underline (Ctrl+U)"), [this] { format(&toggleUnderline); } },
        { u"•"_s, tr("Bulleted list"), [=] { list(QTextListFormat::ListDisc); } },
        { u"1."_s, tr("Numbered list"), [=] { list(QTextListFormat::ListDecimal); } },
    };
    for (const Tool &tool : tools) {
        auto *button = new QToolButton;
        button->setText(tool.text);
        button->setToolTip(tool.name);
        button->setAccessibleName(tool.name);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QToolButton::clicked, this, tool.run);
        row->addWidget(button);
    }
    static_cast<QHBoxLayout *>(row)->addStretch();
}

void RichEditor::setSafe(bool isSafe)
{
    m_edit->setReadOnly(!isSafe);
    m_tools->setVisible(isSafe);
    m_warning->setVisible(!isSafe);
}

void RichEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    const QString html = forms::textsIn(stored()).join(QString());
    if (html != m_shown || m_shown.isEmpty()) {
        m_shown = html;
        static_cast<SafeDocument *>(m_edit->document())->setSafeHtml(html);
        // Colours that were chosen for white paper stay as they are and get white paper.
        const bool isPaper = theme().isDark() && withoutColours(html) != html;
        m_edit->setStyleSheet(isPaper ? u"QTextEdit { background: white; color: black; }"_s
                                      : QString());
    }
    m_edit->document()->setModified(false);
    setSafe(m_isUnlocked || survivesEditing(html));
}

void RichEditor::commit()
{
    if (m_edit->document()->isModified() && !m_edit->isReadOnly()) {
        m_edit->document()->setModified(false);
        m_shown = cleanHtml(*m_edit->document());
        write(m_shown);
    }
}

} // namespace andu::ui
