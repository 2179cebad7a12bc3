// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <optional>

namespace andu::pdf {

struct BatchItem
{
    QString source;
    QString target;
};

enum class BatchState { Done, Failed, Skipped, Cancelled };

struct BatchOutcome
{
    BatchItem item;
    BatchState state = BatchState::Done;
    std::optional<Error> error;
};

/// One piece of work over many files: each has its own result, one failure does not stop the
/// others, and a run that was interrupted goes on where it ended. What is finished stands in a
/// journal, by path, size and time of the source; a source that changed is done again.
class Batch
{
public:
    using Work = std::function<Result<void>(const BatchItem &)>;
    using Progress = std::function<void(int done, int total, const BatchOutcome &)>;

    /// @param journal empty: nothing is remembered.
    explicit Batch(QString journal)
        : m_journal(std::move(journal))
    { }

    /// In order, on the calling thread. @p cancel is looked at between files.
    [[nodiscard]] Result<QList<BatchOutcome>> run(const QList<BatchItem> &items,
                                                  const Work &work,
                                                  const Progress &progress,
                                                  const std::atomic_bool *cancel) const;

private:
    QString m_journal;
};

} // namespace andu::pdf
