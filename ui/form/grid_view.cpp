// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/grid_view.h"

#include "core/base/literals.h"
#include "ui/form/cell_delegate.h"
#include "ui/form/grid_columns.h"
#include "ui/form/grid_exchange.h"
#include "ui/form/text_block.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace andu::ui {

namespace {

constexpr double SequenceWidth = 48;
constexpr double LeastColumn = 64;
constexpr int MostMeasured = 30; ///< Rows whose words decide on the width of a column.

} // namespace

GridView::GridView(GridModel &model, const FormLook &look, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_look(look)
{
    setModel(&model);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(look.px(GridRowHeight));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(look.px(GridRowHeight));
    horizontalHeader()->setMinimumSectionSize(look.px(SequenceWidth));
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setTabKeyNavigation(true);
    setWordWrap(false);
    setShowGrid(false);
    setProperty("role", u"formGrid"_s);
    setSelectionMode(ContiguousSelection);
}

/// What the head and the first rows need; more rows are not measured, thousands may follow.
double GridView::naturalWidth(int column, int most) const
{
    static constexpr double MostNatural = 320;
    const int padding = 2 * m_look.px(GridCellPadding) + 2;
    const QString head = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFont font = m_look.font(TypeStep::Base);
    int width = ui::naturalWidth(head, font);
    const int rows = std::min(m_model.rowCount(), most);
    for (int row = 0; row < rows; ++row) {
        width = std::max(width, ui::naturalWidth(m_model.text(row, column).left(200), font));
    }
    return std::min(double(width + padding), double(m_look.px(MostNatural)));
}

void GridView::fitColumns()
{
    const int width = viewport()->width();
    const QList<GridColumnView> &columns = m_model.columns();
    QList<GridWish> wishes;
    for (int at = 0; at < columns.size(); ++at) {
        const GridColumnView &column = columns[at];
        GridWish wish;
        wish.isFixed = column.isSequence();
        wish.least = m_look.px(wish.isFixed ? SequenceWidth : LeastColumn);
        if (!wish.isFixed) {
            wish.natural = naturalWidth(at, MostMeasured);
            // Rows of long tables do not wrap: their words keep their room, the table scrolls.
            wish.least = std::max(wish.least, isShort() ? naturalWidth(at, 0) : wish.natural);
            wish.wanted = !column.width   ? 0
                : column.width->isPercent ? width * column.width->value / 100
                                          : m_look.px(column.width->value);
        }
        wishes.append(wish);
    }
    m_isFitting = true;
    const QList<int> widths = gridWidths(wishes, width);
    for (int column = 0; column < widths.size(); ++column) {
        setColumnWidth(column, widths[column]);
    }
    m_isFitting = false;
    fitRows();
}

bool GridView::isShort() const
{
    static constexpr int MostWrapped = 60;
    return m_model.rowCount() <= MostWrapped;
}

void GridView::fitRows()
{
    static constexpr int MostLines = 4;
    if (m_isFitting) {
        return;
    }
    const QFont font = m_look.font(TypeStep::Base);
    const int line = QFontMetrics(font).lineSpacing();
    const int plain = m_look.px(GridRowHeight);
    for (int row = 0; row < m_model.rowCount() && isShort(); ++row) {
        int height = line;
        for (int column = 0; column < m_model.columnCount(); ++column) {
            const int width = columnWidth(column) - 2 * m_look.px(GridCellPadding);
            height
                = std::max(height, wrappedHeight(m_model.text(row, column).left(400), font, width));
        }
        const int wanted = plain + std::min(height, MostLines * line) - line;
        if (rowHeight(row) != wanted) {
            setRowHeight(row, wanted);
        }
    }
    Q_EMIT heightChanged();
}

int GridView::heightOf(int most) const
{
    int height = horizontalHeader()->height();
    int width = 0;
    const int rows = std::min(m_model.rowCount(), most);
    for (int row = 0; row < rows; ++row) {
        height += rowHeight(row);
    }
    for (int column = 0; column < m_model.columnCount(); ++column) {
        width += columnWidth(column);
    }
    if (rows == 0) {
        height += m_look.px(GridRowHeight);
    }
    return width > viewport()->width() ? height + horizontalScrollBar()->sizeHint().height()
                                       : height;
}

void GridView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

QModelIndex GridView::nextEditable(const QModelIndex &from, int step) const
{
    const int columns = m_model.columnCount();
    const int last = m_model.rowCount() * columns;
    const bool isStart = !from.isValid();
    int at = isStart ? (step > 0 ? 0 : last - 1) : from.row() * columns + from.column() + step;
    for (; at >= 0 && at < last; at += step) {
        const QModelIndex index = m_model.index(at / columns, at % columns);
        if (m_model.isReadonly() || m_model.flags(index) & Qt::ItemIsEditable) {
            return index;
        }
    }
    return {};
}

QModelIndex GridView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext || action == MovePrevious) {
        return nextEditable(currentIndex(), action == MoveNext ? 1 : -1);
    }
    return QTableView::moveCursor(action, modifiers);
}

/// Tab leaves the table at its end: it is never a trap.
bool GridView::focusNextPrevChild(bool next)
{
    if (!nextEditable(currentIndex(), next ? 1 : -1).isValid()) {
        return QWidget::focusNextPrevChild(next);
    }
    return QTableView::focusNextPrevChild(next);
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool isByKey
        = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (!currentIndex().isValid() || isByKey) {
        const int step = event->reason() == Qt::BacktabFocusReason ? -1 : 1;
        setCurrentIndex(nextEditable({}, step));
    }
}

void GridView::moveDown()
{
    const QModelIndex from = currentIndex();
    if (from.row() + 1 < m_model.rowCount()) {
        setCurrentIndex(m_model.index(from.row() + 1, from.column()));
    } else {
        Q_EMIT rowWanted(-1);
    }
}

QList<int> GridView::selectedRows() const
{
    QSet<int> rows;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        rows.insert(index.row());
    }
    if (rows.isEmpty() && currentIndex().isValid()) {
        rows.insert(currentIndex().row());
    }
    QList<int> sorted(rows.begin(), rows.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

void GridView::clearCells()
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        m_model.setData(index, QString(), Qt::EditRole);
    }
}

void GridView::copy() const
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty()) {
        return;
    }
    const QItemSelectionRange range = selection.first();
    QList<QStringList> lines;
    for (int row = range.top(); row <= range.bottom(); ++row) {
        QStringList cells;
        for (int column = range.left(); column <= range.right(); ++column) {
            cells.append(m_model.text(row, column));
        }
        lines.append(cells);
    }
    QGuiApplication::clipboard()->setText(toSeparated(lines, u'\t'));
}

/// Qt opens an editor for text that is still being composed, but drops text that comes at once, as
/// many Chinese input methods send it.
void GridView::inputMethodEvent(QInputMethodEvent *event)
{
    const bool isAtOnce = event->preeditString().isEmpty() && !event->commitString().isEmpty();
    if (isAtOnce && state() != EditingState && currentIndex().isValid()
        && (m_model.flags(currentIndex()) & Qt::ItemIsEditable)) {
        edit(currentIndex());
        if (QWidget *focus = QApplication::focusWidget(); focus && focus != this) {
            QCoreApplication::sendEvent(focus, event);
        }
        return;
    }
    QTableView::inputMethodEvent(event);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    const QModelIndex current = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteWanted();
    } else if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoWanted();
    } else if (event->matches(QKeySequence::Redo) || (isControl && event->key() == Qt::Key_Y)) {
        Q_EMIT redoWanted();
    } else if (event->modifiers() & Qt::AltModifier
               && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT moveWanted(current.row(), event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Insert) {
        Q_EMIT rowWanted(current.isValid() ? current.row() + 1 : -1);
    } else if (event->key() == Qt::Key_Delete && isControl) {
        Q_EMIT removeWanted(selectedRows());
    } else if (event->key() == Qt::Key_Delete && !m_model.isReadonly()) {
        clearCells();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && current.isValid()) {
        if (m_model.flags(current) & Qt::ItemIsEditable) {
            edit(current);
        } else {
            moveDown();
        }
    } else {
        QTableView::keyPressEvent(event);
    }
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex at = indexAt(event->pos()).isValid() ? indexAt(event->pos()) : currentIndex();
    if (at.isValid() && !selectionModel()->isSelected(at)) {
        setCurrentIndex(at);
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, const auto &run) {
        QAction *action = menu->addAction(text, this, run);
        action->setShortcut(keys); // shown; the table itself listens to it
        return action;
    };
    add(tr("Copy"), QKeySequence::Copy, [this] { copy(); })->setEnabled(at.isValid());
    if (!m_model.isReadonly()) {
        const int row = at.isValid() ? at.row() : -1;
        add(tr("Paste"), QKeySequence::Paste, [this] { Q_EMIT pasteWanted(); });
        menu->addSeparator();
        add(tr("Insert row above"), {}, [this, row] { Q_EMIT rowWanted(std::max(row, 0)); });
        add(tr("Insert row below"), Qt::Key_Insert, [this, row] {
            Q_EMIT rowWanted(row < 0 ? -1 : row + 1);
        });
        add(tr("Move row up"), Qt::ALT | Qt::Key_Up, [this, row] {
            Q_EMIT moveWanted(row, -1);
        })->setEnabled(row > 0);
        add(tr("Move row down"), Qt::ALT | Qt::Key_Down, [this, row] {
            Q_EMIT moveWanted(row, 1);
        })->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
        menu->addSeparator();
        const QList<int> rows = selectedRows();
        add(tr("Delete %n rows", nullptr, int(std::max<qsizetype>(rows.size(), 1))),
            Qt::CTRL | Qt::Key_Delete,
            [this, rows] { Q_EMIT removeWanted(rows); })
            ->setEnabled(!rows.isEmpty());
    }
    menu->popup(event->globalPos());
}

TotalRow::TotalRow(GridModel &model, GridView &view, const FormLook &look)
    : m_model(model)
    , m_view(view)
    , m_look(look)
{
    setFixedHeight(look.px(32));
    connect(
        view.horizontalHeader(), &QHeaderView::sectionResized, this, qOverload<>(&QWidget::update));
    connect(
        view.horizontalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

void TotalRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Token::Surface2));
    painter.fillRect(0, 0, width(), 1, m_look.colour(Token::Line));
    QFont font = m_look.font(TypeStep::Base);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(m_look.colour(Token::Text));
    bool isNamed = false;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int x = m_view.columnViewportPosition(column);
        const QRect box(x + m_look.px(8), 0, m_view.columnWidth(column) - m_look.px(16), height());
        QString text = m_model.total(column);
        const bool isNumber = !text.isEmpty();
        if (!isNumber && !isNamed) {
            text = tr("Total");
            isNamed = true;
        }
        if (isNumber) {
            text = painter.fontMetrics().elidedText(text, Qt::ElideLeft, box.width());
        }
        const int flags = (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        painter.drawText(box, flags | Qt::TextDontClip, text);
    }
}

} // namespace andu::ui
