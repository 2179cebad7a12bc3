#!/usr/bin/env bash
# Builds Andu and shows the loop: the evaluation server on loopback with the sample office, an approval made while the server is
# stopped, its delivery, and the server's record list afterwards. Leaves demo-out/summary.txt.
# The desktop program is not built yet; until it is, the walk uses the command line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash installer/install_packages.sh build run
export LC_ALL=C.UTF-8
cmake --preset release
cmake --build --preset release -j "$(nproc)"

work="$(mktemp -d)"
server_pid=""
finish() {
    [ -z "$server_pid" ] || kill "$server_pid" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
umask 077
echo Yunhu2026 >"$work/password"
echo "demonstration only" >"$work/passphrase"
export ANDU_PASSPHRASE_FILE="$work/passphrase"
rm -rf demo-out
mkdir demo-out
exec > >(tee demo-out/summary.txt)

start_server() {
    : >"$work/url"
    build/release/bin/andu-server --data "$work/office" --port "$1" --sample >"$work/url" &
    server_pid=$!
    until [ -s "$work/url" ]; do kill -0 "$server_pid"; sleep 0.1; done
    url="$(head -n 1 "$work/url")"
}
ctl() { build/release/bin/anductl "$@" --profile "$work/profile"; }

start_server 0
echo "Evaluation server: $url"
ctl login --server "$url" --user zhoumin --password-file "$work/password"
ctl sync
echo "--- 待办"
ctl todo list
id="$(ctl todo list | grep 吴昊年休假 | head -n 1 | cut -d' ' -f1)"

kill "$server_pid"
wait "$server_pid" || true
echo "--- The server is stopped. Approving offline:"
ctl todo process "$id" --route 同意 --opinion "同意，离线办理。" || echo "(exit code $?: queued)"

start_server "${url##*:}"
echo "--- The server is back. Sending the outbox:"
ctl outbox send
ctl sync
echo "--- The work as the server has it now:"
done_id="$(ctl todo list --box taskcompleted | grep 吴昊年休假 | head -n 1 | cut -d' ' -f1)"
ctl todo show "$done_id"
