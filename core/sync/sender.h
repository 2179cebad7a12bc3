// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/intent.h"
#include "core/o2oa/client.h"
#include "core/store/store.h"

#include <functional>

namespace andu::sync {

/// Told before every request and durable step of a send; tests end the process there.
using StepObserver = std::function<void(const QString &step)>;

/// Sends the intents of the outbox. Each kind: ask what has happened when a send was begun before,
/// send, ask again. A step is written to the store before its request leaves, so that a crash
/// anywhere ends in exactly one effect.
class Sender
{
public:
    Sender(store::Store &store, o2oa::Client &client, const Clock &clock, StepObserver observer);

    /// Sends everything whose turn it is. The number delivered; Offline and Unauthorized end the
    /// run, other failures mark their intent.
    QCoro::Task<Result<int>> sendAll();
    /// Ends the upload of an intent if it is under way: it is taken back, unless the server turns
    /// out to have the file already.
    /// False: it is not being sent now.
    bool withdraw(const IntentId &id);
    /// The intent that is being sent.
    [[nodiscard]] const IntentId &current() const { return m_current; }

private:
    /// A file has come to the server: all files of its work, and which one it is (null: removed).
    struct LandedFile
    {
        AttachmentId id;
        QList<Attachment> files;
    };
    /// How one attempt ended.
    struct Outcome
    {
        bool isDelivered = false;
        std::optional<Error> error;
        std::optional<LandedFile> landed = std::nullopt;
        bool isWithdrawn = false; ///< The person ended it, and nothing came of it.
    };
    /// A file to be brought to the server, and the name of the step under which that is noted.
    struct FileOrder
    {
        WorkId work;
        QString site;
        QString name;
        QByteArray bytes;
        QString step;
    };

    QCoro::Task<Outcome> sendOne(Intent intent);
    QCoro::Task<Outcome> sendProcess(Intent intent);
    QCoro::Task<Outcome> sendData(Intent intent);
    QCoro::Task<Outcome> sendRead(Intent intent);
    QCoro::Task<Outcome> verifyProcess(Intent intent, bool isPatient);
    QCoro::Task<Outcome> readFate(Intent intent);
    QCoro::Task<Outcome> sendStart(Intent intent);
    QCoro::Task<Result<Intent>> withDraft(Intent intent);
    QCoro::Task<Result<std::optional<o2oa::CreatedDraft>>> strayDraft(Intent intent);
    QCoro::Task<Result<std::optional<o2oa::Started>>> startedBefore(Intent intent);
    QCoro::Task<Outcome> sendFile(Intent intent);
    QCoro::Task<Outcome> sendRemoval(Intent intent);
    QCoro::Task<Result<AttachmentId>> landedBefore(Intent intent, FileOrder order);
    QCoro::Task<Outcome> checkWithdrawn(Intent intent, FileOrder order);
    QCoro::Task<Result<AttachmentId>> uploadOnce(Intent *intent, FileOrder order);
    QCoro::Task<Result<AttachmentId>> replaceOnce(Intent *intent, FileOrder order);
    QCoro::Task<Result<bool>> holds(Attachment file, WorkId work, QByteArray bytes);
    QCoro::Task<Outcome> landFile(Intent intent, AttachmentId id, QByteArray bytes);
    QCoro::Task<Result<void>> sendInk(Intent *intent);
    [[nodiscard]] static Result<void>
    applyLanded(store::Connection &connection, const Intent &intent, const LandedFile &landed);
    QCoro::Task<Result<void>> saveMerged(Intent intent);
    QCoro::Task<Result<void>> keepTheirs(Intent intent, QStringList keys, QJsonObject theirs);
    QCoro::Task<Result<void>> mark(Intent intent, QString step);
    QCoro::Task<Result<void>> settle(Intent intent, Outcome outcome);

    store::Store &m_store;
    o2oa::Client &m_client;
    const Clock &m_clock;
    StepObserver m_observer;
    IntentId m_current;
    IntentId m_withdrawn;
};

} // namespace andu::sync
