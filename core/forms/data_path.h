// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace andu::forms {

/// Value under a data key; "a..b..0" walks into objects and arrays (o2oa-forms 5.1).
[[nodiscard]] QJsonValue valueAt(const QJsonValue &data, const QStringList &path);

/// @p data with the value written; missing levels are made, a numeric part makes an array.
[[nodiscard]] QJsonValue
withValueAt(const QJsonValue &data, const QStringList &path, const QJsonValue &value);

[[nodiscard]] inline QStringList pathOf(const QString &key)
{
    return key.split(QStringLiteral(".."));
}

/// Members of @p now that differ from @p then, objects member by member, everything else whole.
[[nodiscard]] QJsonObject difference(const QJsonObject &then, const QJsonObject &now);

} // namespace andu::forms
