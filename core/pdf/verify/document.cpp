// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/document.h"

#include "core/pdf/verify/filter.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxSections = 4096;
constexpr std::size_t MaxLayers = 8;
constexpr std::size_t MaxCachedObjects = 20'000;
constexpr std::size_t MaxDecodedBytes = std::size_t{ 64 } << 20;

/// Offsets inside an object stream say nothing about the file.
void dropOffsets(Value &value)
{
    value.begin = -1;
    value.end = -1;
    for (Value &item : value.items) {
        dropOffsets(item);
    }
}

bool isBefore(const EntryList::value_type &left, const EntryList::value_type &right)
{
    return left.first < right.first;
}

/// By object number; of doubled entries the first counts. A section that is so already is shared.
Document::Layer sortedEntries(const std::shared_ptr<const XrefSection> &section)
{
    // Hidden objects of a hybrid file are free in the table (7.5.8.4).
    const bool hidesObjects = !section->isStream && section->trailer.at("XRefStm").isInt();
    const auto isDisorder
        = [](const auto &left, const auto &right) { return left.first >= right.first; };
    const EntryList &written = section->entries;
    if (!hidesObjects
        && std::adjacent_find(written.begin(), written.end(), isDisorder) == written.end()) {
        return { section, &written };
    }
    EntryList list;
    list.reserve(written.size());
    for (const auto &entry : written) {
        if (!hidesObjects || entry.second.kind != XrefEntry::Kind::Free) {
            list.push_back(entry);
        }
    }
    if (!std::is_sorted(list.begin(), list.end(), isBefore)) {
        std::stable_sort(list.begin(), list.end(), isBefore);
    }
    const auto isSame
        = [](const auto &left, const auto &right) { return left.first == right.first; };
    list.erase(std::unique(list.begin(), list.end(), isSame), list.end());
    return std::make_shared<const EntryList>(std::move(list));
}

/// Lays newer entries over older ones, pair by pair so that many sections stay cheap.
Document::Layer mergedLayers(std::vector<Document::Layer> layers)
{
    while (layers.size() > 1) {
        std::vector<Document::Layer> merged;
        for (std::size_t i = 0; i < layers.size(); i += 2) {
            if (i + 1 == layers.size()) {
                merged.push_back(layers[i]);
                break;
            }
            EntryList both;
            both.reserve(layers[i]->size() + layers[i + 1]->size());
            std::set_union(layers[i]->begin(),
                           layers[i]->end(),
                           layers[i + 1]->begin(),
                           layers[i + 1]->end(),
                           std::back_inserter(both),
                           isBefore); // of equal ones the newer is taken
            merged.push_back(std::make_shared<const EntryList>(std::move(both)));
        }
        layers = std::move(merged);
    }
    return layers.front();
}

class DepthGuard
{
public:
    explicit DepthGuard(int &depth)
        : m_depth(depth)
    {
        ++m_depth;
    }
    ~DepthGuard() { --m_depth; }
    DepthGuard(const DepthGuard &) = delete;
    DepthGuard &operator=(const DepthGuard &) = delete;

private:
    int &m_depth;
};

} // namespace

std::optional<std::int64_t> lastStartxref(Bytes bytes, std::int64_t endBytes)
{
    const Bytes head = bytes.substr(0, static_cast<std::size_t>(endBytes));
    constexpr std::size_t Window = 65536; // trailing zero bytes of some transports are tolerated
    const std::size_t from = head.size() > Window ? head.size() - Window : 0;
    const auto found = head.substr(from).rfind("startxref");
    if (found == Bytes::npos) {
        return std::nullopt;
    }
    Parser parser(head, static_cast<std::int64_t>(from + found + 9));
    parser.skipSpace();
    return parser.takeInt();
}

Result<std::unique_ptr<Document>> Document::open(FileStore &store, std::int64_t endBytes)
{
    const auto start = lastStartxref(store.bytes(), endBytes);
    if (!start) {
        return fail(ErrorCode::Damaged, QStringLiteral("no startxref"));
    }
    std::unique_ptr<Document> document(new Document(store, endBytes));
    if (!document->readChain(*start)) {
        return fail(ErrorCode::Damaged, QStringLiteral("cross-reference sections are broken"));
    }
    if (!document->trailer().at("Root").isRef()) {
        return fail(ErrorCode::Damaged, QStringLiteral("the trailer names no catalog"));
    }
    return document;
}

bool Document::readChain(std::int64_t startxref)
{
    std::set<std::int64_t> seen;
    std::optional<std::int64_t> next = startxref;
    while (next) {
        if (!seen.insert(*next).second || seen.size() > MaxSections) {
            return false;
        }
        const auto section = m_store.section(*next);
        if (!section || section->end > m_end) {
            return false;
        }
        m_sections.push_back(section);
        m_layers.push_back(sortedEntries(section));
        const Value &hybrid = section->trailer.at("XRefStm");
        if (!section->isStream && hybrid.isInt()) {
            m_isHybrid = true;
            const auto hidden = m_store.section(hybrid.number);
            if (!hidden || !hidden->isStream || hidden->end > m_end) {
                return false;
            }
            m_layers.push_back(sortedEntries(hidden));
        }
        const Value &previous = section->trailer.at("Prev");
        if (!previous.isNull() && !previous.isInt()) {
            return false;
        }
        // Some writers say 0 where there is no section before.
        const bool hasPrevious = previous.isInt() && previous.number != 0;
        next = hasPrevious ? std::optional(previous.number) : std::nullopt;
    }
    // The oldest layer is most of the file; it is left alone.
    if (m_layers.size() > MaxLayers) {
        Layer oldest = m_layers.back();
        m_layers.pop_back();
        m_layers = { mergedLayers(std::move(m_layers)), std::move(oldest) };
    }
    return true;
}

std::size_t Document::entryCount() const
{
    std::size_t count = 0;
    for (const Layer &layer : m_layers) {
        count += layer->size();
    }
    return count;
}

const XrefEntry *Document::entryOf(std::int64_t number) const
{
    for (const Layer &layer : m_layers) {
        const auto found = std::lower_bound(
            layer->begin(), layer->end(), number, [](const auto &entry, std::int64_t key) {
                return entry.first < key;
            });
        if (found != layer->end() && found->first == number) {
            return &found->second;
        }
    }
    return nullptr;
}

Document::Location Document::locate(std::int64_t number) const
{
    const XrefEntry *entry = entryOf(number);
    if (entry == nullptr || entry->kind == XrefEntry::Kind::Free) {
        return {};
    }
    if (entry->kind == XrefEntry::Kind::Offset) {
        return entry->place == 0 ? Location{}
                                 : Location{ entry->kind, entry->place, entry->detail };
    }
    const XrefEntry *container = entryOf(entry->place);
    const bool isThere = container != nullptr && container->kind == XrefEntry::Kind::Offset;
    return { entry->kind, isThere ? container->place : -1, entry->detail };
}

ValuePtr Document::load(Ref ref) const
{
    static const ValuePtr none = std::make_shared<const Value>();
    const XrefEntry *entry = entryOf(ref.number);
    if (entry == nullptr || entry->kind == XrefEntry::Kind::Free) {
        return none;
    }
    if (m_depth > 20) {
        m_store.markExhausted();
        return none;
    }
    const bool isStream = entry->kind == XrefEntry::Kind::InStream;
    if (ref.generation != (isStream ? 0 : entry->detail)) {
        return none;
    }
    const auto known = m_cache.find(ref.number);
    if (known != m_cache.end()) {
        return known->second;
    }
    const DepthGuard guard(m_depth);
    auto value = std::make_shared<const Value>(isStream ? loadFromStream(*entry, ref.number)
                                                        : loadAtOffset(*entry, ref));
    if (m_cache.size() > MaxCachedObjects) {
        m_cache.clear();
    }
    m_cache[ref.number] = value;
    return value;
}

Value Document::loadAtOffset(const XrefEntry &entry, Ref ref) const
{
    if (m_badLengths > 1000) { // each costs a search through the file
        m_store.markExhausted();
        return {};
    }
    if (entry.place <= 0 || entry.place >= m_end) {
        return {};
    }
    Parser parser(m_store.bytes().substr(0, static_cast<std::size_t>(m_end)), entry.place);
    auto object = parser.takeIndirect([this](Ref length) -> std::optional<std::int64_t> {
        const ValuePtr value = load(length);
        return value->isInt() ? std::optional(value->number) : std::nullopt;
    });
    if (!object || object->ref != ref) {
        return {};
    }
    m_badLengths += object->hasExactLength ? 0 : 1;
    if (m_store.decryptor()) {
        m_store.decryptor()->decryptStrings(object->value, ref);
    }
    return std::move(object->value);
}

Value Document::loadFromStream(const XrefEntry &entry, std::int64_t number) const
{
    const XrefEntry *container = entryOf(entry.place);
    if (container == nullptr || container->kind != XrefEntry::Kind::Offset) {
        return {};
    }
    const Ref owner{ entry.place, container->detail };
    const ValuePtr stream = load(owner);
    if (!stream->isStream()) {
        return {};
    }
    const auto objects = m_store.objectStream(withDirectFilters(*stream), owner);
    const auto index = static_cast<std::size_t>(entry.detail);
    // Some writers count wrongly; the object number decides.
    const auto *place = index < objects->index.size() && objects->index[index].first == number
        ? &objects->index[index]
        : nullptr;
    if (place == nullptr) {
        return {};
    }
    Parser parser(objects->data, place->second);
    auto value = place->second < static_cast<std::int64_t>(objects->data.size())
        ? parser.takeObject()
        : std::nullopt;
    if (!value) {
        return {};
    }
    dropOffsets(*value);
    return std::move(*value);
}

std::optional<Document::Source> Document::sourceOf(std::int64_t number) const
{
    const XrefEntry *entry = entryOf(number);
    if (entry == nullptr || entry->kind == XrefEntry::Kind::Free) {
        return std::nullopt;
    }
    if (entry->kind == XrefEntry::Kind::Offset) {
        Parser parser(m_store.bytes().substr(0, static_cast<std::size_t>(m_end)), entry->place);
        parser.skipSpace();
        const auto written = parser.takeInt();
        parser.skipSpace();
        const auto generation = parser.takeInt();
        parser.skipSpace();
        const bool isRight
            = written == number && generation == entry->detail && parser.takeWord("obj");
        return isRight ? std::optional(Source{ m_store.bytes(), parser.position(), {} })
                       : std::nullopt;
    }
    const XrefEntry *container = entryOf(entry->place);
    const ValuePtr stream
        = container == nullptr ? nullptr : load({ entry->place, container->detail });
    if (!stream || !stream->isStream()) {
        return std::nullopt;
    }
    const auto objects
        = m_store.objectStream(withDirectFilters(*stream), { entry->place, container->detail });
    const auto index = static_cast<std::size_t>(entry->detail);
    if (index >= objects->index.size() || objects->index[index].first != number) {
        return std::nullopt;
    }
    return Source{ objects->data, objects->index[index].second, objects };
}

ValuePtr Document::follow(const Value &value) const
{
    ValuePtr current = std::make_shared<const Value>(value);
    for (int i = 0; current->isRef() && i < 16; ++i) {
        current = load(current->ref());
    }
    static const ValuePtr none = std::make_shared<const Value>();
    return current->isRef() ? none : current;
}

ValuePtr Document::follow(const Value &dict, std::string_view key) const
{
    return follow(dict.at(key));
}

Value Document::withDirectFilters(const Value &stream) const
{
    Value copy;
    copy.kind = stream.kind;
    copy.dataBegin = stream.dataBegin;
    copy.dataSize = stream.dataSize;
    for (std::size_t i = 0; i < stream.entryCount(); ++i) {
        copy.items.push_back(stream.items[2 * i]);
        const std::string &key = stream.key(i);
        const bool mustBeDirect = key == "Filter" || key == "DecodeParms" || key == "N"
            || key == "First" || key == "Type";
        copy.items.push_back(mustBeDirect ? resolved(stream.entry(i), 3) : stream.entry(i));
    }
    return copy;
}

namespace {

Value resolvedWithin(const Document &document, const Value &value, int depth, int &budget)
{
    if (depth < 0 || --budget < 0) {
        return {};
    }
    if (value.isRef()) {
        return resolvedWithin(document, *document.follow(value), depth - 1, budget);
    }
    Value copy = value;
    for (Value &item : copy.items) {
        if (item.isRef() || !item.items.empty()) {
            item = resolvedWithin(document, item, depth - 1, budget);
        }
    }
    return copy;
}

} // namespace

Value Document::resolved(const Value &value, int depth) const
{
    int budget = 10'000; // shared references must not multiply
    return resolvedWithin(*this, value, depth, budget);
}

std::string Document::rawStream(const Value &stream, Ref owner) const
{
    const Bytes raw = m_store.bytes().substr(static_cast<std::size_t>(stream.dataBegin),
                                             static_cast<std::size_t>(stream.dataSize));
    return m_store.decryptor() ? m_store.decryptor()->decryptStream(raw, stream, owner)
                               : std::string(raw);
}

std::optional<std::string> Document::decoded(const Value &stream, Ref owner) const
{
    if (!stream.isStream()) {
        return std::nullopt;
    }
    return decodeStream(rawStream(stream, owner), withDirectFilters(stream), MaxDecodedBytes);
}

} // namespace andu::pdf::verify
