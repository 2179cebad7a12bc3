// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/verify/online_revocation.h"

#include <QStringList>

namespace andu::pdf::verify {

/// What is known about a certificate without the network.
enum class CertificateStatus {
    Trusted, ///< A path to a chosen anchor is valid at the time that counts.
    Untrusted, ///< No such path, or the certificate is not meant for this use.
    Expired, ///< There is a path, but not valid at that time.
    Revoked, ///< Validation data in the file says so.
    Unknown, ///< The file does not hold the certificate.
};

/// The certificates that trust starts from. Copies share one store.
class TrustAnchors
{
public:
    /// PEM or DER files and folders of such; the system's store when both lists are empty.
    [[nodiscard]] static Result<TrustAnchors> load(const QStringList &files,
                                                   const QStringList &folders);
    [[nodiscard]] X509_STORE *store() const { return m_store.get(); }

private:
    [[nodiscard]] Result<int> addFile(const QString &path);

    std::shared_ptr<X509_STORE> m_store;
};

enum class Purpose { Signing, Timestamping };

struct ChainRequest
{
    Certificate leaf;
    std::vector<Certificate> pool; ///< Certificates found in the file.
    std::vector<std::string> crls; ///< DER, found in the file.
    std::vector<std::string> ocspResponses;
    std::int64_t timeUtc = 0; ///< Seconds since 1970.
    bool isTimeProven = false; ///< By a trusted timestamp or by the caller's choice.
    Purpose purpose = Purpose::Signing;
    OnlineRevocation *online = nullptr; ///< Asked when set.
};

/// What certificates are judged by.
struct TrustContext
{
    const TrustAnchors &anchors;
    std::optional<std::int64_t> atUtc; ///< Asked time.
    std::int64_t nowUtc = 0;
    OnlineRevocation *online = nullptr;
};

struct ChainResult
{
    CertificateStatus status = CertificateStatus::Unknown;
    std::vector<std::string> path; ///< Subject names from the leaf on.
    std::string detail;
    std::string note; ///< Does not change the status.
};

[[nodiscard]] ChainResult checkChain(const TrustAnchors &anchors, const ChainRequest &request);

/// Common name, or else the whole subject, in UTF-8.
[[nodiscard]] std::string subjectOf(X509 *certificate);

/// SM2 signatures need the identity before they can be checked; other certificates must not have
/// it.
void setSm2Identity(X509 *certificate);

} // namespace andu::pdf::verify
