// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/seal_design.h"

#include "core/base/literals.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace andu::pdf {

namespace {

constexpr double Pi = std::numbers::pi;
constexpr double MaxSealMm = 200;
constexpr int ArcSteps = 2000;

QFont sealFont()
{
    QFont font(u"Noto Serif CJK SC"_s);
    font.setStyleHint(QFont::Serif);
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(1000);
    return font;
}

/// Ink of @p text fitted into @p box.
QPainterPath fitted(const QString &text, const QRectF &box)
{
    QPainterPath path;
    path.addText(0, 0, sealFont(), text);
    const QRectF ink = path.boundingRect();
    if (ink.isEmpty()) {
        return {};
    }
    QTransform transform;
    transform.translate(box.left(), box.top());
    transform.scale(box.width() / ink.width(), box.height() / ink.height());
    transform.translate(-ink.left(), -ink.top());
    return transform.map(path);
}

/// One character in a cell; narrow ones (一, 1) keep their proportions.
QPainterPath glyph(const QString &character, const QRectF &cell)
{
    QPainterPath path;
    path.addText(0, 0, sealFont(), character);
    const QRectF ink = path.boundingRect();
    if (ink.isEmpty()) {
        return {};
    }
    const bool isWide = character.at(0).unicode() >= 0x2e80;
    const double em = isWide ? 1000 : std::max(ink.width(), 500.0);
    QTransform transform;
    transform.translate(cell.center().x(), cell.center().y());
    transform.scale(cell.width() / em, cell.height() / 920);
    transform.translate(-ink.center().x(), isWide ? 380 : -ink.center().y());
    return transform.map(path);
}

/// Point and outward direction on an ellipse by the share of its circumference from the top,
/// clockwise. Equal shares are equal lengths, so that letters keep their distance on an oval too.
class Ellipse
{
public:
    Ellipse(double a, double b)
        : m_a(a)
        , m_b(b)
    {
        double length = 0;
        QPointF last = at(0);
        for (int i = 0; i <= ArcSteps; ++i) {
            const QPointF here = at(2 * Pi * i / ArcSteps);
            length += std::hypot(here.x() - last.x(), here.y() - last.y());
            m_lengths.append(length);
            last = here;
        }
    }

    [[nodiscard]] double circumference() const { return m_lengths.last(); }

    [[nodiscard]] double angleFor(double share) const
    {
        const double wanted = (share - std::floor(share)) * circumference();
        const auto found = std::lower_bound(m_lengths.begin(), m_lengths.end(), wanted);
        return 2 * Pi * double(found - m_lengths.begin()) / ArcSteps;
    }

    /// Angle from the top, clockwise, y downwards.
    [[nodiscard]] QPointF at(double angle) const
    {
        return { m_a * std::sin(angle), -m_b * std::cos(angle) };
    }

    /// Turn in degrees that makes "up" point outwards.
    [[nodiscard]] double turnAt(double angle) const
    {
        const QPointF normal(std::sin(angle) / m_a, -std::cos(angle) / m_b);
        return std::atan2(normal.x(), -normal.y()) * 180 / Pi;
    }

private:
    double m_a;
    double m_b;
    QList<double> m_lengths;
};

struct Ring
{
    QString text;
    double share = 0; ///< Of the circumference that the text may take.
    double height = 0; ///< Of a letter, mm.
    bool isLower = false; ///< Reads from left to right along the bottom, feet outwards.
};

QPainterPath ringText(const QSizeF &half, double inset, const Ring &ring)
{
    QPainterPath out;
    const double middle = inset + ring.height / 2;
    const Ellipse line(half.width() - middle, half.height() - middle);
    const qsizetype count = ring.text.size();
    const double step = std::min(ring.share / double(std::max<qsizetype>(count, 2)),
                                 ring.height * 1.35 / line.circumference());
    const double width = std::min(ring.height * 0.92, step * line.circumference() * 0.86);
    for (qsizetype i = 0; i < count; ++i) {
        const double offset = step * (double(i) - double(count - 1) / 2);
        const double angle = line.angleFor(ring.isLower ? 0.5 - offset : offset + 1);
        QTransform transform;
        transform.translate(half.width() + line.at(angle).x(), half.height() + line.at(angle).y());
        transform.rotate(line.turnAt(angle) + (ring.isLower ? 180 : 0));
        const QRectF cell(-width / 2, -ring.height / 2, width, ring.height);
        out.addPath(transform.map(glyph(ring.text.mid(i, 1), cell)));
    }
    return out;
}

QPainterPath star(const QPointF &centre, double radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        // The inner corners of a regular five-pointed star lie at 0.382 of its radius.
        const double r = i % 2 == 0 ? radius : radius * 0.381966;
        points << centre + QPointF(r * std::sin(Pi * i / 5), -r * std::cos(Pi * i / 5));
    }
    points << points.first();
    QPainterPath path;
    path.addPolygon(points);
    return path;
}

void paintEmblem(QPainter &painter, const SealDesign &design, const QRectF &box)
{
    QImage mask = design.emblem.convertToFormat(QImage::Format_ARGB32);
    const bool hasAlpha = design.emblem.hasAlphaChannel();
    for (int y = 0; y < mask.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(mask.scanLine(y));
        for (int x = 0; x < mask.width(); ++x) {
            line[x] = qRgba(0, 0, 0, hasAlpha ? qAlpha(line[x]) : 255 - qGray(line[x]));
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box, mask);
}

void paintRound(QPainter &painter, const SealDesign &design)
{
    const QSizeF half = design.sizeMm / 2;
    const double border = design.borderMm;
    painter.setPen(QPen(Qt::black, border));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(
        QRectF(QPointF(border / 2, border / 2), design.sizeMm - QSizeF(border, border)));
    const double small = std::min(half.width(), half.height());
    const double inset = border + small * 0.055;
    const Ring ring{ design.text,
                     design.shape == SealShape::Oval ? 0.62 : 0.72,
                     design.shape == SealShape::Oval ? small * 0.24 : small * 0.27,
                     false };
    painter.fillPath(ringText(half, inset, ring), Qt::black);
    if (!design.code.isEmpty()) {
        const Ring code{ design.code, 0.2, small * 0.1, true };
        painter.fillPath(ringText(half, inset, code), Qt::black);
    }
    const QPointF middle(half.width(), half.height());
    const double radius = small / 3; // a star of 14 mm in a seal of 42 mm
    if (design.centre == SealCentre::Star) {
        painter.fillPath(star(middle, radius), Qt::black);
    } else if (design.centre == SealCentre::Emblem) {
        paintEmblem(painter,
                    design,
                    QRectF(middle - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
    }
    if (!design.row.isEmpty()) {
        const double height = small * 0.17;
        const bool isMiddle = design.centre == SealCentre::Empty && design.shape == SealShape::Oval;
        const double width
            = std::min(height * 1.05 * double(design.row.size()), half.width() * 1.15);
        const double top = isMiddle ? middle.y() - height / 2 : middle.y() + small * 0.42;
        painter.fillPath(fitted(design.row, QRectF(middle.x() - width / 2, top, width, height)),
                         Qt::black);
    }
}

/// Characters in columns from right to left, as name seals are read.
void paintSquare(QPainter &painter, const SealDesign &design)
{
    const double border = design.borderMm;
    painter.setPen(QPen(Qt::black, border, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(
        QRectF(QPointF(border / 2, border / 2), design.sizeMm - QSizeF(border, border)));
    const QRectF field = QRectF(QPointF(), design.sizeMm)
                             .adjusted(border * 1.7, border * 1.7, -border * 1.7, -border * 1.7);
    const int count = int(design.text.size());
    const int columns = int(std::ceil(std::sqrt(double(count))));
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        const int column = i / rows;
        const QSizeF cell(field.width() / columns, field.height() / rows);
        const QRectF box(field.right() - (column + 1) * cell.width(),
                         field.top() + (i % rows) * cell.height(),
                         cell.width(),
                         cell.height());
        painter.fillPath(glyph(design.text.mid(i, 1),
                               box.adjusted(cell.width() * 0.05,
                                            cell.height() * 0.05,
                                            -cell.width() * 0.05,
                                            -cell.height() * 0.05)),
                         Qt::black);
    }
}

/// Lines of text in a frame: filing and receipt stamps.
void paintRectangle(QPainter &painter, const SealDesign &design)
{
    const double border = design.borderMm;
    painter.setPen(QPen(Qt::black, border, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(
        QRectF(QPointF(border / 2, border / 2), design.sizeMm - QSizeF(border, border)));
    const QStringList lines = design.text.split(u'\n');
    const double height = (design.sizeMm.height() - 4 * border) / double(lines.size());
    const double room = design.sizeMm.width() - 4 * border;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const double letter = height * 0.66;
        const double width = std::min(room, letter * double(lines.at(i).size()));
        const QRectF box((design.sizeMm.width() - width) / 2,
                         2 * border + double(i) * height + height * 0.17,
                         width,
                         letter);
        painter.fillPath(fitted(lines.at(i), box), Qt::black);
    }
}

} // namespace

void paintSeal(QPainter &painter, const SealDesign &design)
{
    painter.setRenderHint(QPainter::Antialiasing);
    switch (design.shape) {
    case SealShape::Round:
    case SealShape::Oval:
        paintRound(painter, design);
        break;
    case SealShape::Square:
        paintSquare(painter, design);
        break;
    case SealShape::Rectangle:
        paintRectangle(painter, design);
        break;
    }
}

Result<QImage> drawSeal(const SealDesign &design, double dpi)
{
    const QSizeF size = design.sizeMm;
    if (!(size.width() >= 5 && size.height() >= 5 && size.width() <= MaxSealMm
          && size.height() <= MaxSealMm && dpi >= 72 && dpi <= 2400)) {
        return fail(ErrorCode::BadInput, u"a seal measures 5 to 200 mm"_s);
    }
    if (design.text.trimmed().isEmpty()) {
        return fail(ErrorCode::BadInput, u"a seal needs a text"_s);
    }
    const double dots = dpi / 25.4;
    QImage image(int(std::ceil(size.width() * dots)),
                 int(std::ceil(size.height() * dots)),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(image.width() / size.width(), image.height() / size.height());
    paintSeal(painter, design);
    painter.end();
    // One colour exactly: premultiplying would round it differently at every edge.
    image.convertTo(QImage::Format_ARGB32);
    const QRgb ink = design.colour.rgb() & 0x00ffffffU;
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            line[x] = (line[x] & 0xff000000U) | ink;
        }
    }
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    return image;
}

} // namespace andu::pdf
