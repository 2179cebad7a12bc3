// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace andu::pdf::verify {

/// What happened to a file after a signature. The words in brackets are the parameters, in order.
enum class ChangeCode {
    // Additions
    TimestampAdded, ///< [field]
    SignatureAdded, ///< [field]
    SignatureFieldAdded, ///< [field]
    FieldSigned, ///< [field]
    FieldFilled, ///< [field]
    AnnotationAdded, ///< [page, kind]
    AnnotationRemoved, ///< [page]
    AnnotationChanged, ///< [page]
    ValidationDataAdded,
    MetadataRenewed,
    InformationRenewed,
    StructureExtended,
    // Entries of a dictionary that may not change
    CatalogEntryChanged, ///< [entry]
    PageEntryChanged, ///< [page, entry]
    FormEntryChanged, ///< [entry]
    FieldEntryChanged, ///< [field, entry]
    StructureEntryChanged, ///< [entry]
    PermissionChanged, ///< [entry]
    InformationChanged, ///< [entry]
    InformationRemoved, ///< [entry]
    // The document as a whole
    CatalogReplaced,
    CatalogRemoved,
    EncryptionChanged,
    IdentifierChanged,
    ObjectAppeared, ///< [number, entry]
    ObjectRemoved, ///< [number, entry]
    ObjectReplaced, ///< [number, entry]
    ObjectServesTwice, ///< [number, entry]
    ValidationDataRemoved,
    ValidationDataForeign,
    CertificationLost,
    MetadataRemoved,
    MetadataChanged,
    StructureChanged,
    StructureListChanged, ///< [list]
    StructureListShortened, ///< [list]
    // Forms
    FormRemoved,
    FormUnsound,
    FormFlagLost,
    AppearancesDrawnAnew,
    DefaultResourceChanged,
    XfaChanged,
    FieldListForeign,
    FieldListShortened,
    FieldRemoved, ///< [field]
    FieldIsSigned, ///< [field]
    FieldIsCertified, ///< [field]
    FieldIsLocked, ///< [field]
    FieldIsButton, ///< [field]
    FieldHidden, ///< [field]
    FieldFlagsChanged, ///< [field]
    FieldValueForeign, ///< [field]
    FieldLookUnsigned, ///< [field]
    FieldLookForeign, ///< [field]
    FieldNameTaken, ///< [field]
    NewFieldKind, ///< [field]
    NewFieldValue, ///< [field]
    NewFieldOldSignature, ///< [field]
    NewFieldVisible, ///< [field]
    NewFieldCertified, ///< [field]
    NewFieldLocked, ///< [field]
    NewFieldPlaceTaken, ///< [field]
    NewFieldAction, ///< [field]
    NewFieldDrawn, ///< [field]
    // The signature and its revision
    SignatureNotShown,
    SignatureGone,
    SignatureElsewhere,
    RevisionUnclosed,
    RevisionUnreadable,
    TooManySignatures,
    // Bytes behind the signed revision that may be read in two ways
    SectionsLeftOut, ///< [offset]
    SectionOrder, ///< [offset]
    SectionHybrid, ///< [offset]
    SectionUnclosed, ///< [offset]
    TrailerTwice, ///< [offset]
    ForeignBytes, ///< [offset]
    RevisionDisorder, ///< [offset]
    RevisionWithoutEnd, ///< [offset]
    ObjectBroken, ///< [offset]
    ObjectUnclosed, ///< [offset]
    ObjectEntryTwice, ///< [offset]
    ObjectOverlap, ///< [offset]
    ObjectUnlisted, ///< [offset]
    ObjectListedTwice, ///< [number, offset]
    ObjectMisplaced, ///< [number, offset]
    ObjectTakenAnew, ///< [number, offset]
    ObjectStreamDiffers, ///< [number, offset]
};

/// One change: the code and its parameters are for programs and translations.
struct Change
{
    ChangeCode code = ChangeCode::ObjectReplaced;
    std::vector<std::string> parameters; ///< UTF-8; as ChangeCode says.
    std::string what; ///< The same in English.
    bool isForbidden = true;
};

/// Makes a change with its English sentence.
[[nodiscard]] Change
makeChange(ChangeCode code, std::vector<std::string> parameters, bool isForbidden);

/// Stable name of a code, lower case with hyphens: `field-filled`.
[[nodiscard]] std::string_view nameOf(ChangeCode code);
/// English sentence of a code, with %1, %2 where the parameters go.
[[nodiscard]] std::string_view sentenceOf(ChangeCode code);

} // namespace andu::pdf::verify
