// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QList>

namespace andu::pdf {

/// One state the file was in: the original or an incremental update.
struct Revision
{
    qint64 endBytes = 0; ///< The revision is the first endBytes bytes of the file.
    qint64 xrefAt = 0;
};

/// Revisions from the first to the last, found by their "startxref … %%EOF" whose offset leads to a
/// cross-reference section. Reads the file once.
[[nodiscard]] Result<QList<Revision>> revisionsOf(QIODevice &device);

/// Copies the first @p size bytes of @p device to a file; the old content or the new one.
[[nodiscard]] Result<void> extractRevision(QIODevice &device, qint64 size, const QString &target);

} // namespace andu::pdf
