// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/cms.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::string_view SignedDataOid = "1.2.840.113549.1.7.2";
constexpr std::string_view GmSignedDataOid = "1.2.156.10197.6.1.4.2.2";

std::vector<CmsAttribute> readAttributes(const Asn1 &set)
{
    std::vector<CmsAttribute> attributes;
    for (const Asn1 &item : set.children) {
        CmsAttribute attribute;
        attribute.oid = item.child(0).oid();
        for (const Asn1 &value : item.child(1).children) {
            attribute.values.push_back(toDefinite(value));
        }
        attributes.push_back(std::move(attribute));
    }
    return attributes;
}

/// The value counts only when nothing can be read in two ways.
const std::string &onlyValue(const std::vector<CmsAttribute> &attributes, std::string_view oid)
{
    static const std::string none;
    const CmsAttribute *found = nullptr;
    for (const CmsAttribute &attribute : attributes) {
        if (attribute.oid == oid) {
            if (found != nullptr) {
                return none;
            }
            found = &attribute;
        }
    }
    return found != nullptr && found->values.size() == 1 ? found->values.front() : none;
}

void readSigned(CmsSigner &signer, const Asn1 &set)
{
    signer.hasSignedAttributes = true;
    std::vector<std::string> encoded;
    std::string plain;
    for (const Asn1 &item : set.children) {
        encoded.push_back(toDefinite(item));
        plain += encoded.back();
    }
    signer.signedAttributes = derWrap(0x31, plain);
    std::sort(
        encoded.begin(), encoded.end(), [](const std::string &left, const std::string &right) {
            return std::lexicographical_compare(
                left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
                    return static_cast<unsigned char>(a) < static_cast<unsigned char>(b);
                });
        });
    std::string sorted;
    for (const std::string &item : encoded) {
        sorted += item;
    }
    signer.sortedAttributes = derWrap(0x31, sorted);
    signer.attributes = readAttributes(set);
}

std::optional<CmsSigner> readSigner(const Asn1 &info)
{
    CmsSigner signer;
    std::size_t at = 1; // behind the version
    const Asn1 &identifier = info.child(at++);
    if (identifier.isSequence()) {
        signer.issuer = toDefinite(identifier.child(0));
        signer.serial = std::string(identifier.child(1).content);
    } else if (identifier.isContext(0)) {
        signer.keyIdentifier = identifier.octets();
    } else {
        return std::nullopt;
    }
    signer.digestAlgorithm = parseAlgorithm(info.child(at++));
    if (info.child(at).isContext(0)) {
        readSigned(signer, info.child(at++));
    }
    signer.signatureAlgorithm = parseAlgorithm(info.child(at++));
    if (!info.child(at).is(4)) {
        return std::nullopt;
    }
    signer.signature = info.child(at++).octets();
    if (info.child(at).isContext(1)) {
        signer.unsignedAttributes = readAttributes(info.child(at));
    }
    return signer;
}

} // namespace

const std::string &CmsSigner::attribute(std::string_view oid) const
{
    return onlyValue(attributes, oid);
}

const std::string &CmsSigner::unsignedAttribute(std::string_view oid) const
{
    return onlyValue(unsignedAttributes, oid);
}

Algorithm parseAlgorithm(const Asn1 &element)
{
    return { element.child(0).oid(), toDefinite(element.child(1)) };
}

std::optional<SignedData> parseSignedData(std::string_view bytes)
{
    SignedData data;
    const auto info = parseBer(bytes, &data.sizeBytes);
    if (!info || !info->isSequence()) {
        return std::nullopt;
    }
    const std::string type = info->child(0).oid();
    data.isGm = type == GmSignedDataOid;
    const Asn1 &wrapper = info->child(1);
    const Asn1 &body = wrapper.child(0);
    if ((type != SignedDataOid && !data.isGm) || !wrapper.isContext(0) || !body.isSequence()) {
        return std::nullopt;
    }
    std::size_t at = 2; // behind version and digest algorithms
    const Asn1 &inner = body.child(at++);
    data.contentType = inner.child(0).oid();
    if (inner.child(1).isContext(0)) {
        const Asn1 &content = inner.child(1).child(0);
        data.content = content.is(4) ? content.octets() : std::string(content.content);
        if (data.content->empty()) {
            data.content.reset(); // some writers put an empty string where nothing belongs
        }
    }
    if (body.child(at).isContext(0)) {
        for (const Asn1 &certificate : body.child(at).children) {
            if (certificate.isSequence() && data.certificates.size() < 1000) {
                data.certificates.push_back(toDefinite(certificate));
            }
        }
        ++at;
    }
    if (body.child(at).isContext(1)) {
        for (const Asn1 &crl : body.child(at).children) {
            if (crl.isSequence() && data.crls.size() < 1000) {
                data.crls.push_back(toDefinite(crl));
            }
        }
        ++at;
    }
    const Asn1 &signers = body.child(at);
    if (!signers.isSet()) {
        return std::nullopt;
    }
    data.signerCount = signers.children.size();
    if (data.signerCount > 0) {
        auto signer = readSigner(signers.child(0));
        if (!signer) {
            return std::nullopt;
        }
        data.signer = std::move(*signer);
    }
    return data;
}

} // namespace andu::pdf::verify
