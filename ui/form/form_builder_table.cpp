// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "ui/form/form_builder.h"

#include <QSet>
#include <QVBoxLayout>

namespace andu::ui {

using forms::LayoutNode;
using forms::Module;
using forms::TextAlign;

namespace {

constexpr double RowHeight = 40;
constexpr double MostRowHeight = 400;

Qt::Alignment cellAlignment(TextAlign align, bool isTitle)
{
    switch (align) {
    case TextAlign::Center:
        return Qt::AlignHCenter | Qt::AlignVCenter;
    case TextAlign::Right:
        return Qt::AlignRight | Qt::AlignVCenter;
    case TextAlign::Left:
        return Qt::AlignLeft | Qt::AlignVCenter;
    default:
        return (isTitle ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    }
}

} // namespace

/// Cells on the grid, with the places that row and column spans take.
QList<FormBuilder::CellPlan> FormBuilder::planCells(const LayoutNode &node) const
{
    static constexpr int MaxColumns = 200;
    QList<CellPlan> plans;
    QSet<std::pair<int, int>> taken;
    int row = 0;
    for (const LayoutNode &line : node.children) {
        if (line.kind != LayoutNode::Kind::Row) {
            continue;
        }
        int column = 0;
        for (const LayoutNode &cell : line.children) {
            if (cell.kind != LayoutNode::Kind::Cell || column > MaxColumns) {
                continue;
            }
            while (taken.contains({ row, column })) {
                ++column;
            }
            for (int r = 0; r < cell.rowSpan; ++r) {
                for (int c = 0; c < cell.columnSpan && (cell.rowSpan > 1); ++c) {
                    taken.insert({ row + r, column + c });
                }
            }
            plans.append(CellPlan{ &cell, row, column, hasField(cell), isOnlyText(cell) });
            column += cell.columnSpan;
        }
        ++row;
    }
    return plans;
}

QWidget *FormBuilder::makeTable(const LayoutNode &node, const Inherited &style)
{
    const bool hasRows
        = std::any_of(node.children.begin(), node.children.end(), [](const LayoutNode &child) {
              return child.kind == LayoutNode::Kind::Row;
          });
    if (!hasRows) {
        return makeBlock(node, style);
    }
    const QList<CellPlan> plans = planCells(node);
    QSet<int> fieldRows;
    bool hasBorder = !style.tableLine.isEmpty() || node.style.hasBorder;
    for (const CellPlan &plan : plans) {
        if (plan.hasField) {
            fieldRows.insert(plan.row);
        }
        hasBorder = hasBorder || plan.node->style.hasBorder;
    }
    Inherited inner = style;
    inner.tableLine.clear(); // of a table inside, its own
    QList<TableCell> cells;
    QHash<QString, int> labels;
    int titles = 0;
    for (qsizetype at = 0; at < plans.size(); ++at) {
        const CellPlan &plan = plans[at];
        const Module *module = m_session.model().find(plan.node->module);
        const QString kind = module ? module->json.value("cellType"_L1).toString() : QString();
        const bool isText = plan.isText && !isEmpty(*plan.node);
        const bool isTitle = isText && kind != "content"_L1
            && (kind == "title"_L1 || (plan.node->columnSpan == 1 && fieldRows.contains(plan.row)));
        titles += isTitle ? 1 : 0;
        const bool hasNext = at + 1 < plans.size() && plans[at + 1].row == plan.row;
        const bool isRequired = isTitle && hasNext && hasRequired(*plans[at + 1].node);
        cells.append(makeCell(plan, inner, isTitle, isRequired));
        if (isTitle && hasNext && isOnlyRead(*plans[at + 1].node)) {
            cells.last().dropMark();
        }
    }
    const bool isLined = hasBorder || titles > 0;
    auto *table
        = new FormTable(m_look, cells, isLined ? m_look.lineColour(style.tableLine) : QColor());
    for (int cell = 0; cell < cells.size(); ++cell) {
        const QString id = plans[cell].node->module;
        if (!id.isEmpty()) {
            m_page.parts.insert(id, FormPart{ table, table, cell });
        }
        for (const CellText &text : cells[cell].texts) {
            if (!text.module.isEmpty()) {
                m_page.parts.insert(text.module, FormPart{ table, table, -1 });
            }
        }
    }
    m_tables.append(table);
    remember(node.module, table);
    return table;
}

TableCell
FormBuilder::makeCell(const CellPlan &plan, const Inherited &outer, bool isTitle, bool isRequired)
{
    const LayoutNode &node = *plan.node;
    Inherited style = inherit(outer, node);
    TableCell cell;
    cell.row = plan.row;
    cell.column = plan.column;
    cell.rowSpan = node.rowSpan;
    cell.columnSpan = node.columnSpan;
    cell.width = node.style.width;
    cell.isTitle = isTitle;
    cell.isHidden = m_session.state(node.module).isHidden || node.style.isHidden;
    const auto background = m_look.background(node.style.background);
    cell.background = background            ? *background
        : isTitle && style.colour.isEmpty() ? m_look.colour(Token::Surface2)
                                            : m_look.colour(Token::Surface);
    cell.leastHeight
        = m_look.px(std::clamp(node.style.heightPx.value_or(0), RowHeight, MostRowHeight));
    if (plan.isText) {
        collectTexts(node, cell.texts);
        const LayoutNode *label = &node;
        while (label->children.size() == 1) { // the style of the only thing inside
            label = &label->children.front();
            style = inherit(style, *label);
        }
        const QString text = cell.texts.isEmpty() ? QString() : cell.texts.first().text;
        cell.isRequired = isRequired || (isTitle && text.startsWith(u'*'));
        cell.align = cellAlignment(style.align, isTitle);
        const QColor colour = m_look.textColour(style.colour);
        const bool isPlain = colour == m_look.colour(Token::Text);
        cell.textColour = isTitle && isPlain ? m_look.colour(Token::Text2) : colour;
        cell.font = m_look.font(isTitle ? std::nullopt : style.fontPx, style.isBold && !isTitle);
        return cell;
    }
    cell.font = fontOf(style);
    cell.align = cellAlignment(style.align, false);
    cell.isInput = !m_look.isPaper() && hasField(node);
    const bool wasInCell = m_isInCell;
    m_isInCell = cell.isInput;
    cell.content = makeCellContent(node, style);
    m_isInCell = wasInCell;
    if (!cell.content) { // nothing to show, such as a tool bar
        cell.align = Qt::AlignLeft;
    }
    return cell;
}

QWidget *FormBuilder::makeCellContent(const LayoutNode &node, const Inherited &style)
{
    if (node.children.size() == 1) {
        return make(node.children.front(), style);
    }
    auto *content = new QWidget;
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    content->setSizePolicy(policy);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_look.px(4));
    fill(layout, node.children, style);
    return content;
}

} // namespace andu::ui
