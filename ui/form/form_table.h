// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_look.h"
#include "ui/form/paper_part.h"

#include <QWidget>

namespace andu::ui {

/// One piece of text in a cell; a Label module when it has an id.
struct CellText
{
    QString module;
    QString text;
    bool isHidden = false;
};

/// A cell of a form's table: text that the table paints itself, or a widget.
struct TableCell
{
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    QList<CellText> texts;
    QWidget *content = nullptr;
    QFont font;
    QColor textColour;
    Qt::Alignment align;
    QColor background;
    std::optional<forms::StyleLength> width;
    int leastHeight = 0;
    bool isTitle = false;
    bool isRequired = false; ///< A mark is painted before the text.
    bool isHead = false; ///< Belongs to the head that paper repeats.
    bool isInput = false; ///< Holds inputs, whose frames stand nearer to the lines than texts.
    bool isHidden = false;

    /// Takes the mark of a required field away.
    void dropMark();
};

/// A table of a form with spans, column widths and hairlines. Cells with text only are painted,
/// not made: half of all cells of a form are labels.
class FormTable final : public QWidget, public PaperPart
{
    Q_OBJECT

public:
    FormTable(const FormLook &look, QList<TableCell> cells, QColor line, QWidget *parent = nullptr);

    /// Text or visibility of a Label module; false when it is not in here.
    bool setLabel(const QString &module, const QString &text, bool isHidden);
    void setCellHidden(int cell, bool isHidden);
    void setRowHidden(int row, bool isHidden);
    [[nodiscard]] const QList<TableCell> &cells() const { return m_cells; }
    /// The first column, when it holds titles: what the form asks for and what the words need.
    struct Lead
    {
        std::optional<forms::StyleLength> asked;
        int needed = 0;
    };
    [[nodiscard]] std::optional<Lead> lead() const;
    /// Tables of one form that ask for the same share a left edge of their fields.
    void setLeastLead(int width);
    /// Words and place of a cell that the table paints itself.
    [[nodiscard]] QString cellText(int cell) const;
    [[nodiscard]] QRect cellPlace(int cell) const;
    /// Lower edges of the rows in widget coordinates, where a page may end.
    [[nodiscard]] QList<int> rowEdges() const;
    /// Rows at the top whose cells are heads.
    [[nodiscard]] int headRows() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    void paintPart(QPainter &painter, const QRect &dirty) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Plan
    {
        int width = -1;
        QList<int> x; ///< Left edges of the columns and the right edge of the table.
        QList<int> y; ///< Likewise for rows.
    };

    struct ColumnWish
    {
        double wanted = 0; ///< 0: a share of what is left.
        double least = 0;
        bool isTitle = false;
    };

    [[nodiscard]] QList<ColumnWish> columnWishes(int width) const;
    [[nodiscard]] const Plan &planFor(int width) const;
    [[nodiscard]] QList<int> columnWidths(int width) const;
    [[nodiscard]] QList<int> rowHeights(const QList<int> &x) const;
    [[nodiscard]] int paddingOf(const TableCell &cell) const;
    [[nodiscard]] int cellHeight(const TableCell &cell, int width) const;
    [[nodiscard]] QRect cellRect(const TableCell &cell, const Plan &plan) const;
    [[nodiscard]] static QString textOf(const TableCell &cell);
    void invalidate();
    void place();
    void paintText(QPainter &painter, const TableCell &cell, const QRect &box) const;

    FormLook m_look;
    QList<TableCell> m_cells;
    QColor m_line; ///< Invalid: no lines.
    QSet<int> m_hiddenRows;
    int m_columns = 0;
    int m_rows = 0;
    int m_leastLead = 0;
    mutable Plan m_plan;
};

} // namespace andu::ui
