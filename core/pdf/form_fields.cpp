// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/form_fields.h"

#include "core/base/literals.h"
#include "core/pdf/object_text.h"

#include <set>

namespace andu::pdf {

namespace {

constexpr int MaxDepth = 32;
constexpr int RadioFlag = 1 << 15;
constexpr int PushButtonFlag = 1 << 16;

FieldKind kindOf(const QString &type, int flags)
{
    if (type == u"Tx"_s) {
        return FieldKind::Text;
    }
    if (type == u"Ch"_s) {
        return FieldKind::Choice;
    }
    if (type == u"Sig"_s) {
        return FieldKind::Signature;
    }
    if (type == u"Btn"_s) {
        return (flags & PushButtonFlag) != 0 ? FieldKind::PushButton
            : (flags & RadioFlag) != 0       ? FieldKind::RadioButton
                                             : FieldKind::CheckBox;
    }
    return FieldKind::Unknown;
}

/// Kids that are fields of their own carry /T (12.7.4.2); the others are widgets.
bool isField(QPDFObjectHandle kid)
{
    return kid.isDictionary() && kid.hasKey("/T");
}

class FieldWalk
{
public:
    std::vector<Field> fields;

    void walk(QPDFObjectHandle node, const QString &parent, int depth)
    {
        if (!node.isDictionary() || depth > MaxDepth) {
            return;
        }
        if (node.isIndirect() && !m_seen.insert(node.getObjGen()).second) {
            return;
        }
        const QString part = decodedText(node.getKey("/T"));
        const QString full
            = parent.isEmpty() || part.isEmpty() ? parent + part : parent + u'.' + part;
        QPDFObjectHandle kids = node.getKey("/Kids");
        const int count = kids.isArray() ? kids.getArrayNItems() : 0;
        bool hasFields = false;
        for (int i = 0; i < count; ++i) {
            hasFields = hasFields || isField(kids.getArrayItem(i));
        }
        if (!hasFields) {
            add(node, full);
            return;
        }
        for (int i = 0; i < count; ++i) {
            walk(kids.getArrayItem(i), full, depth + 1);
        }
    }

private:
    void add(QPDFObjectHandle node, const QString &full)
    {
        Field field;
        field.name = full;
        field.dict = node;
        QPDFObjectHandle flags = fieldAttribute(node, "/Ff");
        field.flags = flags.isInteger() ? int(flags.getIntValue()) : 0;
        field.kind = kindOf(decodedText(fieldAttribute(node, "/FT")), field.flags);
        QPDFObjectHandle value = fieldAttribute(node, "/V");
        field.isSigned = field.kind == FieldKind::Signature && value.isDictionary();
        field.value = decodedText(value);
        QPDFObjectHandle kids = node.getKey("/Kids");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            if (kids.getArrayItem(i).isDictionary()) {
                field.widgets.push_back(kids.getArrayItem(i));
            }
        }
        if (field.widgets.empty()) {
            field.widgets.push_back(node);
        }
        fields.push_back(std::move(field));
    }

    std::set<QPDFObjGen> m_seen;
};

void addLock(ChangeLimits &limits, QPDFObjectHandle lock)
{
    if (!lock.isDictionary()) {
        return;
    }
    QStringList names;
    QPDFObjectHandle list = lock.getKey("/Fields");
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
        names.append(decodedText(list.getArrayItem(i)));
    }
    const QString action = decodedText(lock.getKey("/Action"));
    QPDFObjectHandle level = lock.getKey("/P");
    if (level.isInteger()) {
        limits.certification = std::min(limits.certification.value_or(3), int(level.getIntValue()));
    }
    if (action == u"All"_s) {
        limits.isAllLocked = true;
    } else if (action == u"Include"_s) {
        limits.lockedFields += names;
    } else if (action == u"Exclude"_s) {
        limits.allLockedExcept = limits.allLockedExcept.value_or(names);
    }
}

void addReferences(ChangeLimits &limits, QPDFObjectHandle signature)
{
    QPDFObjectHandle references = signature.getKey("/Reference");
    for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
        QPDFObjectHandle entry = references.getArrayItem(i);
        if (!entry.isDictionary()) {
            continue;
        }
        QPDFObjectHandle parameters = entry.getKey("/TransformParams");
        const QString method = decodedText(entry.getKey("/TransformMethod"));
        if (method == u"FieldMDP"_s) {
            addLock(limits, parameters);
        } else if (method == u"DocMDP"_s) {
            QPDFObjectHandle level
                = parameters.isDictionary() ? parameters.getKey("/P") : QPDFObjectHandle::newNull();
            const int p = level.isInteger() ? int(level.getIntValue()) : 2; // Table 257: default 2
            limits.certification = std::min(limits.certification.value_or(3), p);
        }
    }
}

bool covers(const QString &listed, const QString &field)
{
    return field == listed || field.startsWith(listed + u'.');
}

} // namespace

bool ChangeLimits::isLocked(const QString &field) const
{
    if (isAllLocked) {
        return true;
    }
    for (const QString &listed : lockedFields) {
        if (covers(listed, field)) {
            return true;
        }
    }
    if (!allLockedExcept) {
        return false;
    }
    for (const QString &listed : *allLockedExcept) {
        if (covers(listed, field)) {
            return false;
        }
    }
    return true;
}

QPDFObjectHandle fieldAttribute(QPDFObjectHandle field, const char *key)
{
    for (int depth = 0; depth < MaxDepth && field.isDictionary(); ++depth) {
        QPDFObjectHandle value = field.getKey(key);
        if (!value.isNull()) {
            return value;
        }
        field = field.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

Result<std::vector<Field>> fieldsOf(Document &document)
{
    return guarded([&]() -> Result<std::vector<Field>> {
        FieldWalk walk;
        QPDFObjectHandle form = document.qpdf().getRoot().getKey("/AcroForm");
        QPDFObjectHandle list
            = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
        for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
            walk.walk(list.getArrayItem(i), {}, 0);
        }
        return std::move(walk.fields);
    });
}

Result<ChangeLimits> limitsOf(Document &document, const std::vector<Field> &fields)
{
    return guarded([&]() -> Result<ChangeLimits> {
        ChangeLimits limits;
        std::set<QPDFObjGen> seen;
        for (const Field &field : fields) {
            if (!field.isSigned) {
                continue;
            }
            QPDFObjectHandle value = fieldAttribute(field.dict, "/V");
            // The parts of one seal are fields that share their signature: it counts once.
            if (!value.isIndirect() || seen.insert(value.getObjGen()).second) {
                ++limits.signatures;
            }
            addReferences(limits, value);
            addLock(limits, QPDFObjectHandle(field.dict).getKey("/Lock"));
        }
        QPDFObjectHandle permissions = document.qpdf().getRoot().getKey("/Perms");
        QPDFObjectHandle certified = permissions.isDictionary() ? permissions.getKey("/DocMDP")
                                                                : QPDFObjectHandle::newNull();
        if (certified.isDictionary()) {
            addReferences(limits, certified);
            limits.certification = limits.certification.value_or(2);
        }
        return limits;
    });
}

std::optional<Refusal>
refusalFor(Document &document, const ChangeLimits &limits, Change change, const QString &field)
{
    if (document.refusal()) {
        return document.refusal();
    }
    if (change == Change::AddValidationData) {
        return std::nullopt; // ISO 32000-2, 12.8.2.2.2: DSS and time stamps are always allowed
    }
    QPDF &qpdf = document.qpdf();
    if (qpdf.isEncrypted() && !qpdf.ownerPasswordMatched()) {
        const bool mayAdd = qpdf.allowModifyAnnotation();
        const bool mayFill = mayAdd || qpdf.allowModifyForm();
        if (change == Change::SignNewField ? !mayAdd : !mayFill) {
            return Refusal::Permission;
        }
    }
    QPDFObjectHandle form = qpdf.getRoot().getKey("/AcroForm");
    if (form.isDictionary() && form.hasKey("/XFA")) {
        return Refusal::Xfa;
    }
    if (limits.certification == 1) {
        return Refusal::CertifiedNoChanges;
    }
    if (change == Change::SignNewField && limits.certification) {
        return Refusal::CertifiedNoNewField;
    }
    const bool isLocked
        = change == Change::SignNewField ? limits.isAllLocked : limits.isLocked(field);
    return isLocked ? std::optional(Refusal::Locked) : std::nullopt;
}

} // namespace andu::pdf
