// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/render_queue.h"
#include "ui/theme/theme.h"

#include <QCache>
#include <QListView>
#include <QTimer>

namespace andu::ui {

/// Small pictures of all pages; draws only those in sight.
class ThumbnailList final : public QListView
{
    Q_OBJECT

public:
    ThumbnailList(const Theme &theme, pdf::view::RenderQueue &queue, QWidget *parent = nullptr);

    void showPages(const QList<QSizeF> &sizesPt);
    /// The pages that the desk shows.
    void setShown(const QList<int> &pages);
    [[nodiscard]] const QImage *pictureOf(int page) const { return m_pictures.object(page); }
    [[nodiscard]] bool isShown(int page) const { return m_shown.contains(page); }
    [[nodiscard]] QSizeF pageSize(int page) const { return m_sizes.value(page); }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Pages;
    void request();
    void take(const pdf::view::Tile &tile, const QImage &image, bool isThumbnail);

    const Theme &m_theme;
    pdf::view::RenderQueue &m_queue;
    Pages *m_pages;
    QList<QSizeF> m_sizes;
    QList<int> m_shown;
    QCache<int, QImage> m_pictures;
    QTimer m_requests;
};

} // namespace andu::ui
