// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revision_diff.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

/// Marks that cannot pass for content of the page. Free text, stamps, pictures, media, redactions
/// and links can.
const std::set<std::string> HarmlessMarks{ "Text",     "Popup",    "Highlight", "Underline",
                                           "Squiggly", "Ink",      "StrikeOut", "Caret",
                                           "Line",     "PolyLine", "Square",    "Circle",
                                           "Polygon" };

bool isVriName(const std::string &name)
{
    return name.size() == 40
        && std::all_of(name.begin(), name.end(), [](char byte) { return hexDigit(byte) >= 0; });
}

} // namespace

void RevisionDiff::compareCatalog()
{
    const Value &root = m_then.trailer().at("Root");
    exempt(root);
    const ValuePtr then = m_then.follow(root);
    const ValuePtr now = m_now.follow(root);
    if (!then->isDict() || !now->isDict()) {
        forbid(ChangeCode::CatalogRemoved);
        return;
    }
    const Keys special{ "AcroForm", "DSS",      "Perms",          "Extensions", "Version",
                        "Metadata", "MarkInfo", "StructTreeRoot", "Type" };
    compareKeys(*then, *now, special, { ChangeCode::CatalogEntryChanged, {} });
    Keys &skip = m_skip[root.number];
    skip.insert({ "DSS", "Metadata", "Extensions", "MarkInfo" });
    compareDss(then->at("DSS"), now->at("DSS"));
    comparePerms(then->at("Perms"), now->at("Perms"));
    compareMetadata(then->at("Metadata"), now->at("Metadata"));
    const Value &structureThen = then->at("StructTreeRoot");
    const Value &structureNow = now->at("StructTreeRoot");
    if (!isEquivalent(structureThen, structureNow)) {
        forbid(ChangeCode::StructureChanged);
    } else if (structureThen.isRef()) {
        compareStructure(structureThen);
    }
}

bool RevisionDiff::isDssList(const Value &list) const
{
    const ValuePtr items = m_now.follow(list);
    return items->isArray()
        && std::all_of(items->items.begin(), items->items.end(), [this](const Value &item) {
               const ValuePtr stream = m_now.follow(item);
               return item.isRef() && stream->isStream() && !stream->has("Subtype");
           });
}

/// Validation data may come and go (PAdES), but nothing else may hide there. ISO 32000-2, 12.8.4.3.
void RevisionDiff::compareDss(const Value &then, const Value &now)
{
    if (then.isNull() && now.isNull()) {
        return;
    }
    const ValuePtr dss = m_now.follow(now);
    if (!dss->isDict() || dss->isStream()) {
        forbid(ChangeCode::ValidationDataRemoved);
        return;
    }
    bool isSound = true;
    for (std::size_t i = 0; i < dss->entryCount(); ++i) {
        const std::string &key = dss->key(i);
        if (key == "Certs" || key == "CRLs" || key == "OCSPs") {
            isSound = isSound && isDssList(dss->entry(i));
        } else if (key != "Type" && key != "VRI") {
            isSound = false;
        }
    }
    const ValuePtr vri = m_now.follow(*dss, "VRI");
    for (std::size_t i = 0; vri->isDict() && i < vri->entryCount(); ++i) {
        const ValuePtr row = m_now.follow(vri->entry(i));
        isSound = isSound && row->isDict() && !row->isStream()
            && (isVriName(vri->key(i)) || vri->key(i) == "Type");
        for (std::size_t j = 0; j < row->entryCount(); ++j) {
            const std::string &key = row->key(j);
            if (key == "Cert" || key == "CRL" || key == "OCSP") {
                isSound = isSound && isDssList(row->entry(j));
            } else if (key != "Type" && key != "TU" && key != "TS") {
                isSound = false;
            }
        }
    }
    if (!isSound) {
        forbid(ChangeCode::ValidationDataForeign);
        return;
    }
    const bool isTouched = !sameValue(then, now) || (now.isRef() && isChanged(now.number));
    if (isTouched) {
        allow(ChangeCode::ValidationDataAdded);
    }
}

void RevisionDiff::comparePerms(const Value &then, const Value &now)
{
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    exempt(then);
    const Value &certified = before->at("DocMDP");
    if (!certified.isNull() && !sameValue(certified, after->at("DocMDP"))) {
        forbid(ChangeCode::CertificationLost);
    }
    for (std::size_t i = 0; after->isDict() && i < after->entryCount(); ++i) {
        const std::string &key = after->key(i);
        const Value &value = after->entry(i);
        const bool isField = std::any_of(
            m_formNow.fields.begin(), m_formNow.fields.end(), [&](const FormField &field) {
                return field.isSignature() && sameValue(field.rawValue, value);
            });
        if (!sameValue(before->at(key), value) && !(key == "DocMDP" && isField)) {
            forbid(ChangeCode::PermissionChanged, { key });
        }
    }
}

/// Ordinal of a page for people; the tree is read only when something is to be said.
std::string RevisionDiff::pageName(Ref page)
{
    if (m_pageNames.empty()) {
        for (const Ref &known : readPages(m_then)) {
            m_pageNames.emplace(known, std::to_string(m_pageNames.size() + 1));
        }
    }
    const auto found = m_pageNames.find(page);
    return found == m_pageNames.end() ? "?" : found->second;
}

void RevisionDiff::comparePages()
{
    bool needsTree = maySpeak();
    std::vector<Ref> pages;
    for (const std::int64_t number : m_moved) {
        const auto place = m_then.locate(number);
        const bool isPlain = place.kind == XrefEntry::Kind::Offset;
        const Ref ref{ number, isPlain ? place.detail : 0 };
        const ValuePtr old
            = place.kind == XrefEntry::Kind::Free ? m_then.follow(Value()) : m_then.load(ref);
        const Value &type = old->at("Type");
        if (type.isName("Page")) {
            pages.push_back(ref);
        }
        // A list of annotations, or a page that does not say so.
        needsTree = needsTree || old->isArray()
            || (old->kind == Value::Kind::Dict && type.isNull() && old->has("Parent")
                && !old->has("Subtype"));
    }
    if (needsTree) {
        pages = readPages(m_then);
    }
    for (const Ref &page : pages) {
        if (m_moved.contains(page.number)) {
            comparePage(page);
            continue;
        }
        const ValuePtr dict = m_then.load(page);
        const Value &list = dict->at("Annots");
        if (maySpeak() || (list.isRef() && m_moved.contains(list.number))) {
            compareAnnotations(page, list, list);
        }
    }
}

void RevisionDiff::comparePage(Ref page)
{
    const ValuePtr then = m_then.load(page);
    const ValuePtr now = m_now.load(page);
    if (!now->isDict()) {
        return; // the walk reports it
    }
    m_exempt.insert(page.number);
    compareKeys(*then,
                *now,
                { "Annots", "Tabs", "LastModified" },
                { ChangeCode::PageEntryChanged, {}, page });
    compareAnnotations(page, then->at("Annots"), now->at("Annots"));
}

bool RevisionDiff::maySpeak() const
{
    return m_rules.isCertified && m_rules.level == 3;
}

void RevisionDiff::compareAnnotations(Ref page, const Value &then, const Value &now)
{
    exemptAt(then, page.number, "Annots");
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    const auto isMark = [&](const Document &document, const Value &item) {
        return maySpeak() && item.isRef() && isHarmlessAnnotation(*document.follow(item));
    };
    std::size_t at = 0;
    for (const Value &item : after->items) {
        while (at < before->items.size() && !isEquivalent(before->items[at], item)
               && isMark(m_then, before->items[at])) {
            allow(ChangeCode::AnnotationRemoved, { pageName(page) });
            ++at;
        }
        if (at < before->items.size() && isEquivalent(before->items[at], item)) {
            ++at;
            if (item.isRef() && isChanged(item.number) && !m_exempt.contains(item.number)
                && isMark(m_then, item) && isMark(m_now, item)) {
                m_exempt.insert(item.number);
                m_fields.insert(item.number);
                m_skip[item.number].insert({ "AP", "Popup", "C", "BS", "RC" });
                allow(ChangeCode::AnnotationChanged, { pageName(page) });
            }
            continue;
        }
        if (item.isRef() && m_newWidgets.contains(item.ref())) {
            continue;
        }
        const std::string kind = m_now.follow(*m_now.follow(item), "Subtype")->text;
        if (isMark(m_now, item)) {
            allow(ChangeCode::AnnotationAdded, { pageName(page), kind });
        } else {
            forbid(ChangeCode::AnnotationAdded, { pageName(page), kind });
        }
    }
    for (; at < before->items.size(); ++at) {
        if (!isMark(m_then, before->items[at])) {
            forbid(ChangeCode::AnnotationRemoved, { pageName(page) });
        }
    }
}

bool RevisionDiff::isHarmlessAnnotation(const Value &annotation) const
{
    const Value &subtype = annotation.at("Subtype");
    return subtype.isName() && HarmlessMarks.contains(subtype.text) && !annotation.has("A")
        && !annotation.has("AA") && !annotation.has("IC")
        && !drawsForeignContent(annotation.at("AP"));
}

/// Pictures, text and patterns in the appearance of a mark could pass for the page's own.
bool RevisionDiff::drawsForeignContent(const Value &appearance) const
{
    std::vector<Value> open{ appearance };
    std::set<std::int64_t> seen;
    int budget = 2000;
    while (!open.empty()) {
        const Value value = std::move(open.back());
        open.pop_back();
        if (--budget < 0) {
            return true;
        }
        if (value.isRef()) {
            if (seen.insert(value.number).second) {
                open.push_back(*m_now.follow(value));
            }
            continue;
        }
        if (value.isStream() && !value.at("Subtype").isName("Form") && value.has("Subtype")) {
            return true;
        }
        const ValuePtr resources = m_now.follow(value, "Resources");
        if (resources->has("Font") || resources->has("Pattern") || resources->has("Shading")) {
            return true;
        }
        for (const Value &item : value.items) {
            if (item.isRef() || !item.items.empty()) {
                open.push_back(item);
            }
        }
    }
    return false;
}

} // namespace andu::pdf::verify
