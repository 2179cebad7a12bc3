// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revision_diff.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxChanges = 200;
constexpr int MaxWalkDepth = 110;
const std::set<std::string> TrailerSkip{ "Info", "Prev", "XRefStm", "Size", "Length" };

/// Whether @p dict has every entry that @p other has.
bool hasKeysOf(const Value &dict, const Value &other)
{
    const DictLookup lookup(dict);
    for (std::size_t i = 0; i < other.entryCount(); ++i) {
        if (!other.entry(i).isNull() && lookup.at(other.key(i)).isNull()) {
            return false;
        }
    }
    return true;
}

bool isObjectStream(const Document &document, std::int64_t number)
{
    const auto place = document.locate(number);
    return place.kind == XrefEntry::Kind::Offset
        && document.load({ number, place.detail })->at("Type").isName("ObjStm");
}

} // namespace

bool FieldLock::covers(const std::string &name) const
{
    if (action == Action::All) {
        return true;
    }
    // A name stands for the fields below it, too.
    const bool isListed = std::any_of(fields.begin(), fields.end(), [&](const std::string &field) {
        return name == field || name.starts_with(field + ".");
    });
    return isListed == (action == Action::Include);
}

RevisionDiff::RevisionDiff(const Document &then,
                           const Document &now,
                           ReferenceIndex &uses,
                           ChangeRules rules)
    : m_then(then)
    , m_now(now)
    , m_uses(uses)
    , m_rules(std::move(rules))
{ }

std::vector<Change> RevisionDiff::run()
{
    collectChanged();
    m_formThen = readForm(m_then);
    m_formNow = readForm(m_now);
    compareTrailer();
    compareForm(); // before the pages: it knows which new widgets are right
    compareCatalog();
    comparePages();
    walkFrozen();
    return std::move(m_changes);
}

void RevisionDiff::allow(ChangeCode code, std::vector<std::string> parameters)
{
    Change change = makeChange(code, std::move(parameters), false);
    if (m_changes.size() < MaxChanges && m_reported.insert(change.what).second) {
        m_changes.push_back(std::move(change));
    }
}

void RevisionDiff::forbid(ChangeCode code, std::vector<std::string> parameters)
{
    Change change = makeChange(code, std::move(parameters), true);
    if (m_changes.size() < 2 * MaxChanges && m_reported.insert("! " + change.what).second) {
        m_changes.push_back(std::move(change));
    }
}

/// Numbers that later sections speak of, and members of object streams that moved with them.
void RevisionDiff::collectChanged()
{
    const auto &then = m_then.sections();
    const auto &now = m_now.sections();
    const bool isSuffix
        = now.size() >= then.size() && std::equal(then.rbegin(), then.rend(), now.rbegin());
    std::set<std::int64_t> numbers;
    const auto take = [&](const std::shared_ptr<const XrefSection> &section) {
        for (const auto &entry : section->entries) {
            numbers.insert(entry.first);
        }
        const Value &hybrid = section->trailer.at("XRefStm");
        const auto hidden
            = hybrid.isInt() && !section->isStream ? m_now.store().section(hybrid.number) : nullptr;
        for (std::size_t i = 0; hidden && i < hidden->entries.size(); ++i) {
            numbers.insert(hidden->entries[i].first);
        }
    };
    const auto later = isSuffix ? now.end() - static_cast<std::ptrdiff_t>(then.size()) : now.end();
    std::for_each(now.begin(), later, take);
    if (!isSuffix) {
        std::for_each(then.begin(), then.end(), take);
    }
    std::set<std::int64_t> containers;
    for (const std::int64_t number : numbers) {
        if (m_then.locate(number) != m_now.locate(number)) {
            m_moved.insert(number);
            if (isObjectStream(m_then, number) || isObjectStream(m_now, number)) {
                containers.insert(number);
            }
        }
    }
    for (const Document::Layer &layer : m_then.layers()) {
        for (std::size_t i = 0; !containers.empty() && i < layer->size(); ++i) {
            const auto &[number, entry] = (*layer)[i];
            if (entry.kind == XrefEntry::Kind::InStream && containers.contains(entry.place)
                && m_then.locate(number) != m_now.locate(number)) {
                m_moved.insert(number);
            }
        }
    }
}

bool RevisionDiff::isChanged(std::int64_t number)
{
    if (!m_moved.contains(number)) {
        return false;
    }
    const auto known = m_isSame.find(number);
    if (known != m_isSame.end()) {
        return !known->second;
    }
    const bool isSame = isSameObject(number);
    m_isSame[number] = isSame;
    return !isSame;
}

bool RevisionDiff::isSameObject(std::int64_t number) const
{
    const auto refIn = [number](const Document &document) {
        const auto place = document.locate(number);
        return Ref{ number, place.kind == XrefEntry::Kind::Offset ? place.detail : 0 };
    };
    const Ref then = refIn(m_then);
    const Ref now = refIn(m_now);
    const ValuePtr left = m_then.load(then);
    const ValuePtr right = m_now.load(now);
    if (left->isNull() && right->isNull()) {
        // Either is missing, or cannot be read: then another reader may see something.
        return m_then.locate(number).kind == XrefEntry::Kind::Free
            && m_now.locate(number).kind == XrefEntry::Kind::Free;
    }
    return then == now && isEquivalent(*left, *right)
        && (!left->isStream() || m_then.rawStream(*left, then) == m_now.rawStream(*right, now));
}

/// Same meaning; writers turn direct values into objects of their own and back.
bool RevisionDiff::isEquivalent(const Value &then, const Value &now) const
{
    int budget = 20'000;
    return sameValue(then, now) || isEquivalent(then, now, 0, budget);
}

bool RevisionDiff::isEquivalent(const Value &then, const Value &now, int depth, int &budget) const
{
    if (depth > 20 || --budget < 0) {
        return false;
    }
    if (then.isRef() && now.isRef() && then.ref() == now.ref()) {
        return true; // the walk looks at what is behind it
    }
    const ValuePtr left = m_then.follow(then);
    const ValuePtr right = m_now.follow(now);
    if (left->isStream() != right->isStream()) {
        return false;
    }
    // A stream is always an object; only when both were reached here its bytes are compared here.
    if (left->isStream() && then.isRef() && now.isRef()
        && m_then.rawStream(*left, then.ref()) != m_now.rawStream(*right, now.ref())) {
        return false;
    }
    if (left->isDict() && right->isDict()) {
        return isEquivalentDict(*left, *right, depth, budget) && hasKeysOf(*left, *right);
    }
    if (!left->isArray() || !right->isArray()) {
        return sameValue(*left, *right);
    }
    if (left->items.size() != right->items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left->items.size(); ++i) {
        if (!isEquivalent(left->items[i], right->items[i], depth + 1, budget)) {
            return false;
        }
    }
    return true;
}

bool RevisionDiff::isEquivalentDict(const Value &then,
                                    const Value &now,
                                    int depth,
                                    int &budget) const
{
    const DictLookup lookup(now);
    for (std::size_t i = 0; i < then.entryCount(); ++i) {
        const std::string &key = then.key(i);
        if (key == "Length" && then.isStream()) {
            continue; // the bytes are compared
        }
        if (!isEquivalent(then.entry(i), lookup.at(key), depth + 1, budget)) {
            return false;
        }
    }
    return true;
}

void RevisionDiff::exempt(const Value &maybeRef)
{
    if (maybeRef.isRef()) {
        m_exempt.insert(maybeRef.number);
    }
}

void RevisionDiff::exemptAt(const Value &maybeRef, std::int64_t owner, std::string_view key)
{
    if (maybeRef.isRef()) {
        m_exempt.insert(maybeRef.number);
        m_places[maybeRef.number].emplace(owner, key);
    }
}

RevisionDiff::Keys RevisionDiff::compareKeys(const Value &then,
                                             const Value &now,
                                             const Keys &exemptKeys,
                                             const Place &place)
{
    Keys differing;
    Keys keys;
    for (const Value *dict : { &then, &now }) {
        for (std::size_t i = 0; dict->isDict() && i < dict->entryCount(); ++i) {
            keys.insert(dict->key(i));
        }
    }
    const DictLookup before(then);
    const DictLookup after(now);
    for (const std::string &key : keys) {
        if (isEquivalent(before.at(key), after.at(key))) {
            continue;
        }
        if (exemptKeys.contains(key)) {
            differing.insert(key);
        } else {
            std::vector<std::string> parameters = place.parameters;
            if (place.page) {
                parameters.push_back(pageName(*place.page));
            }
            parameters.push_back(key);
            forbid(place.code, std::move(parameters));
        }
    }
    return differing;
}

void RevisionDiff::compareTrailer()
{
    const Value &then = m_then.trailer();
    const Value &now = m_now.trailer();
    if (!sameValue(then.at("Root"), now.at("Root"))) {
        forbid(ChangeCode::CatalogReplaced);
    }
    if (!sameValue(then.at("Encrypt"), now.at("Encrypt"))) {
        forbid(ChangeCode::EncryptionChanged);
    }
    // Careless writers lose or renew the identifier, which matters only where it is part of a key.
    if (then.has("Encrypt")) {
        const Value idThen = m_then.resolved(then.at("ID"), 2);
        const Value idNow = m_now.resolved(now.at("ID"), 2);
        if (!idThen.items.empty()
            && (idNow.items.empty() || !sameValue(idThen.items.front(), idNow.items.front()))) {
            forbid(ChangeCode::IdentifierChanged);
        }
    }
    compareInfo();
}

/// Whether no changed object is referred to in the signed bytes, but for those that were compared
/// entry by entry and mean the same from everywhere. Most files are; no need to walk them.
bool RevisionDiff::isUntouched()
{
    const std::size_t known = m_changes.size();
    m_owner = 0;
    for (const auto &section : m_then.sections()) {
        walkValue(section->trailer, "trailer", TrailerSkip);
    }
    const bool isClean = m_changes.size() == known
        && std::none_of(m_open.begin(), m_open.end(), [this](const auto &open) {
                             return isChanged(open.first) && !m_exempt.contains(open.first);
                         });
    m_open.clear();
    m_seen.clear();
    return isClean && std::none_of(m_moved.begin(), m_moved.end(), [this](std::int64_t number) {
               const bool isFree = m_exempt.contains(number) && !m_places.contains(number)
                   && !m_fields.contains(number) && !m_structure.contains(number);
               return !isFree && isChanged(number) && m_uses.isUsed(number, m_then);
           });
}

/// Reports every changed object that the signed revision reaches outside the exempt places.
void RevisionDiff::walkFrozen()
{
    if (isUntouched()) {
        return;
    }
    m_owner = 0;
    walkValue(m_then.trailer(), "trailer", TrailerSkip);
    while (!m_open.empty()) {
        auto [number, path] = std::move(m_open.back());
        m_open.pop_back();
        m_owner = number;
        if (isChanged(number) && !m_exempt.contains(number)) {
            const bool wasMissing = m_then.locate(number).kind == XrefEntry::Kind::Free;
            const bool isMissing = m_now.locate(number).kind == XrefEntry::Kind::Free;
            forbid(wasMissing      ? ChangeCode::ObjectAppeared
                       : isMissing ? ChangeCode::ObjectRemoved
                                   : ChangeCode::ObjectReplaced,
                   { std::to_string(number), path });
        }
        const auto skip = m_skip.find(number);
        if (skip != m_skip.end() || !scanObject(number, path)) {
            const auto place = m_then.locate(number);
            const bool isPlain = place.kind == XrefEntry::Kind::Offset;
            const ValuePtr value = m_then.load({ number, isPlain ? place.detail : 0 });
            walkValue(*value, path, skip == m_skip.end() ? Keys{} : skip->second);
        }
    }
}

/// The quick way for the many objects that nobody touched: no values are made.
bool RevisionDiff::scanObject(std::int64_t number, std::string_view key)
{
    const auto source = m_then.sourceOf(number);
    if (!source) {
        return false;
    }
    Parser parser(source->bytes, source->position);
    return parser.scanReferences(
        key, [this](std::int64_t target, std::string_view name) { reach(target, name); });
}

void RevisionDiff::reach(std::int64_t number, std::string_view key)
{
    // Where fields and elements of the structure tree hang; anywhere else they mean other things.
    static const std::set<std::string_view> FieldKeys{ "Fields", "Kids",  "Annots", "Parent", "CO",
                                                       "Obj",    "T",     "IRT",    "Popup",  "AN",
                                                       "K",      "Annot", "Data",   "Nums" };
    static const std::set<std::string_view> StructureKeys{ "K",    "P",    "StructTreeRoot",
                                                           "Nums", "Kids", "ParentTree",
                                                           "Ref",  "SE",   "Names" };
    const auto places = m_places.find(number);
    const bool isElsewhere
        = (m_skip.contains(number) && m_fields.contains(number) && !FieldKeys.contains(key))
        || (m_structure.contains(number) && !StructureKeys.contains(key))
        || (places != m_places.end() && !places->second.contains({ m_owner, std::string(key) }));
    if (isElsewhere && isChanged(number)) {
        forbid(ChangeCode::ObjectServesTwice, { std::to_string(number), std::string(key) });
    }
    if (m_seen.insert(number).second) {
        m_open.emplace_back(number, std::string(key));
    }
}

void RevisionDiff::walkValue(const Value &value, const std::string &path, const Keys &skip)
{
    // An explicit stack: hostile files nest deep.
    struct Step
    {
        const Value *node;
        std::string_view key; ///< Of the entry that led here; the path names only this one.
        int depth;
    };
    std::vector<Step> open{ { &value, path, 0 } };
    while (!open.empty()) {
        const Step step = open.back();
        open.pop_back();
        const Value &node = *step.node;
        if (node.isRef()) {
            reach(node.number, step.key);
        }
        if (step.depth >= MaxWalkDepth) {
            continue;
        }
        if (!node.isDict()) {
            for (const Value &item : node.items) {
                open.push_back({ &item, step.key, step.depth + 1 });
            }
            continue;
        }
        for (std::size_t i = 0; i < node.entryCount(); ++i) {
            if (step.depth > 0 || !skip.contains(node.key(i))) {
                open.push_back({ &node.entry(i), node.key(i), step.depth + 1 });
            }
        }
    }
}

} // namespace andu::pdf::verify
