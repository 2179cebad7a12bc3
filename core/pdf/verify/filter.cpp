// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/filter.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>

namespace andu::pdf::verify {

namespace {

using Decoded = std::optional<std::string>;

Decoded inflateAll(Bytes raw, std::size_t limit)
{
    z_stream zip{};
    if (inflateInit(&zip) != Z_OK) {
        return std::nullopt;
    }
    std::string out;
    std::string block(1U << 16U, '\0');
    zip.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(raw.data()));
    zip.avail_in = static_cast<uInt>(std::min<std::size_t>(raw.size(), 0xffffffffU));
    int state = Z_OK;
    while (state == Z_OK) {
        zip.next_out = reinterpret_cast<Bytef *>(block.data());
        zip.avail_out = static_cast<uInt>(block.size());
        state = inflate(&zip, Z_NO_FLUSH);
        out.append(block.data(), block.size() - zip.avail_out);
        if (out.size() > limit) {
            state = Z_MEM_ERROR;
        }
    }
    inflateEnd(&zip);
    if (state != Z_STREAM_END) {
        return std::nullopt;
    }
    return out;
}

/// LZW of TIFF and PDF: codes of 9 to 12 bits, most significant bit first.
Decoded lzwAll(Bytes raw, std::size_t limit, int early)
{
    constexpr unsigned Clear = 256;
    constexpr unsigned Finish = 257;
    std::vector<std::string> table;
    std::string out;
    unsigned width = 9;
    unsigned long bits = 0;
    unsigned held = 0;
    std::string last;
    for (const char byte : raw) {
        bits = (bits << 8U) | static_cast<unsigned char>(byte);
        held += 8;
        if (held < width) {
            continue;
        }
        held -= width;
        const auto code = static_cast<unsigned>((bits >> held) & ((1UL << width) - 1));
        if (code == Finish) {
            break;
        }
        if (code == Clear) {
            table.clear();
            width = 9;
            last.clear();
            continue;
        }
        std::string entry;
        if (code < 256) {
            entry = static_cast<char>(code);
        } else if (code - 258 < table.size()) {
            entry = table[code - 258];
        } else if (code - 258 == table.size() && !last.empty()) {
            entry = last + last.front();
        } else {
            return std::nullopt;
        }
        if (!last.empty() && table.size() < 4096) {
            table.push_back(last + entry.front());
        }
        out += entry;
        last = std::move(entry);
        if (out.size() > limit) {
            return std::nullopt;
        }
        const std::size_t next = table.size() + 258 + static_cast<std::size_t>(early);
        width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
    }
    return out;
}

Decoded asciiHex(Bytes raw)
{
    std::string out;
    int high = -1;
    for (const char byte : raw) {
        if (byte == '>') {
            break;
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
        out.push_back(static_cast<char>(16 * high + digit));
        high = -1;
    }
    if (high >= 0) {
        out.push_back(static_cast<char>(16 * high));
    }
    return out;
}

Decoded ascii85(Bytes raw)
{
    std::string out;
    std::uint64_t group = 0;
    int count = 0;
    const auto flush = [&](int bytes) {
        for (int i = 0; i < bytes; ++i) {
            out.push_back(
                static_cast<char>((group >> (24U - 8U * static_cast<unsigned>(i))) & 255));
        }
        group = 0;
        count = 0;
    };
    for (const char byte : raw) {
        if (byte == '~') {
            break;
        }
        if (isSpace(byte)) {
            continue;
        }
        if (byte == 'z' && count == 0) {
            out.append(4, '\0');
            continue;
        }
        if (byte < '!' || byte > 'u') {
            return std::nullopt;
        }
        group = group * 85 + static_cast<std::uint64_t>(byte - '!');
        if (++count == 5) {
            flush(4);
        }
    }
    if (count == 1) {
        return std::nullopt;
    }
    if (count > 1) {
        const int have = count - 1;
        while (count++ < 5) {
            group = group * 85 + 84;
        }
        flush(have);
    }
    return out;
}

std::int64_t intOr(const Value &dict, std::string_view key, std::int64_t fallback)
{
    const Value &value = dict.at(key);
    return value.isInt() ? value.number : fallback;
}

unsigned char paeth(int left, int up, int corner)
{
    const int guess = left + up - corner;
    const int a = std::abs(guess - left);
    const int b = std::abs(guess - up);
    const int c = std::abs(guess - corner);
    return static_cast<unsigned char>(a <= b && a <= c ? left : b <= c ? up : corner);
}

void undoPngRow(int kind, std::string &row, const std::string &above, std::size_t step)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int left = i >= step ? static_cast<unsigned char>(row[i - step]) : 0;
        const int up = static_cast<unsigned char>(above[i]);
        const int corner = i >= step ? static_cast<unsigned char>(above[i - step]) : 0;
        const int add = kind == 1 ? left
            : kind == 2           ? up
            : kind == 3           ? (left + up) / 2
            : kind == 4           ? paeth(left, up, corner)
                                  : 0;
        row[i] = static_cast<char>((static_cast<unsigned char>(row[i]) + add) & 255);
    }
}

Decoded undoPredictor(std::string data, const Value &parms)
{
    const std::int64_t predictor = intOr(parms, "Predictor", 1);
    if (predictor == 1) {
        return data;
    }
    const std::int64_t colors = intOr(parms, "Colors", 1);
    const std::int64_t depth = intOr(parms, "BitsPerComponent", 8);
    const std::int64_t columns = intOr(parms, "Columns", 1);
    if (predictor < 10 || colors < 1 || colors > 32 || depth < 1 || depth > 16 || columns < 1
        || columns > 1'000'000) {
        return std::nullopt; // the TIFF predictor is used for pictures only
    }
    const auto width = static_cast<std::size_t>((colors * depth * columns + 7) / 8);
    const auto step = static_cast<std::size_t>(std::max<std::int64_t>(1, colors * depth / 8));
    std::string out;
    out.reserve(data.size());
    std::string above(width, '\0');
    for (std::size_t at = 0; at + 1 < data.size(); at += width + 1) {
        std::string row = data.substr(at + 1, width);
        row.resize(width, '\0');
        undoPngRow(data[at], row, above, step);
        out += row;
        above = std::move(row);
    }
    return out;
}

Decoded undoOne(std::string_view name, Bytes raw, const Value &parms, std::size_t limit)
{
    if (name == "FlateDecode" || name == "Fl") {
        auto data = inflateAll(raw, limit);
        return data ? undoPredictor(std::move(*data), parms) : std::nullopt;
    }
    if (name == "LZWDecode" || name == "LZW") {
        const int early = static_cast<int>(intOr(parms, "EarlyChange", 1) == 0 ? 0 : 1);
        auto data = lzwAll(raw, limit, early);
        return data ? undoPredictor(std::move(*data), parms) : std::nullopt;
    }
    if (name == "ASCIIHexDecode" || name == "AHx") {
        return asciiHex(raw);
    }
    if (name == "ASCII85Decode" || name == "A85") {
        return ascii85(raw);
    }
    if (name == "Crypt" && (parms.isNull() || parms.at("Name").isName("Identity"))) {
        return std::string(raw);
    }
    return std::nullopt;
}

} // namespace

Decoded decodeStream(Bytes raw, const Value &dict, std::size_t limitBytes)
{
    const Value &filter = dict.at("Filter");
    const Value &parms = dict.at("DecodeParms");
    if (filter.isNull()) {
        return raw.size() <= limitBytes ? Decoded(std::string(raw)) : std::nullopt;
    }
    if (filter.isName()) {
        return undoOne(filter.text, raw, parms.isArray() ? nullValue() : parms, limitBytes);
    }
    if (!filter.isArray() || filter.items.size() > 8) {
        return std::nullopt;
    }
    Decoded data{ std::string(raw) };
    for (std::size_t i = 0; data && i < filter.items.size(); ++i) {
        const bool hasParms = parms.isArray() && i < parms.items.size();
        const Value &own = hasParms    ? parms.items[i]
            : parms.isDict() && i == 0 ? parms
                                       : nullValue();
        data = filter.items[i].isName() ? undoOne(filter.items[i].text, *data, own, limitBytes)
                                        : std::nullopt;
    }
    return data;
}

} // namespace andu::pdf::verify
