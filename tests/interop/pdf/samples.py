# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the PDF files and pictures the signing tests start from; nothing large is committed."""
import pathlib
import struct
import subprocess
import zlib


def assemble(objects, trailer=b"", tail=b"\n"):
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    top = max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (top + 1)
    for number in range(1, top + 1):
        out += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (top + 1, trailer, start) + tail


def stream(data, entries=b""):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def document(pages=3, catalog=b"", tree=b"/MediaBox[0 0 595 842]", page=b"", extra=None, **more):
    """Pages are objects 10, 12, …"""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Count %d/Kids[%s]%s>>" % (pages, b" ".join(b"%d 0 R" % (10 + 2 * i) for i in range(pages)), tree),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for i in range(pages):
        objects[11 + 2 * i] = stream(b"BT /F1 24 Tf 72 400 Td (Hello page %d) Tj ET" % (i + 1))
        objects[10 + 2 * i] = b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R%s>>" % (11 + 2 * i, page)
    objects.update(extra or {})
    return assemble(objects, **more)


FIELD = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/DA(/Helv 0 Tf 0 g)/Rect[72 600 300 624]/P 10 0 R/F 4%s>>"
SIGNATURE_FIELD = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(boss)/Rect[72 500 200 560]/P 10 0 R/F 132>>"
CHECK = (b"<</Type/Annot/Subtype/Widget/FT/Btn/T(agree)/Rect[72 570 90 588]/P 10 0 R/F 4/AS/Off"
         b"/AP<</N<</Yes 60 0 R/Off 61 0 R>>>>>>")
FORM_OBJECTS = {50: FIELD % b"", 51: SIGNATURE_FIELD, 52: CHECK,
                60: stream(b"0 0 18 18 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 18 18]"),
                61: stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 18 18]")}
FIELDS = b"[50 0 R 51 0 R 52 0 R]"


def form(kind):
    extra = dict(FORM_OBJECTS)
    page = b"/Annots" + FIELDS
    if kind == "direct":
        return document(1, b"/AcroForm<</Fields%s/DA(/Helv 0 Tf 0 g)>>" % FIELDS, extra=extra, page=page)
    extra[40] = b"<</Fields 41 0 R>>" if kind == "fields" else b"<</Fields%s>>" % FIELDS
    if kind == "fields":
        extra[41] = FIELDS
        extra[42] = FIELDS
        page = b"/Annots 42 0 R"
    return document(1, b"/AcroForm 40 0 R", extra=extra, page=page)


def hybrid():
    """A table whose trailer names a cross-reference stream with further objects (ISO 32000-1, 7.5.8.4)."""
    base = document(1)
    out = base[:base.rindex(b"xref\n0 ")]
    hidden = len(out)
    out += b"70 0 obj\n<</Hidden true>>\nendobj\n"
    at = len(out)
    rows = b"\x01" + struct.pack(">I", hidden) + b"\0\0"
    out += b"71 0 obj\n" + stream(rows, b"/Type/XRef/W[1 4 2]/Index[70 1]/Size 72/Root 1 0 R") + b"\nendobj\n"
    start = len(out)
    table = base[base.rindex(b"xref\n0 "):base.rindex(b"trailer")]
    return out + table + b"71 1\n%010d 00000 n \ntrailer\n<</Size 72/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (at, at, start)


def make_seal(path, size=200):
    rows = b""
    for y in range(size):
        rows += b"\0"
        for x in range(size):
            distance = ((x - size / 2) ** 2 + (y - size / 2) ** 2) ** 0.5 / size
            rows += bytes((208, 18, 27, 255 if 0.42 < distance < 0.495 or distance < 0.1 else 0))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def qpdf(source, target, *options):
    subprocess.run(["qpdf", *options, str(source), str(target)], check=True, timeout=60)


def make_all(folder: pathlib.Path):
    """Name → (file, password or None)."""
    made = {}

    def put(name, data, password=None):
        path = folder / f"{name}.pdf"
        path.write_bytes(data)
        made[name] = (path, password)
        return path

    classic = put("classic", document())
    put("no-newline", document(tail=b""))
    put("garbage-after-eof", document(tail=b"\n\0\0 some garbage\n"))
    put("size-too-large", document().replace(b"/Size 16", b"/Size 40"))
    put("hybrid", hybrid())
    for kind in ("direct", "indirect", "fields"):
        put(f"form-{kind}", form(kind))
    for rotation in (90, 180, 270):
        put(f"rotate-{rotation}", document(tree=b"/MediaBox[-20 -30 575 812]/CropBox[10 20 500 700]/Rotate %d" % rotation))
    put("crop", document(tree=b"/MediaBox[-20 -30 575 812]/CropBox[10 20 500 700]"))
    variants = {
        "object-streams": ("--object-streams=generate",),
        "linearized": ("--linearize",),
        "linearized-object-streams": ("--linearize", "--object-streams=generate"),
        "rc4-40": ("--allow-weak-crypto", "--encrypt", "user", "owner", "40", "--"),
        "rc4-128": ("--allow-weak-crypto", "--encrypt", "user", "owner", "128", "--use-aes=n", "--"),
        "aes-128": ("--allow-weak-crypto", "--encrypt", "user", "owner", "128", "--use-aes=y", "--"),
        "aes-256": ("--encrypt", "user", "owner", "256", "--"),
        "aes-256-object-streams": ("--object-streams=generate", "--encrypt", "user", "owner", "256", "--"),
    }
    for name, options in variants.items():
        target = folder / f"{name}.pdf"
        qpdf(classic, target, *options)
        made[name] = (target, "user" if "--encrypt" in options else None)
    target = folder / "form-object-streams.pdf"
    qpdf(made["form-indirect"][0], target, "--object-streams=generate")
    made["form-object-streams"] = (target, None)
    return made
