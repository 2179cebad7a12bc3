// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/signing_settings.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace andu::ui {

/// Settings of signing: the time stamp server, when a key is asked for again, whom to trust. Kept
/// as soon as they are changed.
class SigningSettingsBox final : public QFrame
{
    Q_OBJECT

public:
    /// @p settings outlives the box.
    SigningSettingsBox(const Theme &theme, QSettings &settings, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makePolicyRow();
    [[nodiscard]] QWidget *makeTrustRow();
    void change(const std::function<void(SigningSettings &)> &edit);
    void keepServer();
    void choosePath(bool isFolder);
    void removePath();
    void showTrust();

    QSettings &m_settings;
    QLineEdit *m_server;
    QLabel *m_serverProblem;
    QComboBox *m_policy;
    QSpinBox *m_minutes;
    QListWidget *m_trust;
};

} // namespace andu::ui
