// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/file_store.h"

namespace andu::pdf::verify {

using ValuePtr = std::shared_ptr<const Value>;

/// The file as it was when it ended at a given byte: the objects that its last cross-reference
/// section and the chain of /Prev make visible. Not thread-safe.
class Document
{
public:
    /// Damaged when the chain of sections cannot be followed or has no catalog.
    [[nodiscard]] static Result<std::unique_ptr<Document>> open(FileStore &store,
                                                                std::int64_t endBytes);

    [[nodiscard]] FileStore &store() const { return m_store; }
    [[nodiscard]] std::int64_t endBytes() const { return m_end; }
    /// Newest first.
    [[nodiscard]] const std::vector<std::shared_ptr<const XrefSection>> &sections() const
    {
        return m_sections;
    }
    [[nodiscard]] const Value &trailer() const { return m_sections.front()->trailer; }
    [[nodiscard]] bool isHybrid() const { return m_isHybrid; }
    /// Entries of one or more sections: sorted, one for each number.
    using Layer = std::shared_ptr<const EntryList>;
    /// Newest first; an entry in a newer layer hides those below.
    [[nodiscard]] const std::vector<Layer> &layers() const { return m_layers; }
    [[nodiscard]] std::size_t entryCount() const; ///< Of all layers; hidden ones count, too.

    /// Where the bytes of an object are, so that two revisions can be compared without parsing.
    struct Location
    {
        XrefEntry::Kind kind = XrefEntry::Kind::Free;
        std::int64_t offset = 0; ///< Of the object, or of the object stream that holds it.
        std::int64_t detail = 0; ///< Generation, or index.

        friend bool operator==(const Location &, const Location &) = default;
    };
    [[nodiscard]] Location locate(std::int64_t number) const;

    /// Where the text of an object begins, for looking at it without parsing.
    struct Source
    {
        Bytes bytes;
        std::int64_t position = 0;
        std::shared_ptr<const FileStore::ObjectStream> owner; ///< Keeps the bytes alive.
    };
    [[nodiscard]] std::optional<Source> sourceOf(std::int64_t number) const;

    /// The object; null value when it is missing, free, damaged or of another generation.
    [[nodiscard]] ValuePtr load(Ref ref) const;
    /// Follows a reference (and references to references) to a value.
    [[nodiscard]] ValuePtr follow(const Value &value) const;
    /// Entry of a dictionary with the reference followed.
    [[nodiscard]] ValuePtr follow(const Value &dict, std::string_view key) const;
    /// Items of an array; a copy, so that it can be looped over at once.
    [[nodiscard]] std::vector<Value> list(const Value &value) const { return follow(value)->items; }
    /// Raw bytes of a stream that was loaded here, decrypted.
    [[nodiscard]] std::string rawStream(const Value &stream, Ref owner) const;
    /// With filters undone; nullopt for pictures and broken data.
    [[nodiscard]] std::optional<std::string> decoded(const Value &stream, Ref owner) const;
    /// The same dictionary with Filter and DecodeParms direct.
    [[nodiscard]] Value withDirectFilters(const Value &stream) const;
    /// A value without references, as deep as needed for small dictionaries.
    [[nodiscard]] Value resolved(const Value &value, int depth = 8) const;

    void forget() const { m_cache.clear(); }

private:
    Document(FileStore &store, std::int64_t endBytes)
        : m_store(store)
        , m_end(endBytes)
    { }

    [[nodiscard]] bool readChain(std::int64_t startxref);
    [[nodiscard]] const XrefEntry *entryOf(std::int64_t number) const;
    [[nodiscard]] Value loadAtOffset(const XrefEntry &entry, Ref ref) const;
    [[nodiscard]] Value loadFromStream(const XrefEntry &entry, std::int64_t number) const;

    FileStore &m_store;
    std::int64_t m_end = 0;
    bool m_isHybrid = false;
    std::vector<std::shared_ptr<const XrefSection>> m_sections;
    std::vector<Layer> m_layers;
    mutable std::unordered_map<std::int64_t, ValuePtr> m_cache;
    mutable int m_depth = 0;
    mutable int m_badLengths = 0;
};

/// Value of the last `startxref` in the bytes before @p endBytes; nullopt when there is none.
[[nodiscard]] std::optional<std::int64_t> lastStartxref(Bytes bytes, std::int64_t endBytes);

} // namespace andu::pdf::verify
