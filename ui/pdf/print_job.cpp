// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/print_job.h"

#include "core/base/future.h"
#include "core/base/literals.h"

#include <QPainter>
#include <QPrinter>

#include <cmath>

namespace andu::ui {

namespace {

constexpr int MaxDpi = 600;
constexpr int BandRows = 1024; ///< A page is printed in bands, so that 600 dpi need no 140 MB.

/// Draws one page at the upper left corner of the paper, unscaled.
Result<void> printPage(const pdf::view::PageReader &reader,
                       int page,
                       const QSizeF &sizePt,
                       QPainter &painter,
                       const std::atomic_bool &abort)
{
    const int deviceDpi = painter.device()->logicalDpiX();
    const int dpi = std::min(deviceDpi, MaxDpi);
    const double toDevice = double(deviceDpi) / dpi;
    const int width = int(std::ceil(sizePt.width() * dpi / 72));
    const int height = int(std::ceil(sizePt.height() * dpi / 72));
    for (int top = 0; top < height && !abort; top += BandRows) {
        pdf::view::RenderOptions options;
        options.scale = dpi / 72.0;
        options.region = QRect(0, top, width, std::min(BandRows, height - top));
        options.isPrint = true;
        const QImage band = reader.render(page, options, &abort);
        if (band.isNull() && !abort) {
            return fail(ErrorCode::BadInput, u"page %1 cannot be drawn"_s.arg(page + 1));
        }
        painter.drawImage(QRectF(0,
                                 top * toDevice,
                                 options.region.width() * toDevice,
                                 options.region.height() * toDevice),
                          band);
    }
    return {};
}

} // namespace

PrintJob::PrintJob(QObject *parent)
    : QObject(parent)
{ }

PrintJob::~PrintJob()
{
    cancel();
}

void PrintJob::cancel()
{
    if (m_abort) {
        m_abort->store(true);
    }
}

void PrintJob::start(const pdf::view::Content &content,
                     const pdf::view::SharedSecret &password,
                     const QList<QSizeF> &sizesPt,
                     const QList<int> &pages,
                     std::shared_ptr<QPrinter> printer)
{
    cancel();
    m_abort = std::make_shared<std::atomic_bool>(false);
    auto work = [content, password, sizesPt, pages, printer, abort = m_abort]() -> Result<void> {
        const auto reader = pdf::view::PageReader::open(content, password.get());
        if (!reader) {
            return tl::unexpected<Error>(reader.error());
        }
        printer->setFullPage(true);
        QPainter painter;
        for (qsizetype i = 0; i < pages.size() && !*abort; ++i) {
            const QSizeF size = sizesPt.value(pages.at(i));
            printer->setPageLayout(paperFor(size));
            const bool isReady = i == 0 ? painter.begin(printer.get()) : printer->newPage();
            if (!isReady) {
                return fail(ErrorCode::Storage, u"the printer does not take the pages"_s);
            }
            if (auto done = printPage(**reader, pages.at(i), size, painter, *abort); !done) {
                return done;
            }
        }
        if (*abort) {
            printer->abort();
            return fail(ErrorCode::Cancelled, u"printing was cancelled"_s);
        }
        return {};
    };
    whenDone(inBackground(std::move(work)), this, [this](const Result<void> &result) {
        if (result) {
            Q_EMIT printed();
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

QList<int> pagesOf(const QString &text, int count)
{
    QList<int> pages;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        bool isFirst = false;
        bool isLast = false;
        const int first = ends.first().trimmed().toInt(&isFirst);
        const int last = ends.last().trimmed().toInt(&isLast);
        if (!isFirst || !isLast || ends.size() > 2) {
            return {};
        }
        for (int page = std::max(1, first); page <= std::min(last, count); ++page) {
            pages.append(page - 1);
        }
    }
    if (text.trimmed().isEmpty()) {
        for (int page = 0; page < count; ++page) {
            pages.append(page);
        }
    }
    return pages;
}

QPageLayout paperFor(const QSizeF &sizePt)
{
    const bool isWide = sizePt.width() > sizePt.height();
    const QSizeF upright = isWide ? sizePt.transposed() : sizePt;
    const QPageSize paper(upright, QPageSize::Point, QString(), QPageSize::FuzzyMatch);
    return QPageLayout(paper,
                       isWide ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF(0, 0, 0, 0),
                       QPageLayout::Point);
}

} // namespace andu::ui
