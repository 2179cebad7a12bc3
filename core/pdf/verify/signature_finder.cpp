// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/signature_finder.h"

#include "core/pdf/verify/signed_range.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxRevisionsSearched = 40;

bool isSame(const FoundSignature &left, const FoundSignature &right)
{
    if (left.valueRef.number != 0 || right.valueRef.number != 0) {
        return left.valueRef == right.valueRef && left.dict->begin == right.dict->begin;
    }
    return left.dict->begin == right.dict->begin && left.dict->begin >= 0;
}

/// `N G obj null endobj` is how a signature is cleared; anything else that reads as null is damage.
bool isEmptyObject(const Document &document, std::int64_t number)
{
    Parser parser(document.store().bytes(), document.locate(number).offset);
    const auto object = parser.takeIndirect({});
    return object && object->isClosed && object->value.isNull();
}

void collect(const Document &document,
             const std::vector<FormField> &fields,
             bool isLoose,
             std::vector<FoundSignature> &out)
{
    for (const FormField &field : fields) {
        const ValuePtr value = document.follow(field.rawValue);
        const bool looksSigned = value->isDict()
            && (value->has("ByteRange") || value->has("Contents")
                || value->at("Type").isName("Sig"));
        // A signature field with any other value is broken; it must not look unsigned.
        const bool isDamaged = value->isNull() && field.rawValue.isRef()
            && document.locate(field.rawValue.number).kind == XrefEntry::Kind::Offset
            && !isEmptyObject(document, field.rawValue.number);
        if (!(field.isSignature() && (!value->isNull() || isDamaged)) && !looksSigned) {
            continue;
        }
        FoundSignature found;
        found.field = field.name;
        found.valueRef = field.rawValue.isRef() ? field.rawValue.ref() : Ref{};
        found.dict = value;
        found.isLoose = isLoose;
        if (out.size() >= MaxSignatures) {
            return;
        }
        const bool isKnown = std::any_of(out.begin(), out.end(), [&](const FoundSignature &other) {
            return isSame(other, found);
        });
        if (!isKnown) {
            out.push_back(std::move(found));
        }
    }
}

/// Ends of the revisions before the last one, newest first.
std::vector<std::int64_t> earlierEnds(const Document &now)
{
    std::vector<std::int64_t> ends;
    const Bytes bytes = now.store().bytes();
    const auto &sections = now.sections();
    for (std::size_t i = 1; i < sections.size() && ends.size() < MaxRevisionsSearched; ++i) {
        const auto found = bytes.find("%%EOF", static_cast<std::size_t>(sections[i]->end));
        if (found != Bytes::npos) {
            ends.push_back(static_cast<std::int64_t>(found) + 5);
        }
    }
    return ends;
}

} // namespace

std::vector<FoundSignature> findSignatures(const Document &now)
{
    std::vector<FoundSignature> found;
    const Form form = readForm(now);
    collect(now, form.fields, false, found);
    if (found.empty()) {
        collect(now, readLooseSignatures(now, form), true, found);
    }
    for (const std::int64_t end : earlierEnds(now)) {
        const auto earlier = Document::open(now.store(), end);
        if (!earlier) {
            continue;
        }
        std::vector<FoundSignature> old;
        collect(**earlier, readForm(**earlier).fields, false, old);
        for (FoundSignature &signature : old) {
            const bool isKnown
                = std::any_of(found.begin(), found.end(), [&](const FoundSignature &other) {
                      return isSame(other, signature);
                  });
            if (!isKnown && signature.dict->isDict() && found.size() < MaxSignatures) {
                signature.isRemoved = true;
                found.push_back(std::move(signature));
            }
        }
    }
    return found;
}

bool showsSignature(const Document &document, const FoundSignature &signature)
{
    const auto shows = [&](const std::vector<FormField> &fields) {
        return std::any_of(fields.begin(), fields.end(), [&](const FormField &field) {
            FoundSignature other;
            other.valueRef = field.rawValue.isRef() ? field.rawValue.ref() : Ref{};
            other.dict = document.follow(field.rawValue);
            return isSame(signature, other);
        });
    };
    const Form form = readForm(document);
    return shows(form.fields) || (signature.isLoose && shows(readLooseSignatures(document, form)));
}

} // namespace andu::pdf::verify
