#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option of `anductl pdf` with wrong input: one clear sentence, the right exit code, and nothing written."""
import json
import pathlib
import subprocess
import unittest

import samples
from sign_test import ANDUCTL, MAKE_KEYS, PKI, ROOT, SEAL, run, sign

WORK = ROOT / "work"
KEY = ("--p12", PKI / "rsa2048.p12", "--pass-file", PKI / "pass")
OUT = ("--out", WORK / "out.pdf")
BEFORE = b"what was there before"


def contents():
    return {path.name: path.read_bytes() for path in WORK.iterdir() if path.is_file()}


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if WORK.exists():
            return
        WORK.mkdir()
        for name, data in {"one.pdf": samples.document(1), "three.pdf": samples.document(3), "form.pdf": samples.form("indirect"),
                           "text.pdf": b"hello", "empty": b"", "wrong": b"nonsense\n", "out.pdf": BEFORE,
                           "bad.png": b"no picture"}.items():
            (WORK / name).write_bytes(data)
        for name, options in {"certified": ("--certify", "1"), "locked": ("--lock", "all"), "signed": ()}.items():
            sign(WORK / "form.pdf", WORK / f"{name}.pdf", "rsa2048", *options)
        samples.qpdf(WORK / "one.pdf", WORK / "secret.pdf", "--encrypt", "user", "owner", "256", "--")

    def wrong(self, code, message, *words):
        """The command fails with the code and the sentence, in text and as JSON, and changes no file."""
        before = contents()
        words = [str(word) for word in words]
        done = run(ANDUCTL, "pdf", *words, code=code)
        self.assertIn(message, done.stderr.decode())
        self.assertEqual(done.stdout, b"")
        self.assertEqual(contents(), before)
        if code != 2:
            done = run(ANDUCTL, "pdf", *words, "--json", code=code)
            self.assertIn(message, json.loads(done.stdout)["error"])
            self.assertEqual(contents(), before)

    def sign(self, code, message, *words, file="one.pdf", command="sign", key=KEY):
        with self.subTest(" ".join(str(word) for word in (command, file, *words))):
            self.wrong(code, message, command, WORK / file, *OUT, *key, *words)


class Signing(Case):
    def test_usage(self):
        self.wrong(2, "usage:", "sign", *OUT, *KEY)
        self.wrong(2, "usage:", "sign", WORK / "one.pdf", *KEY)
        self.wrong(2, "nonsense", "sign", WORK / "one.pdf", *OUT, "--nonsense")
        self.wrong(2, "anductl pdf COMMAND", "nonsense")
        self.wrong(2, "anductl pdf COMMAND")

    def test_files(self):
        self.sign(1, "cannot be opened", file="missing.pdf")
        self.sign(1, "not a PDF", file="text.pdf")
        self.sign(1, "not a PDF", file="empty")
        self.sign(1, "password", file="secret.pdf")
        self.sign(1, "password", "--pdf-pass-file", WORK / "wrong", file="secret.pdf")
        self.sign(1, "cannot be read", "--pdf-pass-file", WORK / "missing")
        self.wrong(1, "folder cannot be written", "sign", WORK / "one.pdf", *KEY, "--out", WORK / "no" / "folder.pdf")
        self.sign(3, "certified-no-changes", file="certified.pdf")
        self.sign(3, "locked", file="locked.pdf")
        self.sign(3, "not-first", "--certify", "1", file="signed.pdf")

    def test_keys(self):
        self.sign(1, "no key given", key=())
        self.sign(1, "key file cannot be read", key=("--p12", WORK / "missing"))
        self.sign(1, "no PKCS #12 file", key=("--p12", WORK / "one.pdf"))
        self.sign(1, "password does not open", key=("--p12", PKI / "rsa2048.p12"))
        self.sign(1, "password does not open", key=("--p12", PKI / "rsa2048.p12", "--pass-file", WORK / "wrong"))
        self.sign(1, "secret's file is empty", key=("--p12", PKI / "rsa2048.p12", "--pass-file", WORK / "empty"))
        self.sign(1, "secret's file cannot be read", key=("--p12", PKI / "rsa2048.p12", "--pass-file", WORK / "missing"))
        for kind in ("--pkcs11", "--skf"):
            self.sign(1, "library cannot be loaded", key=(kind, WORK / "missing.so", "--pin-file", WORK / "wrong"))

    def test_looks(self):
        self.sign(1, "picture cannot be read", "--image", WORK / "missing.png")
        self.sign(1, "picture cannot be read", "--image", WORK / "bad.png")
        self.sign(1, "size must be", "--image", SEAL, "--size-mm", "0")
        self.sign(1, "not a number", "--image", SEAL, "--size-mm", "wide")
        self.sign(1, "no seal given", command="seal")
        self.sign(1, "no such seal", "--seal", "none", "--cabinet", WORK, command="seal")

    def test_places(self):
        for page, message in (("9", "no page 9"), ("0", "not a page"), ("x", "not a page"), ("3-1", "no page is named")):
            self.sign(1, message, "--image", SEAL, "--page", page)
        self.sign(1, "no page 9", "--page", "9")
        self.sign(1, "wrong count of numbers", "--image", SEAL, "--at", "20")
        self.sign(1, "not a number", "--image", SEAL, "--at", "a,b")
        self.sign(1, "outside page 1", "--image", SEAL, "--at", "5000,5000")
        self.sign(1, "keyword is not in the text", "--image", SEAL, "--keyword", "absent")
        self.sign(1, "keyword is empty", "--image", SEAL, "--keyword", "")
        self.sign(1, "no name with a date", "--image", SEAL, "--over-name", "absent")

    def test_seams(self):
        self.sign(1, "no seal given", "--seam", file="three.pdf")
        self.sign(1, "no seal given", command="seam", file="three.pdf")
        self.sign(1, "at least two pages", "--image", SEAL, command="seam")
        for options, message in ((("--pages", "2-9"), "outside the document"), (("--pages", "2-2"), "at least two pages"),
                                 (("--pages", "b"), "not a page range"), (("--edge", "top"), "left or right"), (("--group", "x"), "--group"),
                                 (("--group", "1"), "--group")):
            self.sign(1, message, "--image", SEAL, *options, command="seam", file="three.pdf")

    def test_limits(self):
        for level in ("0", "4", "x"):
            self.sign(1, "certification level", "--certify", level)
        for lock in ("some", "include", "include:", "exclude", "all:name"):
            self.sign(1, "the lock is", "--lock", lock)
        self.sign(1, "no dot", "--field", "a.b")
        self.sign(3, "field-in-use", "--field", "name", file="form.pdf")
        self.sign(1, "profile is", "--profile", "other")
        self.sign(1, "needs an SM2 key", "--profile", "gm")
        self.sign(1, "no electronic seal", "--profile", "ses")

    def test_time(self):
        self.sign(5, "no answer", "--tsa", "http://127.0.0.1:9/")
        self.sign(1, "not an http address", "--tsa", "ftp://example.org")
        self.sign(1, "--lta needs", "--lta")
        self.sign(1, "--crl is for", "--crl", PKI / "root.crl")
        # The signature itself succeeds; what fails comes after it, and still nothing is left.
        self.sign(1, "revocation list cannot be read", "--lt", "--crl", WORK / "missing")
        self.sign(1, "revocation list cannot be read", "--lt", "--crl", WORK / "text.pdf")

    def test_long_term_that_fails_is_no_use_of_the_seal(self):
        book = WORK / "book"
        words = ("--lt", "--crl", WORK / "missing", "--register", book, "--approval", "7", "--applicant", "a", "--operator", "b")
        run(ANDUCTL, "pdf", "sign", WORK / "one.pdf", *OUT, *KEY, *words, code=1)
        self.assertFalse(book.exists())

    def test_in_place_stays_as_it_was(self):
        for options in (("--lt", "--crl", WORK / "missing"), ("--certify", "9"), ("--image", WORK / "bad.png")):
            path = WORK / "one.pdf"
            self.wrong(1, "", "sign", path, "--out", path, *KEY, *options)


class Others(Case):
    def test_info_and_revisions(self):
        self.wrong(2, "usage:", "info")
        self.wrong(2, "usage:", "info", WORK / "one.pdf", WORK / "three.pdf")
        self.wrong(1, "cannot be opened", "info", WORK / "missing.pdf")
        self.wrong(1, "not a PDF", "info", WORK / "text.pdf")
        self.wrong(2, "usage:", "revisions")
        self.wrong(1, "cannot be opened", "revisions", WORK / "missing.pdf")
        self.wrong(1, "no complete revision", "revisions", WORK / "text.pdf")
        for words in (("--extract", "2", *OUT), ("--extract", "x", *OUT), ("--extract", "1")):
            self.wrong(1, "--extract wants", "revisions", WORK / "one.pdf", *words)
        self.wrong(1, "cannot be written", "revisions", WORK / "one.pdf", "--extract", "1", "--out", WORK / "no" / "folder.pdf")

    def test_render(self):
        png = ("--png", WORK / "out.png")
        self.wrong(2, "usage:", "render", WORK / "one.pdf")
        self.wrong(1, "no page 7", "render", WORK / "one.pdf", *png, "--page", "7")
        self.wrong(1, "not a page number", "render", WORK / "one.pdf", *png, "--page", "x")
        for dpi in ("0", "x", "99999"):
            self.wrong(1, "between 1 and 2400", "render", WORK / "one.pdf", *png, "--dpi", dpi)
        self.wrong(1, "cannot be opened", "render", WORK / "missing.pdf", *png)
        self.wrong(1, "cannot be read", "render", WORK / "text.pdf", *png)
        self.wrong(1, "cannot be written", "render", WORK / "one.pdf", "--png", WORK / "no" / "folder.png")

    def test_fill_and_reserve(self):
        self.wrong(2, "usage:", "fill", WORK / "form.pdf", *OUT)
        self.wrong(1, "NAME=VALUE", "fill", WORK / "form.pdf", *OUT, "--set", "x")
        self.wrong(1, "no field x", "fill", WORK / "form.pdf", *OUT, "--set", "x=1")
        self.wrong(3, "no such state", "fill", WORK / "form.pdf", *OUT, "--set", "agree=maybe")
        self.wrong(1, "cannot be opened", "fill", WORK / "missing.pdf", *OUT, "--set", "name=1")
        self.wrong(3, "locked", "fill", WORK / "locked.pdf", *OUT, "--set", "name=1")
        self.wrong(2, "usage:", "reserve", WORK / "form.pdf", *OUT)
        for names in (("boss",), ("",), ("a.b",), ("New", "New")):
            words = [word for name in names for word in ("--name", name)]
            self.wrong(1, "field name cannot be used", "reserve", WORK / "form.pdf", *OUT, *words)
        self.wrong(3, "certified", "reserve", WORK / "certified.pdf", *OUT, "--name", "New")

    def test_verify(self):
        for name in ("missing.pdf", "text.pdf", "empty"):
            done = run(ANDUCTL, "pdf", "verify", WORK / name, "--json", code=1)
            self.assertEqual(list(json.loads(done.stdout)), ["error"])
        run(ANDUCTL, "pdf", "verify", code=2)
        run(ANDUCTL, "pdf", "verify", WORK / "signed.pdf", "--at", "nonsense", code=2)
        run(ANDUCTL, "pdf", "verify", WORK / "signed.pdf", "--trust", WORK / "missing", code=1)
        run(ANDUCTL, "pdf", "verify", WORK / "one.pdf", "--json", code=4)


class Program(unittest.TestCase):
    """What is typed starts fast because it loads little; the rest is found beside it."""

    def test_it_loads_no_graphics_and_no_network(self):
        needed = subprocess.run(["readelf", "-d", ANDUCTL], capture_output=True, check=True).stdout.decode()
        for library in ("Qt6Gui", "Qt6Network", "Qt6Widgets", "Qt6Qml", "Qt6Sql", "poppler", "gnutls"):
            self.assertNotIn(library, needed)

    def test_it_works_through_a_link_and_says_what_is_missing(self):
        link = ROOT / "link"
        link.symlink_to(pathlib.Path(ANDUCTL).resolve())
        self.assertIn("anductl COMMAND", run(link, code=2).stderr.decode())
        alone = ROOT / "alone"
        alone.write_bytes(pathlib.Path(ANDUCTL).read_bytes())
        alone.chmod(0o755)
        self.assertIn("anductl-full", run(alone, "seal", code=1).stderr.decode())


if __name__ == "__main__":
    PKI.mkdir()
    run(MAKE_KEYS, PKI)
    samples.make_seal(SEAL)
    unittest.main()
