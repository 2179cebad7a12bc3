// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/change.h"

#include <array>

namespace andu::pdf::verify {

namespace {

struct Row
{
    ChangeCode code;
    std::string_view name;
    std::string_view sentence;
};

using enum ChangeCode;

constexpr std::array Rows{
    Row{ TimestampAdded, "timestamp-added", "timestamp added: %1" },
    Row{ SignatureAdded, "signature-added", "signature added: %1" },
    Row{ SignatureFieldAdded, "signature-field-added", "signature field added: %1" },
    Row{ FieldSigned, "field-signed", "field signed: %1" },
    Row{ FieldFilled, "field-filled", "field filled: %1" },
    Row{ AnnotationAdded, "annotation-added", "page %1: annotation added (%2)" },
    Row{ AnnotationRemoved, "annotation-removed", "page %1: annotation removed" },
    Row{ AnnotationChanged, "annotation-changed", "page %1: annotation changed" },
    Row{ ValidationDataAdded, "validation-data-added", "validation data added" },
    Row{ MetadataRenewed, "metadata-renewed", "metadata: dates and tool names renewed" },
    Row{ InformationRenewed,
         "information-renewed",
         "document information: dates and tool names renewed" },
    Row{ StructureExtended, "structure-extended", "structure tree extended" },
    Row{ CatalogEntryChanged, "catalog-entry-changed", "catalog /%1 changed" },
    Row{ PageEntryChanged, "page-entry-changed", "page %1: /%2 changed" },
    Row{ FormEntryChanged, "form-entry-changed", "form /%1 changed" },
    Row{ FieldEntryChanged, "field-entry-changed", "field %1: /%2 changed" },
    Row{ StructureEntryChanged, "structure-entry-changed", "structure tree /%1 changed" },
    Row{ PermissionChanged, "permission-changed", "catalog /Perms /%1 changed" },
    Row{ InformationChanged, "information-changed", "document information /%1 changed" },
    Row{ InformationRemoved, "information-removed", "document information /%1 was removed" },
    Row{ CatalogReplaced, "catalog-replaced", "trailer /Root names another catalog" },
    Row{ CatalogRemoved, "catalog-removed", "the catalog was removed" },
    Row{ EncryptionChanged, "encryption-changed", "trailer /Encrypt changed" },
    Row{ IdentifierChanged, "identifier-changed", "trailer /ID of an encrypted file changed" },
    Row{ ObjectAppeared, "object-appeared", "object %1 (/%2) appeared behind a signed reference" },
    Row{ ObjectRemoved, "object-removed", "object %1 (/%2) was removed" },
    Row{ ObjectReplaced, "object-replaced", "object %1 (/%2) was replaced" },
    Row{ ObjectServesTwice, "object-serves-twice", "object %1 may change, but also serves as /%2" },
    Row{ ValidationDataRemoved,
         "validation-data-removed",
         "catalog /DSS was removed or is no dictionary" },
    Row{ ValidationDataForeign,
         "validation-data-foreign",
         "catalog /DSS holds something that is no validation data" },
    Row{ CertificationLost,
         "certification-lost",
         "catalog /Perms no longer names the certification" },
    Row{ MetadataRemoved, "metadata-removed", "catalog /Metadata was removed" },
    Row{ MetadataChanged, "metadata-changed", "metadata changed" },
    Row{ StructureChanged, "structure-changed", "catalog /StructTreeRoot changed" },
    Row{ StructureListChanged, "structure-list-changed", "structure tree: /%1 changed" },
    Row{ StructureListShortened, "structure-list-shortened", "structure tree: /%1 lost an entry" },
    Row{ FormRemoved, "form-removed", "the form was removed" },
    Row{ FormUnsound, "form-unsound", "the field tree has a field twice" },
    Row{ FormFlagLost, "form-flag-lost", "form /SigFlags lost a flag" },
    Row{ AppearancesDrawnAnew,
         "appearances-drawn-anew",
         "form /NeedAppearances was set: frozen values would be drawn anew" },
    Row{ DefaultResourceChanged,
         "default-resource-changed",
         "a default resource of the form changed" },
    Row{ XfaChanged, "xfa-changed", "form /XFA changed" },
    Row{ FieldListForeign,
         "field-list-foreign",
         "the fields of the form got an entry that is no new signature field" },
    Row{ FieldListShortened, "field-list-shortened", "the fields of the form lost an entry" },
    Row{ FieldRemoved, "field-removed", "field %1 was removed" },
    Row{ FieldIsSigned, "field-is-signed", "field %1 changed although it is signed" },
    Row{ FieldIsCertified,
         "field-is-certified",
         "field %1 changed although the certification allows no changes" },
    Row{ FieldIsLocked, "field-is-locked", "field %1 changed although the signature locks it" },
    Row{ FieldIsButton, "field-is-button", "field %1 changed although a push button has no value" },
    Row{ FieldHidden, "field-hidden", "field %1 was hidden or shown" },
    Row{ FieldFlagsChanged, "field-flags-changed", "field %1 /Ff changed" },
    Row{ FieldValueForeign, "field-value-foreign", "field %1 got a value that is no signature" },
    Row{ FieldLookUnsigned,
         "field-look-unsigned",
         "field %1 got an appearance without a signature" },
    Row{ FieldLookForeign,
         "field-look-foreign",
         "field %1 looks different although its value is the same" },
    Row{ FieldNameTaken, "field-name-taken", "a second field is named %1" },
    Row{ NewFieldKind, "new-field-kind", "new field %1: only signature fields may be added" },
    Row{ NewFieldValue, "new-field-value", "new field %1: its value is no signature" },
    Row{ NewFieldOldSignature,
         "new-field-old-signature",
         "new field %1: it shows an earlier signature again" },
    Row{ NewFieldVisible, "new-field-visible", "new field %1: visible, after a certification" },
    Row{ NewFieldCertified,
         "new-field-certified",
         "new field %1: the certification allows no changes" },
    Row{ NewFieldLocked, "new-field-locked", "new field %1: the signature locks it" },
    Row{ NewFieldPlaceTaken,
         "new-field-place-taken",
         "new field %1: it takes the place of another object" },
    Row{ NewFieldAction, "new-field-action", "new field %1: it brings an action" },
    Row{
        NewFieldDrawn, "new-field-drawn", "new field %1: it draws something without being signed" },
    Row{ SignatureNotShown, "signature-not-shown", "the form does not show this signature" },
    Row{ SignatureGone, "signature-gone", "the form does not show this signature any more" },
    Row{ SignatureElsewhere,
         "signature-elsewhere",
         "the signature is not part of the revision it signs" },
    Row{ RevisionUnclosed, "revision-unclosed", "the signed bytes do not end with a revision" },
    Row{ RevisionUnreadable, "revision-unreadable", "the signed revision cannot be read" },
    Row{ TooManySignatures,
         "too-many-signatures",
         "there are too many signatures to compare all revisions" },
    Row{ SectionsLeftOut,
         "sections-left-out",
         "the signed cross-reference sections are left out at byte %1" },
    Row{ SectionOrder, "section-order", "cross-reference section out of order at byte %1" },
    Row{ SectionHybrid,
         "section-hybrid",
         "hybrid cross-reference section that says two things at byte %1" },
    Row{ SectionUnclosed,
         "section-unclosed",
         "cross-reference section without its startxref at byte %1" },
    Row{ TrailerTwice, "trailer-twice", "trailer with an entry twice at byte %1" },
    Row{ ForeignBytes, "foreign-bytes", "bytes that belong to no revision at byte %1" },
    Row{ RevisionDisorder, "revision-disorder", "revision without objects in order at byte %1" },
    Row{ RevisionWithoutEnd, "revision-without-end", "revision without %%EOF at byte %1" },
    Row{ ObjectBroken, "object-broken", "bytes that are no object at byte %1" },
    Row{ ObjectUnclosed, "object-unclosed", "object that does not end properly at byte %1" },
    Row{ ObjectEntryTwice, "object-entry-twice", "object with an entry twice at byte %1" },
    Row{ ObjectOverlap,
         "object-overlap",
         "object that reaches into a cross-reference section at byte %1" },
    Row{ ObjectUnlisted,
         "object-unlisted",
         "object outside the cross-reference section at byte %1" },
    Row{ ObjectListedTwice, "object-listed-twice", "object %1 listed twice at byte %2" },
    Row{
        ObjectMisplaced, "object-misplaced", "object %1 is not where the section at byte %2 says" },
    Row{ ObjectTakenAnew,
         "object-taken-anew",
         "object %1 is taken from signed bytes anew by the section at byte %2" },
    Row{ ObjectStreamDiffers,
         "object-stream-differs",
         "object stream %1 differs from the section at byte %2" },
};

const Row &rowOf(ChangeCode code)
{
    return Rows[static_cast<std::size_t>(code)]; // in order, see isComplete()
}

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < Rows.size(); ++i) {
        if (static_cast<std::size_t>(Rows[i].code) != i) {
            return false;
        }
    }
    return Rows.size() == static_cast<std::size_t>(ObjectStreamDiffers) + 1;
}
static_assert(isComplete(), "every code has its row, in order");

} // namespace

Change makeChange(ChangeCode code, std::vector<std::string> parameters, bool isForbidden)
{
    std::string text;
    const std::string_view sentence = rowOf(code).sentence;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const std::size_t index = sentence[i] == '%' && i + 1 < sentence.size()
            ? static_cast<std::size_t>(sentence[i + 1] - '1')
            : parameters.size();
        if (index < parameters.size()) {
            text += parameters[index];
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return { code, std::move(parameters), std::move(text), isForbidden };
}

std::string_view nameOf(ChangeCode code)
{
    return rowOf(code).name;
}

std::string_view sentenceOf(ChangeCode code)
{
    return rowOf(code).sentence;
}

} // namespace andu::pdf::verify
