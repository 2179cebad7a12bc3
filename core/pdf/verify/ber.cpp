// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/ber.h"

#include <chrono>

namespace andu::pdf::verify {

namespace {

constexpr int MaxDepth = 40;

struct Header
{
    Asn1 element;
    std::size_t size = 0; ///< Of tag and length.
    std::size_t length = 0; ///< Of the content, when definite.
};

std::optional<Header> readHeader(std::string_view bytes)
{
    if (bytes.size() < 2) {
        return std::nullopt;
    }
    Header header;
    const auto byteAt = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const unsigned first = byteAt(0);
    header.element.tagClass = first >> 6U;
    header.element.isConstructed = (first & 0x20U) != 0;
    header.element.tag = first & 0x1fU;
    std::size_t at = 1;
    if (header.element.tag == 0x1f) { // high tags do not occur in these structures
        return std::nullopt;
    }
    const unsigned length = byteAt(at++);
    if (length == 0x80) {
        header.element.isIndefinite = true;
    } else if (length < 0x80) {
        header.length = length;
    } else {
        const std::size_t count = length & 0x7fU;
        if (count > 4 || at + count > bytes.size()) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < count; ++i) {
            header.length = (header.length << 8U) | byteAt(at++);
        }
    }
    header.size = at;
    return header;
}

std::optional<Asn1> parse(std::string_view bytes, int depth, int &budget)
{
    auto header = readHeader(bytes);
    if (!header || depth > MaxDepth || --budget < 0) {
        return std::nullopt;
    }
    Asn1 element = std::move(header->element);
    const bool isIndefinite = element.isIndefinite;
    if ((isIndefinite && !element.isConstructed)
        || (!isIndefinite && header->length > bytes.size() - header->size)) {
        return std::nullopt;
    }
    std::string_view rest
        = isIndefinite ? bytes.substr(header->size) : bytes.substr(header->size, header->length);
    const std::string_view body = rest;
    while (element.isConstructed) {
        if (rest.empty()) {
            if (isIndefinite) {
                return std::nullopt;
            }
            break;
        }
        if (isIndefinite && rest.size() >= 2 && rest[0] == 0 && rest[1] == 0) {
            break;
        }
        auto child = parse(rest, depth + 1, budget);
        if (!child) {
            return std::nullopt;
        }
        rest.remove_prefix(child->whole.size());
        element.isIndefinite |= child->isIndefinite;
        element.children.push_back(std::move(*child));
    }
    const std::size_t used = isIndefinite ? body.size() - rest.size() : body.size();
    element.content = body.substr(0, used);
    element.whole = bytes.substr(0, header->size + used + (isIndefinite ? 2 : 0));
    return element;
}

} // namespace

const Asn1 &Asn1::child(std::size_t index) const
{
    static const Asn1 none{ .tagClass = 3,
                            .tag = 99,
                            .isConstructed = false,
                            .isIndefinite = false,
                            .whole = {},
                            .content = {},
                            .children = {} };
    return index < children.size() ? children[index] : none;
}

std::string Asn1::oid() const
{
    if (!is(6) || content.empty()) {
        return {};
    }
    std::string text;
    std::uint64_t arc = 0;
    for (const char byte : content) {
        if (arc > (std::uint64_t{ 1 } << 50U)) {
            return {};
        }
        arc = (arc << 7U) | (static_cast<unsigned char>(byte) & 0x7fU);
        if ((static_cast<unsigned char>(byte) & 0x80U) != 0) {
            continue;
        }
        if (text.empty()) {
            const std::uint64_t top = arc < 80 ? arc / 40 : 2;
            text = std::to_string(top) + '.' + std::to_string(arc - 40 * top);
        } else {
            text += '.' + std::to_string(arc);
        }
        arc = 0;
    }
    return text;
}

std::string Asn1::octets() const
{
    if (!isConstructed) {
        return std::string(content);
    }
    std::string joined;
    for (const Asn1 &part : children) {
        if (part.is(4)) {
            joined += part.octets();
        }
    }
    return joined;
}

std::string Asn1::bits() const
{
    const bool isWhole = is(3) && !isConstructed && !content.empty() && content.front() == 0;
    return isWhole ? std::string(content.substr(1)) : std::string();
}

std::optional<std::int64_t> Asn1::smallInteger() const
{
    if ((!is(2) && !is(10)) || content.empty() || content.size() > 7) {
        return std::nullopt;
    }
    std::int64_t value = static_cast<signed char>(content.front());
    for (const char byte : content.substr(1)) {
        value = value * 256 + static_cast<unsigned char>(byte);
    }
    return value;
}

std::optional<Asn1> parseBer(std::string_view bytes, std::size_t *consumed)
{
    int budget = 200'000;
    auto element = parse(bytes, 0, budget);
    if (element && consumed != nullptr) {
        *consumed = element->whole.size();
    }
    return element;
}

std::string derWrap(unsigned char tagByte, std::string_view content)
{
    std::string out(1, static_cast<char>(tagByte));
    if (content.size() < 0x80) {
        out.push_back(static_cast<char>(content.size()));
    } else {
        std::string length;
        for (std::size_t rest = content.size(); rest > 0; rest >>= 8U) {
            length.insert(length.begin(), static_cast<char>(rest & 255U));
        }
        out.push_back(static_cast<char>(0x80U | length.size()));
        out += length;
    }
    return out.append(content);
}

std::string toDefinite(const Asn1 &element)
{
    if (!element.isIndefinite) {
        return std::string(element.whole);
    }
    if (element.is(4)) {
        return derWrap(4, element.octets());
    }
    std::string body;
    for (const Asn1 &child : element.children) {
        body += toDefinite(child);
    }
    return derWrap(static_cast<unsigned char>(element.whole.front()), body);
}

std::optional<std::int64_t> timeOf(const Asn1 &element)
{
    const bool isShort = element.is(23);
    if (!isShort && !element.is(24)) {
        return std::nullopt;
    }
    std::string_view text = element.content;
    std::size_t at = 0;
    const auto take = [&](std::size_t count) -> int {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i, ++at) {
            if (at >= text.size() || text[at] < '0' || text[at] > '9') {
                return -1;
            }
            value = 10 * value + (text[at] - '0');
        }
        return value;
    };
    int year = take(isShort ? 2 : 4);
    if (isShort && year >= 0) {
        year += year < 50 ? 2000 : 1900;
    }
    const int month = take(2);
    const int day = take(2);
    const int hour = take(2);
    const int minute = take(2);
    const bool hasSeconds = at < text.size() && text[at] >= '0' && text[at] <= '9';
    const int second = hasSeconds ? take(2) : 0;
    using namespace std::chrono;
    if (year < 0 || month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0) {
        return std::nullopt;
    }
    const year_month_day date{ std::chrono::year(year),
                               std::chrono::month(static_cast<unsigned>(month)),
                               std::chrono::day(static_cast<unsigned>(day)) };
    if (!date.ok() || hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    return sys_days(date).time_since_epoch().count() * std::int64_t{ 86400 } + hour * 3600
        + minute * 60 + second;
}

} // namespace andu::pdf::verify
