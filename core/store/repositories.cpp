// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/repositories.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/store/row_codec.h"

namespace andu::store {

namespace {

QJsonObject bodyOf(const QSqlQuery &query, int column)
{
    const auto body = json::parse(query.value(column).toString().toUtf8());
    return body ? body->toObject() : QJsonObject();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(json::compact(object));
}

} // namespace

Result<std::optional<WorkItem>> WorkRepository::find(const WorkId &id) const
{
    std::optional<WorkItem> found;
    const auto done = m_connection.each(
        u"SELECT body FROM work WHERE id = ?"_s, { id.text() }, [&found](const QSqlQuery &query) {
            found = workFromRow(bodyOf(query, 0));
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<void> WorkRepository::save(const WorkItem &work) const
{
    return m_connection.run(u"INSERT OR REPLACE INTO work (id, job, body) VALUES (?, ?, ?)"_s,
                            { work.id.text(), work.job.text(), textOf(toRow(work)) });
}

Result<std::optional<FormDefinition>> FormRepository::find(const FormId &id,
                                                           const QString &tag) const
{
    std::optional<FormDefinition> found;
    const auto done = m_connection.each(
        u"SELECT body, tag FROM form WHERE id = ? ORDER BY tag = ? DESC LIMIT 1"_s,
        { id.text(), tag },
        [&](const QSqlQuery &query) {
            found = FormDefinition{ id, query.value(1).toString(), bodyOf(query, 0) };
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return found;
}

Result<bool> FormRepository::contains(const FormId &id, const QString &tag) const
{
    const auto count = m_connection.value(u"SELECT count(*) FROM form WHERE id = ? AND tag = ?"_s,
                                          { id.text(), tag });
    if (!count) {
        return tl::unexpected<Error>(count.error());
    }
    return count->toInt() > 0;
}

Result<void> FormRepository::save(const FormDefinition &form) const
{
    const auto removed = m_connection.run(u"DELETE FROM form WHERE id = ?"_s, { form.id.text() });
    if (!removed) {
        return removed;
    }
    return m_connection.run(u"INSERT INTO form (id, tag, body) VALUES (?, ?, ?)"_s,
                            { form.id.text(), form.tag, textOf(form.raw) });
}

Result<QList<FormDefinition>> FormRepository::list() const
{
    QList<FormDefinition> forms;
    const auto done = m_connection.each(
        u"SELECT body, tag, id FROM form ORDER BY id"_s, {}, [&forms](const QSqlQuery &query) {
            const auto id = FormId::parse(query.value(2).toString());
            if (id) {
                forms.append(FormDefinition{ *id, query.value(1).toString(), bodyOf(query, 0) });
            }
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return forms;
}

Result<QString> FormRepository::stamp() const
{
    QString stamp;
    const auto done = m_connection.each(
        u"SELECT id, tag FROM form ORDER BY id"_s, {}, [&stamp](const QSqlQuery &query) {
            stamp += query.value(0).toString() + u'@' + query.value(1).toString() + u' ';
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return stamp;
}

Result<QList<StartableProcess>> ProcessRepository::list() const
{
    QList<StartableProcess> processes;
    const auto done = m_connection.each(
        u"SELECT body FROM process ORDER BY position"_s, {}, [&processes](const QSqlQuery &query) {
            processes.append(processFromRow(bodyOf(query, 0)));
        });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return processes;
}

Result<void> ProcessRepository::replaceAll(const QList<StartableProcess> &processes) const
{
    auto done = m_connection.run(u"DELETE FROM process"_s);
    for (int i = 0; done && i < processes.size(); ++i) {
        done = m_connection.run(
            u"INSERT OR REPLACE INTO process (id, position, body) VALUES (?, ?, ?)"_s,
            { processes.at(i).id, i, textOf(toRow(processes.at(i))) });
    }
    return done;
}

Result<QString> MetaRepository::value(const QString &name) const
{
    const auto value = m_connection.value(u"SELECT value FROM meta WHERE name = ?"_s, { name });
    if (!value) {
        return tl::unexpected<Error>(value.error());
    }
    return value->toString();
}

Result<void> MetaRepository::setValue(const QString &name, const QString &value) const
{
    return m_connection.run(u"INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"_s,
                            { name, value });
}

} // namespace andu::store
