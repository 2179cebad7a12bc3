// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/value.h"

#include <functional>

namespace andu::pdf::verify {

using Bytes = std::string_view;

[[nodiscard]] inline bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f'
        || byte == '\0';
}
[[nodiscard]] inline bool isDelimiter(char byte)
{
    return byte == '(' || byte == ')' || byte == '<' || byte == '>' || byte == '[' || byte == ']'
        || byte == '{' || byte == '}' || byte == '/' || byte == '%';
}
[[nodiscard]] int hexDigit(char byte); ///< -1 when it is none.

/// Reads PDF objects out of bytes that may be hostile: bounded depth, bounded count, no exception,
/// no read outside. ISO 32000-2, 7.2 and 7.3.
class Parser
{
public:
    /// Gives the value of an indirect /Length; nullopt when unknown.
    using LengthOf = std::function<std::optional<std::int64_t>(Ref)>;

    explicit Parser(Bytes bytes, std::int64_t position = 0)
        : m_bytes(bytes)
        , m_position(position)
    { }

    [[nodiscard]] std::int64_t position() const { return m_position; }
    void seek(std::int64_t position) { m_position = position; }
    [[nodiscard]] bool atEnd() const { return m_position >= size(); }
    /// Skips white space and comments.
    void skipSpace();
    /// Takes the keyword if it stands here as a whole token.
    [[nodiscard]] bool takeWord(std::string_view word);
    [[nodiscard]] std::optional<std::int64_t> takeInt();
    /// Calls @p found for every reference of the dictionary or array that begins here, with the
    /// key it stands under; @p key counts outside of dictionaries. Takes the same tokens as
    /// takeObject() but makes no values.
    /// @return false when it is neither, or not as expected: then it must be parsed.
    [[nodiscard]] bool
    scanReferences(std::string_view key,
                   const std::function<void(std::int64_t, std::string_view)> &found);
    /// One object without stream; nullopt when the syntax is broken or a limit is passed.
    [[nodiscard]] std::optional<Value> takeObject();

    struct Indirect
    {
        Ref ref;
        std::int64_t begin = 0;
        std::int64_t end = 0; ///< Behind `endobj`, or behind the value when it is missing.
        bool isClosed = false; ///< `endobj` follows.
        bool hasExactLength = true; ///< Stream only: /Length leads to `endstream`.
        Value value;
    };
    /// `N G obj … endobj`. A stream with a wrong /Length ends at the next `endstream`.
    [[nodiscard]] std::optional<Indirect> takeIndirect(const LengthOf &lengthOf);

private:
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(m_bytes.size()); }
    [[nodiscard]] char at(std::int64_t position) const
    {
        return position < size() ? m_bytes[static_cast<std::size_t>(position)] : '\0';
    }
    [[nodiscard]] std::optional<Value> take(int depth);
    [[nodiscard]] std::optional<Value> takeNumberOrRef();
    [[nodiscard]] std::optional<Value> takeName();
    [[nodiscard]] std::optional<Value> takeLiteral();
    [[nodiscard]] std::optional<Value> takeHex();
    [[nodiscard]] std::optional<Value> takeArray(int depth);
    [[nodiscard]] std::optional<Value> takeDict(int depth);
    [[nodiscard]] std::optional<Value> takeConstant();
    void reserveArray(Value &value, std::int64_t begin) const;
    void takeEscape(std::string &out);
    [[nodiscard]] bool skipString();
    [[nodiscard]] bool takeStream(Indirect &object, const LengthOf &lengthOf);

    Bytes m_bytes;
    std::int64_t m_position = 0;
    std::int64_t m_budget = 4'000'000; ///< Values one parser may make.
};

} // namespace andu::pdf::verify
