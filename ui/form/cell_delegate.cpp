// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/cell_delegate.h"

#include "ui/form/chips_editor.h"
#include "ui/form/field_editor.h"
#include "ui/form/text_block.h"

#include <QKeyEvent>
#include <QPainter>

namespace andu::ui {

namespace {

FieldEditor *editorAround(QObject *part)
{
    for (QObject *each = part; each; each = each->parent()) {
        if (auto *editor = qobject_cast<FieldEditor *>(each)) {
            return editor;
        }
    }
    return nullptr;
}

} // namespace

CellDelegate::CellDelegate(GridModel &model, const FormLook &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_look(look)
{ }

void CellDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QVariant wrong = index.data(Qt::BackgroundRole);
    if (wrong.isValid()) {
        painter->fillRect(option.rect, wrong.value<QColor>());
    } else if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, m_look.colour(Token::AccentWeak));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_look.colour(Token::Accent), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    const bool isQuiet = m_model.columns()[index.column()].isSequence();
    painter->setFont(m_look.font(TypeStep::Base));
    painter->setPen(m_look.colour(isQuiet ? Token::Text3 : Token::Text));
    const int padding = m_look.px(GridCellPadding);
    const QRect box = option.rect.adjusted(padding, 0, -padding, 0);
    const int align = index.data(Qt::TextAlignmentRole).toInt();
    const QString text = index.data().toString();
    if (option.rect.height() > m_look.px(GridRowHeight)) {
        const QRect inner = box.adjusted(0, m_look.px(4), 0, -m_look.px(4));
        painter->save();
        painter->setClipRect(inner, Qt::IntersectClip);
        painter->drawText(inner, align | wrapFlags(text, painter->font(), inner.width()), text);
        painter->restore();
    } else {
        const QString line = text.simplified();
        painter->drawText(
            box, align, painter->fontMetrics().elidedText(line, Qt::ElideRight, box.width()));
    }
    // Hairlines between cells only: the frame around the table is the editor's.
    const QRect cell = option.rect;
    if (index.column() + 1 < m_model.columnCount()) {
        painter->fillRect(QRect(cell.right(), cell.y(), 1, cell.height()),
                          m_look.colour(Token::Line));
    }
    if (index.row() + 1 < m_model.rowCount()) {
        painter->fillRect(QRect(cell.x(), cell.bottom(), cell.width(), 1),
                          m_look.colour(Token::Line));
    }
}

QWidget *CellDelegate::createEditor(QWidget *parent,
                                    const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    const GridColumnView &column = m_model.columns()[index.column()];
    FieldEditor *editor = makeFieldEditor(m_model.cellContext(index.row()), column.module);
    if (!editor) {
        return nullptr;
    }
    editor->setParent(parent);
    editor->setAutoFillBackground(true);
    editor->setFocusPolicy(Qt::StrongFocus); // else the table keeps the focus after an input method
    for (QWidget *part : editor->findChildren<QWidget *>()) {
        if (part->focusPolicy() != Qt::NoFocus) {
            part->installEventFilter(const_cast<CellDelegate *>(this));
        }
    }
    return editor;
}

void CellDelegate::setEditorData(QWidget *, const QModelIndex &) const
{
    // The editor has read the session itself; a refresh of the row must not disturb typing.
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &) const
{
    if (auto *field = qobject_cast<FieldEditor *>(editor)) {
        field->commit();
    }
}

void CellDelegate::updateEditorGeometry(QWidget *editor,
                                        const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    QRect box = option.rect;
    const int height = std::max(box.height(), editor->sizeHint().height());
    box.setHeight(height);
    if (QWidget *area = editor->parentWidget(); area && box.bottom() > area->height()) {
        box.moveBottom(std::max(area->height() - 1, height - 1));
    }
    editor->setGeometry(box);
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    FieldEditor *editor = editorAround(watched);
    // One that is being closed loses its focus once more; the view does not know it any longer.
    if (!editor || editor->property("isClosing").toBool()) {
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool isMove = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab
            || key->key() == Qt::Key_Escape;
        if (isEnter && !qobject_cast<ChipsEditor *>(editor)) {
            editor->setProperty("isClosing", true);
            Q_EMIT commitData(editor);
            Q_EMIT closeEditor(editor, NoHint);
            Q_EMIT moveDownWanted();
            return true;
        }
        if (isMove) {
            editor->setProperty("isClosing", true);
            return QStyledItemDelegate::eventFilter(editor, event);
        }
        return false;
    }
    if (event->type() == QEvent::FocusOut) {
        return QStyledItemDelegate::eventFilter(editor, event);
    }
    return false;
}

} // namespace andu::ui
