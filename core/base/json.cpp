// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/literals.h"

#include <QJsonDocument>

namespace andu::json {

Result<QJsonValue> parse(const QByteArray &utf8)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorCode::BadReply,
                    u"JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray compact(const QJsonValue &value)
{
    if (value.isArray()) {
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    }
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

QJsonValue at(const QJsonValue &value, QStringView pointer)
{
    QJsonValue here = value;
    const QStringList steps = pointer.toString().split(u'/').mid(1);
    for (QString step : steps) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        if (here.isArray()) {
            const QJsonArray array = here.toArray();
            bool isNumber = false;
            const int index = step.toInt(&isNumber);
            here = isNumber ? array.at(index < 0 ? array.size() + index : index)
                            : QJsonValue(QJsonValue::Undefined);
        } else if (here.isObject()) {
            here = here.toObject().value(step);
        } else {
            return QJsonValue(QJsonValue::Undefined);
        }
    }
    return here;
}

QString text(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isString()) {
        return value.toString();
    }
    if (value.isDouble() || value.isBool()) {
        return value.toVariant().toString();
    }
    return {};
}

QStringList texts(const QJsonObject &object, QLatin1StringView key)
{
    QStringList list;
    const QJsonArray array = object.value(key).toArray();
    for (const QJsonValue &value : array) {
        if (value.isString()) {
            list.append(value.toString());
        }
    }
    return list;
}

void deepMerge(QJsonObject &target, const QJsonObject &change)
{
    for (auto it = change.begin(); it != change.end(); ++it) {
        if (it.value().isNull()) {
            continue;
        }
        if (it.value().isObject() && target.value(it.key()).isObject()) {
            QJsonObject inner = target.value(it.key()).toObject();
            deepMerge(inner, it.value().toObject());
            target.insert(it.key(), inner);
        } else {
            target.insert(it.key(), it.value());
        }
    }
}

} // namespace andu::json
