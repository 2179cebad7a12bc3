// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/routes.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/module.h"

#include <algorithm>

namespace andu::forms {

namespace {

const QString OtherGroup = u"其它"_s; // the web client's own word

struct GroupName
{
    QString name;
    int order = 0;
};

/// "1同意#2不同意": a leading number orders and is not shown.
QList<GroupName> groupsIn(const QString &text)
{
    QList<GroupName> groups;
    for (const QString &part : text.split(u'#', Qt::SkipEmptyParts)) {
        qsizetype digits = 0;
        while (digits < part.size() && part[digits].isDigit()) {
            ++digits;
        }
        const bool isNumbered = digits > 0 && digits < part.size();
        GroupName group;
        group.name = isNumbered ? part.mid(digits).trimmed() : part.trimmed();
        group.order = isNumbered ? part.left(digits).toInt() : std::numeric_limits<int>::max();
        groups.append(group);
    }
    return groups;
}

QList<Selector> selectorsOf(const QJsonObject &route)
{
    QJsonArray list = route.value("selectConfigList"_L1).toArray();
    if (list.isEmpty()) {
        const auto parsed = json::parse(json::text(route, "selectConfig"_L1).toUtf8());
        list = parsed ? parsed->toArray() : QJsonArray();
    }
    QList<Selector> selectors;
    for (const QJsonValue &value : std::as_const(list)) {
        const QJsonObject object = value.toObject();
        Selector selector;
        selector.dataKey = json::text(object, "name"_L1);
        selector.title = json::text(object, "title"_L1);
        selector.min = scalarText(object, "validationCount"_L1).toInt();
        for (const auto key : { "identityCount"_L1, "unitCount"_L1 }) {
            selector.max = std::max(selector.max, scalarText(object, key).toInt());
        }
        selector.hiddenScript = scriptOf(object, "hiddenScript"_L1);
        selector.json = object;
        if (!selector.dataKey.isEmpty()) {
            selectors.append(selector);
        }
    }
    return selectors;
}

double orderOf(const RouteChoice &route)
{
    const double order = route.json.value("orderNumber"_L1).toDouble();
    return order == 0 ? std::numeric_limits<double>::max() : order; // null and 0 come last [run]
}

} // namespace

QList<RouteChoice> readRoutes(const QJsonArray &routeList)
{
    QList<RouteChoice> routes;
    bool hasGroups = false;
    for (const QJsonValue &value : routeList) {
        const QJsonObject object = value.toObject();
        RouteChoice route;
        route.id = json::text(object, "id"_L1);
        route.name = json::text(object, "name"_L1);
        route.label = route.name;
        route.isOpinionRequired = isYes(object.value("opinionRequired"_L1));
        route.defaultOpinion = json::text(object, "opinion"_L1);
        route.selectors = selectorsOf(object);
        route.isAppendTask = json::text(object, "type"_L1) == "appendTask"_L1;
        route.validationScript = json::text(object, "validationScriptText"_L1);
        route.json = object;
        hasGroups = hasGroups || !json::text(object, "decisionOpinion"_L1).isEmpty();
        routes.append(route);
    }
    if (hasGroups) {
        for (RouteChoice &route : routes) {
            for (const GroupName &group : groupsIn(json::text(route.json, "decisionOpinion"_L1))) {
                route.groups.append(group.name);
            }
            if (route.groups.isEmpty()) {
                route.groups.append(OtherGroup);
            }
        }
    }
    std::stable_sort(routes.begin(), routes.end(), [](const RouteChoice &a, const RouteChoice &b) {
        return orderOf(a) < orderOf(b);
    });
    return routes;
}

QStringList routeGroups(const QList<RouteChoice> &routes)
{
    QList<GroupName> found;
    for (const RouteChoice &route : routes) {
        if (!route.isVisible || route.groups.isEmpty()) {
            continue;
        }
        QList<GroupName> groups = groupsIn(json::text(route.json, "decisionOpinion"_L1));
        if (groups.isEmpty()) {
            groups.append(GroupName{ OtherGroup, std::numeric_limits<int>::max() });
        }
        for (const GroupName &group : std::as_const(groups)) {
            const auto known
                = std::find_if(found.begin(), found.end(), [&group](const auto &other) {
                      return other.name == group.name;
                  });
            if (known == found.end()) {
                found.append(group);
            } else {
                known->order = std::min(known->order, group.order);
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const GroupName &a, const GroupName &b) {
        return a.order < b.order;
    });
    QStringList names;
    for (const GroupName &group : std::as_const(found)) {
        names.append(group.name);
    }
    return names;
}

std::optional<QString> onlyRouteOf(const QList<RouteChoice> &routes, const QString &group)
{
    std::optional<QString> only;
    int count = 0;
    for (const RouteChoice &route : routes) {
        if (route.isVisible && route.groups.contains(group)) {
            only = route.name;
            ++count;
        }
    }
    return count == 1 ? only : std::nullopt;
}

std::optional<QString> preselectedRoute(const QList<RouteChoice> &routes)
{
    std::optional<QString> chosen;
    for (const RouteChoice &route : routes) {
        if (route.isVisible && isYes(route.json.value("sole"_L1))) {
            chosen = route.name;
        }
    }
    if (chosen) {
        return chosen;
    }
    if (routes.size() == 1 && routes.first().isVisible) {
        return routes.first().name;
    }
    // A single group is chosen, and with it the only way out that it shows.
    const QStringList groups = routeGroups(routes);
    return groups.size() == 1 ? onlyRouteOf(routes, groups.first()) : std::nullopt;
}

} // namespace andu::forms
