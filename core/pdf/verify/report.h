// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/revision_diff.h"
#include "core/pdf/verify/trust.h"

namespace andu::pdf::verify {

/// One plain word for a file; the worst of its signatures counts.
enum class Verdict {
    Valid, ///< Every signature is intact, trusted, and nothing came after.
    ValidWithLaterAdditions, ///< As above; what came after is permitted.
    Untrusted, ///< Intact, but a signer or an algorithm cannot be relied on.
    Modified, ///< Something was changed after signing that may not be.
    Invalid, ///< A signature does not fit the bytes, or is malformed, or cannot be checked.
    Unsigned,
};

enum class SignatureKind { Approval, Certification, Timestamp };
enum class Integrity { Ok, Broken, Unsupported };
enum class Coverage { Whole, Revision };
enum class Modification { None, Permitted, Forbidden };
enum class TimeSource { None, Claimed, Timestamp };

struct SignatureReport
{
    std::string field;
    SignatureKind kind = SignatureKind::Approval;
    std::string signer;
    std::optional<std::int64_t> timeUtc; ///< Seconds since 1970.
    TimeSource timeSource = TimeSource::None;
    std::string algorithm;
    bool isWeak = false; ///< MD5, SHA-1 or a short key.
    bool hasFalseTimestamp = false; ///< It brings a timestamp that is about something else.
    Integrity integrity = Integrity::Broken;
    CertificateStatus certificate = CertificateStatus::Unknown;
    std::vector<std::string> path; ///< Subjects, from the signer on.
    Coverage coverage = Coverage::Revision;
    Modification modification = Modification::None;
    std::vector<Change> changes; ///< Since this signature.
    std::vector<std::string> findings; ///< Reasons for all of the above, English.
    std::int64_t revisionBytes = 0; ///< The signed revision is the file up to here; 0 if unclear.
};

struct Report
{
    Verdict verdict = Verdict::Unsigned;
    std::vector<SignatureReport> signatures; ///< Oldest revision first.
    std::vector<std::string> findings; ///< About the file as a whole.
};

[[nodiscard]] Verdict verdictOf(const std::vector<SignatureReport> &signatures);

} // namespace andu::pdf::verify
