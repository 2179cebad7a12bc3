#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small PDFs, signs them and appends revisions, honest or not. Independent of the program's own writer."""
import re
import zlib

import der

SPACE = 12000


def page_objects():
    """Catalog 1, pages 2, page 3, contents 4, font 5, form 6, text field 7, info 8, metadata 9, empty signature field 10."""
    stream = b"BT /F1 24 Tf 72 700 Td (Pay 100 to Bob) Tj ET"
    meta = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>" \
        b"<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>" \
        b"<xmp:ModifyDate>2024-01-01</xmp:ModifyDate><dc:source>Office</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>"
    look = b"/Tx BMC EMC"
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /Metadata 9 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
           b"/Resources << /Font << /F1 5 0 R >> /XObject << /Deco 11 0 R >> >> /Annots [7 0 R 10 0 R] >>",
        4: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        6: b"<< /Fields [7 0 R 10 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>",
        7: b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (old) /Rect [72 600 272 620] /F 4 /P 3 0 R /AP << /N 12 0 R >> >>",
        8: b"<< /Title (Contract) /Producer (test) /ModDate (D:20240101000000Z) >>",
        9: b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(meta), meta),
        10: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (empty) /Rect [72 500 272 540] /F 4 /P 3 0 R >>",
        11: b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream",
        12: b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Length %d >>\nstream\n%s\nendstream" % (len(look), look),
    }


ID = b"[<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"


def xref_stream(number, offsets, packed, base, trailer, root=b"1 0 R"):
    """A cross-reference stream object for offsets {number: offset} and packed {number: (stream, index)}."""
    offsets = dict(offsets)
    offsets[number] = base
    rows = b""
    index = b""
    if b"/Prev" not in trailer:
        index += b"0 1 "
        rows += bytes([0, 0, 0, 0, 0, 255, 255])
    for n in sorted({**offsets, **packed}):
        index += b"%d 1 " % n
        if n in packed:
            rows += bytes([2]) + packed[n][0].to_bytes(4, "big") + packed[n][1].to_bytes(2, "big")
        else:
            rows += bytes([1]) + offsets[n].to_bytes(4, "big") + b"\0\0"
    data = zlib.compress(rows)
    return b"%d 0 obj\n<< /Type /XRef /W [1 4 2] /Index [%s] /Filter /FlateDecode /Length %d %s >>\nstream\n%s\nendstream\nendobj\n" % (
        number, index, len(data), trailer, data)


def size_of(pdf):
    return max(int(n) for n in re.findall(rb"/Size (\d+)", pdf))


def last_startxref(pdf):
    return int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])


def is_stream_style(pdf):
    return not pdf[last_startxref(pdf):].startswith(b"xref")


def write(objects, style="table", info=True):
    """A fresh file; style `stream` packs dictionaries into an object stream."""
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    offsets, packed = {}, {}
    size = max(objects) + 1
    trailer = b"/Root 1 0 R /ID " + ID + (b" /Info 8 0 R" if info else b"")
    if style == "stream":
        members = [n for n in sorted(objects) if b"stream" not in objects[n]]
        head = b""
        body = b""
        for i, n in enumerate(members):
            head += b"%d %d " % (n, len(body))
            body += objects[n] + b" "
            packed[n] = (size, i)
        data = zlib.compress(head + body)
        offsets[size] = len(out)
        out += b"%d 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
            size, len(members), len(head), len(data), data)
    parts = [out]
    start = len(out)
    for n in sorted(objects):
        if n not in packed:
            offsets[n] = start
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (n, objects[n]))
            start += len(parts[-1])
    out = b"".join(parts)
    if style == "stream":
        out += xref_stream(size + 1, offsets, packed, start, b"/Size %d " % (size + 2) + trailer)
    else:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        out += b"".join(b"%010d 00000 n \n" % offsets[n] for n in range(1, size))
        out += b"trailer\n<< /Size %d %s >>\n" % (size, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def update(pdf, objects, free=(), extra=b"", prev=None, root=b"1 0 R", info=b"8 0 R", entries=None, style=None, generations=None,
           before_xref=b"", keep_id=True):
    """Appends a revision with the objects given; every deviation an attacker may want is an argument."""
    style = style or ("stream" if is_stream_style(pdf) else "table")
    out = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    prev = last_startxref(pdf) if prev is None else prev
    size = max([size_of(pdf)] + [n + 1 for n in objects])
    offsets = {}
    generations = generations or {}
    for n in sorted(objects):
        offsets[n] = len(out)
        out += b"%d %d obj\n%s\nendobj\n" % (n, generations.get(n, 0), objects[n])
    out += before_xref
    offsets.update(entries or {})
    trailer = b"/Root %s /Info %s " % (root, info) + (b"/ID " + ID if keep_id else b"") + extra
    if prev >= 0:
        trailer += b" /Prev %d" % prev
    start = len(out)
    if style == "stream":
        out += xref_stream(size, offsets, {}, start, b"/Size %d " % (size + 1) + trailer)
    else:
        out += b"xref\n"
        for n in sorted({**offsets, **{f: None for f in free}}):
            if n in free:
                out += b"%d 1\n%010d %05d f \n" % (n, 0, 1)
            else:
                out += b"%d 1\n%010d %05d n \n" % (n, offsets[n], generations.get(n, 0))
        out += b"trailer\n<< /Size %d %s >>\n" % (size, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def current(pdf, number):
    """Source text of an object as it is now (last definition outside object streams, else the initial one)."""
    found = re.findall(rb"(?:^|\n)%d 0 obj\n(.*?)\nendobj" % number, pdf, re.S)
    return found[-1] if found else page_objects()[number]


def insert(array_owner, key, item):
    """Adds an item to the array /key of a dictionary's source."""
    return re.sub(rb"(/%s \[)([^\]]*)\]" % key, lambda m: m[1] + m[2] + b" " + item + b"]", array_owner, count=1)


class Signing:
    """How one signature is to be made."""

    def __init__(self, make, subfilter=b"ETSI.CAdES.detached", name=b"Sig1", visible=True, reference=b"", existing=None,
                 perms=False, sig_type=b"Sig", extra=b"", lock=b"", date=b"(D:20240501120000+08'00')", byte_range=None,
                 contents=None, objects=None, widget_extra=b"", catalog_extra=b"", root_fields=True, page=True, hole_extra=0):
        self.__dict__.update(locals())


def look():
    return b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 40] /Length 0 >>\nstream\n\nendstream"


def sign(pdf, how):
    """Adds a signature as an incremental update. @p how.make gets the bytes to sign and gives the container."""
    size = size_of(pdf)
    sig, field, shape = size, size + 1, size + 2
    objects = dict(how.objects or {})
    rect = b"[300 500 500 540]" if how.visible else b"[0 0 0 0]"
    look_ref = b" /AP << /N %d 0 R >>" % shape if how.visible else b""
    if how.visible:
        objects[shape] = look()
    if how.existing:
        number = how.existing
        text = current(pdf, number)
        objects[number] = text[:-2] + b"/V %d 0 R%s >>" % (sig, look_ref)
    else:
        objects[field] = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /V %d 0 R /Rect %s /F 132 /P 3 0 R%s%s%s >>" % (
            how.name, sig, rect, look_ref, how.lock, how.widget_extra)
        if how.page:
            objects[3] = insert(objects.get(3, current(pdf, 3)), b"Annots", b"%d 0 R" % field)
        form = objects.get(6, current(pdf, 6))
        if how.root_fields:
            form = insert(form, b"Fields", b"%d 0 R" % field)
        objects[6] = form if b"/SigFlags" in form else form[:-2] + b"/SigFlags 3 >>"
    catalog = objects.get(1, current(pdf, 1))
    if how.perms:
        catalog = catalog[:-2] + b"/Perms << /DocMDP %d 0 R >> >>" % sig
    if how.catalog_extra:
        catalog = catalog[:-2] + how.catalog_extra + b" >>"
    if catalog != current(pdf, 1):
        objects[1] = catalog
    objects[sig] = (b"<< /Type /%s /Filter /Adobe.PPKLite /SubFilter /%s /M %s /ByteRange [0 %s] /Contents <%s>%s%s >>" % (
        how.sig_type, how.subfilter, how.date, b"*" * 40, b"0" * SPACE, how.reference, how.extra))
    out = update(pdf, objects)
    hole = out.rindex(b"/Contents <" + b"0" * 100) + 10
    end = hole + SPACE + 2
    numbers = how.byte_range(hole, end, len(out)) if how.byte_range else b"%d %d %d" % (hole, end, len(out) - end)
    place = out.rindex(b"*" * 40)
    out = out[:place] + numbers.ljust(40) + out[place + 40:]
    container = how.make(out[:hole - how.hole_extra] + out[end:])
    text = how.contents(container) if how.contents else container.hex().encode().ljust(SPACE, b"0")
    assert len(text) == SPACE
    return out[:hole + 1] + text + out[end - 1:]


def detached(identity, **options):
    return lambda data: der.cms(identity, data, **options)


def certification(level):
    return b" /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P %d /V /1.2 >> >>]" % level


def field_lock(action, fields=b""):
    names = b" /Fields [%s]" % fields if fields else b""
    parameters = b"<< /Type /TransformParams /Action /%s%s /V /1.2 >>" % (action, names)
    return b" /Reference [<< /Type /SigRef /TransformMethod /FieldMDP /Data 1 0 R /TransformParams %s >>]" % parameters


def fill(pdf, value=b"new"):
    """Fills the text field with a fresh appearance."""
    text = current(pdf, 7).replace(b"/V (old)", b"/V (%s)" % value)
    number = size_of(pdf)
    text = re.sub(rb"/AP << /N \d+ 0 R >>", b"/AP << /N %d 0 R >>" % number, text)
    return update(pdf, {7: text, number: look()})


def add_annotation(pdf, source, change_page=True):
    number = size_of(pdf)
    objects = {number: source}
    if change_page:
        objects[3] = insert(current(pdf, 3), b"Annots", b"%d 0 R" % number)
    return update(pdf, objects)


def add_dss(pdf, certificates, crls=(), extra=b"", entry=None):
    number = size_of(pdf)
    objects = {}
    lists = []
    for group in (certificates, crls):
        refs = b""
        for data in group:
            objects[number] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
            refs += b"%d 0 R " % number
            number += 1
        lists.append(refs)
    objects[number] = entry or b"<< /Type /DSS /Certs [%s] /CRLs [%s]%s >>" % (lists[0], lists[1], extra)
    objects[1] = current(pdf, 1)[:-2] + b"/DSS %d 0 R >>" % number
    return update(pdf, objects)
