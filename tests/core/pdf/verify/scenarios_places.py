# SPDX-License-Identifier: GPL-3.0-or-later
"""Later revisions that grow lists and groups, where they may and where the lists serve a second purpose."""
import make_signed as m

LATER = ("valid-with-later-additions",)
BAD = ("modified", "invalid")
EVIL = b"BT /F1 24 Tf 72 700 Td (Pay 900 to Eve) Tj ET"


def stream(entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(EVIL), entries, EVIL)


def signed(p, objects, **options):
    return m.sign(m.write(objects), m.Signing(m.detached(p.rsa), **options))


def with_new_field(pdf, source, list_owner, key):
    """Adds an unsigned signature field to the list and to the page."""
    number = m.size_of(pdf)
    return m.update(pdf, {list_owner: m.insert(m.current(pdf, list_owner), key, b"%d 0 R" % number), number: source})


def shared_list(p):
    """The list of fields is the list of contents of the page; the new field is a stream, too."""
    objects = m.page_objects()
    objects[13] = b"[4 0 R 7 0 R 10 0 R]"
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents 13 0 R")
    objects[6] = objects[6].replace(b"/Fields [7 0 R 10 0 R]", b"/Fields 13 0 R")
    once = signed(p, objects, existing=10)
    number = m.size_of(once)
    return m.update(once, {13: b"[4 0 R 7 0 R 10 0 R %d 0 R]" % number, number: stream(b"/FT /Sig /T (x)")})


def second_path(p):
    """Another entry of the catalog leads to the list of fields."""
    objects = m.page_objects()
    objects[13] = b"[7 0 R 10 0 R]"
    objects[1] = objects[1][:-2] + b"/Other 13 0 R >>"
    objects[6] = objects[6].replace(b"/Fields [7 0 R 10 0 R]", b"/Fields 13 0 R")
    once = signed(p, objects, existing=10)
    number = m.size_of(once)
    return m.update(once, {13: b"[7 0 R 10 0 R %d 0 R]" % number, number: b"<< /FT /Sig /T (x) >>"})


def shared_resources(p):
    """The page draws a name that the form's resources, which it shares, get only later."""
    objects = m.page_objects()
    objects[13] = b"<< /Deco 11 0 R >>"
    objects[3] = objects[3].replace(b"/XObject << /Deco 11 0 R >>", b"/XObject 13 0 R")
    objects[4] = b"<< /Length 8 >>\nstream\n/Late Do\nendstream"
    objects[6] = objects[6].replace(b"/DR << ", b"/DR << /XObject 13 0 R ")
    once = signed(p, objects)
    number = m.size_of(once)
    return m.update(once, {13: b"<< /Deco 11 0 R /Late %d 0 R >>" % number, number: stream(b"/Subtype /Form /BBox [0 0 612 792]")})


def own_resources(p):
    """The same without the page: the form may get more resources."""
    objects = m.page_objects()
    objects[13] = b"<< /Deco 11 0 R >>"
    objects[6] = objects[6].replace(b"/DR << ", b"/DR << /XObject 13 0 R ")
    once = signed(p, objects)
    number = m.size_of(once)
    return m.update(once, {13: b"<< /Deco 11 0 R /Late %d 0 R >>" % number, number: stream(b"/Subtype /Form /BBox [0 0 612 792]")})


def moved_form(p):
    """The form takes the number of the page's contents."""
    once = signed(p, m.page_objects())
    root = m.current(once, 1).replace(b"/AcroForm 6", b"/AcroForm 4")
    return m.update(once, {1: root, 4: m.current(once, 6)})


def xfa_content(p):
    """The data of an XFA form are the contents of the page."""
    objects = m.page_objects()
    objects[6] = objects[6][:-2] + b"/XFA [(template) 11 0 R (datasets) 4 0 R] >>"
    return m.update(signed(p, objects), {4: stream()})


def xfa_data(p):
    objects = {**m.page_objects(), 13: b"<< /Length 5 >>\nstream\n<a/> \nendstream"}
    objects[6] = objects[6][:-2] + b"/XFA [(template) 11 0 R (datasets) 13 0 R] >>"
    return m.update(signed(p, objects), {13: stream()})


def grouped(p, lock=b""):
    """Two text fields in a group 13, whose kids are an object of their own."""
    objects = m.page_objects()
    objects[13] = b"<< /T (group) /Kids 14 0 R >>"
    objects[14] = b"[7 0 R 15 0 R]"
    objects[7] = objects[7][:-2] + b"/Parent 13 0 R >>"
    objects[15] = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (b) /Rect [72 560 272 580] /F 4 /P 3 0 R /Parent 13 0 R >>"
    objects[6] = objects[6].replace(b"[7 0 R 10 0 R]", b"[13 0 R 10 0 R]")
    return signed(p, objects, reference=lock)


def group_gets(p, field, kids=True, group=b""):
    once = grouped(p)
    number = m.size_of(once)
    objects = {number: field + b" /Parent 13 0 R >>"}
    if kids:
        objects[14] = b"[7 0 R 15 0 R %d 0 R]" % number
    if group:
        objects[13] = b"<< /T (group) /Kids 14 0 R %s >>" % group
    return m.update(once, objects)


def nested_group(p, kind=b"/Sig", extra=b""):
    once = signed(p, m.page_objects())
    number = m.size_of(once)
    return m.update(once, {6: m.insert(m.current(once, 6), b"Fields", b"%d 0 R" % number),
                           number: b"<< /T (a) /Kids [%d 0 R]%s >>" % (number + 1, extra),
                           number + 1: b"<< /T (b) /FT %s /Parent %d 0 R >>" % (kind, number)})


def asks_to_draw(p, value, reference=b""):
    """A reader is asked to draw all fields anew."""
    objects = m.page_objects()
    text = b"/Tx BMC BT /Helv 9 Tf (o) Tj [(l) -3 (d)] TJ ET EMC"
    objects[12] = b"<< /Subtype /Form /BBox [0 0 200 20] /Length %d >>\nstream\n%s\nendstream" % (len(text), text)
    objects[7] = objects[7].replace(b"/V (old)", b"/V (%s)" % value)
    once = signed(p, objects, reference=reference)
    return m.update(once, {6: m.current(once, 6)[:-2] + b"/NeedAppearances true >>"})


def tagged(p, element, parent=True):
    """A tagged file whose structure gets an element for a new signature field."""
    objects = m.page_objects()
    objects[1] = objects[1][:-2] + b"/StructTreeRoot 13 0 R /MarkInfo << /Marked true >> >>"
    objects[13] = b"<< /Type /StructTreeRoot /K 14 0 R /ParentTree 16 0 R /ParentTreeNextKey 1 >>"
    objects[14] = b"<< /Type /StructElem /S /Document /P 13 0 R /K [15 0 R] >>"
    objects[15] = b"<< /Type /StructElem /S /P /P 14 0 R /Pg 3 0 R /K [0] >>"
    objects[16] = b"<< /Kids [17 0 R] >>"
    objects[17] = b"<< /Limits [0 0] /Nums [0 [15 0 R]] >>"
    once = signed(p, objects)
    size = m.size_of(once)
    later = {
        6: m.insert(m.current(once, 6), b"Fields", b"%d 0 R" % size),
        3: m.insert(m.current(once, 3), b"Annots", b"%d 0 R" % size),
        size: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 0 0] /P 3 0 R /StructParent 1 >>",
        size + 1: element % {b"field": size},
        15: b"<< /Type /StructElem /S /P /P 14 0 R /Pg 3 0 R /K [0 %d 0 R] >>" % (size + 1),
    }
    if parent:
        later[17] = b"<< /Limits [0 1] /Nums [0 [15 0 R] 1 %d 0 R] >>" % (size + 1)
        later[13] = objects[13].replace(b"NextKey 1", b"NextKey 2")
    return m.update(once, later)


def shown(p, value, content, in_place=False):
    """The text field gets another look, and perhaps another value."""
    once = signed(p, m.page_objects())
    number = 12 if in_place else m.size_of(once)
    text = m.current(once, 7).replace(b"/V (old)", b"/V (%s)" % value).replace(b"/N 12", b"/N %d" % number)
    look = b"<< /Subtype /Form /BBox [0 0 200 20] /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    return m.update(once, {number: look} if in_place and value == b"old" else {7: text, number: look})


def check_box(p, state):
    """A check box is ticked, or stays as it is; in both cases its looks are written anew."""
    look = lambda content: b"<< /Subtype /Form /BBox [0 0 9 9] /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    objects = {**m.page_objects(), 14: look(b"q Q"), 15: look(b"q 0 0 9 9 re f Q")}
    objects[13] = b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /V /Off /AS /Off /Rect [1 1 9 9] /F 4 /P 3 0 R /AP << /N << /Off 14 0 R /Yes 15 0 R >> >> >>"
    objects[6] = m.insert(objects[6], b"Fields", b"13 0 R")
    objects[3] = m.insert(objects[3], b"Annots", b"13 0 R")
    once = signed(p, objects)
    return m.update(once, {13: objects[13].replace(b"/V /Off /AS /Off", b"/V %s /AS %s" % (state, state)), 14: look(b"BT (900) Tj ET")})


ELEMENT = b"<< /Type /StructElem /S /Form /P 15 0 R /Pg 3 0 R /K << /Type /OBJR /Obj %(field)d 0 R >>"


def good(p):
    field = b"<< /FT /Sig /T (c)"
    once = signed(p, m.page_objects())
    packed = m.sign(m.write(m.page_objects(), "stream"), m.Signing(m.detached(p.rsa)))
    objects = m.page_objects()
    objects[10] = objects[10].replace(b" /P 3 0 R", b"")
    pageless = signed(p, objects)
    out = {
        "form gets more resources": own_resources(p),
        "data of an XFA form changed": xfa_data(p),
        "signature field in a group": group_gets(p, field),
        "signature field in a new group": nested_group(p),
        "reader asked to draw what is shown": asks_to_draw(p, b"old"),
        "structure gets a signature field": tagged(p, ELEMENT + b" >>"),
        "end marked twice": m.update(once, {8: m.current(once, 8)}) + b"%%EOF\n",
        "page of the field noted": m.update(pageless, {10: m.current(pageless, 10)[:-2] + b"/P 3 0 R /NM (x) /MK << /R 90 >> >>"}),
        "stream section behind a table": m.update(once, {8: m.current(once, 8)}, style="stream"),
        "table section behind a stream": m.update(packed, {8: m.page_objects()[8]}, style="table"),
        "look of a field drawn again": shown(p, b"old", b"/Tx BMC BT /Helv 12 Tf [(o) 3 (ld)] TJ ET EMC"),
        "field filled with its look in place": shown(p, b"new", b"/Tx BMC BT (new) Tj ET EMC", in_place=True),
        "check box ticked": check_box(p, b"/Yes"),
        "identifier lost": m.update(once, {8: m.current(once, 8)}, keep_id=False),
        "kind of a field noted": m.update(untyped(p), {10: m.current(untyped(p), 10)[:-2] + b"/Type /Annot >>"}),
    }
    return {name: (data, LATER, p.trust) for name, data in out.items()}


def untyped(p):
    objects = m.page_objects()
    objects[10] = objects[10].replace(b"/Type /Annot ", b"")
    return signed(p, objects)


def bad(p):
    text = b"<< /FT /Tx /T (c)"
    once = signed(p, m.page_objects())
    lock = m.field_lock(b"Include", b"(other)")
    out = {
        "list of fields is the contents": shared_list(p),
        "list of fields has a second path": second_path(p),
        "resources of the form are the page's": shared_resources(p),
        "form takes the place of the contents": moved_form(p),
        "data of an XFA form are the contents": xfa_content(p),
        "text field in a group": group_gets(p, text),
        "group gets a value": group_gets(p, b"<< /FT /Sig /T (c)", group=b"/V (evil)"),
        "text field in a new group": nested_group(p, b"/Tx"),
        "new group with a value": nested_group(p, extra=b" /V (evil)"),
        "reader asked to draw another value": asks_to_draw(p, b"900"),
        "reader asked to draw locked fields": asks_to_draw(p, b"old", lock),
        "structure gets replacement text": tagged(p, ELEMENT + b" /ActualText (900) >>"),
        "structure element replaced": m.update(tagged(p, ELEMENT + b" >>"), {15: b"<< /Type /StructElem /S /H1 /P 14 0 R /Pg 3 0 R /K [0] >>"}),
        "field becomes something else": m.update(once, {10: m.current(once, 10).replace(b"/Type /Annot", b"/Type /Foo")}),
        "new field is a page": with_new_field(once, b"<< /Type /Page /FT /Sig /T (x) /Contents 4 0 R >>", 6, b"Fields"),
        "page of a field changed": m.update(once, {7: m.current(once, 7).replace(b"/P 3 0 R", b"/P 2 0 R")}),
        "background of a field": m.update(once, {10: m.current(once, 10)[:-2] + b"/MK << /BG [1 0 0] >> >>"}),
        "look of a field without a value": shown(p, b"old", b"/Tx BMC BT (Pay 900) Tj ET EMC"),
        "look of a field in place": shown(p, b"old", b"/Tx BMC BT (Pay 900) Tj ET EMC", in_place=True),
        "picture in the look of a field": shown(p, b"old", b"/Tx BMC BT (old) Tj ET /Im Do EMC"),
        "look of a check box": check_box(p, b"/Off"),
        "flags of a field become a file": m.update(once, {7: m.current(once, 7).replace(b"/F 4", b"/F (evil.exe)")}),
    }
    return {name: (data, BAD, p.trust) for name, data in out.items()}
