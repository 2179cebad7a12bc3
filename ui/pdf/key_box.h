// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/key_memory.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace andu::ui {

/// Asks for a key and what opens it: a file, or a token behind a vendor's library. What was used
/// last is offered; a key the policy still holds open needs no password.
class KeyBox final : public QWidget
{
    Q_OBJECT

public:
    /// @p memory may be null.
    KeyBox(const SigningSettings &settings, const KeyMemory *memory, QWidget *parent = nullptr);

    /// Takes the password out of the field.
    [[nodiscard]] KeyChoice take();
    [[nodiscard]] bool isComplete() const;
    void keepIn(SigningSettings &settings) const;

    [[nodiscard]] QFormLayout *rows() const { return m_form; }

private:
    [[nodiscard]] KeyChoice typed() const;
    [[nodiscard]] QWidget *makePathRow();
    void refresh();

    SigningSettings m_settings;
    const KeyMemory *m_memory;
    QFormLayout *m_form;
    QComboBox *m_place;
    QLineEdit *m_path;
    QLineEdit *m_label;
    QLineEdit *m_secret;
};

} // namespace andu::ui
