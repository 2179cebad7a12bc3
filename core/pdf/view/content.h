// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <optional>

namespace andu::pdf::view {

/// Opens the bytes of a document: a new random-access device for every call, already open for
/// reading. Called from any thread. Null when the bytes are gone.
using DeviceFactory = std::function<std::unique_ptr<QIODevice>()>;

/// The bytes of a document and the updates appended to them here. A value: copies share bytes.
class Content
{
public:
    Content() = default;
    explicit Content(DeviceFactory base);
    [[nodiscard]] static Content fromBytes(const QByteArray &bytes);

    /// This content followed by one more incremental update.
    [[nodiscard]] Content withUpdate(const QByteArray &appended) const;
    /// The first bytes only: a revision as it was signed.
    [[nodiscard]] Content prefix(qint64 sizeBytes) const;
    [[nodiscard]] bool isNull() const { return !m_base; }

    /// Storage when the bytes cannot be opened.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> open() const;
    [[nodiscard]] Result<QByteArray> readAll() const;

private:
    DeviceFactory m_base;
    QByteArray m_updates;
    std::optional<qint64> m_limitBytes;
};

} // namespace andu::pdf::view
