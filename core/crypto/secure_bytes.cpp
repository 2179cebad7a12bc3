// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secure_bytes.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace andu::crypto {

SecureBytes::SecureBytes(std::size_t size)
{
    if (size == 0 || sodium_init() < 0) {
        return;
    }
    m_data = static_cast<unsigned char *>(sodium_malloc(size));
    if (m_data != nullptr) {
        m_size = size;
        std::memset(m_data, 0, size);
    }
}

SecureBytes::SecureBytes(QByteArrayView bytes)
    : SecureBytes(static_cast<std::size_t>(bytes.size()))
{
    if (m_size > 0) {
        std::memcpy(m_data, bytes.data(), m_size);
    }
}

SecureBytes::SecureBytes(SecureBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{ }

SecureBytes &SecureBytes::operator=(SecureBytes &&other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes::~SecureBytes()
{
    release();
}

QByteArrayView SecureBytes::view() const
{
    return { reinterpret_cast<const char *>(m_data), static_cast<qsizetype>(m_size) };
}

void SecureBytes::release()
{
    if (m_data != nullptr) {
        sodium_free(m_data);
    }
    m_data = nullptr;
    m_size = 0;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached()) {
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

} // namespace andu::crypto
