// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace andu::json {

/// Parses UTF-8 JSON whose top is an object or an array. BadReply with the offset when it is
/// broken.
[[nodiscard]] Result<QJsonValue> parse(const QByteArray &utf8);

/// Compact UTF-8 text of an object or array; members are in the order Qt keeps them (sorted by
/// key).
[[nodiscard]] QByteArray compact(const QJsonValue &value);

/// Value at an RFC 6901 pointer ("" = the value itself); Undefined when there is none.
[[nodiscard]] QJsonValue at(const QJsonValue &value, QStringView pointer);

/// Text of a string member; a number or bool as its JSON text; empty for everything else.
[[nodiscard]] QString text(const QJsonObject &object, QLatin1StringView key);

/// List of the texts in an array member; anything that is no text is left out.
[[nodiscard]] QStringList texts(const QJsonObject &object, QLatin1StringView key);

/// Merges @p change into @p target as O2OA merges business data: objects member by member,
/// everything else replaced, null ignored.
void deepMerge(QJsonObject &target, const QJsonObject &change);

} // namespace andu::json
