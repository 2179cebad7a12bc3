// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QSettings;

namespace andu::ui {

/// Appearance, language, and what this program is.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p settings outlives the page.
    SettingsPage(Theme &theme, QSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Takes effect at the next start.
    void languageChanged();

private:
    Theme &m_theme;
    QSettings &m_settings;
};

/// Scheme that the settings ask for: "light", "dark", or the desktop's.
[[nodiscard]] Scheme schemeOf(const QSettings &settings, const Theme &theme);

} // namespace andu::ui
