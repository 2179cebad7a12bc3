// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/grid_columns.h"

#include <algorithm>
#include <numeric>

namespace andu::ui {

namespace {

double sumOf(const QList<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// What the words of a column need beyond its width.
double needOf(const GridWish &wish, double width)
{
    return std::max(wish.natural - width, 0.0);
}

/// What a column can give without cutting its words.
double slackOf(const GridWish &wish, double width)
{
    return wish.isFixed ? 0 : std::max(width - std::max(wish.natural, wish.least), 0.0);
}

/// Hands @p room to the columns by the share that @p weight gives each.
template <typename Weight>
void share(QList<double> &widths, const QList<GridWish> &wishes, double room, Weight weight)
{
    QList<double> weights;
    for (qsizetype at = 0; at < widths.size(); ++at) {
        weights.append(weight(wishes[at], widths[at]));
    }
    const double total = sumOf(weights);
    for (qsizetype at = 0; at < widths.size() && total > 0; ++at) {
        widths[at] += room * weights[at] / total;
    }
}

double sumOfNeeds(const QList<double> &widths, const QList<GridWish> &wishes)
{
    double sum = 0;
    for (qsizetype at = 0; at < widths.size(); ++at) {
        sum += needOf(wishes[at], widths[at]);
    }
    return sum;
}

/// Takes @p wanted from the columns by the share that @p slack lets each give; what was taken.
template <typename Slack>
double giveUp(QList<double> &widths, const QList<GridWish> &wishes, double wanted, Slack slack)
{
    double most = 0;
    for (qsizetype at = 0; at < widths.size(); ++at) {
        most += slack(wishes[at], widths[at]);
    }
    const double taken = std::min(wanted, most);
    share(widths, wishes, -taken, slack);
    return taken;
}

} // namespace

QList<int> gridWidths(const QList<GridWish> &wishes, int width)
{
    QList<double> widths;
    for (const GridWish &wish : wishes) {
        widths.append(std::max(wish.wanted > 0 ? wish.wanted : wish.natural, wish.least));
    }
    double room = width - sumOf(widths);
    if (room > 0) {
        const double forNeeds = std::min(room, sumOfNeeds(widths, wishes));
        share(widths, wishes, forNeeds, &needOf);
        room -= forNeeds;
        // Columns without a width of their own take the rest; without any, all do.
        const bool hasOpen = std::any_of(wishes.begin(), wishes.end(), [](const GridWish &wish) {
            return !wish.isFixed && wish.wanted <= 0;
        });
        share(widths, wishes, room, [hasOpen](const GridWish &wish, double each) {
            return wish.isFixed || (hasOpen && wish.wanted > 0) ? 0 : each;
        });
    } else {
        room += giveUp(widths, wishes, -room, &slackOf);
        (void)giveUp(widths, wishes, -room, [](const GridWish &wish, double each) {
            return wish.isFixed ? 0 : std::max(each - wish.least, 0.0); // words wrap from here on
        });
    }
    QList<int> edges;
    double x = 0;
    int used = 0;
    for (const double each : std::as_const(widths)) {
        x += each;
        edges.append(int(x + 0.5) - used);
        used = int(x + 0.5);
    }
    if (!edges.isEmpty() && std::abs(used - width) <= 1) {
        edges.last() += width - used; // the table ends where the form ends
    }
    return edges;
}

} // namespace andu::ui
