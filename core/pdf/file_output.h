// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <future>

namespace andu::pdf {

/// Writes an update so that a crash or a full disk leaves the old content or the new one.
class FileOutput
{
public:
    /// A copy of @p source at @p target; same path: append in place. Copying starts at once, beside
    /// whatever the caller computes meanwhile.
    [[nodiscard]] static Result<FileOutput> start(const QString &source, const QString &target);

    FileOutput(FileOutput &&other) noexcept;
    FileOutput &operator=(FileOutput &&) = delete;
    FileOutput(const FileOutput &) = delete;
    FileOutput &operator=(const FileOutput &) = delete;
    /// Without commit() the target is as it was.
    ~FileOutput();

    /// @param atBytes length of the source the update was made for; Conflict if it changed.
    [[nodiscard]] Result<void> commit(const QByteArray &update, qint64 atBytes);

private:
    FileOutput() = default;
    [[nodiscard]] Result<void> appendAt(const QByteArray &update, qint64 atBytes) const;

    QString m_target;
    QByteArray m_temporary; ///< Empty when appending in place.
    int m_file = -1;
    std::future<int> m_copied; ///< errno of the copy.
};

} // namespace andu::pdf
