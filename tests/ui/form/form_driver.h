// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../core/forms/sample_forms.h"
#include "ui/form/form_view.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace andu::tests {

/// A form on screen, driven by keys only, as a person without a mouse does it.
class FormDriver
{
public:
    explicit FormDriver(forms::FormInput input)
        : m_session(std::move(input))
        , m_view(m_theme)
    {
        m_view.resize(1100, 900);
        m_view.setSession(&m_session);
        m_view.show();
        m_view.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_view)) {
            qFatal("the window does not become active");
        }
        m_view.makeAll();
        QTest::qWait(0);
    }

    [[nodiscard]] forms::FormSession &session() { return m_session; }
    [[nodiscard]] ui::FormView &view() { return m_view; }

    [[nodiscard]] static QString focused()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }

    /// Presses Tab until the field has the focus. False when a whole round does not find it.
    bool tabTo(const QString &name)
    {
        static constexpr int MostSteps = 400;
        for (int step = 0; step < MostSteps; ++step) {
            if (focused() == name) {
                return true;
            }
            press(Qt::Key_Tab);
        }
        return false;
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        if (QWidget *focus = QApplication::focusWidget()) {
            QTest::keyClick(focus, key, modifiers);
        }
        QTest::qWait(0);
    }

    static void type(const QString &text)
    {
        // QTest::keyClicks knows Latin letters only; other letters come from an input method.
        for (const QChar letter : text) {
            QWidget *focus = QApplication::focusWidget();
            if (!focus) {
                return;
            }
            if (letter == u'\n') {
                QTest::keyClick(focus, Qt::Key_Return);
            } else if (letter.unicode() < 128) {
                QTest::keyClick(focus, letter.toLatin1());
            } else {
                QInputMethodEvent event;
                event.setCommitString(QString(letter));
                QCoreApplication::sendEvent(focus, &event);
            }
        }
        QTest::qWait(0);
    }

    /// Replaces what is in the line or text with the focus.
    static void retype(const QString &text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        type(text);
    }

    bool fill(const QString &field, const QString &text)
    {
        if (!tabTo(u"field:"_s + field)) {
            return false;
        }
        retype(text);
        press(Qt::Key_Tab);
        return true;
    }

    [[nodiscard]] QJsonObject changes() { return m_session.changes(); }

private:
    ui::Theme m_theme;
    forms::FormSession m_session;
    ui::FormView m_view;
};

/// What a sample form is opened with.
struct Sample
{
    const char *name;
    const char *folder;
    const char *form;
    const char *work;
};

inline constexpr Sample Samples[] = {
    { "leave", "leave", "leave", "leave.work.json" },
    { "leave-approve", "leave", "leave", "leave.approve.work.json" },
    { "expense", "expense", "expense", "expense.work.json" },
    { "dispatch", "dispatch", "dispatch", "dispatch.work.json" },
    { "seal", "seal", "seal", "seal.work.json" },
    { "seal-completed", "seal", "seal", "seal.completed.work.json" },
    { "contract", "contract", "contract", "contract.work.json" },
    { "purchase", "purchase-v10", "purchase", "purchase.work.json" },
};

inline forms::FormInput inputOf(const Sample &sample)
{
    return sampleInput(QString::fromLatin1(sample.folder),
                       QString::fromLatin1(sample.form),
                       QString::fromLatin1(sample.work));
}

/// The malformed form, open for editing.
inline forms::FormInput quirksInput()
{
    forms::FormInput input;
    FormDefinition definition;
    definition.raw = answerOf(dataPath(u"forms/quirks/quirks.form.json"_s));
    const auto source = forms::decodeForm(definition);
    if (!source) {
        qFatal("cannot decode the quirks");
    }
    input.source = *source;
    input.work.data = readJson(dataPath(u"forms/quirks/quirks.data.json"_s)).toObject();
    input.work.control.allowSave = true;
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    return input;
}

inline forms::FormInput inputOf(const char *name)
{
    for (const Sample &sample : Samples) {
        if (QByteArrayView(sample.name) == QByteArrayView(name)) {
            return inputOf(sample);
        }
    }
    qFatal("no sample %s", name);
}

} // namespace andu::tests
