#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures signing against pdfsig and against SHA-256 of the file and one signature: bench.py ANDUCTL [RUNS].

Process CPU (user + system of the child) and wall time, medians. pdfsig signs with the same key out of an NSS database
(pk12util and certutil of libnss3-tools)."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests" / "interop" / "pdf"))
import samples  # noqa: E402

ANDUCTL = pathlib.Path(sys.argv[1]).resolve()
RUNS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
WORK = pathlib.Path(tempfile.mkdtemp(prefix="andu-bench-", dir=os.environ.get("BENCH_DIR")))
PKI = WORK / "pki"


def measure(make, runs=RUNS):
    """Median CPU and wall milliseconds of the command that make(run) gives."""
    cpu, wall = [], []
    for run in range(runs):
        command = [str(part) for part in make(run)]
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall.append((time.monotonic() - start) * 1000)
        cpu.append((usage.ru_utime + usage.ru_stime) * 1000)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise SystemExit(f"{command} failed")
    return statistics.median(cpu), statistics.median(wall)


def large(path, size):
    """One page and one stream of random bytes, as a scan."""
    path.write_bytes(samples.document(1, extra={40: samples.stream(os.urandom(size))}))


def many_objects(path, count):
    path.write_bytes(samples.document(1, extra={100 + i: b"<</A %d>>" % i for i in range(count)}))


def main():
    PKI.mkdir()
    subprocess.run([ROOT / "tests" / "data" / "pki" / "make.sh", PKI], check=True)
    samples.make_seal(WORK / "seal.png", 496)
    nss = WORK / "nss"
    nss.mkdir()
    (WORK / "empty").write_text("\n")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": True}
    subprocess.run(["certutil", "-N", "-d", f"sql:{nss}", "--empty-password"], **quiet)
    subprocess.run(["pk12util", "-i", PKI / "rsa2048.p12", "-d", f"sql:{nss}", "-W", "fake", "-K", ""], **quiet)
    key = ("--p12", PKI / "rsa2048.p12", "--pass-file", PKI / "pass")
    image = ("--image", WORK / "seal.png", "--at", "20,20", "--page", "1")
    files = {"1 page": WORK / "one.pdf", "10 MB": WORK / "ten.pdf", "100 MB": WORK / "hundred.pdf", "200k objects": WORK / "objects.pdf",
             "200k objects in streams": WORK / "objects-streams.pdf", "1000 pages": WORK / "pages.pdf"}
    files["1 page"].write_bytes(samples.document(1))
    large(files["10 MB"], 10_000_000)
    large(files["100 MB"], 100_000_000)
    many_objects(files["200k objects"], 200_000)
    samples.qpdf(files["200k objects"], files["200k objects in streams"], "--preserve-unreferenced", "--object-streams=generate")
    files["1000 pages"].write_bytes(samples.document(1000))
    print(f"{'file':26}{'pdfsig':>16}{'andu':>16}{'andu image':>16}{'in place':>16}{'floor':>16}{'pdfsig:andu':>13}{'in place:floor':>15}"
          "   (CPU/wall ms, ratios of CPU)", flush=True)
    for name, path in files.items():
        out = WORK / "out.pdf"

        def fresh(_):
            shutil.copyfile(path, WORK / "place.pdf")
            return (ANDUCTL, "pdf", "sign", WORK / "place.pdf", "--out", WORK / "place.pdf", *key)

        rows = [
            measure(lambda _: ("pdfsig", "-nssdir", f"sql:{nss}", "-nick", "rsa2048", "-add-signature", path, out)),
            measure(lambda _: (ANDUCTL, "pdf", "sign", path, "--out", out, *key)),
            measure(lambda _: (ANDUCTL, "pdf", "sign", path, "--out", out, *key, *image)),
            measure(fresh),
            measure(lambda _: ("openssl", "dgst", "-sha256", "-sign", PKI / "rsa2048.key", "-out", os.devnull, path)),
        ]
        print(f"{name:26}" + "".join(f"{f'{cpu:.1f}/{wall:.1f}':>16}" for cpu, wall in rows)
              + f"{rows[0][0] / rows[1][0]:13.1f}{rows[3][0] / rows[4][0]:15.2f}", flush=True)
    batch(key, image)


def batch(key, image):
    """Many files in one process: what one signature costs without the start of the program."""
    folder = WORK / "batch-in"
    folder.mkdir()
    for i in range(1000):
        (folder / f"{i:04}.pdf").write_bytes(samples.document(1))
    for look in ((), image):
        times = {}
        for count in (1, 1001):
            inputs = sorted(folder.glob("*.pdf"))[:max(count - 1, 2)]
            out = WORK / f"batch-{count}-{len(look)}"
            times[len(inputs)] = measure(lambda _: (ANDUCTL, "pdf", "sign", *inputs, "--out", out, *key, *look), 1)
        low, high = min(times), max(times)
        each = [(times[high][i] - times[low][i]) / (high - low) for i in (0, 1)]
        print(json.dumps({"batch": high, "image": bool(look), "wallSeconds": round(times[high][1] / 1000, 2),
                          "cpuMsEach": round(each[0], 2), "wallMsEach": round(each[1], 2)}), flush=True)


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
