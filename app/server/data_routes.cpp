// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/surface.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

using surface::promptOf;

enum class Of { Work, WorkCompleted };

/// The instance a call names, if the caller may touch its data.
struct Place
{
    QJsonObject work;
    std::optional<Reply> refusal;

    [[nodiscard]] QString job() const { return json::text(work, "job"_L1); }
};

Place placeOf(OfficeServer &server, const Request &request, Of of)
{
    const QString id = request.captures.first();
    const bool isWork = of == Of::Work;
    Place place{ server.documents().find(isWork ? u"work"_s : u"workcompleted"_s, id),
                 std::nullopt };
    if (place.work.isEmpty()) {
        place.refusal = Reply::notExist(id, isWork ? u"Work"_s : u"WorkCompleted"_s);
        return place;
    }
    // Data of a running instance belong to the holders of its todos, those of a finished one to
    // everybody who took part.
    const bool may = request.caller.isManager
        || (isWork ? surface::ownTask(server, place.work, request.caller.person).has_value()
                   : server.engine().hasPart(place.job(), request.caller.person));
    if (!may) {
        place.refusal
            = Reply::refusal(promptOf(isWork ? u"data.ExceptionWorkAccessDenied"_s
                                             : u"data.ExceptionWorkCompletedAccessDenied"_s),
                             u"无权访问工作:%1."_s.arg(id));
    }
    return place;
}

Reply notObject()
{
    return Reply::refusal(promptOf(u"data.ExceptionNotJsonObject"_s), u"不是一个JsonObject."_s);
}

QJsonValue withPart(const QJsonValue &value, const QStringList &path, const QJsonValue &part)
{
    if (path.isEmpty()) {
        return part;
    }
    const QString key = path.first();
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        const int at = key.toInt();
        if (at >= 0 && at < list.size()) {
            const QJsonValue changed = withPart(list.at(at), path.mid(1), part);
            if (changed.isUndefined()) {
                list.removeAt(at);
            } else {
                list.replace(at, changed);
            }
        }
        return list;
    }
    QJsonObject object = value.toObject();
    object.insert(key, withPart(object.value(key), path.mid(1), part)); // Undefined removes it.
    return object;
}

/// Puts a part, or with Undefined takes it out.
void changePart(OfficeServer &server,
                const Place &place,
                const QString &path,
                const QJsonValue &part)
{
    const QJsonObject data
        = server.documents().find(u"data"_s, place.job()).value("data"_L1).toObject();
    server.engine().replaceData(place.job(), withPart(data, path.split(u'/'), part).toObject());
    server.engine().saveData(place.job(), {});
}

void addReading(OfficeServer &server, const QString &root, Of of)
{
    server.add("GET", root + u"{id}"_s, [&server, of](const Request &request) {
        const Place place = placeOf(server, request, of);
        return place.refusal.value_or(Reply::data(server.engine().dataOf(place.work)));
    });
    server.add("GET", root + u"{id}/{*}"_s, [&server, of](const Request &request) {
        const Place place = placeOf(server, request, of);
        return place.refusal.value_or(Reply::business(
            json::at(server.engine().dataOf(place.work), u'/' + request.captures.last())));
    });
}

void addWriting(OfficeServer &server, const QString &root, Of of)
{
    server.add("PUT", root + u"{id}"_s, [&server, of](const Request &request) {
        const Place place = placeOf(server, request, of);
        if (place.refusal) {
            return *place.refusal;
        }
        const auto parsed = json::parse(request.body);
        if (!parsed || !parsed->isObject()) {
            return notObject();
        }
        server.engine().saveData(place.job(), parsed->toObject());
        return Reply::data(QJsonObject());
    });
    server.add("PUT", root + u"{id}/{*}"_s, [&server, of](const Request &request) {
        const Place place = placeOf(server, request, of);
        if (place.refusal) {
            return *place.refusal;
        }
        const auto parsed = json::parse(request.body);
        if (!parsed || !parsed->isObject()) {
            return Reply::failure(u"not a json object."_s);
        }
        changePart(server, place, request.captures.last(), *parsed);
        return Reply::data(QJsonObject{ { u"id"_s, request.captures.first() } });
    });
    server.add("DELETE", root + u"{id}/{*}"_s, [&server, of](const Request &request) {
        const Place place = placeOf(server, request, of);
        if (place.refusal) {
            return *place.refusal;
        }
        const QString path = request.captures.last();
        if (json::at(server.engine().dataOf(place.work), u'/' + path).isUndefined()) {
            return Reply::failure(promptOf(u"data.ExceptionDataNotExist: "_s) + path);
        }
        changePart(server, place, path, QJsonValue(QJsonValue::Undefined));
        return Reply::data(QJsonObject{ { u"id"_s, request.captures.first() } });
    });
}

} // namespace

void addDataRoutes(OfficeServer &server)
{
    const QString root = surface::root() + u"data/"_s;
    addReading(server, root + u"work/"_s, Of::Work);
    addWriting(server, root + u"work/"_s, Of::Work);
    addReading(server, root + u"workcompleted/"_s, Of::WorkCompleted);
    addWriting(server, root + u"workcompleted/"_s, Of::WorkCompleted);
    server.add("POST", root + u"work/{id}"_s, [&server](const Request &request) {
        const Place place = placeOf(server, request, Of::Work);
        return place.refusal.value_or(
            Reply::refusal(promptOf(u"data.ExceptionDataAlreadyExist"_s), u"数据已经存在."_s));
    });
    // Whoever took part in any work may read the data of every one.
    const auto ofJob = [&server](const Request &request) -> std::optional<QJsonObject> {
        const QString job = request.captures.first();
        const auto works = server.engine().rowsOfJob(u"work"_s, job);
        const auto done = server.engine().rowsOfJob(u"workcompleted"_s, job);
        const QJsonObject work = works.isEmpty() ? done.value(0) : works.first();
        if (work.isEmpty()) {
            return QJsonObject(); // A deleted instance has nothing to refuse.
        }
        const QString person = request.caller.person;
        const auto any = server.documents().list(u"review"_s, [&person](const QJsonObject &row) {
            return json::text(row, "person"_L1) == person;
        });
        if (any.isEmpty() && !request.caller.isManager) {
            return std::nullopt;
        }
        return server.engine().dataOf(work);
    };
    const auto refused = [](const Request &request) {
        return Reply::refusal(promptOf(u"data.ExceptionJobAccessDenied"_s),
                              u"无权访问任务:%1."_s.arg(request.captures.first()));
    };
    server.add("GET", root + u"job/{job}"_s, [ofJob, refused](const Request &request) {
        const auto data = ofJob(request);
        if (!data) {
            return refused(request);
        }
        return Reply::data(data->isEmpty() ? QJsonValue() : QJsonValue(*data));
    });
    server.add("GET", root + u"job/{job}/{path}"_s, [ofJob, refused](const Request &request) {
        const auto data = ofJob(request);
        return data ? Reply::business(data->value(request.captures.last())) : refused(request);
    });
    // Deeper paths look for a work of that id, as on the real server.
    server.add("GET", root + u"job/{job}/{path}/{*}"_s, [](const Request &request) {
        return Reply::notExist(request.captures.first(), u"Work"_s);
    });
    server.add("POST", root + u"fetch/job/{job}"_s, [ofJob, refused](const Request &request) {
        const auto data = ofJob(request);
        if (!data) {
            return refused(request);
        }
        QJsonObject parts;
        for (const QString &path : json::texts(request.object(), "pathList"_L1)) {
            parts.insert(path, json::at(*data, u'/' + QString(path).replace(u'.', u'/')));
        }
        return Reply::business(parts);
    });
}

} // namespace andu::server
