// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/page_reader.h"

#include <QColor>
#include <QObject>
#include <QThreadPool>

namespace andu::pdf::view {

/// One picture that is wanted: a page, or a piece of it, at a scale.
struct Tile
{
    int page = 0;
    int scaleMilli = 1000; ///< Thousandths of a pixel per point, so that equal means equal.
    int rotation = 0;
    QRect region; ///< Null: the whole page.

    friend bool operator==(const Tile &, const Tile &) = default;
};

[[nodiscard]] size_t qHash(const Tile &tile, size_t seed = 0);

/// Reading in the dark: paper and ink instead of white and black, hues kept.
struct DarkReading
{
    QColor paper;
    QColor ink;
};

void darken(QImage &image, const DarkReading &colours);

using SharedSecret = std::shared_ptr<const crypto::SecureBytes>;

/// Draws pages in threads of its own, each with its own reader. What is no longer wanted is taken
/// out of the queue or aborted. Thread of all members: the owner's.
class RenderQueue : public QObject
{
    Q_OBJECT

public:
    enum class Lane { Pages, Details, Thumbnails }; ///< In this order.

    explicit RenderQueue(QObject *parent = nullptr);
    ~RenderQueue() override;

    /// Another document or revision: everything under way is dropped.
    void setContent(const Content &content, const SharedSecret &password);
    void setDarkReading(const std::optional<DarkReading> &colours);
    /// Replaces what a lane waits for, most wanted first; what runs and is not named is aborted.
    void want(Lane lane, const QList<Tile> &tiles);
    /// Text, links and fields of pages.
    void wantDetails(const QList<int> &pages);

Q_SIGNALS:
    /// Null image: the page cannot be drawn.
    void rendered(const andu::pdf::view::Tile &tile, const QImage &image, bool isThumbnail);
    void detailsRead(int page, const andu::pdf::view::PageDetails &details);

private:
    struct Shared;
    void startThreads();
    static void work(const std::shared_ptr<Shared> &shared, RenderQueue *queue);

    std::shared_ptr<Shared> m_shared;
    QThreadPool m_pool;
};

} // namespace andu::pdf::view
