#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `anductl pdf verify` over the scenarios, each alone, and over mutations of good files."""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import make_signed as m
import scenarios

PROGRAM = sys.argv[1]
KEEP = os.environ.get("ANDU_KEEP_PDFS")
INTACT = ("valid", "valid-with-later-additions", "untrusted")


def verify(path, arguments):
    done = subprocess.run([PROGRAM, "pdf", "verify", str(path), *arguments, "--json"], capture_output=True, timeout=60)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = {"error": f"no JSON: exit {done.returncode} {done.stderr[-300:]!r}", "crash": True}
    return done.returncode, answer


def fault(scenario, path):
    data, verdicts, arguments = scenario
    path.write_bytes(data)
    code, answer = verify(path, arguments)
    verdict = "error" if "error" in answer else answer["verdict"]
    right = {"error": 1, "valid": 0, "valid-with-later-additions": 0}.get(verdict, 4)
    if answer.get("crash") or code != right:
        return f"exit {code} with {verdict}: {answer}"
    return None if verdict in verdicts else f"{verdict} instead of {verdicts}: {json.dumps(answer, ensure_ascii=False)[:1500]}"


def mutations(pdf, count, seed):
    """Flipped bits outside /Contents; never one of them may leave the file intact."""
    holes = [range(hole.start() + 10, hole.end()) for hole in re.finditer(rb"/Contents <[0-9a-f]+>", pdf)]
    chance = random.Random(seed)
    for _ in range(count):
        at = next(n for n in iter(lambda: chance.randrange(len(pdf)), None) if not any(n in hole for hole in holes))
        yield at, pdf[:at] + bytes([pdf[at] ^ (1 << chance.randrange(8))]) + pdf[at + 1:]


def main():
    if KEEP:
        pathlib.Path(KEEP).mkdir(exist_ok=True)
        return check(pathlib.Path(KEEP))
    with tempfile.TemporaryDirectory(prefix="andu-verify-") as folder:
        return check(pathlib.Path(folder))


def check(folder):
    pki = scenarios.Pki(folder)
    faults = []
    cases = list(scenarios.everything(pki))
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda i: fault(cases[i][1], folder / f"{i:03}.pdf"), range(len(cases)))
        for i, (case, result) in enumerate(zip(cases, results)):
            if result:
                faults.append(f"{i:03} {case[0]}: {result}")
    flips = 0
    for style, signatures in (("table", 1), ("stream", 1), ("table", 2)):
        pdf = m.write(m.page_objects(), style)
        for i in range(signatures):
            pdf = m.sign(pdf, m.Signing(m.detached(pki.rsa), name=b"S%d" % i))
        for at, changed in mutations(pdf, 100, style):
            flips += 1
            path = folder / "flip.pdf"
            path.write_bytes(changed)
            code, answer = verify(path, pki.trust)
            if code == 0 or answer.get("crash") or answer.get("verdict") in INTACT:
                faults.append(f"flip at {at} of {style}: {answer}")
    for line in faults:
        print(line)
    print(f"{len(cases)} files and {flips} flipped bits looked at, {len(faults)} faults")
    return 1 if faults or len(cases) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
