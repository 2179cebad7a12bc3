# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the verifier's test: name → (bytes, verdicts that are right, arguments)."""
import re

import der
import make_signed as m
import scenarios_places as places

GOOD = ("valid",)
LATER = ("valid-with-later-additions",)
UNTRUSTED = ("untrusted",)
MODIFIED = ("modified",)
INVALID = ("invalid",)
BAD = ("modified", "invalid")
ERROR = ("error",)


class Pki:
    def __init__(self, folder):
        ca = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign", "subjectKeyIdentifier=hash"]
        self.root = der.Identity(folder, "Root", extensions=ca, days=("20090101000000Z", "20450101000000Z"))
        self.rsa = der.Identity(folder, "Alice", issuer=self.root)
        self.bob = der.Identity(folder, "Bob", kind="ec", issuer=self.root)
        self.ec384 = der.Identity(folder, "Carol", kind="ec384", issuer=self.root)
        self.ed = der.Identity(folder, "Edda", kind="ed25519", issuer=self.root)
        self.ed448 = der.Identity(folder, "Edward", kind="ed448", issuer=self.root)
        self.short = der.Identity(folder, "Short", kind="rsa1024", issuer=self.root)
        self.old = der.Identity(folder, "Old", issuer=self.root, days=("20100101000000Z", "20150101000000Z"))
        self.revoked = der.Identity(folder, "Revoked", issuer=self.root)
        self.wrong_use = der.Identity(folder, "WrongUse", issuer=self.root, extensions=["keyUsage=critical,keyEncipherment"])
        self.tsa = der.Identity(folder, "Tsa", issuer=self.root, extensions=["extendedKeyUsage=critical,timeStamping"])
        self.stranger = der.Identity(folder, "Stranger")
        self.sm2_root = der.Identity(folder, "Sm2Root", kind="sm2", extensions=ca)
        self.sm2 = der.Identity(folder, "Sm2Alice", kind="sm2", issuer=self.sm2_root)
        self.sm2_tsa = der.Identity(folder, "Sm2Tsa", kind="sm2", issuer=self.sm2_root, extensions=["extendedKeyUsage=critical,timeStamping"])
        self.maker = der.Identity(folder, "SealMaker", kind="sm2", issuer=self.sm2_root)
        self.trust = ["--trust", str(self.root.pem), "--trust", str(self.sm2_root.pem)]


def good(p):
    base = m.write(m.page_objects())
    packed = m.write(m.page_objects(), "stream")
    alice = m.Signing(m.detached(p.rsa))
    once = m.sign(base, alice)
    out = {
        "rsa": (once, GOOD),
        "rsa in a file with object streams": (m.sign(packed, alice), GOOD),
        "zero bytes behind the end": (once + b"\n\0\0\0", GOOD),
        "invisible": (m.sign(base, m.Signing(m.detached(p.rsa), visible=False)), GOOD),
        "existing field": (m.sign(base, m.Signing(m.detached(p.rsa), existing=10)), GOOD),
        "adbe.pkcs7.detached": (m.sign(base, m.Signing(m.detached(p.rsa, ess="none"), b"adbe.pkcs7.detached")), GOOD),
        "made by openssl cms": (m.sign(base, m.Signing(openssl_cms(p.rsa))), GOOD),
        "indefinite lengths": (m.sign(base, m.Signing(lambda data: der.indefinite(der.cms(p.rsa, data)))), GOOD),
        "signed bytes inside, indefinite": (m.sign(base, m.Signing(openssl_cms(p.rsa, "-stream", "-indef"))), GOOD),
        "no signed attributes": (m.sign(base, m.Signing(m.detached(p.rsa, plain=True))), GOOD),
        "unsorted attributes": (m.sign(base, m.Signing(m.detached(p.rsa, ordered=False))), GOOD),
        "pss": (m.sign(base, m.Signing(m.detached(p.rsa, pss=True))), GOOD),
        "sha512": (m.sign(base, m.Signing(m.detached(p.rsa, md="sha512"))), GOOD),
        "ecdsa p256": (m.sign(base, m.Signing(m.detached(p.bob))), GOOD),
        "ecdsa p384": (m.sign(base, m.Signing(m.detached(p.ec384, md="sha384"))), GOOD),
        "ed25519": (m.sign(base, m.Signing(m.detached(p.ed, md="sha512"))), GOOD),
        "ed448": (m.sign(base, m.Signing(m.detached(p.ed448, md="shake256"))), GOOD),
        "ecdsa with r and s side by side": (m.sign(base, m.Signing(m.detached(p.bob, raw=True))), GOOD),
        "timestamp by sm2": (m.sign(base, m.Signing(m.detached(p.sm2, md="sm3", stamp=lambda v: der.token(p.sm2_tsa, v, md="sm3")))), GOOD),
        "archive timestamp by sm2": (m.sign(once, m.Signing(lambda data: der.token(p.sm2_tsa, data, md="sm3"), b"ETSI.RFC3161", b"T", False)), LATER),
        "blank before the container": (blank_hole(p), GOOD),
        "sm2": (m.sign(base, m.Signing(m.detached(p.sm2, md="sm3"))), GOOD),
        "sm2 with names of GM/T 0010": (m.sign(base, m.Signing(m.detached(p.sm2, md="sm3", gm=True), b"GM.SM2")), GOOD),
        "sm2 without attributes": (m.sign(base, m.Signing(m.detached(p.sm2, md="sm3", gm=True, plain=True), b"GM.SM2")), GOOD),
        "electronic seal": (m.sign(base, m.Signing(lambda data: der.seal(p.sm2, p.maker, der.digest("sm3", data)), b"GM.Seal")), GOOD),
        "expired since, valid when signed": (m.sign(base, m.Signing(m.detached(p.old), date=b"(D:20120101000000Z)")), GOOD),
        "signature timestamp": (m.sign(base, m.Signing(m.detached(p.rsa, stamp=lambda v: der.token(p.tsa, v)))), GOOD),
    }
    twice = m.sign(once, m.Signing(m.detached(p.bob), name=b"Sig2"))
    thrice = m.sign(twice, m.Signing(m.detached(p.sm2, md="sm3"), name=b"Sig3", visible=False))
    stamp = m.Signing(lambda data: der.token(p.tsa, data), b"ETSI.RFC3161", b"Stamp", False, sig_type=b"DocTimeStamp")
    dss = m.add_dss(once, [p.root.der, p.rsa.der])
    certified = {n: m.sign(base, m.Signing(m.detached(p.rsa), reference=m.certification(n), perms=True)) for n in (1, 2, 3)}
    locked = m.sign(base, m.Signing(m.detached(p.rsa), reference=m.field_lock(b"Include", b"(other)")))
    info = m.current(once, 8).replace(b"20240101", b"20240601").replace(b"(test)", b"(other tool)")
    meta = m.current(once, 9).replace(b"2024-01-01", b"2024-06-01")
    out |= {
        "two signatures": (twice, LATER),
        "three signatures": (thrice, LATER),
        "two signatures, streams": (m.sign(m.sign(packed, alice), m.Signing(m.detached(p.bob), name=b"Sig2")), LATER),
        "the empty field signed later": (m.sign(once, m.Signing(m.detached(p.bob), existing=10)), LATER),
        "validation data": (dss, LATER),
        "validation data and archive timestamp": (m.sign(dss, stamp), LATER),
        "only a document timestamp": (m.sign(base, stamp), GOOD),
        "form filled after an approval": (m.fill(once), LATER),
        "form filled, P 2": (m.fill(certified[2]), LATER),
        "form filled, P 3": (m.fill(certified[3]), LATER),
        "signed in the empty field, P 2": (m.sign(certified[2], m.Signing(m.detached(p.bob), existing=10)), LATER),
        "archive timestamp, P 1": (m.sign(m.add_dss(certified[1], [p.root.der]), stamp), LATER),
        "certified": (certified[1], GOOD),
        "note added, P 3": (m.add_annotation(certified[3], b"<< /Type /Annot /Subtype /Text /Rect [1 1 20 20] /Contents (hm) >>"), LATER),
        "square added, P 3": (m.add_annotation(certified[3], b"<< /Type /Annot /Subtype /Square /Rect [1 1 20 20] /C [1 0 0] >>"), LATER),
        "no section before, said with 0": (m.sign(base.replace(b"/Root 1 0 R", b"/Prev 0 /Root 1 0 R"), alice), GOOD),
        "filled beside a lock": (m.fill(locked), LATER),
        "dates of the information renewed": (m.update(once, {8: info}), LATER),
        "dates of the metadata renewed": (m.update(once, {9: meta}), LATER),
        "unchanged object written again": (m.update(once, {4: m.current(once, 4)}), LATER),
        "empty signature field added": (m.update(once, {6: m.insert(m.current(once, 6), b"Fields", b"%d 0 R" % m.size_of(once)),
                                                        3: m.insert(m.current(once, 3), b"Annots", b"%d 0 R" % m.size_of(once)),
                                                        m.size_of(once): b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [9 9 90 90] >>"}), LATER),
        "direct values moved into an object": (m.update(once, {3: m.current(once, 3).replace(b"[0 0 612 792]", b"%d 0 R" % m.size_of(once)),
                                                               m.size_of(once): b"[0 0 612.0 792]"}), LATER),
        "all entries listed again": (m.update(once, {8: m.current(once, 8)}, entries={4: once.index(b"\n4 0 obj") + 1}), LATER),
        "hybrid update": (hybrid(once), LATER),
    }
    return {name: (data, verdicts, p.trust) for name, (data, verdicts) in out.items()}


def blank_hole(p):
    """Some writers leave the space between key and value out of what they sign."""
    return m.sign(m.write(m.page_objects()), m.Signing(m.detached(p.rsa), byte_range=lambda hole, end, size: b"%d %d %d" % (hole - 1, end, size - end),
                                                       hole_extra=1))


def hybrid(pdf):
    """A later revision as some writers make it for hybrid files: stream and table say the same."""
    number = m.size_of(pdf)
    info = len(pdf)
    out = pdf + b"8 0 obj\n" + m.current(pdf, 8) + b"\nendobj\n"
    stream = len(out)
    trailer = b"/Size %d /Root 1 0 R /Info 8 0 R /ID %s /Prev %d " % (number + 1, m.ID, m.last_startxref(pdf))
    out += m.xref_stream(number, {8: info}, {}, stream, trailer)
    table = len(out)
    out += b"xref\n8 1\n%010d 00000 n \n%d 1\n%010d 00000 n \ntrailer\n<< %s/XRefStm %d >>\n" % (info, number, stream, trailer, stream)
    return out + b"startxref\n%d\n%%%%EOF\n" % table


def openssl_cms(identity, *options):
    def make(data):
        path = identity.folder / "tbs.bin"
        path.write_bytes(data)
        return der.run("openssl", "cms", "-sign", "-binary", "-cades", "-outform", "DER", "-md", "sha256", *options, "-in", path,
                       "-signer", identity.pem, "-inkey", identity.key)
    return make


def untrusted(p):
    base = m.write(m.page_objects())
    once = m.sign(base, m.Signing(m.detached(p.rsa)))
    sign = lambda who, **o: m.sign(base, m.Signing(m.detached(who, **o)))
    crl = p.revoked.revoke()
    out = {
        "self-signed stranger": (sign(p.stranger), UNTRUSTED),
        "stranger after alice": (m.sign(once, m.Signing(m.detached(p.stranger), name=b"Sig2")), UNTRUSTED),
        "certificate not meant for signing": (sign(p.wrong_use), UNTRUSTED),
        "timestamp certificate signs": (sign(p.tsa), GOOD),
        "expired when signed": (sign(p.old), UNTRUSTED),
        "revoked before": (m.add_dss(sign(p.revoked), [p.root.der], [crl]), UNTRUSTED),
        "revocation list of a stranger": (m.add_dss(sign(p.rsa), [], [crl]), LATER),
        "sha-1": (sign(p.rsa, md="sha1"), UNTRUSTED),
        "timestamp of another signature": (sign(p.rsa, stamp=lambda value: der.token(p.tsa, b"another value")), UNTRUSTED),
        "short key": (sign(p.short), UNTRUSTED),
        "adbe.pkcs7.sha1": (m.sign(base, m.Signing(lambda data: der.cms(p.rsa, None, encapsulated=der.digest("sha1", data)),
                                                   b"adbe.pkcs7.sha1")), UNTRUSTED),
        "adbe.x509.rsa_sha1": (m.sign(base, m.Signing(lambda data: der.octets(p.rsa.sign("sha1", data)), b"adbe.x509.rsa_sha1",
                                                      extra=b" /Cert <%s>" % p.rsa.der.hex().encode())), UNTRUSTED),
        "timestamp by a signer's certificate": (m.sign(base, m.Signing(lambda data: der.token(p.rsa, data), b"ETSI.RFC3161", b"T",
                                                                       False, sig_type=b"DocTimeStamp")), UNTRUSTED),
    }
    out = {name: (data, verdicts, p.trust) for name, (data, verdicts) in out.items()}
    out["nothing trusted"] = (once, UNTRUSTED, ["--trust", str(p.stranger.pem)])
    out["asked for a time before"] = (once, UNTRUSTED, [*p.trust, "--at", "2019-01-01T00:00:00Z"])
    return out


def broken_bytes(p):
    """The container, the hole and the bytes."""
    base = m.write(m.page_objects())
    alice = lambda **o: m.sign(base, m.Signing(m.detached(p.rsa), **o))
    once = alice()
    hole = once.index(b"/Contents <" + b"3") + 10
    container = lambda make: m.sign(base, m.Signing(make))
    shifted = lambda a, b, c, d: (lambda hole, end, size: b"%d %d %d" % (hole + a, end + b, size - end + c - d))
    out = {
        "content byte changed": (once.replace(b"Pay 100", b"Pay 900"), BAD),
        "byte range without numbers": (once.replace(b"/ByteRange [0", b"/ByteRanga [0"), BAD),
        "byte range null": (re.sub(rb"/ByteRange \[0 ([\d ]+)\]", lambda x: b"/ByteRange null".ljust(len(x[0])), once), BAD),
        "byte range empty": (re.sub(rb"/ByteRange \[0 ([\d ]+)\]", lambda x: b"/ByteRange []".ljust(len(x[0])), once), BAD),
        "byte range does not start at 0": (once.replace(b"/ByteRange [0", b"/ByteRange [1"), BAD),
        "byte range negative": (re.sub(rb"/ByteRange \[0 (\d+) (\d+) (\d+)", lambda x: x[0][:-len(x[3])] + b"-9".ljust(len(x[3])), once), BAD),
        "hole too large": (m.sign(base, m.Signing(m.detached(p.rsa), byte_range=shifted(-20, 0, 0, 0))), BAD),
        "hole reaches further": (m.sign(base, m.Signing(m.detached(p.rsa), byte_range=shifted(0, 10, 0, 10))), BAD),
        "end not covered": (m.sign(base, m.Signing(m.detached(p.rsa), byte_range=shifted(0, 0, 0, 30))), BAD),
        "range past the end": (m.sign(base, m.Signing(m.detached(p.rsa), byte_range=shifted(0, 0, 999, 0))), BAD),
        "contents empty": (once[:hole] + b"<>".ljust(m.SPACE + 2) + once[hole + m.SPACE + 2:], BAD),
        "contents zero": (once[:hole + 1] + b"0" * m.SPACE + once[hole + 1 + m.SPACE:], BAD),
        "contents null": (once[:hole] + b"null".ljust(m.SPACE + 2) + once[hole + m.SPACE + 2:], BAD),
        "contents renamed": (once[:hole - 10] + b"/Contentz " + once[hole:], BAD),
        "padding used": (once[:hole + m.SPACE - 9] + b"deadbeef" + once[hole + m.SPACE - 1:], BAD),
        "string ends early, objects in the hole": (
            once[:hole + m.SPACE - 40] + b"> 99 0 obj (evil) endobj <".ljust(40, b"0") + once[hole + m.SPACE:], BAD),
        "digest of other bytes": (container(lambda data: der.cms(p.rsa, data + b"x")), BAD),
        "names another certificate": (container(m.detached(p.rsa, ess="wrong")), BAD),
        "two signers": (container(m.detached(p.rsa, signers=2)), BAD),
        "ed25519 with another digest": (container(m.detached(p.ed, md="sha256")), BAD),
        "no signer": (container(m.detached(p.rsa, signers=0)), BAD),
        "no certificate": (container(m.detached(p.rsa, certificates=[])), BAD),
        "certificate of another": (container(m.detached(p.rsa, certificates=[p.bob.der])), BAD),
        "other content inside": (container(lambda data: der.cms(p.rsa, None, encapsulated=b"other content")), BAD),
        "content type differs": (container(lambda data: der.cms(p.rsa, data).replace(der.oid("1.2.840.113549.1.7.1"),
                                                                                    der.oid("1.2.840.113549.1.7.9"), 1)), BAD),
        "not asn.1": (container(lambda data: b"\xff" * 64), BAD),
        "truncated": (container(lambda data: der.cms(p.rsa, data)[:600]), BAD),
        "bytes behind the container": (container(lambda data: der.cms(p.rsa, data) + b"evil"), BAD),
        "timestamp of other bytes": (m.sign(base, m.Signing(lambda data: der.token(p.tsa, b"x"), b"ETSI.RFC3161", b"T", False)), BAD),
        "approval called timestamp": (m.sign(base, m.Signing(m.detached(p.rsa), b"ETSI.RFC3161", b"T", False)), BAD),
        "seal of other bytes": (container(lambda data: der.seal(p.sm2, p.maker, der.digest("sm3", b"x"))), BAD),
        "seal expired": (container(lambda data: der.seal(p.sm2, p.maker, der.digest("sm3", data), until="20230601000000Z")), BAD),
        "seal for another signer": (container(lambda data: der.seal(p.sm2, p.maker, der.digest("sm3", data), listed=False)), BAD),
        "seal by a wrong maker": (container(lambda data: der.seal(p.sm2, p.maker, der.digest("sm3", data), maker_key=p.sm2)), BAD),
        "value is a string": (m.update(base, {10: m.page_objects()[10][:-2] + b"/V (signed) >>"}), BAD),
        "value is an empty dictionary": (m.update(base, {10: m.page_objects()[10][:-2] + b"/V << >> >>"}), BAD),
        "signed entry twice": (m.sign(base, m.Signing(m.detached(p.rsa), extra=b" /ByteRange [0 1 2 3]")), BAD),
        "cut off": (once[:-200], BAD + ERROR),
        "cross-reference damaged": (once[:-60] + b"x" * 30 + once[-30:], BAD + ERROR),
    }
    return {name: (data, verdicts, p.trust) for name, (data, verdicts) in out.items()}


def changed_later(p):
    base = m.write(m.page_objects())
    once = m.sign(base, m.Signing(m.detached(p.rsa)))
    streams = m.sign(m.write(m.page_objects(), "stream"), m.Signing(m.detached(p.rsa)))
    cert = {n: m.sign(base, m.Signing(m.detached(p.rsa), reference=m.certification(n), perms=True)) for n in (1, 2, 3)}
    evil = b"BT /F1 24 Tf 72 700 Td (Pay 900 to Eve) Tj ET"
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(evil), evil)
    overlay = b"<< /Type /Annot /Subtype /FreeText /Rect [72 690 300 730] /F 4 /Contents (900) /AP << /N 12 0 R >> >>"
    stamp = overlay.replace(b"FreeText", b"Stamp")
    page = m.current(once, 3)
    root = m.current(once, 1)
    form = m.current(once, 6)
    sig_field = max(int(n) for n in re.findall(rb"(\d+) 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T \(Sig1\)", once))
    shape = sig_field + 1
    field = m.current(once, sig_field)
    u = m.update
    size = m.size_of(once)
    out = {
        "content replaced": u(once, {4: stream}),
        "content replaced, streams": u(streams, {4: stream}),
        "page points elsewhere": u(once, {3: page.replace(b"/Contents 4", b"/Contents %d" % size), size: stream}),
        "content added": u(once, {3: page.replace(b"/Contents 4 0 R", b"/Contents [4 0 R %d 0 R]" % size), size: stream}),
        "font replaced": u(once, {5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"}),
        "picture replaced": u(once, {11: m.look()}) .replace(b"[0 0 200 40]", b"[0 0 200 41]"),
        "resources replaced": u(once, {3: page.replace(b"/F1 5 0 R", b"/F1 7 0 R")}),
        "media box changed": u(once, {3: page.replace(b"612 792", b"612 400")}),
        "page rotated": u(once, {3: page[:-2] + b"/Rotate 90 >>"}),
        "page added": u(once, {2: b"<< /Type /Pages /Kids [3 0 R %d 0 R] /Count 2 >>" % size, size: page}),
        "page removed": u(once, {2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
        "page tree replaced": u(once, {1: root.replace(b"/Pages 2", b"/Pages %d" % size), size: m.current(once, 2).replace(b"[3 0 R]", b"[3 0 R 3 0 R]")}),
        "free text overlay": m.add_annotation(once, overlay),
        "stamp overlay": m.add_annotation(once, stamp),
        "note without certification": m.add_annotation(once, b"<< /Type /Annot /Subtype /Text /Rect [1 1 20 20] >>"),
        "annotation removed": u(once, {3: page.replace(b"[7 0 R 10 0 R", b"[10 0 R")}),
        "catalog gets an open action": u(once, {1: root[:-2] + b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"}),
        "catalog gets names": u(once, {1: root[:-2] + b"/Names << /JavaScript << /Names [] >> >> >>"}),
        "catalog gets layers": u(once, {1: root[:-2] + b"/OCProperties << /OCGs [] /D << >> >> >>"}),
        "catalog gets another number": u(once, {size: root}, root=b"%d 0 R" % size),
        "form removed": u(once, {1: root.replace(b"/AcroForm 6 0 R", b"")}),
        "form replaced": u(once, {1: root.replace(b"/AcroForm 6 0 R", b"/AcroForm << /Fields [] >>")}),
        "signature field removed": u(once, {6: re.sub(rb"/Fields \[[^\]]*\]", b"/Fields [7 0 R 10 0 R]", form)}),
        "signature value removed": u(once, {sig_field: re.sub(rb"/V \d+ 0 R", b"", field)}),
        "signature replaced by null": u(once, {}, free=[sig_field - 1]),
        "signature look replaced": u(once, {sig_field: re.sub(rb"/N \d+ 0 R", b"/N 12 0 R", field)}),
        "signature look stream replaced": u(once, {shape: stream}),
        "signature moved": u(once, {sig_field: field.replace(b"[300 500 500 540]", b"[0 0 600 700]")}),
        "appearances drawn anew, one shows another value": u(once, {6: form[:-2] + b"/NeedAppearances true >>"}),
        "xfa appears": u(once, {6: form[:-2] + b"/XFA [(template) 12 0 R] >>"}),
        "default resource replaced": u(once, {6: form.replace(b"/Helv 5 0 R", b"/Helv 12 0 R")}),
        "text field added": u(once, {6: m.insert(form, b"Fields", b"%d 0 R" % size), 3: m.insert(page, b"Annots", b"%d 0 R" % size),
                                     size: b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 600 700] /AP << /N 12 0 R >> >>"}),
        "drawn signature field that is not signed": u(once, {
            6: m.insert(form, b"Fields", b"%d 0 R" % size), 3: m.insert(page, b"Annots", b"%d 0 R" % size),
            size: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 600 700] /AP << /N 12 0 R >> >>"}),
        "second field shows the old signature": u(once, {
            6: m.insert(form, b"Fields", b"%d 0 R" % size), 3: m.insert(page, b"Annots", b"%d 0 R" % size),
            size: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /V %d 0 R /Rect [0 0 600 700] /AP << /N 12 0 R >> >>" % (sig_field - 1)}),
        "field moved": u(once, {7: m.current(once, 7).replace(b"[72 600", b"[72 100")}),
        "field hidden": u(once, {7: m.current(once, 7).replace(b"/F 4", b"/F 6")}),
        "field renamed": u(once, {7: m.current(once, 7).replace(b"(name)", b"(eman)")}),
        "field with a value twice": u(once, {7: m.current(once, 7)[:-2] + b"/V (other) >>"}),
        "appearance in place that pages share": shared_look(p, stream),
        "value drawn by the page": drawn_value(p, stream),
        "validation data is a resource table": drawn_dss(p),
        "object freed": u(once, {}, free=[4]),
        "title changed": u(once, {8: m.current(once, 8).replace(b"Contract", b"Kontract")}),
        "metadata changed": u(once, {9: m.current(once, 9).replace(b"Office", b"Offize")}),
        "foreign objects in validation data": m.add_dss(once, [p.root.der], extra=b" /Page 3 0 R"),
        "validation data is a page": m.add_dss(once, [], entry=b"<< /Type /DSS /Certs 3 0 R >>"),
        "hidden reference filled": dangling(p, stream),
        "hidden reference with a comment filled": dangling(p, stream, b"60 % x\n 0 R"),
        "hidden reference with a late comment filled": dangling(p, stream, b"60 0 % 1\nR"),
        "hidden reference with a sign filled": dangling(p, stream, b"60 +0 R"),
        "chain left out": u(once, {4: stream}, prev=-1, entries={n: once.index(b"\n%d 0 obj" % n) + 1 for n in (1, 2, 3, 5, 6, 7)}),
        "no new trailer": once + b"4 0 obj\n" + stream + b"\nendobj\n",
        "trailer without cross-reference": once + b"4 0 obj\n" + stream + b"\nendobj\ntrailer\n<< /Root 1 0 R /Size 20 >>\n%%EOF\n",
        "bytes behind the end": once + b"evil\n",
        "comment behind the end": once + b"% evil\n",
        "object outside the section": u(once, {}, before_xref=b"4 0 obj\n" + stream + b"\nendobj\n"),
        "object twice in a revision": u(once, {4: m.current(once, 4)}, before_xref=b"4 0 obj\n" + stream + b"\nendobj\n"),
        "entry points into signed bytes": u(once, {}, entries={4: once.index(b"\n9 0 obj") + 1}),
        "entry points into the hole": u(once, {}, entries={4: once.index(b"/Contents <3") + 40}),
        "object hidden in a comment": u(once, {8: m.current(once, 8)}, before_xref=b"% 4 0 obj\n"),
        "wrapped": wrapped(once, stream),
        "filled, P 1": m.fill(cert[1]),
        "signed in the empty field, P 1": m.sign(cert[1], m.Signing(m.detached(p.bob), existing=10)),
        "new visible signature, P 2": m.sign(cert[2], m.Signing(m.detached(p.bob), name=b"Sig2")),
        "new visible signature, P 3": m.sign(cert[3], m.Signing(m.detached(p.bob), name=b"Sig2")),
        "note, P 2": m.add_annotation(cert[2], b"<< /Type /Annot /Subtype /Text /Rect [1 1 20 20] >>"),
        "free text, P 3": m.add_annotation(cert[3], overlay),
        "filled square, P 3": m.add_annotation(cert[3], b"<< /Type /Annot /Subtype /Square /Rect [1 1 600 700] /IC [1 1 1] >>"),
        "stamp, P 3": m.add_annotation(cert[3], stamp),
        "highlight with a picture, P 3": m.add_annotation(cert[3], highlight(size)),
        "permissions removed": u(cert[2], {1: re.sub(rb"/Perms << [^>]*>>", b"", m.current(cert[2], 1))}),
        "permissions name another": u(cert[2], {1: re.sub(rb"/DocMDP \d+", b"/DocMDP 7", m.current(cert[2], 1))}),
        "level lowered": downgraded(cert[1]),
        "locked field filled": m.fill(m.sign(base, m.Signing(m.detached(p.rsa), reference=m.field_lock(b"Include", b"(name)")))),
        "all locked, filled": m.fill(m.sign(base, m.Signing(m.detached(p.rsa), reference=m.field_lock(b"All")))),
        "all but another locked, filled": m.fill(m.sign(base, m.Signing(m.detached(p.rsa), reference=m.field_lock(b"Exclude", b"(x)")))),
        "changed, then signed by another": m.sign(u(once, {4: stream}), m.Signing(m.detached(p.bob), name=b"Sig2")),
        "another signs and changes at once": m.sign(once, m.Signing(m.detached(p.bob), name=b"Sig2", objects={4: stream})),
        "new signature brings an action": m.sign(once, m.Signing(m.detached(p.bob), name=b"Sig2", widget_extra=b" /AA << >>")),
        "hybrid section": u(once, {8: m.current(once, 8)}, extra=b" /XRefStm 15"),
        "encryption appears": u(once, {}, extra=b" /Encrypt << /Filter /None >>"),
    }
    return {name: (data, BAD + ERROR if "encryption" in name or "hybrid" in name else BAD, p.trust) for name, data in out.items()}


def shared_look(p, stream):
    """The page draws the same stream that the text field uses as its appearance."""
    objects = m.page_objects()
    objects[3] = objects[3].replace(b"/Deco 11 0 R", b"/Deco 12 0 R")
    once = m.sign(m.write(objects), m.Signing(m.detached(p.rsa)))
    return m.update(once, {12: stream})


def drawn_value(p, stream):
    """The page uses the text field as its table of pictures, so that filling changes the page."""
    form = b"<< /Subtype /Form /BBox [0 0 9 9]" + stream[2:]
    objects = {**m.page_objects(), 13: form}
    objects[7] = objects[7].replace(b"/V (old)", b"/V 13 0 R")
    objects[3] = objects[3].replace(b"/XObject << /Deco 11 0 R >>", b"/XObject 7 0 R")
    once = m.sign(m.write(objects), m.Signing(m.detached(p.rsa)))
    number = m.size_of(once)
    other = form.replace(b"Pay 900", b"Pay 901")
    return m.update(once, {7: m.current(once, 7).replace(b"/V 13", b"/V %d" % number), number: other})


def drawn_dss(p):
    """Validation data that the page uses as its resources loses them later."""
    objects = {**m.page_objects(), 13: b"<< /Font << /F1 5 0 R >> /Certs [] >>"}
    objects[1] = objects[1][:-2] + b"/DSS 13 0 R >>"
    objects[3] = objects[3].replace(b"/Font << /F1 5 0 R >>", b"/Font << /F1 5 0 R >> /X 13 0 R")
    once = m.sign(m.write(objects), m.Signing(m.detached(p.rsa)))
    return m.update(once, {13: b"<< /Certs [] >>"})


def dangling(p, stream, reference=b"60 0 R"):
    """The page refers to an object that does not exist until after signing."""
    objects = m.page_objects()
    objects[3] = objects[3].replace(b"/Deco 11 0 R", b"/Deco " + reference)
    once = m.sign(m.write(objects), m.Signing(m.detached(p.rsa)))
    return m.update(once, {60: stream})


def highlight(size):
    return b"<< /Type /Annot /Subtype /Highlight /Rect [72 690 300 730] /AP << /N << /X 12 0 R /Resources << /Font << /F 5 0 R >> >> >> >> >>"


def wrapped(pdf, stream):
    """Signature wrapping: the second signed part moves to the end, evil objects fill the gap."""
    a, b, c = (int(n) for n in re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)", pdf).groups())
    tail = pdf[b:]
    gap = b"\n4 0 obj\n" + stream + b"\nendobj\n"
    moved = pdf[:b] + gap + tail
    numbers = b"%d %d %d" % (a, len(pdf[:b] + gap), c)
    place = re.search(rb"/ByteRange \[0 ([\d ]{40})", moved)
    return moved[:place.start(1)] + numbers.ljust(40) + moved[place.end(1):]


def downgraded(pdf):
    """A later revision says that the certification allows more, then fills the form."""
    number = int(re.search(rb"/DocMDP (\d+)", pdf)[1])
    text = re.search(rb"\n%d 0 obj\n(.*?)\nendobj" % number, pdf, re.S)[1]
    return m.fill(m.update(pdf, {number: text.replace(b"/P 1", b"/P 3")}))


def unreadable(p):
    base = m.write(m.page_objects())
    once = m.sign(base, m.Signing(m.detached(p.rsa)))
    none = ("unsigned", "error")
    out = {
        "empty": (b"", ERROR), "text": (b"hello", ERROR), "header alone": (b"%PDF-1.7\n", ERROR),
        "unsigned": (base, ("unsigned",)), "unsigned with streams": (m.write(m.page_objects(), "stream"), ("unsigned",)),
        "no catalog": (base.replace(b"/Root 1 0 R", b"/Root 90 0 R"), ERROR),
        "chain in a loop": (re.sub(rb"/Size (\d+) ", lambda x: x[0] + b"/Prev %d " % m.last_startxref(base), base), ERROR),
        "nested deep": (base.replace(b"/Title (Contract)", b"/X " + b"[" * 9000 + b"]" * 9000), none),
        "page tree in a loop": (base.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), none),
        "fields in a loop": (base.replace(b"/FT /Tx /T (name)", b"/Kids [7 0 R] /T ()"), none),
        "half a signature": (once[:len(once) // 2], BAD + ERROR),
    }
    return {name: (data, verdicts, p.trust) for name, (data, verdicts) in out.items()}


def everything(p):
    for group in (good, places.good, untrusted, broken_bytes, changed_later, places.bad, unreadable):
        for name, scenario in group(p).items():
            yield f"{group.__name__}: {name}", scenario
