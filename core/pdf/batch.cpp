// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/batch.h"

#include "core/base/json.h"
#include "core/base/literals.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace andu::pdf {

namespace {

/// Line of the journal that says this source, as it is now, became this target.
QByteArray lineFor(const BatchItem &item)
{
    const QFileInfo source(item.source);
    return json::compact(
               QJsonObject{ { u"source"_s, source.absoluteFilePath() },
                            { u"target"_s, QFileInfo(item.target).absoluteFilePath() },
                            { u"bytes"_s, double(source.size()) },
                            { u"changed"_s, double(source.lastModified().toMSecsSinceEpoch()) } })
        + '\n';
}

QSet<QByteArray> readJournal(QFile &file)
{
    QSet<QByteArray> lines;
    while (!file.atEnd()) {
        lines.insert(file.readLine());
    }
    return lines;
}

} // namespace

Result<QList<BatchOutcome>> Batch::run(const QList<BatchItem> &items,
                                       const Work &work,
                                       const Progress &progress,
                                       const std::atomic_bool *cancel) const
{
    QFile journal(m_journal);
    if (!m_journal.isEmpty() && !journal.open(QIODevice::ReadWrite | QIODevice::Append)) {
        return fail(ErrorCode::Storage, u"the journal cannot be written"_s);
    }
    journal.seek(0);
    const QSet<QByteArray> finished
        = m_journal.isEmpty() ? QSet<QByteArray>() : readJournal(journal);
    QList<BatchOutcome> outcomes;
    for (const BatchItem &item : items) {
        BatchOutcome outcome{ item, BatchState::Done, std::nullopt };
        const QByteArray line = lineFor(item);
        if (cancel != nullptr && cancel->load()) {
            outcome.state = BatchState::Cancelled;
        } else if (finished.contains(line) && QFileInfo::exists(item.target)) {
            outcome.state = BatchState::Skipped;
        } else if (const auto done = work(item); !done) {
            outcome.state = done.error().code == ErrorCode::Cancelled ? BatchState::Cancelled
                                                                      : BatchState::Failed;
            outcome.error = done.error();
        } else if (!m_journal.isEmpty()
                   && (journal.write(line) != line.size() || !journal.flush())) {
            return fail(ErrorCode::Storage, u"the journal cannot be written"_s);
        }
        outcomes.append(outcome);
        progress(int(outcomes.size()), int(items.size()), outcome);
    }
    return outcomes;
}

} // namespace andu::pdf
