// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/merge.h"

#include "core/base/literals.h"

#include <QJsonArray>

namespace andu::sync {

namespace {

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

/// How members that only the other side has are taken.
enum class Members { MustMatch, MayBeMore };

bool isCovered(const QJsonValue &mine, const QJsonValue &theirs, Members members);

bool isCoveredArray(const QJsonArray &mine, const QJsonArray &theirs)
{
    if (mine.size() != theirs.size()) {
        return false; // Arrays are replaced whole.
    }
    for (int i = 0; i < mine.size(); ++i) {
        if (!isCovered(mine.at(i), theirs.at(i), Members::MustMatch)) {
            return false;
        }
    }
    return true;
}

bool isCoveredObject(const QJsonObject &mine, const QJsonObject &theirs, Members members)
{
    for (auto it = mine.begin(); it != mine.end(); ++it) {
        // Null can not erase anything: it is dropped on the way.
        const bool isDropped = it.value().isNull() && members == Members::MayBeMore;
        if (!isDropped && !isCovered(it.value(), theirs.value(it.key()), members)) {
            return false;
        }
    }
    for (auto it = theirs.begin(); members == Members::MustMatch && it != theirs.end(); ++it) {
        if (isNothing(mine.value(it.key())) && !isNothing(it.value())) {
            return false;
        }
    }
    return true;
}

bool isCovered(const QJsonValue &mine, const QJsonValue &theirs, Members members)
{
    if (isNothing(mine) || isNothing(theirs)) {
        return isNothing(mine) && isNothing(theirs);
    }
    if (mine.isArray() && theirs.isArray()) {
        return isCoveredArray(mine.toArray(), theirs.toArray());
    }
    if (mine.isObject() && theirs.isObject()) {
        return isCoveredObject(mine.toObject(), theirs.toObject(), members);
    }
    if (mine.isDouble() && theirs.isDouble()) {
        return mine.toDouble() == theirs.toDouble();
    }
    return mine == theirs;
}

} // namespace

Merge merge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs)
{
    Merge result;
    for (auto it = mine.begin(); it != mine.end(); ++it) {
        const QJsonValue there = theirs.value(it.key());
        if (it.value().isNull() || isCovered(it.value(), there, Members::MayBeMore)) {
            continue;
        }
        if (isCovered(there, base.value(it.key()), Members::MustMatch)) {
            result.toSend.insert(it.key(), it.value());
        } else {
            result.conflicts.append(it.key());
        }
    }
    return result;
}

QJsonObject sendable(const QJsonObject &changes)
{
    static const QStringList emptying{ u"title"_s, u"subject"_s, u"serial"_s };
    QJsonObject result;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const bool isServers = it.key() == u"$work"_s || it.key() == u"$attachmentList"_s;
        const bool isEmptying = emptying.contains(it.key()) && it.value().isString()
            && it.value().toString().isEmpty();
        if (!isServers && !isEmptying) {
            result.insert(it.key(), it.value());
        }
    }
    return result;
}

bool contains(const QJsonObject &theirs, const QJsonObject &mine)
{
    return isCoveredObject(mine, theirs, Members::MayBeMore);
}

} // namespace andu::sync
