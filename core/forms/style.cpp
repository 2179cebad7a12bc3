// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "core/forms/layout.h"

#include <cmath>

namespace andu::forms {

namespace {

using Declarations = QHash<QString, QString>;

/// "backgroundColor" and "background-color" are the same property (8.2).
QString hyphenated(const QString &name)
{
    QString result;
    for (const QChar letter : name) {
        if (letter.isUpper()) {
            result += u'-';
        }
        result += letter.toLower();
    }
    return result;
}

Declarations declarationsOf(const QString &css)
{
    Declarations result;
    for (const QString &part : css.split(u';', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':');
        if (colon > 0) {
            result.insert(part.left(colon).trimmed().toLower(),
                          part.mid(colon + 1).remove("!important"_L1).trimmed());
        }
    }
    return result;
}

void fillIn(Declarations &declarations, const QJsonObject &object)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = hyphenated(member.key());
        const QString value = scalarText(object, QLatin1StringView(member.key().toLatin1()));
        if (!value.isEmpty() && !declarations.contains(name)) {
            declarations.insert(name, value);
        }
    }
}

std::optional<StyleLength> lengthOf(const QString &text)
{
    static constexpr double EmPx = 14;
    QString number = text.trimmed().toLower();
    double factor = 1;
    bool isPercent = false;
    if (number.endsWith(u'%')) {
        isPercent = true;
        number.chop(1);
    } else if (number.endsWith("px"_L1)) {
        number.chop(2);
    } else if (number.endsWith("pt"_L1)) {
        number.chop(2);
        factor = 96.0 / 72.0;
    } else if (number.endsWith("rem"_L1)) {
        number.chop(3);
        factor = EmPx;
    } else if (number.endsWith("em"_L1)) {
        number.chop(2);
        factor = EmPx;
    }
    bool isNumber = false;
    const double value = number.toDouble(&isNumber) * factor;
    if (!isNumber || !std::isfinite(value) || value < 0 || value > 20000) {
        return std::nullopt;
    }
    return StyleLength{ value, isPercent };
}

TextAlign alignOf(const QString &text)
{
    const QString value = text.toLower();
    if (value == "center"_L1) {
        return TextAlign::Center;
    }
    if (value == "right"_L1 || value == "end"_L1) {
        return TextAlign::Right;
    }
    return value == "left"_L1 ? TextAlign::Left : TextAlign::Inherit;
}

bool isLine(const QString &border)
{
    const QString value = border.toLower();
    return !value.isEmpty() && !value.startsWith(u'0') && !value.startsWith("none"_L1)
        && !value.contains("transparent"_L1);
}

void readBox(const Declarations &css, Style &style)
{
    style.width = lengthOf(css.value(u"width"_s));
    for (const QString &name : { u"height"_s, u"min-height"_s }) {
        const auto height = lengthOf(css.value(name));
        if (height && !height->isPercent) {
            style.heightPx = std::max(style.heightPx.value_or(0), height->value);
        }
    }
    const QString display = css.value(u"display"_s).toLower();
    style.isHidden = display == "none"_L1 || css.value(u"visibility"_s) == "hidden"_L1;
    style.isFlex = display.contains("flex"_L1);
    const QString floating = css.value(u"float"_s).toLower();
    style.isInline
        = display.startsWith("inline"_L1) || floating == "left"_L1 || floating == "right"_L1;
    const QStringList flex = css.value(u"flex"_s).split(u' ', Qt::SkipEmptyParts);
    if (!flex.isEmpty()) {
        const auto share = lengthOf(flex.last());
        if (share && share->isPercent) {
            style.flexPercent = share->value;
        }
    }
    style.hasBorder = isLine(css.value(u"border"_s));
    style.hasBottomBorder = style.hasBorder || isLine(css.value(u"border-bottom"_s));
}

} // namespace

Style styleOf(const QString &text, const QList<QJsonObject> &objects)
{
    Declarations css = declarationsOf(text);
    for (const QJsonObject &object : objects) {
        fillIn(css, object);
    }
    Style style;
    style.colour = css.value(u"color"_s);
    style.background = css.value(u"background-color"_s, css.value(u"background"_s));
    const auto size = lengthOf(css.value(u"font-size"_s));
    if (size && !size->isPercent && size->value >= 6 && size->value <= 96) {
        style.fontPx = size->value;
    }
    const QString weight = css.value(u"font-weight"_s).toLower();
    if (!weight.isEmpty()) {
        style.isBold = weight.startsWith("bold"_L1) || weight.toInt() >= 600;
    }
    style.align = alignOf(css.value(u"text-align"_s));
    readBox(css, style);
    return style;
}

} // namespace andu::forms
