// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/field_look.h"

#include "core/base/literals.h"
#include "core/pdf/page_import.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

namespace andu::pdf {

namespace {

constexpr int MultilineFlag = 1 << 12;
constexpr int PasswordFlag = 1 << 13;
constexpr int CombFlag = 1 << 24;
constexpr double Padding = 2.0; ///< Points between border and text, as other programs leave.

struct Style
{
    QSizeF size; ///< Of the widget, upright, points.
    int rotation = 0;
    double border = 0;
    QColor borderColour;
    QColor background;
    QColor ink = Qt::black;
    double fontSize = 0; ///< 0: as large as fits.
    int alignment = 0;
    int cells = 0; ///< Comb.
    bool isMultiline = false;
};

QColor colourOf(const std::vector<double> &c)
{
    const auto part = [](double value) { return float(std::clamp(value, 0.0, 1.0)); };
    if (c.size() == 1) {
        return QColor::fromRgbF(part(c[0]), part(c[0]), part(c[0]));
    }
    if (c.size() == 3) {
        return QColor::fromRgbF(part(c[0]), part(c[1]), part(c[2]));
    }
    if (c.size() == 4) {
        return QColor::fromCmykF(part(c[0]), part(c[1]), part(c[2]), part(c[3]));
    }
    return {};
}

std::vector<double> numbersOf(QPDFObjectHandle array)
{
    std::vector<double> out;
    for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
        out.push_back(array.getArrayItem(i).isNumber() ? array.getArrayItem(i).getNumericValue()
                                                       : 0.0);
    }
    return out;
}

/// Reads size and colour of a default appearance string (12.7.4.3).
void readDefaultAppearance(Style &style, const QString &text)
{
    std::vector<double> operands;
    for (const QString &token : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double value = token.toDouble(&isNumber);
        if (isNumber) {
            operands.push_back(value);
            continue;
        }
        if (token == u"Tf"_s && !operands.empty()) {
            style.fontSize = std::clamp(operands.back(), 0.0, 500.0);
        } else if (token == u"g"_s || token == u"rg"_s || token == u"k"_s) {
            style.ink = colourOf(operands).isValid() ? colourOf(operands) : style.ink;
        }
        operands.clear();
    }
}

Style styleOf(Document &document, const Field &field, QPDFObjectHandle widget)
{
    Style style;
    const auto rect = widget.getKey("/Rect").getArrayAsRectangle();
    style.size = QSizeF(std::abs(rect.urx - rect.llx), std::abs(rect.ury - rect.lly));
    QPDFObjectHandle look = widget.getKey("/MK");
    if (look.isDictionary()) {
        style.borderColour = colourOf(numbersOf(look.getKey("/BC")));
        style.background = colourOf(numbersOf(look.getKey("/BG")));
        QPDFObjectHandle turn = look.getKey("/R");
        style.rotation = turn.isInteger() ? int((turn.getIntValue() % 360 + 360) % 360) : 0;
    }
    if (style.rotation % 180 != 0) {
        style.size.transpose();
    }
    QPDFObjectHandle border = widget.getKey("/BS");
    QPDFObjectHandle width
        = border.isDictionary() ? border.getKey("/W") : QPDFObjectHandle::newNull();
    style.border = !style.borderColour.isValid() ? 0
        : width.isNumber()                       ? std::clamp(width.getNumericValue(), 0.0, 20.0)
                                                 : 1;
    QPDFObjectHandle form = document.qpdf().getRoot().getKey("/AcroForm");
    const auto inherited = [&](const char *key) {
        QPDFObjectHandle own = widget.getKey(key);
        own = own.isNull() ? fieldAttribute(field.dict, key) : own;
        return own.isNull() ? form.getKey(key) : own;
    };
    readDefaultAppearance(style, decodedText(inherited("/DA")));
    QPDFObjectHandle quadding = inherited("/Q");
    style.alignment = quadding.isInteger() ? int(quadding.getIntValue()) : 0;
    style.isMultiline = field.kind == FieldKind::Text && (field.flags & MultilineFlag) != 0;
    QPDFObjectHandle length = fieldAttribute(field.dict, "/MaxLen");
    if (field.kind == FieldKind::Text && (field.flags & CombFlag) != 0 && length.isInteger()
        && length.getIntValue() > 0 && length.getIntValue() <= 1000) {
        style.cells = int(length.getIntValue());
    }
    return style;
}

double fittingSize(const Style &style, const QString &text, const QRectF &area, double dots)
{
    if (style.fontSize > 0) {
        return style.fontSize * dots;
    }
    double size = style.isMultiline ? 12 * dots : area.height() * 0.75;
    QFont font = textFont(text);
    for (; size > 2 * dots; size *= 0.92) {
        font.setPixelSize(std::max(1, int(size)));
        const QFontMetricsF metrics(font);
        const QRectF needed = style.isMultiline
            ? metrics.boundingRect(QRectF(0, 0, area.width(), 1e9), Qt::TextWordWrap, text)
            : QRectF(0, 0, metrics.horizontalAdvance(text), 0);
        if (needed.width() <= area.width() && needed.height() <= area.height()) {
            break;
        }
    }
    return std::min(size, 144 * dots);
}

void paintField(QPainter &painter, const Style &style, const QString &text, const QRectF &all)
{
    const double dots = all.width() / style.size.width();
    if (style.background.isValid()) {
        painter.fillRect(all, style.background);
    }
    const double line = style.border * dots;
    if (line > 0) {
        painter.setPen(QPen(style.borderColour, line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(all.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }
    const double inset = style.cells > 0 ? 0 : line + Padding * dots;
    const QRectF area = all.adjusted(inset, line, -inset, -line);
    QFont font = textFont(text);
    font.setPixelSize(std::max(1, int(fittingSize(style, text, area, dots))));
    painter.setFont(font);
    painter.setPen(style.ink);
    if (style.cells > 0) {
        const double cell = area.width() / style.cells;
        for (qsizetype i = 0; i < std::min<qsizetype>(text.size(), style.cells); ++i) {
            painter.drawText(
                QRectF(area.left() + double(i) * cell, area.top(), cell, area.height()),
                Qt::AlignCenter,
                text.mid(i, 1));
        }
        return;
    }
    const int horizontal = style.alignment == 1 ? int(Qt::AlignHCenter)
        : style.alignment == 2                  ? int(Qt::AlignRight)
                                                : int(Qt::AlignLeft);
    painter.setClipRect(all);
    painter.drawText(area,
                     style.isMultiline ? horizontal | Qt::AlignTop | Qt::TextWordWrap
                                       : horizontal | Qt::AlignVCenter | Qt::TextSingleLine,
                     text);
}

QByteArray turned(int rotation)
{
    switch (rotation) {
    case 90:
        return "[0 1 -1 0 0 0]";
    case 180:
        return "[-1 0 0 -1 0 0]";
    case 270:
        return "[0 -1 1 0 0 0]";
    default:
        return "[1 0 0 1 0 0]";
    }
}

} // namespace

Result<QPDFObjGen>
fieldLook(Update &update, const Field &field, QPDFObjectHandle widget, const QString &text)
{
    if (!widget.getKey("/Rect").isRectangle()) {
        return fail(ErrorCode::BadInput, u"the field has no rectangle"_s);
    }
    const Style style = styleOf(update.document(), field, widget);
    if (style.size.width() < 1 || style.size.height() < 1) {
        return fail(ErrorCode::BadInput, u"the field has no area"_s);
    }
    const bool isSecret = field.kind == FieldKind::Text && (field.flags & PasswordFlag) != 0;
    const QString shown = isSecret ? QString(text.size(), u'*') : text;
    const auto content = importPainted(
        update, style.size * (25.4 / 72.0), [&](QPainter &painter, const QRectF &area) {
            paintField(painter, style, shown, area);
        });
    if (!content) {
        return content;
    }
    return update.addStream("/Type /XObject /Subtype /Form /BBox [0 0 " + number(style.size.width())
                                + ' ' + number(style.size.height()) + "] /Matrix "
                                + turned(style.rotation) + " /Resources <</XObject <</Tx0 "
                                + reference(*content) + ">>>>",
                            "/Tx BMC q /Tx0 Do Q EMC");
}

} // namespace andu::pdf
