// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "ui/outbox/outbox_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace andu::ui {

/// How far a file is, how fast, and a way to end it.
QWidget *OutboxPanel::makeUpload(const Intent &intent)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(24, 0, 0, 0);
    row->setSpacing(12);
    auto *bar = new QProgressBar;
    bar->setObjectName(u"upload/"_s + intent.id.text());
    bar->setRange(0, 1000);
    bar->setTextVisible(false);
    bar->setFixedHeight(4);
    bar->setAccessibleName(tr("Upload of %1").arg(intent.title));
    row->addWidget(bar, 1);
    auto *speed = new QLabel;
    speed->setObjectName(u"uploadSpeed/"_s + intent.id.text());
    speed->setProperty("role", u"secondary"_s);
    speed->setFont(m_theme.font(TypeStep::Caption));
    row->addWidget(speed);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelUpload/"_s + intent.id.text());
    cancel->setProperty("role", u"link"_s);
    const IntentId id = intent.id;
    connect(cancel, &QPushButton::clicked, this, [this, id] { Q_EMIT withdrawWanted(id); });
    row->addWidget(cancel);
    return box;
}

void OutboxPanel::setProgress(const IntentId &intent, qint64 sent, qint64 total)
{
    if (m_uploading != intent || !m_upload.isValid()) {
        m_uploading = intent;
        m_upload.start();
    }
    auto *bar = findChild<QProgressBar *>(u"upload/"_s + intent.text());
    auto *speed = findChild<QLabel *>(u"uploadSpeed/"_s + intent.text());
    if (!bar || !speed || total <= 0) {
        return;
    }
    bar->setValue(int(sent * 1000 / total));
    const qint64 elapsedMs = std::max<qint64>(m_upload.elapsed(), 1);
    const QLocale locale;
    speed->setText(tr("%1 of %2 · %3/s")
                       .arg(locale.formattedDataSize(sent, 1),
                            locale.formattedDataSize(total, 1),
                            locale.formattedDataSize(sent * 1000 / elapsedMs, 1)));
}

} // namespace andu::ui
