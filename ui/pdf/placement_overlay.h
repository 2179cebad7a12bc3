// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/preview.h"
#include "ui/pdf/page_view.h"
#include "ui/pdf/snapping.h"
#include "ui/pdf/working_copy.h"

namespace andu::ui {

/// A seal or signature on its way to its place: dragged with the mouse or moved with the arrow
/// keys, at true size. When it rests, what is shown comes from the writer itself.
class PlacementOverlay final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    PlacementOverlay(const Theme &theme, PageView &view, const WorkingCopy &copy);

    /// @p isSeam: the parts belong together and move up and down only.
    /// @param picture of the look, shown while it is dragged.
    void
    begin(const pdf::Look &look, const QImage &picture, const QList<pdf::Part> &parts, bool isSeam);
    void end();
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] const QList<pdf::Part> &parts() const { return m_parts; }
    /// Takes the last movement back; false when there is none.
    bool undo();
    /// Centres of words that a box is drawn to, by page.
    void setWords(const QHash<int, QList<QPointF>> &wordsMm);
    /// Whether the writer's own picture of every visible page is shown.
    [[nodiscard]] bool isPreviewExact() const;

    void paint(QPainter &painter, int page, const PageTransform &transform) override;
    bool press(int page, const QPointF &point) override;
    bool move(int page, const QPointF &point) override;
    bool release() override;
    bool key(QKeyEvent &event) override;
    [[nodiscard]] std::optional<Qt::CursorShape> cursorAt(int page,
                                                          const QPointF &point) const override;
    void moved() override;

Q_SIGNALS:
    void partsChanged();
    void confirmed();
    void cancelled();

private:
    struct Preview
    {
        QImage picture;
        int scaleMilli = 0;
    };

    [[nodiscard]] int partAt(int page, const QPointF &pointMm) const;
    void shiftBy(const QPointF &mm);
    void shiftPage(int by);
    void rememberParts();
    void setBox(int index, const QRectF &boxMm, int page);
    void partsMoved();
    void requestPreviews();
    [[nodiscard]] int scaleMilliOf(const PageTransform &transform) const;
    void paintSize(QPainter &painter, const QRectF &box, const QRectF &mm) const;
    void paintSnap(QPainter &painter, const PageTransform &transform) const;
    [[nodiscard]] QList<pdf::Mark> marksOn(int page) const;

    const Theme &m_theme;
    PageView &m_view;
    const WorkingCopy &m_copy;
    bool m_isActive = false;
    bool m_isSeam = false;
    pdf::Look m_look;
    QImage m_picture;
    QList<pdf::Part> m_parts;
    QList<QList<pdf::Part>> m_earlier; ///< Before each movement, oldest first.
    QHash<int, QList<QPointF>> m_words;
    int m_dragged = -1; ///< Index of the part in hand while the button is down.
    int m_chosen = 0;
    int m_hovered = -1;
    QPointF m_grip; ///< From the part's corner to the pointer, in mm.
    Snap m_snap;
    QHash<int, Preview> m_previews;
    int m_version = 0; ///< Counts movements, so that late previews are dropped.
    QTimer m_settle;
};

} // namespace andu::ui
