// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"

#include <QWidget>

namespace andu::ui {

/// What was decided so far, as a Log module wants it: lines by its template, or a table.
[[nodiscard]] QWidget *makeLog(const FormContext &context, const forms::Module &module);

/// The way of the work so far, in place of the flow chart of the web client.
[[nodiscard]] QWidget *makeFlow(const FormContext &context, const forms::Module &module);

/// A record as a line of a Log template: {person}, {opinion} and the rest filled in, tags read for
/// lines and alignment only.
struct LogLine
{
    QString text;
    bool isRight = false;
    bool isQuiet = false; ///< Grey in the template.

    friend bool operator==(const LogLine &, const LogLine &) = default;
};
[[nodiscard]] QList<LogLine> logLines(const QString &style, const Record &record);

} // namespace andu::ui
