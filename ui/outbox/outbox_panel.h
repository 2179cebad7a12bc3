// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/intent.h"
#include "core/store/store.h"
#include "core/sync/commands.h"
#include "core/sync/engine.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace andu::ui {

/// The sync summary and everything on its way to the server, over the right edge of the window.
class OutboxPanel final : public QFrame
{
    Q_OBJECT

public:
    OutboxPanel(store::Store &store,
                sync::Commands &commands,
                const Theme &theme,
                QWidget *parent = nullptr);

    void setStatus(const sync::SyncStatus &status);
    void reload();
    /// How far the file of an entry is on its way, in bytes.
    void setProgress(const IntentId &intent, qint64 sent, qint64 total);

Q_SIGNALS:
    /// An upload that is going on is to end.
    void withdrawWanted(const andu::IntentId &intent);
    void syncWanted();
    void closed();
    void todoWanted(const andu::TaskId &task);
    void failed(const QString &text);
    /// Waiting entries, and those that need the person.
    void countsChanged(int waiting, int attention);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(const QList<Intent> &intents);
    [[nodiscard]] QWidget *makeHead(const QString &text, int count, Token token) const;
    [[nodiscard]] QWidget *makeEntry(const Intent &intent);
    [[nodiscard]] QWidget *makeSteps(const Intent &intent) const;
    [[nodiscard]] QWidget *makeUpload(const Intent &intent);
    [[nodiscard]] QWidget *makeQueuedActions(const Intent &intent);
    [[nodiscard]] QPushButton *makeBetterWay(const Intent &intent);
    [[nodiscard]] QWidget *makeTrouble(const Intent &intent);

    store::Store &m_store;
    sync::Commands &m_commands;
    const Theme &m_theme;
    QLabel *m_phase;
    QLabel *m_last;
    QVBoxLayout *m_entries;
    QElapsedTimer m_upload; ///< Since the first bytes of m_uploading.
    IntentId m_uploading;
};

/// "已同步 09:41", "正在同步 3/5", "离线 …": the words of the sync mark.
[[nodiscard]] QString phaseText(const sync::SyncStatus &status);

} // namespace andu::ui
