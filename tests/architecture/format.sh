#!/usr/bin/env bash
# Fails when clang-format 14 would change a source file.
set -euo pipefail
cd "$1"
find core ui app tests \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 "$2" --dry-run --Werror
