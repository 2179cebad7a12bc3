// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/layout.h"
#include "ui/theme/theme.h"

class QWidget;

namespace andu::ui {

/// What a form says about the text inside a field (`inputStyles`, o2oa-forms 1.6).
struct InputStyle
{
    QFont font;
    QColor colour;
    Qt::Alignment align = Qt::AlignLeft; ///< Horizontal.
    bool isPlain = true; ///< As every other input: nothing is to be set.
};

/// How a form is drawn: colours, zoom, and whether it is for paper. Cheap to copy.
class FormLook
{
public:
    enum class Medium { Screen, Paper };

    explicit FormLook(const Theme &theme, double zoom = 1, Medium medium = Medium::Screen)
        : m_theme(&theme)
        , m_zoom(zoom)
        , m_medium(medium)
    { }

    [[nodiscard]] const Theme &theme() const { return *m_theme; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] bool isPaper() const { return m_medium == Medium::Paper; }

    /// Device-independent pixels of a length of the design.
    [[nodiscard]] int px(double length) const;
    [[nodiscard]] QFont font(TypeStep step) const;
    /// Font of a form's style: size in CSS pixels within readable bounds.
    [[nodiscard]] QFont font(std::optional<double> sizePx, bool isBold) const;
    [[nodiscard]] QColor colour(Token token) const { return m_theme->colour(token); }
    /// Text colour of a form's style. Shades of black and grey become the theme's text.
    [[nodiscard]] QColor textColour(const QString &css) const;
    /// Line colour of a form's style; the theme's hairline for greys.
    [[nodiscard]] QColor lineColour(const QString &css) const;
    /// Background of a form's style mixed into the surface of the theme; nothing for white or
    /// none.
    [[nodiscard]] std::optional<QColor> background(const QString &css) const;
    /// Likewise, for colours that mean something: bars of headings, marked parts. Nothing for
    /// greys.
    [[nodiscard]] std::optional<QColor> tint(const QString &css) const;
    [[nodiscard]] InputStyle inputStyle(const forms::Module &module) const;

private:
    void setSize(QFont &font, double points) const;

    const Theme *m_theme;
    double m_zoom;
    Medium m_medium;
};

/// Colour in a CSS value such as "#c00", "rgb(1, 2, 3)" or "1px solid red"; invalid when there is
/// none.
[[nodiscard]] QColor cssColour(const QString &css);

} // namespace andu::ui
