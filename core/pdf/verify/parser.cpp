// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/parser.h"

#include <algorithm>
#include <unordered_set>

namespace andu::pdf::verify {

namespace {

constexpr int MaxDepth = 100;
constexpr std::int64_t MaxDigits = 18;
constexpr std::size_t LongArray = 64;
constexpr std::size_t MaxReserved = 1'000'000;

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool hasRepeatedKey(const Value &dict)
{
    if (dict.entryCount() < 16) {
        for (std::size_t i = 0; i < dict.entryCount(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (dict.key(i) == dict.key(j)) {
                    return true;
                }
            }
        }
        return false;
    }
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < dict.entryCount(); ++i) {
        if (!seen.insert(dict.key(i)).second) {
            return true;
        }
    }
    return false;
}

} // namespace

int hexDigit(char byte)
{
    if (isDigit(byte)) {
        return byte - '0';
    }
    if (byte >= 'a' && byte <= 'f') {
        return byte - 'a' + 10;
    }
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

void Parser::skipSpace()
{
    while (m_position < size()) {
        if (isSpace(at(m_position))) {
            ++m_position;
            continue;
        }
        if (at(m_position) != '%') {
            return;
        }
        while (m_position < size() && at(m_position) != '\n' && at(m_position) != '\r') {
            ++m_position;
        }
    }
}

bool Parser::takeWord(std::string_view word)
{
    if (m_position > size()
        || m_bytes.substr(static_cast<std::size_t>(m_position), word.size()) != word) {
        return false;
    }
    const std::int64_t behind = m_position + static_cast<std::int64_t>(word.size());
    if (behind < size() && !isSpace(at(behind)) && !isDelimiter(at(behind))) {
        return false;
    }
    m_position = behind;
    return true;
}

std::optional<std::int64_t> Parser::takeInt()
{
    std::int64_t at = m_position;
    const bool isNegative = this->at(at) == '-';
    if (isNegative || this->at(at) == '+') {
        ++at;
    }
    const std::int64_t first = at;
    std::int64_t number = 0;
    while (at < size() && isDigit(this->at(at))) {
        if (at - first >= MaxDigits) {
            return std::nullopt;
        }
        number = 10 * number + (this->at(at) - '0');
        ++at;
    }
    if (at == first || (at < size() && !isSpace(this->at(at)) && !isDelimiter(this->at(at)))) {
        return std::nullopt;
    }
    m_position = at;
    return isNegative ? -number : number;
}

std::optional<Value> Parser::takeObject()
{
    return take(0);
}

std::optional<Value> Parser::take(int depth)
{
    skipSpace();
    if (depth > MaxDepth || --m_budget < 0 || atEnd()) {
        return std::nullopt;
    }
    const std::int64_t begin = m_position;
    const char first = at(m_position);
    std::optional<Value> value;
    if (first == '/') {
        value = takeName();
    } else if (first == '(') {
        value = takeLiteral();
    } else if (first == '<' && at(m_position + 1) == '<') {
        value = takeDict(depth);
    } else if (first == '<') {
        value = takeHex();
    } else if (first == '[') {
        value = takeArray(depth);
    } else if (isDigit(first) || first == '+' || first == '-' || first == '.') {
        value = takeNumberOrRef();
    } else {
        value = takeConstant();
    }
    if (value) {
        value->begin = begin;
        value->end = m_position;
    }
    return value;
}

std::optional<Value> Parser::takeConstant()
{
    Value value;
    if (takeWord("null")) {
        return value;
    }
    value.kind = Value::Kind::Bool;
    if (takeWord("true")) {
        value.number = 1;
        return value;
    }
    if (takeWord("false")) {
        return value;
    }
    return std::nullopt;
}

std::optional<Value> Parser::takeNumberOrRef()
{
    Value value;
    const std::int64_t begin = m_position;
    if (const auto number = takeInt()) {
        value.kind = Value::Kind::Int;
        value.number = *number;
        // `N G R`: look ahead without comments, as other readers do.
        const std::int64_t behind = m_position;
        if (*number >= 0 && at(begin) != '+') {
            while (!atEnd() && isSpace(at(m_position))) {
                ++m_position;
            }
            const auto generation = isDigit(at(m_position)) ? takeInt() : std::nullopt;
            while (generation && !atEnd() && isSpace(at(m_position))) {
                ++m_position;
            }
            if (generation && *generation <= 65535 && takeWord("R")) {
                value.kind = Value::Kind::Reference;
                value.generation = static_cast<std::int32_t>(*generation);
                return value;
            }
        }
        m_position = behind;
        return value;
    }
    std::int64_t digits = 0;
    while (!atEnd() && !isSpace(at(m_position)) && !isDelimiter(at(m_position))) {
        const char byte = at(m_position);
        if (!isDigit(byte) && byte != '.' && byte != '-' && byte != '+') {
            return std::nullopt;
        }
        digits += isDigit(byte) ? 1 : 0;
        ++m_position;
    }
    if (m_position - begin > 400 || (digits == 0 && m_position - begin > 1)) {
        return std::nullopt;
    }
    value.kind = Value::Kind::Real;
    value.text = std::string(m_bytes.substr(static_cast<std::size_t>(begin),
                                            static_cast<std::size_t>(m_position - begin)));
    return value;
}

std::optional<Value> Parser::takeName()
{
    Value value;
    value.kind = Value::Kind::Name;
    ++m_position;
    while (!atEnd() && !isSpace(at(m_position)) && !isDelimiter(at(m_position))) {
        char byte = at(m_position++);
        if (byte == '#' && hexDigit(at(m_position)) >= 0 && hexDigit(at(m_position + 1)) >= 0) {
            byte = static_cast<char>(16 * hexDigit(at(m_position)) + hexDigit(at(m_position + 1)));
            m_position += 2;
        }
        value.text.push_back(byte);
    }
    return value;
}

void Parser::takeEscape(std::string &out)
{
    const char byte = at(m_position++);
    switch (byte) {
    case 'n':
        out.push_back('\n');
        return;
    case 'r':
        out.push_back('\r');
        return;
    case 't':
        out.push_back('\t');
        return;
    case 'b':
        out.push_back('\b');
        return;
    case 'f':
        out.push_back('\f');
        return;
    case '\r':
        m_position += at(m_position) == '\n' ? 1 : 0;
        return;
    case '\n':
        return;
    default:
        break;
    }
    if (byte < '0' || byte > '7') {
        out.push_back(byte);
        return;
    }
    int code = byte - '0';
    for (int i = 0; i < 2 && at(m_position) >= '0' && at(m_position) <= '7'; ++i) {
        code = 8 * code + (at(m_position++) - '0');
    }
    out.push_back(static_cast<char>(code & 0xff));
}

std::optional<Value> Parser::takeLiteral()
{
    Value value;
    value.kind = Value::Kind::String;
    ++m_position;
    int depth = 1;
    while (!atEnd()) {
        const char byte = at(m_position++);
        if (byte == '\\') {
            takeEscape(value.text);
            continue;
        }
        depth += byte == '(' ? 1 : byte == ')' ? -1 : 0;
        if (depth == 0) {
            return value;
        }
        if (byte == '\r') { // any end of line counts as one line feed
            m_position += at(m_position) == '\n' ? 1 : 0;
            value.text.push_back('\n');
            continue;
        }
        value.text.push_back(byte);
    }
    return std::nullopt;
}

std::optional<Value> Parser::takeHex()
{
    Value value;
    value.kind = Value::Kind::String;
    value.isHexString = true;
    ++m_position;
    int high = -1;
    while (!atEnd()) {
        const char byte = at(m_position++);
        if (byte == '>') {
            if (high >= 0) {
                value.text.push_back(static_cast<char>(16 * high));
            }
            return value;
        }
        const int digit = hexDigit(byte);
        if (digit < 0 && !isSpace(byte)) {
            return std::nullopt;
        }
        if (digit < 0) {
            continue;
        }
        if (high < 0) {
            high = digit;
            continue;
        }
        value.text.push_back(static_cast<char>(16 * high + digit));
        high = -1;
    }
    return std::nullopt;
}

std::optional<Value> Parser::takeArray(int depth)
{
    Value value;
    value.kind = Value::Kind::Array;
    const std::int64_t begin = m_position++;
    for (;;) {
        skipSpace();
        if (at(m_position) == ']' && !atEnd()) {
            ++m_position;
            return value;
        }
        auto item = take(depth + 1);
        if (!item) {
            return std::nullopt;
        }
        value.hasDuplicateKeys |= item->hasDuplicateKeys;
        value.items.push_back(std::move(*item));
        if (value.items.size() == LongArray) {
            reserveArray(value, begin);
        }
    }
}

/// Long lists are mostly of one kind: makes room for the rest, judging by the beginning.
void Parser::reserveArray(Value &value, std::int64_t begin) const
{
    const auto end = m_bytes.find(']', static_cast<std::size_t>(m_position));
    const auto used = static_cast<std::size_t>(m_position - begin);
    if (end != Bytes::npos) {
        const std::size_t rest = (end - static_cast<std::size_t>(m_position)) * LongArray / used;
        value.items.reserve(std::min(LongArray + rest + rest / 16, MaxReserved));
    }
}

std::optional<Value> Parser::takeDict(int depth)
{
    Value value;
    value.kind = Value::Kind::Dict;
    m_position += 2;
    for (;;) {
        skipSpace();
        if (at(m_position) == '>' && at(m_position + 1) == '>') {
            m_position += 2;
            value.hasDuplicateKeys |= hasRepeatedKey(value);
            return value;
        }
        if (at(m_position) != '/') {
            return std::nullopt;
        }
        auto name = take(depth + 1);
        auto item = name ? take(depth + 1) : std::nullopt;
        if (!item) {
            return std::nullopt;
        }
        value.hasDuplicateKeys |= item->hasDuplicateKeys;
        value.items.push_back(std::move(*name));
        value.items.push_back(std::move(*item));
    }
}

bool Parser::takeStream(Indirect &object, const LengthOf &lengthOf)
{
    if (at(m_position) == '\r') {
        ++m_position;
    }
    if (at(m_position) == '\n') {
        ++m_position;
    }
    Value &value = object.value;
    value.kind = Value::Kind::Stream;
    value.dataBegin = m_position;
    const Value &length = value.at("Length");
    std::optional<std::int64_t> declared;
    if (length.isInt()) {
        declared = length.number;
    } else if (length.isRef() && lengthOf) {
        declared = lengthOf(length.ref());
    }
    if (declared && *declared >= 0 && *declared <= size() - m_position) {
        m_position += *declared;
        while (!atEnd() && isSpace(at(m_position))) {
            ++m_position;
        }
        if (takeWord("endstream")) {
            value.dataSize = *declared;
            return true;
        }
    }
    object.hasExactLength = false;
    const auto found = m_bytes.find("endstream", static_cast<std::size_t>(value.dataBegin));
    if (found == Bytes::npos) {
        return false;
    }
    auto last = static_cast<std::int64_t>(found);
    m_position = last + 9;
    if (last > value.dataBegin && at(last - 1) == '\n') {
        --last;
    }
    if (last > value.dataBegin && at(last - 1) == '\r') {
        --last;
    }
    value.dataSize = last - value.dataBegin;
    return true;
}

std::optional<Parser::Indirect> Parser::takeIndirect(const LengthOf &lengthOf)
{
    Indirect object;
    skipSpace();
    object.begin = m_position;
    const auto number = takeInt();
    skipSpace();
    const auto generation = number ? takeInt() : std::nullopt;
    skipSpace();
    if (!generation || *number < 0 || *generation < 0 || !takeWord("obj")) {
        return std::nullopt;
    }
    object.ref = { *number, *generation };
    skipSpace();
    if (takeWord("endobj")) { // an empty object is null
        object.end = m_position;
        object.isClosed = true;
        return object;
    }
    auto value = takeObject();
    if (!value) {
        return std::nullopt;
    }
    object.value = std::move(*value);
    skipSpace();
    if (object.value.kind == Value::Kind::Dict && takeWord("stream")
        && !takeStream(object, lengthOf)) {
        return std::nullopt;
    }
    skipSpace();
    object.isClosed = takeWord("endobj");
    object.end = m_position;
    object.value.end = m_position;
    return object;
}

} // namespace andu::pdf::verify
