// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/seal.h"

#include "core/pdf/verify/crypto.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

std::string bytesOf(const Asn1 &element)
{
    return element.is(3) ? element.bits() : element.octets();
}

/// timeInfo is a GeneralizedTime, in older seals a BIT or OCTET STRING around its text.
std::optional<std::int64_t> looseTime(const Asn1 &element)
{
    if (const auto time = timeOf(element)) {
        return time;
    }
    const std::string text = bytesOf(element);
    Asn1 inner;
    inner.tag = text.size() > 13 ? 24 : 23;
    inner.content = text;
    return timeOf(inner);
}

bool readProperty(SealSignature &seal, const Asn1 &property, bool isOld)
{
    seal.sealName = std::string(property.child(1).content);
    std::size_t at = 2;
    if (!isOld) {
        seal.allowsByDigest = property.child(at++).smallInteger() == 2;
    }
    for (const Asn1 &item : property.child(at).children) {
        seal.allowedSigners.push_back(seal.allowsByDigest ? item.child(1).octets() : item.octets());
    }
    seal.validFromUtc = timeOf(property.child(at + 2));
    seal.validUntilUtc = timeOf(property.child(at + 3));
    return seal.validFromUtc && seal.validUntilUtc;
}

bool readSealBody(SealSignature &seal, const Asn1 &body)
{
    const Asn1 &info = body.child(0);
    const bool isOld = body.children.size() == 2;
    const Asn1 &sign = isOld ? body.child(1) : body;
    const std::size_t first = isOld ? 0 : 1;
    if (!info.isSequence() || info.child(0).child(0).content != "ES" || !sign.child(first).is(4)
        || !sign.child(first + 1).is(6)) {
        return false;
    }
    seal.maker = parseCertificate(sign.child(first).octets());
    seal.makerAlgorithm = { sign.child(first + 1).oid(), {} };
    seal.makerSignature = sign.child(first + 2).bits();
    // Version 1 signs certificate and algorithm with the seal, later ones the seal alone.
    seal.sealBytes = isOld ? derWrap(0x30,
                                     std::string(info.whole)
                                         .append(sign.child(first).whole)
                                         .append(sign.child(first + 1).whole))
                           : std::string(info.whole);
    return readProperty(seal, info.child(2), isOld);
}

} // namespace

std::optional<SealSignature> parseSeal(std::string_view bytes)
{
    const auto whole = parseBer(bytes);
    if (!whole || !whole->isSequence() || whole->isIndefinite || !whole->child(0).isSequence()) {
        return std::nullopt;
    }
    const Asn1 &toSign = whole->child(0);
    if (!toSign.child(0).is(2) || !toSign.child(1).isSequence()) {
        return std::nullopt;
    }
    SealSignature seal;
    seal.signedBytes = std::string(toSign.whole);
    if (!readSealBody(seal, toSign.child(1))) {
        return std::nullopt;
    }
    seal.timeUtc = looseTime(toSign.child(2));
    seal.dataHash = bytesOf(toSign.child(3));
    const bool isOld = whole->children.size() == 2;
    const Asn1 &holder = isOld ? toSign : *whole;
    const std::size_t first = isOld ? 5 : 1;
    seal.signer = parseCertificate(holder.child(first).octets());
    seal.algorithm = { holder.child(first + 1).oid(), {} };
    seal.signature = whole->child(isOld ? 1 : 3).bits();
    return seal;
}

SealCheck checkSeal(const SealSignature &seal)
{
    SealCheck check;
    if (!seal.signer || !seal.maker) {
        check.detail = "a certificate of the seal cannot be read";
        return check;
    }
    const KeyCheck own = checkSignature(
        seal.signer.get(), seal.algorithm, {}, { seal.signedBytes, false }, seal.signature);
    check.algorithm = own.algorithm;
    check.isWeak = own.isWeak;
    if (own.result != Check::Ok) {
        check.result = own.result;
        check.detail = own.detail;
        return check;
    }
    const KeyCheck maker = checkSignature(
        seal.maker.get(), seal.makerAlgorithm, {}, { seal.sealBytes, false }, seal.makerSignature);
    if (maker.result != Check::Ok) {
        check.detail = "the seal is not signed by its maker";
        return check;
    }
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(seal.signer.get(), &bytes);
    std::string der;
    if (size > 0) {
        der.assign(reinterpret_cast<char *>(bytes), static_cast<std::size_t>(size));
    }
    OPENSSL_free(bytes);
    const std::string wanted = seal.allowsByDigest ? digest("SM3", der) : der;
    if (std::find(seal.allowedSigners.begin(), seal.allowedSigners.end(), wanted)
        == seal.allowedSigners.end()) {
        check.detail = "the signer may not use this seal";
        return check;
    }
    if (!seal.timeUtc || *seal.timeUtc < *seal.validFromUtc
        || *seal.timeUtc > *seal.validUntilUtc) {
        check.detail = "the seal was not valid when it was used";
        return check;
    }
    check.result = Check::Ok;
    return check;
}

} // namespace andu::pdf::verify
