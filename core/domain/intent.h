// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace andu {

/// What a person wants to have happened on the server. Each kind is one class in core/sync.
/// UploadAttachment stands for every change of a file: new, replaced, removed.
enum class IntentKind { SaveData, ProcessTask, ConfirmRead, StartProcess, UploadAttachment };

/// Whether the kind ends a todo; the others leave it open.
[[nodiscard]] constexpr bool decidesTodo(IntentKind kind)
{
    return kind == IntentKind::ProcessTask || kind == IntentKind::ConfirmRead;
}

enum class IntentState {
    Queued, ///< Waits for its turn or for the network.
    Sending, ///< A send was begun; after a crash the outcome is asked before anything is repeated.
    Delivered, ///< Found on the server.
    Attention, ///< Needs the person: refused, conflict, or given up. Nothing typed is lost.
};

/// One durable entry of the outbox.
struct Intent
{
    IntentId id;
    IntentKind kind = IntentKind::SaveData;
    IntentState state = IntentState::Queued;
    QString target; ///< Task, work or process the intent is about.
    QString job; ///< Orders intents of one instance; empty when not known yet.
    QString title; ///< For lists; what the person calls it.
    QJsonObject payload; ///< Self-contained: all that sending and asking need.
    QList<IntentId> after; ///< Must be delivered before this one is sent.
    int attempts = 0;
    QString step; ///< Last step of the send that was begun ("save", "process", "verify").
    QString errorCode; ///< Name of the ErrorCode, or empty.
    QString errorText; ///< The server's words or the detail; plain text.
    QDateTime createdUtc;
    std::optional<QDateTime> nextTryUtc;
    std::optional<QDateTime> deliveredUtc;
};

} // namespace andu
