// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/module.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <vector>

namespace andu::forms {

enum class TextAlign { Inherit, Left, Center, Right };

/// A length of a style: CSS pixels or per cent of the parent.
struct StyleLength
{
    double value = 0;
    bool isPercent = false;

    friend bool operator==(const StyleLength &, const StyleLength &) = default;
};

/// What is honoured of CSS (o2oa-forms 1.6). Colours are CSS texts; the view maps them to its
/// theme.
struct Style
{
    QString colour;
    QString background;
    std::optional<double> fontPx;
    std::optional<bool> isBold;
    TextAlign align = TextAlign::Inherit;
    std::optional<StyleLength> width;
    std::optional<double> heightPx; ///< The larger of height and min-height.
    bool isHidden = false;
    bool isInline = false; ///< Stands on one line with its neighbours.
    bool isFlex = false; ///< Children flow in a row and wrap.
    std::optional<double> flexPercent; ///< Wanted share of a flex row.
    bool hasBorder = false;
    bool hasBottomBorder = false;
};

/// One node of the layout of a form. Plain tree; a module appears at most once.
struct LayoutNode
{
    enum class Kind { Text, Block, Table, Row, Cell, Tabs, Page, Module, Rule };

    Kind kind = Kind::Block;
    QString text; ///< Of Text; title of a Page.
    QString module; ///< Module the node belongs to; empty for plain layout.
    Style style;
    int columnSpan = 1;
    int rowSpan = 1;
    std::vector<LayoutNode> children;
};

/// A column of a Datagrid or Datatable.
struct GridColumn
{
    QString titleId;
    QString dataId;
    QString title;
    QStringList fields; ///< Editors of the cell; one in a Datagrid.
    std::optional<StyleLength> width;
};

/// Layout of a whole form.
struct FormLayout
{
    LayoutNode root;
    QStringList order; ///< Modules in document order, the building order.
    QHash<QString, QList<GridColumn>> columns; ///< By grid id.
    QHash<QString, LayoutNode> templates; ///< One row of a Datatemplate.
    bool isTruncated = false; ///< Something was over the limits and is missing.
};

using ModuleJson = std::function<const QJsonObject *(const QString &id)>;

/// Style from a CSS text and the style objects of a module (absent ones are empty).
[[nodiscard]] Style styleOf(const QString &css, const QList<QJsonObject> &objects);

/// Reads form HTML forgivingly. Limits: 5 MB, depth 200, 20,000 nodes (o2oa-forms 8.7). @p
/// moduleJson gives the definition of an id, or nothing.
[[nodiscard]] FormLayout readHtml(const QString &html, const ModuleJson &moduleJson);

/// Two columns of label and field in the given order, for forms without HTML.
[[nodiscard]] FormLayout plainLayout(const QStringList &order, const ModuleJson &moduleJson);

} // namespace andu::forms
