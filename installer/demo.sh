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

# A form of the sample office on paper, sealed at true size and over its page edges with a key made for this demonstration only.
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
umask 077
ctl() { QT_QPA_PLATFORM=offscreen build/release/bin/anductl "$@"; }
say() { echo "$@" | tee -a demo-out/summary.txt; }
openssl rand -hex 16 >"$work/password"
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=云湖市政务服务和数据管理局" -utf8 \
    -addext "keyUsage=digitalSignature" -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
openssl pkcs12 -export -inkey "$work/key.pem" -in "$work/certificate.pem" -out "$work/seal.p12" -passout "file:$work/password"
ctl seal make --text 云湖市政务服务和数据管理局 --size-mm 42 --out "$work/seal.png" >/dev/null
ctl form render --form resources/samples/forms/leave/leave.form.json --work tests/data/forms/leave.work.json \
    --png "$work/leave.png" --pdf "$work/leave.pdf" --language zh_CN >/dev/null
ctl pdf seal "$work/leave.pdf" --out "$work/sealed.pdf" --p12 "$work/seal.p12" --pass-file "$work/password" \
    --image "$work/seal.png" --size-mm 42 --page last --at 130,220 --reason 用印 >/dev/null
mv "$work/sealed.pdf" demo-out/sealed.pdf
ctl pdf render demo-out/sealed.pdf --page 1 --png demo-out/20-sealed-page.png >/dev/null
say "sealed demo-out/sealed.pdf; the verifier says: $(ctl pdf verify demo-out/sealed.pdf --trust "$work/certificate.pem" || true)"
echo "demo-out/:"
ls demo-out
