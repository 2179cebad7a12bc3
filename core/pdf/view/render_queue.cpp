// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/render_queue.h"

#include <QMutex>

#include <list>

namespace andu::pdf::view {

namespace {

constexpr int LaneCount = 3;
constexpr int MaxThreads = 2; ///< Each holds a reader with its caches.

struct Job
{
    RenderQueue::Lane lane = RenderQueue::Lane::Pages;
    Tile tile;
    std::atomic_bool isAborted = false;
};

} // namespace

size_t qHash(const Tile &tile, size_t seed)
{
    return qHashMulti(seed,
                      tile.page,
                      tile.scaleMilli,
                      tile.rotation,
                      tile.region.x(),
                      tile.region.y(),
                      tile.region.width(),
                      tile.region.height());
}

void darken(QImage &image, const DarkReading &colours)
{
    image = std::move(image).convertToFormat(QImage::Format_RGB32);
    const QRgb paper = colours.paper.rgb();
    const QRgb ink = colours.ink.rgb();
    const auto mix = [](int low, int high, int at) { return low + (high - low) * at / 255; };
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int red = qRed(line[x]);
            const int green = qGreen(line[x]);
            const int blue = qBlue(line[x]);
            // Lightness is turned over, hue and saturation stay.
            const int turn = 255 - std::max({ red, green, blue }) - std::min({ red, green, blue });
            line[x] = qRgb(mix(qRed(paper), qRed(ink), red + turn),
                           mix(qGreen(paper), qGreen(ink), green + turn),
                           mix(qBlue(paper), qBlue(ink), blue + turn));
        }
    }
}

/// What the owner and the threads share; outlives both.
struct RenderQueue::Shared
{
    QMutex mutex;
    Content content;
    SharedSecret password;
    std::optional<DarkReading> dark;
    QList<Tile> waiting[LaneCount];
    std::list<std::shared_ptr<Job>> running;
    std::vector<std::unique_ptr<PageReader>> idle;
    int generation = 0;
    int threads = 0;
    bool isEnding = false;

    /// The next job, or null. Call with the mutex held.
    std::shared_ptr<Job> take()
    {
        for (int lane = 0; lane < LaneCount; ++lane) {
            if (!waiting[lane].isEmpty()) {
                auto job = std::make_shared<Job>();
                job->lane = Lane(lane);
                job->tile = waiting[lane].takeFirst();
                running.push_back(job);
                return job;
            }
        }
        return nullptr;
    }

    void abortAll()
    {
        for (QList<Tile> &lane : waiting) {
            lane.clear();
        }
        for (const auto &job : running) {
            job->isAborted = true;
        }
    }
};

RenderQueue::RenderQueue(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    m_pool.setMaxThreadCount(MaxThreads);
}

RenderQueue::~RenderQueue()
{
    {
        const QMutexLocker lock(&m_shared->mutex);
        m_shared->isEnding = true;
        m_shared->abortAll();
    }
    m_pool.waitForDone(); // rendering asks for the flag all the time, so this is short
}

void RenderQueue::setContent(const Content &content, const SharedSecret &password)
{
    std::vector<std::unique_ptr<PageReader>> old;
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->abortAll();
    ++m_shared->generation;
    m_shared->content = content;
    m_shared->password = password;
    old.swap(m_shared->idle);
}

void RenderQueue::setDarkReading(const std::optional<DarkReading> &colours)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->abortAll();
    ++m_shared->generation;
    m_shared->idle.clear();
    m_shared->dark = colours;
}

void RenderQueue::want(Lane lane, const QList<Tile> &tiles)
{
    const QMutexLocker lock(&m_shared->mutex);
    QList<Tile> wanted = tiles;
    for (const auto &job : m_shared->running) {
        if (job->lane == lane && !job->isAborted && wanted.removeAll(job->tile) == 0) {
            job->isAborted = true;
        }
    }
    m_shared->waiting[int(lane)] = wanted;
    startThreads();
}

void RenderQueue::wantDetails(const QList<int> &pages)
{
    QList<Tile> tiles;
    for (const int page : pages) {
        tiles.append(Tile{ page, 0, 0, {} });
    }
    want(Lane::Details, tiles);
}

void RenderQueue::startThreads()
{
    qsizetype waiting = qsizetype(m_shared->running.size());
    for (const QList<Tile> &lane : m_shared->waiting) {
        waiting += lane.size();
    }
    while (m_shared->threads < MaxThreads && m_shared->threads < waiting) {
        ++m_shared->threads;
        m_pool.start([shared = m_shared, this] { work(shared, this); });
    }
}

/// Takes jobs until there is none. @p queue lives as long as its pool, whose threads run this.
void RenderQueue::work(const std::shared_ptr<Shared> &shared, RenderQueue *queue)
{
    std::unique_ptr<PageReader> reader;
    int generation = -1;
    QMutexLocker lock(&shared->mutex);
    while (const auto job = shared->isEnding ? nullptr : shared->take()) {
        if (generation != shared->generation) {
            generation = shared->generation;
            reader.reset();
            if (!shared->idle.empty()) {
                reader = std::move(shared->idle.back());
                shared->idle.pop_back();
            }
        }
        const Content content = shared->content;
        const SharedSecret password = shared->password;
        const auto dark = shared->dark;
        lock.unlock();
        if (!reader) {
            auto opened = PageReader::open(content, password.get());
            reader = opened ? std::move(*opened) : nullptr;
        }
        const bool isDetails = job->lane == Lane::Details;
        QImage image;
        PageDetails details;
        if (reader && isDetails) {
            details = reader->details(job->tile.page);
        } else if (reader) {
            const RenderOptions options{
                job->tile.scaleMilli / 1000.0, job->tile.rotation, job->tile.region, false
            };
            image = reader->render(job->tile.page, options, &job->isAborted);
            if (dark && !image.isNull()) {
                darken(image, *dark);
            }
        }
        lock.relock();
        shared->running.remove(job);
        if (job->isAborted || generation != shared->generation) {
            continue;
        }
        // Delivered only if still of this document when it arrives.
        const auto deliver = [shared, generation, queue, job, isDetails, image, details] {
            {
                const QMutexLocker check(&shared->mutex);
                if (generation != shared->generation) {
                    return;
                }
            }
            if (isDetails) {
                Q_EMIT queue->detailsRead(job->tile.page, details);
            } else {
                Q_EMIT queue->rendered(job->tile, image, job->lane == Lane::Thumbnails);
            }
        };
        QMetaObject::invokeMethod(queue, deliver, Qt::QueuedConnection);
    }
    --shared->threads;
    if (reader && generation == shared->generation && !shared->isEnding) {
        shared->idle.push_back(std::move(reader));
    }
}

} // namespace andu::pdf::view
