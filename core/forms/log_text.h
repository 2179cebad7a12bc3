// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/module.h"

#include <QJsonArray>

#include <functional>
#include <optional>

namespace andu::forms {

/// What the log of a work is made of, as the server sends it (o2oa-forms 5.7).
struct LogSource
{
    QJsonArray records; ///< `recordList`.
    QJsonArray workLogs; ///< `workLogList` of older forms; usually empty.
    QJsonArray attachments; ///< For opinions given as files.
    /// `filterScript` and `textStyleScript` with a record; nothing when there is none or it cannot
    /// run.
    std::function<std::optional<QString>(const QJsonObject &record, QLatin1StringView script)>
        script;
};

/// Records that a Log module lists: its filters for activity, alias, person and route, of which the
/// last one given counts as in the web client; open todos only with `isTask`.
[[nodiscard]] QList<QJsonObject> logRecords(const Module &module, const LogSource &source);

/// The Log as plain text, a line for each record in the form's own `textStyle`, under headings when
/// it has a `category`; the names of the files in mode `media`.
[[nodiscard]] QString logText(const Module &module, const LogSource &source);

} // namespace andu::forms
