// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_builder.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/widgets/flow_layout.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTabWidget>
#include <QVBoxLayout>

namespace andu::ui {

using forms::LayoutNode;
using forms::Module;
using forms::ModuleKind;
using forms::TextAlign;

namespace {

constexpr int TitleColumnWidth = 104;
constexpr int CellPadding = 8;

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

} // namespace

FormBuilder::FormBuilder(forms::FormSession &session, const Theme &theme)
    : m_session(session)
    , m_theme(theme)
{ }

QWidget *FormBuilder::build()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = columnIn(page, 8);
    fill(layout, m_session.model().layout.root.children, {});
    return page;
}

FormBuilder::Inherited FormBuilder::inherit(const Inherited &outer, const forms::Style &style)
{
    Inherited result = outer;
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
    return result;
}

void FormBuilder::rememberPart(const QString &id, QWidget *part)
{
    if (!id.isEmpty()) {
        m_parts.insert(id, part);
        if (m_session.state(id).isHidden) {
            part->hide(); // never shown here: it has no parent yet
        }
    }
}

bool FormBuilder::hasField(const LayoutNode &node) const
{
    const Module *module = m_session.model().find(node.module);
    if (module && (module->info.hasValue || module->is(ModuleKind::Log))) {
        return true;
    }
    return std::any_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
        return hasField(child);
    });
}

bool FormBuilder::isEmpty(const LayoutNode &node) const
{
    if (node.kind == LayoutNode::Kind::Text || node.kind == LayoutNode::Kind::Module) {
        return false;
    }
    return std::all_of(node.children.begin(), node.children.end(), [this](const LayoutNode &child) {
        return isEmpty(child);
    });
}

/// Neighbours that stand on one line share a wrapping row.
void FormBuilder::fill(QBoxLayout *layout,
                       const std::vector<LayoutNode> &nodes,
                       const Inherited &outer)
{
    std::size_t at = 0;
    while (at < nodes.size()) {
        std::size_t end = at;
        while (end < nodes.size()
               && (nodes[end].style.isInline || nodes[end].kind == LayoutNode::Kind::Text)) {
            ++end;
        }
        if (end - at < 2) {
            if (QWidget *widget = make(nodes[at], outer)) {
                layout->addWidget(widget);
            }
            ++at;
            continue;
        }
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(6);
        if (outer.align == TextAlign::Right || outer.align == TextAlign::Center) {
            line->addStretch();
        }
        for (; at < end; ++at) {
            if (QWidget *widget = make(nodes[at], outer)) {
                line->addWidget(widget, hasField(nodes[at]) ? 1 : 0);
            }
        }
        if (outer.align != TextAlign::Right) {
            line->addStretch();
        }
        layout->addWidget(row);
    }
}

QWidget *FormBuilder::make(const LayoutNode &node, const Inherited &outer)
{
    const Inherited style = inherit(outer, node.style);
    switch (node.kind) {
    case LayoutNode::Kind::Text:
        return makeText(node.text, style);
    case LayoutNode::Kind::Module:
        return makeModule(node, style);
    case LayoutNode::Kind::Table:
        return makeTable(node, style);
    case LayoutNode::Kind::Tabs:
        return makeTabs(node, style);
    case LayoutNode::Kind::Rule: {
        auto *line = new QFrame;
        line->setProperty("role", u"line"_s);
        line->setFixedHeight(1);
        return line;
    }
    default:
        if (isEmpty(node)) {
            return nullptr;
        }
        return node.style.isFlex ? makeFlex(node, style) : makeBlock(node, style);
    }
}

QWidget *FormBuilder::makeBlock(const LayoutNode &node, const Inherited &style)
{
    auto *block = new QFrame;
    block->setProperty("role", u"section"_s);
    fill(columnIn(block, 8), node.children, style);
    rememberPart(node.module, block);
    return block;
}

/// A flex row becomes two columns; what wants more than half takes a whole row (o2oa-forms 1.7).
QWidget *FormBuilder::makeFlex(const LayoutNode &node, const Inherited &style)
{
    auto *block = new QFrame;
    block->setProperty("role", u"section"_s);
    auto *grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    int column = 0;
    for (const LayoutNode &child : node.children) {
        QWidget *widget = make(child, style);
        if (!widget) {
            continue;
        }
        const bool isWhole = child.style.flexPercent.value_or(100) > 60;
        if (isWhole && column == 1) {
            ++row;
            column = 0;
        }
        grid->addWidget(widget, row, column, 1, isWhole ? 2 : 1, Qt::AlignTop);
        column += isWhole ? 2 : 1;
        if (column >= 2) {
            ++row;
            column = 0;
        }
    }
    rememberPart(node.module, block);
    return block;
}

QWidget *FormBuilder::makeTable(const LayoutNode &node, const Inherited &style)
{
    const bool isOuter
        = !node.children.empty() && node.children.front().kind != LayoutNode::Kind::Row;
    if (isOuter) {
        return makeBlock(node, style);
    }
    auto *frame = new QFrame;
    frame->setProperty("role", u"formTable"_s);
    auto *grid = new QGridLayout(frame);
    grid->setContentsMargins(1, 1, 1, 1);
    grid->setSpacing(1); // the frame's colour shows through as hairlines
    QSet<std::pair<int, int>> taken;
    QHash<int, bool> isFieldColumn;
    int row = 0;
    for (const LayoutNode &line : node.children) {
        int column = 0;
        for (const LayoutNode &cell : line.children) {
            if (cell.kind != LayoutNode::Kind::Cell) {
                continue;
            }
            while (taken.contains({ row, column })) {
                ++column;
            }
            for (int r = 0; r < cell.rowSpan; ++r) {
                for (int c = 0; c < cell.columnSpan; ++c) {
                    taken.insert({ row + r, column + c });
                }
            }
            const bool isField = hasField(cell);
            const bool isTitle = !isField && !isEmpty(cell) && cell.columnSpan == 1;
            grid->addWidget(makeCell(cell, inherit(style, cell.style), isTitle),
                            row,
                            column,
                            cell.rowSpan,
                            cell.columnSpan);
            if (cell.columnSpan == 1) {
                isFieldColumn[column] = isFieldColumn.value(column) || isField;
            } else {
                isFieldColumn[column + cell.columnSpan - 1] = true;
            }
            column += cell.columnSpan;
        }
        ++row;
    }
    for (auto column = isFieldColumn.begin(); column != isFieldColumn.end(); ++column) {
        grid->setColumnStretch(column.key(), column.value() ? 1 : 0);
        if (!column.value()) {
            grid->setColumnMinimumWidth(column.key(), TitleColumnWidth);
        }
    }
    rememberPart(node.module, frame);
    return frame;
}

QWidget *FormBuilder::makeCell(const LayoutNode &node, const Inherited &style, bool isTitle)
{
    auto *cell = new QFrame;
    cell->setProperty("role", isTitle ? u"titleCell"_s : u"cell"_s);
    cell->setMinimumHeight(40);
    QVBoxLayout *layout = columnIn(cell, 4);
    layout->setContentsMargins(CellPadding, 4, CellPadding, 4);
    Inherited inner = style;
    if (isTitle) {
        inner.colour.clear();
        inner.isBold = false;
        inner.fontPx.reset();
        inner.align = TextAlign::Right;
    }
    layout->addStretch();
    fill(layout, node.children, inner);
    layout->addStretch();
    if (isTitle) {
        for (QLabel *label : cell->findChildren<QLabel *>()) {
            label->setProperty("role", u"secondary"_s);
            if (label->text().startsWith(u'*')) {
                const QString text = label->text().mid(1).trimmed().toHtmlEscaped();
                label->setTextFormat(Qt::RichText);
                label->setText(u"<span style=\"color:%1\">*</span>%2"_s.arg(
                    m_theme.colour(Token::Danger).name(), text));
            }
        }
    }
    rememberPart(node.module, cell);
    return cell;
}

QWidget *FormBuilder::makeTabs(const LayoutNode &node, const Inherited &style)
{
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    for (const LayoutNode &child : node.children) {
        auto *page = new QWidget;
        QVBoxLayout *layout = columnIn(page, 8);
        layout->setContentsMargins(0, 12, 0, 0);
        fill(layout, child.children, style);
        layout->addStretch();
        tabs->addTab(page, child.text);
    }
    rememberPart(node.module, tabs);
    return tabs;
}

QWidget *FormBuilder::makeModule(const LayoutNode &node, const Inherited &style)
{
    const Module *module = m_session.model().find(node.module);
    if (!module) {
        return nullptr;
    }
    switch (module->info.kind) {
    case ModuleKind::Label: {
        QLabel *label = makeText(m_session.state(module->id).text, style);
        label->setObjectName(module->id);
        rememberPart(module->id, label);
        return label;
    }
    case ModuleKind::Button: {
        auto *button = new QPushButton(m_session.state(module->id).text);
        button->setObjectName(module->id);
        forms::FormSession *session = &m_session;
        const QString id = module->id;
        QObject::connect(
            button, &QPushButton::clicked, session, [session, id] { session->click(id); });
        const bool hasScript = !forms::eventScript(module->json, u"click"_s).isEmpty();
        button->setEnabled(hasScript && !m_session.isReadonly());
        rememberPart(module->id, button);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(button);
        line->addStretch();
        return row;
    }
    case ModuleKind::Log:
        return makeLog(*module);
    case ModuleKind::Actionbar:
    case ModuleKind::Monitor:
    case ModuleKind::GridTitle:
    case ModuleKind::GridData:
        return nullptr;
    case ModuleKind::Opinion:
        if (m_session.state(module->id).isReadonly) {
            return nullptr; // hidden when read-only; the log shows what was said (7)
        }
        break;
    case ModuleKind::Html:
        return makeText(
            module->json.value("text"_L1).toString().remove(QRegularExpression(u"<[^>]*>"_s)),
            style);
    case ModuleKind::Image:
    case ModuleKind::List:
    case ModuleKind::Remote:
    case ModuleKind::Subform: {
        const QString name = module->label.isEmpty() ? module->id : module->label;
        QLabel *label
            = makeText(tr("“%1” (%2) is shown in the browser only.").arg(name, module->type), {});
        label->setProperty("role", u"hint"_s);
        rememberPart(module->id, label);
        return label;
    }
    default:
        break;
    }
    if (!module->info.hasValue) {
        return nullptr;
    }
    auto *box = new FieldBox(m_session, *module, m_theme);
    m_boxes.insert(module->id, box);
    return box;
}

QLabel *FormBuilder::makeText(const QString &text, const Inherited &style) const
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(text.size() > 12);
    label->setAlignment(alignmentOf(style.align));
    QFont font = m_theme.font(TypeStep::Base);
    if (style.fontPx) {
        font.setPointSizeF(std::clamp(*style.fontPx * 0.75, 9.0, 21.0));
    }
    font.setBold(style.isBold);
    label->setFont(font);
    const QColor colour(style.colour);
    // Only colours that mean something are taken over: red heads, blue titles; not shades of black.
    if (colour.isValid() && colour.hslSaturationF() > 0.35F) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.readable(colour));
        label->setPalette(palette);
        label->setStyleSheet(u"color: %1"_s.arg(m_theme.readable(colour).name()));
    }
    return label;
}

QWidget *FormBuilder::makeLog(const Module &module)
{
    auto *block = new QFrame;
    block->setProperty("role", u"section"_s);
    QVBoxLayout *layout = columnIn(block, 8);
    const QStringList activities = json::texts(module.json, "filterActivity"_L1);
    const QStringList people = json::texts(module.json, "filterPerson"_L1);
    const QStringList routes = json::texts(module.json, "filterRoute"_L1);
    const bool showsOpen = forms::isYes(module.json.value("isTask"_L1));
    for (const Record &record : m_session.work().records) {
        const bool isOpen = record.type == "currentTask"_L1;
        const bool isWanted = (activities.isEmpty() || activities.contains(record.activityName))
            && (people.isEmpty() || people.contains(nameOf(record.person)))
            && (routes.isEmpty() || routes.contains(record.routeName));
        if (!isWanted || (isOpen && !showsOpen)) {
            continue;
        }
        const QString opinion = isOpen ? tr("in hand")
            : record.opinion.isEmpty() ? record.routeName
                                       : record.opinion;
        layout->addWidget(makeText(opinion, {}));
        const QString time = isOpen
            ? QString()
            : QLocale().toString(record.timeUtc.toLocalTime(), u"yyyy-MM-dd HH:mm"_s);
        Inherited style;
        style.align = TextAlign::Right;
        QLabel *who = makeText(
            nameOf(record.person) + u"　"_s + record.activityName + u"　"_s + time, style);
        who->setProperty("role", u"hint"_s);
        layout->addWidget(who);
    }
    rememberPart(module.id, block);
    return block;
}

} // namespace andu::ui
