// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_box.h"
#include "ui/form/form_table.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>

class QBoxLayout;

namespace andu::ui {

/// Where a module without a value is on the page, to be hidden or renamed by scripts.
struct FormPart
{
    QPointer<QWidget> widget;
    QPointer<FormTable> table; ///< Set when the part is a cell or a text of a table.
    int cell = -1; ///< Cell of the table; -1 for a Label inside one.

    void apply(const forms::FieldState &state, const QString &id) const;
};

/// The finished page of a form.
struct BuiltForm
{
    QWidget *root = nullptr;
    QList<FieldBox *> boxes; ///< In reading order.
    QHash<QString, FieldBox *> byId;
    QHash<QString, FormPart> parts;
    QStringList placeholders; ///< Modules without a value that the browser must show.
};

/// Walks the layout tree of a form once and makes its widgets.
class FormBuilder
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::FormBuilder)

public:
    explicit FormBuilder(const FormContext &context);

    [[nodiscard]] BuiltForm build();
    /// One row of a template; the context says which.
    [[nodiscard]] BuiltForm buildRow(const forms::LayoutNode &row);

private:
    using Node = forms::LayoutNode;

    /// Text style that is handed down to what is inside.
    struct Inherited
    {
        QString colour;
        std::optional<double> fontPx;
        bool isBold = false;
        forms::TextAlign align = forms::TextAlign::Inherit;
        QString tableLine; ///< Border of the table around, as its module says it.
    };

    /// Cell of a table with what decides on its look.
    struct CellPlan
    {
        const Node *node = nullptr;
        int row = 0;
        int column = 0;
        bool hasField = false;
        bool isText = false;
    };

    [[nodiscard]] Inherited inherit(const Inherited &outer, const Node &node) const;
    void fill(QBoxLayout *layout, const std::vector<Node> &nodes, const Inherited &outer);
    [[nodiscard]] QWidget *makeLine(const std::vector<Node> &nodes,
                                    std::size_t from,
                                    std::size_t to,
                                    const Inherited &style);
    [[nodiscard]] QWidget *make(const Node &node, const Inherited &outer);
    [[nodiscard]] QWidget *makeModule(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeButton(const forms::Module &module);
    [[nodiscard]] QString templateAddedBy(const QString &button) const;
    [[nodiscard]] QWidget *makeText(const QString &text, const Inherited &style, const Node &node);
    [[nodiscard]] QWidget *tinted(QWidget *content, const QColor &tint) const;
    [[nodiscard]] QWidget *makeBlock(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeFlex(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeTable(const Node &node, const Inherited &style);
    [[nodiscard]] QList<CellPlan> planCells(const Node &node) const;
    [[nodiscard]] TableCell
    makeCell(const CellPlan &plan, const Inherited &style, bool isTitle, bool isRequired);
    [[nodiscard]] QWidget *makeTabs(const Node &node, const Inherited &style);
    [[nodiscard]] bool hasField(const Node &node) const;
    [[nodiscard]] bool isWide(const Node &node) const;
    [[nodiscard]] bool isEmpty(const Node &node) const;
    [[nodiscard]] bool isOnlyText(const Node &node) const;
    [[nodiscard]] bool hasRequired(const Node &node) const;
    [[nodiscard]] bool isOnlyRead(const Node &node) const;
    void collectTexts(const Node &node, QList<CellText> &texts) const;
    [[nodiscard]] QFont fontOf(const Inherited &style) const;
    [[nodiscard]] QWidget *makeCellContent(const Node &node, const Inherited &style);
    /// How far in the text of an input begins; texts that stand among inputs follow.
    [[nodiscard]] int textInset() const;
    void remember(const QString &id, QWidget *widget);
    void alignTables() const;

    FormContext m_context;
    forms::FormSession &m_session;
    FormLook m_look;
    bool m_isInCell = false; ///< What is made stands in a cell with inputs.
    QList<FormTable *> m_tables;
    BuiltForm m_page;
};

} // namespace andu::ui
