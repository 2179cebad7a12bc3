// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_printer.h"

#include "core/base/literals.h"
#include "ui/form/form_builder.h"
#include "ui/form/text_block.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLayout>
#include <QPagedPaintDevice>
#include <QPainter>

namespace andu::ui {

namespace {

constexpr int PaperWidth = 860; ///< Pixels of the form across the page.
constexpr int MaxPages = 500;
constexpr double MarginMm = 15;

/// Lower edges of everything that should not be cut.
void collectEdges(const QWidget *widget, const QWidget *root, QList<int> &edges)
{
    if (const auto *table = qobject_cast<const FormTable *>(widget)) {
        const int top = table->mapTo(root, QPoint()).y();
        for (const int edge : table->rowEdges()) {
            edges.append(top + edge + 1);
        }
        return;
    }
    for (const QWidget *child :
         widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child->isHidden()) {
            continue;
        }
        if (child->findChild<QWidget *>()) {
            collectEdges(child, root, edges);
        }
        edges.append(child->mapTo(root, QPoint(0, child->height())).y());
    }
}

/// Every part paints itself: painting widgets through the backing store does not reach a PDF whole.
void paintTree(QPainter &painter, const QWidget &widget, int top, int bottom)
{
    painter.save();
    painter.setClipRect(widget.rect().adjusted(0, 0, 1, 1), Qt::IntersectClip);
    if (const auto *part = dynamic_cast<const PaperPart *>(&widget)) {
        part->paintPart(painter, widget.rect());
    } else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        painter.drawPixmap(0, 0, label->pixmap());
    }
    for (const QWidget *child :
         widget.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        const QRect box = child->geometry();
        if (!child->isHidden() && box.bottom() >= top && box.top() <= bottom) {
            painter.save();
            painter.translate(box.topLeft());
            paintTree(painter, *child, top - box.top(), bottom - box.top());
            painter.restore();
        }
    }
    painter.restore();
}

} // namespace

QList<int> pageBreaks(QList<int> edges, int height, int pageHeight)
{
    std::sort(edges.begin(), edges.end());
    QList<int> breaks;
    int top = 0;
    while (height - top > pageHeight && breaks.size() < MaxPages) {
        const int limit = top + pageHeight;
        // An edge in the upper third would waste most of the page: then the row is cut instead.
        const int least = top + pageHeight / 3;
        int best = limit;
        for (const int edge : std::as_const(edges)) {
            if (edge > least && edge <= limit) {
                best = edge;
            }
        }
        breaks.append(best);
        top = best;
    }
    breaks.append(height);
    return breaks;
}

bool printForm(forms::FormSession &session, FormHost &host, QPagedPaintDevice &device)
{
    const Theme paper(Scheme::Light);
    QPageLayout layout = device.pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    layout.setMargins(QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm));
    (void)device.setPageLayout(layout);
    const FormLook look(paper, 1, FormLook::Medium::Paper);
    BuiltForm page = FormBuilder(FormContext{ session, look, host }).build();
    const std::unique_ptr<QWidget> root(page.root);
    root->setAttribute(Qt::WA_DontShowOnScreen);
    root->resize(PaperWidth, 100);
    root->show();
    QCoreApplication::sendPostedEvents();
    const int height = root->layout()->hasHeightForWidth()
        ? root->layout()->heightForWidth(PaperWidth)
        : root->sizeHint().height();
    root->resize(PaperWidth, height);
    QCoreApplication::sendPostedEvents();

    QPainter painter;
    if (!painter.begin(&device)) {
        return false;
    }
    const QRectF area(QPointF(), QSizeF(painter.viewport().size()));
    const double scale = area.width() / PaperWidth;
    const double footer = 24;
    const int pageHeight = int(area.height() / scale - footer);
    QList<int> edges;
    collectEdges(root.get(), root.get(), edges);
    const QList<int> breaks = pageBreaks(edges, root->height(), pageHeight);
    int top = 0;
    for (qsizetype number = 0; number < breaks.size(); ++number) {
        if (number > 0 && !device.newPage()) {
            return false;
        }
        painter.save();
        painter.scale(scale, scale);
        painter.save();
        painter.setClipRect(QRect(0, 0, PaperWidth, breaks[number] - top));
        painter.translate(0, -top);
        paintTree(painter, *root, top, breaks[number]);
        painter.restore();
        painter.setFont(look.font(TypeStep::Caption));
        painter.setPen(look.colour(Token::Text2));
        painter.drawText(QRectF(0, pageHeight + 4, PaperWidth, footer - 4),
                         Qt::AlignCenter,
                         u"%1 / %2"_s.arg(number + 1).arg(breaks.size()));
        painter.restore();
        top = breaks[number];
    }
    return painter.end();
}

} // namespace andu::ui
