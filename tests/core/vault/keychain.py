#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vault whose key is in a real gnome-keyring: made, opened again in a new session, and refused with its reason when
the keyring is locked, missing, or there is no bus."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOOL = sys.argv[1]
NO_BUS, NO_SERVICE, NO_COLLECTION, LOCKED, READY = range(5)
EMPTY_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


class Home:
    """A private home and run-time folder, so that no keyring of the machine is touched."""

    def __init__(self, root, name):
        self.path = root / name
        for folder in ("", "run"):
            (self.path / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        self.environment = dict(kept, HOME=str(self.path), XDG_RUNTIME_DIR=str(self.path / "run"), XDG_DATA_HOME=str(self.path / "data"))

    def run(self, verb, vault, before="", bus=("dbus-run-session", "--")):
        script = f"{before} exec {TOOL} {verb} {vault}"
        done = subprocess.run([*bus, "bash", "-c", script], capture_output=True, text=True, env=self.environment, timeout=90)
        lines = [line for line in done.stdout.splitlines() if line.startswith('{"')]
        assert lines, (done.stdout, done.stderr)
        return json.loads(lines[-1])


def daemon(password):
    return f"printf {password} | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; sleep 0.5;" if password else "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; sleep 0.5;"


def main():
    if not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-run-session"):
        print("gnome-keyring or dbus is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        home, vault = Home(root, "home"), root / "vault"
        made = home.run("create", vault, daemon("secret"))
        assert made == {"state": READY, "outcome": "ok", "detail": ""}, made
        assert b"keychain" in (vault / "vault.json").read_bytes()
        again = home.run("open", vault, daemon("secret"))
        assert again["state"] == READY and again["outcome"] == "ok", again
        before = (vault / "vault.json").read_bytes()

        locked = home.run("open", vault, daemon(None))
        assert locked["state"] == LOCKED and locked["outcome"] == "no-key" and "locked" in locked["detail"], locked
        new = home.run("create", root / "second", daemon(None))
        assert new["outcome"] == "no-key" and "locked" in new["detail"], new
        assert not (root / "second/vault.json").exists(), "nothing is made while the keyring is locked"

        other = Home(root, "other").run("open", vault, daemon("secret"))
        assert other["outcome"] == "no-key" and "no key" in other["detail"], other

        (root / "bus.conf").write_text(EMPTY_BUS)
        alone = home.run("open", vault, bus=("dbus-run-session", f"--config-file={root}/bus.conf", "--"))
        assert alone["state"] == NO_SERVICE and alone["outcome"] == "no-key", alone
        nobody = home.run("create", root / "third", bus=("env", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"))
        assert nobody["state"] == NO_BUS and nobody["outcome"] == "no-key", nobody
        assert not (root / "third/vault.json").exists()

        assert (vault / "vault.json").read_bytes() == before
        assert home.run("open", vault, daemon("secret"))["outcome"] == "ok"
        print("the key is kept by gnome-keyring and by nothing else")
    return 0


if __name__ == "__main__":
    sys.exit(main())
