// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/sync/merge.h"
#include "core/sync/sender.h"

namespace andu::sync {

namespace {

QJsonObject rowOf(const o2oa::Started &started, const QString &title)
{
    return { { u"task"_s, started.task.text() },
             { u"work"_s, started.work.text() },
             { u"job"_s, started.job.text() },
             { u"title"_s, started.title.isEmpty() ? title : started.title } };
}

/// Titles a work may carry: the server prefers data.subject and data.title over the one given.
QStringList titlesOf(const Intent &intent)
{
    const QJsonObject data = intent.payload.value("changes"_L1).toObject();
    return { json::text(data, "subject"_L1),
             json::text(data, "title"_L1),
             json::text(intent.payload, "title"_L1) };
}

} // namespace

/// A draft that an interrupted send has stored without learning its id.
QCoro::Task<Result<std::optional<o2oa::CreatedDraft>>> Sender::strayDraft(Intent intent)
{
    const Result<QList<o2oa::StoredDraft>> drafts = co_await m_client.ownDrafts();
    if (!drafts) {
        // A server without this list: an unused draft may stay behind, nothing is started twice.
        const bool isUnknown = drafts.error().code == ErrorCode::Refused
            || drafts.error().code == ErrorCode::NotFound;
        co_return isUnknown ? Result<std::optional<o2oa::CreatedDraft>>(std::nullopt)
                            : tl::unexpected<Error>(drafts.error());
    }
    const QString flag = json::text(intent.payload, "flag"_L1);
    const QStringList titles = titlesOf(intent);
    const QJsonObject wanted = intent.payload.value("changes"_L1).toObject();
    for (const o2oa::StoredDraft &draft : *drafts) {
        const bool isProcess = draft.process == flag || draft.processAlias == flag;
        if (!isProcess || !titles.contains(draft.title)) {
            continue;
        }
        const Result<QJsonObject> data = co_await m_client.draftData(draft.id);
        if (data && contains(*data, wanted)) {
            co_return o2oa::CreatedDraft{ draft.id, draft.process };
        }
    }
    co_return std::nullopt;
}

/// The intent with the id of its draft on the server, stored there once.
QCoro::Task<Result<Intent>> Sender::withDraft(Intent intent)
{
    if (!json::text(intent.payload, "draft"_L1).isEmpty()) {
        co_return intent;
    }
    std::optional<o2oa::CreatedDraft> draft;
    if (intent.step == u"draft"_s) {
        const Result<std::optional<o2oa::CreatedDraft>> stray = co_await strayDraft(intent);
        if (!stray) {
            co_return tl::unexpected<Error>(stray.error());
        }
        draft = *stray;
    }
    if (!draft) {
        const QString flag = json::text(intent.payload, "flag"_L1);
        const QString title = json::text(intent.payload, "title"_L1);
        const QString identity = json::text(intent.payload, "identity"_L1);
        const QJsonObject data = intent.payload.value("changes"_L1).toObject();
        const Result<QJsonObject> order = co_await m_client.draftOf(flag, title, identity, data);
        if (!order) {
            co_return tl::unexpected<Error>(order.error());
        }
        const Result<void> marked = co_await mark(intent, u"draft"_s);
        if (!marked) {
            co_return tl::unexpected<Error>(marked.error());
        }
        const Result<o2oa::CreatedDraft> created = co_await m_client.storeDraft(*order);
        if (m_observer) {
            m_observer(u"drafted"_s);
        }
        if (!created) {
            co_return tl::unexpected<Error>(created.error());
        }
        draft = *created;
    }
    intent.payload.insert(u"draft"_s, draft->id);
    intent.payload.insert(u"process"_s, draft->process);
    co_return intent;
}

/// The work that a start has made whose answer was lost.
QCoro::Task<Result<std::optional<o2oa::Started>>> Sender::startedBefore(Intent intent)
{
    const QString process = json::text(intent.payload, "process"_L1);
    const Result<QList<o2oa::Started>> works = co_await m_client.ownWorks(process);
    if (!works) {
        co_return tl::unexpected<Error>(works.error());
    }
    const QStringList titles = titlesOf(intent);
    for (o2oa::Started work : *works) {
        if (!titles.contains(work.title)) {
            continue;
        }
        const Result<QList<Task>> open = co_await m_client.openTasksOfJob(work.job);
        if (!open) {
            co_return tl::unexpected<Error>(open.error());
        }
        const QString identity = json::text(intent.payload, "identity"_L1);
        for (const Task &task : *open) {
            if (task.identity == identity || open->size() == 1) {
                work.task = task.id;
            }
        }
        co_return work;
    }
    co_return std::nullopt;
}

QCoro::Task<Sender::Outcome> Sender::sendStart(Intent intent)
{
    const Result<Intent> drafted = co_await withDraft(intent);
    if (!drafted) {
        co_return Outcome{ false, drafted.error() };
    }
    intent = *drafted;
    const Result<void> marked = co_await mark(intent, u"start"_s);
    if (!marked) {
        co_return Outcome{ false, marked.error() };
    }
    const QString draft = json::text(intent.payload, "draft"_L1);
    const Result<o2oa::Started> answer = co_await m_client.startDraft(draft);
    if (m_observer) {
        m_observer(u"started"_s);
    }
    std::optional<o2oa::Started> started;
    if (answer) {
        started = *answer;
    } else if (answer.error().code == ErrorCode::NotFound) {
        // The server deletes the draft when it has started it: a draft that is gone means started.
        const Result<std::optional<o2oa::Started>> before = co_await startedBefore(intent);
        if (!before) {
            co_return Outcome{ false, before.error() };
        }
        started = *before;
    } else {
        co_return Outcome{ false, answer.error() };
    }
    if (started) {
        intent.payload.insert(u"started"_s,
                              rowOf(*started, json::text(intent.payload, "title"_L1)));
    }
    const Result<void> kept = co_await mark(intent, u"kept"_s);
    co_return Outcome{ kept.has_value(), kept ? std::optional<Error>() : kept.error() };
}

} // namespace andu::sync
