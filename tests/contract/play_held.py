#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the recorded scenarios that the evaluation server holds (held.txt) against a fresh server."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def main():
    with tempfile.TemporaryDirectory() as data:
        server = subprocess.Popen([sys.argv[1], "--data", data, "--port", "0", "--sample"], stdout=subprocess.PIPE, text=True)
        try:
            url = server.stdout.readline().strip()
            scenarios = [str(HERE / name) for name in (HERE / "held.txt").read_text().split()]
            if not url or not scenarios:
                print("no server or no scenarios")
                return 1
            return subprocess.run([sys.executable, str(HERE / "play.py"), "--base", url, *scenarios], check=False).returncode
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    sys.exit(main())
