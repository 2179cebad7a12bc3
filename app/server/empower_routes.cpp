// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

QString root()
{
    return u"/x_organization_assemble_personal/jaxrs/empower"_s;
}

/// Midnight loses its time of day, as every date of an entity.
QJsonObject shown(QJsonObject row)
{
    for (const QString &key : { u"startTime"_s, u"completedTime"_s }) {
        const QString time = row.value(key).toString();
        row.insert(key, time.endsWith(u" 00:00:00"_s) ? time.left(10) : time);
    }
    if (row.value("processList"_L1).toArray().isEmpty()) {
        row.remove(u"processList"_s);
    }
    return row;
}

Reply listed(OfficeServer &server,
             const Request &request,
             const QString &member,
             const std::function<bool(const QJsonObject &)> &wanted)
{
    QJsonArray list;
    for (const QJsonObject &row :
         server.documents().list(u"empower"_s, [&](const QJsonObject &entry) {
             return entry.value(member).toString() == request.caller.person && wanted(entry);
         })) {
        list.append(shown(row));
    }
    return Reply::list(list);
}

Reply create(OfficeServer &server, const Request &request)
{
    const QJsonObject body = request.object();
    const QJsonObject from = server.organisation().identity(json::text(body, "fromIdentity"_L1));
    const QJsonObject to = server.organisation().identity(json::text(body, "toIdentity"_L1));
    const QString type = json::text(body, "type"_L1);
    if (from.isEmpty() || to.isEmpty()) {
        return Reply::notExist(
            json::text(body, from.isEmpty() ? "fromIdentity"_L1 : "toIdentity"_L1), u"Identity"_s);
    }
    const auto others = server.documents().list(u"empower"_s, [&](const QJsonObject &row) {
        return type == u"all"_s && json::text(row, "type"_L1) == type
            && row.value("fromIdentity"_L1) == from.value("distinguishedName"_L1);
    });
    if (!others.isEmpty()) {
        return Reply::refusal(
            u"com.x.organization.assemble.personal.jaxrs.empower.ExceptionTypeAllExist"_s,
            u"身份 %1 的全局设置已经存在."_s.arg(json::text(from, "distinguishedName"_L1)));
    }
    const QString now = server.engine().now();
    QJsonObject row{ { u"id"_s, Engine::newId() },
                     { u"fromPerson"_s, from.value("person"_L1) },
                     { u"fromIdentity"_s, from.value("distinguishedName"_L1) },
                     { u"toPerson"_s, to.value("person"_L1) },
                     { u"toIdentity"_s, to.value("distinguishedName"_L1) },
                     { u"type"_s, type },
                     { u"enable"_s, body.value("enable"_L1).toBool(true) },
                     { u"createTime"_s, now },
                     { u"updateTime"_s, now } };
    for (const QString &key :
         { u"startTime"_s, u"completedTime"_s, u"application"_s, u"process"_s }) {
        if (body.contains(key)) {
            row.insert(key, body.value(key));
        }
    }
    if (type == u"process"_s) {
        row.insert(u"processList"_s, QJsonArray{ body.value("process"_L1) });
    }
    server.documents().put(u"empower"_s, row);
    return Reply::data(QJsonObject{ { u"id"_s, row.value("id"_L1) } });
}

/// A delegation of the caller, or the refusal.
struct Own
{
    QJsonObject row;
    std::optional<Reply> refusal;
};

Own own(OfficeServer &server, const Request &request)
{
    const QString id = request.captures.first();
    Own found{ server.documents().find(u"empower"_s, id), std::nullopt };
    if (found.row.isEmpty()) {
        found.refusal = Reply::notExist(id, u"Empower"_s);
    } else if (!request.caller.isManager
               && json::text(found.row, "fromPerson"_L1) != request.caller.person) {
        found.refusal = Reply::refusal(
            QLatin1StringView(prompts::Base) + u"ExceptionAccessDenied"_s,
            u"用户:%1 访问对象 class:com.x.organization.core.entity.accredit.Empower, id:%2, 权限不足."_s
                .arg(request.caller.person, id));
    }
    return found;
}

} // namespace

void addEmpowerRoutes(OfficeServer &server)
{
    const auto any = [](const QJsonObject &) { return true; };
    const auto isEnabled = [](const QJsonObject &row) { return row.value("enable"_L1).toBool(); };
    server.add(
        "POST", root(), [&server](const Request &request) { return create(server, request); });
    server.add("GET", root() + u"/list/currentperson"_s, [&server, any](const Request &request) {
        return listed(server, request, u"fromPerson"_s, any);
    });
    server.add("GET", root() + u"/list/to"_s, [&server, any](const Request &request) {
        return listed(server, request, u"toPerson"_s, any);
    });
    server.add("GET", root() + u"/list/to/enable"_s, [&server, isEnabled](const Request &request) {
        return listed(server, request, u"toPerson"_s, isEnabled);
    });
    for (const bool enable : { false, true }) {
        server.add("GET",
                   root() + (enable ? u"/{id}/enable"_s : u"/{id}/disable"_s),
                   [&server, enable](const Request &request) {
                       Own found = own(server, request);
                       if (found.refusal) {
                           return *found.refusal;
                       }
                       found.row.insert(u"enable"_s, enable);
                       server.documents().put(u"empower"_s, found.row);
                       return Reply::data(QJsonObject{ { u"id"_s, found.row.value("id"_L1) } });
                   });
    }
    server.add("DELETE", root() + u"/{id}"_s, [&server](const Request &request) {
        const Own found = own(server, request);
        if (found.refusal) {
            return *found.refusal;
        }
        server.documents().remove(u"empower"_s, request.captures.first());
        return Reply::data(QJsonObject{ { u"value"_s, true } });
    });
}

} // namespace andu::server
