// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <functional>

namespace andu::server {

/// What the scripts of the sample processes are written in: one `return` of an expression of
/// numbers, texts, members of `this`, Number(), comparisons, !, && and ||.
/// @param value answers a member of `this` by its path, calls without arguments written as names
/// ("workContext.getWork.creatorIdentity").
/// @return Undefined for a script that is written in anything else.
[[nodiscard]] QJsonValue evaluate(const QString &script,
                                  const std::function<QJsonValue(const QString &)> &value);

/// Truth as JavaScript sees it.
[[nodiscard]] bool truth(const QJsonValue &value);

} // namespace andu::server
