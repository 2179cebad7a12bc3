#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs files of every kind with every algorithm and look, and has other programs judge the result."""
import atexit
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import samples

ANDUCTL = pathlib.Path(sys.argv.pop(1))
MAKE_KEYS = pathlib.Path(sys.argv.pop(1))
ROOT = pathlib.Path(tempfile.mkdtemp(prefix="andu-sign-"))
KEEP = os.environ.get("ANDU_KEEP_PDFS")  # seeds for tests/fuzz


def leave():
    for path in ROOT.glob("*.pdf") if KEEP else ():
        if path.stat().st_size < 64 << 10:
            shutil.copy(path, KEEP)
    shutil.rmtree(ROOT, True)


atexit.register(leave)
PKI = ROOT / "pki"
SEAL = ROOT / "seal.png"


def run(*command, code=0, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=120, stdin=subprocess.DEVNULL, **options)
    if code is not None and done.returncode != code:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}")
    return done


def sign(source, target, key, *options, password=None, code=0):
    words = [ANDUCTL, "pdf", "sign", source, "--out", target, "--p12", PKI / f"{key}.p12", "--pass-file", PKI / "pass", "--json", *options]
    if password is not None:
        secret = ROOT / f"password-{password}"
        secret.write_text(password)
        words += ["--pdf-pass-file", secret]
    done = run(*words, code=code)
    return json.loads(done.stdout)


def signatures(path):
    """(ByteRange, container) of each signature dictionary, by its own scan of the bytes."""
    data = path.read_bytes()
    found = []
    for match in re.finditer(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", data):
        ranges = [int(part) for part in match.groups()]
        hole = data[ranges[1]:ranges[2]]
        assert hole[:1] == b"<" and hole[-1:] == b">", "the gap is not exactly the string"
        found.append((ranges, bytes.fromhex(hole[1:-1].decode())))
    return data, found


class Judge(unittest.TestCase):
    def judge(self, path, count, password=None, sm2=()):
        words = ["qpdf", "--check"] + ([f"--password={password}"] if password else []) + [path]
        self.assertIn(b"No syntax or stream encoding errors", run(*words).stdout)
        words = ["pdfsig", "-nocert"] + (["-upw", password] if password else []) + [path]
        report = run(*words, code=None).stdout.decode()
        fields = report.count("Signature #") - report.count("form field is not signed")
        self.assertEqual(report.count("Signature is Valid."), fields - len(sm2), report)
        data, found = signatures(path)
        self.assertEqual(len(found), count)
        self.assertEqual(found[-1][0][2] + found[-1][0][3], len(data))
        for index, (ranges, container) in enumerate(found):
            self.assertEqual(ranges[0], 0)
            check = self.sm2 if index in sm2 else self.cms
            check(data[:ranges[1]] + data[ranges[2]:ranges[2] + ranges[3]], container)
        words = ["mutool", "draw", "-r", "20", "-o", ROOT / "page%d.png"] + (["-p", password] if password else []) + [path]
        self.assertNotIn(b"error", run(*words).stderr)

    def sm2(self, content, container):
        """openssl cms cannot verify SM2 with an id; the pieces are taken apart with asn1parse."""
        (ROOT / "container").write_bytes(container)
        listing = run("openssl", "asn1parse", "-inform", "DER", "-in", ROOT / "container", code=None).stdout.decode()
        entries = [re.match(r"\s*(\d+):d=(\d+)\s+hl=(\d+)\s+l=\s*(\d+)\s+(\S+):\s*(.*)", line) for line in listing.splitlines()]
        entries = [tuple(e.groups()) for e in entries if e]
        infos = [i for i, e in enumerate(entries) if e[1] == "3" and e[5].startswith("SET")][-1]
        attributes = next(e for e in entries[infos:] if e[1] == "5" and e[5].startswith("cont [ 0 ]"))
        signature = next(e for e in entries[infos:] if e[1] == "5" and e[5].startswith("OCTET STRING"))
        at, head, size = (int(attributes[i]) for i in (0, 2, 3))
        (ROOT / "tbs").write_bytes(b"\x31" + container[at + 1:at + head + size])
        at, head, size = (int(signature[i]) for i in (0, 2, 3))
        (ROOT / "value").write_bytes(container[at + head:at + head + size])
        (ROOT / "content").write_bytes(content)
        digest = run("openssl", "dgst", "-sm3", "-binary", ROOT / "content").stdout
        self.assertIn(b"\x04\x20" + digest, (ROOT / "tbs").read_bytes())
        run("openssl", "pkeyutl", "-verify", "-certin", "-inkey", PKI / "sm2.pem", "-rawin", "-digest", "sm3", "-pkeyopt",
            "distid:1234567812345678", "-in", ROOT / "tbs", "-sigfile", ROOT / "value")

    def cms(self, content, container):
        (ROOT / "content").write_bytes(content)
        (ROOT / "container").write_bytes(container)
        run("openssl", "cms", "-verify", "-cades", "-inform", "DER", "-in", ROOT / "container", "-binary", "-content", ROOT / "content",
            "-CAfile", PKI / "root.pem", "-purpose", "any", "-out", os.devnull)


class InPlace(Judge):
    def test_second_signature_in_place(self):
        path = ROOT / "in-place.pdf"
        path.write_bytes(samples.document())
        sign(path, path, "rsa2048")
        sign(path, path, "ec256")
        self.judge(path, 2)
        self.assertEqual(path.read_bytes()[:len(samples.document())], samples.document())


class Algorithms(Judge):
    def test_every_algorithm(self):
        source = ROOT / "algorithms.pdf"
        source.write_bytes(samples.document(1))
        for key in ("rsa2048", "rsa3072", "rsa4096", "ec256", "ec384", "legacy"):
            with self.subTest(key):
                sign(source, ROOT / "out.pdf", key)
                self.judge(ROOT / "out.pdf", 1)

    def test_ecdsa_of_any_length_fits(self):
        path = ROOT / "many.pdf"
        path.write_bytes(samples.document(1))
        for _ in range(25):
            sign(path, path, "ec256")
        self.judge(path, 25)

    def test_sm2_with_sm3(self):
        source, target = ROOT / "sm2-in.pdf", ROOT / "sm2-out.pdf"
        source.write_bytes(samples.document(1))
        for profile in ("cades", "gm"):
            sign(source, target, "sm2", "--profile", profile)
            data, found = signatures(target)
            ranges, container = found[0]
            self.sm2(data[:ranges[1]] + data[ranges[2]:], container)

    def test_weak_key_is_refused(self):
        source = ROOT / "weak.pdf"
        source.write_bytes(samples.document(1))
        self.assertIn("weak-key", sign(source, ROOT / "out.pdf", "rsa1024", code=3)["error"])

    def test_wrong_password_leaves_no_file(self):
        source, target = ROOT / "wrong.pdf", ROOT / "wrong-out.pdf"
        source.write_bytes(samples.document(1))
        (ROOT / "nonsense").write_text("nonsense")
        run(ANDUCTL, "pdf", "sign", source, "--out", target, "--p12", PKI / "rsa2048.p12", "--pass-file", ROOT / "nonsense", code=1)
        self.assertFalse(target.exists())


class Refusals(unittest.TestCase):
    """What may not be appended to is refused with the reason, and nothing is written."""

    def refused(self, data, reason, *options, password=None, code=3):
        source, target = ROOT / "refused.pdf", ROOT / "refused-out.pdf"
        target.unlink(missing_ok=True)
        source.write_bytes(data)
        error = sign(source, target, "rsa2048", *options, password=password, code=code)["error"]
        self.assertIn(reason, error)
        self.assertFalse(target.exists())
        self.assertEqual(source.read_bytes(), data)

    def test_damaged_files(self):
        good = samples.document()
        self.refused(b"junk\n" + good, "leading-junk")
        self.refused(re.sub(rb"startxref\n\d+", b"startxref\n77", good), "damaged-xref")
        self.refused(re.sub(rb"startxref\n\d+", b"startxref\n9999999", good), "damaged-xref")
        self.refused(good.replace(b"00000 n \n", b"00000 x \n", 1), "repaired")
        self.refused(b"no pdf at all", "not a PDF", code=1)
        self.refused(b"", "not a PDF", code=1)

    def test_xfa(self):
        self.refused(samples.document(catalog=b"/AcroForm<</Fields[]/XFA 3 0 R>>"), "xfa")

    def test_permissions(self):
        source = ROOT / "permission-source.pdf"
        source.write_bytes(samples.document())
        target = ROOT / "permission.pdf"
        samples.qpdf(source, target, "--encrypt", "user", "owner", "256", "--modify=none", "--annotate=n", "--form=n", "--")
        self.refused(target.read_bytes(), "permission", password="user")
        sign(target, ROOT / "permission-owner.pdf", "rsa2048", password="owner")

    def test_wrong_file_password(self):
        source = ROOT / "locked-source.pdf"
        source.write_bytes(samples.document())
        target = ROOT / "locked.pdf"
        samples.qpdf(source, target, "--encrypt", "user", "owner", "256", "--")
        self.refused(target.read_bytes(), "password", password="guess", code=1)

    def test_certified(self):
        source = ROOT / "certify.pdf"
        source.write_bytes(samples.form("indirect"))
        for level in (1, 2, 3):
            certified = ROOT / f"certified-{level}.pdf"
            sign(source, certified, "rsa2048", "--certify", str(level))
            self.refused(certified.read_bytes(), "certified-no-changes" if level == 1 else "certified-no-new-field")
            run("qpdf", "--check", certified)
            if level > 1:
                sign(certified, ROOT / "boss.pdf", "ec256", "--field", "boss")
                report = run("pdfsig", "-nocert", ROOT / "boss.pdf", code=None).stdout.decode()
                self.assertEqual(report.count("Signature is Valid."), 2)
        reserved = ROOT / "reserved.pdf"
        run(ANDUCTL, "pdf", "reserve", source, "--name", "Later", "--out", reserved)
        sign(reserved, certified, "rsa2048", "--certify", "3")
        sign(certified, ROOT / "later.pdf", "ec256", "--field", "Later")
        self.assertEqual(run("pdfsig", "-nocert", ROOT / "later.pdf", code=None).stdout.decode().count("Signature is Valid."), 2)
        signed = ROOT / "plain-signed.pdf"
        sign(source, signed, "rsa2048")
        self.refused(signed.read_bytes(), "not-first", "--certify", "1")

    def test_locks(self):
        source, locked = ROOT / "lock.pdf", ROOT / "locked-fields.pdf"
        source.write_bytes(samples.form("direct"))
        sign(source, locked, "rsa2048", "--lock", "include:boss")
        self.refused(locked.read_bytes(), "locked", "--field", "boss")
        sign(locked, ROOT / "out.pdf", "rsa2048")
        sign(source, locked, "rsa2048", "--lock", "all")
        self.refused(locked.read_bytes(), "locked")


class Looks(unittest.TestCase):
    """Where the seal is, in millimetres, in two renderers."""

    def ink(self, command, dpi):
        """Bounding box in mm of the red pixels of a picture in PPM."""
        data = run(*command).stdout
        kind, width, height, _, rest = re.match(rb"(P6)\s+(\d+)\s+(\d+)\s+(\d+)\s(.*)", data, re.S).groups()
        width, height = int(width), int(height)
        columns, rows = [], []
        for y in range(height):
            row = rest[y * width * 3:(y + 1) * width * 3]
            red, green = row[0::3], row[1::3]
            hits = [x for x in range(width) if red[x] > 150 and green[x] < 100]
            if hits:
                rows.append(y)
                columns += (hits[0], hits[-1])
        mm = 25.4 / dpi
        return (min(columns) * mm, min(rows) * mm, (max(columns) + 1) * mm, (max(rows) + 1) * mm), (width * mm, height * mm)

    def renderers(self, path, page, dpi=72):
        yield ["pdftoppm", "-cropbox", "-r", dpi, "-f", page, "-l", page, path]
        yield ["mutool", "draw", "-q", "-F", "ppm", "-r", dpi, "-o", "-", path, page]

    def assertBox(self, box, expected, tolerance=0.6):
        for got, wanted in zip(box, expected):
            self.assertAlmostEqual(got, wanted, delta=tolerance)

    def test_true_size_on_rotated_and_cropped_pages(self):
        for rotation in (0, 90, 180, 270):
            with self.subTest(rotation):
                source, target = ROOT / "rotated.pdf", ROOT / "rotated-out.pdf"
                source.write_bytes(samples.document(1, tree=b"/MediaBox[-20 -30 575 812]/CropBox[10 20 500 700]/Rotate %d" % rotation))
                sign(source, target, "rsa2048", "--image", SEAL, "--at", "30,60", "--size-mm", "42")
                for command in self.renderers(target, 1):
                    box, _ = self.ink(command, 72)
                    self.assertBox(box, (30.2, 60.2, 71.8, 101.8))

    def test_seam_slices_join_to_the_seal(self):
        for edge in ("right", "left"):
            source, target = ROOT / "seam.pdf", ROOT / f"seam-{edge}.pdf"
            source.write_bytes(samples.document(4))
            sign(source, target, "rsa2048", "--image", SEAL, "--seam", "--edge", edge, "--size-mm", "40")
            for page in (1, 2, 3, 4):
                for command in self.renderers(target, page):
                    box, (width, height) = self.ink(command, 72)
                    left = width - 10 if edge == "right" else 0
                    self.assertGreaterEqual(box[0], left - 0.6)
                    self.assertLessEqual(box[2], left + 10 + 0.6)
                    first = page in ((1, 4))
                    self.assertAlmostEqual((box[1] + box[3]) / 2, height / 2, delta=0.8)
                    # The rim of a circle is lower in the outer quarters than in the inner ones.
                    self.assertLess(box[3] - box[1], 36 if first else 41)

    def test_seam_on_ranges_and_odd_pages(self):
        source, target = ROOT / "range.pdf", ROOT / "range-out.pdf"
        source.write_bytes(samples.document(9))
        done = sign(source, target, "rsa2048", "--image", SEAL, "--seam", "--pages", "2-9", "--odd")
        self.assertEqual([place["page"] for place in done["places"]], [3, 5, 7, 9])
        source.write_bytes(samples.document(50))
        done = sign(source, target, "rsa2048", "--image", SEAL, "--seam", "--size-mm", "42")
        self.assertEqual(len(done["places"]), 50)
        self.assertGreaterEqual(min(place["widthMm"] for place in done["places"]), 2)
        report = run("pdfsig", "-nocert", target, code=None).stdout.decode()
        self.assertEqual(report.count("Signature #"), 1)

    def test_keyword(self):
        source, target = ROOT / "keyword.pdf", ROOT / "keyword-out.pdf"
        source.write_bytes(samples.document(3))
        done = sign(source, target, "rsa2048", "--image", SEAL, "--keyword", "Hello page 2", "--size-mm", "40")
        place = done["places"][0]
        self.assertEqual(place["page"], 2)
        self.assertAlmostEqual(place["yMm"] + 20, (842 - 408) * 25.4 / 72, delta=3)
        sign(source, target, "rsa2048", "--image", SEAL, "--keyword", "absent", code=1)

    def test_chinese_text_is_small(self):
        source, target = ROOT / "cjk.pdf", ROOT / "cjk-out.pdf"
        source.write_bytes(samples.document(1))
        done = sign(source, target, "rsa2048", "--text", "云湖市政务服务和数据管理局\\n签发人：张三", "--at", "20,20")
        self.assertLess(done["addedBytes"], 40_000)
        self.assertIn("云湖市政务服务和数据管理局", run("pdftotext", target, "-").stdout.decode())

    def test_place_without_picture_shows_a_text_block(self):
        source, target = ROOT / "block.pdf", ROOT / "block-out.pdf"
        source.write_bytes(samples.document(2))
        sign(source, target, "rsa2048", "--page", "2", "--at", "20,20", "--reason", "同意印发")
        text = run("pdftotext", "-f", "2", target, "-").stdout.decode()
        self.assertIn("Fake Signer RSA 2048", text)
        self.assertIn("同意印发", text)
        sign(source, target, "rsa2048", "--page", "2", "--at", "400,20", code=1)

    def test_picture_is_stored_once(self):
        source, target = ROOT / "once.pdf", ROOT / "once-out.pdf"
        source.write_bytes(samples.document(3))
        done = sign(source, target, "rsa2048", "--image", SEAL, "--page", "1-2,last", "--at", "20,20")
        self.assertEqual([place["page"] for place in done["places"]], [1, 2, 3])
        sign(source, target, "rsa2048", "--image", SEAL, "--page", "1", "--page", "2", "--page", "3", "--at", "20,20")
        self.assertEqual(target.read_bytes().count(b"/SMask"), 1)
        self.assertEqual(run("pdfsig", "-nocert", target, code=None).stdout.decode().count("Signature #"), 1)


class Forms(unittest.TestCase):
    def test_filling_keeps_the_signature(self):
        source, signed, filled = (ROOT / f"fill-{i}.pdf" for i in (1, 2, 3))
        source.write_bytes(samples.form("indirect"))
        sign(source, signed, "rsa2048", "--certify", "2")
        run(ANDUCTL, "pdf", "fill", signed, "--set", "name=张三丰 2048", "--set", "agree=on", "--out", filled)
        self.assertEqual(filled.read_bytes()[:signed.stat().st_size], signed.read_bytes())
        self.assertLess(filled.stat().st_size - signed.stat().st_size, 20_000)
        self.assertIn("张三丰 2048", run("pdftotext", filled, "-").stdout.decode())
        self.assertIn("Signature is Valid", run("pdfsig", "-nocert", filled, code=None).stdout.decode())
        run("qpdf", "--check", filled)
        fields = {field["name"]: field["value"] for field in json.loads(run(ANDUCTL, "pdf", "info", filled, "--json").stdout)["fields"]}
        self.assertEqual((fields["name"], fields["agree"]), ("张三丰 2048", "Yes"))

    def test_locked_and_unknown_fields_are_refused(self):
        source, signed = ROOT / "fill-4.pdf", ROOT / "fill-5.pdf"
        source.write_bytes(samples.form("indirect"))
        run(ANDUCTL, "pdf", "fill", source, "--set", "nobody=1", "--out", ROOT / "out.pdf", code=1)
        sign(source, signed, "rsa2048", "--lock", "all")
        run(ANDUCTL, "pdf", "fill", signed, "--set", "name=1", "--out", ROOT / "out.pdf", code=3)
        sign(source, signed, "rsa2048", "--certify", "1")
        run(ANDUCTL, "pdf", "fill", signed, "--set", "name=1", "--out", ROOT / "out.pdf", code=3)


class Revisions(unittest.TestCase):
    def test_each_revision_can_be_taken_out(self):
        source, one, two = (ROOT / f"revision-{i}.pdf" for i in (0, 1, 2))
        source.write_bytes(samples.document())
        sign(source, one, "rsa2048")
        sign(one, two, "ec256")
        sizes = [entry["bytes"] for entry in json.loads(run(ANDUCTL, "pdf", "revisions", two, "--json").stdout)["revisions"]]
        self.assertEqual(sizes, [path.stat().st_size for path in (source, one, two)])
        run(ANDUCTL, "pdf", "revisions", two, "--extract", "2", "--out", ROOT / "taken.pdf")
        self.assertEqual((ROOT / "taken.pdf").read_bytes(), one.read_bytes())


if __name__ == "__main__":
    PKI.mkdir()
    run(MAKE_KEYS, PKI)
    samples.make_seal(SEAL)
    unittest.main()
