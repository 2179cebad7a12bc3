// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/signer.h"

#include <functional>

namespace andu::pdf {

/// Object identifiers used in the container.
enum class CmsProfile {
    Cades, ///< RFC 5652 with the attributes of ETSI EN 319 142-1 baseline signatures.
    GmT0010, ///< GM/T 0010 = GB/T 35275; SM2 keys only.
    Ses, ///< SES_Signature of GB/T 38540 with the electronic seal inside; no CMS at all.
};

/// Gives the RFC 3161 token for a signature value. An empty one: go on without.
using TokenSource = std::function<Result<QByteArray>(QByteArrayView signatureValue)>;

/// Detached SignedData in DER over a document digest (made with digestFor() the signer's key).
/// No signingTime: PAdES takes the claimed time from the signature dictionary.
[[nodiscard]] Result<QByteArray> signCms(Signer &signer,
                                         const QByteArray &documentDigest,
                                         CmsProfile profile,
                                         const TokenSource &token);

/// AlgorithmIdentifier of a digest and of a signature.
[[nodiscard]] QByteArray digestAlgorithm(DigestKind kind);
[[nodiscard]] QByteArray signatureAlgorithm(KeyKind kind, CmsProfile profile);

} // namespace andu::pdf
