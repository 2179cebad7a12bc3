#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs with keys on tokens: PKCS #11 with SoftHSM, SKF with a fake library; wrong PINs, crashes."""
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
FAKE_SKF = pathlib.Path(sys.argv.pop(1))
ROOT = pathlib.Path(tempfile.mkdtemp(prefix="andu-token-"))
atexit.register(shutil.rmtree, ROOT, True)
PKI = ROOT / "pki"
MODULE = next((p for p in ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so") if os.path.exists(p)), None)


def run(*command, code=0):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    if code is not None and done.returncode != code:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}")
    return done


def sign(*options, code=0):
    source, target = ROOT / "in.pdf", ROOT / "out.pdf"
    target.unlink(missing_ok=True)
    source.write_bytes(samples.document(1))
    done = run(ANDUCTL, "pdf", "sign", source, "--out", target, "--json", *options, code=code)
    return target, json.loads(done.stdout)


def pin(text):
    path = ROOT / f"pin-{text}"
    path.write_text(text)
    return path


class Pkcs11(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        tokens = ROOT / "tokens"
        tokens.mkdir()
        (ROOT / "softhsm.conf").write_text(f"directories.tokendir = {tokens}\n")
        os.environ["SOFTHSM2_CONF"] = str(ROOT / "softhsm.conf")
        run("softhsm2-util", "--init-token", "--free", "--label", "UKey", "--pin", "1234", "--so-pin", "5678")
        for number, key in enumerate(("rsa2048", "ec256"), start=1):
            run("openssl", "x509", "-in", PKI / f"{key}.pem", "-outform", "DER", "-out", ROOT / "cert.der")
            run("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", PKI / f"{key}.key", "-out", ROOT / "key.pem")
            run("softhsm2-util", "--import", ROOT / "key.pem", "--token", "UKey", "--label", key, "--id", f"0{number}", "--pin", "1234")
            run("pkcs11-tool", "--module", MODULE, "--token-label", "UKey", "--login", "--pin", "1234", "--write-object", ROOT / "cert.der",
                "--type", "cert", "--label", key, "--id", f"0{number}")

    def test_rsa_and_ec(self):
        for key in ("rsa2048", "ec256"):
            target, _ = sign("--pkcs11", MODULE, "--pin-file", pin("1234"), "--label", key)
            report = run("pdfsig", "-nocert", target, code=None).stdout.decode()
            self.assertIn("Signature is Valid.", report)

    def test_wrong_pin_and_label(self):
        target, answer = sign("--pkcs11", MODULE, "--pin-file", pin("0000"), "--label", "rsa2048", code=1)
        self.assertEqual(answer["code"], "wrong-key")
        self.assertFalse(target.exists())
        _, answer = sign("--pkcs11", MODULE, "--pin-file", pin("1234"), "--label", "nobody", code=1)
        self.assertEqual(answer["code"], "not-found")
        _, answer = sign("--pkcs11", "/nonexistent.so", "--pin-file", pin("1234"), code=1)
        self.assertEqual(answer["code"], "not-found")


class Skf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["ANDU_FAKE_SKF"] = str(PKI / "sm2")

    def test_sm2_signature_verifies(self):
        target, _ = sign("--skf", FAKE_SKF, "--pin-file", pin("1234"), "--label", "seal")
        data = target.read_bytes()
        ranges = [int(n) for n in re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", data).groups()]
        container = bytes.fromhex(data[ranges[1] + 1:ranges[2] - 1].decode())
        # signedAttrs and the value behind them, found by their fixed neighbours in our own DER
        at = container.index(bytes.fromhex("301806092a864886f70d010903")) - 2
        while container[at] != 0xA0:
            at -= 1
        length = container[at + 1]
        head = 2
        if length & 0x80:
            head += length & 0x7F
            length = int.from_bytes(container[at + 2:at + head], "big")
        (ROOT / "tbs").write_bytes(b"\x31" + container[at + 1:at + head + length])
        rest = container[at + head + length:]
        algorithm = rest[1] + 2
        (ROOT / "value").write_bytes(rest[algorithm + 2:algorithm + 2 + rest[algorithm + 1]])
        run("openssl", "pkeyutl", "-verify", "-certin", "-inkey", PKI / "sm2.pem", "-rawin", "-digest", "sm3", "-pkeyopt",
            "distid:1234567812345678", "-in", ROOT / "tbs", "-sigfile", ROOT / "value")

    def test_wrong_pin(self):
        _, answer = sign("--skf", FAKE_SKF, "--pin-file", pin("9999"), code=1)
        self.assertEqual(answer["code"], "wrong-key")

    def test_crash_of_the_library_costs_one_error(self):
        target, answer = sign("--skf", FAKE_SKF, "--pin-file", pin("boom"), code=1)
        self.assertEqual(answer["code"], "bad-reply")
        self.assertFalse(target.exists())


if __name__ == "__main__":
    PKI.mkdir()
    run(MAKE_KEYS, PKI)
    unittest.main()
