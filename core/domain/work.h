// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace andu {

/// Where a file stands between this machine and the server.
enum class AttachmentState {
    Synced, ///< As the server has it.
    Queued, ///< Added or replaced here; waits in the outbox.
    Sending,
    Attention, ///< The server did not take it; the outbox says why.
};

/// A file of an instance. Bytes are kept apart (encrypted) under blobKey once downloaded.
struct Attachment
{
    AttachmentId id;
    QString name;
    QString extension;
    qint64 sizeBytes = 0;
    QString site; ///< Id of the form control, or $doc, $mediaOpinion.
    QString person;
    QString activityName;
    QDateTime updateUtc;
    bool isDownloaded = false;
    AttachmentState state = AttachmentState::Synced; ///< Not stored: follows from the outbox.

    /// Name of the encrypted file that holds this version of the bytes. The server's times have
    /// whole seconds, so that two versions may share one.
    [[nodiscard]] QString blobKey() const
    {
        return id.text() + QLatin1Char('-') + QString::number(updateUtc.toMSecsSinceEpoch())
            + QLatin1Char('-') + QString::number(sizeBytes);
    }

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// One line of the journal: who did what with which opinion.
struct Record
{
    QString id; ///< Empty for todos still open.
    QString type; ///< task, reset, retract …, currentTask for todos still open.
    QString person;
    QString identity;
    QString unit;
    QString activityName;
    QString routeName;
    QString opinion;
    QDateTime timeUtc;
    QStringList nextActivities;
    QStringList nextIdentities;

    friend bool operator==(const Record &, const Record &) = default;
};

/// What may be done with a work by the person who opened it (control/workorworkcompleted).
struct WorkControl
{
    bool allowVisit = false;
    bool allowProcessing = false;
    bool allowReadProcessing = false;
    bool allowSave = false;
    bool allowReset = false;
    bool allowRetract = false;
    bool allowDelete = false;
    bool allowPress = false;

    friend bool operator==(const WorkControl &, const WorkControl &) = default;
};

/// Everything needed to show and fill one work offline. The members kept as JSON are the server's
/// own objects: the form engine reads them, nobody else looks inside.
struct WorkItem
{
    WorkId id;
    JobId job;
    QString title;
    QString serial;
    QString processName;
    QString activityName;
    bool isFinished = false;
    FormId form;
    QString formTag; ///< cacheTag of the form that belongs to it.
    QJsonObject data; ///< Business data as the server gave it.
    QJsonObject raw; ///< work/v2 answer without data, recordList and attachmentList: work,
                     ///< activity, routeList, taskList…
    WorkControl control;
    QList<Attachment> attachments;
    QList<Record> records;
};

/// A form as the server delivers it (form/v2/{id}), cached by tag.
struct FormDefinition
{
    FormId id;
    QString tag;
    QJsonObject raw; ///< `data` of the answer: form, relatedFormMap, relatedScriptMap.
};

/// A process the person may start.
struct StartableProcess
{
    QString id;
    QString alias;
    QString name;
    QString application;
    QString applicationName;
    QString defaultStartMode;
};

} // namespace andu
