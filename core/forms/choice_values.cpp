// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/choice_values.h"

#include "core/base/literals.h"

namespace andu::forms {

namespace {

bool isMultiple(const Module &module)
{
    const QJsonObject properties = module.json.value("properties"_L1).toObject();
    return isYes(module.json.value("multiple"_L1)) || isYes(properties.value("multiple"_L1))
        || properties.value("multiple"_L1).toString() == "multiple"_L1;
}

/// Whether a box or an entry is ticked. A text instead of a list ticks every part of it (2.2).
bool isTicked(const QJsonValue &value, const QString &option)
{
    if (value.isArray()) {
        return textsIn(value).contains(option);
    }
    return value.isString() && value.toString().contains(option);
}

/// Options chosen in their own order, as a list of checked inputs is read.
QList<Option> ticked(const QJsonValue &value, const QList<Option> &options)
{
    QList<Option> chosen;
    for (const Option &option : options) {
        if (!option.value.isEmpty() && isTicked(value, option.value)) {
            chosen.append(option);
        }
    }
    return chosen;
}

/// The option that a drop-down shows: the last that matches; the browser falls back to the first.
std::optional<Option> selected(const QJsonValue &value, const QList<Option> &options)
{
    const QString text = scriptText(value.isArray() ? value.toArray().first() : value);
    for (auto option = options.rbegin(); option != options.rend(); ++option) {
        if (option->value == text) {
            return *option;
        }
    }
    return options.isEmpty() ? std::nullopt : std::optional(options.first());
}

QJsonValue
collectedSelect(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    if (module.info.family != Family::Classic) {
        return value.isUndefined() ? QJsonValue(QString()) : value;
    }
    if (isMultiple(module)) {
        const QList<Option> chosen = ticked(
            value.isArray() ? value : QJsonValue(QJsonArray{ scriptText(value) }), options);
        if (chosen.size() == 1) {
            return chosen.first().value;
        }
        QJsonArray list;
        for (const Option &option : chosen) {
            list.append(option.value);
        }
        return list.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(list);
    }
    const auto option = selected(value, options);
    return option && !option->value.isEmpty() ? QJsonValue(option->value)
                                              : QJsonValue(QJsonValue::Null);
}

QString texts(const QList<Option> &options)
{
    QStringList texts;
    for (const Option &option : options) {
        texts.append(option.text);
    }
    return texts.join(", "_L1);
}

std::optional<Option> optionOf(const QJsonValue &value, const QList<Option> &options)
{
    const QString text = scriptText(value);
    for (const Option &option : options) {
        if (option.value == text && !text.isEmpty()) {
            return option;
        }
    }
    return std::nullopt;
}

/// A reader sees the texts of exact matches only; a number never matches a text here [run].
QString readSelect(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    const bool isStrict = module.info.family == Family::Classic;
    const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{ value };
    QStringList chosen;
    for (const QJsonValue &entry : values) {
        if (entry.isString() || !isStrict) {
            chosen.append(scriptText(entry));
        }
    }
    QList<Option> found;
    for (const Option &option : options) {
        if (!option.value.isEmpty() && chosen.contains(option.value)) {
            found.append(option);
        }
    }
    return texts(found);
}

} // namespace

QList<Option>
dictionaryOptions(const QJsonValue &data, const QString &valueKey, const QString &textKey)
{
    QList<Option> options;
    if (data.isObject()) {
        const QJsonObject members = data.toObject();
        for (auto member = members.begin(); member != members.end(); ++member) {
            options.append(Option{ member.key(), scriptText(member.value()) });
        }
        return options;
    }
    QJsonArray entries = data.toArray();
    for (QJsonValueRef entry : entries) {
        const QJsonObject object = entry.toObject();
        if (!valueKey.isEmpty() && object.contains(valueKey)) {
            const QJsonValue text = object.value(textKey.isEmpty() ? valueKey : textKey);
            entry = QJsonObject{ { u"value"_s, object.value(valueKey) }, { u"text"_s, text } };
        }
    }
    return optionsOf(entries);
}

QJsonValue
collectedChoice(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    if (module.is(ModuleKind::Checkbox)) {
        QJsonArray list;
        for (const Option &option : ticked(value, options)) {
            list.append(option.value);
        }
        return list;
    }
    if (module.is(ModuleKind::Radio)) {
        const auto option = optionOf(value, options);
        const bool isKept = module.info.family != Family::Classic && !option;
        return option ? QJsonValue(option->value)
                      : QJsonValue(isKept ? scriptText(value) : QString());
    }
    return collectedSelect(module, value, options);
}

QString shownChoice(const Module &module,
                    const QJsonValue &value,
                    const QList<Option> &options,
                    Viewing viewing)
{
    if (module.is(ModuleKind::Checkbox)) {
        return isTruthy(value) ? texts(ticked(value, options)) : QString();
    }
    if (module.is(ModuleKind::Radio)) {
        const auto option = optionOf(value, options);
        return option ? option->text : QString();
    }
    const bool isDropDown = viewing == Viewing::Editing && module.info.family == Family::Classic
        && !isMultiple(module);
    if (isDropDown) {
        const auto option = selected(value, options);
        return option ? option->text : QString();
    }
    return isTruthy(value) ? readSelect(module, value, options) : QString();
}

} // namespace andu::forms
