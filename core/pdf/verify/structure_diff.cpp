// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revision_diff.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxTreeNodes = 100'000;

bool looksLikeElement(const Value &dict)
{
    const Value &type = dict.at("Type");
    return dict.kind == Value::Kind::Dict && dict.at("S").isName() && dict.at("P").isRef()
        && (type.isNull() || type.isName("StructElem"));
}

} // namespace

/// A signer of a tagged file may hang its new widget into the structure tree; nothing that is there
/// may change, and new elements may not carry replacement text. ISO 32000-2, 14.7.
void RevisionDiff::compareStructure(const Value &root)
{
    const ValuePtr before = m_then.follow(root);
    const ValuePtr after = m_now.follow(root);
    if (!before->isDict() || m_moved.empty()) {
        return;
    }
    if (isChanged(root.number)) {
        compareStructureNode(
            root.number, *before, *after, { "K", "ParentTree", "ParentTreeNextKey" });
        compareStructureList(before->at("K"), after->at("K"), root.number, "K");
    } else if (before->at("K").isRef() && isChanged(before->at("K").number)) {
        compareStructureList(before->at("K"), after->at("K"), root.number, "K");
    }
    if (!isEquivalent(before->at("ParentTree"), after->at("ParentTree"))
        && !before->at("ParentTree").isNull() && before->at("ParentTree").isRef()) {
        forbid(ChangeCode::StructureEntryChanged, { "ParentTree" });
    }
    for (const std::int64_t number : m_moved) {
        const auto place = m_then.locate(number);
        const std::int64_t generation = place.kind == XrefEntry::Kind::Offset ? place.detail : 0;
        if (place.kind == XrefEntry::Kind::Free) {
            continue;
        }
        const ValuePtr old = m_then.load({ number, generation });
        if (looksLikeElement(*old) && !m_exempt.contains(number) && isChanged(number)) {
            const ValuePtr fresh = m_now.load({ number, generation });
            compareStructureNode(number, *old, *fresh, { "K" });
            compareStructureList(old->at("K"), fresh->at("K"), number, "K");
        }
    }
    compareParentTree(before->at("ParentTree"), after->at("ParentTree"), root.number);
}

void RevisionDiff::compareStructureNode(std::int64_t number,
                                        const Value &then,
                                        const Value &now,
                                        const Keys &exemptKeys)
{
    m_exempt.insert(number);
    m_structure.insert(number);
    const Keys differing
        = compareKeys(then, now, exemptKeys, { ChangeCode::StructureEntryChanged, {} });
    if (!differing.empty()) {
        allow(ChangeCode::StructureExtended);
    }
}

/// The number tree from annotations and pages to their elements.
void RevisionDiff::compareParentTree(const Value &then, const Value &now, std::int64_t owner)
{
    struct Step
    {
        Value then;
        Value now;
        std::int64_t owner;
    };
    std::vector<Step> open{ { then, now, owner } };
    std::set<std::int64_t> seen;
    while (!open.empty() && seen.size() < MaxTreeNodes) {
        const Step step = std::move(open.back());
        open.pop_back();
        if (step.then.isRef() && !seen.insert(step.then.number).second) {
            continue;
        }
        const ValuePtr before = m_then.follow(step.then);
        const ValuePtr after = m_now.follow(step.now);
        if (!before->isDict() || !after->isDict()) {
            continue; // what it became is reported where it is
        }
        const std::int64_t self = step.then.isRef() ? step.then.number : step.owner;
        if (!step.then.isRef() || isChanged(step.then.number)) {
            compareStructureNode(self, *before, *after, { "Kids", "Nums", "Limits" });
        }
        for (const char *key : { "Kids", "Nums" }) {
            if (before->has(key) || after->has(key)) {
                compareStructureList(before->at(key), after->at(key), self, key);
            }
        }
        const std::vector<Value> kidsNow = m_now.list(after->at("Kids"));
        for (const Value &kid : m_then.list(before->at("Kids"))) {
            const auto found
                = std::find_if(kidsNow.begin(), kidsNow.end(), [&](const Value &other) {
                      return sameValue(kid, other);
                  });
            if (kid.isRef() && found != kidsNow.end()) {
                open.push_back({ kid, *found, self });
            }
        }
    }
}

/// The old entries in their order, and between them what belongs to new widgets.
void RevisionDiff::compareStructureList(const Value &then,
                                        const Value &now,
                                        std::int64_t owner,
                                        const std::string &key)
{
    if (sameValue(then, now) && !(then.isRef() && isChanged(then.number))) {
        return;
    }
    const ValuePtr old = m_then.follow(then);
    const ValuePtr fresh = m_now.follow(now);
    if (old->isArray()) {
        exemptAt(then, owner, key);
    }
    const auto itemsOf = [](const ValuePtr &list, const Value &single) {
        return list->isArray() ? list->items
            : single.isNull()  ? std::vector<Value>()
                               : std::vector<Value>{ single };
    };
    const std::vector<Value> oldItems = itemsOf(old, then);
    std::size_t at = 0;
    for (const Value &item : itemsOf(fresh, now)) {
        if (at < oldItems.size() && isEquivalent(oldItems[at], item)) {
            ++at;
        } else if (!isPlainStructure(item, 0)) {
            forbid(ChangeCode::StructureListChanged, { key });
        }
    }
    if (at < oldItems.size()) {
        forbid(ChangeCode::StructureListShortened, { key });
    }
}

/// An element, or a list of them, that leads to new widgets only.
bool RevisionDiff::isPlainStructure(const Value &value, int depth)
{
    static const Keys Plain{ "Type", "S", "P",   "K",    "Pg", "Obj", "T",
                             "ID",   "A", "Alt", "Lang", "C",  "R",   "Limits" };
    if (depth > 8) {
        return false;
    }
    if (value.isRef()) {
        // Parents and pages are compared where they are.
        const bool isKnown = m_newWidgets.contains(value.ref())
            || m_then.locate(value.number).kind != XrefEntry::Kind::Free;
        const ValuePtr target = m_now.follow(value);
        return isKnown || (!target->isRef() && isPlainStructure(*target, depth + 1));
    }
    if (value.isArray()) {
        return std::all_of(value.items.begin(), value.items.end(), [&](const Value &item) {
            return isPlainStructure(item, depth + 1);
        });
    }
    if (value.kind != Value::Kind::Dict) {
        return value.isInt() || value.isNull();
    }
    for (std::size_t i = 0; i < value.entryCount(); ++i) {
        const bool leads = value.key(i) == "K" || value.key(i) == "Obj";
        if (!Plain.contains(value.key(i))
            || (leads && !isPlainStructure(value.entry(i), depth + 1))) {
            return false;
        }
    }
    return true;
}

} // namespace andu::pdf::verify
