# SPDX-License-Identifier: GPL-3.0-or-later
"""Just enough DER and CMS to sign the files of the tests; shares nothing with the program."""
import hashlib
import pathlib
import subprocess
import tempfile

DIGESTS = {"sha1": "1.3.14.3.2.26", "sha256": "2.16.840.1.101.3.4.2.1", "sha384": "2.16.840.1.101.3.4.2.2",
           "sha512": "2.16.840.1.101.3.4.2.3", "md5": "1.2.840.113549.2.5", "shake256": "2.16.840.1.101.3.4.2.12", "sm3": "1.2.156.10197.1.401"}
SM2_ID = ["-pkeyopt", "distid:1234567812345678"]


def run(*words, data=None):
    done = subprocess.run(words, input=data, capture_output=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, words))}: {done.stderr.decode()}")
    return done.stdout


def tlv(tag, *parts):
    body = b"".join(parts)
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + body


def seq(*parts):
    return tlv(0x30, *parts)


def set_of(*parts):
    return tlv(0x31, *sorted(parts))


def octets(data):
    return tlv(4, data)


def bits(data):
    return tlv(3, b"\0" + data)


def integer(value):
    return tlv(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def oid(dotted):
    arcs = [int(arc) for arc in dotted.split(".")]
    out = b""
    for arc in [40 * arcs[0] + arcs[1]] + arcs[2:]:
        part = [arc & 127]
        while arc > 127:
            arc >>= 7
            part.insert(0, 128 | (arc & 127))
        out += bytes(part)
    return tlv(6, out)


def algorithm(dotted, parameters=b"\x05\0"):
    return seq(oid(dotted), parameters)


def split(der):
    """Header size and content of the first element."""
    size = der[1]
    head = 2
    if size & 128:
        head = 2 + (size & 127)
        size = int.from_bytes(der[2:head], "big")
    return head, der[head:head + size], der[:head + size]


def children(der):
    _, body, _ = split(der)
    out = []
    while body:
        _, _, whole = split(body)
        out.append(whole)
        body = body[len(whole):]
    return out


def indefinite(der, depth=4):
    """The same element with indefinite lengths on its outer levels, as some writers make it."""
    if depth == 0 or not der[0] & 0x20 or der[0] == 0x31:
        return der
    return bytes([der[0], 0x80]) + b"".join(indefinite(child, depth - 1) for child in children(der)) + b"\0\0"


def digest(name, data):
    return hashlib.shake_256(data).digest(64) if name == "shake256" else hashlib.new(name, data).digest()


class Identity:
    """A key and its certificate, made by openssl in a folder."""

    def __init__(self, folder, name, kind="rsa", issuer=None, extensions=(), days=("20200101000000Z", "20400101000000Z")):
        self.folder, self.name, self.kind = pathlib.Path(folder), name, kind
        self.key, self.pem, self.der_file = (self.folder / f"{name}.{end}" for end in ("key", "pem", "der"))
        options = {"rsa": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "rsa1024": ["RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
                   "ec": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "ec384": ["EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
                   "ed25519": ["ED25519"], "ed448": ["ED448"], "sm2": ["SM2"]}[kind]
        run("openssl", "genpkey", "-algorithm", *options, "-out", self.key)
        issuer = issuer or self
        self.issuer = issuer
        md = {"sm2": "-sm3", "ed25519": "-sha256"}.get(issuer.kind, "-sha256")
        csr = self.folder / f"{name}.csr"
        identity = ["-sigopt", "distid:1234567812345678"] if kind == "sm2" else []
        run("openssl", "req", "-new", "-key", self.key, "-subj", f"/CN={name}", "-out", csr, "-sm3" if kind == "sm2" else "-sha256", *identity)
        conf = self.folder / f"{name}.cnf"
        conf.write_text(f"""[ca]
default_ca=a
[a]
database={self.folder}/{issuer.name}.db
new_certs_dir={self.folder}
rand_serial=yes
policy=p
default_md={md[1:]}
unique_subject=no
[p]
CN=supplied
[x]
""" + "\n".join(extensions or ["keyUsage=critical,digitalSignature,nonRepudiation"]) + "\n")
        (self.folder / f"{issuer.name}.db").touch()
        sign = ["-sigopt", "distid:1234567812345678"] if issuer.kind == "sm2" else []
        own = ["-selfsign", "-keyfile", self.key] if issuer is self else ["-cert", issuer.pem, "-keyfile", issuer.key]
        if kind == "sm2":
            sign += ["-vfyopt", "distid:1234567812345678"]
        run("openssl", "ca", "-batch", "-notext", "-config", conf, "-extensions", "x", "-in", csr, "-out", self.pem,
            "-startdate", days[0], "-enddate", days[1], *own, *sign)
        self.der = run("openssl", "x509", "-in", self.pem, "-outform", "DER")
        tbs = children(children(self.der)[0])
        first = 1 if tbs[0][0] == 0xA0 else 0
        self.serial, self.issuer_name = tbs[first], tbs[first + 2]

    def sign(self, md, data, pss=False):
        with tempfile.NamedTemporaryFile(dir=self.folder) as file:
            file.write(data)
            file.flush()
            words = ["openssl", "pkeyutl", "-sign", "-inkey", self.key, "-rawin", "-in", file.name]
            if self.kind == "sm2":
                words += ["-digest", "sm3", *SM2_ID]
            elif not self.kind.startswith("ed"):
                words += ["-digest", md]
            if pss:
                words += ["-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:32"]
            return run(*words)

    def revoke(self, when="20210601000000Z"):
        """A CRL of the issuer that lists this certificate."""
        _, serial, _ = split(self.serial)
        crl_conf = self.folder / f"{self.name}.crl.cnf"
        db = self.folder / f"{self.name}.crl.db"
        db.write_text(f"R\t400101000000Z\t{when[2:]}\t{serial.hex().upper().removeprefix('00')}\tunknown\t/CN={self.name}\n")
        crl_conf.write_text(f"[ca]\ndefault_ca=a\n[a]\ndatabase={db}\ndefault_md=sha256\n")
        pem = run("openssl", "ca", "-gencrl", "-config", crl_conf, "-cert", self.issuer.pem, "-keyfile", self.issuer.key,
                  "-crldays", "3650")
        return run("openssl", "crl", "-outform", "DER", data=pem)


def signature_algorithm(identity, md, pss):
    if pss:
        hash_id = algorithm(DIGESTS[md])
        return seq(oid("1.2.840.113549.1.1.10"),
                   seq(tlv(0xA0, hash_id), tlv(0xA1, algorithm("1.2.840.113549.1.1.8", hash_id)), tlv(0xA2, integer(32))))
    return {"rsa": algorithm("1.2.840.113549.1.1.1"), "rsa1024": algorithm("1.2.840.113549.1.1.1"),
            "ec": seq(oid("1.2.840.10045.4.3.2")), "ec384": seq(oid("1.2.840.10045.4.3.3")),
            "ed25519": seq(oid("1.3.101.112")), "ed448": seq(oid("1.3.101.113")), "sm2": seq(oid("1.2.156.10197.1.501"))}[identity.kind]


def attribute(dotted, *values):
    return seq(oid(dotted), set_of(*values))


def cms(identity, content, md="sha256", pss=False, gm=False, ess="right", encapsulated=None, plain=False, stamp=None,
        signers=1, ordered=True, certificates=None, content_type=None, raw=False):
    """SignedData over @p content; encapsulated: bytes to put inside instead of a detached signature."""
    kind = content_type or ("1.2.156.10197.6.1.4.2.1" if gm else "1.2.840.113549.1.7.1")
    inner = encapsulated if encapsulated is not None else None
    signed = inner if inner is not None else content
    hashed = digest(md, signed)
    hash_of = identity.der if ess == "right" else b"another certificate"
    attributes = [attribute("1.2.840.113549.1.9.3", oid(kind)), attribute("1.2.840.113549.1.9.4", octets(hashed))]
    if ess != "none":
        attributes.append(attribute("1.2.840.113549.1.9.16.2.47", seq(seq(seq(octets(digest("sha256", hash_of)))))))
    body = b"".join(sorted(attributes) if ordered else sorted(attributes, reverse=True))
    value = identity.sign(md, signed if plain else tlv(0x31, body), pss)
    unsigned = b""
    if stamp:
        unsigned = tlv(0xA1, attribute("1.2.840.113549.1.9.16.2.14", stamp(value)))
    signature = signature_algorithm(identity, md, pss)
    if gm:
        signature = seq(oid("1.2.156.10197.1.301.1"))
    if raw:
        signature = seq(oid("0.4.0.127.0.7.1.1.4.1.3"))
        value = b"".join(split(part)[1].removeprefix(b"\0").rjust(32, b"\0") for part in children(value))
    info = seq(integer(1), seq(identity.issuer_name, identity.serial), algorithm(DIGESTS[md]),
               b"" if plain else tlv(0xA0, body), signature, octets(value), unsigned)
    chain = certificates if certificates is not None else [identity.der]
    data = seq(integer(1), tlv(0x31, algorithm(DIGESTS[md])),
               seq(oid(kind), b"" if inner is None else tlv(0xA0, octets(inner))),
               tlv(0xA0, *chain), tlv(0x31, *([info] * signers)))
    return seq(oid("1.2.156.10197.6.1.4.2.2" if gm else "1.2.840.113549.1.7.2"), tlv(0xA0, data))


def token(authority, data, md="sha256", when="20240601120000Z"):
    """A timestamp token about @p data."""
    info = seq(integer(1), oid("1.2.3.4"), seq(algorithm(DIGESTS[md]), octets(digest(md, data))), integer(7),
               tlv(0x18, when.encode()))
    return cms(authority, info, md=md, encapsulated=info, content_type="1.2.840.113549.1.9.16.1.4")


def seal(identity, maker, hashed, when="20240601120000Z", listed=True, until="20350101000000Z", maker_key=None):
    """SES_Signature of GB/T 38540-2020 over a document digest."""
    times = [tlv(0x18, text.encode()) for text in ("20230101000000Z", "20230101000000Z", until)]
    certificate = identity.der if listed else maker.der
    info = seq(seq(tlv(0x16, b"ES"), integer(4), tlv(0x16, b"Test")), tlv(0x16, b"1"),
               seq(integer(1), tlv(0x0C, "测试印章".encode()), integer(1), seq(octets(certificate)), *times),
               seq(tlv(0x16, b"PNG"), octets(b"picture"), integer(42), integer(42)))
    algorithm_id = oid("1.2.156.10197.1.501")
    body = seq(info, octets(maker.der), algorithm_id, bits((maker_key or maker).sign("sm3", info)))
    to_sign = seq(integer(4), body, tlv(0x18, when.encode()), bits(hashed), tlv(0x16, b"all"))
    return seq(to_sign, octets(identity.der), algorithm_id, bits(identity.sign("sm3", to_sign)))
