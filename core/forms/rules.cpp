// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/rules.h"

#include "core/base/literals.h"
#include "core/forms/values.h"

namespace andu::forms {

namespace {

bool isTextual(const QJsonValue &value)
{
    return value.isString() || value.isArray();
}

/// What counts as empty for isnull (4.1, table).
bool isEmptyFor(const Module &module, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return true;
    }
    if (value.isString()) {
        return value.toString().isEmpty();
    }
    if (value.isArray()) {
        const bool neverFires = module.info.family == Family::Classic
            && (module.is(ModuleKind::Org) || module.is(ModuleKind::Attachment)
                || module.is(ModuleKind::Combox));
        return value.toArray().isEmpty() && !neverFires;
    }
    if (value.isObject() && (module.is(ModuleKind::Datagrid) || module.is(ModuleKind::Datatable))) {
        return value.toObject().value("data"_L1).toArray().isEmpty();
    }
    return false;
}

/// Length of texts and lists; nothing for what has none, where no rule fires.
std::optional<qsizetype> lengthOf(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString().size();
    }
    if (value.isArray()) {
        return value.toArray().size();
    }
    return std::nullopt;
}

bool holds(const QJsonValue &value, const QString &part)
{
    return value.isArray() ? textsIn(value).contains(part) : scriptText(value).contains(part);
}

bool fails(const Module &module, const QJsonObject &rule, const QJsonValue &collected)
{
    const QString name = rule.value("operateor"_L1).toString();
    const QJsonValue limit
        = rule.value("value"_L1).isUndefined() ? QJsonValue(QString()) : rule.value("value"_L1);
    QJsonValue value = collected;
    if (rule.value("valueType"_L1).toString() != "value"_L1) {
        const auto length = lengthOf(collected);
        if (!length) {
            return false;
        }
        value = double(*length);
        if (name == "isnull"_L1 || name == "notnull"_L1) {
            return (*length == 0) == (name == "isnull"_L1);
        }
    }
    if (name == "isnull"_L1) {
        return isEmptyFor(module, value);
    }
    if (name == "notnull"_L1) {
        return !isEmptyFor(module, value);
    }
    if (name == "gt"_L1) {
        return scriptLess(limit, value);
    }
    if (name == "lt"_L1) {
        return scriptLess(value, limit);
    }
    if (name == "equal"_L1) {
        return scriptEqual(value, limit);
    }
    if (name == "neq"_L1) {
        return !scriptEqual(value, limit);
    }
    if (name == "contain"_L1) {
        return holds(value, scriptText(limit));
    }
    return name == "notcontain"_L1 && !holds(value, scriptText(limit));
}

} // namespace

bool scriptLess(const QJsonValue &a, const QJsonValue &b)
{
    if (isTextual(a) && isTextual(b)) {
        return scriptText(a) < scriptText(b);
    }
    return scriptToNumber(a) < scriptToNumber(b); // false when one is NaN
}

bool scriptEqual(const QJsonValue &a, const QJsonValue &b)
{
    const bool aIsNothing = a.isNull() || a.isUndefined();
    const bool bIsNothing = b.isNull() || b.isUndefined();
    if (aIsNothing || bIsNothing) {
        return aIsNothing && bIsNothing;
    }
    if (isTextual(a) && isTextual(b)) {
        return scriptText(a) == scriptText(b);
    }
    return scriptToNumber(a) == scriptToNumber(b);
}

std::optional<Failure>
firstFailure(const Module &module, const QJsonValue &value, const QString &route)
{
    QJsonArray rules = module.json.value("validationConfig"_L1).toArray();
    if (isYes(module.json.value("required"_L1))) {
        QString hint = module.json.value("requiredHint"_L1).toString();
        if (hint.isEmpty()) {
            hint = u"请填写%1"_s.arg(module.label);
        }
        rules.prepend(QJsonObject{ { u"status"_s, u"all"_s },
                                   { u"valueType"_s, u"value"_s },
                                   { u"operateor"_s, u"isnull"_s },
                                   { u"prompt"_s, hint } });
    }
    for (const QJsonValue &entry : std::as_const(rules)) {
        const QJsonObject rule = entry.toObject();
        const bool isForRoute = rule.value("status"_L1).toString() != "all"_L1;
        if (isForRoute && (route.isEmpty() || rule.value("decision"_L1).toString() != route)) {
            continue;
        }
        if (fails(module, rule, value)) {
            return Failure{ module.id,
                            rule.value("operateor"_L1).toString(),
                            rule.value("prompt"_L1).toString() };
        }
    }
    const int least
        = int(leadingNumber(scalarText(module.json, "attachmentMinCount"_L1)).value_or(0));
    if (module.is(ModuleKind::Attachment) && value.toArray().size() < least) {
        return Failure{ module.id, u"attachmentMinCount"_s, u"请至少选择%1项"_s.arg(least) };
    }
    return std::nullopt;
}

} // namespace andu::forms
