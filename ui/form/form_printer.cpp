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

/// Nothing but words: what follows them belongs to them, as under a heading.
bool isHeading(const QWidget *widget)
{
    const QList<QWidget *> children
        = widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    if (children.isEmpty()) {
        return dynamic_cast<const TextBlock *>(widget) || dynamic_cast<const LineBlock *>(widget);
    }
    return std::all_of(children.begin(), children.end(), &isHeading);
}

/// Where pages may end, and the tables whose heads are repeated.
class PaperPlan
{
public:
    explicit PaperPlan(const QWidget *root)
        : m_root(root)
    {
        collect(root);
    }

    QList<int> edges;
    QList<PaperHead> heads;

private:
    void collect(const QWidget *widget)
    {
        const int top = widget->mapTo(m_root, QPoint()).y();
        if (const auto *table = qobject_cast<const FormTable *>(widget)) {
            collectTable(*table, top);
        } else if (const auto *part = dynamic_cast<const PaperPart *>(widget)) {
            for (const int edge : part->lineEdges()) {
                edges.append(top + edge);
            }
        }
        if (widget->layout() || dynamic_cast<const FieldBox *>(widget)) {
            collectChildren(widget);
        }
    }

    void collectTable(const FormTable &table, int top)
    {
        const QList<int> rows = table.rowEdges();
        for (const int edge : rows.mid(1)) { // above the first row a heading may stand
            edges.append(top + edge + 1);
        }
        const int headRows = table.headRows();
        if (headRows > 0 && rows.size() > headRows + 1) {
            heads.append(PaperHead{ top, top + rows[headRows] + 1, top + rows.last() + 1 });
        }
        for (const TableCell &cell : table.cells()) {
            if (cell.content && cell.content->height() > TallCell) {
                collect(cell.content);
            }
        }
    }

    void collectChildren(const QWidget *widget)
    {
        QList<QWidget *> shown;
        for (QWidget *child :
             widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!child->isHidden()) {
                shown.append(child);
            }
        }
        for (qsizetype at = 0; at < shown.size(); ++at) {
            collect(shown[at]);
            const bool hasNext = at + 1 < shown.size();
            if (!hasNext || !isHeading(shown[at]) || isHeading(shown[at + 1])) {
                edges.append(shown[at]->mapTo(m_root, QPoint(0, shown[at]->height())).y());
            }
        }
    }

    static constexpr int TallCell = 160; ///< Lower ones are kept on one page.

    const QWidget *m_root;
};

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

/// Paints a part of the form at a height of the page.
void paintPart(QPainter &painter, const QWidget &root, const QRect &part, int y)
{
    painter.save();
    painter.translate(0, y - part.y());
    painter.setClipRect(part);
    paintTree(painter, root, part.top(), part.bottom() + 1);
    painter.restore();
}

} // namespace

QList<PaperSlice>
pageSlices(QList<int> edges, const QList<PaperHead> &heads, int height, int pageHeight)
{
    edges.removeIf([&heads](int edge) {
        return std::any_of(heads.begin(), heads.end(), [edge](const PaperHead &head) {
            return edge > head.top && edge <= head.headBottom;
        });
    });
    std::sort(edges.begin(), edges.end());
    QList<PaperSlice> slices;
    PaperSlice slice;
    while (slices.size() < MaxPages) {
        const int room = pageHeight
            - (slice.head ? heads[*slice.head].headBottom - heads[*slice.head].top : 0);
        if (height - slice.top <= room) {
            break;
        }
        const int limit = slice.top + std::max(room, pageHeight / 3);
        // An edge in the upper third would waste most of the page: then the row is cut instead.
        const int least = slice.top + room / 3;
        slice.bottom = limit;
        for (const int edge : std::as_const(edges)) {
            if (edge > least && edge <= limit) {
                slice.bottom = edge;
            }
        }
        slices.append(slice);
        slice.top = slice.bottom;
        slice.head.reset();
        for (qsizetype at = 0; at < heads.size(); ++at) {
            if (slice.top > heads[at].headBottom && slice.top < heads[at].bottom) {
                slice.head = at;
            }
        }
    }
    slice.bottom = height;
    slices.append(slice);
    return slices;
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
    const PaperPlan plan(root.get());
    const QList<PaperSlice> slices = pageSlices(plan.edges, plan.heads, root->height(), pageHeight);
    for (qsizetype number = 0; number < slices.size(); ++number) {
        if (number > 0 && !device.newPage()) {
            return false;
        }
        const PaperSlice &slice = slices[number];
        painter.save();
        painter.scale(scale, scale);
        int y = 0;
        if (slice.head) {
            const PaperHead &head = plan.heads[*slice.head];
            paintPart(painter, *root, { 0, head.top, PaperWidth, head.headBottom - head.top }, y);
            y += head.headBottom - head.top;
        }
        paintPart(painter, *root, { 0, slice.top, PaperWidth, slice.bottom - slice.top }, y);
        painter.setFont(look.font(TypeStep::Caption));
        painter.setPen(look.colour(Token::Text2));
        painter.drawText(QRectF(0, pageHeight + 4, PaperWidth, footer - 4),
                         Qt::AlignCenter,
                         u"%1 / %2"_s.arg(number + 1).arg(slices.size()));
        painter.restore();
    }
    return painter.end();
}

} // namespace andu::ui
