#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `anductl pdf verify --online` against a server on this machine that answers about revocation."""
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import der
import make_signed as m

PROGRAM = sys.argv[1]


class Server(ThreadingHTTPServer):
    """Answers by path; what has no answer is refused, and every path asked for is kept."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(self.path)
        body = self.server.answers.get(self.path)
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    do_GET = do_POST = answer

    def log_message(self, *words):
        pass


def when(days):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).strftime("%Y%m%d%H%M%SZ").encode()


def revocation_list(issuer, serials, days=(-1, 30)):
    md = "sm3" if issuer.kind == "sm2" else "sha256"
    kind = der.seq(der.oid("1.2.156.10197.1.501")) if issuer.kind == "sm2" else der.algorithm("1.2.840.113549.1.1.11")
    rows = [der.seq(serial, der.tlv(0x18, b"20210601000000Z")) for serial in serials]
    body = der.seq(der.integer(1), kind, issuer.issuer_name, der.tlv(0x18, when(days[0])), der.tlv(0x18, when(days[1])),
                   *([der.seq(*rows)] if rows else []))
    return der.seq(body, kind, der.bits(issuer.sign(md, body)))


def ocsp_answer(identity, status, days=(-1, 30), signer=None):
    """OCSPResponse about a certificate; status 0 good, 1 revoked."""
    issuer = signer or identity.issuer
    md = "sm3" if issuer.kind == "sm2" else "sha256"
    kind = der.seq(der.oid("1.2.156.10197.1.501")) if issuer.kind == "sm2" else der.algorithm("1.2.840.113549.1.1.11")
    tbs = der.children(der.children(identity.issuer.der)[0])
    key = der.split(der.children(tbs[6])[1])[1][1:]
    hashes = (der.octets(hashlib.sha1(part).digest()) for part in (identity.issuer_name, key))
    cert_id = der.seq(der.algorithm(der.DIGESTS["sha1"]), *hashes, identity.serial)
    said = der.tlv(0xA1, der.tlv(0x18, b"20210601000000Z")) if status == 1 else b"\x80\0"
    single = der.seq(cert_id, said, der.tlv(0x18, when(days[0])), der.tlv(0xA0, der.tlv(0x18, when(days[1]))))
    body = der.seq(der.tlv(0xA2, der.octets(hashlib.sha1(key).digest())), der.tlv(0x18, when(days[0])), der.seq(single))
    basic = der.seq(body, kind, der.bits(issuer.sign(md, body)))
    return der.seq(der.tlv(10, b"\0"), der.tlv(0xA0, der.seq(der.oid("1.3.6.1.5.5.7.48.1.1"), der.octets(basic))))


class Cases:
    def __init__(self, folder, server):
        self.folder, self.server, self.faults, self.count = pathlib.Path(folder), server, [], 0
        ca = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign", "subjectKeyIdentifier=hash"]
        self.roots = {"rsa": der.Identity(folder, "Root", extensions=ca), "sm2": der.Identity(folder, "Sm2Root", kind="sm2", extensions=ca)}

    def run(self, name, answer, verdict, certificate, kind="rsa", online=True, note=None, trusted=True, asked=None):
        """@p answer gets the identity and gives the bytes for /crl and /ocsp."""
        self.count += 1
        who = f"Who{self.count}"
        url = f"{self.server.url}/{who}"
        identity = der.Identity(self.folder, who, kind=kind, issuer=self.roots[kind], extensions=[
            "keyUsage=critical,digitalSignature", f"crlDistributionPoints=URI:{url}/crl", f"authorityInfoAccess=OCSP;URI:{url}/ocsp"])
        for path, body in answer(identity).items():
            self.server.answers[f"/{who}/{path}"] = body
        self.server.asked.clear()
        path = self.folder / f"{who}.pdf"
        md = "sm3" if kind == "sm2" else "sha256"
        path.write_bytes(m.sign(m.write(m.page_objects()), m.Signing(m.detached(identity, md=md))))
        root = self.roots[kind if trusted else ("rsa" if kind == "sm2" else "sm2")]
        words = [PROGRAM, "pdf", "verify", str(path), "--trust", str(root.pem), "--json"] + (["--online"] if online else [])
        done = subprocess.run(words, capture_output=True, timeout=60)
        report = json.loads(done.stdout)
        signature = report["signatures"][0]
        found = (report["verdict"], signature["certificate"], any(note in line for line in signature["findings"]) if note else None)
        right = (verdict, certificate, True if note else None)
        paths = [part.rsplit("/", 1)[1] for part in self.server.asked]
        if found != right or (asked is not None and paths != asked) or done.returncode != (0 if verdict == "valid" else 4):
            self.faults.append(f"{name}: exit {done.returncode}, {found} instead of {right}, asked {paths}: {signature['findings']}")


def main():
    with tempfile.TemporaryDirectory(prefix="andu-online-") as folder:
        server = Server()
        cases = Cases(folder, server)
        listed = lambda who, **o: revocation_list(who.issuer, [who.serial], **o)
        empty = lambda who, **o: revocation_list(who.issuer, [], **o)
        other = der.Identity(folder, "Other")
        for kind in ("rsa", "sm2"):
            run = lambda name, *words, **options: cases.run(f"{kind}: {name}", *words, kind=kind, **options)
            run("listed", lambda who: {"crl": listed(who)}, "untrusted", "revoked", asked=["ocsp", "crl"])
            run("not listed", lambda who: {"crl": empty(who)}, "valid", "trusted", asked=["ocsp", "crl"])
            run("not asked", lambda who: {"crl": listed(who)}, "valid", "trusted", online=False, asked=[])
            run("stranger is not asked about", lambda who: {"crl": listed(who)}, "untrusted", "untrusted", trusted=False, asked=[])
            run("responder says revoked", lambda who: {"ocsp": ocsp_answer(who, 1)}, "untrusted", "revoked", asked=["ocsp"])
            run("responder says good", lambda who: {"ocsp": ocsp_answer(who, 0), "crl": listed(who)}, "valid", "trusted", asked=["ocsp"])
            run("responder is a stranger", lambda who: {"ocsp": ocsp_answer(who, 0, signer=other), "crl": listed(who)},
                "untrusted", "revoked", asked=["ocsp", "crl"])
            run("answer is old", lambda who: {"ocsp": ocsp_answer(who, 0, days=(-30, -20)), "crl": empty(who, days=(-30, -20))},
                "valid", "trusted", note="nobody could be asked", asked=["ocsp", "crl"])
            run("nobody answers", lambda who: {}, "valid", "trusted", note="nobody could be asked", asked=["ocsp", "crl"])
            run("rubbish", lambda who: {"ocsp": b"\x30\x80rubbish", "crl": b"<html>"}, "valid", "trusted", note="nobody could be asked")
        for line in cases.faults:
            print(line)
        print(f"{cases.count} cases looked at, {len(cases.faults)} faults")
        return 1 if cases.faults or cases.count < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
