// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/parser.h"

namespace andu::pdf::verify {

/// The standard security handler, reading only: RC4 and AES, revisions 2 to 6.
/// ISO 32000-2, 7.6.
class Decryptor
{
public:
    /// @param encrypt the /Encrypt dictionary with everything direct. @param firstId of /ID.
    /// @return nullopt when the password opens nothing or the handler is not known.
    [[nodiscard]] static std::optional<Decryptor>
    open(const Value &encrypt, Bytes firstId, Bytes password);

    /// Decrypts every string of a freshly parsed object; /Contents of signatures stays as it is.
    void decryptStrings(Value &value, Ref owner) const;
    [[nodiscard]] std::string decryptStream(Bytes raw, const Value &dict, Ref owner) const;

private:
    enum class Method { None, Rc4, Aes128, Aes256 };

    [[nodiscard]] static Method methodOf(const Value &encrypt, std::string_view which);
    [[nodiscard]] std::string decrypt(Bytes data, Method method, Ref owner) const;

    std::string m_key;
    Method m_strings = Method::Rc4;
    Method m_streams = Method::Rc4;
    bool m_encryptsMetadata = true;
};

} // namespace andu::pdf::verify
