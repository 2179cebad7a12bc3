// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secure_bytes.h"
#include "core/domain/account.h"
#include "core/domain/task.h"
#include "core/domain/work.h"
#include "core/o2oa/endpoint.h"
#include "core/o2oa/form_body.h"
#include "core/o2oa/wire.h"

#include <QHash>
#include <QJsonArray>
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

/// Rows of a list as they are known here, with the update time of each: a walk that meets a whole
/// page of them may end there.
using KnownRows = QHash<TaskId, QDateTime>;

/// A work opened again.
struct OpenedWork
{
    std::optional<WorkItem> item; ///< Absent: as it was at the given tag.
    QByteArray etag;
};

/// Bytes of a file as far as they came.
struct Download
{
    QByteArray bytes;
    qint64 offset = 0; ///< Where they begin; 0 when the server sent the file from its start.
    std::optional<Error> broken; ///< The transfer ended early; the bytes are good.
};

/// The express lists of the organisation.
enum class OrganisationPart { Persons, Units, Identities, OwnGroups };

/// One of them: the server's own objects, read by the form engine and the people pickers.
struct OrganisationList
{
    bool isNotModified = false;
    QJsonArray rows;
    QByteArray etag;
};

/// Processes the person may start.
struct ProcessListing
{
    bool isNotModified = false;
    QList<StartableProcess> rows;
    QByteArray etag;
};

/// A draft of a process as its own list shows it.
struct StoredDraft
{
    QString id;
    QString title;
    QString process;
    QString processAlias;
};

/// What a draft call answers: where the draft is and which process it belongs to.
struct CreatedDraft
{
    QString id;
    QString process;
};

struct ProcessRequest
{
    QString routeName;
    QString opinion;
    QStringList appendTaskIdentityList;
    QStringList mediaOpinion; ///< Files with handwriting or sound; none clears what was there.
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

    /// The whole list, newest first. With @p known rows it ends at a page that brings nothing new
    /// and is then not complete.
    QCoro::Task<Result<TodoListing>> listTodos(TodoBox box, QByteArray etag, KnownRows known = {});
    QCoro::Task<Result<std::optional<Task>>> task(TaskId id);
    QCoro::Task<Result<QList<Task>>> completedTasksOfJob(JobId job);
    QCoro::Task<Result<QList<Task>>> completedReadsOfJob(JobId job);
    QCoro::Task<Result<QList<Task>>> openTasksOfJob(JobId job);
    QCoro::Task<Result<OpenedWork>> work(WorkId id, QByteArray etag = {});
    /// Works a job has now, running ones first: a todo may name one that was merged or split.
    QCoro::Task<Result<QList<WorkId>>> worksOfJob(JobId job);
    QCoro::Task<Result<FormReference>> formOf(WorkId id);
    QCoro::Task<Result<FormDefinition>> form(FormId id, QString tag);
    QCoro::Task<Result<QJsonObject>> data(WorkId id);
    QCoro::Task<Result<void>> saveData(WorkId id, QJsonObject changes);
    QCoro::Task<Result<void>> process(TaskId id, ProcessRequest request);
    QCoro::Task<Result<void>> confirmRead(TaskId id, QString opinion);
    QCoro::Task<Result<QList<Record>>> recordsOfJob(JobId job);

    QCoro::Task<Result<ProcessListing>> startableProcesses(QByteArray etag);
    /// Asks what a draft would be (nothing is stored) and gives it back for storeDraft().
    QCoro::Task<Result<QJsonObject>>
    draftOf(QString flag, QString title, QString identity, QJsonObject data);
    /// Stores a draft on the server; nothing is started yet.
    QCoro::Task<Result<CreatedDraft>> storeDraft(QJsonObject draft);
    QCoro::Task<Result<QList<StoredDraft>>> ownDrafts();
    /// Business data of a draft; NotFound once it was started.
    QCoro::Task<Result<QJsonObject>> draftData(QString draft);
    /// NotFound when the draft was started before.
    QCoro::Task<Result<Started>> startDraft(QString draft);
    /// Own running works of a process (id), newest first: to find what a lost answer has started.
    QCoro::Task<Result<QList<Started>>> ownWorks(QString process);

    /// Bytes from @p from on, if the server can begin there, else all of them.
    QCoro::Task<Result<Download>>
    downloadAttachment(AttachmentId id, WorkId work, bool isFinished, qint64 from);
    /// All files of a running or finished work.
    QCoro::Task<Result<QList<Attachment>>> attachmentsOf(WorkId work);
    /// A new file. The server may number its name; Refused where its size or kind is not wanted.
    QCoro::Task<Result<AttachmentId>>
    uploadAttachment(WorkId work, QString site, QString name, QByteArray content);
    /// New bytes and name for a file; its site and place stay. NotFound when it is gone.
    QCoro::Task<Result<void>>
    replaceAttachment(AttachmentId id, WorkId work, QString name, QByteArray content);
    /// NotFound when it is gone already.
    QCoro::Task<Result<void>> removeAttachment(AttachmentId id, WorkId work);
    /// Ends the upload that is going on; it fails with Cancelled. What the server has by then is
    /// unknown.
    void abortUpload();

    /// @param flags units whose identities are wanted (with everything below), or the person.
    QCoro::Task<Result<OrganisationList>>
    organisation(OrganisationPart part, QStringList flags, QByteArray etag);
    /// Ids of units or identities by distinguished name; those the server does not know are
    /// missing.
    QCoro::Task<Result<QHash<QString, QString>>> idsOf(OrganisationPart part, QStringList names);
    /// Duties of a unit as {name, unit, identity} with distinguished names.
    QCoro::Task<Result<QJsonArray>> dutiesOf(QString unit);
    /// A dictionary of an application, whole. NotFound when there is none.
    QCoro::Task<Result<QJsonValue>> dictionary(QString application, QString flag);

    /// A text that the server keeps for the person under a name; empty when there is none.
    QCoro::Task<Result<QString>> personalText(QString name);
    QCoro::Task<Result<void>> setPersonalText(QString name, QString text);

Q_SIGNALS:
    /// The server has issued another token; keep it.
    void tokenChanged(const QByteArray &token);
    /// The session is no longer accepted.
    void signedOut();
    /// How much of a file has gone out, in bytes.
    void uploading(qint64 sent, qint64 total);

private:
    QCoro::Task<HttpAnswer>
    call(QByteArray verb, QString app, QString path, QByteArray body, QByteArray etag);
    QCoro::Task<Result<Envelope>>
    ask(QByteArray verb, QString path, QByteArray body = {}, QByteArray etag = {});
    QCoro::Task<Result<Envelope>> authenticate(QByteArray verb, QString path, QByteArray body = {});
    QCoro::Task<Result<Envelope>>
    askApp(QString app, QByteArray verb, QString path, QByteArray body = {}, QByteArray etag = {});
    QCoro::Task<Result<std::optional<TodoListing>>>
    walkTodos(TodoBox box, QByteArray etag, KnownRows known);
    /// Opens the envelope and tells a lost session from a call that is not for this person.
    QCoro::Task<Result<Envelope>> judge(HttpAnswer answer);
    QCoro::Task<Result<Envelope>> postForm(QString path, std::shared_ptr<FormBody> form);
    QCoro::Task<bool> isSignedOut();
    void adopt(const HttpAnswer &answer, const QByteArray &sentToken);
    [[nodiscard]] QNetworkRequest requestFor(const QUrl &url, bool hasJson) const;

    QNetworkAccessManager &m_network;
    Endpoint m_endpoint;
    QByteArray m_token;
    std::shared_ptr<AbortSwitch> m_uploadSwitch;
};

} // namespace andu::o2oa
