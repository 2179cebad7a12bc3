// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPixmap>

namespace andu::ui {

/// Colour tokens of the design (resources/theme/tokens.json); widgets use nothing else.
enum class Token {
    Surface,
    Surface2,
    Canvas,
    Rail,
    Hover,
    Line,
    Line2,
    Text,
    Text2,
    Text3,
    Accent,
    AccentFill,
    OnAccent,
    AccentWeak,
    AccentLine,
    Seal,
    SealWeak,
    Ok,
    OkWeak,
    Warn,
    WarnWeak,
    Danger,
    DangerWeak,
    Scrim,
    Desk,
};

/// Steps of the type scale.
enum class TypeStep { Caption, Small, Base, Heading, Title, Figure };

enum class Scheme { Light, Dark };

/// Colours, type and icons of the current scheme. One per program, handed to every screen.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    /// Colours of one scheme without touching the application; for paper.
    explicit Theme(Scheme scheme, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme == Scheme::Dark; }
    /// Applies palette and style sheet to the application.
    void setScheme(Scheme scheme);
    /// Scheme the desktop asks for, from the palette it gave before ours was set.
    [[nodiscard]] Scheme desktopScheme() const { return m_desktopScheme; }

    [[nodiscard]] QColor colour(Token token) const;
    [[nodiscard]] QFont font(TypeStep step) const;
    /// Icon by file name without ending, painted in a token's colour.
    [[nodiscard]] QIcon icon(const QString &name, Token token = Token::Text2) const;
    [[nodiscard]] QPixmap pixmap(const QString &name, Token token, int size, qreal ratio) const;
    /// A colour of a form (made for white paper) that stays readable on a surface of this scheme.
    [[nodiscard]] QColor readable(const QColor &paper) const;
    /// Colour behind a person's initial; the same for the same name.
    [[nodiscard]] QColor avatar(const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    void load();
    void apply();
    [[nodiscard]] QString styleSheet() const;

    Scheme m_scheme = Scheme::Light;
    Scheme m_desktopScheme = Scheme::Light;
    QHash<int, QColor> m_light;
    QHash<int, QColor> m_dark;
    QList<QColor> m_avatars;
    mutable QHash<QString, QPixmap> m_pixmaps;
};

} // namespace andu::ui
