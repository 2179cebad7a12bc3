# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the PDF files and pictures the signing tests start from; nothing large is committed."""
import pathlib
import re
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


def update(pdf, objects, root=b"1 0 R"):
    """An incremental update with a table, as other programs append it."""
    size = max([int(found) for found in re.findall(rb"/Size (\d+)", pdf)] + [max(objects) + 1])
    out = bytearray(pdf)
    rows = b""
    for number in sorted(objects):
        rows += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    previous = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    start = len(out)
    return bytes(out) + b"xref\n%strailer\n<</Size %d/Root %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (rows, size, root, previous, start)


def chain(count):
    """Many updates, each with its own /Prev."""
    pdf = document()
    for i in range(count):
        pdf = update(pdf, {3: b"<</Type/Font/Subtype/Type1/BaseFont/Courier/X %d>>" % i})
    return pdf


def generation(number):
    """The page has a generation of its own; the update must keep it."""
    page = b"10 %d " % number
    pdf = document(1).replace(b"10 0 R", page + b"R").replace(b"10 0 obj", page + b"obj")
    body = pdf[:pdf.rindex(b"xref\n0 ")]
    found = {int(m[1]): (m.start(1), int(m[2])) for m in re.finditer(rb"(?:^|\n)(\d+) (\d+) obj", body)}
    rows = b"".join(b"%010d %05d n \n" % found[i] if i in found else b"0000000000 65535 f \n" for i in range(1, max(found) + 1))
    return (body + b"xref\n0 %d\n0000000000 65535 f \n" % (max(found) + 1) + rows
            + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (max(found) + 1, len(body)))


def inheritance(rotation=b"/Rotate 90"):
    """Boxes, rotation and resources come from two levels of the page tree; the last page has a unit of its own."""
    return assemble({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 3/Kids[3 0 R 6 0 R]/MediaBox[0 0 400 600]%s/Resources<</Font<</F1 9 0 R>>>>>>" % rotation,
        3: b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[4 0 R 5 0 R]/CropBox[50 50 350 500]>>",
        4: b"<</Type/Page/Parent 3 0 R/Contents 8 0 R>>",
        5: b"<</Type/Page/Parent 3 0 R/Rotate 0/Contents 8 0 R>>",
        6: b"<</Type/Page/Parent 2 0 R/MediaBox 7 0 R/Contents 8 0 R/UserUnit 2>>",
        7: b"[0 0 300 300]",
        8: stream(b"BT /F1 24 Tf 72 200 Td (Hello) Tj ET"),
        9: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    })


def unusual():
    """Files that are legal, or that every reader takes as they are."""
    plain = document()
    return {
        "prev-chain": chain(25),
        "generation-65534": generation(65534),
        "generation-65535": generation(65535),
        "inheritance": inheritance(),
        "rotate-negative": inheritance(b"/Rotate -90"),
        "rotate-450": inheritance(b"/Rotate 450"),
        "header-1.4": plain.replace(b"%PDF-1.7", b"%PDF-1.4"),
        "header-2.0": plain.replace(b"%PDF-1.7", b"%PDF-2.0"),
        "table-with-crlf": plain.replace(b" \n0000", b"\r\n0000"),
        "startxref-among-spaces": re.sub(rb"startxref\n(\d+)\n", rb"startxref   \r\n\r\n \1   \n", plain),
        "return-after-eof": plain.replace(b"%%EOF\n", b"%%EOF\r"),
        "no-eof": plain.replace(b"%%EOF", b""),
        "size-too-small": plain.replace(b"/Size 16", b"/Size 5"),
        "id-and-info": document(trailer=b"/ID[<00112233445566778899aabbccddeeff><0123>]/Info 3 0 R"),
        "need-appearances": document(1, b"/AcroForm<</NeedAppearances true/Fields%s/DA(/Helv 0 Tf 0 g)>>" % FIELDS,
                                     extra=dict(FORM_OBJECTS), page=b"/Annots" + FIELDS),
        "annots-null": document(page=b"/Annots null"),
        "annots-empty": document(page=b"/Annots[]"),
        "annots-no-array": document(page=b"/Annots 3 0 R"),
        "acroform-null": document(catalog=b"/AcroForm null"),
        "acroform-missing": document(catalog=b"/AcroForm 99 0 R"),
        "acroform-without-fields": document(catalog=b"/AcroForm<</DA()>>"),
        "acroform-fields-null": document(catalog=b"/AcroForm<</Fields null>>"),
        "usage-rights": document(catalog=b"/Perms<</UR3 3 0 R>>"),
        "box-swapped": document(tree=b"/MediaBox[595 842 0 0]"),
        "box-missing": document(tree=b""),
        "box-real": document(tree=b"/MediaBox[0.5 0.25 595.276 841.89]"),
        "crop-outside": document(tree=b"/MediaBox[0 0 595 842]/CropBox[-100 -100 900 900]"),
        "names-and-strings": document(catalog=b"/A#20B(x)/#23 1/C#2F#28 /#e4#23/X(\\(\\)\\\\\\r\\n\\0\xff\xfe<>)/N[1.50 -.002 +17 00012]"),
    }


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
    for name, data in unusual().items():
        put(name, data)
    variants = {
        "qdf": ("--qdf",),
        "aes-128-plain-metadata": ("--encrypt", "user", "owner", "128", "--use-aes=y", "--cleartext-metadata", "--"),
        "aes-256-plain-metadata": ("--encrypt", "user", "owner", "256", "--cleartext-metadata", "--"),
        "rc4-in-v4": ("--allow-weak-crypto", "--encrypt", "user", "owner", "128", "--force-V4", "--use-aes=n", "--"),
        "aes-256-r5": ("--allow-weak-crypto", "--encrypt", "user", "owner", "256", "--force-R5", "--"),
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
    packed = made["object-streams"][0].read_bytes()
    root = re.findall(rb"/Root (\d+ \d+ R)", packed)[-1]
    put("stream-then-table", update(packed, {200: b"<</A 1>>"}, root))
    qpdf(classic, folder / "no-user-password.pdf", "--encrypt", "", "owner", "256", "--")
    made["no-user-password"] = (folder / "no-user-password.pdf", None)
    target = folder / "form-object-streams.pdf"
    qpdf(made["form-indirect"][0], target, "--object-streams=generate")
    made["form-object-streams"] = (target, None)
    return made
