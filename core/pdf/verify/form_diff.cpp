// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revision_diff.h"

#include <algorithm>
#include <cmath>

namespace andu::pdf::verify {

namespace {

constexpr std::int64_t PushButton = 1 << 16;
constexpr std::int64_t ReadOnly = 1;
constexpr std::int64_t HidingFlags = 2 | 32; // Hidden, NoView

/// Entries that change when a field is filled or signed.
const std::set<std::string> Fillable{ "V",  "AP", "AS", "M",  "F",  "DA",   "Q",
                                      "BS", "RV", "I",  "TI", "Ff", "Type", "DS" };

std::int64_t flagsOf(const Document &document, const Value &dict, const char *key)
{
    const ValuePtr flags = document.follow(dict, key);
    return flags->isInt() ? flags->number : 0;
}

} // namespace

void RevisionDiff::compareForm()
{
    const ValuePtr catalogThen = m_then.follow(m_then.trailer(), "Root");
    const ValuePtr catalogNow = m_now.follow(m_now.trailer(), "Root");
    const Value &then = catalogThen->at("AcroForm");
    const Value &now = catalogNow->at("AcroForm");
    if (then.isNull() && now.isNull()) {
        return;
    }
    if (m_formThen.dict->isDict() && !m_formNow.dict->isDict()) {
        forbid("the form was removed");
        return;
    }
    if (m_formThen.isSound && !m_formNow.isSound) {
        forbid("the field tree has a field twice");
    }
    exempt(then);
    exempt(now);
    compareFormEntries(*m_formThen.dict, *m_formNow.dict);
    std::map<Ref, const FormField *> known;
    std::set<std::string> names;
    for (const FormField &field : m_formNow.fields) {
        known[field.ref] = &field;
    }
    std::set<Ref> old;
    for (const FormField &field : m_formThen.fields) {
        old.insert(field.ref);
        names.insert(field.name);
        if (field.ref.number == 0) {
            continue; // a direct dictionary is compared with the list it is in
        }
        const auto found = known.find(field.ref);
        compareField(field, found == known.end() ? nullptr : found->second);
    }
    for (const FormField &field : m_formNow.fields) {
        if (old.contains(field.ref)) {
            continue;
        }
        if (!names.insert(field.name).second) {
            forbid("a second field is named " + field.name);
        }
        checkNewField(field);
    }
    compareRootFields(m_formThen.dict->at("Fields"), m_formNow.dict->at("Fields"));
}

void RevisionDiff::compareFormEntries(const Value &then, const Value &now)
{
    const Keys differing = compareKeys(
        then, now, { "Fields", "SigFlags", "DR", "DA", "Q", "NeedAppearances", "XFA" }, "form");
    if (differing.contains("SigFlags")) {
        const std::int64_t before = flagsOf(m_then, then, "SigFlags");
        if ((before & flagsOf(m_now, now, "SigFlags")) != before) {
            forbid("form /SigFlags lost a flag");
        }
    }
    const ValuePtr needsThen = m_then.follow(then, "NeedAppearances");
    const ValuePtr needsNow = m_now.follow(now, "NeedAppearances");
    if (needsNow->number != 0 && needsThen->number == 0) {
        forbid("form /NeedAppearances was set: values would be drawn anew");
    }
    for (const char *key : { "DA", "Q" }) {
        const bool mayFill = !m_rules.isCertified || m_rules.level > 1;
        if (differing.contains(key) && then.has(key) && !mayFill) {
            forbid(std::string("form /") + key + " changed");
        }
    }
    compareResources(then.at("DR"), now.at("DR"), 0);
    compareXfa(then.at("XFA"), now.at("XFA"));
}

/// Old resources stay, new names may come. Anything below an old name is frozen by the walk.
void RevisionDiff::compareResources(const Value &then, const Value &now, int depth)
{
    if (then.isNull()) {
        return;
    }
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (depth > 1 || !before->isDict() || !after->isDict()) {
        if (!isEquivalent(then, now)) {
            forbid("a default resource of the form changed");
        }
        return;
    }
    exempt(then);
    for (std::size_t i = 0; i < before->entryCount(); ++i) {
        compareResources(before->entry(i), after->at(before->key(i)), depth + 1);
    }
}

/// The data of an XFA form may change with its values, its template may not.
void RevisionDiff::compareXfa(const Value &then, const Value &now)
{
    if (then.isNull() && now.isNull()) {
        return;
    }
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (!before->isArray() || !sameValue(*before, *after)) {
        if (!sameValue(then, now) || !sameValue(*before, *after)) {
            forbid("form /XFA changed");
        }
        return;
    }
    const bool mayFill = (!m_rules.isCertified || m_rules.level > 1) && m_rules.locks.empty();
    for (std::size_t i = 0; mayFill && i + 1 < before->items.size(); i += 2) {
        const std::string &name = before->items[i].text;
        if (name == "datasets" || name == "form") {
            exempt(before->items[i + 1]);
        }
    }
}

void RevisionDiff::compareRootFields(const Value &then, const Value &now)
{
    exempt(then);
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    std::size_t at = 0;
    std::set<Ref> added;
    for (const FormField &field : m_formNow.fields) {
        added.insert(field.ref);
    }
    for (const Value &item : after->items) {
        if (at < before->items.size() && sameValue(before->items[at], item)) {
            ++at;
        } else if (!item.isRef() || !added.contains(item.ref())) {
            forbid("form /Fields has an entry that is no new signature field");
        }
    }
    if (at < before->items.size()) {
        forbid("form /Fields lost an entry");
    }
}

void RevisionDiff::compareField(const FormField &then, const FormField *now)
{
    if (now == nullptr) {
        forbid("field " + then.name + " was removed");
        return;
    }
    const std::string reason = freezeReason(then, *now);
    const bool isFrozen = !reason.empty();
    std::set<Ref> nodes(then.widgets.begin(), then.widgets.end());
    nodes.insert(then.ref);
    bool isTouched = false;
    for (const Ref &node : nodes) {
        if (isFrozen) {
            isTouched = isTouched || isChanged(node.number);
        } else {
            m_skip[node.number].insert({ "V", "AP", "RV" });
        }
        if (isChanged(node.number)) {
            isTouched = true;
            m_exempt.insert(node.number);
            compareFieldNode(node, then, isFrozen ? Keys{} : Fillable);
        }
    }
    if (isTouched && isFrozen) {
        forbid("field " + then.name + " changed although " + reason);
    } else if (isTouched) {
        const bool isSigned = then.isSignature() && m_now.follow(now->rawValue)->isDict();
        allow((isSigned ? "field signed: " : "field filled: ") + then.name);
    }
}

/// Why the field may not be filled; empty when it may.
std::string RevisionDiff::freezeReason(const FormField &then, const FormField &now) const
{
    if (then.isSignature() && m_then.follow(then.rawValue)->isDict()) {
        return "it is signed";
    }
    if (then.isSignature() && isTimestamp(now) && !isVisible(now)) {
        return {};
    }
    if (m_rules.isCertified && m_rules.level < 2) {
        return "the certification allows no changes";
    }
    for (const FieldLock &lock : m_rules.locks) {
        if (lock.covers(then.name)) {
            return "the signature locks it";
        }
    }
    const bool isPush = then.type == "Btn" && (flagsOf(m_then, *then.dict, "Ff") & PushButton) != 0;
    return isPush ? "a push button has no value" : "";
}

void RevisionDiff::compareFieldNode(Ref node, const FormField &field, const Keys &fillable)
{
    const ValuePtr before = m_then.load(node);
    const ValuePtr after = m_now.load(node);
    const Keys differing = compareKeys(*before, *after, fillable, "field " + field.name);
    if (differing.contains("F")) {
        const std::int64_t changed = flagsOf(m_then, *before, "F") ^ flagsOf(m_now, *after, "F");
        const bool isShown
            = field.isSignature() && (flagsOf(m_now, *after, "F") & HidingFlags) == 0;
        if ((changed & HidingFlags) != 0 && !isShown) {
            forbid("field " + field.name + " was hidden or shown");
        }
    }
    if (differing.contains("Ff")) {
        const std::int64_t changed = flagsOf(m_then, *before, "Ff") ^ flagsOf(m_now, *after, "Ff");
        if ((changed & ~ReadOnly) != 0) {
            forbid("field " + field.name + " /Ff changed");
        }
    }
    if (field.isSignature() && differing.contains("V")) {
        const ValuePtr value = m_now.follow(after->at("V"));
        if (!value->isDict() || !value->has("ByteRange") || isOldSignature(after->at("V"))) {
            forbid("field " + field.name + " got a value that is no signature");
        }
    } else if (field.isSignature() && differing.contains("AP") && !after->has("V")
               && !m_now.follow(*after, "Parent")->has("V")) {
        forbid("field " + field.name + " got an appearance without a signature");
    }
}

bool RevisionDiff::isOldSignature(const Value &rawValue) const
{
    return rawValue.isRef() && m_then.locate(rawValue.number).kind != XrefEntry::Kind::Free;
}

bool RevisionDiff::isTimestamp(const FormField &field) const
{
    const ValuePtr value = m_now.follow(field.rawValue);
    return value->at("SubFilter").isName("ETSI.RFC3161");
}

bool RevisionDiff::isVisible(const FormField &field) const
{
    return std::any_of(field.widgets.begin(), field.widgets.end(), [this](Ref ref) {
        const ValuePtr widget = m_now.load(ref);
        const Value box = m_now.resolved(widget->at("Rect"), 2);
        if ((flagsOf(m_now, *widget, "F") & HidingFlags) != 0 || box.items.size() != 4) {
            return false;
        }
        return std::abs(box.items[0].real() - box.items[2].real()) > 0
            && std::abs(box.items[1].real() - box.items[3].real()) > 0;
    });
}

void RevisionDiff::checkNewField(const FormField &field)
{
    const std::string fault = newFieldFault(field);
    if (!fault.empty()) {
        forbid("new field " + field.name + ": " + fault);
        return;
    }
    m_newWidgets.insert(field.widgets.begin(), field.widgets.end());
    const bool isSigned = m_now.follow(field.rawValue)->isDict();
    allow((isTimestamp(field) ? "timestamp added: "
               : isSigned     ? "signature added: "
                              : "signature field added: ")
          + field.name);
}

std::string RevisionDiff::newFieldFault(const FormField &field) const
{
    if (!field.isSignature()) {
        return "only signature fields may be added";
    }
    const ValuePtr value = m_now.follow(field.rawValue);
    const bool isSigned = value->isDict() && value->has("ByteRange");
    const bool isShown = isVisible(field);
    if (!value->isNull() && !isSigned) {
        return "its value is no signature";
    }
    if (isSigned && isOldSignature(field.rawValue)) {
        return "it shows an earlier signature again";
    }
    if (m_rules.isCertified && isShown) {
        return "visible, after a certification";
    }
    if (m_rules.isCertified && m_rules.level < 2 && !isTimestamp(field)) {
        return "the certification allows no changes";
    }
    for (const FieldLock &lock : m_rules.locks) {
        if (isShown && lock.covers(field.name)) {
            return "the signature locks it";
        }
    }
    std::set<Ref> nodes(field.widgets.begin(), field.widgets.end());
    nodes.insert(field.ref);
    for (const Ref &node : nodes) {
        const ValuePtr dict = m_now.load(node);
        if (m_then.locate(node.number).kind != XrefEntry::Kind::Free) {
            return "it takes the place of another object";
        }
        if (dict->has("A") || dict->has("AA")) {
            return "it brings an action";
        }
        const bool isDrawn = dict->has("AP") || m_now.follow(*dict, "MK")->has("BG");
        if (!isSigned && isShown && isDrawn) {
            return "it draws something without being signed";
        }
    }
    return {};
}

} // namespace andu::pdf::verify
