// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace andu::ui {

/// Widget that edits one field of a session. Writes with session.edit(); reads in showValue().
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(forms::FormSession &session, QString id, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    /// Shows what the session holds; never writes.
    virtual void showValue() = 0;
    /// Shows a new option list.
    virtual void showOptions() { showValue(); }
    /// Writes what is typed and not yet in the session.
    virtual void commit() { }
    /// Marks the input as failing (or not).
    void setInvalid(bool isInvalid);

protected:
    [[nodiscard]] forms::FormSession &session() const { return m_session; }
    [[nodiscard]] const forms::Module &module() const { return m_module; }
    void write(const QJsonValue &value);
    /// The widget that gets focus and the mark.
    void setInput(QWidget *input);

private:
    forms::FormSession &m_session;
    QString m_id;
    forms::Module m_module;
    QWidget *m_input = nullptr;
};

/// Editor for a module; nullptr when its kind has none and is only shown.
[[nodiscard]] FieldEditor *
makeFieldEditor(forms::FormSession &session, const forms::Module &module, const Theme &theme);

/// MooTools or YYYY pattern of a calendar as a Qt format; made up from its kind when there is none.
[[nodiscard]] QString dateFormat(const forms::Module &module);

} // namespace andu::ui
