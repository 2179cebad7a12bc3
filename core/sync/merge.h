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
/// theirs the server's data. Numbers are compared by value (the server answers 2 as 2.0), null is
/// nothing (it stores none).
[[nodiscard]] Merge
merge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs);

/// What may be written at all: without the server's own members ($work, $attachmentList) and
/// without an empty title, subject or serial, which would empty the work's.
[[nodiscard]] QJsonObject sendable(const QJsonObject &changes);

/// True when writing @p mine would leave @p theirs as it is: every member is there. The server
/// merges objects, so members that only it has do not count.
[[nodiscard]] bool contains(const QJsonObject &theirs, const QJsonObject &mine);

} // namespace andu::sync
