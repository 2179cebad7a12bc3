// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

#include <cmath>

namespace andu::ui {

namespace {

struct TokenName
{
    Token token;
    QLatin1StringView name;
};

constexpr TokenName TokenNames[] = {
    { Token::Surface, "surface"_L1 },
    { Token::Surface2, "surface-2"_L1 },
    { Token::Canvas, "canvas"_L1 },
    { Token::Rail, "rail"_L1 },
    { Token::Hover, "hover"_L1 },
    { Token::Line, "line"_L1 },
    { Token::Line2, "line-2"_L1 },
    { Token::Text, "text"_L1 },
    { Token::Text2, "text-2"_L1 },
    { Token::Text3, "text-3"_L1 },
    { Token::Accent, "accent"_L1 },
    { Token::AccentFill, "accent-fill"_L1 },
    { Token::OnAccent, "on-accent"_L1 },
    { Token::AccentWeak, "accent-weak"_L1 },
    { Token::AccentLine, "accent-line"_L1 },
    { Token::Seal, "seal"_L1 },
    { Token::SealWeak, "seal-weak"_L1 },
    { Token::Ok, "ok"_L1 },
    { Token::OkWeak, "ok-weak"_L1 },
    { Token::Warn, "warn"_L1 },
    { Token::WarnWeak, "warn-weak"_L1 },
    { Token::Danger, "danger"_L1 },
    { Token::DangerWeak, "danger-weak"_L1 },
    { Token::Scrim, "scrim"_L1 },
    { Token::Desk, "desk"_L1 },
};

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

/// Contrast by WCAG 2, 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b)) + 0.05;
    const double dark = std::min(luminance(a), luminance(b)) + 0.05;
    return light / dark;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    const QColor window = QApplication::palette().color(QPalette::Window);
    m_desktopScheme = window.lightness() < 128 ? Scheme::Dark : Scheme::Light;
    m_scheme = m_desktopScheme;
    load();
}

Theme::Theme(Scheme scheme, QObject *parent)
    : Theme(parent)
{
    m_scheme = scheme;
}

void Theme::load()
{
    QFile file(u":/andu/theme/tokens.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const auto tokens = json::parse(file.readAll());
    Q_ASSERT(tokens);
    const QJsonObject colours = tokens->toObject().value("colour"_L1).toObject();
    for (const TokenName &entry : TokenNames) {
        const QJsonObject pair = colours.value(entry.name).toObject();
        m_light.insert(int(entry.token), QColor(json::text(pair, "light"_L1)));
        m_dark.insert(int(entry.token), QColor(json::text(pair, "dark"_L1)));
    }
    for (const QString &text : json::texts(tokens->toObject(), "avatar"_L1)) {
        m_avatars.append(QColor(text));
    }
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    m_pixmaps.clear();
    apply();
    Q_EMIT changed();
}

QColor Theme::colour(Token token) const
{
    return (isDark() ? m_dark : m_light).value(int(token));
}

QFont Theme::font(TypeStep step) const
{
    static const QHash<int, std::pair<double, bool>> steps{
        { int(TypeStep::Caption), { 9, false } }, { int(TypeStep::Small), { 9.75, false } },
        { int(TypeStep::Base), { 10.5, false } }, { int(TypeStep::Heading), { 12, true } },
        { int(TypeStep::Title), { 15, true } },   { int(TypeStep::Figure), { 21, true } },
    };
    const auto [points, isBold] = steps.value(int(step));
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setBold(isBold);
    return font;
}

QPixmap Theme::pixmap(const QString &name, Token token, int size, qreal ratio) const
{
    const QString key = name + u'/' + QString::number(int(token)) + u'/' + QString::number(size)
        + u'/' + QString::number(ratio);
    const auto found = m_pixmaps.constFind(key);
    if (found != m_pixmaps.constEnd()) {
        return found.value();
    }
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(u":/andu/icons/"_s + name + u".svg"_s);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour(token));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

QIcon Theme::icon(const QString &name, Token token) const
{
    QIcon icon;
    for (const int size : { 16, 20, 32 }) {
        for (const qreal ratio : { 1.0, 2.0, 3.0 }) {
            icon.addPixmap(pixmap(name, token, size, ratio));
            icon.addPixmap(pixmap(name, Token::Text3, size, ratio), QIcon::Disabled);
        }
    }
    return icon;
}

QColor Theme::readable(const QColor &paper) const
{
    const QColor surface = colour(Token::Surface);
    if (!paper.isValid()) {
        return colour(Token::Text);
    }
    QColor result = paper;
    if (isDark()) {
        result = QColor::fromHslF(
            std::max(0.0F, paper.hslHueF()), paper.hslSaturationF(), 1.0F - paper.lightnessF());
    }
    for (int step = 0; step < 10 && contrast(result, surface) < 4.5; ++step) {
        result = isDark() ? result.lighter(120) : result.darker(115);
    }
    return contrast(result, surface) < 4.5 ? colour(Token::Text) : result;
}

QColor Theme::avatar(const QString &name) const
{
    uint sum = 0;
    for (const QChar letter : name) {
        sum = sum * 31 + letter.unicode();
    }
    return m_avatars.isEmpty() ? colour(Token::AccentFill)
                               : m_avatars[int(sum % uint(m_avatars.size()))];
}

void Theme::apply()
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = QApplication::font();
    font.setFamilies({ font.family(), u"Noto Sans CJK SC"_s });
    font.setPointSizeF(10.5);
    QApplication::setFont(font);
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Token::Canvas));
    palette.setColor(QPalette::WindowText, colour(Token::Text));
    palette.setColor(QPalette::Base, colour(Token::Surface));
    palette.setColor(QPalette::AlternateBase, colour(Token::Surface2));
    palette.setColor(QPalette::Text, colour(Token::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Token::Text3));
    palette.setColor(QPalette::Button, colour(Token::Surface));
    palette.setColor(QPalette::ButtonText, colour(Token::Text));
    palette.setColor(QPalette::Highlight, colour(Token::AccentFill));
    palette.setColor(QPalette::HighlightedText, colour(Token::OnAccent));
    palette.setColor(QPalette::Link, colour(Token::Accent));
    palette.setColor(QPalette::ToolTipBase, colour(Token::Surface));
    palette.setColor(QPalette::ToolTipText, colour(Token::Text));
    palette.setColor(QPalette::Mid, colour(Token::Line2));
    palette.setColor(QPalette::Disabled, QPalette::Text, colour(Token::Text3));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, colour(Token::Text3));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, colour(Token::Text3));
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheet());
}

QString Theme::styleSheet() const
{
    QFile file(u":/andu/theme/andu.qss"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: "@accent-weak" before "@accent".
    QList<TokenName> names(std::begin(TokenNames), std::end(TokenNames));
    std::sort(names.begin(), names.end(), [](const TokenName &a, const TokenName &b) {
        return a.name.size() > b.name.size();
    });
    for (const TokenName &entry : std::as_const(names)) {
        sheet.replace(u'@' + QString(entry.name), colour(entry.token).name(QColor::HexArgb));
    }
    return sheet;
}

} // namespace andu::ui
