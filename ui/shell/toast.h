// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace andu::ui {

/// A short message at the bottom of a window, with one action while it is shown (6 s).
class Toast final : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *window);
    void show(const QString &text, const QString &action = {}, std::function<void()> run = {});

private:
    QLabel *m_text;
    QPushButton *m_action;
    QTimer m_timer;
    std::function<void()> m_run;
};

} // namespace andu::ui
