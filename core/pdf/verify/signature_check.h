// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/report.h"
#include "core/pdf/verify/seal.h"
#include "core/pdf/verify/signature_finder.h"
#include "core/pdf/verify/signed_range.h"
#include "core/pdf/verify/timestamp.h"

namespace andu::pdf::verify {

/// Certificates and revocation data that the file brings along.
struct ValidationData
{
    std::vector<Certificate> certificates;
    std::vector<std::string> crls;
    std::vector<std::string> ocspResponses;

    void add(const ValidationData &other);
};

/// From /DSS of the file as it is.
[[nodiscard]] ValidationData readDss(const Document &document);

/// Cryptographic check of one signature in three steps, so that the file is hashed once for all:
/// open() tells which digest is needed, the caller makes it, finish() judges.
class SignatureCheck
{
public:
    SignatureCheck(const Document &document, FoundSignature found);

    [[nodiscard]] const FoundSignature &found() const { return m_found; }
    [[nodiscard]] SignatureReport &report() { return m_report; }
    [[nodiscard]] const std::optional<SignedRange> &range() const { return m_range; }

    /// Reads range and container. @return the digest to make; nullopt when there is nothing to do.
    [[nodiscard]] std::optional<DigestJob> open(const ValidationData &dss);
    /// Fills integrity, signer, algorithm and claimed time.
    void finish(const std::string &digestOfRange);
    /// Time of a trusted signature timestamp, else the trusted time of a document timestamp.
    void proveTime(const TrustContext &trust);
    /// @param proofUtc a later document timestamp over this signature.
    void judgeCertificate(const TrustContext &trust, std::optional<std::int64_t> proofUtc);

private:
    void fault(Integrity integrity, std::string why);
    [[nodiscard]] std::optional<std::string> openContainer();
    [[nodiscard]] std::optional<std::string> openOldStyle();
    [[nodiscard]] bool isPaddedWithZeros(std::size_t usedBytes) const;
    void finishCms(const std::string &digestOfRange);
    void finishToken(const std::string &digestOfRange);
    void finishSeal(const std::string &digestOfRange);
    void finishOldStyle(const std::string &digestOfRange);
    void take(Check result, const std::string &algorithm, bool isWeak, const std::string &detail);
    [[nodiscard]] std::string contents() const { return m_found.dict->at("Contents").text; }
    [[nodiscard]] ChainRequest
    chainRequest(const TrustContext &trust, const Certificate &leaf, std::int64_t timeUtc) const;

    const Document &m_document;
    FoundSignature m_found;
    SignatureReport m_report;
    std::optional<SignedRange> m_range;
    std::string m_contents;
    std::string m_prefix;
    std::optional<SignedData> m_cms;
    std::optional<SealSignature> m_seal;
    std::string m_oldSignature;
    std::pair<std::string, std::string> m_oldDigest;
    Certificate m_signer;
    ValidationData m_data;
};

} // namespace andu::pdf::verify
