// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/file_store.h"

#include "core/pdf/verify/filter.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::int64_t MaxObjectNumber = 8'388'607; // ISO 32000-1, annex C
constexpr std::size_t MaxEntries = 8'000'000;
constexpr std::size_t MaxStreamBytes = std::size_t{ 64 } << 20;
constexpr std::size_t MaxDecodedBytes = std::size_t{ 1 } << 30;
constexpr std::size_t MaxCachedBytes = std::size_t{ 256 } << 20;

/// The usual entry of exactly 20 bytes; nullopt when it is written otherwise.
std::optional<XrefEntry> fixedEntry(const char *text)
{
    std::int64_t place = 0;
    std::int64_t generation = 0;
    for (int i = 0; i < 10; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        place = 10 * place + (text[i] - '0');
    }
    for (int i = 11; i < 16; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        generation = 10 * generation + (text[i] - '0');
    }
    const bool isUsed = text[17] == 'n';
    if (text[10] != ' ' || text[16] != ' ' || (!isUsed && text[17] != 'f') || !isSpace(text[18])
        || !isSpace(text[19])) {
        return std::nullopt;
    }
    return XrefEntry{ isUsed ? XrefEntry::Kind::Offset : XrefEntry::Kind::Free, place, generation };
}

std::optional<XrefEntry> looseEntry(Parser &parser)
{
    parser.skipSpace();
    const auto place = parser.takeInt();
    parser.skipSpace();
    const auto generation = place ? parser.takeInt() : std::nullopt;
    parser.skipSpace();
    if (!generation || *place < 0 || *generation < 0) {
        return std::nullopt;
    }
    if (parser.takeWord("n")) {
        return XrefEntry{ XrefEntry::Kind::Offset, *place, *generation };
    }
    if (parser.takeWord("f")) {
        return XrefEntry{ XrefEntry::Kind::Free, *place, *generation };
    }
    return std::nullopt;
}

std::uint64_t bigEndian(Bytes data)
{
    std::uint64_t value = 0;
    for (const char byte : data) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return value;
}

/// Rows of a cross-reference stream, ISO 32000-2, 7.5.8.3.
bool readRows(XrefSection &section, Bytes data)
{
    const Value &widths = section.trailer.at("W");
    if (!widths.isArray() || widths.items.size() < 3) {
        return false;
    }
    std::size_t width[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!widths.items[i].isInt() || widths.items[i].number < 0 || widths.items[i].number > 8) {
            return false;
        }
        width[i] = static_cast<std::size_t>(widths.items[i].number);
    }
    const std::size_t row = width[0] + width[1] + width[2];
    std::vector<std::int64_t> index;
    for (const Value &item : section.trailer.at("Index").items) {
        index.push_back(item.isInt() ? item.number : -1);
    }
    if (index.empty()) {
        index = { 0, section.trailer.at("Size").number };
    }
    std::size_t at = 0;
    for (std::size_t i = 0; row > 0 && i + 1 < index.size(); i += 2) {
        if (index[i] < 0 || index[i + 1] < 0 || index[i] > MaxObjectNumber) {
            return false;
        }
        for (std::int64_t n = 0; n < index[i + 1]; ++n) {
            if (at + row > data.size() || section.entries.size() > MaxEntries
                || index[i] + n > MaxObjectNumber) {
                return at + row > data.size() && i + 2 >= index.size(); // a short last part
            }
            const std::uint64_t kind = width[0] == 0 ? 1 : bigEndian(data.substr(at, width[0]));
            const auto place = bigEndian(data.substr(at + width[0], width[1]));
            const auto detail = bigEndian(data.substr(at + width[0] + width[1], width[2]));
            at += row;
            constexpr std::uint64_t Big = std::uint64_t{ 1 } << 62U;
            if (kind > 2 || place >= Big || detail >= Big) {
                continue; // future kinds are null objects
            }
            const auto entryKind = kind == 0 ? XrefEntry::Kind::Free
                : kind == 1                  ? XrefEntry::Kind::Offset
                                             : XrefEntry::Kind::InStream;
            section.entries.emplace_back(index[i] + n,
                                         XrefEntry{ entryKind,
                                                    static_cast<std::int64_t>(place),
                                                    static_cast<std::int64_t>(detail) });
        }
    }
    return row > 0;
}

} // namespace

FileStore::FileStore(Bytes bytes)
    : m_bytes(bytes)
{
    const auto found = bytes.substr(0, 1024).find("%PDF-");
    m_hasHeader = found != Bytes::npos;
    m_headerOffset = m_hasHeader ? static_cast<std::int64_t>(found) : 0;
}

void FileStore::setBase(std::int64_t base)
{
    m_base = base;
    m_sections.clear();
}

std::shared_ptr<const XrefSection> FileStore::section(std::int64_t writtenOffset)
{
    const auto known = m_sections.find(writtenOffset);
    if (known != m_sections.end()) {
        return known->second;
    }
    if (m_entriesRead > 2 * MaxEntries) {
        return {};
    }
    std::shared_ptr<XrefSection> section;
    const auto size = static_cast<std::int64_t>(m_bytes.size());
    if (writtenOffset >= 0 && writtenOffset < size - m_base) {
        Parser parser(m_bytes, writtenOffset + m_base);
        parser.skipSpace();
        const std::int64_t begin = parser.position();
        section = parser.takeWord("xref") ? readTable(begin) : readStream(begin);
    }
    if (section && m_base != 0) {
        for (auto &[number, entry] : section->entries) {
            entry.place += entry.kind == XrefEntry::Kind::Offset ? m_base : 0;
        }
    }
    m_entriesRead += section ? section->entries.size() : 0;
    if (m_entriesRead > 2 * MaxEntries) {
        section.reset();
    }
    m_sections[writtenOffset] = section;
    return section;
}

std::shared_ptr<XrefSection> FileStore::readTable(std::int64_t offset) const
{
    auto section = std::make_shared<XrefSection>();
    section->begin = offset;
    Parser parser(m_bytes, offset + 4);
    for (;;) {
        parser.skipSpace();
        if (parser.takeWord("trailer")) {
            break;
        }
        auto first = parser.takeInt();
        parser.skipSpace();
        const auto count = first ? parser.takeInt() : std::nullopt;
        if (!count || *first < 0 || *count < 0 || *first > MaxObjectNumber) {
            return {};
        }
        parser.skipSpace();
        for (std::int64_t i = 0; i < *count; ++i) {
            const auto at = static_cast<std::size_t>(parser.position());
            auto entry = at + 20 <= m_bytes.size() ? fixedEntry(m_bytes.data() + at) : std::nullopt;
            if (entry) {
                parser.seek(parser.position() + 20);
            } else {
                entry = looseEntry(parser);
                parser.skipSpace();
            }
            if (!entry || *first + i > MaxObjectNumber || section->entries.size() > MaxEntries) {
                return {};
            }
            if (i == 0 && *first == 1 && section->entries.empty() && entry->detail == 65535
                && entry->kind == XrefEntry::Kind::Free) {
                *first = 0; // a known mistake of writers
                section->isShifted = true;
            }
            section->entries.emplace_back(*first + i, *entry);
        }
    }
    auto trailer = parser.takeObject();
    if (!trailer || trailer->kind != Value::Kind::Dict) {
        return {};
    }
    section->end = parser.position();
    section->trailer = std::move(*trailer);
    return section;
}

std::shared_ptr<XrefSection> FileStore::readStream(std::int64_t offset) const
{
    Parser parser(m_bytes, offset);
    auto object = parser.takeIndirect({});
    if (!object || !object->value.isStream() || !object->value.at("Type").isName("XRef")) {
        return {};
    }
    auto section = std::make_shared<XrefSection>();
    section->begin = object->begin;
    section->end = object->end;
    section->isStream = true;
    section->streamRef = object->ref;
    section->trailer = std::move(object->value);
    const auto raw = m_bytes.substr(static_cast<std::size_t>(section->trailer.dataBegin),
                                    static_cast<std::size_t>(section->trailer.dataSize));
    const auto data = decodeStream(raw, section->trailer, MaxStreamBytes);
    if (!data || !readRows(*section, *data)) {
        return {};
    }
    return section;
}

std::shared_ptr<const FileStore::ObjectStream> FileStore::objectStream(const Value &stream,
                                                                       Ref owner)
{
    const std::pair key(stream.dataBegin, stream.dataSize);
    const auto known = m_streams.find(key);
    if (known != m_streams.end()) {
        return known->second;
    }
    Bytes raw = m_bytes.substr(static_cast<std::size_t>(stream.dataBegin),
                               static_cast<std::size_t>(stream.dataSize));
    std::string plain;
    if (m_decryptor) {
        plain = m_decryptor->decryptStream(raw, stream, owner);
        raw = plain;
    }
    auto result = std::make_shared<ObjectStream>();
    if (m_decodedBytes > MaxDecodedBytes + 20 * m_bytes.size()) {
        m_isExhausted = true;
        return result;
    }
    auto data = stream.at("Type").isName("ObjStm") ? decodeStream(raw, stream, MaxStreamBytes)
                                                   : std::nullopt;
    const std::int64_t count = stream.at("N").number;
    const std::int64_t first = stream.at("First").number;
    if (data && count >= 0 && first >= 0) {
        result->data = std::move(*data);
        Parser parser(result->data);
        for (std::int64_t i = 0; i < count; ++i) {
            parser.skipSpace();
            const auto number = parser.takeInt();
            parser.skipSpace();
            const auto offset = number ? parser.takeInt() : std::nullopt;
            if (!offset || *offset < 0 || *offset > static_cast<std::int64_t>(MaxStreamBytes)) {
                break;
            }
            result->index.emplace_back(*number, first + *offset);
        }
    }
    if (m_streamBytes > MaxCachedBytes) {
        m_streams.clear();
        m_streamBytes = 0;
    }
    m_streamBytes += result->data.size();
    m_decodedBytes += result->data.size();
    m_streams[key] = result;
    return result;
}

} // namespace andu::pdf::verify
