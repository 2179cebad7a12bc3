// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace andu::forms {

/// People to be chosen together with a route; the choice is written to data[dataKey].
struct Selector
{
    QString dataKey;
    QString title;
    int min = 0; ///< Least number of people.
    int max = 0; ///< 0: unlimited.
    QString hiddenScript;
    QJsonObject json; ///< Org-like definition.
};

/// A way out of the activity as the submit bar shows it (o2oa-forms 6).
struct RouteChoice
{
    QString id;
    QString name; ///< What is sent.
    QString label;
    bool isVisible = true;
    QStringList groups; ///< 决策组; empty when no route of the list has one.
    bool isOpinionRequired = false;
    QString defaultOpinion; ///< Used when the box stays empty.
    QList<Selector> selectors;
    bool isAppendTask = false; ///< Forwards to others; the first selector names them.
    QString validationScript;
    QJsonObject json;
};

/// The routes of an activity in the order of the web client; scripts (label, hidden) not yet run.
[[nodiscard]] QList<RouteChoice> readRoutes(const QJsonArray &routeList);

/// Groups in their order; empty when there are none.
[[nodiscard]] QStringList routeGroups(const QList<RouteChoice> &routes);

/// Route that choosing a group chooses with it: the only visible one of the group.
[[nodiscard]] std::optional<QString> onlyRouteOf(const QList<RouteChoice> &routes,
                                                 const QString &group);

/// Route chosen when the dialog opens, if any.
[[nodiscard]] std::optional<QString> preselectedRoute(const QList<RouteChoice> &routes);

} // namespace andu::forms
