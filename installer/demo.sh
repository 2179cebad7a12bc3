#!/usr/bin/env bash
# Builds Andu and shows it: the evaluation server on loopback with the sample office, and the desktop program signed in to it.
# With no display, or with --tour, the guided tour runs instead and leaves demo-out/ with pictures and a summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tour=0
for argument in "$@"; do
    case "$argument" in
    --tour) tour=1 ;;
    *)
        echo "usage: bash installer/demo.sh [--tour]" >&2
        exit 2
        ;;
    esac
done
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    tour=1
fi

bash installer/install_packages.sh build run
export LC_ALL=C.UTF-8
cmake --preset release
cmake --build --preset release -j "$(nproc)"

if [ "$tour" -eq 0 ]; then
    exec build/release/bin/andu --demo
fi
rm -rf demo-out
mkdir demo-out
xvfb-run -a -s "-screen 0 1600x1000x24" build/release/bin/andu --tour demo-out --language zh_CN
echo "The tour is done. Pictures and summary are in demo-out/:"
ls demo-out
cat demo-out/summary.txt
