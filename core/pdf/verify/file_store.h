// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/verify/decryptor.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace andu::pdf::verify {

/// Where a cross-reference section says that an object is.
struct XrefEntry
{
    enum class Kind { Free, Offset, InStream };

    Kind kind = Kind::Free;
    std::int64_t place = 0; ///< Offset in the file, or number of the object stream.
    std::int64_t detail = 0; ///< Generation, or index in the object stream.

    friend bool operator==(const XrefEntry &, const XrefEntry &) = default;
};

using EntryList = std::vector<std::pair<std::int64_t, XrefEntry>>;

/// One cross-reference section (table or stream) with its trailer.
struct XrefSection
{
    std::int64_t begin = 0; ///< Offset of `xref`, or of the stream's object.
    std::int64_t end = 0; ///< Behind the trailer dictionary, or behind `endobj`.
    bool isStream = false;
    Ref streamRef; ///< Of a cross-reference stream.
    EntryList entries; ///< As written.
    Value trailer;
    bool isShifted = false; ///< The table starts at 1 where it must start at 0; tolerated.
};

/// Bytes of one file and what does not depend on the revision that is looked at: sections, decoded
/// object streams, the key. Not thread-safe.
class FileStore
{
public:
    /// @param bytes must outlive the store.
    explicit FileStore(Bytes bytes);

    [[nodiscard]] Bytes bytes() const { return m_bytes; }
    /// Bytes in front of `%PDF-`; offsets of such files may count from there.
    [[nodiscard]] std::int64_t headerOffset() const { return m_headerOffset; }
    [[nodiscard]] bool hasHeader() const { return m_hasHeader; }
    void setBase(std::int64_t base);
    /// Section at an offset as written in the file (the base is added); null when there is none.
    [[nodiscard]] std::shared_ptr<const XrefSection> section(std::int64_t writtenOffset);

    [[nodiscard]] const std::optional<Decryptor> &decryptor() const { return m_decryptor; }
    void setDecryptor(std::optional<Decryptor> decryptor) { m_decryptor = std::move(decryptor); }

    /// A limit against hostile files was passed: what was read since is not complete.
    [[nodiscard]] bool isExhausted() const { return m_isExhausted; }
    void markExhausted() { m_isExhausted = true; }

    /// A decoded object stream.
    struct ObjectStream
    {
        std::string data;
        std::vector<std::pair<std::int64_t, std::int64_t>>
            index; ///< Object number, offset in data.
    };
    /// @param stream the parsed stream object @p owner.
    [[nodiscard]] std::shared_ptr<const ObjectStream> objectStream(const Value &stream, Ref owner);

private:
    [[nodiscard]] std::shared_ptr<XrefSection> readTable(std::int64_t offset) const;
    [[nodiscard]] std::shared_ptr<XrefSection> readStream(std::int64_t offset) const;

    Bytes m_bytes;
    std::int64_t m_headerOffset = 0;
    bool m_hasHeader = false;
    std::int64_t m_base = 0;
    std::map<std::int64_t, std::shared_ptr<const XrefSection>> m_sections;
    std::map<std::pair<std::int64_t, std::int64_t>, std::shared_ptr<const ObjectStream>> m_streams;
    std::size_t m_streamBytes = 0;
    std::size_t m_decodedBytes = 0; ///< Ever, to bound the time.
    bool m_isExhausted = false;
    std::size_t m_entriesRead = 0; ///< Of all sections; compressed ones could fill the memory.
    std::optional<Decryptor> m_decryptor;
};

} // namespace andu::pdf::verify
