// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/documents.h"
#include "app/server/message.h"
#include "app/server/organisation.h"

#include <QDateTime>

namespace andu::server {

/// A small process engine over O2OA's own process definitions: manual steps (single, parallel,
/// grab), routes, returns and ends.
class Engine
{
public:
    Engine(Documents &documents, const Organisation &organisation);

    [[nodiscard]] QJsonObject processOf(const QString &flag) const;
    [[nodiscard]] static QJsonObject activityOf(const QJsonObject &process, const QString &id);
    [[nodiscard]] static QJsonObject routeOf(const QJsonObject &process, const QString &id);

    /// Starts an instance as @p identity; the work row is answered.
    QJsonObject start(const QJsonObject &process,
                      const QString &identity,
                      const QString &title,
                      const QJsonObject &data);
    /// Carries a todo on along a route; the record is answered.
    QJsonObject process(const QJsonObject &task, const QString &routeName, const QString &opinion);
    /// Moves a todo to other identities.
    QJsonObject reset(const QJsonObject &task,
                      const QStringList &identities,
                      const QString &routeName,
                      const QString &opinion,
                      bool keep);
    void giveRead(const QJsonObject &work, const QString &identity);
    /// Merges business data and spreads a changed title or number.
    void saveData(const QString &job, const QJsonObject &changes);

    [[nodiscard]] QJsonObject dataOf(const QJsonObject &work) const;
    [[nodiscard]] QJsonObject workOrCompleted(const QString &id) const;
    [[nodiscard]] QList<QJsonObject> rowsOfJob(const QString &kind, const QString &job) const;
    [[nodiscard]] QJsonArray recordsOfJob(const QString &job) const;
    [[nodiscard]] QJsonObject workLog(const QJsonObject &work, const QString &person) const;
    [[nodiscard]] bool hasPart(const QString &job, const QString &person) const;

    /// The clock of new rows; samples move it into the past.
    void setNow(const std::optional<QDateTime> &local) { m_now = local; }
    [[nodiscard]] QString now() const;
    [[nodiscard]] static QString newId();

private:
    /// Members that todo, done and read rows take over from their work.
    static void copyWorkMembers(QJsonObject &row, const QJsonObject &work);
    QStringList participants(const QJsonObject &work, const QJsonObject &activity) const;
    QStringList arrive(QJsonObject &work,
                       const QJsonObject &process,
                       const QString &activity,
                       const QJsonObject &from);
    void finish(const QJsonObject &work, const QJsonObject &end);
    void addTask(const QJsonObject &work,
                 const QJsonObject &process,
                 const QJsonObject &activity,
                 const QString &identity,
                 const QJsonObject &from);
    void complete(const QJsonObject &task,
                  const QString &type,
                  const QString &route,
                  const QString &opinion,
                  const QStringList &next);
    QJsonObject record(const QJsonObject &task,
                       const QString &type,
                       const QString &route,
                       const QString &opinion) const;
    QString serialFor(const QJsonObject &process);
    void touchReview(const QJsonObject &work, const QString &person);

    Documents &m_documents;
    const Organisation &m_organisation;
    std::optional<QDateTime> m_now;
};

} // namespace andu::server
