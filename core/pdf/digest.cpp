// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/digest.h"

#include "core/base/literals.h"

#include <array>

namespace andu::pdf {

namespace {

constexpr qint64 BlockBytes = 1 << 20;

} // namespace

const EVP_MD *evpOf(DigestKind kind)
{
    switch (kind) {
    case DigestKind::Sha256:
        return EVP_sha256();
    case DigestKind::Sha384:
        return EVP_sha384();
    case DigestKind::Sm3:
        return EVP_sm3();
    }
    return EVP_sha256();
}

QByteArray digestOf(DigestKind kind, QByteArrayView bytes)
{
    Digest digest(kind);
    digest.add(bytes);
    return digest.finish();
}

Digest::Digest(DigestKind kind)
    : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context.get(), evpOf(kind), nullptr);
}

void Digest::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size()));
}

Result<void> Digest::addDevice(QIODevice &device, qint64 size, const std::atomic_bool *cancel)
{
    if (!device.seek(0)) {
        return fail(ErrorCode::Storage, u"the file cannot be read"_s);
    }
    QByteArray block(std::min(size, BlockBytes), Qt::Uninitialized);
    while (size > 0) {
        if (cancel != nullptr && cancel->load()) {
            return fail(ErrorCode::Cancelled, u"cancelled while hashing"_s);
        }
        const qint64 got = device.read(block.data(), std::min(size, BlockBytes));
        if (got <= 0) {
            return fail(ErrorCode::Storage, u"the file ended early"_s);
        }
        add(QByteArrayView(block).first(got));
        size -= got;
    }
    return {};
}

Digest Digest::copy() const
{
    Digest other(DigestKind::Sha256);
    EVP_MD_CTX_copy_ex(other.m_context.get(), m_context.get());
    return other;
}

QByteArray Digest::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), bytes.data(), &size);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), int(size));
}

} // namespace andu::pdf
