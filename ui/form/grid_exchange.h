// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace andu::ui {

/// Cells as text with a separator, quoted where needed (RFC 4180).
[[nodiscard]] QString toSeparated(const QList<QStringList> &lines,
                                  QChar separator,
                                  QLatin1StringView lineEnd = QLatin1StringView("\n"));
/// Reads such a text: quotes, doubled quotes, line breaks inside quotes, any line ending.
[[nodiscard]] QList<QStringList> fromSeparated(const QString &text, QChar separator);
/// Cells of the first table in HTML, as text documents and pages put it on the clipboard. Loads
/// nothing; spanned places are empty.
[[nodiscard]] QList<QStringList> fromHtmlTable(const QString &html);
/// A .csv file of unknown encoding (UTF-8 with or without mark, else GB 18030).
[[nodiscard]] QList<QStringList> readCsv(const QByteArray &bytes);
[[nodiscard]] QByteArray writeCsv(const QList<QStringList> &lines);

/// First sheet of an Office Open XML workbook (ECMA-376) as texts. BadInput when it is none, or
/// when it would unpack to more than is reasonable.
[[nodiscard]] Result<QList<QStringList>> readXlsx(const QByteArray &bytes);
/// A workbook with one sheet of texts and numbers; the first line is bold.
[[nodiscard]] Result<QByteArray> writeXlsx(const QList<QStringList> &lines);

} // namespace andu::ui
