// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/text_search.h"

#include <QElapsedTimer>
#include <QMutex>

namespace andu::pdf::view {

namespace {

constexpr int MaxHits = 5000;
constexpr qsizetype AroundBefore = 12;
constexpr qsizetype AroundAfter = 28;
constexpr int ReportEveryMs = 60;

QList<SearchHit> hitsOn(int page, const TextLayer &layer, const QString &wanted)
{
    QList<SearchHit> out;
    for (const TextRange &range : layer.find(wanted)) {
        SearchHit hit;
        hit.page = page;
        hit.range = range;
        hit.linesPt = layer.lines(range);
        const qsizetype from = std::max<qsizetype>(0, range.from - AroundBefore);
        hit.before = layer.text.mid(from, range.from - from).replace(u'\n', u' ');
        hit.text = layer.text.mid(range.from, range.length).replace(u'\n', u' ');
        hit.after = layer.text.mid(range.from + range.length, AroundAfter).replace(u'\n', u' ');
        out.append(std::move(hit));
    }
    return out;
}

} // namespace

/// Whether a search is still wanted. Its owner is alive while the mutex is held and it is.
struct TextSearch::State
{
    QMutex mutex;
    std::atomic_bool isAborted = false;
};

/// Lives in the pool; speaks to its owner by queued calls only.
struct TextSearch::Run
{
    Content content;
    SharedSecret password;
    QString wanted;
    int firstPage = 0;
    std::shared_ptr<State> state;
    TextSearch *owner = nullptr;

    template <typename Call>
    void tell(Call call) const
    {
        const QMutexLocker lock(&state->mutex);
        if (!state->isAborted) {
            QMetaObject::invokeMethod(
                owner,
                [flag = state, target = owner, call] {
                    if (!flag->isAborted) {
                        call(*target);
                    }
                },
                Qt::QueuedConnection);
        }
    }

    void operator()() const
    {
        const auto reader = PageReader::open(content, password.get());
        const int count = reader ? (*reader)->pageCount() : 0;
        int hits = 0;
        QList<SearchHit> batch;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < count && hits < MaxHits && !state->isAborted; ++i) {
            const int page = (firstPage + i) % count;
            const QList<SearchHit> more = hitsOn(page, (*reader)->text(page), wanted);
            hits += int(more.size());
            batch += more;
            if (clock.elapsed() >= ReportEveryMs || i + 1 == count || hits >= MaxHits) {
                clock.restart();
                tell([batch, done = i + 1, count](TextSearch &search) {
                    Q_EMIT search.found(batch);
                    Q_EMIT search.progressed(done, count);
                });
                batch.clear();
            }
        }
        tell([isCut = hits >= MaxHits](TextSearch &search) { Q_EMIT search.finished(isCut); });
    }
};

TextSearch::TextSearch(QObject *parent)
    : QObject(parent)
{ }

TextSearch::~TextSearch()
{
    cancel();
}

void TextSearch::start(const Content &content,
                       const SharedSecret &password,
                       const QString &wanted,
                       int firstPage)
{
    cancel();
    m_state = std::make_shared<State>();
    QThreadPool::globalInstance()->start(
        Run{ content, password, wanted, std::max(0, firstPage), m_state, this });
}

void TextSearch::cancel()
{
    const std::shared_ptr<State> state = std::exchange(m_state, nullptr);
    if (state) {
        const QMutexLocker lock(&state->mutex);
        state->isAborted = true;
    }
}

} // namespace andu::pdf::view
