#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the recorded scenarios of core.txt and further.txt against the evaluation server.

    play_held.py ANDU_SERVER [--alone]

Without --alone all of them twice on one server, so that none depends on an empty one; with it each on a server of its own.
"""
import subprocess
import sys

import server


def play(url, names):
    files = [str(server.HERE / name) for name in names]
    return subprocess.run([sys.executable, str(server.HERE / "play.py"), "--base", url, *files], check=False).returncode


def main():
    core, further = ((server.HERE / name).read_text().split() for name in ("core.txt", "further.txt"))
    if len(core) < 39 or not further:
        print("scenarios are missing")
        return 1
    names = core + further
    groups = [[name] for name in names] if "--alone" in sys.argv else [names + names]
    failed = 0
    for group in groups:
        with server.Server(sys.argv[1]) as office:
            failed += play(office.url, group)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
