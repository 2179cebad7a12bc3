// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QSettings;

class QVBoxLayout;

namespace andu::ui {

/// Appearance, language, and what this program is.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p settings outlives the page.
    SettingsPage(Theme &theme, QSettings &settings, QWidget *parent = nullptr);

    /// Settings of another section, below the others.
    void addCard(QWidget *card);

Q_SIGNALS:
    /// Takes effect at the next start.
    void languageChanged();

private:
    Theme &m_theme;
    QSettings &m_settings;
    QVBoxLayout *m_cards;
};

/// Scheme that the settings ask for: "light", "dark", or the desktop's.
[[nodiscard]] Scheme schemeOf(const QSettings &settings, const Theme &theme);

} // namespace andu::ui
