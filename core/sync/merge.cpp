// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/merge.h"

namespace andu::sync {

namespace {

bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    // The server never stores null: absent and null are one.
    const bool isNothingA = a.isUndefined() || a.isNull();
    const bool isNothingB = b.isUndefined() || b.isNull();
    return isNothingA || isNothingB ? isNothingA == isNothingB : a == b;
}

} // namespace

Merge merge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs)
{
    Merge result;
    for (auto it = mine.begin(); it != mine.end(); ++it) {
        const QJsonValue there = theirs.value(it.key());
        if (isSame(there, it.value())) {
            continue;
        }
        if (isSame(there, base.value(it.key()))) {
            result.toSend.insert(it.key(), it.value());
        } else {
            result.conflicts.append(it.key());
        }
    }
    return result;
}

} // namespace andu::sync
