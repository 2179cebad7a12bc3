// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/field_box.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/attachment_editor.h"
#include "ui/form/document_editor.h"
#include "ui/form/grid_editor.h"
#include "ui/form/placeholder.h"
#include "ui/form/rich_text.h"
#include "ui/form/template_editor.h"
#include "ui/form/text_block.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

namespace andu::ui {

using forms::ModuleKind;

namespace {

constexpr double InputHeight = 32;
constexpr double LabelGap = 4;
constexpr double MarkGap = 2;

} // namespace

FieldBox::FieldBox(const FormContext &context, const forms::Module &module, FieldPlace place)
    : m_context(context)
    , m_module(module)
    , m_place(place)
    , m_style(context.look.inputStyle(module))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_isReadonly = m_context.state(module).isReadonly;
    m_mark = m_context.state(module).mark;
    const forms::FieldState state = m_context.state(module);
    if (state.isHidden || state.isForbidden) {
        hide();
    }
    if (m_context.look.isPaper()) {
        make();
    } else if (shape() != Shape::Text) {
        setFocusPolicy(Qt::TabFocus);
    }
}

FieldBox::Shape FieldBox::shape() const
{
    const bool isPaper = m_context.look.isPaper();
    if (!m_isReadonly && !isPaper && isOneLine(m_module)) {
        return Shape::Input;
    }
    if (!m_isReadonly && !isPaper
        && (m_module.is(ModuleKind::TextArea) || m_module.is(ModuleKind::Opinion))) {
        return Shape::Area;
    }
    const bool isChoice = m_module.is(ModuleKind::Radio) || m_module.is(ModuleKind::Checkbox)
        || m_module.is(ModuleKind::Switch) || m_module.is(ModuleKind::Slider);
    const bool isText = isOneLine(m_module) || m_module.is(ModuleKind::TextArea)
        || m_module.is(ModuleKind::Opinion) || isChoice;
    if (isText && (m_isReadonly || isPaper)) {
        return Shape::Text;
    }
    return Shape::Block;
}

QString FieldBox::drawnHow() const
{
    if (!hasEditor(m_module)) {
        return u"placeholder"_s;
    }
    return shape() == Shape::Text ? u"text"_s : u"native"_s;
}

QString FieldBox::plainText() const
{
    return m_context.shown(m_module);
}

void FieldBox::make()
{
    if (m_isMade) {
        return;
    }
    m_isMade = true;
    const bool hadFocus = hasFocus();
    m_isOnlyText = shape() == Shape::Text;
    if (!m_isOnlyText) {
        const bool isShownByEditor = !m_isReadonly || isGrid(m_module)
            || m_module.is(ModuleKind::Attachment) || m_module.is(ModuleKind::DocumentEditor);
        if (isShownByEditor && !m_context.look.isPaper()) {
            m_editor = makeFieldEditor(m_context, m_module);
        }
        m_content = m_editor ? m_editor : makeReader();
        m_content->setParent(this);
        if (m_editor) {
            m_editor->setInvalid(!m_mark.isEmpty());
        }
        setFocusPolicy(Qt::NoFocus);
        m_content->show();
        place();
        if (hadFocus && m_editor) {
            m_editor->setFocus(Qt::TabFocusReason);
        }
        updateGeometry();
        update();
    }
}

void FieldBox::rebuild()
{
    delete m_content;
    m_content = nullptr;
    m_editor = nullptr;
    m_isMade = false;
    make();
    updateGeometry();
    update();
}

QWidget *FieldBox::makeReader()
{
    const QJsonValue value = m_context.value(m_module);
    switch (m_module.info.kind) {
    case ModuleKind::RichText:
        return new RichBlock(m_context.look, forms::textsIn(value).join(QString()));
    case ModuleKind::DocumentEditor:
        return makeDocumentPaper(m_context, m_module);
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
        return makeGridPaper(m_context, m_module);
    case ModuleKind::Datatemplate:
        return makeTemplatePaper(m_context, m_module);
    case ModuleKind::Attachment:
        return makeAttachmentPaper(m_context, m_module);
    case ModuleKind::Picture:
        if (plainText().isEmpty()) { // nothing that the browser could show either
            return new TextBlock(
                {}, TextLook{ textFont(), m_context.look.colour(Token::Text), {}, {}, 0 });
        }
        break;
    default:
        break;
    }
    return new Placeholder(m_context, m_module);
}

void FieldBox::showValue()
{
    if (m_editor) {
        m_editor->showValue();
    } else if (m_content) {
        rebuild();
    } else {
        updateGeometry();
        update();
    }
}

void FieldBox::showState()
{
    const forms::FieldState state = m_context.state(m_module);
    setVisible(!state.isHidden && !state.isForbidden);
    const bool isMarkChanged = m_mark != state.mark;
    m_mark = state.mark;
    if (state.isReadonly != m_isReadonly) {
        m_isReadonly = state.isReadonly;
        const bool wasMade = m_isMade;
        delete m_content;
        m_content = nullptr;
        m_editor = nullptr;
        m_isMade = false;
        if (wasMade) {
            make();
        }
        updateGeometry();
        update();
    } else if (m_editor) {
        m_editor->showOptions();
        m_editor->setInvalid(!m_mark.isEmpty());
        if (isMarkChanged) {
            m_editor->setToolTip(m_mark.toHtmlEscaped());
        }
    }
    if (isMarkChanged) {
        setAccessibleDescription(m_mark);
        updateGeometry();
        place();
        update();
    }
}

void FieldBox::commit()
{
    if (m_editor) {
        m_editor->commit();
    }
}

bool FieldBox::focusField()
{
    make();
    if (m_editor) {
        m_editor->setFocus(Qt::OtherFocusReason);
    }
    return m_editor != nullptr;
}

QString FieldBox::ownLabel() const
{
    const bool isCell = m_context.place && m_context.session.model().find(m_context.place->grid)
        && !m_context.session.model().find(m_context.place->grid)->is(ModuleKind::Datatemplate);
    return m_module.info.family == forms::Family::Oo && !isCell ? m_module.label : QString();
}

int FieldBox::labelHeight() const
{
    if (ownLabel().isEmpty()) {
        return 0;
    }
    const FormLook &look = m_context.look;
    return QFontMetrics(look.font(TypeStep::Base)).lineSpacing() + look.px(LabelGap);
}

int FieldBox::markHeight(int width) const
{
    if (m_mark.isEmpty()) {
        return 0;
    }
    const FormLook &look = m_context.look;
    return wrappedHeight(m_mark, look.font(TypeStep::Small), width) + look.px(MarkGap);
}

/// Buttons and sliders have no frame of their own: they begin where texts begin.
int FieldBox::contentInset() const
{
    const bool isBare = m_module.is(ModuleKind::Radio) || m_module.is(ModuleKind::Checkbox)
        || m_module.is(ModuleKind::Switch) || m_module.is(ModuleKind::Slider)
        || m_module.is(ModuleKind::Picture) || (m_module.is(ModuleKind::RichText) && !m_editor);
    return isBare && !m_context.look.isPaper() ? m_place.inset : 0;
}

int FieldBox::contentHeight(int whole) const
{
    const FormLook &look = m_context.look;
    const int width = whole - contentInset();
    if (m_content) {
        return m_content->hasHeightForWidth() ? m_content->heightForWidth(width)
                                              : m_content->sizeHint().height();
    }
    switch (shape()) {
    case Shape::Input:
        return look.px(InputHeight);
    case Shape::Area: {
        const QFontMetrics metrics(textFont());
        return std::max(look.px(InputHeight), 2 * metrics.lineSpacing() + 16);
    }
    case Shape::Text: {
        // Under a label of its own a text stands as high as the input it would be.
        const int least = labelHeight() > 0 && !look.isPaper() ? look.px(InputHeight) : look.px(20);
        return std::max(wrappedHeight(plainText(), textFont(), whole - 2 * m_place.inset), least);
    }
    case Shape::Block:
        break;
    }
    if (isGrid(m_module)) {
        return GridEditor::estimatedHeight(look, m_context.session.rowCount(m_module.id));
    }
    return look.px(InputHeight);
}

QSize FieldBox::sizeHint() const
{
    const int width = m_context.look.px(220);
    return { width, heightForWidth(width) };
}

QSize FieldBox::minimumSizeHint() const
{
    return { m_context.look.px(48), m_context.look.px(20) };
}

int FieldBox::heightForWidth(int width) const
{
    return labelHeight() + contentHeight(width) + markHeight(width);
}

void FieldBox::place()
{
    if (m_content) {
        const int top = labelHeight();
        const int left = contentInset();
        m_content->setGeometry(left, top, width() - left, height() - top - markHeight(width()));
    }
}

bool FieldBox::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place();
        return true;
    }
    return QWidget::event(event);
}

void FieldBox::resizeEvent(QResizeEvent *)
{
    place();
}

void FieldBox::enterEvent(QEnterEvent *)
{
    make();
}

void FieldBox::focusInEvent(QFocusEvent *)
{
    make();
}

void FieldBox::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

QList<int> FieldBox::lineEdges() const
{
    if (m_content || shape() != Shape::Text) {
        return {};
    }
    const int inner = width() - 2 * m_place.inset;
    const int text = wrappedHeight(plainText(), textFont(), inner);
    const int top = labelHeight() + (height() - labelHeight() - text) / 2;
    return textEdges(plainText(), textFont(), inner, top);
}

void FieldBox::paintPart(QPainter &painter, const QRect &) const
{
    const FormLook &look = m_context.look;
    if (const int label = labelHeight(); label > 0) {
        painter.setFont(look.font(TypeStep::Base));
        painter.setPen(look.colour(Token::Text2));
        const QRect box(0, 0, width(), label - look.px(LabelGap));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, m_module.label);
        if (forms::isRequired(m_module) && !m_isReadonly) {
            const int x = painter.fontMetrics().horizontalAdvance(m_module.label) + look.px(4);
            painter.setPen(look.colour(Token::Danger));
            painter.drawText(box.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, u"*"_s);
        }
    }
    const int mark = markHeight(width());
    if (mark > 0) {
        painter.setFont(look.font(TypeStep::Small));
        painter.setPen(look.colour(Token::Danger));
        painter.drawText(QRect(0, height() - mark + look.px(MarkGap), width(), mark),
                         Qt::AlignLeft | wrapFlags(m_mark, look.font(TypeStep::Small), width()),
                         m_mark);
    }
    if (m_content) {
        return;
    }
    QRect box(0, labelHeight(), width(), height() - labelHeight() - mark);
    painter.setFont(look.font(TypeStep::Base));
    painter.setPen(look.colour(Token::Text));
    const QString text = plainText();
    if (shape() == Shape::Text) {
        box.adjust(m_place.inset, 0, -m_place.inset, 0);
        painter.setFont(m_style.font);
        painter.setPen(m_style.colour);
        const Qt::Alignment align = m_style.align == Qt::AlignLeft ? m_place.align : m_style.align;
        const int flags = wrapFlags(text, m_style.font, box.width());
        painter.drawText(box, int(align | Qt::AlignVCenter) | flags, text);
        return;
    }
    if (shape() == Shape::Block) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.colour(Token::Line2));
    painter.setBrush(look.colour(Token::Surface));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(look.colour(Token::Text));
    painter.drawText(
        box.adjusted(look.px(10), 0, -look.px(10), 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace andu::ui
