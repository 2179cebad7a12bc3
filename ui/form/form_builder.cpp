// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_builder.h"

#include "core/base/literals.h"
#include "ui/form/form_tabs.h"
#include "ui/form/log_view.h"
#include "ui/form/placeholder.h"
#include "ui/form/rich_text.h"
#include "ui/form/template_editor.h"
#include "ui/form/text_block.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace andu::ui {

using forms::LayoutNode;
using forms::Module;
using forms::ModuleKind;
using forms::TextAlign;

namespace {

Qt::Alignment alignmentOf(TextAlign align)
{
    switch (align) {
    case TextAlign::Center:
        return Qt::AlignHCenter | Qt::AlignVCenter;
    case TextAlign::Right:
        return Qt::AlignRight | Qt::AlignVCenter;
    default:
        return Qt::AlignLeft | Qt::AlignVCenter;
    }
}

QVBoxLayout *columnIn(QWidget *owner, int gap)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    return layout;
}

/// A widget that takes its height from its layout at a width.
QWidget *plainWidget()
{
    auto *widget = new QWidget;
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
    return widget;
}

QString tableLineOf(const QJsonObject &json)
{
    for (const auto key : { "styles"_L1, "recoveryStyles"_L1 }) {
        const QString border = forms::scalarText(json.value(key).toObject(), "border"_L1);
        if (!border.isEmpty() && !border.startsWith(u'0') && !border.contains("none"_L1)) {
            return border;
        }
    }
    return {};
}

} // namespace

void FormPart::apply(const forms::FieldState &state, const QString &id) const
{
    if (table && cell < 0) {
        table->setLabel(id, state.text, state.isHidden);
        return;
    }
    if (table) {
        table->setCellHidden(cell, state.isHidden);
        return;
    }
    if (!widget) {
        return;
    }
    QWidget *inner = widget;
    if (dynamic_cast<TintedBlock *>(inner) && inner->layout()->count() == 1) {
        inner = inner->layout()->itemAt(0)->widget();
    }
    if (auto *text = dynamic_cast<TextBlock *>(inner)) {
        text->setText(state.text);
    } else if (auto *button = qobject_cast<QPushButton *>(widget)) {
        button->setText(state.text);
    }
    auto *tabs = qobject_cast<FormTabs *>(widget->parentWidget());
    const int page = tabs ? tabs->indexOf(widget) : -1;
    if (page >= 0) {
        tabs->setPageVisible(page, !state.isHidden);
    } else {
        widget->setVisible(!state.isHidden);
    }
}

FormBuilder::FormBuilder(const FormContext &context)
    : m_context(context)
    , m_session(context.session)
    , m_look(context.look)
{ }

BuiltForm FormBuilder::build()
{
    return buildRow(m_session.model().layout.root);
}

BuiltForm FormBuilder::buildRow(const LayoutNode &row)
{
    m_page.root = plainWidget();
    QVBoxLayout *layout = columnIn(m_page.root, m_look.px(8));
    fill(layout, row.children, {});
    alignTables();
    for (FieldBox *box : std::as_const(m_page.boxes)) {
        m_page.byId.insert(box->module().id, box);
    }
    return std::move(m_page);
}

FormBuilder::Inherited FormBuilder::inherit(const Inherited &outer, const LayoutNode &node) const
{
    Inherited result = outer;
    const forms::Style &style = node.style;
    if (!style.colour.isEmpty()) {
        result.colour = style.colour;
    }
    if (style.fontPx) {
        result.fontPx = style.fontPx;
    }
    result.isBold = style.isBold.value_or(outer.isBold);
    if (style.align != TextAlign::Inherit) {
        result.align = style.align;
    }
    const Module *module = m_session.model().find(node.module);
    if (module && module->is(ModuleKind::Table)) {
        result.tableLine = tableLineOf(module->json);
    }
    return result;
}

QFont FormBuilder::fontOf(const Inherited &style) const
{
    return m_look.font(style.fontPx, style.isBold);
}

/// Designers give all their tables the same first column; words that need more in one of them
/// would leave the page with ragged edges.
void FormBuilder::alignTables() const
{
    static constexpr qsizetype MostTables = 100;
    const QList<FormTable *> tables = m_tables.mid(0, MostTables);
    QList<std::pair<FormTable *, FormTable::Lead>> leads;
    for (FormTable *table : tables) {
        if (const auto lead = table->lead()) {
            leads.append({ table, *lead });
        }
    }
    for (const auto &[table, lead] : std::as_const(leads)) {
        int needed = 0;
        for (const auto &[other, theirs] : std::as_const(leads)) {
            if (theirs.asked == lead.asked) {
                needed = std::max(needed, theirs.needed);
            }
        }
        if (leads.size() > 1) {
            table->setLeastLead(needed);
        }
    }
}

int FormBuilder::textInset() const
{
    static constexpr double InputText = 11; // border, padding and margin of an input
    return m_isInCell ? m_look.px(InputText) : 0;
}

void FormBuilder::remember(const QString &id, QWidget *widget)
{
    if (!id.isEmpty() && !m_context.place) { // parts of rows share their ids
        m_page.parts.insert(id, FormPart{ widget, nullptr, -1 });
        if (m_session.state(id).isHidden) {
            widget->hide();
        }
    }
}

/// Neighbours that stand on one line share a row.
void FormBuilder::fill(QBoxLayout *layout,
                       const std::vector<LayoutNode> &nodes,
                       const Inherited &outer)
{
    std::size_t at = 0;
    while (at < nodes.size()) {
        std::size_t end = at;
        while (end < nodes.size() && !isWide(nodes[end])
               && (nodes[end].style.isInline || nodes[end].kind == LayoutNode::Kind::Text)) {
            ++end;
        }
        QWidget *widget = nullptr;
        if (end - at < 2) {
            widget = make(nodes[at], outer);
            ++at;
        } else {
            widget = makeLine(nodes, at, end, outer);
            at = end;
        }
        if (widget) {
            layout->addWidget(widget);
        }
    }
}

QWidget *FormBuilder::makeLine(const std::vector<LayoutNode> &nodes,
                               std::size_t from,
                               std::size_t to,
                               const Inherited &style)
{
    auto *row = plainWidget();
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(m_look.px(8));
    bool hasAnyField = false;
    for (std::size_t at = from; at < to; ++at) {
        hasAnyField = hasAnyField || hasField(nodes[at]);
    }
    if (!hasAnyField && (style.align == TextAlign::Right || style.align == TextAlign::Center)) {
        line->addStretch();
    }
    for (std::size_t at = from; at < to; ++at) {
        if (QWidget *widget = make(nodes[at], style)) {
            const auto width = nodes[at].style.width;
            const int share = width && width->isPercent ? int(width->value) : 10;
            line->addWidget(widget, hasField(nodes[at]) ? share : 0);
        }
    }
    if (!hasAnyField && style.align != TextAlign::Right) {
        line->addStretch();
    }
    return row;
}

QWidget *FormBuilder::make(const LayoutNode &node, const Inherited &outer)
{
    const Inherited style = inherit(outer, node);
    switch (node.kind) {
    case LayoutNode::Kind::Text:
        return makeText(node.text, style, node);
    case LayoutNode::Kind::Module:
        return makeModule(node, style);
    case LayoutNode::Kind::Table:
        return makeTable(node, style);
    case LayoutNode::Kind::Tabs:
        return makeTabs(node, style);
    case LayoutNode::Kind::Rule:
        return new LineBlock(m_look.colour(Token::Line));
    default:
        if (isEmpty(node)) {
            return nullptr;
        }
        return node.style.isFlex ? makeFlex(node, style) : makeBlock(node, style);
    }
}

QWidget *FormBuilder::makeText(const QString &text, const Inherited &style, const LayoutNode &node)
{
    TextLook look;
    look.font = fontOf(style);
    look.colour = m_look.textColour(style.colour);
    look.align = alignmentOf(style.align);
    const bool isHeading = style.isBold && style.fontPx.value_or(0) >= 15;
    if (node.style.hasBottomBorder && !node.style.hasBorder) {
        look.underline = m_look.lineColour(style.colour);
    }
    look.verticalPadding = m_look.px(isHeading || node.style.hasBottomBorder ? 8 : 2);
    auto *block = new TextBlock(text, look);
    const auto tint = m_look.tint(node.style.background);
    return tint ? tinted(block, *tint) : block;
}

/// Bars and marked parts keep a hint of their colour.
QWidget *FormBuilder::tinted(QWidget *content, const QColor &tint) const
{
    auto *ground = new TintedBlock(tint);
    QVBoxLayout *layout = columnIn(ground, 0);
    const int margin = m_look.px(8);
    layout->setContentsMargins(margin, margin / 2, margin, margin / 2);
    layout->addWidget(content);
    return ground;
}

QWidget *FormBuilder::makeBlock(const LayoutNode &node, const Inherited &style)
{
    QWidget *block = plainWidget();
    fill(columnIn(block, m_look.px(8)), node.children, style);
    if (const auto tint = m_look.tint(node.style.background)) {
        block = tinted(block, *tint);
    }
    remember(node.module, block);
    return block;
}

/// A flex row on a grid of twelfths (o2oa-forms 1.7); without shares everything stands on one line.
QWidget *FormBuilder::makeFlex(const LayoutNode &node, const Inherited &style)
{
    static constexpr int Twelfths = 12;
    const bool hasShares
        = std::any_of(node.children.begin(), node.children.end(), [](const LayoutNode &child) {
              return child.style.flexPercent.has_value();
          });
    const bool hasWide = std::any_of(node.children.begin(),
                                     node.children.end(),
                                     [this](const LayoutNode &child) { return isWide(child); });
    if (!hasShares && hasWide) {
        return makeBlock(node, style);
    }
    if (!hasShares) {
        QWidget *row = makeLine(node.children, 0, node.children.size(), style);
        remember(node.module, row);
        return row;
    }
    auto *block = plainWidget();
    auto *grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_look.px(24) / 2);
    grid->setVerticalSpacing(m_look.px(12));
    for (int column = 0; column < Twelfths; ++column) {
        grid->setColumnStretch(column, 1);
    }
    int row = 0;
    int column = 0;
    for (const LayoutNode &child : node.children) {
        QWidget *widget = make(child, style);
        if (!widget) {
            continue;
        }
        const double share = isWide(child) ? 100 : child.style.flexPercent.value_or(100);
        const int span = share > 60 ? Twelfths : share > 36 ? 6 : share > 27 ? 4 : 3;
        if (column + span > Twelfths) {
            ++row;
            column = 0;
        }
        grid->addWidget(widget, row, column, 1, span, Qt::AlignTop);
        column += span;
    }
    remember(node.module, block);
    return block;
}

QWidget *FormBuilder::makeTabs(const LayoutNode &node, const Inherited &style)
{
    if (m_look.isPaper()) { // paper has no tabs: one page below the other
        auto *block = plainWidget();
        QVBoxLayout *layout = columnIn(block, m_look.px(8));
        for (const LayoutNode &child : node.children) {
            if (m_session.state(child.module).isHidden) {
                continue;
            }
            Inherited heading;
            heading.isBold = true;
            heading.fontPx = 15;
            layout->addWidget(makeText(child.text, heading, child));
            fill(layout, child.children, style);
        }
        return block;
    }
    auto *tabs = new FormTabs;
    tabs->setObjectName(u"tabs:"_s + node.module);
    for (const LayoutNode &child : node.children) {
        auto *page = plainWidget();
        QVBoxLayout *layout = columnIn(page, m_look.px(8));
        layout->setContentsMargins(0, m_look.px(12), 0, 0);
        fill(layout, child.children, style);
        const int index = tabs->addPage(page, child.text);
        if (!child.module.isEmpty()) {
            m_page.parts.insert(child.module, FormPart{ page, nullptr, -1 });
            tabs->setPageVisible(index, !m_session.state(child.module).isHidden);
        }
    }
    remember(node.module, tabs);
    return tabs;
}

/// Template whose rows a button outside of it adds.
QString FormBuilder::templateAddedBy(const QString &button) const
{
    for (const Module &module : m_session.model().modules) {
        if (module.is(ModuleKind::Datatemplate)
            && buttonIds(module.json, "outerAddActionId"_L1).contains(button)) {
            return module.id;
        }
    }
    return {};
}

QWidget *FormBuilder::makeButton(const Module &module)
{
    if (m_look.isPaper()) {
        return nullptr;
    }
    auto *button = new QPushButton(m_session.state(module.id).text);
    button->setObjectName(u"field:"_s + m_context.runtimeId(module));
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    const QString added = templateAddedBy(module.id);
    const FormContext context = m_context;
    QObject::connect(
        button, &QPushButton::clicked, &m_context.host, [context, added, id = module.id] {
            const bool isOfRow
                = context.place && context.rowButton && context.rowButton(id, context.place->row);
            if (!added.isEmpty()) {
                const QJsonValue before = context.session.value(added);
                (void)context.session.addRow(added);
                context.host.record(added, before, context.session.value(added));
            } else if (!isOfRow) {
                context.session.click(id);
            }
        });
    const bool hasWork = !forms::eventScript(module.json, u"click"_s).isEmpty() || !added.isEmpty()
        || m_context.place;
    button->setEnabled(hasWork && !m_session.isReadonly());
    if (m_context.place) {
        if (m_context.state(module).isReadonly) {
            button->hide();
        }
    } else {
        remember(module.id, button);
    }
    return button;
}

QWidget *FormBuilder::makeModule(const LayoutNode &node, const Inherited &style)
{
    const Module *module = m_session.model().find(node.module);
    if (!module) {
        return nullptr;
    }
    QWidget *widget = nullptr;
    switch (module->info.kind) {
    case ModuleKind::Label:
        widget = makeText(m_session.state(module->id).text, style, node);
        remember(module->id, widget);
        return widget;
    case ModuleKind::Button:
        return makeButton(*module);
    case ModuleKind::Log:
        widget = makeLog(m_context, *module);
        widget->layout()->setContentsMargins(textInset(), 0, textInset(), 0);
        remember(module->id, widget);
        return widget;
    case ModuleKind::Monitor:
        widget = makeFlow(m_context, *module);
        remember(module->id, widget);
        return widget;
    case ModuleKind::Actionbar:
    case ModuleKind::GridTitle:
    case ModuleKind::GridData:
        return nullptr;
    case ModuleKind::Html:
        widget = new RichBlock(m_look, module->json.value("text"_L1).toString());
        remember(module->id, widget);
        return widget;
    case ModuleKind::Image:
    case ModuleKind::List:
    case ModuleKind::Remote:
    case ModuleKind::Subform:
        widget = module->is(ModuleKind::Image) ? makePicture(m_context, *module)
                                               : new Placeholder(m_context, *module);
        m_page.placeholders.append(module->id);
        remember(module->id, widget);
        return widget;
    case ModuleKind::Opinion:
        if (m_session.state(module->id).isReadonly) {
            return nullptr; // hidden when read-only; the log shows what was said (7)
        }
        break;
    default:
        break;
    }
    if (!module->info.hasValue) {
        return nullptr;
    }
    const Qt::Alignment align = alignmentOf(style.align) & Qt::AlignHorizontal_Mask;
    auto *box = new FieldBox(m_context, *module, FieldPlace{ textInset(), align });
    m_page.boxes.append(box);
    return box;
}

} // namespace andu::ui
