// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/office_server.h"

#include <optional>

/// What the calls of x_processplatform_assemble_surface have in common.
namespace andu::server::surface {

/// Path of the application's calls, ending in a slash.
[[nodiscard]] QString root();
/// Class name of one of the application's own prompts, as "work.ExceptionProcessNotExist".
[[nodiscard]] QString promptOf(const QString &name);
[[nodiscard]] bool mayVisit(OfficeServer &server, const QJsonObject &work, const Caller &caller);
[[nodiscard]] std::optional<QJsonObject>
ownTask(OfficeServer &server, const QJsonObject &work, const QString &person);
/// Entity behind a list, as TaskCompleted.
[[nodiscard]] QString entityName(const QString &kind);
/// The hidden key that lists are sorted by.
[[nodiscard]] QString sequenceOf(const QJsonObject &row);
/// The same as it is written where it is not hidden.
[[nodiscard]] QString shownSequence(const QJsonObject &row);
/// A row without its list members, as paged lists show it.
[[nodiscard]] QJsonObject withoutLists(QJsonObject row);
/// A work as lists show it, with properties.
[[nodiscard]] QJsonObject listedWork(QJsonObject work);
/// A record as the call that wrote it answers it.
[[nodiscard]] Reply recordReply(QJsonObject record);
[[nodiscard]] QJsonArray arrayOf(const QList<QJsonObject> &rows);
/// An application {id, name} by id or name.
[[nodiscard]] QJsonObject applicationOf(OfficeServer &server, const QString &flag);
/// Hops of an instance with their todos and done rows; the whole rows or what worklog lists show.
[[nodiscard]] QJsonArray logsOf(OfficeServer &server, const QString &job);
[[nodiscard]] QJsonArray reducedLogsOf(OfficeServer &server, const QString &job);
/// Answer of a start: the hop that is open with the todos in it.
[[nodiscard]] Reply
startedReply(OfficeServer &server, const QJsonObject &work, const Caller &caller);

} // namespace andu::server::surface
