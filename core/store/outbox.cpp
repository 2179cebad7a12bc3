// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outbox.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/row_codec.h"

#include <QSet>

namespace andu::store {

namespace {

QJsonObject bodyOf(const QSqlQuery &query)
{
    const auto body = json::parse(query.value(0).toString().toUtf8());
    return body ? body->toObject() : QJsonObject();
}

QVariant ms(const std::optional<QDateTime> &time)
{
    return time ? QVariant(time->toMSecsSinceEpoch()) : QVariant();
}

} // namespace

Result<std::optional<Draft>> DraftRepository::find(const TaskId &task) const
{
    std::optional<Draft> found;
    const auto done = m_connection.each(
        u"SELECT body, saved_utc FROM draft WHERE task = ?"_s,
        { task.text() },
        [&](const QSqlQuery &query) {
            const QJsonObject body = bodyOf(query);
            found = Draft{ task,
                           body.value("base"_L1).toObject(),
                           body.value("changes"_L1).toObject(),
                           json::text(body, "route"_L1),
                           json::text(body, "opinion"_L1),
                           QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC),
                           QByteArray::fromBase64(json::text(body, "ink"_L1).toLatin1()) };
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<void> DraftRepository::save(const Draft &draft) const
{
    const QJsonObject body{ { u"base"_s, draft.base },
                            { u"changes"_s, draft.changes },
                            { u"route"_s, draft.routeName },
                            { u"opinion"_s, draft.opinion },
                            { u"ink"_s, QString::fromLatin1(draft.ink.toBase64()) } };
    return m_connection.run(
        u"INSERT OR REPLACE INTO draft (task, saved_utc, body) VALUES (?, ?, ?)"_s,
        { draft.task.text(),
          draft.savedUtc.toMSecsSinceEpoch(),
          QString::fromUtf8(json::compact(body)) });
}

Result<void> DraftRepository::remove(const TaskId &task) const
{
    return m_connection.run(u"DELETE FROM draft WHERE task = ?"_s, { task.text() });
}

Result<void> Outbox::append(const Intent &intent) const
{
    return m_connection.run(
        u"INSERT INTO intent (id, state, target, job, next_try_utc, body) VALUES (?, ?, ?, ?, ?, ?)"_s,
        { intent.id.text(),
          int(intent.state),
          intent.target,
          intent.job,
          ms(intent.nextTryUtc),
          QString::fromUtf8(json::compact(toRow(intent))) });
}

Result<QList<Intent>> Outbox::list() const
{
    QList<Intent> intents;
    const auto done = m_connection.each(
        u"SELECT body FROM intent ORDER BY number"_s, {}, [&intents](const QSqlQuery &query) {
            intents.append(intentFromRow(bodyOf(query)));
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return intents;
}

Result<QList<Intent>> Outbox::ready(const QDateTime &nowUtc) const
{
    QList<Intent> open;
    const auto done = m_connection.each(
        u"SELECT body FROM intent WHERE state <> ? ORDER BY number"_s,
        { int(IntentState::Delivered) },
        [&open](const QSqlQuery &query) { open.append(intentFromRow(bodyOf(query))); });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    QSet<QString> busyJobs; // An earlier intent of the job is not delivered: later ones wait.
    QSet<IntentId> undelivered;
    QList<Intent> ready;
    for (const Intent &intent : std::as_const(open)) {
        const bool isDue = !intent.nextTryUtc || *intent.nextTryUtc <= nowUtc;
        const bool isWaiting = busyJobs.contains(intent.job)
            || std::any_of(intent.after.begin(), intent.after.end(), [&](const IntentId &before) {
                                   return undelivered.contains(before);
                               });
        if (intent.state != IntentState::Attention && isDue && !isWaiting) {
            ready.append(intent);
        }
        undelivered.insert(intent.id);
        if (!intent.job.isEmpty()) {
            busyJobs.insert(intent.job);
        }
    }
    return ready;
}

Result<std::optional<Intent>> Outbox::find(const IntentId &id) const
{
    std::optional<Intent> found;
    const auto done = m_connection.each(
        u"SELECT body FROM intent WHERE id = ?"_s, { id.text() }, [&found](const QSqlQuery &query) {
            found = intentFromRow(bodyOf(query));
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<void> Outbox::update(const Intent &intent) const
{
    return m_connection.run(
        u"UPDATE intent SET state = ?, target = ?, job = ?, next_try_utc = ?, body = ? WHERE id = ?"_s,
        { int(intent.state),
          intent.target,
          intent.job,
          ms(intent.nextTryUtc),
          QString::fromUtf8(json::compact(toRow(intent))),
          intent.id.text() });
}

Result<void> Outbox::remove(const IntentId &id) const
{
    return m_connection.run(u"DELETE FROM intent WHERE id = ?"_s, { id.text() });
}

Result<OutboxCounts> Outbox::counts() const
{
    OutboxCounts counts;
    const auto done = m_connection.each(u"SELECT state, count(*) FROM intent GROUP BY state"_s,
                                        {},
                                        [&counts](const QSqlQuery &query) {
                                            const auto state = IntentState(query.value(0).toInt());
                                            const int number = query.value(1).toInt();
                                            if (state == IntentState::Attention) {
                                                counts.attention += number;
                                            } else if (state != IntentState::Delivered) {
                                                counts.queued += number;
                                            }
                                        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return counts;
}

} // namespace andu::store
