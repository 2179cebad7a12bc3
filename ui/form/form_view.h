// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"
#include "ui/form/field_box.h"

#include <QScrollArea>

namespace andu::ui {

/// The page of a form. Shows one session at a time; does not own it.
class FormView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormView(const Theme &theme, QWidget *parent = nullptr);
    ~FormView() override;

    /// @p session outlives its being shown; nullptr clears the page.
    void setSession(forms::FormSession *session);
    /// Writes what is typed and not yet in the session.
    void commit();
    /// Scrolls to a field, opening the tab it is on.
    void focusField(const QString &id);

Q_SIGNALS:
    /// A person or a script changed something.
    void edited();

private:
    /// A field that dies with the focus in it would still report the end of its editing.
    void releaseFocus();

    const Theme &m_theme;
    forms::FormSession *m_session = nullptr;
    QHash<QString, FieldBox *> m_boxes;
    QHash<QString, QWidget *> m_parts; ///< Containers and labels, to be hidden by scripts.
};

} // namespace andu::ui
