#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of files × kinds of keys × looks: every result is judged by pdfsig, qpdf, openssl and mutool, and each update leaves the
earlier bytes as they were."""
import json
import unittest

import samples
import sign_test
from sign_test import ANDUCTL, PKI, ROOT, SEAL, run, sign

KEYS = ("rsa2048", "ec256", "sm2", "rsa3072", "ec384", "rsa4096", "legacy")
LOOKS = {
    "image": ("--image", SEAL, "--page", "1", "--at", "20,30", "--size-mm", "42", "--reason", "同意"),
    "text": ("--text", "张三\\n2026-09-16", "--page", "last", "--at", "20,60"),
    "seam": ("--seam", "--image", SEAL),
    "none": ("--location", "云湖"),
}


def pages_of(path, password):
    key = ("--pdf-pass-file", ROOT / f"password-{password}") if password else ()
    return len(json.loads(run(ANDUCTL, "pdf", "info", path, "--json", *key).stdout)["pages"])


class Matrix(sign_test.Judge):
    def test_three_signatures_on_every_kind_of_file(self):
        """Looks and keys go round, so that each kind meets three of both and every pair occurs."""
        for index, (name, (path, password)) in enumerate(samples.make_all(ROOT).items()):
            with self.subTest(name):
                if password:
                    (ROOT / f"password-{password}").write_text(password)
                before, sm2 = path, set()
                for step in range(3):
                    look = list(LOOKS)[(index + step) % len(LOOKS)]
                    key = KEYS[(index + 3 * step) % len(KEYS)]
                    if look == "seam" and pages_of(path, password) == 1:
                        look = "image"
                    if look == "seam" and key == "sm2":
                        key = "ec256"  # each page's field would count as one more that pdfsig cannot judge
                    after = ROOT / f"{name}.{step}.pdf"
                    sign(before, after, key, *LOOKS[look], password=password)
                    self.assertEqual(after.read_bytes()[:before.stat().st_size], before.read_bytes())
                    sm2 |= {step} if key == "sm2" else set()
                    before = after
                self.judge(before, 3, password, sm2)

    def test_every_key_with_every_look(self):
        source, target = ROOT / "pairs.pdf", ROOT / "pairs-out.pdf"
        source.write_bytes(samples.document(3))
        for key in KEYS:
            for look, options in LOOKS.items():
                with self.subTest(key=key, look=look):
                    sign(source, target, key, *options)
                    self.judge(target, 1, sm2={0} if key == "sm2" else ())

    def test_what_readers_would_have_to_repair_is_refused(self):
        plain = samples.document()
        start = int(plain[plain.rindex(b"startxref"):].split()[1])
        damaged = {
            "junk before": b"junk\n" + plain,
            "far junk after": plain + b"x" * 5000,
            "startxref one short": plain.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start - 1)),
            "startxref one over": plain.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + 1)),
            "table from 1": plain.replace(b"xref\n0 16\n", b"xref\n1 16\n"),
            "truncated": plain[:-40],
            "generation without place": samples.generation(99999),
            "number without end": samples.document(catalog=b"/X[99999999999999999999]"),
        }
        for name, data in damaged.items():
            with self.subTest(name):
                source, target = ROOT / "damaged.pdf", ROOT / "damaged-out.pdf"
                source.write_bytes(data)
                done = run(ANDUCTL, "pdf", "sign", source, "--out", target, "--p12", PKI / "rsa2048.p12", "--pass-file", PKI / "pass",
                           "--json", code=None)
                self.assertIn(done.returncode, (1, 3))
                self.assertTrue(json.loads(done.stdout)["error"])
                self.assertFalse(target.exists())
                self.assertEqual(source.read_bytes(), data)


if __name__ == "__main__":
    PKI.mkdir()
    run(sign_test.MAKE_KEYS, PKI)
    samples.make_seal(SEAL)
    unittest.main()
