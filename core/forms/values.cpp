// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/values.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QJsonDocument>

#include <cmath>

namespace andu::forms {

namespace {

QString jsonText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isDouble()) {
        return scriptNumber(value.toDouble());
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    if (value.isArray()) {
        return textsIn(value).join(u',');
    }
    return value.isObject() ? QString::fromUtf8(json::compact(value)) : QString();
}

bool isNumeric(const Module &module)
{
    return module.is(ModuleKind::Number)
        || (module.is(ModuleKind::Text)
            && module.json.value("dataType"_L1).toString() == "number"_L1);
}

QJsonValue collectedText(const Module &module, const QJsonValue &value)
{
    if (isNumeric(module)) {
        const auto number = numberIn(value);
        return number ? QJsonValue(*number) : QJsonValue(jsonText(value));
    }
    // The web client turns an object into "[object Object]"; what cannot be text is kept as it is.
    return value.isObject() ? value : QJsonValue(jsonText(value));
}

QJsonValue collectedNumber(const Module &module, const QJsonValue &value, bool isReadonly)
{
    if (module.info.family != Family::Classic) {
        const auto number = numberIn(value);
        return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
    }
    if (isReadonly && value.isString()) {
        return value;
    }
    if (module.isNewer && jsonText(value).trimmed().isEmpty()) {
        return QString();
    }
    return numberIn(value).value_or(0);
}

bool contains(const QList<Option> &options, const QString &value)
{
    return std::any_of(options.begin(), options.end(), [&value](const Option &option) {
        return option.value == value;
    });
}

QJsonValue
collectedChoice(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    if (module.is(ModuleKind::Checkbox)) {
        QJsonArray chosen;
        for (const QString &text : textsIn(value)) {
            if (options.isEmpty() || contains(options, text)) {
                chosen.append(text);
            }
        }
        return chosen;
    }
    if (value.isArray()) {
        return value;
    }
    const QString text = jsonText(value);
    if (module.is(ModuleKind::Radio)) {
        return options.isEmpty() || contains(options, text) ? text : QString();
    }
    if (!text.isEmpty()) {
        // A value missing from the list is lost in the web client (2.2); it is kept here.
        return text;
    }
    const bool showsFirst = module.info.family == Family::Classic && !options.isEmpty()
        && !options.first().value.isEmpty();
    if (showsFirst) {
        return options.first().value;
    }
    return module.info.family == Family::Classic ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue collectedOrg(const Module &module, const QJsonValue &value)
{
    QJsonArray result;
    const bool isSimple = module.json.value("storeRange"_L1).toString() == "simple"_L1;
    const QJsonArray entries = orgValues(value);
    for (const QJsonValue &entry : entries) {
        result.append(isSimple && entry.isObject() ? QJsonValue(simpleOrg(entry.toObject()))
                                                   : entry);
    }
    return result;
}

QJsonValue collectedGrid(const QJsonValue &value)
{
    QJsonObject grid = value.toObject();
    if (grid.value("data"_L1).toArray().isEmpty()) {
        return QJsonObject{ { u"data"_s, QJsonArray() } };
    }
    return grid;
}

QString grouped(double value, const Module &module)
{
    const auto decimals = decimalsOf(module);
    QString text = decimals ? formattedNumber(value, decimals) : scriptNumber(value);
    const QString separator = module.json.value("thousands"_L1).toString();
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

QString shownChoice(const QJsonValue &value, const QList<Option> &options)
{
    QStringList texts;
    for (const QString &chosen : textsIn(value)) {
        for (const Option &option : options) {
            if (option.value == chosen) {
                texts.append(option.text);
                break;
            }
        }
    }
    return texts.join(", "_L1);
}

QString shownSwitch(const Module &module, const QJsonValue &value)
{
    const QJsonValue active = module.json.value("activeValue"_L1);
    const bool isOn = active.isUndefined() ? value.toBool() : sameValue(active, value);
    return module.json.value(isOn ? "activeText"_L1 : "inactiveText"_L1).toString();
}

} // namespace

QList<Option> optionsOf(const QJsonValue &list)
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
        const QString text = jsonText(entry);
        const qsizetype bar = text.lastIndexOf(u'|');
        if (bar < 0) {
            options.append(Option{ text, text });
        } else {
            const QString value = text.mid(bar + 1);
            const QString label = text.section(u'|', 0, 0);
            // "text|" means value = text, "|" is the empty option (2.2)
            options.append(Option{ label, value.isEmpty() ? label : value });
        }
    }
    return options;
}

QString scriptNumber(double value)
{
    if (!std::isfinite(value)) {
        return u"NaN"_s;
    }
    return QString::number(value == 0 ? 0.0 : value, 'f', QLocale::FloatingPointShortest);
}

std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    bool isNumber = false;
    const double number = value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

QString formattedNumber(const QJsonValue &value, std::optional<int> decimals)
{
    const auto number = numberIn(value);
    if (!number) {
        const QString text = jsonText(value);
        return text.trimmed().isEmpty() ? u"0"_s : text;
    }
    if (*number == 0) {
        return u"0"_s;
    }
    if (!decimals) {
        return value.isString() ? value.toString() : scriptNumber(*number);
    }
    const double scale = std::pow(10.0, *decimals);
    const double rounded = std::floor(*number * scale + 0.5) / scale;
    if (!std::isfinite(rounded)) {
        return scriptNumber(*number);
    }
    return QString::number(rounded == 0 ? 0.0 : rounded, 'f', *decimals);
}

QJsonValue loadedValue(const Module &module, const QJsonValue &stored, bool isReadonly)
{
    Q_UNUSED(isReadonly)
    const bool isNothing = stored.isUndefined() || stored.isNull();
    switch (module.info.kind) {
    case ModuleKind::Number:
        if (module.isNewer && jsonText(stored).trimmed().isEmpty()) {
            return stored;
        }
        return module.info.family == Family::Classic
            ? QJsonValue(formattedNumber(stored, decimalsOf(module)))
            : stored;
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
        if (stored.isObject()) {
            return stored;
        }
        if (stored.isArray()) {
            return QJsonObject{ { u"data"_s, stored }, { u"total"_s, QJsonObject() } };
        }
        return QJsonObject{ { u"data"_s, QJsonArray() }, { u"total"_s, QJsonObject() } };
    case ModuleKind::Datatemplate:
    case ModuleKind::Combox:
        return isNothing ? QJsonValue(QJsonArray()) : stored;
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
    switch (module.info.kind) {
    case ModuleKind::Text:
    case ModuleKind::TextArea:
        return collectedText(module, value);
    case ModuleKind::Number:
        return collectedNumber(module, value, isReadonly);
    case ModuleKind::Select:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return collectedChoice(module, value, options);
    case ModuleKind::Combox:
        return value.isArray() ? value : QJsonValue(QJsonArray::fromStringList(textsIn(value)));
    case ModuleKind::Org:
        return collectedOrg(module, value);
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
        return collectedGrid(value);
    case ModuleKind::Calendar:
    case ModuleKind::RichText:
        return value.isUndefined() || value.isNull() ? QJsonValue(QString()) : value;
    default:
        return value;
    }
}

QString shownText(const Module &module, const QJsonValue &value, const QList<Option> &options)
{
    switch (module.info.kind) {
    case ModuleKind::Number:
        if (module.info.family != Family::Classic || module.type.toLower() == "currency"_L1) {
            const auto number = numberIn(value);
            return number ? grouped(*number, module) : jsonText(value);
        }
        return jsonText(value);
    case ModuleKind::Select:
    case ModuleKind::Radio:
    case ModuleKind::Checkbox:
        return shownChoice(value, options);
    case ModuleKind::Combox: {
        const QString separator = module.json.value("splitShow"_L1).toString();
        return textsIn(value).join(separator.isEmpty() ? u", "_s : separator);
    }
    case ModuleKind::Org: {
        QStringList names;
        const QJsonArray entries = orgValues(value);
        for (const QJsonValue &entry : entries) {
            names.append(orgText(entry));
        }
        const QString separator = module.json.value("splitShow"_L1).toString();
        return names.join(separator.isEmpty() ? u", "_s : separator);
    }
    case ModuleKind::Calendar:
        return value.isArray() ? textsIn(value).join(u" – "_s) : jsonText(value);
    case ModuleKind::Switch:
        return shownSwitch(module, value);
    case ModuleKind::Address:
    case ModuleKind::Cascader:
        return textsIn(value).join(u" / "_s);
    case ModuleKind::Datagrid:
    case ModuleKind::Datatable:
    case ModuleKind::Datatemplate:
    case ModuleKind::Opinion:
    case ModuleKind::DocumentEditor:
        return {};
    default:
        return jsonText(value);
    }
}

QJsonArray orgValues(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            if (entry.isObject() || !entry.toString().isEmpty()) {
                result.append(entry);
            }
        }
        return result;
    }
    if (value.isObject()) {
        return { value };
    }
    const QString text = value.toString();
    if (text.startsWith(u'[') || text.startsWith(u'{')) {
        const auto parsed = json::parse(text.toUtf8());
        if (parsed) {
            return orgValues(*parsed);
        }
    }
    return text.isEmpty() ? QJsonArray() : QJsonArray{ text };
}

QString orgText(const QJsonValue &value)
{
    if (!value.isObject()) {
        return value.toString().section(u'@', 0, 0);
    }
    const QJsonObject object = value.toObject();
    const QString dn = json::text(object, "distinguishedName"_L1);
    QString name = json::text(object, "name"_L1);
    if (name.isEmpty()) {
        name = dn.section(u'@', 0, 0);
    }
    const QString unit = json::text(object, "unitName"_L1);
    return dn.endsWith("@I"_L1) && !unit.isEmpty() ? name + u'(' + unit + u')' : name;
}

QJsonObject simpleOrg(const QJsonObject &object)
{
    const QString dn = json::text(object, "distinguishedName"_L1);
    QStringList keys{ u"id"_s, u"name"_s, u"distinguishedName"_s };
    if (dn.endsWith("@I"_L1)) {
        keys += { u"unitLevelName"_s, u"person"_s, u"unit"_s, u"unitName"_s };
    } else if (dn.endsWith("@P"_L1)) {
        keys += u"employee"_s;
    } else if (dn.endsWith("@U"_L1)) {
        keys += u"levelName"_s;
    }
    QJsonObject result;
    for (const QString &key : std::as_const(keys)) {
        if (object.contains(key)) {
            result.insert(key, object.value(key));
        }
    }
    return result;
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
