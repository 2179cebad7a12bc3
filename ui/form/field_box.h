// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QLabel;
class QVBoxLayout;

namespace andu::ui {

/// One module on the page: its editor or its text, and the message of a rule below it.
class FieldBox final : public QWidget
{
    Q_OBJECT

public:
    FieldBox(forms::FormSession &session, const forms::Module &module, const Theme &theme);

    void showValue();
    void showState();
    void commit();
    /// Puts the cursor there.
    void focusField();

private:
    void build();
    [[nodiscard]] QWidget *makeReader();
    [[nodiscard]] QWidget *makeAttachments();
    [[nodiscard]] QWidget *makePlaceholder();

    forms::FormSession &m_session;
    forms::Module m_module;
    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
    FieldEditor *m_editor = nullptr; ///< Null while the field is only read.
    QLabel *m_reader = nullptr;
    QLabel *m_mark;
    bool m_isReadonly = false;
};

} // namespace andu::ui
