// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secure_bytes.h"
#include "core/domain/account.h"
#include "core/domain/task.h"
#include "core/domain/work.h"
#include "core/o2oa/endpoint.h"
#include "core/o2oa/wire.h"

#include <QObject>

#include <memory>

namespace andu::o2oa {

/// A whole list, or a part of one: only a complete one proves that something is gone.
struct TodoListing
{
    QList<Task> rows;
    bool isComplete = false;
    bool isNotModified = false; ///< The first page is as it was at the given tag; rows are empty.
    QByteArray etag; ///< Of the first page.
    int unusable = 0; ///< Rows left out because they could not be read.
};

struct ProcessRequest
{
    QString routeName;
    QString opinion;
    QStringList appendTaskIdentityList;
};

/// Which form belongs to a work; a finished work may carry the form itself.
struct FormReference
{
    FormId id;
    QString tag;
    std::optional<FormDefinition> stored;
};

struct Started
{
    TaskId task; ///< Null when the first step belongs to somebody else.
    WorkId work;
    JobId job;
    QString title;
};

/// The calls of O2OA that Andu makes, as one person. Lives in one thread together with its network
/// access manager. Every call may fail with Offline, Tls, Unauthorized or BadReply besides what it
/// says.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(QNetworkAccessManager &network, Endpoint endpoint, QObject *parent = nullptr);

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] QByteArray token() const { return m_token; }
    void setToken(const QByteArray &token) { m_token = token; }

    /// WrongPassword, Locked, Refused. Encrypts the password when the server offers a key.
    QCoro::Task<Result<Account>> signIn(QString credential,
                                        std::shared_ptr<crypto::SecureBytes> password);
    /// Unauthorized when the session is anonymous.
    QCoro::Task<Result<Account>> whoAmI();

    QCoro::Task<Result<TodoListing>> listTodos(TodoBox box, QByteArray etag);
    QCoro::Task<Result<std::optional<Task>>> task(TaskId id);
    QCoro::Task<Result<QList<Task>>> completedTasksOfJob(JobId job);
    QCoro::Task<Result<QList<Task>>> completedReadsOfJob(JobId job);
    QCoro::Task<Result<QList<Task>>> openTasksOfJob(JobId job);
    QCoro::Task<Result<WorkItem>> work(WorkId id);
    QCoro::Task<Result<FormReference>> formOf(WorkId id);
    QCoro::Task<Result<FormDefinition>> form(FormId id, QString tag);
    QCoro::Task<Result<QJsonObject>> data(WorkId id);
    QCoro::Task<Result<void>> saveData(WorkId id, QJsonObject changes);
    QCoro::Task<Result<void>> process(TaskId id, ProcessRequest request);
    QCoro::Task<Result<void>> confirmRead(TaskId id, QString opinion);
    QCoro::Task<Result<QList<Record>>> recordsOfJob(JobId job);

    QCoro::Task<Result<QList<StartableProcess>>> startableProcesses();
    /// Stores a draft on the server and gives its id; nothing is started yet.
    QCoro::Task<Result<QString>>
    createDraft(QString flag, QString title, QString identity, QJsonObject data);
    /// NotFound when the draft was started before.
    QCoro::Task<Result<Started>> startDraft(QString draft);
    QCoro::Task<Result<bool>> draftExists(QString draft);
    /// Own running works of a process, newest first: to find what a lost answer has started.
    QCoro::Task<Result<QList<Started>>> ownWorks(QString process);

    QCoro::Task<Result<QByteArray>> downloadAttachment(AttachmentId id, WorkId work);
    QCoro::Task<Result<QString>>
    uploadAttachment(WorkId work, QString site, QString name, QByteArray content);

Q_SIGNALS:
    /// The server has issued another token; keep it.
    void tokenChanged(const QByteArray &token);
    /// The session is no longer accepted.
    void signedOut();

private:
    QCoro::Task<HttpAnswer>
    call(QByteArray verb, QString app, QString path, QByteArray body, QByteArray etag);
    QCoro::Task<Result<Envelope>>
    ask(QByteArray verb, QString path, QByteArray body = {}, QByteArray etag = {});
    QCoro::Task<Result<Envelope>> authenticate(QByteArray verb, QString path, QByteArray body = {});
    void adopt(const HttpAnswer &answer);
    [[nodiscard]] QNetworkRequest requestFor(const QUrl &url, bool hasJson) const;

    QNetworkAccessManager &m_network;
    Endpoint m_endpoint;
    QByteArray m_token;
};

} // namespace andu::o2oa
