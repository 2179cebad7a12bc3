// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/future.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/sync/phrases.h"
#include "ui/form/form_view.h"
#include "ui/form/org_editor.h"
#include "ui/text/error_text.h"
#include "ui/todo/action_bar.h"
#include "ui/todo/todo_detail.h"

#include <QLabel>

namespace andu::ui {

void TodoDetail::setOffline(bool isOffline)
{
    m_actions->setOffline(isOffline);
}

void TodoDetail::sendDefault()
{
    if (m_session && m_actions->isVisible() && !m_actions->defaultRoute().isEmpty()) {
        m_actions->askConfirmation(m_actions->defaultRoute());
    }
}

void TodoDetail::keepDraft()
{
    m_autosave.stop();
    if (!m_task || !m_session || m_session->isReadonly()) {
        return;
    }
    m_form->commit();
    if (!m_isDirty) {
        return;
    }
    m_isDirty = false;
    m_autosave.stop();
    store::Draft draft;
    draft.task = m_task->id;
    draft.changes = m_session->changes();
    draft.base = m_session->base(draft.changes);
    draft.opinion = m_actions->opinion();
    draft.ink = m_actions->ink();
    draft.savedUtc = QDateTime::currentDateTimeUtc();
    whenDone(m_commands.saveDraft(draft), this, [this](const Result<void> &saved) {
        if (!saved) {
            m_isDirty = true;
            m_actions->setError(errorText(saved.error()));
        }
    });
}

void TodoDetail::chooseRoute(const QString &name)
{
    if (!m_session || !m_task) {
        return;
    }
    m_form->commit();
    m_session->beginSubmit();
    const QList<forms::RouteChoice> routes = m_session->routes();
    for (const forms::RouteChoice &route : routes) {
        if (route.name == name) {
            const QString opinion = m_actions->opinion().trimmed();
            if (askPeople(route) && isAccepted(route, opinion)) {
                send(route, opinion);
            }
            return;
        }
    }
}

/// Asks for the next people where nobody is chosen yet.
bool TodoDetail::askPeople(const forms::RouteChoice &route)
{
    for (const forms::Selector &selector : route.selectors) {
        const QJsonArray chosen = forms::orgValues(m_session->data().value(selector.dataKey));
        const int least = route.isAppendTask ? std::max(1, selector.min) : selector.min;
        if (!chosen.isEmpty() && chosen.size() >= least) {
            continue;
        }
        OrgPicker picker(m_session->directory(),
                         json::texts(selector.json, "selectType"_L1),
                         selector.max,
                         chosen,
                         this);
        picker.setWindowTitle(selector.title);
        if (picker.exec() != QDialog::Accepted) {
            return false;
        }
        m_session->choosePeople(selector, picker.chosen());
    }
    return true;
}

bool TodoDetail::isAccepted(const forms::RouteChoice &route, const QString &opinion)
{
    QList<forms::Failure> failures = m_session->checkRoute(route, opinion);
    if (!m_actions->ink().isEmpty()) { // Written by hand is written.
        failures.removeIf([](const forms::Failure &each) { return each.rule == u"opinion"_s; });
    }
    for (const QString &name : { QString(), route.name }) {
        if (!failures.isEmpty()) {
            break;
        }
        const forms::CheckResult check = m_session->check(name, opinion);
        failures = check.fields.isEmpty() ? check.form : check.fields;
    }
    m_form->showFailures(failures);
    if (failures.isEmpty()) {
        m_actions->setError({});
        return true;
    }
    QStringList lines;
    for (const forms::Failure &failure : std::as_const(failures)) {
        if (!lines.contains(failure.text)) {
            lines.append(failure.text);
        }
    }
    m_actions->setError(lines.mid(0, 4).join(u'\n'));
    m_form->focusField(failures.first().field);
    return false;
}

void TodoDetail::send(const forms::RouteChoice &route, const QString &opinion)
{
    m_session->prepareSubmit();
    sync::Approval approval;
    approval.task = m_task->id;
    approval.routeName = route.name;
    approval.opinion = opinion.isEmpty() ? route.defaultOpinion : opinion;
    approval.changes = m_session->changes(true);
    approval.base = m_session->base(approval.changes);
    approval.ink = m_actions->ink();
    if (route.isAppendTask && !route.selectors.isEmpty()) {
        const QJsonArray people
            = forms::orgValues(m_session->data().value(route.selectors.first().dataKey));
        for (const QJsonValue &person : people) {
            approval.appendTaskIdentityList.append(
                json::text(person.toObject(), "distinguishedName"_L1));
        }
    }
    m_autosave.stop();
    m_isDirty = false;
    const QString title = route.label + u"：“"_s + m_task->title + u"”"_s;
    m_actions->setEnabled(false);
    whenDone(m_commands.processTask(approval), this, [this, title](const Result<IntentId> &intent) {
        m_actions->setEnabled(true);
        if (intent) {
            Q_EMIT queued(*intent, title);
        } else {
            m_isDirty = true;
            m_actions->setError(errorText(intent.error()));
        }
    });
}

void TodoDetail::confirmRead()
{
    if (!m_task) {
        return;
    }
    const QString title = m_task->title;
    whenDone(m_commands.confirmRead(m_task->id, {}),
             this,
             [this, title](const Result<IntentId> &intent) {
                 if (intent) {
                     Q_EMIT queued(*intent, title);
                 } else {
                     m_actions->setError(errorText(intent.error()));
                 }
             });
}

/// A script of the form wants the data saved; the todo stays open.
void TodoDetail::saveData()
{
    if (!m_task || !m_session || m_session->isReadonly()) {
        return;
    }
    m_form->commit();
    m_session->prepareSave();
    const QJsonObject changes = m_session->changes();
    if (changes.isEmpty()) {
        return;
    }
    const QString title = m_task->title;
    whenDone(m_commands.saveData(m_task->id, m_session->base(changes), changes),
             this,
             [this, title](const Result<IntentId> &intent) {
                 if (intent) {
                     Q_EMIT told(tr("Saved: %1").arg(title));
                 } else {
                     m_actions->setError(errorText(intent.error()));
                 }
             });
}

void TodoDetail::keepPhrases(const QStringList &phrases)
{
    const auto writing = m_store.write<QStringList>(
        store::Topic::Meta, [phrases](store::Connection &connection) -> Result<QStringList> {
            const auto kept = sync::keepPhrases(connection, phrases);
            return kept ? sync::readPhrases(connection) : tl::unexpected<Error>(kept.error());
        });
    whenDone(writing, this, [this](const Result<QStringList> &kept) {
        if (!kept) {
            m_actions->setError(errorText(kept.error()));
            return;
        }
        m_form->setPhrases(*kept);
        m_actions->setPhrases(*kept);
        if (m_content) {
            m_content->phrases = *kept;
        }
    });
}

void TodoDetail::resolveConflict(const QJsonObject &chosen)
{
    if (!m_content || !m_content->waiting) {
        return;
    }
    const IntentId intent = m_content->waiting->id;
    const TaskId task = m_content->task.id;
    const QString title = m_content->task.title;
    whenDone(m_commands.resolve(intent, chosen),
             this,
             [this, intent, task, title](const Result<void> &done) {
                 if (!done) {
                     Q_EMIT told(errorText(done.error()));
                     return;
                 }
                 Q_EMIT queued(intent, title);
                 if (m_task && m_task->id == task) {
                     open(task);
                 }
             });
}

} // namespace andu::ui
