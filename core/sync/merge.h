// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace andu::sync {

/// Outcome of merging what a person changed into what the server has now.
struct Merge
{
    QJsonObject toSend; ///< Keys to write; those the server already has are left out.
    QStringList conflicts; ///< Keys changed here and there to different values.
};

/// Three-way by top-level key: @p base is what the person saw, @p mine the changed keys only, @p
/// theirs the server's data.
[[nodiscard]] Merge
merge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs);

} // namespace andu::sync
