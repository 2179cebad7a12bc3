// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/thumbnail_list.h"

#include "core/base/literals.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace andu::ui {

using pdf::view::RenderQueue;
using pdf::view::Tile;

namespace {

constexpr int WidthPx = 86;
constexpr int MaxHeightPx = 122;
constexpr int NumberPx = 34;
constexpr int KeptPictures = 400;

/// Size of a thumbnail in device-independent pixels.
QSize thumbSize(const QSizeF &pagePt)
{
    const double scale = std::min(WidthPx / std::max(1.0, pagePt.width()),
                                  MaxHeightPx / std::max(1.0, pagePt.height()));
    return (pagePt * scale).toSize().expandedTo(QSize(8, 8));
}

class ThumbnailDelegate final : public QStyledItemDelegate
{
public:
    explicit ThumbnailDelegate(ThumbnailList &list)
        : QStyledItemDelegate(&list)
        , m_list(list)
    { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { WidthPx + 16, MaxHeightPx + NumberPx };
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = m_list.theme();
        const int page = index.row();
        const QSize size = thumbSize(m_list.pageSize(page));
        QRect at(QPoint(0, 0), size);
        at.moveCenter(option.rect.center());
        at.moveTop(option.rect.top() + 6 + (MaxHeightPx - size.height()) / 2);
        painter->fillRect(at, Qt::white);
        if (const QImage *picture = m_list.pictureOf(page)) {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(at, *picture);
        }
        const bool isShown = m_list.isShown(page);
        const bool isFocused = (option.state & QStyle::State_Selected) && m_list.hasFocus();
        painter->setPen(QPen(theme.colour(isShown || isFocused ? Token::Accent : Token::Line2),
                             isFocused ? 2 : 1));
        painter->drawRect(QRectF(at).adjusted(-0.5, -0.5, 0.5, 0.5));
        QFont font = theme.font(TypeStep::Caption);
        font.setBold(isShown);
        painter->setFont(font);
        painter->setPen(theme.colour(isShown ? Token::Accent : Token::Text2));
        painter->drawText(QRect(option.rect.left(), at.bottom() + 4, option.rect.width(), 16),
                          Qt::AlignCenter,
                          QString::number(page + 1));
    }

private:
    ThumbnailList &m_list;
};

} // namespace

class ThumbnailList::Pages final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setCount(int count)
    {
        beginResetModel();
        m_count = count;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_count;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::AccessibleTextRole
            ? QVariant(ThumbnailList::tr("Page %1").arg(index.row() + 1))
            : QVariant();
    }

private:
    int m_count = 0;
};

ThumbnailList::ThumbnailList(const Theme &theme, RenderQueue &queue, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_queue(queue)
    , m_pages(new Pages(this))
    , m_pictures(KeptPictures)
{
    setObjectName(u"thumbnails"_s);
    setAccessibleName(tr("Thumbnails"));
    setModel(m_pages);
    setItemDelegate(new ThumbnailDelegate(*this));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    m_requests.setSingleShot(true);
    m_requests.setInterval(0);
    connect(&m_requests, &QTimer::timeout, this, &ThumbnailList::request);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_requests.start(); });
    connect(&m_queue, &RenderQueue::rendered, this, &ThumbnailList::take);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT pageChosen(index.row()); };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
}

void ThumbnailList::showPages(const QList<QSizeF> &sizesPt)
{
    m_pictures.clear();
    const bool isSame = m_sizes == sizesPt;
    m_sizes = sizesPt;
    if (!isSame) {
        m_pages->setCount(int(sizesPt.size()));
    }
    m_requests.start();
    viewport()->update();
}

void ThumbnailList::setShown(const QList<int> &pages)
{
    if (m_shown == pages) {
        return;
    }
    m_shown = pages;
    if (!pages.isEmpty() && !hasFocus()) {
        scrollTo(m_pages->index(pages.first(), 0));
    }
    viewport()->update();
}

void ThumbnailList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_requests.start();
}

void ThumbnailList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_requests.start();
}

void ThumbnailList::request()
{
    QList<Tile> wanted;
    const QModelIndex first = indexAt(QPoint(width() / 2, 2));
    for (int row = first.isValid() ? first.row() : 0; isVisible() && row < m_sizes.size(); ++row) {
        if (visualRect(m_pages->index(row, 0)).top() > viewport()->height()) {
            break;
        }
        if (!m_pictures.contains(row)) {
            const QSize size = thumbSize(m_sizes.at(row));
            const double scale = size.width() / m_sizes.at(row).width() * devicePixelRatioF();
            wanted.append(Tile{ row, std::max(10, qRound(scale * 1000)), 0, {} });
        }
    }
    m_queue.want(RenderQueue::Lane::Thumbnails, wanted);
}

void ThumbnailList::take(const Tile &tile, const QImage &image, bool isThumbnail)
{
    if (!isThumbnail) {
        return;
    }
    // A damaged page keeps an empty picture, so that it is not asked for again.
    m_pictures.insert(tile.page, new QImage(image));
    update(m_pages->index(tile.page, 0));
}

} // namespace andu::ui
