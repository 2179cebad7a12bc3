// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"

#include <QWidget>

class QTimer;

namespace andu::ui {

/// Widget that edits one field of a session. Writes with write(); reads in showValue().
///
/// Typing never waits for a rule: keystrokes only restart a pause, the session is told when the
/// person stops for a moment, leaves the field, or somebody calls commit().
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const FormContext &context, QString id, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    /// Shows what the session holds; never writes.
    virtual void showValue() = 0;
    /// Shows a new option list.
    virtual void showOptions() { showValue(); }
    /// Writes what is typed and not yet in the session.
    virtual void commit() { }
    /// Marks the input as failing (or not).
    virtual void setInvalid(bool isInvalid);
    /// True while a person types; showValue() must not disturb.
    [[nodiscard]] bool isTyping() const { return m_isTyping; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Input methods speak to the editor as a whole while a table still has the focus.
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] forms::FormSession &session() const { return m_context.session; }
    [[nodiscard]] const forms::Module &module() const { return m_module; }
    [[nodiscard]] const FormContext &context() const { return m_context; }
    [[nodiscard]] const FormLook &look() const { return m_context.look; }
    [[nodiscard]] const Theme &theme() const { return m_context.look.theme(); }
    [[nodiscard]] FormHost &host() const { return m_context.host; }
    [[nodiscard]] QJsonValue stored() const { return m_context.value(m_module); }
    [[nodiscard]] QJsonValue collected() const { return m_context.collected(m_module); }
    [[nodiscard]] QString shown() const { return m_context.shown(m_module); }
    [[nodiscard]] forms::FieldState state() const { return m_context.state(m_module); }
    [[nodiscard]] QString runtimeId() const { return m_context.runtimeId(m_module); }
    void write(const QJsonValue &value);
    /// The widget that gets focus, name and mark.
    void setInput(QWidget *input);
    /// Gives the input the type, colour and alignment that the form asks for.
    void dress(QWidget *input);
    /// Another widget of the editor whose typing is undone and ended with the input's.
    void watch(QWidget *part);
    void noteTyping();
    void endTyping();

private:
    FormContext m_context;
    QString m_id;
    forms::Module m_module;
    QWidget *m_input = nullptr;
    QTimer *m_pause = nullptr;
    bool m_isTyping = false;
};

/// Editor for a module; nullptr when its kind has none and is only shown.
[[nodiscard]] FieldEditor *makeFieldEditor(const FormContext &context, const forms::Module &module);
/// True when makeFieldEditor() makes one.
[[nodiscard]] bool hasEditor(const forms::Module &module);
/// True for modules whose value is a text a person types or picks on one line.
[[nodiscard]] bool isOneLine(const forms::Module &module);

} // namespace andu::ui
