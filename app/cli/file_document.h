// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/file_options.h"
#include "core/pdf/document.h"

namespace andu::cli {

/// The one file the command names, opened with --pdf-pass-file.
[[nodiscard]] Result<pdf::Document> opened(const FileOptions &options);
/// Writes @p document with @p update behind it to --out.
[[nodiscard]] Result<QJsonObject>
written(pdf::Document &document, const FileOptions &options, const QByteArray &update);
/// Says how the command is called; the exit code for that.
int usage(const QString &line);
/// Says how it went; the exit code of the program.
int finish(const Result<QJsonObject> &result, const QString &text, bool isJson);

} // namespace andu::cli
