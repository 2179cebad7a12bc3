// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/documents.h"
#include "app/server/organisation.h"

#include <QDateTime>
#include <QJsonArray>

#include <optional>

namespace andu::server {

/// Something that happened to a person and is told to their programs.
struct Notice
{
    QString type; ///< As task_create.
    QString person;
    QString title;
    QJsonObject body; ///< The row it is about.
};

/// How a todo is carried on.
struct Decision
{
    QString route;
    QString opinion;
    QStringList appended; ///< Who decides instead, for a route of the type appendTask.
    QStringList withoutDelegation; ///< Identities whose delegations are not followed.
    QString mediaOpinion; ///< Ids of files, joined by commas.
};

/// How a todo is handed to others.
struct Transfer
{
    QStringList identities;
    QString route;
    QString opinion;
    bool isKept = false; ///< The one who hands it over stays in the step.
};

/// A small process engine over O2OA's own process definitions: manual steps (single, parallel,
/// queue, grab), choices, routes, returns and ends. Its rows live in Documents, in the shape the
/// server answers them.
class Engine
{
public:
    Engine(Documents &documents, const Organisation &organisation);

    [[nodiscard]] QJsonObject processOf(const QString &flag) const;
    [[nodiscard]] static QJsonObject activityOf(const QJsonObject &process, const QString &id);
    [[nodiscard]] static QJsonObject routeOf(const QJsonObject &process, const QString &id);

    /// The newest work somebody started and never passed on.
    [[nodiscard]] QJsonObject unsentWork(const QJsonObject &process, const QString &person) const;
    /// Starts an instance as @p identity; the work row is answered.
    QJsonObject start(const QJsonObject &process,
                      const QString &identity,
                      const QString &title,
                      const QJsonObject &data);
    /// Carries a todo on along a route; the record is answered.
    QJsonObject process(const QJsonObject &task, const Decision &decision);
    QJsonObject reset(const QJsonObject &task, const Transfer &transfer);
    /// Takes the own step back; the record, or the name of what forbids it.
    [[nodiscard]] QString retractFault(const QJsonObject &work, const QString &person) const;
    QJsonObject retract(const QJsonObject &work, const QString &person);
    /// Urges the holders of the open todos; who they are.
    QStringList press(const QJsonObject &work, const QString &person);
    /// Puts the todos of a work where the samples say they are.
    void place(const QString &workId, const QString &activity, const QStringList &identities);
    QString giveRead(const QJsonObject &work, const QString &identity);
    /// Merges business data and spreads a changed title or number.
    void saveData(const QString &job, const QJsonObject &changes);
    void replaceData(const QString &job, const QJsonObject &data);
    /// Removes an instance with everything that belongs to it.
    void removeJob(const QString &job);

    /// Who would get the step, in its order and with nobody in place of somebody missing.
    [[nodiscard]] QStringList participants(const QJsonObject &work,
                                           const QJsonObject &activity) const;
    /// The manual step or end that a way really leads to, past choices and steps left out.
    [[nodiscard]] QJsonObject
    destination(const QJsonObject &work, const QJsonObject &process, const QString &activity) const;
    [[nodiscard]] bool isFirst(const QJsonObject &work) const;
    /// The done row that lets a person take the current step back.
    [[nodiscard]] QJsonObject retractable(const QJsonObject &work, const QString &person) const;

    [[nodiscard]] QJsonObject dataOf(const QJsonObject &work) const;
    [[nodiscard]] QJsonObject workOrCompleted(const QString &id) const;
    [[nodiscard]] QList<QJsonObject> rowsOfJob(const QString &kind, const QString &job) const;
    [[nodiscard]] QJsonArray recordsOfJob(const QString &job) const;
    [[nodiscard]] bool hasPart(const QString &job, const QString &person) const;

    /// What happened since the last call.
    [[nodiscard]] QList<Notice> takeNotices();
    /// The clock of new rows; samples move it into the past.
    void setNow(const std::optional<QDateTime> &local) { m_now = local; }
    [[nodiscard]] QString now() const;
    [[nodiscard]] static QString newId();

private:
    [[nodiscard]] QDateTime time() const;
    [[nodiscard]] bool isTrue(const QString &script, const QJsonObject &work) const;
    [[nodiscard]] QJsonValue valueFor(const QString &path, const QJsonObject &work) const;
    QStringList arrive(QJsonObject &work,
                       const QJsonObject &process,
                       const QJsonObject &activity,
                       const QString &route);
    QStringList distribute(const QJsonObject &work,
                           const QJsonObject &process,
                           const QJsonObject &activity,
                           const QStringList &people);
    void finish(const QJsonObject &work, const QJsonObject &end);
    /// @param before what led to the todo, newest last.
    QString addTask(const QJsonObject &work,
                    const QJsonObject &process,
                    const QJsonObject &activity,
                    const QString &identity,
                    const QJsonArray &before);
    [[nodiscard]] QString substitute(const QString &identity, const QJsonObject &work) const;
    void noteDelegation(const QJsonObject &task, const QString &from);
    void complete(const QJsonObject &task,
                  const QString &type,
                  const QString &route,
                  const QString &opinion,
                  const QStringList &next);
    [[nodiscard]] QStringList
    waiting(const QJsonObject &work, const QJsonObject &activity, const QJsonObject &task) const;
    QStringList moveOn(const QJsonObject &task, const QJsonObject &route, QJsonObject &work);
    QJsonObject append(const QJsonObject &task, const Decision &decision);
    [[nodiscard]] QJsonObject record(const QJsonObject &task, const QString &type) const;
    void nameNext(QJsonObject &record, const QJsonObject &work, const QStringList &next) const;
    void openLog(const QJsonObject &work, const QJsonObject &process);
    void closeLog(const QJsonObject &work, const QJsonObject &activity, const QJsonObject &route);
    [[nodiscard]] QJsonObject logOpen(const QString &job) const;
    [[nodiscard]] QJsonObject logInto(const QString &job, const QString &token) const;
    [[nodiscard]] QJsonArray previous(const QString &job, const QString &token) const;
    QString serialFor(const QJsonObject &process);
    void touchReview(const QJsonObject &work, const QString &person);
    void notify(const QString &type, const QJsonObject &row, const QString &title);

    Documents &m_documents;
    const Organisation &m_organisation;
    std::optional<QDateTime> m_now;
    QList<Notice> m_notices;
    QStringList m_withoutDelegation;
};

} // namespace andu::server
