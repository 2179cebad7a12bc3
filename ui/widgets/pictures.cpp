// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pictures.h"

#include "core/base/literals.h"

#include <QPainter>

namespace andu::ui {

QPixmap avatarOf(const Theme &theme, const QString &name, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.avatar(name));
    painter.drawEllipse(0, 0, size, size);
    QFont font = theme.font(TypeStep::Caption);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(0, 0, size, size), Qt::AlignCenter, name.left(1));
    return pixmap;
}

QPixmap brandMark(const Theme &theme, int size)
{
    static constexpr qreal Ratio = 2;
    QPixmap pixmap(QSize(size, size) * Ratio);
    pixmap.setDevicePixelRatio(Ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xC8, 0x16, 0x1D)); // printed red: the same in both schemes
    painter.drawRoundedRect(0, 0, size, size, 6, 6);
    QFont font = theme.font(TypeStep::Heading);
    font.setPixelSize(size * 2 / 3);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(0, 0, size, size), Qt::AlignCenter, u"案"_s);
    return pixmap;
}

} // namespace andu::ui
