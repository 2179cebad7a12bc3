// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/openssl_types.h"
#include "core/pdf/signer.h"

#include <QIODevice>

#include <atomic>

namespace andu::pdf {

[[nodiscard]] const EVP_MD *evpOf(DigestKind kind);
[[nodiscard]] QByteArray digestOf(DigestKind kind, QByteArrayView bytes);

/// A digest fed piece by piece.
class Digest
{
public:
    explicit Digest(DigestKind kind);

    void add(QByteArrayView bytes);
    /// The first @p size bytes of @p device, read once in large blocks. Cancelled when told so.
    [[nodiscard]] Result<void>
    addDevice(QIODevice &device, qint64 size, const std::atomic_bool *cancel = nullptr);
    [[nodiscard]] QByteArray finish();
    /// The same state, to go on from here more than once.
    [[nodiscard]] Digest copy() const;

private:
    DigestContextPtr m_context;
};

} // namespace andu::pdf
