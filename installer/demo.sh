#!/usr/bin/env bash
# Builds Andu and shows its main job: the evaluation server on loopback with the sample office, and the desktop program signed in to it.
# Without a display (or with --tour) the guided tour runs under a virtual one and leaves demo-out/: numbered pictures and summary.txt,
# which says what was done and what the server holds afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tour=no
for argument in "$@"; do
    case "$argument" in
    --tour) tour=yes ;;
    *)
        echo "usage: bash installer/demo.sh [--tour]" >&2
        exit 2
        ;;
    esac
done
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    tour=yes
fi

bash installer/install_packages.sh build run
export LC_ALL=C.UTF-8
cmake --preset release
cmake --build --preset release -j "$(nproc)"

if [ "$tour" = no ]; then
    exec build/release/bin/andu --demo
fi
rm -rf demo-out
xvfb-run -a -s "-screen 0 1600x1000x24" build/release/bin/andu --tour demo-out --language zh_CN </dev/null
echo "demo-out/:"
ls demo-out
