// SPDX-License-Identifier: GPL-3.0-or-later
// The verifier must end in time and without fault on any bytes. Seeds: the files that
// tests/core/pdf/verify/verify_test.py writes with ANDU_KEEP_PDFS=DIR.
#include "core/pdf/verify/verifier.h"

#include <cstdint>

using namespace andu::pdf::verify;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto anchors = TrustAnchors::load({}, {});
    VerifyOptions options;
    options.nowUtc = 1'700'000'000;
    const auto report = verify({ reinterpret_cast<const char *>(data), size }, *anchors, options);
    if (report && report->verdict == Verdict::Valid && report->signatures.empty()) {
        __builtin_trap();
    }
    return 0;
}
