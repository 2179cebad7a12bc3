// SPDX-License-Identifier: GPL-3.0-or-later
// JavaScript's conversions (ECMA-262, 7.1), on JSON values.
#include "core/base/literals.h"
#include "core/forms/values.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace andu::forms {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

std::optional<double> infinityIn(QString text)
{
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+')) {
        text.remove(0, 1);
    }
    const double endless = std::numeric_limits<double>::infinity();
    return text.startsWith("Infinity"_L1) ? std::optional(isNegative ? -endless : endless)
                                          : std::nullopt;
}

double numberOfText(const QString &raw)
{
    static const QRegularExpression decimal(u"^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$"_s);
    static const QRegularExpression prefixed(u"^0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$"_s);
    const QString text = raw.trimmed();
    if (text.isEmpty()) {
        return 0;
    }
    if (decimal.match(text).hasMatch()) {
        return text.toDouble();
    }
    if (prefixed.match(text).hasMatch()) {
        const QChar kind = text[1].toLower();
        return double(text.mid(2).toULongLong(nullptr, kind == u'x' ? 16 : kind == u'o' ? 8 : 2));
    }
    const QString word = text.startsWith(u'-') || text.startsWith(u'+') ? text.mid(1) : text;
    return word == "Infinity"_L1 ? infinityIn(text).value_or(NaN) : NaN;
}

} // namespace

QString scriptNumber(double value)
{
    if (std::isnan(value)) {
        return u"NaN"_s;
    }
    if (std::isinf(value)) {
        return value < 0 ? u"-Infinity"_s : u"Infinity"_s;
    }
    if (value == 0) {
        return u"0"_s;
    }
    const double size = std::abs(value);
    if (size < 1e21 && size >= 1e-6) {
        return QString::number(value, 'f', QLocale::FloatingPointShortest);
    }
    static const QRegularExpression zeros(u"e([+-])0+"_s);
    return QString::number(value, 'e', QLocale::FloatingPointShortest).replace(zeros, u"e\\1"_s);
}

QString scriptText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return scriptNumber(value.toDouble());
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Array: {
        QStringList texts;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            texts.append(scriptText(entry));
        }
        return texts.join(u',');
    }
    case QJsonValue::Object:
        return u"[object Object]"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

double scriptToNumber(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Double:
        return value.toDouble();
    case QJsonValue::Bool:
        return value.toBool() ? 1 : 0;
    case QJsonValue::Null:
        return 0;
    case QJsonValue::String:
    case QJsonValue::Array:
        return numberOfText(scriptText(value));
    case QJsonValue::Object:
    case QJsonValue::Undefined:
        break;
    }
    return NaN;
}

std::optional<double> leadingNumber(const QString &raw)
{
    static const QRegularExpression start(u"^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?"_s);
    const QString text = raw.trimmed();
    const auto match = start.match(text);
    if (match.hasMatch()) {
        return match.captured(0).toDouble();
    }
    return infinityIn(text);
}

bool isTruthy(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return !value.toString().isEmpty();
    case QJsonValue::Double:
        return value.toDouble() != 0;
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Array:
    case QJsonValue::Object:
        return true;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

} // namespace andu::forms
