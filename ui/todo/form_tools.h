// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QToolButton;

namespace andu::ui {

class FormView;

/// What is done with an open form as a whole: undo, redo, zoom, print, and what could not be shown.
class FormTools final : public QWidget
{
    Q_OBJECT

public:
    FormTools(FormView &form, const Theme &theme, QWidget *parent = nullptr);

    /// After the form has got another session; nullptr: there is none.
    void setSession(forms::FormSession *session, const QString &title);

Q_SIGNALS:
    void browserWanted();

private:
    QToolButton *add(const QString &name, const QString &icon, const QString &text);
    void print();
    void showNotes();
    void countNotes();
    void showZoom();

    FormView &m_form;
    const Theme &m_theme;
    forms::FormSession *m_session = nullptr;
    QString m_title;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_zoom;
    QToolButton *m_notes;
    QToolButton *m_print;
    QToolButton *m_browser;
};

} // namespace andu::ui
