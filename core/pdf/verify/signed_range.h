// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/verify/document.h"

namespace andu::pdf::verify {

/// The bytes a signature protects: the file up to @p endBytes without the hole for /Contents.
struct SignedRange
{
    std::int64_t holeBegin = 0;
    std::int64_t holeEnd = 0;
    std::int64_t endBytes = 0;
};

/// Checks /ByteRange against the dictionary it is in: [0 a b c], the hole is exactly the hex string
/// of /Contents, the end lies in the file. ISO 32000-2, 12.8.1.
/// @return the reason as error detail when anything differs.
[[nodiscard]] Result<SignedRange> readRange(const Document &document, const Value &signature);

/// Whether the bytes end as a complete revision: `startxref N %%EOF` and white space.
[[nodiscard]] bool endsAsRevision(Bytes bytes, std::int64_t endBytes);

/// Offset behind trailing white space and zero bytes that may follow @p endBytes.
[[nodiscard]] std::int64_t skipPadding(Bytes bytes, std::int64_t endBytes);

/// One digest to make: optional prefix, then the range.
struct DigestJob
{
    std::string algorithm; ///< OpenSSL's name.
    std::string prefix; ///< SM2's Z; such a job needs a pass of its own.
    SignedRange range;
    std::string result; ///< Empty when the algorithm is unknown or the limit is passed.
};

/// Makes all digests, reading the file once for all jobs of one algorithm: at each hole the running
/// state is copied and finished over the tail of that revision.
void makeDigests(Bytes bytes, std::vector<DigestJob> &jobs);

} // namespace andu::pdf::verify
