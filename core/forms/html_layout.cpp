// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/forms/layout.h"

#include <QSet>

#include <libxml/HTMLparser.h>

#include <memory>

namespace andu::forms {

namespace {

constexpr qsizetype MaxHtmlBytes = 5 * 1024 * 1024;
constexpr int MaxDepth = 200;
constexpr int MaxNodes = 20000;

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

QString textOf(const xmlChar *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

QString attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, reinterpret_cast<const xmlChar *>(name));
    const QString text = textOf(value);
    xmlFree(value);
    return text;
}

bool isElement(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE;
}

QString nameOf(const xmlNode *node)
{
    return textOf(node->name).toLower();
}

int spanOf(const xmlNode *node, const char *name)
{
    return std::clamp(attribute(node, name).toInt(), 1, 100);
}

/// All text below a node, blanks folded.
QString innerText(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    const QString text = textOf(content).simplified();
    xmlFree(content);
    return text;
}

/// Where the text has more tags than a parsed tree should get; -1 for every sane form. Inside
/// fields stand leftovers of the designer, so this is far more than the nodes that are kept.
qsizetype tooManyTags(const QByteArray &html)
{
    static constexpr int MaxTags = 200000;
    int tags = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
        if (++tags > MaxTags) {
            return at;
        }
    }
    return -1;
}

class Reader
{
public:
    explicit Reader(const ModuleJson &moduleJson)
        : m_moduleJson(moduleJson)
    { }

    FormLayout read(const QString &html)
    {
        QByteArray bytes = html.toUtf8().left(MaxHtmlBytes);
        m_layout.isTruncated = html.size() > MaxHtmlBytes;
        if (const qsizetype end = tooManyTags(bytes); end >= 0) {
            bytes.truncate(end);
            m_layout.isTruncated = true;
        }
        const Document document(htmlReadMemory(bytes.constData(),
                                               int(bytes.size()),
                                               nullptr,
                                               "UTF-8",
                                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR
                                                   | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                                                   | HTML_PARSE_COMPACT),
                                &xmlFreeDoc);
        if (document && xmlDocGetRootElement(document.get())) {
            children(xmlDocGetRootElement(document.get()), m_layout.root, 0);
        }
        return std::move(m_layout);
    }

private:
    struct Place
    {
        QString id;
        const QJsonObject *json = nullptr;
        TypeInfo info;
    };

    std::optional<Place> placeOf(const xmlNode *node) const
    {
        if (attribute(node, "mwftype").isEmpty()) {
            return std::nullopt;
        }
        QString id = attribute(node, "id");
        if (id.isEmpty()) {
            id = attribute(node, "mwfid");
        }
        const QJsonObject *json = m_moduleJson(id);
        if (!json) {
            // The outer node names the form itself; other nodes without a definition are skipped
            // (1.4).
            return Place{ id, nullptr, {} };
        }
        return Place{ id, json, typeInfo(json->value("type"_L1).toString()) };
    }

    Style styleFor(const xmlNode *node, const QJsonObject *json) const
    {
        QList<QJsonObject> objects;
        if (json) {
            objects.append(json->value("styles"_L1).toObject());
            objects.append(json->value("recoveryStyles"_L1).toObject());
            if (m_table) {
                const QString cell = json->value("cellType"_L1).toString();
                if (!cell.isEmpty()) {
                    const QByteArray key = cell.toLatin1() + "TdStyles";
                    objects.append(m_table->value(QLatin1StringView(key)).toObject());
                }
            }
        }
        Style style = styleOf(attribute(node, "style"), objects);
        const QString width = style.width ? QString() : attribute(node, "width");
        if (!width.isEmpty()) {
            style.width = styleOf("width:"_L1 + width, {}).width;
        }
        const QString align
            = style.align == TextAlign::Inherit ? attribute(node, "align") : QString();
        if (!align.isEmpty() && nameOf(node) != "table"_L1) {
            style.align = styleOf("text-align:"_L1 + align, {}).align;
        }
        return style;
    }

    void children(const xmlNode *node, LayoutNode &parent, int depth)
    {
        for (const xmlNode *child = node->children; child; child = child->next) {
            if (++m_nodes > MaxNodes || depth > MaxDepth) {
                m_layout.isTruncated = true;
                return;
            }
            if (child->type == XML_TEXT_NODE) {
                appendText(textOf(child->content), parent);
            } else if (isElement(child)) {
                element(child, parent, depth + 1);
            }
        }
    }

    static void appendText(const QString &raw, LayoutNode &parent)
    {
        const QString text = raw.simplified();
        if (!text.isEmpty()) {
            LayoutNode node;
            node.kind = LayoutNode::Kind::Text;
            node.text = text;
            parent.children.push_back(std::move(node));
        }
    }

    void element(const xmlNode *node, LayoutNode &parent, int depth)
    {
        const QString name = nameOf(node);
        static const QSet<QString> dropped{ u"script"_s,   u"style"_s,    u"head"_s, u"iframe"_s,
                                            u"object"_s,   u"embed"_s,    u"link"_s, u"meta"_s,
                                            u"noscript"_s, u"template"_s, u"svg"_s };
        if (dropped.contains(name)) {
            return;
        }
        const auto place = placeOf(node);
        if (place && place->json) {
            module(node, *place, parent, depth);
            return;
        }
        if (place && m_isInsideForm && !isBox(attribute(node, "mwftype"))) {
            return; // without a definition a field's node is the designer's leftover
        }
        m_isInsideForm = m_isInsideForm || place.has_value();
        plain(node, name, parent, depth);
    }

    /// Structure keeps what stands in it, even when its own definition is missing.
    static bool isBox(const QString &type)
    {
        const TypeInfo info = typeInfo(type);
        return info.isContainer && info.kind != ModuleKind::Subform;
    }

    /// True when a module stands somewhere below.
    bool holdsModules(const xmlNode *node, int depth) const
    {
        for (const xmlNode *child = node->children; child && depth < MaxDepth;
             child = child->next) {
            if (!isElement(child)) {
                continue;
            }
            const auto place = placeOf(child);
            if ((place && place->json) || holdsModules(child, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    void plain(const xmlNode *node, const QString &name, LayoutNode &parent, int depth)
    {
        static const QSet<QString> through{ u"html"_s,  u"body"_s, u"tbody"_s, u"thead"_s,
                                            u"tfoot"_s, u"font"_s, u"center"_s };
        if (through.contains(name)) {
            children(node, parent, depth);
            return;
        }
        LayoutNode layout;
        layout.style = styleFor(node, nullptr);
        static const QSet<QString> inlineNames{ u"span"_s,   u"b"_s, u"i"_s,     u"u"_s,    u"em"_s,
                                                u"strong"_s, u"a"_s, u"label"_s, u"small"_s };
        layout.style.isInline = layout.style.isInline || inlineNames.contains(name);
        if (name == "b"_L1 || name == "strong"_L1 || name == "th"_L1) {
            layout.style.isBold = layout.style.isBold.value_or(true);
        }
        if (name == "hr"_L1 || name == "br"_L1) {
            layout.kind = name == "hr"_L1 ? LayoutNode::Kind::Rule : LayoutNode::Kind::Block;
            parent.children.push_back(std::move(layout));
            return;
        }
        shape(node, name, layout);
        children(node, layout, depth);
        if (!layout.children.empty() || layout.kind == LayoutNode::Kind::Cell) {
            parent.children.push_back(std::move(layout));
        }
    }

    static void shape(const xmlNode *node, const QString &name, LayoutNode &layout)
    {
        if (name == "table"_L1) {
            layout.kind = LayoutNode::Kind::Table;
        } else if (name == "tr"_L1) {
            layout.kind = LayoutNode::Kind::Row;
        } else if (name == "td"_L1 || name == "th"_L1) {
            layout.kind = LayoutNode::Kind::Cell;
            layout.columnSpan = spanOf(node, "colspan");
            layout.rowSpan = spanOf(node, "rowspan");
        }
    }

    void module(const xmlNode *node, const Place &place, LayoutNode &parent, int depth)
    {
        if (m_seen.contains(place.id)) {
            return;
        }
        m_seen.insert(place.id);
        m_isInsideForm = true;
        m_layout.order.append(place.id);
        LayoutNode layout;
        layout.module = place.id;
        layout.style = styleFor(node, place.json);
        const ModuleKind kind = place.info.kind;
        if (kind == ModuleKind::Tab) {
            tabs(node, layout, depth);
        } else if (kind == ModuleKind::Datagrid || kind == ModuleKind::Datatable) {
            layout.kind = LayoutNode::Kind::Module;
            grid(node, place.id);
        } else if (kind == ModuleKind::Datatemplate) {
            layout.kind = LayoutNode::Kind::Module;
            LayoutNode row;
            children(node, row, depth);
            m_layout.templates.insert(place.id, std::move(row));
        } else if (place.info.isContainer && kind != ModuleKind::Subform
                   && (kind != ModuleKind::Html || holdsModules(node, depth))) {
            shape(node, nameOf(node), layout);
            const QJsonObject *outer = m_table;
            if (kind == ModuleKind::Table) {
                m_table = place.json;
            }
            children(node, layout, depth);
            m_table = outer;
        } else {
            layout.kind = LayoutNode::Kind::Module;
        }
        parent.children.push_back(std::move(layout));
    }

    /// Module nodes of the given kind below @p node, not looking into those found.
    void
    collect(const xmlNode *node, ModuleKind kind, QList<const xmlNode *> &found, int depth) const
    {
        for (const xmlNode *child = node->children; child && depth < MaxDepth;
             child = child->next) {
            if (!isElement(child)) {
                continue;
            }
            const auto place = placeOf(child);
            if (place && place->json && place->info.kind == kind) {
                found.append(child);
            } else if (!place || !place->json || place->info.kind != ModuleKind::Tab) {
                collect(child, kind, found, depth + 1);
            }
        }
    }

    /// Pages are found without looking into contents, contents without looking into pages.
    void tabs(const xmlNode *node, LayoutNode &layout, int depth)
    {
        layout.kind = LayoutNode::Kind::Tabs;
        QList<const xmlNode *> contents;
        collect(node, ModuleKind::TabContent, contents, depth);
        QList<const xmlNode *> pages;
        if (const xmlNode *head = xmlFirstElementChild(const_cast<xmlNode *>(node))) {
            collect(head, ModuleKind::TabPage, pages, depth);
        }
        for (const xmlNode *head : std::as_const(pages)) {
            take(placeOf(head)->id); // building order: all heads, then the contents
        }
        for (qsizetype i = 0; i < contents.size(); ++i) {
            LayoutNode page;
            page.kind = LayoutNode::Kind::Page;
            page.module = placeOf(contents[i])->id;
            take(page.module);
            if (i < pages.size()) {
                page.text = placeOf(pages[i])->json->value("name"_L1).toString().simplified();
                const QString text = innerText(pages[i]);
                if (page.text.isEmpty() && !text.startsWith("(C)"_L1)) {
                    page.text = text;
                }
            }
            children(contents[i], page, depth);
            layout.children.push_back(std::move(page));
        }
    }

    void take(const QString &id)
    {
        if (!m_seen.contains(id)) {
            m_seen.insert(id);
            m_layout.order.append(id);
        }
    }

    void grid(const xmlNode *node, const QString &id)
    {
        QList<const xmlNode *> titles;
        QList<const xmlNode *> cells;
        collect(node, ModuleKind::GridTitle, titles, 0);
        collect(node, ModuleKind::GridData, cells, 0);
        for (const xmlNode *title : std::as_const(titles)) {
            take(placeOf(title)->id);
        }
        QList<GridColumn> columns;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            GridColumn column;
            column.dataId = placeOf(cells[i])->id;
            take(column.dataId);
            if (i < titles.size()) {
                const auto title = placeOf(titles[i]);
                column.titleId = title->id;
                column.title = title->json->value("name"_L1).toString();
                if (column.title.isEmpty()) {
                    column.title = innerText(titles[i]);
                }
                column.width = styleFor(titles[i], title->json).width;
            }
            LayoutNode content;
            children(cells[i], content, 0);
            leaves(content, column.fields);
            columns.append(column);
        }
        m_layout.columns.insert(id, columns);
    }

    static void leaves(const LayoutNode &node, QStringList &fields)
    {
        if (node.kind == LayoutNode::Kind::Module) {
            fields.append(node.module);
        }
        for (const LayoutNode &child : node.children) {
            leaves(child, fields);
        }
    }

    const ModuleJson &m_moduleJson;
    FormLayout m_layout;
    QSet<QString> m_seen;
    const QJsonObject *m_table = nullptr; ///< Table the walk is in.
    int m_nodes = 0;
    bool m_isInsideForm = false;
};

LayoutNode cellWith(LayoutNode content, const QString &text)
{
    LayoutNode cell;
    cell.kind = LayoutNode::Kind::Cell;
    if (!text.isEmpty()) {
        content.kind = LayoutNode::Kind::Text;
        content.text = text;
    }
    cell.children.push_back(std::move(content));
    return cell;
}

} // namespace

FormLayout readHtml(const QString &html, const ModuleJson &moduleJson)
{
    return Reader(moduleJson).read(html);
}

FormLayout plainLayout(const QStringList &order, const ModuleJson &moduleJson)
{
    FormLayout layout;
    LayoutNode table;
    table.kind = LayoutNode::Kind::Table;
    for (const QString &id : order) {
        const QJsonObject *json = moduleJson(id);
        if (!json) {
            continue;
        }
        layout.order.append(id);
        const TypeInfo info = typeInfo(json->value("type"_L1).toString());
        const bool isShown = info.hasValue || info.kind == ModuleKind::Label
            || info.kind == ModuleKind::Log || info.kind == ModuleKind::Button;
        if (!isShown) {
            continue;
        }
        LayoutNode row;
        row.kind = LayoutNode::Kind::Row;
        LayoutNode field;
        field.kind = LayoutNode::Kind::Module;
        field.module = id;
        if (info.hasValue) {
            QString label = json->value("label"_L1).toString(json->value("name"_L1).toString());
            row.children.push_back(cellWith({}, label.isEmpty() ? id : label));
        }
        LayoutNode cell = cellWith(std::move(field), {});
        cell.columnSpan = info.hasValue ? 1 : 2;
        row.children.push_back(std::move(cell));
        table.children.push_back(std::move(row));
    }
    layout.root.children.push_back(std::move(table));
    return layout;
}

} // namespace andu::forms
