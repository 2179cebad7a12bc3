// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/form_fill.h"
#include "ui/pdf/page_view.h"

#include <QPointer>

namespace andu::ui {

/// Form fields on the pages: shows where something may be typed, opens an editor in place, and
/// keeps what was typed until it is written into the file.
class FormOverlay final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    FormOverlay(const Theme &theme, PageView &view);

    /// Fields cannot be filled in when the file or a signature forbids it.
    void setEnabled(bool isEnabled);
    [[nodiscard]] QList<pdf::FieldValue> values() const;
    void discard();
    /// Takes the value typed last back; false when there is none.
    bool undo();
    /// Ends an open editor and keeps what is typed.
    void commit();
    /// Goes to the next field, from the one that is open or from the top of the page; behind the
    /// last one of a page to the page after it.
    void step(int direction);

    void paint(QPainter &painter, int page, const PageTransform &transform) override;
    bool press(int page, const QPointF &point) override;
    bool move(int page, const QPointF &point) override;
    bool release() override;
    bool key(QKeyEvent &event) override;
    [[nodiscard]] std::optional<Qt::CursorShape> cursorAt(int page,
                                                          const QPointF &point) const override;
    void moved() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const pdf::view::FormWidget *widgetAt(int page, const QPointF &point) const;
    void activate(int page, const pdf::view::FormWidget &widget);
    void openEditor(int page, const pdf::view::FormWidget &widget);
    void placeEditor();
    void enter(int page, qsizetype index);
    void leave();
    [[nodiscard]] QList<pdf::view::FormWidget> fillableOn(int page) const;
    void paintFocus(QPainter &painter, int page, const PageTransform &transform) const;
    void setValue(const QString &name, const QString &value);
    [[nodiscard]] QString shownValue(const pdf::view::FormWidget &widget) const;

    const Theme &m_theme;
    PageView &m_view;
    bool m_isEnabled = false;
    QHash<QString, QString> m_values; ///< As they are stored: export values, on-states.
    /// What each change replaced, oldest first; nothing when the field had its old value.
    QList<std::pair<QString, std::optional<QString>>> m_replaced;
    QPointer<QWidget> m_editor;
    int m_editorPage = 0;
    pdf::view::FormWidget m_edited; ///< In the editor, or the button with the focus.
    bool m_hasFocus = false; ///< A button on the page has it; there is no editor for those.
    std::optional<std::pair<int, int>>
        m_waiting; ///< Page whose fields are not known yet, direction.
};

} // namespace andu::ui
