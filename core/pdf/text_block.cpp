// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_block.h"

#include "core/pdf/page_import.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

namespace andu::pdf {

namespace {

void paintLines(QPainter &painter, const QStringList &lines, const QRectF &area)
{
    const double lineHeight = area.height() / double(lines.size());
    QFont font = textFont(lines.join(QString()));
    font.setPixelSize(std::max(1, int(lineHeight * 0.72)));
    const QFontMetricsF metrics(font, painter.device());
    double widest = 1;
    for (const QString &line : lines) {
        widest = std::max(widest, metrics.horizontalAdvance(line));
    }
    if (widest > area.width()) {
        font.setPixelSize(std::max(1, int(font.pixelSize() * area.width() / widest)));
    }
    painter.setFont(font);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.drawText(
            QRectF(area.left(), area.top() + double(i) * lineHeight, area.width(), lineHeight),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            lines.at(i));
    }
}

Result<QPDFObjGen> drawLines(Update &update, const QStringList &lines, QSizeF sizeMm)
{
    return importPainted(update, sizeMm, [&](QPainter &painter, const QRectF &area) {
        paintLines(painter, lines, area);
    });
}

} // namespace

TextBlock::TextBlock(QStringList lines)
    : m_lines(std::move(lines))
    , m_draw(drawLines)
{ }

} // namespace andu::pdf
