// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/form_input.h"
#include "app/session/session.h"
#include "core/base/clock.h"
#include "core/base/literals.h"
#include "core/o2oa/client.h"
#include "core/store/todo_repository.h"
#include "core/sync/commands.h"
#include "core/sync/engine.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <qcoro/qcorotask.h>

namespace andu::tests {

/// A value that must be there; the test ends where it is not.
template <typename T>
T must(Result<T> result, const char *what)
{
    if (!result) {
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// One person at a desk of the evaluation server's office: the vault, the store, the outbox and
/// the connection that the program gives a person, without its window.
class OfficeDesk
{
public:
    OfficeDesk(const QUrl &server, const QString &unique, const QString &folder)
        : m_client(m_network, must(QCoro::waitFor(o2oa::discover(m_network, server)), "discover"))
        , m_session(enter(unique, folder))
        , m_engine(*m_session.store, m_client, m_clock)
        , m_commands(*m_session.store, m_clock)
    { }

    [[nodiscard]] o2oa::Client &client() { return m_client; }
    [[nodiscard]] const Account &account() const { return m_session.account; }

    /// Starts a process; the data stands in the work from its first moment.
    WorkId begin(const QString &process, const QString &title, const QJsonObject &data)
    {
        const QString identity = account().identities.value(0).distinguishedName;
        const QJsonObject draft = must(
            QCoro::waitFor(m_client.draftOf(process, title, identity, data)), "plan a draft");
        const auto stored = must(QCoro::waitFor(m_client.storeDraft(draft)), "store a draft");
        return must(QCoro::waitFor(m_client.startDraft(stored.id)), "start").work;
    }

    /// Brings everything that waits for the person.
    void pull() { (void)must(QCoro::waitFor(m_engine.run(sync::RunMode::Full)), "pull"); }

    [[nodiscard]] Task todoOf(const WorkId &work)
    {
        const QList<Task> rows = must(m_session.store
                                          ->read<QList<Task>>([](store::Connection &connection) {
                                              return store::TodoRepository(connection).list({});
                                          })
                                          .takeResult(),
                                      "todos");
        for (const Task &row : rows) {
            if (row.work == work) {
                return row;
            }
        }
        qFatal("%s has no todo of this work", qPrintable(account().name));
    }

    /// What the program opens the todo's form with.
    [[nodiscard]] forms::FormInput open(const Task &todo)
    {
        const Account user = account();
        const QDateTime now(QDate(2026, 1, 9), QTime(10, 20, 30));
        session::FormOpening opening
            = must(m_session.store
                       ->read<session::FormOpening>(
                           [id = todo.id, user, now](store::Connection &connection) {
                               return session::readForm(connection, id, user, now);
                           })
                       .takeResult(),
                   "open");
        if (!opening.input) {
            qFatal("the form is not here");
        }
        return std::move(*opening.input);
    }

    /// Carries a todo on without looking at its form.
    void pass(const WorkId &work, const QString &route)
    {
        pull();
        o2oa::ProcessRequest request;
        request.routeName = route;
        request.opinion = u"同意"_s;
        must(QCoro::waitFor(m_client.process(todoOf(work).id, request)), "process");
    }

    /// Saves through the outbox, as the program does.
    void save(const Task &todo, const QJsonObject &base, const QJsonObject &changes)
    {
        (void)must(m_commands.saveData(todo.id, base, changes).takeResult(), "queue");
        const int sent = must(QCoro::waitFor(m_engine.sendOutbox()), "send");
        if (sent != 1) {
            qFatal("%d intents were delivered", sent);
        }
    }

    [[nodiscard]] QJsonObject serverData(const WorkId &work)
    {
        return must(QCoro::waitFor(m_client.data(work)), "data");
    }

private:
    session::Session enter(const QString &unique, const QString &folder)
    {
        static constexpr char Password[] = "Yunhu2026";
        auto password = std::make_shared<crypto::SecureBytes>(QByteArrayView(Password));
        const Account account = must(QCoro::waitFor(m_client.signIn(unique, password)), "sign in");
        vault::Unlock unlock;
        unlock.passphrase = crypto::SecureBytes(QByteArrayView("a passphrase of mine"));
        QDir().mkpath(folder);
        return must(session::adoptSignIn(session::Profile(folder),
                                         std::move(unlock),
                                         m_client.endpoint(),
                                         account,
                                         m_client.token(),
                                         unique),
                    "vault");
    }

    SystemClock m_clock;
    QNetworkAccessManager m_network;
    o2oa::Client m_client;
    session::Session m_session;
    sync::Engine m_engine;
    sync::Commands m_commands;
};

} // namespace andu::tests
