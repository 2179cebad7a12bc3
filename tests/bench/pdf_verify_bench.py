#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole-process time of `anductl pdf verify` against one hash of the file and against pdfsig.

pdf_verify_bench.py ANDUCTL [RUNS]: prints medians; needs openssl, and pdfsig for its column."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "core" / "pdf" / "verify"))
import der
import make_signed as m


def median(words, runs):
    """Median CPU (user + system of the child) and wall milliseconds."""
    cpu, wall = [], []
    for _ in range(runs):
        start = time.perf_counter()
        child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall.append(1000 * (time.perf_counter() - start))
        cpu.append(1000 * (usage.ru_utime + usage.ru_stime))
        child.returncode = os.waitstatus_to_exitcode(status)
    return statistics.median(cpu), statistics.median(wall)


def text(pair):
    return f"{pair[0]:.1f}/{pair[1]:.1f}"


def files(identity):
    plain = m.page_objects()
    big = dict(plain)
    big[20] = b"<< /Length %d >>\nstream\n%s\nendstream" % (100 << 20, os.urandom(1 << 20) * 100)
    for number in range(13, 20):
        big[number] = b"null"
    many = {**plain, **{n: b"<< /A %d /B [1 2 3] >>" % n for n in range(13, 200_000)}}
    many[2] = plain[2][:-2] + b"/X [%s] >>" % b" ".join(b"%d 0 R" % n for n in range(13, 200_000))
    packed = {n: text for n, text in many.items() if n < 60_000}
    packed[2] = plain[2]
    for name, pdf in (("one page", m.write(plain)), ("100 MB", m.write(big)), ("200k objects", m.write(many)),
                      ("60k packed", m.write(packed, "stream"))):
        for count in (1, 3):
            for i in range(count if count == 1 else 2):
                pdf = m.sign(pdf, m.Signing(m.detached(identity), name=b"S%d%d" % (count, i), visible=False))
            yield f"{name}, {count} signatures", pdf


def main():
    program, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as folder:
        root = der.Identity(folder, "Root", extensions=["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"])
        identity = der.Identity(folder, "Alice", issuer=root)
        path = pathlib.Path(folder) / "file.pdf"
        start = median([program, "pdf", "verify", "/nonexistent"], runs)
        print(f"{'file':28} {'verify':>13} {'sha256':>13} {'pdfsig':>13} {'verify:sha256':>14} {'pdfsig:verify':>14}"
              f"   (CPU/wall ms, ratios of CPU; process start: {text(start)})")
        for name, pdf in files(identity):
            path.write_bytes(pdf)
            own = median([program, "pdf", "verify", str(path), "--trust", str(root.pem)], runs)
            hashed = median(["openssl", "dgst", "-sha256", str(path)], runs)
            peer = median(["pdfsig", "-nocert", str(path)], runs) if shutil.which("pdfsig") else (float("nan"),) * 2
            print(f"{name:28} {text(own):>13} {text(hashed):>13} {text(peer):>13} {own[0] / hashed[0]:14.2f} {peer[0] / own[0]:14.2f}",
                  flush=True)


if __name__ == "__main__":
    main()
