// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/signature_check.h"

#include "core/pdf/verify/crypto.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxListed = 5000;

void readStreams(const Document &document, const Value &list, std::vector<std::string> &out)
{
    for (const Value &item : document.list(list)) {
        const ValuePtr stream = document.follow(item);
        auto data = stream->isStream() && item.isRef() ? document.decoded(*stream, item.ref())
                                                       : std::nullopt;
        if (data && out.size() < MaxListed) {
            out.push_back(std::move(*data));
        }
    }
}

/// adbe-revocationInfoArchival: SEQUENCE { [0] CRLs, [1] OCSP responses }.
void readArchive(const SignedData &cms, ValidationData &data)
{
    const auto archive = parseBer(cms.signer.attribute(oid::RevocationArchive));
    if (!archive) {
        return;
    }
    for (const Asn1 &part : archive->children) {
        for (const Asn1 &item : part.child(0).children) {
            (part.isContext(0) ? data.crls : data.ocspResponses).push_back(toDefinite(item));
        }
    }
}

/// /M, ISO 32000-2, 7.9.4: D:YYYYMMDDHHmmSS+HH'mm'.
std::optional<std::int64_t> timeOfDate(std::string_view date)
{
    if (date.starts_with("D:")) {
        date.remove_prefix(2);
    }
    std::string digits;
    while (digits.size() < 14 && digits.size() < date.size() && date[digits.size()] >= '0'
           && date[digits.size()] <= '9') {
        digits.push_back(date[digits.size()]);
    }
    const std::string_view zone = date.substr(digits.size());
    constexpr std::string_view Rest = "00000101000000";
    if (digits.size() < 4) {
        return std::nullopt;
    }
    digits += Rest.substr(digits.size());
    Asn1 time;
    time.tag = 24;
    time.content = digits;
    auto utc = timeOf(time);
    std::string shift;
    for (const char byte : zone.empty() ? zone : zone.substr(1)) {
        if (byte >= '0' && byte <= '9' && shift.size() < 4) {
            shift.push_back(byte);
        }
    }
    if (utc && shift.size() >= 2 && (zone.front() == '+' || zone.front() == '-')) {
        shift.append(4 - shift.size(), '0');
        const std::int64_t minutes
            = std::stoi(shift.substr(0, 2)) * 60 + std::stoi(shift.substr(2));
        *utc += zone.front() == '+' ? -60 * minutes : 60 * minutes;
    }
    return utc;
}

} // namespace

void ValidationData::add(const ValidationData &other)
{
    certificates.insert(certificates.end(), other.certificates.begin(), other.certificates.end());
    crls.insert(crls.end(), other.crls.begin(), other.crls.end());
    ocspResponses.insert(
        ocspResponses.end(), other.ocspResponses.begin(), other.ocspResponses.end());
}

ValidationData readDss(const Document &document)
{
    ValidationData data;
    const ValuePtr catalog = document.follow(document.trailer(), "Root");
    const ValuePtr dss = document.follow(*catalog, "DSS");
    std::vector<std::string> certificates;
    readStreams(document, dss->at("Certs"), certificates);
    readStreams(document, dss->at("CRLs"), data.crls);
    readStreams(document, dss->at("OCSPs"), data.ocspResponses);
    for (const std::string &der : certificates) {
        if (Certificate certificate = parseCertificate(der)) {
            data.certificates.push_back(std::move(certificate));
        }
    }
    return data;
}

SignatureCheck::SignatureCheck(const Document &document, FoundSignature found)
    : m_document(document)
    , m_found(std::move(found))
{
    m_report.field = m_found.field;
    const Value &dict = *m_found.dict;
    const bool isTimestamp
        = dict.at("SubFilter").isName("ETSI.RFC3161") || dict.at("Type").isName("DocTimeStamp");
    m_report.kind = isTimestamp ? SignatureKind::Timestamp : SignatureKind::Approval;
    m_report.timeUtc = timeOfDate(m_document.follow(dict, "M")->text);
    m_report.timeSource = m_report.timeUtc ? TimeSource::Claimed : TimeSource::None;
}

void SignatureCheck::fault(Integrity integrity, std::string why)
{
    m_report.integrity = integrity;
    m_report.findings.push_back(std::move(why));
}

std::optional<DigestJob> SignatureCheck::open(const ValidationData &dss)
{
    m_data = dss;
    if (!m_found.dict->isDict()) {
        fault(Integrity::Broken, "the value of the signature field is no dictionary");
        return std::nullopt;
    }
    const auto range = readRange(m_document, *m_found.dict);
    if (!range) {
        fault(Integrity::Broken, range.error().detail.toStdString());
        return std::nullopt;
    }
    m_range = *range;
    m_report.revisionBytes = range->endBytes;
    m_contents = contents();
    const auto algorithm = openContainer();
    if (!algorithm) {
        return std::nullopt;
    }
    return DigestJob{ *algorithm, m_prefix, *range, {} };
}

bool SignatureCheck::isPaddedWithZeros(std::size_t usedBytes) const
{
    return std::all_of(m_contents.begin() + static_cast<std::ptrdiff_t>(usedBytes),
                       m_contents.end(),
                       [](char byte) { return byte == 0; });
}

/// Sniffs what /Contents is; /SubFilter is only a name. @return the digest that is needed.
std::optional<std::string> SignatureCheck::openContainer()
{
    std::size_t used = 0;
    const auto outer = parseBer(m_contents, &used);
    if (!outer) {
        fault(Integrity::Broken, "/Contents is no ASN.1");
        return std::nullopt;
    }
    if (!isPaddedWithZeros(used)) {
        fault(Integrity::Broken, "/Contents holds something behind the signature");
        return std::nullopt;
    }
    if (outer->is(4)) {
        return openOldStyle();
    }
    m_cms = parseSignedData(m_contents);
    if (!m_cms) {
        m_seal = parseSeal(m_contents);
        if (!m_seal) {
            fault(Integrity::Unsupported, "/Contents is no signature of a known kind");
            return std::nullopt;
        }
        return std::string("SM3");
    }
    const bool isToken = m_cms->contentType == oid::TstInfo;
    if (m_report.kind == SignatureKind::Timestamp && !isToken) {
        fault(Integrity::Broken, "the timestamp holds no timestamp token");
        return std::nullopt;
    }
    const char *name = contentDigestName(*m_cms);
    if (isToken) {
        m_report.kind = SignatureKind::Timestamp;
        const auto info = parseTimestampInfo(m_cms->content.value_or(std::string()));
        name = info ? digestName(info->digestOid) : nullptr;
    } else if (m_cms->content && m_cms->content->size() == 20) {
        name = "SHA1"; // adbe.pkcs7.sha1
    } else if (!m_cms->content && !m_cms->signer.hasSignedAttributes) {
        std::vector<Certificate> pool = certificatesOf(*m_cms);
        pool.insert(pool.end(), m_data.certificates.begin(), m_data.certificates.end());
        const Certificate signer = findSigner(m_cms->signer, pool);
        m_prefix = signer && isSm2Key(signer.get()) ? sm2Prefix(signer.get()) : std::string();
    }
    if (name == nullptr) {
        fault(Integrity::Unsupported, "the digest algorithm is not known");
        return std::nullopt;
    }
    return std::string(name);
}

/// adbe.x509.rsa_sha1: an OCTET STRING with the bare RSA signature, certificates in /Cert.
std::optional<std::string> SignatureCheck::openOldStyle()
{
    const auto outer = parseBer(m_contents);
    m_oldSignature = outer->octets();
    const ValuePtr cert = m_document.follow(*m_found.dict, "Cert");
    std::vector<Value> items = cert->isArray() ? cert->items : std::vector<Value>{ *cert };
    for (const Value &item : items) {
        if (Certificate certificate = parseCertificate(m_document.follow(item)->text)) {
            m_data.certificates.insert(m_data.certificates.begin(), certificate);
            m_signer = m_signer ? m_signer : certificate;
        }
    }
    if (!m_signer) {
        fault(Integrity::Unsupported, "the signer's certificate is not in the file");
        return std::nullopt;
    }
    const auto digestInfo = recoverDigestInfo(m_signer.get(), m_oldSignature);
    const char *name = digestInfo ? digestName(digestInfo->first) : nullptr;
    if (name == nullptr) {
        fault(Integrity::Broken, "the signature value does not fit the key");
        return std::nullopt;
    }
    m_oldDigest = *digestInfo;
    return std::string(name);
}

void SignatureCheck::finish(const std::string &digestOfRange)
{
    if (digestOfRange.empty()) {
        fault(Integrity::Unsupported, "the digest could not be made");
        return;
    }
    if (m_seal) {
        finishSeal(digestOfRange);
    } else if (!m_cms) {
        finishOldStyle(digestOfRange);
    } else if (m_report.kind == SignatureKind::Timestamp) {
        finishToken(digestOfRange);
    } else {
        finishCms(digestOfRange);
    }
    if (m_signer) {
        m_report.signer = subjectOf(m_signer.get());
    }
    if (m_report.isWeak) {
        m_report.findings.emplace_back("the algorithm or key is too weak to be relied on");
    }
}

void SignatureCheck::take(Check result,
                          const std::string &algorithm,
                          bool isWeak,
                          const std::string &detail)
{
    m_report.integrity = result == Check::Ok ? Integrity::Ok
        : result == Check::Unsupported       ? Integrity::Unsupported
                                             : Integrity::Broken;
    m_report.algorithm = algorithm;
    m_report.isWeak = isWeak;
    if (!detail.empty()) {
        m_report.findings.push_back(detail);
    }
}

void SignatureCheck::finishCms(const std::string &digestOfRange)
{
    std::string contentDigest = digestOfRange;
    bool isWeakContent = false;
    if (m_cms->content) {
        // The content is the digest of the bytes, or the bytes themselves.
        const char *name = contentDigestName(*m_cms);
        contentDigest = name == nullptr ? std::string() : digest(name, *m_cms->content);
        if (*m_cms->content != digestOfRange && contentDigest != digestOfRange) {
            fault(Integrity::Broken, "the digest does not match the file");
            return;
        }
        isWeakContent = m_cms->content->size() == 20;
    }
    const CmsCheck check = checkCms(*m_cms, contentDigest, m_data.certificates);
    m_signer = check.signer;
    take(check.result, check.algorithm, check.isWeak || isWeakContent, check.detail);
    const auto signingTime = parseBer(m_cms->signer.attribute(oid::SigningTime));
    const auto time = signingTime ? timeOf(*signingTime) : std::nullopt;
    if (time) {
        m_report.timeUtc = time;
        m_report.timeSource = TimeSource::Claimed;
    }
    const std::vector<Certificate> own = certificatesOf(*m_cms);
    m_data.certificates.insert(m_data.certificates.begin(), own.begin(), own.end());
    m_data.crls.insert(m_data.crls.end(), m_cms->crls.begin(), m_cms->crls.end());
    readArchive(*m_cms, m_data);
}

void SignatureCheck::finishToken(const std::string &digestOfRange)
{
    const auto token = checkToken(*m_cms, m_data.certificates);
    if (!token || token->info.imprint != digestOfRange) {
        fault(Integrity::Broken, "the timestamp is not about these bytes");
        return;
    }
    m_signer = token->cms.signer;
    take(token->cms.result, token->cms.algorithm, token->cms.isWeak, token->cms.detail);
    m_report.timeUtc = token->info.timeUtc;
    m_report.timeSource = TimeSource::Timestamp;
    m_data.certificates.insert(m_data.certificates.begin(), token->pool.begin(), token->pool.end());
    m_data.crls.insert(m_data.crls.end(), m_cms->crls.begin(), m_cms->crls.end());
}

void SignatureCheck::finishSeal(const std::string &digestOfRange)
{
    m_signer = m_seal->signer;
    if (m_seal->timeUtc) {
        m_report.timeUtc = m_seal->timeUtc;
        m_report.timeSource = TimeSource::Claimed;
    }
    if (m_seal->dataHash != digestOfRange) {
        fault(Integrity::Broken, "the digest does not match the file");
        return;
    }
    const SealCheck check = checkSeal(*m_seal);
    take(check.result, check.algorithm, check.isWeak, check.detail);
}

void SignatureCheck::finishOldStyle(const std::string &digestOfRange)
{
    const bool isRight = m_oldDigest.second == digestOfRange;
    const Algorithm rsa{ "1.2.840.113549.1.1.1", {} };
    const KeyCheck check = checkSignature(
        m_signer.get(), rsa, m_oldDigest.first, { digestOfRange, true }, m_oldSignature);
    take(isRight ? check.result : Check::Broken,
         check.algorithm,
         check.isWeak,
         isRight ? check.detail : "the digest does not match the file");
}

ChainRequest SignatureCheck::chainRequest(const TrustContext &trust,
                                          const Certificate &leaf,
                                          std::int64_t timeUtc) const
{
    ChainRequest request;
    request.leaf = leaf;
    request.pool = m_data.certificates;
    request.crls = m_data.crls;
    request.ocspResponses = m_data.ocspResponses;
    request.timeUtc = timeUtc;
    request.online = trust.online;
    return request;
}

void SignatureCheck::proveTime(const TrustContext &trust)
{
    const std::string attribute
        = m_cms ? m_cms->signer.unsignedAttribute(oid::TimestampToken) : std::string();
    const auto inner = attribute.empty() ? std::nullopt : parseSignedData(attribute);
    const auto token = inner ? checkToken(*inner, m_data.certificates) : std::nullopt;
    if (!token) {
        return;
    }
    const char *name = digestName(token->info.digestOid);
    if (name == nullptr || token->cms.result == Check::Unsupported) {
        m_report.findings.emplace_back("the timestamp of the signature cannot be checked");
        return;
    }
    if (token->cms.result != Check::Ok
        || digest(name, m_cms->signer.signature) != token->info.imprint) {
        m_report.findings.emplace_back("the timestamp of the signature does not fit it");
        m_report.hasFalseTimestamp = true;
        return;
    }
    ChainRequest request
        = chainRequest(trust, token->cms.signer, trust.atUtc.value_or(token->info.timeUtc));
    request.pool.insert(request.pool.begin(), token->pool.begin(), token->pool.end());
    request.purpose = Purpose::Timestamping;
    request.isTimeProven = true;
    const ChainResult chain = checkChain(trust.anchors, request);
    if (chain.status != CertificateStatus::Trusted || token->cms.isWeak) {
        m_report.findings.emplace_back("the timestamp's authority is not trusted");
        return;
    }
    m_report.timeUtc = token->info.timeUtc;
    m_report.timeSource = TimeSource::Timestamp;
}

void SignatureCheck::judgeCertificate(const TrustContext &trust,
                                      std::optional<std::int64_t> proofUtc)
{
    const bool isToken = m_report.kind == SignatureKind::Timestamp;
    // A claimed time that lies in the future is no time.
    const std::int64_t claimed = std::min(m_report.timeUtc.value_or(trust.nowUtc), trust.nowUtc);
    bool isProven = trust.atUtc.has_value() || m_report.timeSource == TimeSource::Timestamp;
    std::int64_t time = trust.atUtc.value_or(claimed);
    if (!isProven && proofUtc) {
        time = std::min(claimed, *proofUtc);
        isProven = true;
    }
    if (!isToken && m_report.timeSource == TimeSource::Claimed && !proofUtc) {
        m_report.findings.emplace_back("the signing time is the signer's claim");
    }
    ChainRequest request = chainRequest(trust, m_signer, time);
    request.isTimeProven = isProven;
    request.purpose = isToken ? Purpose::Timestamping : Purpose::Signing;
    ChainResult chain = checkChain(trust.anchors, request);
    if (m_seal && chain.status == CertificateStatus::Trusted) {
        const ChainResult maker
            = checkChain(trust.anchors, chainRequest(trust, m_seal->maker, time));
        chain.status = maker.status;
        chain.detail = maker.detail.empty() ? "" : "maker of the seal: " + maker.detail;
    }
    m_report.certificate = chain.status;
    m_report.path = std::move(chain.path);
    if (!chain.note.empty()) {
        m_report.findings.push_back(chain.note);
    }
    if (!chain.detail.empty()) {
        m_report.findings.push_back("certificate: " + chain.detail);
    }
}

} // namespace andu::pdf::verify
