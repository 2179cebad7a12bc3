// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "app/server/organisation_rows.h"
#include "app/server/picture.h"
#include "core/base/json.h"
#include "core/base/literals.h"

namespace andu::server {

namespace {

const auto Express = "/x_organization_assemble_express/jaxrs/"_L1;
const auto Control = "/x_organization_assemble_control/jaxrs/"_L1;
const auto Personal = "/x_organization_assemble_personal/jaxrs/"_L1;

using Find = std::function<QJsonObject(const QString &)>;
using Shape = std::function<QJsonObject(const QJsonObject &)>;
using Fits = std::function<bool(const QJsonObject &)>;

QString nameOf(const QJsonObject &row)
{
    return json::text(row, "distinguishedName"_L1);
}

QJsonArray shaped(const QList<QJsonObject> &rows, const Shape &shape)
{
    QJsonArray result;
    for (const QJsonObject &row : rows) {
        result.append(shape(row));
    }
    return result;
}

Reply unitMissing(const QString &flag)
{
    return Reply::refusal(u"com.x.organization.assemble.control.jaxrs.unit.ExceptionUnitNotExist"_s,
                          u"组织:%1, 不存在."_s.arg(flag));
}

Reply personMissing(const QString &flag)
{
    return Reply::refusal(
        u"com.x.organization.assemble.control.jaxrs.person.ExceptionPersonNotExist"_s,
        u"用户: %1 不存在."_s.arg(flag));
}

/// Rows for the flags of a body, each with the flag it was asked by.
Reply matched(const Request &request,
              QLatin1StringView member,
              const Find &find,
              const Shape &shape)
{
    QJsonArray rows;
    for (const QString &flag : json::texts(request.object(), member)) {
        const QJsonObject found = find(flag);
        if (!found.isEmpty()) {
            QJsonObject row = shape(found);
            row.insert(u"matchKey"_s, flag);
            rows.append(row);
        }
    }
    return Reply::list(rows);
}

/// Rows of the organisation, each once, for the flags of a body.
Reply gathered(const Request &request,
               QLatin1StringView member,
               const std::function<QList<QJsonObject>(const QString &)> &rowsFor,
               const Shape &shape)
{
    QStringList seen;
    QJsonArray rows;
    for (const QString &flag : json::texts(request.object(), member)) {
        for (const QJsonObject &row : rowsFor(flag)) {
            if (!seen.contains(nameOf(row))) {
                seen.append(nameOf(row));
                rows.append(shape(row));
            }
        }
    }
    return Reply::list(rows);
}

QList<QJsonObject> sortedByName(QList<QJsonObject> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return json::text(a, "pinyin"_L1) < json::text(b, "pinyin"_L1);
    });
    return rows;
}

Reply filteredPersons(OfficeServer &server, const Request &request)
{
    static const QStringList keys{ u"name"_s, u"employee"_s, u"unique"_s, u"mobile"_s };
    const QJsonObject filter = request.object();
    QJsonArray all;
    for (QJsonObject row : sortedByName(server.organisation().persons())) {
        const bool fits = std::all_of(keys.begin(), keys.end(), [&](const QString &key) {
            const QString wanted = filter.value(key).toString();
            return wanted.isEmpty() || row.value(key).toString().contains(wanted);
        });
        if (fits) {
            row.insert(u"changePasswordTime"_s, json::text(row, "createTime"_L1).left(10));
            all.append(row);
        }
    }
    return Reply::page(all, request.captures.value(0).toInt(), request.captures.value(1).toInt());
}

void addExpress(OfficeServer &server)
{
    const QString root = Express;
    const Organisation &office = server.organisation();
    const auto rows = std::make_shared<OrganisationRows>(office);
    const Shape person = [rows](const QJsonObject &row) { return rows->expressPerson(row); };
    const Shape unit = [rows](const QJsonObject &row) { return rows->expressUnit(row); };
    const Shape identity = [rows](const QJsonObject &row) { return rows->expressIdentity(row); };
    server.add("GET", root + u"person/list/all/object"_s, [&office, person](const Request &) {
        return Reply::list(shaped(office.persons(), person));
    });
    server.add("GET", root + u"unit/list/all/object"_s, [&office, unit](const Request &) {
        return Reply::list(shaped(office.units(), unit));
    });
    const auto membersOf = [&office](const QString &flag, bool isNested) {
        const QString home = nameOf(office.unit(flag));
        QList<QJsonObject> members = office.identitiesIn(home);
        if (isNested) {
            for (const QJsonObject &below : office.unitsBelow(home)) {
                members.append(office.identitiesIn(nameOf(below)));
            }
        }
        return members;
    };
    for (const bool isNested : { false, true }) {
        server.add(
            "POST",
            root + u"identity/list/unit/sub/%1/object"_s.arg(isNested ? u"nested" : u"direct"),
            [membersOf, identity, isNested](const Request &request) {
                return gathered(
                    request,
                    "unitList"_L1,
                    [&](const QString &flag) { return membersOf(flag, isNested); },
                    identity);
            });
    }
    server.add("POST",
               root + u"identity/list/person/object"_s,
               [&office, identity](const Request &request) {
                   return gathered(
                       request,
                       "personList"_L1,
                       [&](const QString &flag) {
                           return office.identitiesOf(nameOf(office.person(flag)));
                       },
                       identity);
               });
    server.add("POST",
               root + u"unit/list/person/sup/nested/object"_s,
               [&office, unit](const Request &request) {
                   return gathered(
                       request,
                       "personList"_L1,
                       [&](const QString &flag) {
                           QList<QJsonObject> all;
                           for (const QJsonObject &own :
                                office.identitiesOf(nameOf(office.person(flag)))) {
                               const QString home = json::text(own, "unit"_L1);
                               all.append(office.unitsAbove(home));
                               all.append(office.unit(home));
                           }
                           return all;
                       },
                       unit);
               });
}

/// Lookups by flags, and the search.
void addLookups(OfficeServer &server)
{
    const QString root = Express;
    const Organisation &office = server.organisation();
    const auto rows = std::make_shared<OrganisationRows>(office);
    const Shape person = [rows](const QJsonObject &row) { return rows->expressPerson(row); };
    server.add("POST", root + u"person/list/object"_s, [&office, person](const Request &request) {
        return matched(
            request, "personList"_L1, [&](auto &flag) { return office.person(flag); }, person);
    });
    server.add("POST", root + u"unit/list/object"_s, [&office, rows](const Request &request) {
        return matched(
            request,
            "unitList"_L1,
            [&](auto &flag) { return office.unit(flag); },
            [&](auto &row) { return rows->expressWholeUnit(row); });
    });
    server.add("POST", root + u"identity/list/object"_s, [&office](const Request &request) {
        return matched(
            request,
            "identityList"_L1,
            [&](auto &flag) { return office.identity(flag); },
            [](auto &row) { return row; });
    });
    server.add("POST",
               root + u"person/list/filter/{page}/size/{size}"_s,
               [&server](const Request &request) { return filteredPersons(server, request); });
}

void addUnits(OfficeServer &server)
{
    const QString root = Control;
    const Organisation &office = server.organisation();
    const auto rows = std::make_shared<OrganisationRows>(office);
    const auto listed = [rows](const QList<QJsonObject> &units, const Request &request) {
        return Reply::list(shaped(units, [&](const QJsonObject &row) {
            return rows->unit(row, request.caller.isManager);
        }));
    };
    server.add("GET", root + u"unit/list/top"_s, [&office, listed](const Request &request) {
        return listed(office.unitsIn(QString()), request);
    });
    const QList<QPair<QString, std::function<QList<QJsonObject>(const QString &)>>> walks{
        { u"sub/direct"_s, [&office](const QString &name) { return office.unitsIn(name); } },
        { u"sub/nested"_s, [&office](const QString &name) { return office.unitsBelow(name); } },
        { u"sup/nested"_s, [&office](const QString &name) { return office.unitsAbove(name); } }
    };
    for (const auto &[suffix, walk] : walks) {
        server.add("GET",
                   root + u"unit/list/{flag}/"_s + suffix,
                   [&office, listed, walk = walk](const Request &request) {
                       const QJsonObject unit = office.unit(request.captures.first());
                       return unit.isEmpty() ? unitMissing(request.captures.first())
                                             : listed(walk(nameOf(unit)), request);
                   });
    }
    server.add("GET", root + u"unit/{flag}"_s, [&office, rows](const Request &request) {
        const QJsonObject unit = office.unit(request.captures.first());
        return unit.isEmpty() ? unitMissing(request.captures.first())
                              : Reply::data(rows->wholeUnit(unit, request.caller.isManager));
    });
    server.add("POST", root + u"unit/list"_s, [&office, listed](const Request &request) {
        QList<QJsonObject> found;
        for (const QString &flag : json::texts(request.object(), "unitList"_L1)) {
            const QJsonObject unit = office.unit(flag);
            if (!unit.isEmpty()) {
                found.append(unit);
            }
        }
        return listed(found, request);
    });
}

bool contains(const QJsonObject &row, const QStringList &keys, const QString &wanted)
{
    return std::any_of(keys.begin(), keys.end(), [&](const QString &key) {
        return row.value(key).toString().contains(wanted, Qt::CaseInsensitive);
    });
}

/// The three ways to search: everything a row is known by, its spelling, the initials of it.
void addSearches(OfficeServer &server,
                 const QString &kind,
                 const QList<QJsonObject> &all,
                 const std::function<QJsonObject(const QJsonObject &, bool)> &shape)
{
    static const QStringList names{ u"name"_s,     u"unique"_s,        u"distinguishedName"_s,
                                    u"pinyin"_s,   u"pinyinInitial"_s, u"mobile"_s,
                                    u"employee"_s, u"shortName"_s };
    const QList<QPair<QString, QStringList>> searches{ { u"like"_s, names },
                                                       { u"like/pinyin"_s, { u"pinyin"_s } },
                                                       { u"pinyininitial"_s,
                                                         { u"pinyinInitial"_s } } };
    for (const auto &[suffix, keys] : searches) {
        server.add("PUT",
                   Control + kind + u"/list/"_s + suffix,
                   [&all, shape, keys = keys](const Request &request) {
                       QString wanted = json::text(request.object(), "key"_L1);
                       wanted.remove(u'%').remove(u'?');
                       QJsonArray rows;
                       for (const QJsonObject &row : all) {
                           if (!wanted.isEmpty() && contains(row, keys, wanted)) {
                               rows.append(shape(row, request.caller.isManager));
                           }
                       }
                       return Reply::list(rows);
                   });
    }
}

Reply nextPersons(OfficeServer &server, const OrganisationRows &rows, const Request &request)
{
    const QList<QJsonObject> &all = server.organisation().persons();
    const QString anchor = request.captures.value(0);
    qsizetype from = all.size();
    if (anchor != u"(0)"_s) {
        const QJsonObject person = server.organisation().person(anchor);
        if (person.isEmpty()) {
            return personMissing(anchor);
        }
        from = all.indexOf(person);
    }
    const qsizetype count = qBound(1, request.captures.value(1).toInt(), 200);
    QJsonArray page;
    for (qsizetype i = from - 1; i >= 0 && page.size() < count; --i) {
        QJsonObject row = rows.person(all.at(i));
        for (const QString &key : { u"topUnitList"_s, u"controllerList"_s, u"qq"_s, u"weixin"_s }) {
            row.remove(key);
        }
        row.insert(u"control"_s,
                   QJsonObject{ { u"allowEdit"_s, request.caller.isManager },
                                { u"allowDelete"_s, request.caller.isManager } });
        page.append(row);
    }
    return Reply::list(page, request.caller.isManager ? all.size() : page.size());
}

void addPersons(OfficeServer &server)
{
    const QString root = Control;
    const Organisation &office = server.organisation();
    const auto rows = std::make_shared<OrganisationRows>(office);
    const auto identity = [rows](const QJsonObject &row) { return rows->identity(row); };
    const auto withControl = [](QJsonObject row, bool isManager) {
        row.insert(u"control"_s,
                   QJsonObject{ { u"allowEdit"_s, isManager }, { u"allowDelete"_s, isManager } });
        return row;
    };
    addSearches(
        server, u"person"_s, office.persons(), [rows, withControl](auto &row, bool manager) {
            return withControl(rows->person(row), manager);
        });
    addSearches(server, u"identity"_s, office.identities(), [rows](auto &row, bool) {
        return rows->identity(row);
    });
    addSearches(server, u"unit"_s, office.units(), [rows, &office](auto &row, bool manager) {
        QJsonObject unit = rows->unit(row, manager);
        QJsonArray above;
        for (const QJsonObject &superior : office.unitsAbove(nameOf(row))) {
            above.append(rows->unit(superior, manager));
        }
        unit.insert(u"woSupNestedUnitList"_s, above);
        return unit;
    });
    server.add(
        "GET",
        root + u"person/list/{anchor}/next/{count}"_s,
        [&server, rows](const Request &request) { return nextPersons(server, *rows, request); });
    server.add(
        "GET", root + u"person/{flag}"_s, [&office, rows, withControl](const Request &request) {
            const QJsonObject person = office.person(request.captures.first());
            return person.isEmpty()
                ? personMissing(request.captures.first())
                : Reply::data(withControl(rows->wholePerson(person), request.caller.isManager));
        });
    server.add("GET",
               root + u"identity/list/person/{flag}"_s,
               [&office, identity](const Request &request) {
                   const QString name = nameOf(office.person(request.captures.first()));
                   return Reply::list(shaped(office.identitiesOf(name), identity));
               });
    server.add(
        "GET", root + u"identity/list/unit/{flag}"_s, [&office, identity](const Request &request) {
            const QJsonObject unit = office.unit(request.captures.first());
            return unit.isEmpty()
                ? unitMissing(request.captures.first())
                : Reply::list(shaped(sortedByName(office.identitiesIn(nameOf(unit))), identity));
        });
    const auto icon = [&office](const Request &request) {
        const QString name = nameOf(office.person(request.captures.first()));
        return Reply::bytes(portrait(name), u"icon.png"_s, false);
    };
    server.add("GET", root + u"person/{flag}/icon"_s, icon);
    server.add("GET", Personal + u"icon/{flag}"_s, icon, true);
}

/// The store of texts that each person keeps on the server.
void addCustom(OfficeServer &server)
{
    const QString pattern = Personal + u"custom/{name}"_s;
    const auto idOf = [](const Request &request) {
        return request.caller.person + u'|' + request.captures.first();
    };
    server.add("GET", pattern, [&server, idOf](const Request &request) {
        const QJsonObject row = server.documents().find(u"custom"_s, idOf(request));
        return row.isEmpty() ? Reply::data(QJsonValue(QJsonValue::Undefined))
                             : Reply::data(row.value("text"_L1));
    });
    server.add("PUT", pattern, [&server, idOf](const Request &request) {
        QJsonObject row = server.documents().find(u"custom"_s, idOf(request));
        if (row.isEmpty()) {
            row.insert(u"id"_s, idOf(request));
            row.insert(u"custom"_s, Engine::newId());
        }
        row.insert(u"text"_s, QString::fromUtf8(request.body));
        server.documents().put(u"custom"_s, row);
        return Reply::data(QJsonObject{ { u"id"_s, row.value("custom"_L1) } });
    });
    server.add("DELETE", pattern, [&server, idOf](const Request &request) {
        const QJsonObject row = server.documents().find(u"custom"_s, idOf(request));
        server.documents().remove(u"custom"_s, idOf(request));
        return Reply::data(QJsonObject{ { u"id"_s, row.value("custom"_L1) } });
    });
}

} // namespace

void addOrganisationRoutes(OfficeServer &server)
{
    addExpress(server);
    addLookups(server);
    addUnits(server);
    addPersons(server);
    addCustom(server);
    const auto rows = std::make_shared<OrganisationRows>(server.organisation());
    server.add("GET", Personal + u"person"_s, [&server, rows](const Request &request) {
        const QJsonObject person = server.organisation().person(request.caller.person);
        if (person.isEmpty()) {
            return Reply::refusal(
                u"com.x.organization.assemble.personal.jaxrs.person.ExceptionPersonNotExist"_s,
                u"用户: %1 不存在."_s.arg(request.caller.person));
        }
        return Reply::data(rows->wholePerson(person));
    });
}

} // namespace andu::server
