// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>

namespace andu::crypto {

/// Bytes of a secret: wiped when released, locked into memory when the system allows, movable but
/// not copyable.
class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size);
    explicit SecureBytes(QByteArrayView bytes);
    SecureBytes(SecureBytes &&other) noexcept;
    SecureBytes &operator=(SecureBytes &&other) noexcept;
    SecureBytes(const SecureBytes &) = delete;
    SecureBytes &operator=(const SecureBytes &) = delete;
    ~SecureBytes();

    [[nodiscard]] unsigned char *data() { return m_data; }
    [[nodiscard]] const unsigned char *data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Valid as long as this object; copy it only into another SecureBytes.
    [[nodiscard]] QByteArrayView view() const;
    [[nodiscard]] SecureBytes clone() const { return SecureBytes(view()); }

private:
    void release();

    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites the buffer of @p bytes, if it is not shared, and empties it.
void wipe(QByteArray &bytes);

} // namespace andu::crypto
