// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/data_path.h"

namespace andu::forms {

namespace {

constexpr int MaxIndex = 10000;

std::optional<int> indexOf(const QString &part)
{
    bool isNumber = false;
    const int index = part.toInt(&isNumber);
    return isNumber && index >= 0 && index < MaxIndex ? std::optional(index) : std::nullopt;
}

} // namespace

QJsonValue valueAt(const QJsonValue &data, const QStringList &path)
{
    QJsonValue value = data;
    for (const QString &part : path) {
        if (value.isArray()) {
            const auto index = indexOf(part);
            value = index ? value.toArray().at(*index) : QJsonValue(QJsonValue::Undefined);
        } else if (value.isObject()) {
            value = value.toObject().value(part);
        } else {
            return QJsonValue::Undefined;
        }
    }
    return value;
}

QJsonValue withValueAt(const QJsonValue &data, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty()) {
        return value;
    }
    const QString part = path.first();
    const QStringList rest = path.mid(1);
    const auto index = indexOf(part);
    const bool isList = data.isArray() || (!data.isObject() && index);
    if (isList && index) {
        QJsonArray array = data.toArray();
        while (array.size() <= *index) {
            array.append(QJsonValue::Null);
        }
        array[*index] = withValueAt(array.at(*index), rest, value);
        return array;
    }
    QJsonObject object = data.toObject();
    object.insert(part, withValueAt(object.value(part), rest, value));
    return object;
}

QJsonObject difference(const QJsonObject &then, const QJsonObject &now)
{
    QJsonObject changed;
    for (auto member = now.begin(); member != now.end(); ++member) {
        const QJsonValue before = then.value(member.key());
        if (before == member.value()) {
            continue;
        }
        if (before.isObject() && member.value().isObject()) {
            changed.insert(member.key(), difference(before.toObject(), member.value().toObject()));
        } else {
            changed.insert(member.key(), member.value());
        }
    }
    return changed;
}

} // namespace andu::forms
