// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"

#include <QStringList>

namespace andu::pdf {

enum class FieldKind { Text, CheckBox, RadioButton, PushButton, Choice, Signature, Unknown };

/// A field of the AcroForm that has a value of its own.
struct Field
{
    QString name; ///< Fully qualified.
    FieldKind kind = FieldKind::Unknown;
    QString value;
    bool isSigned = false;
    int flags = 0; ///< /Ff with inheritance.
    QPDFObjectHandle dict;
    std::vector<QPDFObjectHandle> widgets;
};

/// What earlier signatures forbid (ISO 32000-2, 12.8.2.2 and 12.8.2.4).
struct ChangeLimits
{
    std::optional<int> certification; ///< DocMDP P of the certification signature.
    int signatures = 0; ///< Signature fields with a value.
    bool isAllLocked = false;
    QStringList lockedFields;
    std::optional<QStringList> allLockedExcept;

    [[nodiscard]] bool isLocked(const QString &field) const;
};

/// Terminal fields in document order. A hostile tree is cut, never followed in circles.
[[nodiscard]] Result<std::vector<Field>> fieldsOf(Document &document);
[[nodiscard]] Result<ChangeLimits> limitsOf(Document &document, const std::vector<Field> &fields);
/// Attribute of a field with inheritance from its ancestors.
[[nodiscard]] QPDFObjectHandle fieldAttribute(QPDFObjectHandle field, const char *key);

enum class Change { SignNewField, SignExistingField, FillField, AddValidationData };
/// Nothing when the change may be appended.
[[nodiscard]] std::optional<Refusal>
refusalFor(Document &document, const ChangeLimits &limits, Change change, const QString &field);

} // namespace andu::pdf
