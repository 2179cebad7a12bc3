// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/render_queue.h"

namespace andu::pdf::view {

/// One occurrence of what was looked for.
struct SearchHit
{
    int page = 0;
    TextRange range;
    QList<QRectF> linesPt;
    QString before; ///< A little of the text around it.
    QString text;
    QString after;
};

/// Looks for a text in the whole document, page by page, in the background.
class TextSearch : public QObject
{
    Q_OBJECT

public:
    explicit TextSearch(QObject *parent = nullptr);
    ~TextSearch() override;

    /// Ends a search under way and starts another, beginning at @p firstPage and going round.
    void start(const Content &content,
               const SharedSecret &password,
               const QString &wanted,
               int firstPage);
    void cancel();

Q_SIGNALS:
    void found(const QList<andu::pdf::view::SearchHit> &hits);
    void progressed(int pagesDone, int pageCount);
    /// Not sent for a search that was cancelled. @p isCut: there are more than are listed.
    void finished(bool isCut);

private:
    struct State;
    struct Run;

    std::shared_ptr<State> m_state;
};

} // namespace andu::pdf::view
