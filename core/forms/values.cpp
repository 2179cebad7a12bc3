// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/values.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/choice_values.h"
#include "core/forms/html_text.h"

#include <cmath>

namespace andu::forms {

namespace {

/// Text for people: objects as their JSON instead of JavaScript's "[object Object]".
QString jsonText(const QJsonValue &value)
{
    if (value.isArray()) {
        return textsIn(value).join(u',');
    }
    return value.isObject() ? QString::fromUtf8(json::compact(value)) : scriptText(value);
}

bool isClassic(const Module &module)
{
    return module.info.family == Family::Classic;
}

bool isBlank(const QJsonValue &value)
{
    return !value.isObject() && jsonText(value).trimmed().isEmpty();
}

QJsonValue collectedText(const Module &module, const QJsonValue &value)
{
    const bool isNumeric = module.json.value("dataType"_L1).toString() == "number"_L1;
    if (isClassic(module)) {
        const QString text = isTruthy(value) ? scriptText(value) : QString();
        return isNumeric ? QJsonValue(leadingNumber(text).value_or(0)) : QJsonValue(text);
    }
    if (isNumeric) {
        const auto number = numberIn(value);
        return number ? QJsonValue(*number) : QJsonValue(jsonText(value));
    }
    return value.isObject() ? value : QJsonValue(jsonText(value));
}

QJsonValue collectedNumber(const Module &module, const QJsonValue &value)
{
    if (!isClassic(module)) {
        const auto number = numberIn(value);
        return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
    }
    if (module.isNewer && isBlank(value)) {
        return QString();
    }
    const double number = leadingNumber(scriptText(value)).value_or(0);
    return std::isfinite(number) ? number : 0;
}

QJsonValue collectedGrid(const QJsonValue &value)
{
    const QJsonObject grid = value.toObject();
    if (grid.value("data"_L1).toArray().isEmpty()) {
        return QJsonObject{ { u"data"_s, QJsonArray() } };
    }
    return grid;
}

QJsonValue collectedCombox(const QJsonValue &value)
{
    QJsonArray list = value.isArray() ? value.toArray() : QJsonArray();
    if (!value.isArray() && isTruthy(value)) {
        list.append(value);
    }
    return list.size() == 1 && !isTruthy(list.first()) ? QJsonArray() : list;
}

QString grouped(double value, const Module &module)
{
    const auto decimals = decimalsOf(module);
    QString text = decimals ? formattedNumber(value, decimals) : scriptNumber(value);
    const QJsonValue wanted = module.json.value("thousands"_L1);
    const QString separator
        = wanted.isBool() ? (wanted.toBool() ? u","_s : QString()) : wanted.toString();
    if (!separator.isEmpty()) {
        qsizetype end = text.indexOf(u'.');
        end = end < 0 ? text.size() : end;
        for (qsizetype at = end - 3; at > (text.startsWith(u'-') ? 1 : 0); at -= 3) {
            text.insert(at, separator);
        }
    }
    return module.json.value("prefix"_L1).toString() + text
        + module.json.value("suffix"_L1).toString();
}

QString shownNumber(const Module &module, const QJsonValue &value, Viewing viewing)
{
    const bool isGrouped = !isClassic(module) || module.type.toLower() == "currency"_L1;
    const auto number = numberIn(value);
    if (isGrouped) {
        return number ? grouped(*number, module) : jsonText(value);
    }
    const bool isZero = viewing == Viewing::Editing && !module.isNewer && !isTruthy(value);
    return isZero ? u"0"_s : scriptText(value);
}

QString shownCombox(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    QStringList texts;
    for (const QString &chosen : textsIn(value)) {
        const auto option = std::find_if(options.begin(), options.end(), [&](const auto &entry) {
            return entry.value == chosen;
        });
        texts.append(option == options.end() ? chosen : option->text);
    }
    const QString separator = module.json.value("splitShow"_L1).toString();
    return texts.join(separator.isEmpty() ? u", "_s : separator);
}

QString shownOrg(const Module &module, const QJsonValue &value)
{
    QStringList names;
    const QJsonArray entries = orgValues(value);
    const bool isTyped = isTruthy(module.json.value("isInput"_L1)) && isClassic(module);
    for (const QJsonValue &entry : entries) {
        // Where text can be typed, namesakes are told apart by their number.
        const QString employee = isTyped ? json::text(entry.toObject(), "employee"_L1) : QString();
        const bool isPerson
            = json::text(entry.toObject(), "distinguishedName"_L1).endsWith("@P"_L1);
        names.append(isPerson && !employee.isEmpty() ? orgText(entry) + u'(' + employee + u')'
                                                     : orgText(entry));
    }
    const QString separator = module.json.value("splitShow"_L1).toString();
    return names.join(separator.isEmpty() ? u", "_s : separator);
}

QString shownSwitch(const Module &module, const QJsonValue &value)
{
    const QJsonValue active = module.json.value("activeValue"_L1);
    const bool isPlain = active.isUndefined() || (active.isString() && active.toString().isEmpty());
    const bool isOn = isPlain ? value.toBool() : scriptText(active) == scriptText(value);
    return module.json.value(isOn ? "activeText"_L1 : "inactiveText"_L1).toString();
}

/// Names of files, whether the value lists names or whole attachments.
QString shownFiles(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray files = value.toArray();
    for (const QJsonValue &file : files) {
        names.append(file.isObject() ? json::text(file.toObject(), "name"_L1) : scriptText(file));
    }
    return names.join(", "_L1);
}

QJsonValue loadedGrid(const QJsonValue &stored)
{
    if (stored.isObject()) {
        return stored;
    }
    const QJsonArray rows = stored.toArray();
    return QJsonObject{ { u"data"_s, rows }, { u"total"_s, QJsonObject() } };
}

QJsonValue loadedNumber(const Module &module, const QJsonValue &stored)
{
    if (!isClassic(module) || (module.isNewer && isBlank(stored))) {
        return stored;
    }
    const auto decimals = decimalsOf(module);
    if (stored.isObject() || stored.isArray() || (!decimals && isTruthy(stored))) {
        return stored; // nothing is formatted: the type stays, too
    }
    return formattedNumber(stored, decimals);
}

} // namespace

QList<Option> optionsOf(const QJsonValue &list, OptionShape shape)
{
    QList<Option> options;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries) {
        if (entry.isObject()) {
            const QJsonObject object = entry.toObject();
            const QString value = jsonText(object.value("value"_L1));
            const QJsonValue text
                = object.contains("text"_L1) ? object.value("text"_L1) : object.value("label"_L1);
            options.append(Option{ text.isUndefined() ? value : jsonText(text), value });
            continue;
        }
        // "text|" means value = text, "" and "|" are the empty option (2.2).
        const QStringList parts = jsonText(entry).split(u'|');
        const bool hasKeyword = shape == OptionShape::Keyword && parts.size() > 2;
        const QString value = parts.value(hasKeyword ? 2 : 1);
        options.append(Option{ parts.first(), value.isEmpty() ? parts.first() : value });
    }
    return options;
}

bool takesOptions(const Module &module)
{
    return module.is(ModuleKind::Select) || module.is(ModuleKind::Radio)
        || module.is(ModuleKind::Checkbox) || module.is(ModuleKind::Combox)
        || module.is(ModuleKind::Cascader);
}

bool isGrid(const Module &module)
{
    return module.is(ModuleKind::Datagrid) || module.is(ModuleKind::Datatable)
        || module.is(ModuleKind::Datatemplate);
}

std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    if (!value.isString() || value.toString().trimmed().isEmpty()) {
        return std::nullopt;
    }
    const double number = scriptToNumber(value);
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString formattedNumber(const QJsonValue &value, std::optional<int> decimals)
{
    const QString text = scriptText(value);
    const double number = leadingNumber(text).value_or(0);
    if (number == 0 || !std::isfinite(number) || !decimals) {
        return isTruthy(value) ? text : u"0"_s;
    }
    const double scale = std::pow(10.0, *decimals);
    double rounded = std::floor(number * scale); // Math.round: halves go up
    if (number * scale - rounded >= 0.5) {
        rounded += 1;
    }
    rounded /= scale;
    if (!std::isfinite(rounded)) {
        return text;
    }
    QString result = scriptNumber(rounded);
    if (result.contains(u'e')) {
        return result;
    }
    qsizetype point = result.indexOf(u'.');
    if (point < 0 && *decimals > 0) {
        point = result.size();
        result += u'.';
    }
    const qsizetype missing = *decimals > 0 ? *decimals - (result.size() - point - 1) : 0;
    return missing > 0 ? result + QString(missing, u'0') : result;
}

QJsonValue loadedValue(const Module &module, const QJsonValue &stored, bool isReadonly)
{
    switch (module.info.kind) {
    case ModuleKind::Number:
        return loadedNumber(module, stored);
    case ModuleKind::TextArea:
        // Of a list the first entry is taken.
        if (isClassic(module) && stored.isArray()) {
            const QJsonValue first = stored.toArray().first();
            return isTruthy(first) ? first : QJsonValue(QString());
        }
        [[fallthrough]];
    case ModuleKind::Text:
    case ModuleKind::Calendar:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
    case ModuleKind::Opinion:
        return isClassic(module) && !isTruthy(stored) ? QJsonValue(QString()) : stored;
    case ModuleKind::Select:
        if (!isClassic(module) || isReadonly) {
            return stored;
        }
        // The drop-down takes the first of several values.
        return !isTruthy(stored) ? QJsonValue(QString()) : stored;
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
        return loadedGrid(stored);
    case ModuleKind::Datatemplate:
        return isTruthy(stored) ? stored : QJsonValue(QJsonArray());
    case ModuleKind::Org:
        return orgValues(stored);
    default:
        return stored;
    }
}

QJsonValue collectedValue(const Module &module,
                          const QJsonValue &value,
                          const QList<Option> &options,
                          bool isReadonly)
{
    const bool isNothing = value.isUndefined() || value.isNull();
    if (isReadonly && isClassic(module) && !isGrid(module) && !module.is(ModuleKind::Org)) {
        // What cannot be edited is sent as it was loaded.
        const bool isUntyped = module.is(ModuleKind::Attachment) || module.is(ModuleKind::Unknown)
            || module.is(ModuleKind::DocumentEditor);
        return isNothing && !isUntyped ? QJsonValue(QString()) : value;
    }
    switch (module.info.kind) {
    case ModuleKind::Text:
    case ModuleKind::TextArea:
        return collectedText(module, value);
    case ModuleKind::Number:
        return collectedNumber(module, value);
    case ModuleKind::Select:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return collectedChoice(module, value, options);
    case ModuleKind::Combox:
        return collectedCombox(value);
    case ModuleKind::Address:
        return isClassic(module) ? collectedCombox(value) : value;
    case ModuleKind::Org:
        return orgValues(value);
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
        return collectedGrid(value);
    case ModuleKind::Calendar:
    case ModuleKind::RichText:
    case ModuleKind::Opinion:
    case ModuleKind::Picture:
        return isNothing ? QJsonValue(QString()) : value;
    case ModuleKind::Attachment:
    case ModuleKind::Datatemplate:
        return isNothing ? QJsonValue(QJsonArray()) : value;
    default:
        return value;
    }
}

QString shownText(const Module &module,
                  const QJsonValue &value,
                  const QList<Option> &options,
                  Viewing viewing)
{
    switch (module.info.kind) {
    case ModuleKind::Number:
        return shownNumber(module, value, viewing);
    case ModuleKind::Select:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return shownChoice(module, value, options, viewing);
    case ModuleKind::Combox:
        return shownCombox(module, value, options);
    case ModuleKind::Org:
        return shownOrg(module, value);
    case ModuleKind::Calendar:
        return value.isArray() ? textsIn(value).join(u" – "_s) : jsonText(value);
    case ModuleKind::Switch:
        return shownSwitch(module, value);
    case ModuleKind::Address:
        return isClassic(module) ? shownCombox(module, value, {}) : textsIn(value).join(u" / "_s);
    case ModuleKind::Cascader:
        return textsIn(value).join(u" / "_s);
    case ModuleKind::Attachment:
        return shownFiles(value);
    case ModuleKind::RichText:
        return plainTextOf(value.toString());
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
    case ModuleKind::Datatemplate:
    case ModuleKind::DocumentEditor:
        return {};
    case ModuleKind::Text:
    case ModuleKind::TextArea:
        return isClassic(module) && isTruthy(value) ? scriptText(value) : jsonText(value);
    default:
        return jsonText(value);
    }
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            texts.append(jsonText(entry));
        }
    } else {
        const QString text = jsonText(value);
        if (!text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts;
}

bool sameValue(const QJsonValue &a, const QJsonValue &b)
{
    return a == b; // QJsonValue compares integers and doubles by value
}

QString decimalSum(const QStringList &numbers)
{
    int places = 0;
    for (const QString &number : numbers) {
        const qsizetype point = number.indexOf(u'.');
        places = std::max(places, point < 0 ? 0 : int(number.size() - point - 1));
    }
    places = std::min(places, 9);
    const double scale = std::pow(10.0, places);
    double sum = 0;
    for (const QString &number : numbers) {
        sum += std::round(number.toDouble() * scale);
    }
    return scriptNumber(sum / scale);
}

} // namespace andu::forms
