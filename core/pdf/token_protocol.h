// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

#include <QJsonObject>

class QIODevice;

/// Talk between the program and its key helper `andu-keyd`: frames of a 4-byte big-endian length
/// and that many bytes. A request is one JSON object frame and one frame of bytes (PIN or message);
/// an answer is one JSON object frame.
namespace andu::pdf::token {

inline constexpr quint32 MaxFrameBytes = 1 << 20;

[[nodiscard]] QByteArray frame(QByteArrayView bytes);
[[nodiscard]] QJsonObject toJson(const Error &error);
/// The error an answer carries, if it is one.
[[nodiscard]] std::optional<Error> errorOf(const QJsonObject &answer);

} // namespace andu::pdf::token
