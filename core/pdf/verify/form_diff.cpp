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
const std::set<std::string> Fillable{ "V", "AP", "AS", "M",    "F",  "DA", "Q",  "BS", "RV",
                                      "I", "TI", "Ff", "Type", "DS", "P",  "NM", "MK" };

std::int64_t flagsOf(const Document &document, const Value &dict, const char *key)
{
    const ValuePtr flags = document.follow(dict, key);
    return flags->isInt() ? flags->number : 0;
}

} // namespace

void RevisionDiff::compareForm()
{
    const Value &root = m_then.trailer().at("Root");
    const ValuePtr catalogThen = m_then.follow(root);
    const ValuePtr catalogNow = m_now.follow(m_now.trailer(), "Root");
    const Value &then = catalogThen->at("AcroForm");
    const Value &now = catalogNow->at("AcroForm");
    if (then.isNull() && now.isNull()) {
        return;
    }
    if (m_formThen.dict->isDict() && !m_formNow.dict->isDict()) {
        forbid(ChangeCode::FormRemoved);
        return;
    }
    if (m_formThen.isSound && !m_formNow.isSound) {
        forbid(ChangeCode::FormUnsound);
    }
    exempt(then);
    const std::int64_t owner = then.isRef() ? then.number : root.number;
    compareFormEntries(*m_formThen.dict, *m_formNow.dict, owner);
    compareFields();
    compareFieldList(m_formThen.dict->at("Fields"), m_formNow.dict->at("Fields"), owner, "Fields");
    for (const Ref &group : m_formThen.groups) {
        const Value kids = m_then.load(group)->at("Kids");
        if (isChanged(group.number) || (kids.isRef() && isChanged(kids.number))) {
            compareInnerNode(group);
        }
    }
    compareResources(m_formThen.dict->at("DR"), m_formNow.dict->at("DR"), owner, "DR", 0);
}

void RevisionDiff::compareFields()
{
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
            forbid(ChangeCode::FieldNameTaken, { field.name });
        }
        checkNewField(field);
    }
}

bool RevisionDiff::mayFill() const
{
    return !m_rules.isCertified || m_rules.level > 1;
}

void RevisionDiff::compareFormEntries(const Value &then, const Value &now, std::int64_t owner)
{
    const Keys differing
        = compareKeys(then,
                      now,
                      { "Fields", "SigFlags", "DR", "DA", "Q", "NeedAppearances", "XFA" },
                      { ChangeCode::FormEntryChanged, {} });
    if (differing.contains("SigFlags")) {
        const std::int64_t before = flagsOf(m_then, then, "SigFlags");
        if ((before & flagsOf(m_now, now, "SigFlags")) != before) {
            forbid(ChangeCode::FormFlagLost);
        }
    }
    compareNeedAppearances(then, now);
    for (const char *key : { "DA", "Q" }) {
        if (differing.contains(key) && then.has(key) && !mayFill()) {
            forbid(ChangeCode::FormEntryChanged, { key });
        }
    }
    compareXfa(then.at("XFA"), now.at("XFA"), owner);
}

/// Writers that fill forms without drawing ask readers to do it. That draws the other fields anew,
/// too, so it is right only where none is frozen and each shows its value already.
void RevisionDiff::compareNeedAppearances(const Value &then, const Value &now)
{
    const bool neededThen = m_then.follow(then, "NeedAppearances")->number != 0;
    const bool needsNow = m_now.follow(now, "NeedAppearances")->number != 0;
    if (neededThen || !needsNow) {
        return;
    }
    const bool isSame
        = std::all_of(m_formThen.fields.begin(),
                      m_formThen.fields.end(),
                      [this](const FormField &field) { return looksLikeItsValue(field); });
    if (mayFill() && m_rules.locks.empty() && isSame) {
        allow(ChangeCode::FormEntryChanged, { "NeedAppearances" });
    } else {
        forbid(ChangeCode::AppearancesDrawnAnew);
    }
}

/// Old resources stay, new names may come. Anything below an old name is frozen by the walk.
void RevisionDiff::compareResources(
    const Value &then, const Value &now, std::int64_t owner, const std::string &key, int depth)
{
    if (then.isNull()) {
        return;
    }
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (depth > 1 || !before->isDict() || !after->isDict()) {
        if (!isEquivalent(then, now)) {
            forbid(ChangeCode::DefaultResourceChanged);
        }
        return;
    }
    exemptAt(then, owner, key);
    for (std::size_t i = 0; i < before->entryCount(); ++i) {
        compareResources(before->entry(i),
                         after->at(before->key(i)),
                         then.isRef() ? then.number : owner,
                         before->key(i),
                         depth + 1);
    }
}

/// The data of an XFA form may change with its values, its template may not.
void RevisionDiff::compareXfa(const Value &then, const Value &now, std::int64_t owner)
{
    if (then.isNull() && now.isNull()) {
        return;
    }
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (!before->isArray() || !sameValue(*before, *after)) {
        if (!sameValue(then, now) || !sameValue(*before, *after)) {
            forbid(ChangeCode::XfaChanged);
        }
        return;
    }
    const bool isFree = mayFill() && m_rules.locks.empty();
    for (std::size_t i = 0; isFree && i + 1 < before->items.size(); i += 2) {
        const std::string &name = before->items[i].text;
        if (name == "datasets" || name == "form") {
            exemptAt(before->items[i + 1], then.isRef() ? then.number : owner, "XFA");
        }
    }
}

/// The old entries in their order, and between them new signature fields only.
void RevisionDiff::compareFieldList(const Value &then,
                                    const Value &now,
                                    std::int64_t owner,
                                    const char *key)
{
    exemptAt(then, owner, key);
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    std::size_t at = 0;
    for (const Value &item : after->items) {
        if (at < before->items.size() && sameValue(before->items[at], item)) {
            ++at;
        } else if (!item.isRef() || !m_newNodes.contains(item.ref())) {
            forbid(ChangeCode::FieldListForeign);
        }
    }
    if (at < before->items.size()) {
        forbid(ChangeCode::FieldListShortened);
    }
}

/// A group of fields may get new signature fields.
void RevisionDiff::compareInnerNode(Ref node)
{
    const ValuePtr before = m_then.load(node);
    const ValuePtr after = m_now.load(node);
    const std::string name = utf8Of(m_then.follow(*before, "T")->text);
    compareKeys(*before, *after, { "Kids" }, { ChangeCode::FieldEntryChanged, { name } });
    m_exempt.insert(node.number);
    m_fields.insert(node.number);
    m_skip[node.number]; // may change, so it must be nothing but a field
    compareFieldList(before->at("Kids"), after->at("Kids"), node.number, "Kids");
}

void RevisionDiff::compareField(const FormField &then, const FormField *now)
{
    if (now == nullptr) {
        forbid(ChangeCode::FieldRemoved, { then.name });
        return;
    }
    const auto reason = freezeReason(then, *now);
    std::set<Ref> nodes(then.widgets.begin(), then.widgets.end());
    nodes.insert(then.ref);
    bool isTouched = false;
    for (const Ref &node : nodes) {
        if (reason) {
            isTouched = isTouched || isChanged(node.number);
        } else {
            m_skip[node.number].insert({ "V", "AP", "RV" });
            m_fields.insert(node.number);
            isTouched = isTouched || isLookMoved(node);
        }
        if (isChanged(node.number)) {
            isTouched = true;
            m_exempt.insert(node.number);
            compareFieldNode(node, then, reason ? Keys{} : Fillable);
        }
    }
    if (isTouched && reason) {
        forbid(*reason, { then.name });
    } else if (isTouched && isLookForeign(then, *now)) {
        forbid(ChangeCode::FieldLookForeign, { then.name });
    } else if (isTouched) {
        const bool isSigned = then.isSignature() && m_now.follow(now->rawValue)->isDict();
        allow(isSigned ? ChangeCode::FieldSigned : ChangeCode::FieldFilled, { then.name });
    }
}

/// Why the field may not be filled; nothing when it may.
std::optional<ChangeCode> RevisionDiff::freezeReason(const FormField &then,
                                                     const FormField &now) const
{
    if (then.isSignature() && m_then.follow(then.rawValue)->isDict()) {
        return ChangeCode::FieldIsSigned;
    }
    if (then.isSignature() && isTimestamp(now) && !isVisible(now)) {
        return std::nullopt;
    }
    if (!mayFill()) {
        return ChangeCode::FieldIsCertified;
    }
    for (const FieldLock &lock : m_rules.locks) {
        if (lock.covers(then.name)) {
            return ChangeCode::FieldIsLocked;
        }
    }
    const bool isPush = then.type == "Btn" && (flagsOf(m_then, *then.dict, "Ff") & PushButton) != 0;
    return isPush ? std::optional(ChangeCode::FieldIsButton) : std::nullopt;
}

void RevisionDiff::compareFieldNode(Ref node, const FormField &field, const Keys &fillable)
{
    const ValuePtr before = m_then.load(node);
    const ValuePtr after = m_now.load(node);
    const Keys differing
        = compareKeys(*before, *after, fillable, { ChangeCode::FieldEntryChanged, { field.name } });
    if (differing.contains("Type") && (before->has("Type") || !after->at("Type").isName("Annot"))) {
        forbid(ChangeCode::FieldEntryChanged, { field.name, "Type" });
    }
    // Signers note the page, a name and how the field is turned; where they said so before, it
    // stays.
    const bool mayDress = field.isSignature() && !before->has("MK")
        && !m_now.follow(*after, "MK")->has("BG") && !m_now.follow(*after, "MK")->has("BC");
    for (const char *key : { "P", "NM", "MK" }) {
        const bool isFree = std::string_view(key) == "MK" ? mayDress : !before->has(key);
        if (differing.contains(key) && !isFree) {
            forbid(ChangeCode::FieldEntryChanged, { field.name, key });
        }
    }
    if (differing.contains("F") || differing.contains("Ff")) {
        compareFlags(*before, *after, field);
    }
    if (field.isSignature() && differing.contains("V")) {
        const ValuePtr value = m_now.follow(after->at("V"));
        if (!value->isDict() || !value->has("ByteRange") || isOldSignature(after->at("V"))) {
            forbid(ChangeCode::FieldValueForeign, { field.name });
        }
    } else if (field.isSignature() && differing.contains("AP") && after->has("AP")
               && !after->has("V") && !m_now.follow(*after, "Parent")->has("V")) {
        forbid(ChangeCode::FieldLookUnsigned, { field.name });
    }
}

void RevisionDiff::compareFlags(const Value &then, const Value &now, const FormField &field)
{
    const ValuePtr display = m_now.follow(now, "F");
    const std::int64_t shown = flagsOf(m_then, then, "F") ^ flagsOf(m_now, now, "F");
    const bool isShown = field.isSignature() && (flagsOf(m_now, now, "F") & HidingFlags) == 0;
    if (((shown & HidingFlags) != 0 && !isShown) || (!display->isNull() && !display->isInt())) {
        forbid(ChangeCode::FieldHidden, { field.name });
    }
    const std::int64_t changed = flagsOf(m_then, then, "Ff") ^ flagsOf(m_now, now, "Ff");
    if ((changed & ~ReadOnly) != 0) {
        forbid(ChangeCode::FieldFlagsChanged, { field.name });
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
    // What is reported counts as known all the same: one fault, one line.
    m_newNodes.insert(field.ref);
    m_newNodes.insert(field.parents.begin(), field.parents.end());
    if (const auto fault = newFieldFault(field)) {
        forbid(*fault, { field.name });
        return;
    }
    m_newWidgets.insert(field.widgets.begin(), field.widgets.end());
    const bool isSigned = m_now.follow(field.rawValue)->isDict();
    allow(isTimestamp(field) ? ChangeCode::TimestampAdded
              : isSigned     ? ChangeCode::SignatureAdded
                             : ChangeCode::SignatureFieldAdded,
          { field.name });
}

std::optional<ChangeCode> RevisionDiff::newFieldFault(const FormField &field) const
{
    if (!field.isSignature()) {
        return ChangeCode::NewFieldKind;
    }
    const ValuePtr value = m_now.follow(field.rawValue);
    const bool isSigned = value->isDict() && value->has("ByteRange");
    const bool isShown = isVisible(field);
    if (!value->isNull() && !isSigned) {
        return ChangeCode::NewFieldValue;
    }
    if (isSigned && isOldSignature(field.rawValue)) {
        return ChangeCode::NewFieldOldSignature;
    }
    if (m_rules.isCertified && isShown) {
        return ChangeCode::NewFieldVisible;
    }
    if (!mayFill() && !isTimestamp(field)) {
        return ChangeCode::NewFieldCertified;
    }
    for (const FieldLock &lock : m_rules.locks) {
        if (isShown && lock.covers(field.name)) {
            return ChangeCode::NewFieldLocked;
        }
    }
    std::set<Ref> nodes(field.widgets.begin(), field.widgets.end());
    nodes.insert(field.ref);
    for (const Ref &node : nodes) {
        if (const auto fault = newNodeFault(node, isSigned || !isShown)) {
            return fault;
        }
    }
    static const Keys Grouping{ "T", "Kids", "Parent", "FT", "Ff", "TU", "TM", "Type" };
    for (const Ref &parent : field.parents) {
        const ValuePtr group = m_now.load(parent);
        const bool isNew = m_then.locate(parent.number).kind == XrefEntry::Kind::Free;
        for (std::size_t i = 0; isNew && i < group->entryCount(); ++i) {
            if (!Grouping.contains(group->key(i)) || group->isStream()) {
                return ChangeCode::NewFieldKind;
            }
        }
    }
    return std::nullopt;
}

/// What is wrong with an object that makes up a new signature field.
std::optional<ChangeCode> RevisionDiff::newNodeFault(Ref node, bool mayDraw) const
{
    const ValuePtr dict = m_now.load(node);
    if (m_then.locate(node.number).kind != XrefEntry::Kind::Free) {
        return ChangeCode::NewFieldPlaceTaken;
    }
    if (dict->has("A") || dict->has("AA")) {
        return ChangeCode::NewFieldAction;
    }
    // Something that is also a page, a stream or another annotation would be drawn as such.
    const ValuePtr kind = m_now.follow(*dict, "Type");
    const ValuePtr subtype = m_now.follow(*dict, "Subtype");
    const bool isPlain = (kind->isNull() || kind->isName("Annot") || kind->isName("Field"))
        && (subtype->isNull() || subtype->isName("Widget"));
    const ValuePtr contents = m_now.follow(*dict, "Contents");
    const bool isText = contents->isNull() || contents->isString();
    if (dict->isStream() || !isPlain || !isText || dict->has("Resources")) {
        return ChangeCode::NewFieldKind;
    }
    const bool isDrawn = dict->has("AP") || m_now.follow(*dict, "MK")->has("BG");
    return isDrawn && !mayDraw ? std::optional(ChangeCode::NewFieldDrawn) : std::nullopt;
}

} // namespace andu::pdf::verify
