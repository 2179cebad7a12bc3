#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole-process time of `anductl pdf verify` against one hash of the file and against pdfsig.

pdf_verify_bench.py ANDUCTL [RUNS]: prints medians in milliseconds; needs openssl, and pdfsig for its column."""
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
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


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
        floor = median([program, "pdf", "verify", "/nonexistent"], runs)
        base = median(["openssl", "version"], runs)
        print(f"{'file':28} {'verify':>8} {'sha256':>8} {'pdfsig':>8} {'ratio':>6}   (process start: {floor:.1f}, openssl {base:.1f} ms)")
        for name, pdf in files(identity):
            path.write_bytes(pdf)
            own = median([program, "pdf", "verify", str(path), "--trust", str(root.pem)], runs)
            hashed = median(["openssl", "dgst", "-sha256", str(path)], runs)
            peer = median(["pdfsig", "-nocert", str(path)], runs) if shutil.which("pdfsig") else float("nan")
            print(f"{name:28} {own:8.1f} {hashed:8.1f} {peer:8.1f} {own / hashed:6.2f}", flush=True)


if __name__ == "__main__":
    main()
