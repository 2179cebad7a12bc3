#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seals from drawing to register, time stamps up to B-LTA, batches."""
import atexit
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

import samples

ANDUCTL = pathlib.Path(sys.argv.pop(1))
MAKE_KEYS = pathlib.Path(sys.argv.pop(1))
ROOT = pathlib.Path(tempfile.mkdtemp(prefix="andu-seal-"))
atexit.register(shutil.rmtree, ROOT, True)
PKI = ROOT / "pki"
KEY = ("--p12", PKI / "rsa2048.p12", "--pass-file", PKI / "pass")


def run(*command, code=0):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    if code is not None and done.returncode != code:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}")
    return done


def anductl(*words, code=0):
    return json.loads(run(ANDUCTL, *words, "--json", code=code).stdout)


def source(name, pages=1):
    path = ROOT / name
    path.write_bytes(samples.document(pages))
    return path


class Seals(unittest.TestCase):
    def make(self, name, *options, code=0):
        return anductl("seal", "make", "--text", "云湖市政务服务和数据管理局", "--name", name, "--cabinet", ROOT / "cabinet", *options, code=code)

    def test_picture_has_its_true_size_and_one_colour(self):
        self.make("公章一", "--out", ROOT / "one.png", "--dpi", "300")
        header = (ROOT / "one.png").read_bytes()[16:24]
        self.assertEqual((int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")), (497, 497))
        target = ROOT / "one.pdf"
        anductl("pdf", "seal", source("one-in.pdf"), "--out", target, *KEY, "--seal", "公章一", "--cabinet", ROOT / "cabinet", "--at", "20,20")
        self.assertIn(b"/Width 1 /Height 1", target.read_bytes())
        self.assertLess(target.stat().st_size, 60_000)

    def test_seal_of_the_cabinet_is_never_scaled(self):
        self.make("公章二", "--size-mm", "40")
        done = anductl("pdf", "seal", source("two.pdf"), "--out", ROOT / "two-out.pdf", *KEY, "--seal", "公章二", "--cabinet", ROOT / "cabinet")
        self.assertEqual(done["places"][0]["widthMm"], 40)
        anductl("pdf", "seal", source("two.pdf"), "--out", ROOT / "two-out.pdf", *KEY, "--seal", "公章二", "--cabinet", ROOT / "cabinet",
                "--size-mm", "30", code=1)

    def test_expired_seal_is_refused(self):
        self.make("旧章", "--valid-until", "2020-01-01T00:00:00Z")
        done = anductl("pdf", "seal", source("old.pdf"), "--out", ROOT / "old-out.pdf", *KEY, "--seal", "旧章", "--cabinet", ROOT / "cabinet", code=3)
        self.assertIn("seal-expired", done["error"])
        self.assertFalse((ROOT / "old-out.pdf").exists())

    def test_name_is_taken_once(self):
        self.make("公章三")
        self.make("公章三", code=3)

    def test_electronic_seal_round_trip_and_tampering(self):
        esl = ROOT / "seal.esl"
        self.make("电子章", "--esl", esl, "--p12", PKI / "sealmaker.p12", "--pass-file", PKI / "pass", "--user-cert", PKI / "sm2.pem")
        done = anductl("seal", "import", esl, "--cabinet", ROOT / "imported", "--trust", PKI / "sm2root.pem")
        self.assertEqual((done["name"], done["widthMm"]), ("电子章", 42))
        anductl("seal", "import", esl, "--cabinet", ROOT / "imported-2", "--trust", PKI / "root.pem", code=3)
        self.assertIn("sm2", run("openssl", "asn1parse", "-inform", "DER", "-in", esl).stdout.decode().lower())
        data = bytearray(esl.read_bytes())
        for position in (60, len(data) // 2, len(data) - 3):
            broken = bytearray(data)
            broken[position] ^= 1
            (ROOT / "broken.esl").write_bytes(broken)
            anductl("seal", "import", ROOT / "broken.esl", "--cabinet", ROOT / "imported-3", "--trust", PKI / "sm2root.pem", code=1)

    def test_signature_with_the_seal_inside(self):
        """SES_Signature: the digest covers the file, the signature verifies, other keys are refused."""
        self.make("签章", "--esl", ROOT / "ses.esl", "--p12", PKI / "sealmaker.p12", "--pass-file", PKI / "pass", "--user-cert", PKI / "sm2.pem")
        key = ("--p12", PKI / "sm2.p12", "--pass-file", PKI / "pass")
        options = ("--seal", "签章", "--cabinet", ROOT / "cabinet", "--profile", "ses", "--at", "20,20")
        target = ROOT / "ses.pdf"
        anductl("pdf", "seal", source("ses-in.pdf"), "--out", target, *key, *options)
        run("qpdf", "--check", target)
        data = target.read_bytes()
        numbers = re.search(rb"/ByteRange (\[0 (\d+) (\d+) (\d+)\s*\])", data)
        hole, after = int(numbers[2]), int(numbers[3])
        (ROOT / "ses").write_bytes(bytes.fromhex(data[hole + 1:after - 1].decode()))
        lines = run("openssl", "asn1parse", "-inform", "DER", "-in", ROOT / "ses", code=None).stdout.decode().splitlines()
        parts = [re.match(r"\s*(\d+):d=(\d+)\s+hl=(\d+)\s+l=\s*(\d+)\s+\S+:\s*(\S+)", line) for line in lines]
        top = [m for m in parts if m and m[2] == "1"]
        inner = [m for m in parts if m and m[2] == "2"]
        blob = (ROOT / "ses").read_bytes()
        whole = lambda m, skip=0: blob[int(m[1]) + skip:int(m[1]) + int(m[3]) + int(m[4])]
        (ROOT / "tbs").write_bytes(whole(top[0]))
        (ROOT / "value").write_bytes(whole(top[3], int(top[3][3]) + 1))
        run("openssl", "pkeyutl", "-verify", "-certin", "-inkey", PKI / "sm2.pem", "-rawin", "-digest", "sm3", "-pkeyopt",
            "distid:1234567812345678", "-in", ROOT / "tbs", "-sigfile", ROOT / "value")
        (ROOT / "covered").write_bytes(data[:hole] + data[after:])
        digest = run("openssl", "dgst", "-sm3", "-binary", ROOT / "covered").stdout
        self.assertEqual(whole(inner[3], int(inner[3][3]) + 1), digest)
        self.assertEqual(whole(inner[1]), (ROOT / "ses.esl").read_bytes())
        refused = anductl("pdf", "seal", source("ses-in.pdf"), "--out", ROOT / "no.pdf", "--p12", PKI / "sealmaker.p12", "--pass-file",
                          PKI / "pass", *options, code=3)
        self.assertIn("seal-not-usable", refused["error"])

    def test_register_keeps_a_chain_and_the_limits(self):
        self.make("登记章", "--per-day", "2")
        book = ROOT / "register.jsonl"
        options = (*KEY, "--seal", "登记章", "--cabinet", ROOT / "cabinet", "--register", book, "--operator", "孙丽", "--applicant", "吴昊")
        no_approval = anductl("pdf", "seal", source("r.pdf"), "--out", ROOT / "r1.pdf", *options, code=3)
        self.assertIn("no-approval", no_approval["error"])
        self.assertFalse((ROOT / "r1.pdf").exists())
        for i in (1, 2):
            done = anductl("pdf", "seal", source("r.pdf"), "--out", ROOT / f"r{i}.pdf", *options, "--approval", "A1")
            self.assertTrue(done["registerNumber"].endswith(f"00{i}"))
        self.assertIn("daily-limit",
                      anductl("pdf", "seal", source("r.pdf"), "--out", ROOT / "r3.pdf", *options, "--approval", "A1", code=3)["error"])
        self.assertFalse((ROOT / "r3.pdf").exists())
        uses = anductl("seal", "register", book)["uses"]
        after = run("openssl", "dgst", "-sm3", "-r", ROOT / "r1.pdf").stdout.decode().split()[0]
        self.assertEqual((uses[0]["digestAfter"], uses[0]["operator"]), (after, "孙丽"))
        other = anductl("pdf", "seal", source("r.pdf"), "--out", ROOT / "r4.pdf", *KEY, "--seal", "登记章", "--cabinet", ROOT / "cabinet",
                        "--register", ROOT / "register-2", "--approval", "A2", "--approved-digest", "00" * 32, code=3)
        self.assertIn("other-file", other["error"])
        book.write_text(book.read_text().replace("孙丽", "他人", 1))
        run(ANDUCTL, "seal", "register", book, code=1)


class Tsa(http.server.BaseHTTPRequestHandler):
    answer = staticmethod(lambda request: request)
    asked = []

    def do_POST(self):
        request = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked.append(self.path)
        self.reply(ocsp(request) if self.path == "/ocsp" else type(self).answer(request))

    def do_GET(self):
        type(self).asked.append(self.path)
        self.reply((PKI / "root.crl").read_bytes())

    def reply(self, body):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def stamp(request, config="tsa.cnf"):
    (ROOT / "query").write_bytes(request)
    run("openssl", "ts", "-reply", "-config", PKI / config, "-queryfile", ROOT / "query", "-out", ROOT / "reply")
    return (ROOT / "reply").read_bytes()


def ocsp(request):
    (ROOT / "ocsp-query").write_bytes(request)
    run("openssl", "ocsp", "-index", PKI / "index.txt", "-CA", PKI / "root.pem", "-rsigner", PKI / "root.pem", "-rkey", PKI / "root.key",
        "-reqin", ROOT / "ocsp-query", "-respout", ROOT / "ocsp-reply", "-ndays", "1")
    return (ROOT / "ocsp-reply").read_bytes()


SERVER = http.server.HTTPServer(("127.0.0.1", 0), Tsa)
URL = f"http://127.0.0.1:{SERVER.server_port}"


class TimeStamps(unittest.TestCase):
    url = URL + "/"

    def sign(self, target, *options, code=0):
        return anductl("pdf", "sign", source("stamp.pdf"), "--out", target, *KEY, "--tsa", self.url, *options, code=code)

    def test_stamp_verifies_over_the_signature_value(self):
        Tsa.answer = staticmethod(stamp)
        target = ROOT / "stamped.pdf"
        self.sign(target)
        self.assertIn("Signature is Valid", run("pdfsig", "-nocert", target, code=None).stdout.decode())
        data = target.read_bytes()
        ranges = [int(n) for n in re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", data).groups()]
        container = bytes.fromhex(data[ranges[1] + 1:ranges[2] - 1].decode())
        (ROOT / "cms").write_bytes(container)
        shown = run("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", ROOT / "cms", code=0).stdout.decode()
        self.assertIn("timeStampToken", shown.replace("-", "").replace("id-smime-aa-timeStampToken", "timeStampToken"))
        token = container[container.index(bytes.fromhex("060b2a864886f70d010910020e")) + 13:]
        self.assertEqual(token[0], 0x31)
        (ROOT / "token").write_bytes(token[4:] if token[1] == 0x82 else token[2:])
        value = self.signature_value(container)
        (ROOT / "value").write_bytes(value)
        run("openssl", "ts", "-verify", "-in", ROOT / "token", "-token_in", "-data", ROOT / "value", "-CAfile", PKI / "root.pem")

    @staticmethod
    def signature_value(container):
        at = container.index(bytes.fromhex("060b2a864886f70d010910020e"))
        value = container.rindex(bytes.fromhex("04820100"), 0, at)
        return container[value + 4:value + 4 + 256]

    def test_long_term_archive(self):
        Tsa.answer = staticmethod(stamp)
        target = ROOT / "lta.pdf"
        self.sign(target, "--lta", "--crl", PKI / "root.crl")
        run("qpdf", "--check", target)
        data = target.read_bytes()
        for part in (b"/DSS", b"/VRI", b"/DocTimeStamp", b"/ETSI.RFC3161"):
            self.assertIn(part, data)
        self.assertIn("Signature is Valid", run("pdfsig", "-nocert", target, code=None).stdout.decode())
        found = list(re.finditer(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", data))
        ranges = [int(n) for n in found[-1].groups()]
        self.assertEqual(ranges[2] + ranges[3], len(data))
        token = bytes.fromhex(data[ranges[1] + 1:ranges[2] - 1].decode())
        (ROOT / "token").write_bytes(token)
        (ROOT / "value").write_bytes(data[:ranges[1]] + data[ranges[2]:])
        run("openssl", "ts", "-verify", "-in", ROOT / "token", "-token_in", "-data", ROOT / "value", "-CAfile", PKI / "root.pem")

    def test_revocation_is_fetched(self):
        """The certificate names both ways; a responder that does not know it is no answer."""
        Tsa.answer = staticmethod(stamp)
        target = ROOT / "lt.pdf"
        Tsa.asked.clear()
        done = self.sign(target, "--lt")
        self.assertEqual(done["noRevocationFor"], ["/C=CN/O=Fake Office/CN=Fake Time Stamp Authority"])
        self.assertEqual(set(Tsa.asked), {"/", "/ocsp", "/root.crl"})  # the client may ask twice when a connection breaks
        self.assertIn(b"/CRLs", target.read_bytes())
        self.assertNotIn(b"/OCSPs", target.read_bytes())
        serial = run("openssl", "x509", "-in", PKI / "rsa2048.pem", "-noout", "-serial").stdout.decode().strip().split("=")[1]
        (PKI / "index.txt").write_text(f"V\t360101000000Z\t\t{serial}\tunknown\t/CN=x\n")
        self.sign(target, "--lt")
        self.assertIn(b"/OCSPs", target.read_bytes())
        (PKI / "index.txt").write_text("")
        run("qpdf", "--check", target)
        self.assertIn("Signature is Valid", run("pdfsig", "-nocert", target, code=None).stdout.decode())

    def test_bad_answers_leave_nothing(self):
        other = b"\x30" + bytes([0x39]) + bytes.fromhex("020101303130 0d0609608648016503040201 0500 0420".replace(" ", "")) + bytes(32) + b"\x01\x01\xff"
        answers = {
            "nonsense": lambda _: b"nonsense",
            "other imprint": lambda _: stamp(other),
            "replayed": lambda _: (ROOT / "old-reply").read_bytes(),
            "flipped": lambda request: (lambda r: r[:-20] + bytes([r[-20] ^ 1]) + r[-19:])(stamp(request)),
        }
        (ROOT / "old-reply").write_bytes(stamp(other))
        for name, answer in answers.items():
            with self.subTest(name):
                Tsa.answer = staticmethod(answer)
                target = ROOT / "bad.pdf"
                self.assertIn("time stamp", self.sign(target, code=1)["error"])
                self.assertFalse(target.exists())

    def test_server_that_is_down(self):
        done = anductl("pdf", "sign", source("down.pdf"), "--out", ROOT / "down-out.pdf", *KEY, "--tsa", "http://127.0.0.1:9/", code=5)
        self.assertEqual(done["code"], "offline")
        self.assertFalse((ROOT / "down-out.pdf").exists())
        anductl("pdf", "sign", source("down.pdf"), "--out", ROOT / "down-out.pdf", *KEY, "--tsa", "http://127.0.0.1:9/", "--tsa-optional")
        self.assertIn("Signature is Valid", run("pdfsig", "-nocert", ROOT / "down-out.pdf", code=None).stdout.decode())


class Batches(unittest.TestCase):
    def test_each_file_has_its_result_and_a_second_run_goes_on(self):
        seal = ROOT / "batch-seal.png"
        samples.make_seal(seal)
        files = [source(f"batch-{i}.pdf", 1 + i % 3) for i in range(12)]
        files[5].write_bytes(b"junk" + samples.document())
        out = ROOT / "batch"
        first = anductl("pdf", "seal", *files, "--out", out, *KEY, "--image", seal, "--at", "20,20", code=3)
        self.assertEqual((len(first["files"]), first["failures"]), (12, 1))
        self.assertIn("leading-junk", first["files"][5]["error"])
        stamps = {path.name: path.stat().st_mtime_ns for path in out.glob("*.pdf")}
        self.assertEqual(len(stamps), 11)
        files[5].write_bytes(samples.document())
        second = anductl("pdf", "seal", *files, "--out", out, *KEY, "--image", seal, "--at", "20,20")
        states = [row["state"] for row in second["files"]]
        self.assertEqual((states.count("skipped"), states[5]), (11, "done"))
        for name, stamp_of in stamps.items():
            self.assertEqual((out / name).stat().st_mtime_ns, stamp_of)


if __name__ == "__main__":
    PKI.mkdir()
    threading.Thread(target=SERVER.serve_forever, daemon=True).start()
    os.environ["ANDU_PKI_URL"] = URL
    run(MAKE_KEYS, PKI)
    unittest.main()
