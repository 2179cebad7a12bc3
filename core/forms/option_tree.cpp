// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/option_tree.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/values.h"

namespace andu::forms {

namespace {

constexpr int MaxDepth = 12;

struct Names
{
    QString value;
    QString label;
    QString children;
    QString separator;
    bool hasAllLevels = true;
};

Names namesOf(const Module &module)
{
    const QJsonObject props = module.json.value("props"_L1).toObject();
    const auto named = [&props](QLatin1StringView key) {
        const QString name = json::text(props, key);
        return name.isEmpty() ? QString(key) : name;
    };
    Names names{ named("value"_L1), named("label"_L1), named("children"_L1), {}, true };
    names.separator = json::text(module.json, "separator"_L1);
    if (names.separator.isEmpty()) {
        names.separator = u"/"_s;
    }
    names.hasAllLevels = module.json.value("showAllLevels"_L1) != QJsonValue(false);
    return names;
}

QString labelOf(const QJsonObject &node, const Names &names)
{
    for (const QString &key : { names.label, u"text"_s, u"name"_s, names.value }) {
        const QString text = scriptText(node.value(key));
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QStringList labelsOf(const QJsonArray &tree, const QStringList &path, const Names &names, int depth)
{
    for (const QJsonValue &entry : tree) {
        const QJsonObject node = entry.toObject();
        const QString value = scriptText(node.value(names.value));
        if (path.isEmpty() || (value.isEmpty() ? labelOf(node, names) : value) != path.first()) {
            continue;
        }
        QStringList labels{ labelOf(node, names) };
        if (path.size() == 1 || depth > MaxDepth) {
            return labels;
        }
        const QStringList below
            = labelsOf(node.value(names.children).toArray(), path.mid(1), names, depth + 1);
        return below.isEmpty() ? QStringList() : labels + below;
    }
    return {};
}

/// A leaf stored alone (`emitPath: false`) is looked for everywhere.
QString leafLabel(const QJsonArray &tree, const QString &value, const Names &names, int depth)
{
    for (const QJsonValue &entry : tree) {
        const QJsonObject node = entry.toObject();
        const QJsonArray children = node.value(names.children).toArray();
        if (children.isEmpty() && scriptText(node.value(names.value)) == value) {
            return labelOf(node, names);
        }
        const QString below
            = depth > MaxDepth ? QString() : leafLabel(children, value, names, depth + 1);
        if (!below.isEmpty()) {
            return below;
        }
    }
    return {};
}

QString textOf(const QJsonArray &tree, const QJsonValue &path, const Names &names)
{
    if (!path.isArray()) {
        return leafLabel(tree, scriptText(path), names, 0);
    }
    const QStringList labels = labelsOf(tree, textsIn(path), names, 0);
    return names.hasAllLevels || labels.isEmpty() ? labels.join(names.separator) : labels.last();
}

} // namespace

QStringList cascaderTexts(const Module &module, const QJsonArray &tree, const QJsonValue &value)
{
    const Names names = namesOf(module);
    const bool isMany = isYes(module.json.value("multiple"_L1))
        || isYes(module.json.value("props"_L1).toObject().value("multiple"_L1));
    const QJsonArray paths = isMany ? value.toArray() : QJsonArray{ value };
    QStringList texts;
    for (const QJsonValue &path : paths) {
        const QString text = textOf(tree, path, names);
        if (!text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts;
}

QJsonArray ownTree(const Module &module)
{
    for (const auto key :
         { "options"_L1, "itemValues"_L1, "optionsTree"_L1, "cascadeOptions"_L1, "json"_L1 }) {
        const QJsonArray list = module.json.value(key).toArray();
        if (!list.isEmpty() && list.first().isObject()) {
            return list;
        }
    }
    return {};
}

} // namespace andu::forms
