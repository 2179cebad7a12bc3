// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"

#include <QJsonObject>
#include <QJsonValue>

namespace andu::cli {

/// Exit codes of anductl.
enum class Exit { Done = 0, Failed = 1, Usage = 2, Attention = 3, NotTrusted = 4, Offline = 5 };

/// One plain sentence on stderr.
void say(const QString &sentence);
/// Result on stdout: @p value as one line of JSON, or @p text.
void printResult(bool isJson, const QJsonValue &value, const QString &text);
/// One sentence on stderr, `{error}` on stdout with --json; the exit code that goes with it.
int reportError(const Error &error, bool isJson);

/// First line of a file as a secret; BadInput when it cannot be read or is empty.
[[nodiscard]] Result<crypto::SecureBytes> readSecret(const QString &file);

} // namespace andu::cli
