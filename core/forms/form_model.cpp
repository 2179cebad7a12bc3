// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/form_model.h"

#include "core/base/literals.h"

#include <QJsonArray>
#include <QSet>

namespace andu::forms {

namespace {

constexpr int MaxModules = 20000;
constexpr int MaxSubformDepth = 8;

class Builder
{
public:
    explicit Builder(const FormSource &source)
        : m_source(source)
    { }

    FormModel build()
    {
        m_model.name = m_source.name;
        m_model.json = m_source.body.json;
        m_model.scripts = m_source.scripts;
        m_model.layout = add(m_source.body, {}, {});
        if (m_model.layout.isTruncated) {
            note(FormNote::Kind::TooLarge, u"form"_s, u"the layout is over the limits"_s);
        }
        placeCells();
        markGeneration();
        labelFields(m_model.layout.root);
        for (const LayoutNode &row : m_model.layout.templates) {
            labelFields(row);
        }
        return std::move(m_model);
    }

private:
    void note(FormNote::Kind kind, const QString &where, const QString &detail)
    {
        m_model.notes.append(FormNote{ kind, where, detail });
    }

    /// Modules and layout of one form; @p prefix is the Subform module it stands in.
    FormLayout add(const FormBody &body, const QString &prefix, const QStringList &path)
    {
        const QJsonObject list = body.json.value("moduleList"_L1).toObject();
        QHash<QString, QJsonObject> jsons;
        QHash<QString, QString> renamed;
        for (auto member = list.begin(); member != list.end(); ++member) {
            if (!member.value().isObject() || jsons.size() > MaxModules) {
                continue;
            }
            jsons.insert(member.key(), member.value().toObject());
            // Keys of the outer form clash even when no node shows them (5.5).
            if (!prefix.isEmpty() && m_keys.contains(member.key())) {
                renamed.insert(member.key(), prefix + u'_' + member.key());
            }
        }
        for (auto entry = jsons.begin(); entry != jsons.end(); ++entry) {
            m_keys.insert(renamed.value(entry.key(), entry.key()));
        }
        const ModuleJson lookup = [&jsons](const QString &id) -> const QJsonObject * {
            const auto found = jsons.constFind(id);
            return found == jsons.constEnd() ? nullptr : &found.value();
        };
        FormLayout layout = body.html.trimmed().isEmpty() ? plainLayout(body.moduleOrder, lookup)
                                                          : readHtml(body.html, lookup);
        if (!renamed.isEmpty()) {
            rename(layout, renamed);
        }
        QHash<QString, QString> original;
        for (auto entry = renamed.begin(); entry != renamed.end(); ++entry) {
            original.insert(entry.value(), entry.key());
        }
        for (const QString &id : std::as_const(layout.order)) {
            addModule(id, jsons.value(original.value(id, id)));
        }
        addSubforms(layout, path);
        return layout;
    }

    void addModule(const QString &id, const QJsonObject &json)
    {
        Module module;
        module.id = id;
        module.json = json;
        module.type = json.value("type"_L1).toString();
        module.info = typeInfo(module.type);
        for (const QString &key : { u"label"_s, u"name"_s }) {
            if (module.label.isEmpty()) {
                module.label = json.value(key).toString().simplified();
            }
        }
        if (module.is(ModuleKind::Unknown)) {
            note(FormNote::Kind::UnknownModule, id, module.type);
        }
        m_model.modules.insert(id, module);
    }

    static void rename(LayoutNode &node, const QHash<QString, QString> &names)
    {
        node.module = names.value(node.module, node.module);
        for (LayoutNode &child : node.children) {
            rename(child, names);
        }
    }

    static void rename(FormLayout &layout, const QHash<QString, QString> &names)
    {
        rename(layout.root, names);
        for (QString &id : layout.order) {
            id = names.value(id, id);
        }
        QHash<QString, QList<GridColumn>> columns;
        for (auto grid = layout.columns.begin(); grid != layout.columns.end(); ++grid) {
            QList<GridColumn> changed = grid.value();
            for (GridColumn &column : changed) {
                column.titleId = names.value(column.titleId, column.titleId);
                column.dataId = names.value(column.dataId, column.dataId);
                for (QString &field : column.fields) {
                    field = names.value(field, field);
                }
            }
            columns.insert(names.value(grid.key(), grid.key()), changed);
        }
        layout.columns = columns;
        QHash<QString, LayoutNode> templates;
        for (auto row = layout.templates.begin(); row != layout.templates.end(); ++row) {
            LayoutNode node = row.value();
            rename(node, names);
            templates.insert(names.value(row.key(), row.key()), node);
        }
        layout.templates = templates;
    }

    void addSubforms(FormLayout &layout, const QStringList &path)
    {
        QStringList order;
        for (const QString &id : std::as_const(layout.order)) {
            order.append(id);
            const Module module = m_model.modules.value(id);
            if (!module.is(ModuleKind::Subform)) {
                continue;
            }
            const QString wanted = wantedSubform(module);
            if (wanted.isEmpty() || wanted == "none"_L1) {
                continue; // none was chosen
            }
            const auto body = m_source.subforms.constFind(wanted);
            if (body == m_source.subforms.constEnd()) {
                note(FormNote::Kind::SubformMissing, id, wanted);
                continue;
            }
            // The web client's own words for a form in itself and for a form embedded twice.
            if (path.contains(wanted) || path.size() >= MaxSubformDepth) {
                note(FormNote::Kind::SubformCycle, id, u"该表单存在相互嵌套的子表单："_s + wanted);
                continue;
            }
            if (m_used.contains(wanted)) {
                note(FormNote::Kind::SubformCycle, id, u"该表单重复嵌入了同一子表单："_s + wanted);
                continue;
            }
            m_used.insert(wanted);
            FormLayout inner = add(*body, id, path + QStringList{ wanted });
            m_model.subformJsons.append(body->json);
            order.append(inner.order);
            m_model.subformModules.insert(id, inner.order);
            layout.columns.insert(inner.columns);
            layout.templates.insert(inner.templates);
            layout.isTruncated = layout.isTruncated || inner.isTruncated;
            place(layout.root, id, inner.root);
        }
        layout.order = order;
    }

    QString wantedSubform(const Module &module) const
    {
        const bool isScript = module.json.value("subformType"_L1).toString() == "script"_L1;
        return isScript ? m_source.chosenSubforms.value(module.id)
                        : module.json.value("subformSelected"_L1).toString();
    }

    static bool place(LayoutNode &node, const QString &id, LayoutNode &content)
    {
        if (node.module == id) {
            node.kind = LayoutNode::Kind::Block;
            node.children = std::move(content.children);
            return true;
        }
        for (LayoutNode &child : node.children) {
            if (place(child, id, content)) {
                return true;
            }
        }
        return false;
    }

    /// Modules that 6.0.3 does not know mean that a newer client draws the form.
    void markGeneration()
    {
        const auto isNewer = [](const Module &module) {
            return module.info.family != Family::Classic || module.is(ModuleKind::Datatable)
                || module.is(ModuleKind::Datatemplate);
        };
        if (std::any_of(m_model.modules.cbegin(), m_model.modules.cend(), isNewer)) {
            for (Module &module : m_model.modules) {
                module.isNewer = true;
            }
        }
    }

    /// Tells the editors of cells which grid they belong to.
    void placeCells()
    {
        const FormLayout &layout = m_model.layout;
        for (auto grid = layout.columns.begin(); grid != layout.columns.end(); ++grid) {
            for (const GridColumn &column : grid.value()) {
                for (const QString &field : column.fields) {
                    Module &module = m_model.modules[field];
                    module.grid = grid.key();
                    module.column = column.titleId;
                    if (module.label.isEmpty()) {
                        module.label = column.title;
                    }
                }
            }
        }
        for (auto row = layout.templates.begin(); row != layout.templates.end(); ++row) {
            placeInTemplate(row.value(), row.key());
        }
    }

    void placeInTemplate(const LayoutNode &node, const QString &id)
    {
        if (node.kind == LayoutNode::Kind::Module) {
            m_model.modules[node.module].grid = id;
        }
        for (const LayoutNode &child : node.children) {
            placeInTemplate(child, id);
        }
    }

    /// Text of labels and loose text below a node.
    void textBelow(const LayoutNode &node, QString &text) const
    {
        if (node.kind == LayoutNode::Kind::Text) {
            text += node.text;
        } else if (const Module *module = m_model.find(node.module)) {
            if (module->is(ModuleKind::Label)) {
                text += module->json.value("text"_L1).toString();
            }
        }
        for (const LayoutNode &child : node.children) {
            textBelow(child, text);
        }
    }

    void firstField(const LayoutNode &node, QString &id) const
    {
        const Module *module = m_model.find(node.module);
        if (id.isEmpty() && module && module->info.hasValue) {
            id = node.module;
        }
        for (const LayoutNode &child : node.children) {
            firstField(child, id);
        }
    }

    /// A field without a name is called what the cell before it says.
    void labelFields(const LayoutNode &node)
    {
        QString before;
        for (const LayoutNode &child : node.children) {
            QString field;
            if (node.kind == LayoutNode::Kind::Row) {
                firstField(child, field);
            }
            if (!field.isEmpty()) {
                Module &module = m_model.modules[field];
                if (module.label.isEmpty() && !before.isEmpty()) {
                    module.label = before;
                }
            } else if (node.kind == LayoutNode::Kind::Row) {
                before.clear();
                textBelow(child, before);
                before = before.remove(u'*').remove(u'：').remove(u':').simplified();
            }
            labelFields(child);
        }
    }

    const FormSource &m_source;
    FormModel m_model;
    QSet<QString> m_used;
    QSet<QString> m_keys; ///< Ids of all forms put together so far.
};

} // namespace

QString nameOf(FormNote::Kind kind)
{
    switch (kind) {
    case FormNote::Kind::UnknownModule:
        return u"unknownModule"_s;
    case FormNote::Kind::SubformMissing:
        return u"subformMissing"_s;
    case FormNote::Kind::SubformCycle:
        return u"subformCycle"_s;
    case FormNote::Kind::TooLarge:
        return u"tooLarge"_s;
    case FormNote::Kind::ScriptFailed:
        return u"scriptFailed"_s;
    case FormNote::Kind::ScriptUnsupported:
        return u"scriptUnsupported"_s;
    case FormNote::Kind::ScriptTimeout:
        return u"scriptTimeout"_s;
    }
    return {};
}

const Module *FormModel::find(const QString &id) const
{
    const auto found = modules.constFind(id);
    return found == modules.constEnd() ? nullptr : &found.value();
}

QStringList FormModel::fields() const
{
    QStringList ids;
    for (const QString &id : layout.order) {
        const Module *module = find(id);
        if (module && module->info.hasValue && module->grid.isEmpty()) {
            ids.append(id);
        }
    }
    return ids;
}

FormModel buildModel(const FormSource &source)
{
    return Builder(source).build();
}

bool isRequired(const Module &module)
{
    if (isYes(module.json.value("required"_L1))) {
        return true;
    }
    const QJsonArray rules = module.json.value("validationConfig"_L1).toArray();
    for (const QJsonValue &value : rules) {
        const QJsonObject rule = value.toObject();
        if (rule.value("status"_L1).toString() != "decision"_L1
            && rule.value("operateor"_L1).toString() == "isnull"_L1) {
            return true;
        }
    }
    return false;
}

} // namespace andu::forms
