// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/placement_overlay.h"

#include "core/base/future.h"
#include "core/base/literals.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace andu::ui {

namespace {

constexpr double MmPerPt = 25.4 / 72;
constexpr double ReachMm = 2.0;
constexpr int SettleMs = 120;
constexpr int MostUndo = 200;
constexpr double MaxPreviewDpi = 400;

QPointF toMm(const QPointF &pt)
{
    return pt * MmPerPt;
}

QRectF toPt(const QRectF &mm)
{
    return QRectF(mm.topLeft() / MmPerPt, mm.size() / MmPerPt);
}

} // namespace

PlacementOverlay::PlacementOverlay(const Theme &theme, PageView &view, const WorkingCopy &copy)
    : m_theme(theme)
    , m_view(view)
    , m_copy(copy)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleMs);
    connect(&m_settle, &QTimer::timeout, this, &PlacementOverlay::requestPreviews);
}

void PlacementOverlay::begin(const pdf::Look &look,
                             const QImage &picture,
                             const QList<pdf::Part> &parts,
                             bool isSeam)
{
    m_isActive = true;
    m_isSeam = isSeam;
    m_look = look;
    m_picture = picture;
    m_parts = parts;
    m_earlier.clear();
    m_dragged = -1;
    m_chosen = 0;
    m_hovered = -1;
    m_view.setFocus();
    partsMoved();
}

void PlacementOverlay::end()
{
    m_isActive = false;
    m_settle.stop();
    m_parts.clear();
    m_previews.clear();
    ++m_version;
    m_view.viewport()->update();
}

void PlacementOverlay::setWords(const QHash<int, QList<QPointF>> &wordsMm)
{
    m_words = wordsMm;
}

void PlacementOverlay::partsMoved()
{
    ++m_version;
    m_previews.clear();
    m_settle.start();
    m_view.viewport()->update();
    Q_EMIT partsChanged();
}

int PlacementOverlay::partAt(int page, const QPointF &pointMm) const
{
    for (int i = int(m_parts.size()) - 1; i >= 0; --i) {
        if (m_parts.at(i).page == page && m_parts.at(i).displayedMm.contains(pointMm)) {
            return i;
        }
    }
    return -1;
}

void PlacementOverlay::setBox(int index, const QRectF &boxMm, int page)
{
    const QSizeF pageMm = m_view.pageSizePt(page) * MmPerPt;
    m_snap = snapped(boxMm, pageMm, m_words.value(page), m_dragged >= 0 ? ReachMm : 0);
    pdf::Part &part = m_parts[index];
    if (m_isSeam) {
        // All slices of a seam stand at one height.
        const double y = m_snap.boxMm.top();
        for (pdf::Part &slice : m_parts) {
            const double room = m_view.pageSizePt(slice.page).height() * MmPerPt;
            slice.displayedMm.moveTop(
                std::clamp(y, 0.0, std::max(0.0, room - slice.displayedMm.height())));
        }
        m_snap.xMm.reset();
    } else {
        part.page = page;
        part.displayedMm = m_snap.boxMm;
    }
    partsMoved();
}

void PlacementOverlay::rememberParts()
{
    m_earlier.append(m_parts);
    m_earlier = m_earlier.mid(std::max<qsizetype>(0, m_earlier.size() - MostUndo));
}

bool PlacementOverlay::undo()
{
    // A press that moved nothing left a copy of what is there.
    while (!m_earlier.isEmpty()) {
        QList<pdf::Part> before = m_earlier.takeLast();
        const bool isSame
            = std::equal(before.begin(),
                         before.end(),
                         m_parts.begin(),
                         m_parts.end(),
                         [](const pdf::Part &a, const pdf::Part &b) {
                             return a.page == b.page && a.displayedMm == b.displayedMm;
                         });
        if (!isSame) {
            m_parts = std::move(before);
            partsMoved();
            return true;
        }
    }
    return false;
}

bool PlacementOverlay::press(int page, const QPointF &point)
{
    const QPointF mm = toMm(point);
    rememberParts();
    const int hit = partAt(page, mm);
    if (hit >= 0) {
        m_dragged = hit;
        m_grip = mm - m_parts.at(hit).displayedMm.topLeft();
    } else if (!m_parts.isEmpty() && !m_isSeam) {
        // Pressed beside it: the seal comes to the pointer.
        m_dragged = std::clamp(m_chosen, 0, int(m_parts.size()) - 1);
        const QSizeF size = m_parts.at(m_dragged).displayedMm.size();
        m_grip = QPointF(size.width() / 2, size.height() / 2);
        setBox(m_dragged, QRectF(mm - m_grip, size), page);
    }
    m_chosen = std::max(0, m_dragged);
    return true;
}

bool PlacementOverlay::move(int page, const QPointF &point)
{
    const QPointF mm = toMm(point);
    if (m_dragged < 0) {
        m_hovered = partAt(page, mm);
        return true;
    }
    const pdf::Part &part = m_parts.at(m_dragged);
    setBox(m_dragged, QRectF(mm - m_grip, part.displayedMm.size()), m_isSeam ? part.page : page);
    return true;
}

bool PlacementOverlay::release()
{
    m_dragged = -1;
    m_snap = {};
    return true;
}

void PlacementOverlay::shiftBy(const QPointF &mm)
{
    if (m_chosen < m_parts.size()) {
        rememberParts();
        const pdf::Part part = m_parts.at(m_chosen);
        setBox(m_chosen, part.displayedMm.translated(mm), part.page);
    }
}

void PlacementOverlay::shiftPage(int by)
{
    if (m_isSeam || m_chosen >= m_parts.size()) {
        return;
    }
    const pdf::Part part = m_parts.at(m_chosen);
    const int page = std::clamp(part.page + by, 0, m_view.pageCount() - 1);
    rememberParts();
    setBox(m_chosen, part.displayedMm, page);
    m_view.goTo(page, toPt(m_parts.at(m_chosen).displayedMm));
}

bool PlacementOverlay::key(QKeyEvent &event)
{
    const double step = event.modifiers() & Qt::ShiftModifier ? 0.1 : 1.0;
    switch (event.key()) {
    case Qt::Key_Left:
        shiftBy({ -step, 0 });
        return true;
    case Qt::Key_Right:
        shiftBy({ step, 0 });
        return true;
    case Qt::Key_Up:
        shiftBy({ 0, -step });
        return true;
    case Qt::Key_Down:
        shiftBy({ 0, step });
        return true;
    case Qt::Key_PageUp:
        shiftPage(-1);
        return true;
    case Qt::Key_PageDown:
        shiftPage(1);
        return true;
    case Qt::Key_Tab:
        m_chosen = m_parts.isEmpty() ? 0 : (m_chosen + 1) % int(m_parts.size());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT confirmed();
        return true;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return true;
    default:
        return false;
    }
}

std::optional<Qt::CursorShape> PlacementOverlay::cursorAt(int page, const QPointF &point) const
{
    const bool isOver = partAt(page, toMm(point)) >= 0;
    return m_isSeam ? (isOver ? Qt::SizeVerCursor : Qt::ArrowCursor)
                    : (isOver ? Qt::SizeAllCursor : Qt::CrossCursor);
}

void PlacementOverlay::moved()
{
    if (m_isActive) {
        m_settle.start();
    }
}

int PlacementOverlay::scaleMilliOf(const PageTransform &transform) const
{
    const double wanted = transform.scale * m_view.devicePixelRatioF();
    return qRound(std::min(wanted, MaxPreviewDpi / 72) * 1000);
}

QList<pdf::Mark> PlacementOverlay::marksOn(int page) const
{
    QList<pdf::Mark> marks;
    for (const pdf::Part &part : m_parts) {
        if (part.page == page) {
            marks.append(pdf::Mark{ m_look, part });
        }
    }
    return marks;
}

void PlacementOverlay::requestPreviews()
{
    if (m_dragged >= 0 || !m_isActive) {
        m_settle.start();
        return;
    }
    for (const int page : m_view.visiblePages()) {
        const QList<pdf::Mark> marks = marksOn(page);
        const int scale = scaleMilliOf(m_view.transformOf(page));
        if (marks.isEmpty() || m_previews.value(page).scaleMilli == scale) {
            continue;
        }
        const auto make = [content = m_copy.content(),
                           password = m_copy.password(),
                           marks,
                           page,
                           scale]() -> Result<QImage> {
            auto device = content.open();
            if (!device) {
                return tl::unexpected<Error>(device.error());
            }
            auto document = pdf::Document::open(
                std::move(*device), password ? password->clone() : crypto::SecureBytes());
            return document ? pdf::previewMarks(*document, marks, page, scale * 72 / 1000.0)
                            : tl::unexpected<Error>(document.error());
        };
        whenDone(inBackground(make),
                 this,
                 [this, page, scale, version = m_version](const Result<QImage> &picture) {
                     if (version == m_version && picture) {
                         m_previews.insert(page, { *picture, scale });
                         m_view.viewport()->update();
                     }
                 });
    }
}

bool PlacementOverlay::isPreviewExact() const
{
    for (const int page : m_view.visiblePages()) {
        if (!marksOn(page).isEmpty()
            && m_previews.value(page).scaleMilli != scaleMilliOf(m_view.transformOf(page))) {
            return false;
        }
    }
    return true;
}

void PlacementOverlay::paint(QPainter &painter, int page, const PageTransform &transform)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto preview = m_previews.constFind(page);
    const bool isExact = preview != m_previews.constEnd() && transform.rotation == 0;
    if (isExact) {
        painter.drawImage(transform.rect, preview->picture);
    }
    for (int i = 0; i < m_parts.size(); ++i) {
        const pdf::Part &part = m_parts.at(i);
        if (part.page != page) {
            continue;
        }
        const QRectF box = transform.toView(toPt(part.displayedMm));
        if (!isExact) {
            painter.save();
            painter.setClipRect(box);
            const double pxPerMm = transform.scale / MmPerPt;
            const QRectF whole(box.topLeft() - QPointF(part.sliceFromMm * pxPerMm, 0),
                               m_look.sizeMm * pxPerMm);
            if (!m_picture.isNull()) {
                const double share = m_look.lines.isEmpty() ? 1.0 : 0.4;
                QRectF at = whole;
                at.setWidth(whole.width() * share);
                painter.drawImage(at, m_picture);
            }
            if (!m_look.lines.isEmpty()) {
                painter.drawText(whole, Qt::AlignCenter, m_look.lines.join(u'\n'));
            }
            painter.restore();
        }
        const bool isLive = i == m_dragged || i == m_hovered || i == m_chosen;
        if (isLive && !part.isSlice) {
            paintSize(painter, box, part.displayedMm);
        }
        if (m_isSeam) {
            painter.setPen(QPen(m_theme.colour(Token::Accent), 1, Qt::DashLine));
            painter.drawRect(box);
        }
    }
    if (m_dragged >= 0 && m_parts.at(m_dragged).page == page) {
        paintSnap(painter, transform);
    }
}

/// A dimension line above the seal, with its width and height in millimetres.
void PlacementOverlay::paintSize(QPainter &painter, const QRectF &box, const QRectF &mm) const
{
    const QColor colour(0x1F, 0x5F, 0xBF); // on paper, the same in both schemes
    painter.setPen(QPen(colour, 1));
    const double y = box.top() - 6;
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    painter.drawLine(QPointF(box.left(), y), QPointF(box.left(), y + 5));
    painter.drawLine(QPointF(box.right(), y), QPointF(box.right(), y + 5));
    const QLocale locale;
    const auto number = [&locale](double value) {
        return locale.toString(value, 'f', qFuzzyCompare(value, std::round(value)) ? 0 : 1);
    };
    const bool isEven = std::abs(mm.width() - mm.height()) < 0.05;
    const QString size = isEven ? tr("%1 mm").arg(number(mm.width()))
                                : tr("%1 × %2 mm").arg(number(mm.width()), number(mm.height()));
    painter.setFont(m_theme.font(TypeStep::Caption));
    // On a plate: the words below would make it unreadable.
    QRectF plate(0, 0, painter.fontMetrics().horizontalAdvance(size) + 12, 18);
    plate.moveCenter(QPointF(box.center().x(), y - 12));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(colour);
    painter.drawText(plate, Qt::AlignCenter, size);
}

void PlacementOverlay::paintSnap(QPainter &painter, const PageTransform &transform) const
{
    painter.setPen(QPen(QColor(0x1F, 0x5F, 0xBF), 1, Qt::DashLine));
    const QSizeF page = transform.pageSize();
    if (m_snap.xMm) {
        const double x = *m_snap.xMm / MmPerPt;
        painter.drawLine(transform.toView(QPointF(x, 0)),
                         transform.toView(QPointF(x, page.height())));
    }
    if (m_snap.yMm) {
        const double y = *m_snap.yMm / MmPerPt;
        painter.drawLine(transform.toView(QPointF(0, y)),
                         transform.toView(QPointF(page.width(), y)));
    }
}

} // namespace andu::ui
