// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/render_queue.h"

#include <QPageLayout>

class QPrinter;

namespace andu::ui {

/// Prints pages in the background so that a millimetre of the file is a millimetre on paper.
class PrintJob final : public QObject
{
    Q_OBJECT

public:
    explicit PrintJob(QObject *parent = nullptr);
    ~PrintJob() override;

    /// @param pages from 0; the printer's paper is set to each page's size where it is free to.
    void start(const pdf::view::Content &content,
               const pdf::view::SharedSecret &password,
               const QList<QSizeF> &sizesPt,
               const QList<int> &pages,
               std::shared_ptr<QPrinter> printer);
    void cancel();

Q_SIGNALS:
    /// One of the two, once for each start.
    void printed();
    void failed(const andu::Error &error);

private:
    std::shared_ptr<std::atomic_bool> m_abort;
};

/// Page numbers from 0 for what a print dialog says ("1-3,7"); all when @p text is empty.
[[nodiscard]] QList<int> pagesOf(const QString &text, int count);
/// Paper for a page: the standard size it is, or its own size in millimetres, never scaled.
[[nodiscard]] QPageLayout paperFor(const QSizeF &sizePt);

} // namespace andu::ui
