// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/surface.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

using surface::promptOf;

/// The identity to start with: the wanted one, if it is one of the caller's own.
QString identityFor(OfficeServer &server, const Request &request, const QString &wanted)
{
    for (const QJsonObject &row : server.organisation().identitiesOf(request.caller.person)) {
        if (json::text(row, "distinguishedName"_L1) == wanted) {
            return wanted;
        }
    }
    return server.organisation().majorIdentity(request.caller.person);
}

Reply noProcess(const QString &flag)
{
    return Reply::refusal(promptOf(u"work.ExceptionProcessNotExist"_s),
                          u"流程不存在:%1."_s.arg(flag));
}

Reply startWork(OfficeServer &server, const Request &request, const QString &flag)
{
    const QJsonObject process = server.engine().processOf(flag);
    if (process.isEmpty()) {
        return noProcess(flag);
    }
    const QJsonObject body = request.object(); // What is no JSON counts as empty.
    if (body.value("latest"_L1).toBool()) {
        const QJsonObject unsent = server.engine().unsentWork(process, request.caller.person);
        if (!unsent.isEmpty()) {
            return surface::startedReply(server, unsent, request.caller);
        }
    }
    const QString identity = identityFor(server, request, json::text(body, "identity"_L1));
    if (identity.isEmpty()) {
        return Reply::refusal(promptOf(u"work.ExceptionDecideCreatorIdentity"_s),
                              u"无法确定创建者身份."_s);
    }
    const QJsonObject work = server.engine().start(
        process, identity, json::text(body, "title"_L1), body.value("data"_L1).toObject());
    return surface::startedReply(server, work, request.caller);
}

QJsonObject plannedWork(OfficeServer &server,
                        const QJsonObject &process,
                        const QString &title,
                        const QString &identity)
{
    const QJsonObject who = server.organisation().identity(identity);
    return { { u"id"_s, QString() },
             { u"title"_s, title },
             { u"creatorPerson"_s, who.value("person"_L1) },
             { u"creatorIdentity"_s, identity },
             { u"creatorUnit"_s, who.value("unit"_L1) },
             { u"application"_s, process.value("application"_L1) },
             { u"applicationName"_s, process.value("applicationName"_L1) },
             { u"applicationAlias"_s, QString() },
             { u"process"_s, process.value("id"_L1) },
             { u"processName"_s, process.value("name"_L1) },
             { u"processAlias"_s, process.value("alias"_L1) },
             { u"workCreateType"_s, u"surface"_s },
             { u"form"_s, process.value("form"_L1) },
             { u"splitValueList"_s, QJsonArray() },
             { u"properties"_s,
               QJsonObject{ { u"manualForceTaskIdentityList"_s, QJsonArray() },
                            { u"manualEmpowerMap"_s, QJsonObject() },
                            { u"serviceValue"_s, QJsonObject() },
                            { u"title"_s, title },
                            { u"splitValueList"_s, QJsonArray() } } } };
}

Reply planDraft(OfficeServer &server, const Request &request)
{
    const QJsonObject process = server.engine().processOf(request.captures.first());
    if (process.isEmpty()) {
        return Reply::notExist(request.captures.first(), u"Process"_s);
    }
    const QJsonObject body = request.object();
    const QString identity = identityFor(server, request, json::text(body, "identity"_L1));
    return Reply::data(QJsonObject{
        { u"work"_s, plannedWork(server, process, json::text(body, "title"_L1), identity) },
        { u"data"_s, asBusinessData(body.value("data"_L1).toObject()) } });
}

Reply saveDraft(OfficeServer &server, const Request &request)
{
    const QJsonObject body = request.object();
    const QJsonObject planned = body.value("work"_L1).toObject();
    const QJsonObject data = body.value("data"_L1).toObject();
    const QJsonObject process = server.engine().processOf(json::text(planned, "process"_L1));
    if (process.isEmpty()) {
        return Reply::notExist(json::text(planned, "process"_L1), u"Process"_s);
    }
    const QString id = json::text(planned, "id"_L1);
    const QJsonObject old = server.documents().find(u"draft"_s, id);
    if (!old.isEmpty() && json::text(old, "person"_L1) != request.caller.person) {
        return Reply::denied(request.caller, id, u"Draft"_s);
    }
    const QString subject = json::text(data, "subject"_L1).isEmpty()
        ? json::text(data, "title"_L1)
        : json::text(data, "subject"_L1);
    QString identity = json::text(body, "identity"_L1);
    identity = identityFor(
        server, request, identity.isEmpty() ? json::text(planned, "creatorIdentity"_L1) : identity);
    const QJsonObject work = plannedWork(
        server, process, subject.isEmpty() ? json::text(planned, "title"_L1) : subject, identity);
    QJsonObject row{ { u"id"_s, old.isEmpty() ? Engine::newId() : id },
                     { u"person"_s, request.caller.person },
                     { u"identity"_s, identity },
                     { u"unit"_s, work.value("creatorUnit"_L1) },
                     { u"data"_s, data },
                     { u"createTime"_s,
                       old.isEmpty() ? server.engine().now() : json::text(old, "createTime"_L1) },
                     { u"updateTime"_s, server.engine().now() } };
    for (const QString &key : { u"title"_s,
                                u"application"_s,
                                u"applicationName"_s,
                                u"applicationAlias"_s,
                                u"process"_s,
                                u"processName"_s,
                                u"processAlias"_s }) {
        row.insert(key, work.value(key));
    }
    server.documents().put(u"draft"_s, row);
    return Reply::data(QJsonObject{ { u"id"_s, row.value("id"_L1) } });
}

/// A draft of the caller, or the refusal.
struct OwnDraft
{
    QJsonObject row;
    std::optional<Reply> refusal;
};

OwnDraft ownDraft(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    OwnDraft own{ server.documents().find(u"draft"_s, id), std::nullopt };
    if (own.row.isEmpty()) {
        own.refusal = Reply::notExist(id, u"Draft"_s);
    } else if (json::text(own.row, "person"_L1) != request.caller.person) {
        own.refusal = Reply::denied(request.caller, id, u"Draft"_s);
    }
    return own;
}

Reply openDraft(OfficeServer &server, const Request &request)
{
    const OwnDraft own = ownDraft(server, request);
    if (own.refusal) {
        return *own.refusal;
    }
    const QJsonObject process = server.engine().processOf(json::text(own.row, "process"_L1));
    QJsonObject work = plannedWork(
        server, process, json::text(own.row, "title"_L1), json::text(own.row, "identity"_L1));
    work.insert(u"id"_s, own.row.value("id"_L1));
    return Reply::data(QJsonObject{
        { u"work"_s, work }, { u"data"_s, asBusinessData(own.row.value("data"_L1).toObject()) } });
}

Reply startDraft(OfficeServer &server, const Request &request)
{
    const OwnDraft own = ownDraft(server, request);
    if (own.refusal) {
        return *own.refusal;
    }
    const QJsonObject work
        = server.engine().start(server.engine().processOf(json::text(own.row, "process"_L1)),
                                json::text(own.row, "identity"_L1),
                                json::text(own.row, "title"_L1),
                                own.row.value("data"_L1).toObject());
    server.documents().remove(u"draft"_s, request.captures.first());
    return surface::startedReply(server, work, request.caller);
}

Reply removeDraft(OfficeServer &server, const Request &request)
{
    const OwnDraft own = ownDraft(server, request);
    if (own.refusal) {
        return *own.refusal;
    }
    server.documents().remove(u"draft"_s, request.captures.first());
    return Reply::data(QJsonObject{ { u"id"_s, own.row.value("id"_L1) } });
}

QList<QJsonObject> ownDrafts(OfficeServer &server, const Request &request)
{
    QList<QJsonObject> rows
        = server.documents().list(u"draft"_s, [&request](const QJsonObject &row) {
              return json::text(row, "person"_L1) == request.caller.person;
          });
    std::sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return surface::sequenceOf(a) > surface::sequenceOf(b);
    });
    for (QJsonObject &row : rows) {
        row.remove(u"data"_s);
    }
    return rows;
}

Reply nextDrafts(OfficeServer &server, const Request &request)
{
    const QString anchor = request.captures.value(0);
    const QJsonObject known = server.documents().find(u"draft"_s, anchor);
    if (known.isEmpty() && anchor != u"(0)"_s) {
        return Reply::failure(
            u"can not find entity id: %1, class: com.x.processplatform.core.entity.content.Draft."_s
                .arg(anchor));
    }
    const QList<QJsonObject> rows = ownDrafts(server, request);
    const qsizetype count = qBound(1, request.captures.value(1).toInt(), 200);
    QJsonArray page;
    for (qsizetype i = 0; i < rows.size() && page.size() < count; ++i) {
        if (known.isEmpty() || surface::sequenceOf(rows.at(i)) < surface::sequenceOf(known)) {
            QJsonObject row = rows.at(i);
            row.insert(u"rank"_s, i + 1);
            page.append(row);
        }
    }
    return Reply::list(page, rows.size());
}

} // namespace

void addStartRoutes(OfficeServer &server)
{
    const QString root = surface::root();
    for (const QString &force : { u""_s, u"/force"_s }) {
        server.add(
            "POST", root + u"work/process/{flag}"_s + force, [&server](const Request &request) {
                return startWork(server, request, request.captures.first());
            });
        server.add("POST",
                   root + u"work/application/{application}/process/{flag}"_s + force,
                   [&server](const Request &request) {
                       const QString flag = request.captures.value(1);
                       const QJsonObject process = server.engine().processOf(flag);
                       const QJsonObject application
                           = surface::applicationOf(server, request.captures.value(0));
                       return application.isEmpty()
                               || process.value("application"_L1) != application.value("id"_L1)
                           ? noProcess(flag)
                           : startWork(server, request, flag);
                   });
    }
    using Call = Reply (*)(OfficeServer &, const Request &);
    const auto add = [&server](const char *verb, const QString &path, Call call) {
        server.add(
            verb, path, [&server, call](const Request &request) { return call(server, request); });
    };
    add("POST", root + u"draft/process/{flag}"_s, planDraft);
    add("PUT", root + u"draft"_s, saveDraft);
    add("GET", root + u"draft/{id}"_s, openDraft);
    add("DELETE", root + u"draft/{id}"_s, removeDraft);
    add("GET", root + u"draft/{id}/start"_s, startDraft);
    add("GET", root + u"draft/list/{id}/next/{count}"_s, nextDrafts);
    server.add("POST",
               root + u"draft/list/my/paging/{page}/size/{size}"_s,
               [&server](const Request &request) {
                   return Reply::page(surface::arrayOf(ownDrafts(server, request)),
                                      request.captures.value(0).toInt(),
                                      request.captures.value(1).toInt());
               });
}

} // namespace andu::server
