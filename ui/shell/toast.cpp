// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast.h"

#include "core/base/literals.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <chrono>

namespace andu::ui {

namespace {

constexpr int ClearOfBottom = 152;

} // namespace

Toast::Toast(QWidget *window)
    : QFrame(window)
    , m_text(new QLabel)
    , m_action(new QPushButton)
{
    setObjectName(u"toast"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 8);
    m_text->setTextFormat(Qt::PlainText);
    layout->addWidget(m_text, 1);
    m_action->setObjectName(u"toastAction"_s);
    layout->addWidget(m_action);
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(6));
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_run) {
            m_run();
        }
    });
}

void Toast::show(const QString &text, const QString &action, std::function<void()> run)
{
    m_run = std::move(run);
    m_text->setText(fontMetrics().elidedText(text, Qt::ElideRight, 420));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    adjustSize();
    const QSize window = parentWidget()->size();
    // Above the bar that decides, whose buttons stay within reach.
    move((window.width() - width()) / 2, window.height() - height() - ClearOfBottom);
    QFrame::show();
    raise();
    m_timer.start();
}

} // namespace andu::ui
