// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/surface.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

using surface::sequenceOf;

enum class Order { Sequence, StartTime, CompletedTime };

/// Own rows of a list, newest first.
QList<QJsonObject>
ownRows(OfficeServer &server, const QString &kind, const QString &person, Order order)
{
    QList<QJsonObject> rows = server.documents().list(kind, [&](const QJsonObject &row) {
        const bool isLatest = kind != u"taskcompleted"_s || row.value("latest"_L1).toBool();
        return isLatest && json::text(row, "person"_L1) == person;
    });
    const QString key = order == Order::StartTime ? u"startTime"_s
        : order == Order::CompletedTime           ? u"completedTime"_s
                                                  : QString();
    QList<QPair<QString, QJsonObject>> sorted;
    sorted.reserve(rows.size());
    for (const QJsonObject &row : std::as_const(rows)) {
        sorted.append({ row.value(key).toString() + u'|' + sequenceOf(row), row });
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.first > b.first;
    });
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i] = sorted.at(i).second;
    }
    return rows;
}

bool isIn(const QJsonObject &filter, QLatin1StringView list, const QJsonValue &value)
{
    const QJsonArray wanted = filter.value(list).toArray();
    return wanted.isEmpty() || wanted.contains(value);
}

/// Applications and processes are named by id only; names silently match nothing.
bool fits(const QJsonObject &row, const QJsonObject &filter)
{
    QString key = json::text(filter, "key"_L1);
    key.remove(u'%').remove(u'?');
    static const QStringList texts{
        u"title"_s, u"serial"_s, u"creatorPerson"_s, u"creatorUnit"_s, u"opinion"_s
    };
    const bool fitsKey
        = key.isEmpty() || std::any_of(texts.begin(), texts.end(), [&](const QString &member) {
              return row.value(member).toString().contains(key);
          });
    const QString begun = json::text(row, "startTime"_L1);
    const QString from = json::text(filter, "startTime"_L1);
    const QString to = json::text(filter, "endTime"_L1);
    const bool isDraft = row.value("first"_L1).toBool();
    return fitsKey && (from.isEmpty() || begun > from) && (to.isEmpty() || begun < to)
        && !(isDraft && filter.value("isExcludeDraft"_L1).toBool())
        && json::text(row, "title"_L1).contains(json::text(filter, "title"_L1))
        && isIn(filter, "applicationList"_L1, row.value("application"_L1))
        && isIn(filter, "processList"_L1, row.value("process"_L1))
        && isIn(filter, "activityNameList"_L1, row.value("activityName"_L1))
        && isIn(filter, "creatorUnitList"_L1, row.value("creatorUnit"_L1))
        && isIn(filter, "creatorPersonList"_L1, row.value("creatorPerson"_L1))
        && isIn(filter, "startTimeMonthList"_L1, row.value("startTimeMonth"_L1))
        && isIn(filter, "completedTimeMonthList"_L1, row.value("completedTimeMonth"_L1))
        && isIn(filter, "completedList"_L1, row.value("completed"_L1))
        && isIn(filter, "jobList"_L1, row.value("job"_L1))
        && isIn(filter, "idList"_L1, row.value("id"_L1));
}

QList<QJsonObject> filteredRows(const QList<QJsonObject> &rows, const QJsonObject &filter)
{
    QList<QJsonObject> list;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(list), [&](const QJsonObject &row) {
        return fits(row, filter);
    });
    return list;
}

enum class Way { Older, Newer };

/// A page of a keyset list. The anchor only has to exist; it need not be in the list.
Reply keyset(OfficeServer &server,
             const QString &kind,
             const QList<QJsonObject> &rows,
             const Request &request,
             Way way)
{
    const QString anchor = request.captures.value(0);
    const qsizetype count = qBound(1, request.captures.value(1).toInt(), 200);
    qsizetype from = 0;
    qsizetype to = rows.size();
    if (anchor != u"(0)"_s) {
        const QJsonObject row = server.documents().find(kind, anchor);
        if (row.isEmpty()) {
            return Reply::failure(
                u"can not find entity id: %1, class: com.x.processplatform.core.entity.content.%2."_s
                    .arg(anchor, surface::entityName(kind)));
        }
        const QString key = sequenceOf(row);
        while (from < rows.size() && sequenceOf(rows.at(from)) > key) {
            ++from;
        }
        to = way == Way::Newer ? from : rows.size();
        from += from < rows.size() && sequenceOf(rows.at(from)) == key ? 1 : 0;
    }
    from = way == Way::Newer ? qMax<qsizetype>(0, to - count) : from;
    QJsonArray page;
    for (qsizetype i = from; i < qMin(from + count, to); ++i) {
        QJsonObject row = rows.at(i);
        row.insert(u"rank"_s, i + 1);
        page.append(row);
    }
    return Reply::list(page, rows.size());
}

void addKeysets(OfficeServer &server, const QString &kind)
{
    for (const Way way : { Way::Older, Way::Newer }) {
        const QString path = surface::root() + kind + u"/list/{id}/"_s
            + (way == Way::Older ? u"next"_s : u"prev"_s) + u"/{count}"_s;
        const auto all = [&server, kind](const Request &request) {
            return ownRows(server, kind, request.caller.person, Order::Sequence);
        };
        server.add("GET", path, [&server, kind, all, way](const Request &request) {
            return keyset(server, kind, all(request), request, way);
        });
        server.add(
            "GET", path + u"/process/{flag}"_s, [&server, kind, all, way](const Request &request) {
                const QJsonValue id
                    = server.engine().processOf(request.captures.value(2)).value("id"_L1);
                const QJsonObject filter{ { u"processList"_s, QJsonArray{ id } } };
                return keyset(server, kind, filteredRows(all(request), filter), request, way);
            });
        server.add(
            "GET",
            path + u"/application/{flag}"_s,
            [&server, kind, all, way](const Request &request) {
                const QJsonValue id
                    = surface::applicationOf(server, request.captures.value(2)).value("id"_L1);
                const QJsonObject filter{ { u"applicationList"_s, QJsonArray{ id } } };
                return keyset(server, kind, filteredRows(all(request), filter), request, way);
            });
        server.add("POST", path + u"/filter"_s, [&server, kind, all, way](const Request &request) {
            const auto filter = request.wrapped();
            return filter ? keyset(server, kind, filteredRows(all(request), *filter), request, way)
                          : Reply::notConvertible();
        });
    }
}

QJsonObject onlyTitle(const QJsonObject &row)
{
    return { { u"title"_s, row.value("title"_L1) } };
}

Reply pageOf(const QList<QJsonObject> &rows, const Request &request)
{
    QJsonArray list;
    for (const QJsonObject &row : rows) {
        QJsonObject shown = surface::withoutLists(row);
        if (shown.contains("read"_L1)
            || (shown.contains("viewed"_L1) && !shown.contains("first"_L1))) {
            shown.remove(u"properties"_s); // Of reads and confirmed reads.
        }
        shown.remove(u"creatorUnitLevelName"_s);
        list.append(shown);
    }
    return Reply::page(list, request.captures.value(0).toInt(), request.captures.value(1).toInt());
}

void addPages(OfficeServer &server, const QString &kind)
{
    const bool isDone = kind.endsWith(u"completed"_s);
    server.add("GET",
               surface::root() + kind + u"/list/my/paging/{page}/size/{size}"_s,
               [&server, kind](const Request &request) {
                   const Order order
                       = kind == u"taskcompleted"_s ? Order::CompletedTime : Order::Sequence;
                   QList<QJsonObject> rows = ownRows(server, kind, request.caller.person, order);
                   for (QJsonObject &row : rows) {
                       if (kind == u"task"_s) {
                           row.insert(u"properties"_s, onlyTitle(row));
                       }
                   }
                   return pageOf(rows, request);
               });
    server.add(
        "POST",
        surface::root() + kind + u"/list/my/filter/{page}/size/{size}"_s,
        [&server, kind, isDone](const Request &request) {
            const auto filter = request.wrapped();
            const Order order = isDone ? Order::CompletedTime : Order::StartTime;
            return filter
                ? pageOf(filteredRows(ownRows(server, kind, request.caller.person, order), *filter),
                         request)
                : Reply::notConvertible();
        });
}

/// Rows of a v2 list with the rows of the same instance they were asked to be joined with.
QJsonObject
joined(OfficeServer &server, const QString &own, const QJsonObject &row, const QJsonObject &filter)
{
    static const QList<QPair<QString, QString>> joins{
        { u"Work"_s, u"work"_s },    { u"WorkCompleted"_s, u"workcompleted"_s },
        { u"Task"_s, u"task"_s },    { u"TaskCompleted"_s, u"taskcompleted"_s },
        { u"Read"_s, u"read"_s },    { u"ReadCompleted"_s, u"readcompleted"_s },
        { u"Review"_s, u"review"_s }
    };
    QJsonObject result = surface::withoutLists(row);
    if (own == u"task"_s) {
        result.insert(u"properties"_s, onlyTitle(row));
    }
    for (const auto &[name, kind] : joins) {
        QJsonArray list;
        if (kind == own) {
            continue;
        }
        if (filter.value(u"relate"_s + name).toBool()) {
            for (const QJsonObject &other :
                 server.engine().rowsOfJob(kind, json::text(row, "job"_L1))) {
                list.append(
                    surface::withoutLists(kind == u"work"_s ? surface::listedWork(other) : other));
            }
        }
        result.insert(name.left(1).toLower() + name.mid(1) + u"List"_s, list);
    }
    return result;
}

QJsonArray counted(const QList<QJsonObject> &rows, const QString &name, const QString &value)
{
    QStringList order;
    QHash<QString, QJsonObject> groups;
    for (const QJsonObject &row : rows) {
        const QString key = row.value(value).toString();
        QJsonObject &group = groups[key];
        if (group.isEmpty()) {
            order.append(key);
            const QString shown = row.value(name).toString();
            group.insert(u"name"_s, shown.contains(u'@') ? shown.section(u'@', 0, 0) : shown);
            group.insert(u"value"_s, key);
        }
        group.insert(u"count"_s, group.value("count"_L1).toInt() + 1);
    }
    std::sort(order.begin(), order.end(), [&groups](const QString &a, const QString &b) {
        return json::text(groups.value(a), "name"_L1) < json::text(groups.value(b), "name"_L1);
    });
    QJsonArray list;
    for (const QString &key : std::as_const(order)) {
        list.append(groups.value(key));
    }
    return list;
}

QJsonArray distinct(const QList<QJsonObject> &rows, const QString &name, const QString &value)
{
    QJsonArray list;
    for (const QJsonValue &group : counted(rows, name, value)) {
        QJsonObject entry = group.toObject();
        entry.remove(u"count"_s);
        list.append(entry);
    }
    return list;
}

void addRich(OfficeServer &server, const QString &kind)
{
    const QString root = surface::root() + kind + u"/v2/"_s;
    const auto rows = [&server, kind](const Request &request, const QJsonObject &filter) {
        const bool isAll = kind == u"taskcompleted"_s || !filter.isEmpty();
        return isAll
            ? filteredRows(ownRows(server, kind, request.caller.person, Order::Sequence), filter)
            : QList<QJsonObject>();
    };
    const auto listed = [&server, rows, kind](const Request &request) {
        QJsonArray list;
        const QJsonObject filter = request.object();
        for (const QJsonObject &row : rows(request, filter)) {
            list.append(joined(server, kind, row, filter));
        }
        return list;
    };
    server.add("POST", root + u"list"_s, [listed](const Request &request) {
        return Reply::list(listed(request));
    });
    server.add(
        "POST", root + u"list/paging/{page}/size/{size}"_s, [listed](const Request &request) {
            return Reply::page(listed(request),
                               request.captures.value(0).toInt(),
                               request.captures.value(1).toInt());
        });
    server.add("POST", root + u"count"_s, [&server, kind](const Request &request) {
        const QJsonObject filter = request.object();
        const QList<QJsonObject> found
            = filteredRows(ownRows(server, kind, request.caller.person, Order::Sequence), filter);
        static const QList<QPair<QString, QString>> groups{
            { u"application"_s, u"applicationName"_s },
            { u"process"_s, u"processName"_s },
            { u"creatorPerson"_s, u"creatorPerson"_s },
            { u"creatorUnit"_s, u"creatorUnit"_s },
            { u"startTimeMonth"_s, u"startTimeMonth"_s }
        };
        QJsonObject answer{ { u"count"_s, found.size() } };
        for (const auto &[value, name] : groups) {
            const QString asked = u"groupBy"_s + value.left(1).toUpper() + value.mid(1);
            answer.insert(value + u"List"_s,
                          filter.value(asked).toBool() ? counted(found, name, value)
                                                       : QJsonArray());
        }
        return Reply::data(answer);
    });
}

QJsonObject attributesOf(const QList<QJsonObject> &rows, bool isDone)
{
    QJsonObject answer{
        { u"applicationList"_s, distinct(rows, u"applicationName"_s, u"application"_s) },
        { u"processList"_s, distinct(rows, u"processName"_s, u"process"_s) },
        { u"creatorUnitList"_s, distinct(rows, u"creatorUnit"_s, u"creatorUnit"_s) },
        { u"startTimeMonthList"_s, distinct(rows, u"startTimeMonth"_s, u"startTimeMonth"_s) },
        { u"activityNameList"_s, distinct(rows, u"activityName"_s, u"activityName"_s) }
    };
    if (isDone) {
        answer.insert(u"completedTimeMonthList"_s,
                      distinct(rows, u"completedTimeMonth"_s, u"completedTimeMonth"_s));
        // The real server has the two names the wrong way round.
        answer.insert(
            u"completedList"_s,
            QJsonArray{ QJsonObject{ { u"name"_s, u"completed"_s }, { u"value"_s, false } },
                        QJsonObject{ { u"name"_s, u"not completed"_s }, { u"value"_s, true } } });
    }
    return answer;
}

void addCounts(OfficeServer &server, const QString &kind)
{
    const QString root = surface::root() + kind;
    const auto all = [&server, kind](const QString &person) {
        return ownRows(server, kind, person, Order::Sequence);
    };
    server.add("GET", root + u"/list/count/application"_s, [all](const Request &request) {
        const QJsonArray groups
            = counted(all(request.caller.person), u"applicationName"_s, u"application"_s);
        return groups.isEmpty() ? Reply::data(QJsonValue()) : Reply::list(groups);
    });
    server.add("GET",
               root + u"/list/count/application/{flag}/process"_s,
               [&server, all](const Request &request) {
                   const QJsonValue id
                       = surface::applicationOf(server, request.captures.first()).value("id"_L1);
                   const QJsonObject filter{ { u"applicationList"_s, QJsonArray{ id } } };
                   return Reply::list(counted(filteredRows(all(request.caller.person), filter),
                                              u"processName"_s,
                                              u"process"_s));
               });
    server.add("GET", root + u"/filter/attribute"_s, [all, kind](const Request &request) {
        return Reply::data(attributesOf(all(request.caller.person), kind.endsWith(u"completed"_s)));
    });
    server.add("GET", root + u"/count/{credential}"_s, [&server, all](const Request &request) {
        const QString person = json::text(server.organisation().person(request.captures.first()),
                                          "distinguishedName"_L1);
        return Reply::data(QJsonObject{ { u"count"_s, all(person).size() } });
    });
}

/// Reviews have no plain lists; they are listed by v2 and counted by POST.
void addReviews(OfficeServer &server)
{
    const QString kind = u"review"_s;
    const QString root = surface::root() + kind;
    addRich(server, kind);
    for (const Way way : { Way::Older, Way::Newer }) {
        server.add("POST",
                   root + u"/v2/list/{id}/"_s + (way == Way::Older ? u"next"_s : u"prev"_s)
                       + u"/{count}"_s,
                   [&server, kind, way](const Request &request) {
                       const QList<QJsonObject> rows
                           = ownRows(server, kind, request.caller.person, Order::Sequence);
                       return keyset(
                           server, kind, filteredRows(rows, request.object()), request, way);
                   });
    }
    server.add(
        "POST", root + u"/count/person/{credential}"_s, [&server, kind](const Request &request) {
            const QString person = json::text(
                server.organisation().person(request.captures.first()), "distinguishedName"_L1);
            const QList<QJsonObject> rows = ownRows(server, kind, person, Order::Sequence);
            return Reply::data(QJsonObject{ { u"count"_s, person.isEmpty() ? 0 : rows.size() } });
        });
    server.add("POST", root + u"/filter/attribute"_s, [&server, kind](const Request &request) {
        const QList<QJsonObject> rows
            = ownRows(server, kind, request.caller.person, Order::Sequence);
        return Reply::data(attributesOf(filteredRows(rows, request.object()), false));
    });
}

} // namespace

void addTodoLists(OfficeServer &server)
{
    static const QStringList kinds{ u"task"_s, u"taskcompleted"_s, u"read"_s, u"readcompleted"_s };
    for (const QString &kind : kinds) {
        addKeysets(server, kind);
        addPages(server, kind);
        addRich(server, kind);
        addCounts(server, kind);
    }
    addReviews(server);
    server.add(
        "GET", surface::root() + u"work/count/{credential}"_s, [&server](const Request &request) {
            const QString person = json::text(
                server.organisation().person(request.captures.first()), "distinguishedName"_L1);
            const auto count = [&](const QString &kind) {
                return person.isEmpty() ? 0 : ownRows(server, kind, person, Order::Sequence).size();
            };
            return Reply::data(QJsonObject{ { u"task"_s, count(u"task"_s) },
                                            { u"taskCompleted"_s, count(u"taskcompleted"_s) },
                                            { u"read"_s, count(u"read"_s) },
                                            { u"readCompleted"_s, count(u"readcompleted"_s) },
                                            { u"review"_s, count(u"review"_s) } });
        });
    const QString works = surface::root() + u"work/list/"_s;
    const auto created = [&server](const Request &request) {
        QList<QJsonObject> rows
            = server.documents().list(u"work"_s, [&request](const QJsonObject &row) {
                  return json::text(row, "creatorPerson"_L1) == request.caller.person;
              });
        std::sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return sequenceOf(a) > sequenceOf(b);
        });
        return rows;
    };
    server.add(
        "POST", works + u"my/paging/{page}/size/{size}"_s, [created](const Request &request) {
            return pageOf(filteredRows(created(request), request.object()), request);
        });
    for (const Way way : { Way::Older, Way::Newer }) {
        server.add("GET",
                   works + u"{id}/"_s + (way == Way::Older ? u"next"_s : u"prev"_s)
                       + u"/{count}/creator/current"_s,
                   [&server, created, way](const Request &request) {
                       return keyset(server, u"work"_s, created(request), request, way);
                   });
    }
}

} // namespace andu::server
