// SPDX-License-Identifier: GPL-3.0-or-later
// GCC reports every basic block by a call; libFuzzer reads counters. This joins the two.
#include <cstdint>

namespace {

constexpr std::uintptr_t Slots = 1U << 16;
__attribute__((section("__libfuzzer_extra_counters"))) std::uint8_t counters[Slots];

} // namespace

extern "C" __attribute__((no_sanitize_coverage, no_sanitize("address", "undefined"))) void
__sanitizer_cov_trace_pc();

void __sanitizer_cov_trace_pc()
{
    const auto from = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
    ++counters[((from >> 4U) ^ from) % Slots];
}
