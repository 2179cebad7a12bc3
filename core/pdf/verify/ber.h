// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace andu::pdf::verify {

/// One element of BER (X.690) with its children; views into the bytes it was read from.
struct Asn1
{
    unsigned tagClass = 0; ///< 0 universal, 2 context.
    unsigned tag = 0;
    bool isConstructed = false;
    bool isIndefinite = false; ///< Here or inside; then the bytes are not DER.
    std::string_view whole; ///< With tag and length.
    std::string_view content; ///< Without tag, length and end-of-contents.
    std::vector<Asn1> children;

    [[nodiscard]] bool is(unsigned universalTag) const
    {
        return tagClass == 0 && tag == universalTag;
    }
    [[nodiscard]] bool isContext(unsigned number) const { return tagClass == 2 && tag == number; }
    [[nodiscard]] bool isSequence() const { return is(16) && isConstructed; }
    [[nodiscard]] bool isSet() const { return is(17) && isConstructed; }
    /// Child by index; an element of class 3 when there is none.
    [[nodiscard]] const Asn1 &child(std::size_t index) const;
    /// Dotted text of an OBJECT IDENTIFIER; empty when it is none.
    [[nodiscard]] std::string oid() const;
    /// Bytes of an OCTET STRING, also when split into parts.
    [[nodiscard]] std::string octets() const;
    /// Bytes of a BIT STRING whose length is whole bytes.
    [[nodiscard]] std::string bits() const;
    [[nodiscard]] std::optional<std::int64_t> smallInteger() const;
};

/// Parses the element at the start of hostile bytes; @p consumed gets its size with header.
[[nodiscard]] std::optional<Asn1> parseBer(std::string_view bytes, std::size_t *consumed = nullptr);

/// The result views into the bytes: a temporary would be gone.
std::optional<Asn1> parseBer(std::string &&bytes, std::size_t *consumed = nullptr) = delete;

/// DER header for a tag byte and a content.
[[nodiscard]] std::string derWrap(unsigned char tagByte, std::string_view content);

/// The element with definite lengths; the order of sets stays.
[[nodiscard]] std::string toDefinite(const Asn1 &element);

/// Seconds since 1970 of a UTCTime or GeneralizedTime in UTC; nullopt when it is not one.
[[nodiscard]] std::optional<std::int64_t> timeOf(const Asn1 &element);

} // namespace andu::pdf::verify
