// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

QList<QJsonObject> ownRows(OfficeServer &server, const QString &kind, const Request &request)
{
    return server.documents().list(kind, [&request](const QJsonObject &row) {
        return json::text(row, "person"_L1) == request.caller.person;
    });
}

QJsonArray firstOf(const QList<QJsonObject> &rows, int count)
{
    QJsonArray list;
    for (qsizetype i = 0; i < qMin<qsizetype>(qBound(1, count, 200), rows.size()); ++i) {
        list.append(rows.at(i));
    }
    return list;
}

} // namespace

/// Stored notices, and the pull replacement of the push connection.
void addMessageRoutes(OfficeServer &server)
{
    const QString root = u"/x_message_assemble_communicate/jaxrs/"_s;
    for (const bool isNewestFirst : { false, true }) {
        server.add("GET",
                   root
                       + u"instant/list/currentperson/count/{count}/%1"_s.arg(
                           isNewestFirst ? u"desc"_s : u"asc"_s),
                   [&server, isNewestFirst](const Request &request) {
                       QList<QJsonObject> rows = ownRows(server, u"instant"_s, request);
                       if (isNewestFirst) {
                           std::reverse(rows.begin(), rows.end());
                       }
                       return Reply::list(firstOf(rows, request.captures.first().toInt()));
                   });
    }
    server.add("GET",
               root + u"consume/list/ws/currentperson/count/{count}"_s,
               [&server](const Request &request) {
                   return Reply::list(firstOf(ownRows(server, u"consume"_s, request),
                                              request.captures.first().toInt()));
               });
    server.add("PUT", root + u"consume/type/ws"_s, [&server](const Request &request) {
        int removed = 0;
        for (const QString &id : json::texts(request.object(), "idList"_L1)) {
            const QJsonObject row = server.documents().find(u"consume"_s, id);
            if (json::text(row, "person"_L1) == request.caller.person) {
                server.documents().remove(u"consume"_s, id);
                ++removed;
            }
        }
        return Reply::data(QJsonObject{ { u"value"_s, removed } });
    });
}

} // namespace andu::server
