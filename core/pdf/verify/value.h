// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace andu::pdf::verify {

/// Number and generation of an indirect object.
struct Ref
{
    std::int64_t number = 0;
    std::int64_t generation = 0;

    friend auto operator<=>(const Ref &, const Ref &) = default;
};

/// One PDF object as parsed, with the file offsets it was read from.
/// A dictionary keeps its entries in file order as name, value, name, value; so does the
/// dictionary of a stream.
struct Value
{
    enum class Kind { Null, Bool, Int, Real, String, Name, Array, Dict, Stream, Reference };

    Kind kind = Kind::Null;
    bool isHexString = false;
    bool hasDuplicateKeys = false; ///< Here or anywhere inside; readers differ on which one counts.
    std::int32_t generation = 0; ///< Of a reference.
    std::int64_t number = 0; ///< Integer, bool, or object number of a reference.
    std::int64_t begin = 0; ///< Offset of the first byte of the token.
    std::int64_t end = 0; ///< Offset behind the last one.
    std::int64_t dataBegin = 0; ///< Stream only: its raw bytes.
    std::int64_t dataSize = 0;
    std::string text; ///< Name without slash, decoded string, or a real number as written.
    std::vector<Value> items;

    [[nodiscard]] bool isNull() const { return kind == Kind::Null; }
    [[nodiscard]] bool isInt() const { return kind == Kind::Int; }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Int || kind == Kind::Real; }
    [[nodiscard]] bool isString() const { return kind == Kind::String; }
    [[nodiscard]] bool isName() const { return kind == Kind::Name; }
    [[nodiscard]] bool isName(std::string_view name) const { return isName() && text == name; }
    [[nodiscard]] bool isArray() const { return kind == Kind::Array; }
    [[nodiscard]] bool isStream() const { return kind == Kind::Stream; }
    [[nodiscard]] bool isDict() const { return kind == Kind::Dict || kind == Kind::Stream; }
    [[nodiscard]] bool isRef() const { return kind == Kind::Reference; }
    [[nodiscard]] Ref ref() const { return { number, generation }; }
    [[nodiscard]] double real() const;

    /// Entry of a dictionary as written (a reference is not followed); null when there is none.
    [[nodiscard]] const Value &at(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return !at(key).isNull(); }
    [[nodiscard]] std::size_t entryCount() const { return items.size() / 2; }
    [[nodiscard]] const std::string &key(std::size_t entry) const { return items[2 * entry].text; }
    [[nodiscard]] const Value &entry(std::size_t entry) const { return items[2 * entry + 1]; }
};

[[nodiscard]] const Value &nullValue();

/// Finds entries of a dictionary that may be huge; it must outlive this.
class DictLookup
{
public:
    explicit DictLookup(const Value &dict);
    [[nodiscard]] const Value &at(std::string_view key) const;

private:
    const Value &m_dict;
    std::unordered_map<std::string_view, const Value *> m_index; ///< Empty for small ones.
};

/// Same meaning without following references: numbers by value, dictionaries in any order.
/// Streams are equal only in their dictionaries; compare their bytes apart.
[[nodiscard]] bool sameValue(const Value &left, const Value &right);

} // namespace andu::pdf::verify
