// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_look.h"

#include "core/base/literals.h"

#include <QRegularExpression>

namespace andu::ui {

namespace {

/// Less saturated colours are shades of black or grey to the eye.
constexpr float LeastSaturation = 0.35F;

bool isMeant(const QColor &colour)
{
    return colour.isValid() && colour.alpha() > 40 && colour.hslSaturationF() > LeastSaturation;
}

QColor mixed(const QColor &under, const QColor &over, float share)
{
    return QColor::fromRgbF(under.redF() * (1 - share) + over.redF() * share,
                            under.greenF() * (1 - share) + over.greenF() * share,
                            under.blueF() * (1 - share) + over.blueF() * share);
}

} // namespace

QColor cssColour(const QString &css)
{
    static const QRegularExpression pattern(
        u"(#[0-9a-f]{6}\\b|#[0-9a-f]{3}\\b|rgba?\\(([^)]*)\\))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = css.left(200);
    const QRegularExpressionMatch match = pattern.match(text);
    if (match.hasMatch() && !match.captured(2).isEmpty()) {
        const QStringList parts = match.captured(2).split(u',');
        if (parts.size() < 3) {
            return {};
        }
        QColor colour(std::clamp(parts[0].trimmed().toInt(), 0, 255),
                      std::clamp(parts[1].trimmed().toInt(), 0, 255),
                      std::clamp(parts[2].trimmed().toInt(), 0, 255));
        if (parts.size() > 3) {
            colour.setAlphaF(float(std::clamp(parts[3].trimmed().toDouble(), 0.0, 1.0)));
        }
        return colour;
    }
    if (match.hasMatch()) {
        return QColor(match.captured(1));
    }
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word != "solid"_L1 && word != "none"_L1 && QColor::isValidColor(word)) {
            return QColor(word);
        }
    }
    return {};
}

int FormLook::px(double length) const
{
    return qRound(length * m_zoom);
}

/// On paper in pixels: points would be measured by the printer and scaled a second time.
void FormLook::setSize(QFont &font, double points) const
{
    static constexpr double PixelsPerPoint = 96.0 / 72.0;
    if (isPaper()) {
        font.setPixelSize(qRound(points * PixelsPerPoint));
    } else {
        font.setPointSizeF(points * m_zoom);
    }
}

QFont FormLook::font(TypeStep step) const
{
    QFont font = m_theme->font(step);
    setSize(font, font.pointSizeF());
    return font;
}

QFont FormLook::font(std::optional<double> sizePx, bool isBold) const
{
    QFont font = m_theme->font(TypeStep::Base);
    const double points = sizePx ? std::clamp(*sizePx * 0.75, 9.0, 21.0) : font.pointSizeF();
    setSize(font, points);
    font.setBold(isBold);
    return font;
}

QColor FormLook::textColour(const QString &css) const
{
    if (css.contains("--oo-color-main"_L1)) {
        return colour(Token::Accent);
    }
    const QColor paper = cssColour(css);
    if (isMeant(paper)) {
        return m_theme->readable(paper);
    }
    const bool isGrey = paper.isValid() && paper.lightnessF() > 0.35F && paper.lightnessF() < 0.8F;
    return colour(isGrey ? Token::Text2 : Token::Text);
}

QColor FormLook::lineColour(const QString &css) const
{
    const QColor paper = cssColour(css);
    if (!isMeant(paper) || paper.lightnessF() > 0.72F) {
        return colour(isPaper() ? Token::Line2 : Token::Line); // hairlines fade in print
    }
    return mixed(colour(Token::Surface), m_theme->readable(paper), 0.7F);
}

std::optional<QColor> FormLook::background(const QString &css) const
{
    const QColor paper = cssColour(css);
    if (!paper.isValid() || paper.alpha() < 40 || paper.lightnessF() > 0.985F) {
        return std::nullopt;
    }
    if (!isMeant(paper) || paper.lightnessF() > 0.93F) {
        return colour(Token::Surface2);
    }
    // A hint of the colour: text of every token stays readable on it.
    return mixed(colour(Token::Surface), paper, m_theme->isDark() ? 0.18F : 0.12F);
}

std::optional<QColor> FormLook::tint(const QString &css) const
{
    const bool isMain = css.contains("--oo-color-main"_L1);
    const QColor paper = isMain ? colour(Token::AccentFill) : cssColour(css);
    if (!isMeant(paper) || paper.lightnessF() > 0.93F) {
        return std::nullopt;
    }
    return mixed(colour(Token::Surface), paper, m_theme->isDark() ? 0.22F : 0.14F);
}

InputStyle FormLook::inputStyle(const forms::Module &module) const
{
    // What the designer saved as it was typed comes last, it is what the page shows.
    QJsonObject css;
    for (const auto key : { "inputStyles"_L1, "recoveryInputStyles"_L1 }) {
        const QJsonObject part = module.json.value(key).toObject();
        for (auto entry = part.begin(); entry != part.end(); ++entry) {
            css.insert(entry.key(), entry.value());
        }
    }
    const auto textOf
        = [&css](QLatin1StringView key) { return forms::scalarText(css, key).trimmed().toLower(); };
    static constexpr double PlainPx = 14;
    const QString size = textOf("font-size"_L1);
    const double px = size.endsWith("px"_L1) ? size.chopped(2).toDouble() : PlainPx;
    const QString weight = textOf("font-weight"_L1);
    const bool isBold = weight == "bold"_L1 || weight.toInt() >= 600;
    const bool isLarge = px > PlainPx + 1;
    InputStyle style;
    style.font = isBold || isLarge ? font(isLarge ? std::optional(px) : std::nullopt, isBold)
                                   : font(TypeStep::Base);
    style.colour = textColour(textOf("color"_L1));
    if (style.colour == colour(Token::Text2)) {
        style.colour = colour(Token::Text); // grey is for hints; what is typed is never one
    }
    const QString align = textOf("text-align"_L1);
    style.align = align == "right"_L1 ? Qt::AlignRight
        : align == "center"_L1        ? Qt::AlignHCenter
                                      : Qt::AlignLeft;
    style.isPlain = !isBold && !isLarge && style.colour == colour(Token::Text);
    return style;
}

} // namespace andu::ui
