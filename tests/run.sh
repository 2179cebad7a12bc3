#!/usr/bin/env bash
# Builds Andu with its tests and runs all of them; then once more with address and undefined-behaviour sanitizers.
# `tests/run.sh --quick` leaves the sanitizer run out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash installer/install_packages.sh build run test
export LC_ALL=C.UTF-8 TZ=UTC
jobs="$(nproc)"

if [ "${1:-}" != "--quick" ]; then
    cmake --preset asan
    cmake --build --preset asan -j "$jobs"
    ctest --preset asan -j "$jobs" -LE slow
fi
cmake --preset check
cmake --build --preset check -j "$jobs"
ctest --preset check -j "$jobs"
