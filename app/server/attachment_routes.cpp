// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/surface.h"
#include "app/server/zip.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFileInfo>
#include <QMimeDatabase>

namespace andu::server {

namespace {

QJsonObject withControl(QJsonObject row)
{
    row.insert(u"control"_s,
               QJsonObject{ { u"allowRead"_s, true },
                            { u"allowEdit"_s, true },
                            { u"allowControl"_s, true } });
    return row;
}

/// The name with a number before its ending when the instance has such a file already.
QString freeName(OfficeServer &server, const QString &job, const QString &wanted)
{
    QStringList taken;
    for (const QJsonObject &row : server.engine().rowsOfJob(u"attachment"_s, job)) {
        taken.append(json::text(row, "name"_L1));
    }
    const qsizetype dot = wanted.lastIndexOf(u'.');
    const QString base = dot < 0 ? wanted : wanted.left(dot);
    const QString ending = dot < 0 ? QString() : wanted.mid(dot);
    QString name = wanted;
    for (int number = 1; taken.contains(name); ++number) {
        name = base + QString::number(number) + ending;
    }
    return name;
}

/// The file and the fields of an upload.
struct Upload
{
    Part file;
    QString name;
    QString site;
};

std::optional<Upload> uploadOf(const Request &request)
{
    Upload upload;
    for (const Part &part : request.parts()) {
        if (part.name == u"file"_s) {
            upload.file = part;
        } else if (part.name == u"fileName"_s) {
            upload.name = QString::fromUtf8(part.bytes);
        } else if (part.name == u"site"_s) {
            upload.site = QString::fromUtf8(part.bytes);
        }
    }
    if (upload.file.name.isEmpty()) {
        return std::nullopt;
    }
    upload.name = upload.name.isEmpty() ? upload.file.fileName : upload.name;
    return upload;
}

void setContent(OfficeServer &server,
                QJsonObject &row,
                const QByteArray &bytes,
                const QString &person)
{
    const QString name = json::text(row, "name"_L1);
    row.insert(u"extension"_s, QFileInfo(name).suffix().toLower());
    row.insert(u"length"_s, bytes.size());
    row.insert(u"type"_s, QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name());
    row.insert(u"lastUpdateTime"_s, server.engine().now());
    row.insert(u"lastUpdatePerson"_s, person);
    row.insert(u"updateTime"_s, server.engine().now());
    server.documents().put(u"attachment"_s, row);
    server.documents().putBlob(json::text(row, "id"_L1), bytes);
}

/// A running work whose files the caller may change, or the refusal.
std::optional<Reply> fault(OfficeServer &server, const Request &request, const QString &workId)
{
    const QJsonObject work = server.documents().find(u"work"_s, workId);
    if (work.isEmpty()) {
        return Reply::notExist(workId, u"Work"_s);
    }
    if (!request.caller.isManager && !surface::ownTask(server, work, request.caller.person)) {
        return Reply::denied(request.caller, workId, u"Work"_s);
    }
    return std::nullopt;
}

Reply upload(OfficeServer &server, const Request &request)
{
    const QString workId = request.captures.first();
    if (const auto refusal = fault(server, request, workId)) {
        return *refusal;
    }
    const auto upload = uploadOf(request);
    if (!upload) {
        return Reply::failure(u"null"_s);
    }
    const QString id
        = storeAttachment(server,
                          server.documents().find(u"work"_s, workId),
                          request.caller.person,
                          StoredFile{ upload->name, upload->site, upload->file.bytes });
    return Reply::data(QJsonObject{ { u"id"_s, id } });
}

Reply update(OfficeServer &server, const Request &request)
{
    QJsonObject row = server.documents().find(u"attachment"_s, request.captures.value(0));
    if (row.isEmpty()) {
        return Reply::notExist(request.captures.value(0), u"Attachment"_s);
    }
    if (const auto refusal = fault(server, request, request.captures.value(1))) {
        return *refusal;
    }
    const auto upload = uploadOf(request);
    if (!upload) {
        return Reply::failure(u"null"_s);
    }
    row.insert(u"name"_s, upload->name);
    setContent(server, row, upload->file.bytes, request.caller.person);
    return Reply::data(QJsonObject{ { u"id"_s, row.value("id"_L1) } });
}

/// Changes members of a row: order, site, name or who may see it.
Reply change(OfficeServer &server,
             const Request &request,
             const std::function<void(QJsonObject &)> &apply)
{
    const QString id = request.captures.value(0);
    QJsonObject row = server.documents().find(u"attachment"_s, id);
    if (row.isEmpty()) {
        return Reply::notExist(id, u"Attachment"_s);
    }
    if (const auto refusal = fault(server, request, request.captures.value(1))) {
        return *refusal;
    }
    apply(row);
    row.insert(u"updateTime"_s, server.engine().now());
    server.documents().put(u"attachment"_s, row);
    return Reply::data(QJsonObject{ { u"id"_s, id } });
}

void addChanges(OfficeServer &server)
{
    const QString root = surface::root() + u"attachment/"_s;
    server.add("GET",
               root + u"{id}/work/{work}/change/ordernumber/{number}"_s,
               [&server](const Request &request) {
                   return change(server, request, [&request](QJsonObject &row) {
                       row.insert(u"orderNumber"_s, request.captures.last().toInt());
                   });
               });
    server.add(
        "GET", root + u"{id}/work/{work}/change/site/{site}"_s, [&server](const Request &request) {
            return change(server, request, [&request](QJsonObject &row) {
                row.insert(u"site"_s, request.captures.last());
            });
        });
    server.add(
        "PUT", root + u"update/content/{id}/work/{work}"_s, [&server](const Request &request) {
            return change(server, request, [&request](QJsonObject &row) {
                const QString ending = json::text(row, "extension"_L1);
                const QString name = json::text(request.object(), "fileName"_L1);
                row.insert(u"name"_s, ending.isEmpty() ? name : name + u'.' + ending);
            });
        });
    server.add("PUT", root + u"edit/{id}/work/{work}"_s, [&server](const Request &request) {
        return change(server, request, [&request](QJsonObject &row) {
            const QJsonObject body = request.object();
            for (const QString &key : { u"readIdentityList"_s,
                                        u"readUnitList"_s,
                                        u"editIdentityList"_s,
                                        u"editUnitList"_s,
                                        u"controllerIdentityList"_s,
                                        u"controllerUnitList"_s }) {
                row.insert(key, body.value(key).toArray());
            }
        });
    });
}

/// A list of readers hides a file from others in lists; it does not protect its download.
bool isShown(OfficeServer &server, const QJsonObject &row, const Caller &caller)
{
    const QStringList readers = json::texts(row, "readIdentityList"_L1);
    const QStringList units = json::texts(row, "readUnitList"_L1);
    if ((readers.isEmpty() && units.isEmpty()) || caller.isManager) {
        return true;
    }
    const QList<QJsonObject> own = server.organisation().identitiesOf(caller.person);
    return std::any_of(own.begin(), own.end(), [&](const QJsonObject &identity) {
        return readers.contains(json::text(identity, "distinguishedName"_L1))
            || units.contains(json::text(identity, "unit"_L1));
    });
}

Reply remove(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.value(0);
    if (server.documents().find(u"attachment"_s, id).isEmpty()) {
        return Reply::notExist(id, u"Attachment"_s);
    }
    if (const auto refusal = fault(server, request, request.captures.value(1))) {
        return *refusal;
    }
    server.documents().remove(u"attachment"_s, id);
    server.documents().remove(u"blob"_s, id);
    return Reply::data(QJsonObject{ { u"id"_s, id } });
}

Reply download(OfficeServer &server, const Request &request, bool isStream)
{
    const QString id = request.captures.first();
    const QJsonObject row = server.documents().find(u"attachment"_s, id);
    if (row.isEmpty()) {
        return Reply::notExist(id, u"Attachment"_s);
    }
    if (!request.caller.isManager
        && !server.engine().hasPart(json::text(row, "job"_L1), request.caller.person)) {
        return Reply::denied(request.caller, id, u"Attachment"_s);
    }
    return Reply::bytes(server.documents().blob(id), json::text(row, "name"_L1), isStream);
}

Reply list(OfficeServer &server, const Request &request, bool isByName)
{
    const QString id = request.captures.first();
    const QJsonObject work = server.engine().workOrCompleted(id);
    if (!surface::mayVisit(server, work, request.caller)) {
        return Reply::denied(request.caller, id, u"Work"_s);
    }
    QList<QJsonObject> rows
        = server.engine().rowsOfJob(u"attachment"_s, json::text(work, "job"_L1));
    if (!isByName) {
        rows.removeIf(
            [&](const QJsonObject &row) { return !isShown(server, row, request.caller); });
        for (QJsonObject &row : rows) {
            row = withControl(row);
        }
    } else {
        for (QJsonObject &row : rows) {
            row.insert(u"sequence"_s, surface::shownSequence(row));
        }
        std::stable_sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return json::text(a, "name"_L1) < json::text(b, "name"_L1);
        });
    }
    return Reply::list(surface::arrayOf(rows));
}

Reply archive(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.value(0);
    const QJsonObject work = server.engine().workOrCompleted(id);
    if (!surface::mayVisit(server, work, request.caller)) {
        return Reply::denied(request.caller, id, u"Work"_s);
    }
    const QStringList sites = request.captures.value(1).split(u'~');
    QList<QPair<QString, QByteArray>> files;
    for (const QJsonObject &row :
         server.engine().rowsOfJob(u"attachment"_s, json::text(work, "job"_L1))) {
        if (sites.contains(u"(0)"_s) || sites.contains(json::text(row, "site"_L1))) {
            files.append(
                { json::text(row, "name"_L1), server.documents().blob(json::text(row, "id"_L1)) });
        }
    }
    return Reply::bytes(zipOf(files), json::text(work, "title"_L1) + u".zip"_s, false);
}

void addDownloads(OfficeServer &server)
{
    const QString root = surface::root() + u"attachment/"_s;
    for (const QString &kind : { u"work"_s, u"workcompleted"_s }) {
        for (const bool isStream : { false, true }) {
            const QString path = root + u"download/{id}/%1/{work}"_s.arg(kind);
            server.add("GET",
                       isStream ? path + u"/stream"_s : path,
                       [&server, isStream](const Request &request) {
                           return download(server, request, isStream);
                       });
        }
    }
}

} // namespace

QString storeAttachment(OfficeServer &server,
                        const QJsonObject &work,
                        const QString &person,
                        const StoredFile &file)
{
    QJsonObject row{ { u"id"_s, Engine::newId() },
                     { u"name"_s, freeName(server, json::text(work, "job"_L1), file.name) },
                     { u"site"_s, file.site },
                     { u"storage"_s, u"251"_s },
                     { u"person"_s, person },
                     { u"workCreateTime"_s, work.value("createTime"_L1) },
                     { u"completed"_s, false },
                     { u"deepPath"_s, false },
                     { u"createTime"_s, server.engine().now() } };
    for (const QString &key : { u"application"_s,
                                u"process"_s,
                                u"job"_s,
                                u"activity"_s,
                                u"activityName"_s,
                                u"activityType"_s,
                                u"activityToken"_s }) {
        row.insert(key, work.value(key));
    }
    for (const QString &key : { u"readIdentityList"_s,
                                u"readUnitList"_s,
                                u"editIdentityList"_s,
                                u"editUnitList"_s,
                                u"controllerIdentityList"_s,
                                u"controllerUnitList"_s,
                                u"divisionList"_s }) {
        row.insert(key, QJsonArray());
    }
    setContent(server, row, file.bytes, person);
    return json::text(row, "id"_L1);
}

void addAttachmentRoutes(OfficeServer &server)
{
    const QString root = surface::root() + u"attachment/"_s;
    using Call = Reply (*)(OfficeServer &, const Request &);
    const auto add = [&server](const char *verb, const QString &path, Call call) {
        server.add(
            verb, path, [&server, call](const Request &request) { return call(server, request); });
    };
    add("POST", root + u"upload/work/{id}"_s, upload);
    add("PUT", root + u"update/{id}/work/{work}"_s, update);
    add("POST", root + u"update/{id}/work/{work}"_s, update);
    add("DELETE", root + u"{id}/work/{work}"_s, remove);
    add("GET", root + u"batch/download/work/{work}/site/{site}"_s, archive);
    addDownloads(server);
    for (const QString &kind : { u"work"_s, u"workcompleted"_s, u"workorworkcompleted"_s }) {
        server.add("GET",
                   root + u"list/%1/{id}"_s.arg(kind),
                   [&server, isByName = kind == u"work"_s](const Request &request) {
                       return list(server, request, isByName);
                   });
    }
    addChanges(server);
    server.add("GET", root + u"list/job/{job}"_s, [&server](const Request &request) {
        const QString job = request.captures.first();
        if (!request.caller.isManager && !server.engine().hasPart(job, request.caller.person)) {
            return Reply::denied(request.caller, job, u"Job"_s);
        }
        QJsonArray rows;
        for (const QJsonObject &row : server.engine().rowsOfJob(u"attachment"_s, job)) {
            if (isShown(server, row, request.caller)) {
                rows.append(withControl(row));
            }
        }
        return Reply::list(rows);
    });
    server.add(
        "GET", root + u"{id}/workorworkcompleted/{work}"_s, [&server](const Request &request) {
            const QString id = request.captures.first();
            const QJsonObject row = server.documents().find(u"attachment"_s, id);
            const QJsonObject work = server.engine().workOrCompleted(request.captures.last());
            if (row.isEmpty()) {
                return Reply::notExist(id, u"Attachment"_s);
            }
            return surface::mayVisit(server, work, request.caller)
                ? Reply::data(withControl(row))
                : Reply::denied(request.caller, id, u"Attachment"_s);
        });
    server.add("GET", root + u"{id}/available"_s, [&server](const Request &request) {
        const QString id = request.captures.first();
        return server.documents().find(u"attachment"_s, id).isEmpty()
            ? Reply::notExist(id, u"Attachment"_s)
            : Reply::data(QJsonObject{ { u"value"_s, true } });
    });
}

} // namespace andu::server
