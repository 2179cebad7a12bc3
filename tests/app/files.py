#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a todo go out through the outbox: added, replaced, removed, and with a decision that waits for them. anductl is
killed (SIGKILL) at every step, answers are lost, others change the same file: one effect each, nothing overwritten."""
import json
import pathlib
import sys
import tempfile
import time
import urllib.request

from harness import SURFACE, Office

UPLOAD = ("upload", "uploaded", "settling", "settled")
REMOVE = ("remove", "removed", "settling", "settled")
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f00050001ff56c7d0a80000000049454e44ae426082")


class FileOffice(Office):
    def case(self, name):
        """A new todo of the chief: title, work, job, todo."""
        self.number += 1
        title = f"{name} {self.number}"
        work, job = self.applicant.start_leave(title)
        self.ctl("sync")
        self.proxy.seen.clear()
        return title, work, job, self.ctl.todo(title)

    def file(self, name, content):
        path = self.root / name
        path.write_bytes(content)
        return str(path)

    def listed(self, work):
        return self.chief.surface("GET", f"attachment/list/workorworkcompleted/{work}")

    def bytes(self, work, row):
        request = urllib.request.Request(self.server.url + SURFACE + f"attachment/download/{row['id']}/work/{work}/stream", headers={"x-token": self.chief.token})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def upload_elsewhere(self, path, fields):
        """As a browser does: multipart/form-data."""
        body = b""
        for name, value in fields.items():
            extra = '; filename="x"' if name == "file" else ""
            body += f'--b\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'.encode() + value + b"\r\n"
        request = urllib.request.Request(self.server.url + SURFACE + path, body + b"--b--\r\n", {"x-token": self.chief.token, "Content-Type": "multipart/form-data; boundary=b"}, method="POST")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["data"]

    def expect(self, work, *wanted):
        """Exactly these files: (name, bytes)."""
        rows = self.listed(work)
        found = sorted((row["name"], self.bytes(work, row)) for row in rows)
        assert found == sorted(wanted), [(name, content[:20]) for name, content in found]
        return rows

    def delivered(self):
        entries = self.ctl("outbox", "list")
        assert all(entry["state"] == "delivered" for entry in entries), entries


def plain(office):
    """Offline first: the file is here at once, then on the server with the right bytes, name and site."""
    title, work, _, todo = office.case("plain")
    content = bytes(range(256)) * 300
    name = "附件 #1 & 50%.docx"
    port = office.server.port
    office.server.stop()
    code, _ = office.ctl.run("todo", "attach", todo["id"], office.file(name, content), "--site", "attachments")
    assert code == 5, (code, office.ctl.stderr)
    kept = office.ctl("todo", "show", todo["id"])["attachments"]
    assert [(row["name"], row["state"], row["here"], row["site"]) for row in kept] == [(name, "queued", True, "attachments")], kept
    out = office.root / "out.bin"
    office.ctl("todo", "file", todo["id"], kept[0]["id"], str(out))
    assert out.read_bytes() == content
    office.server.start(port)
    office.ctl("outbox", "send")
    office.delivered()
    rows = office.expect(work, (name, content))
    assert rows[0]["site"] == "attachments" and rows[0]["extension"] == "docx", rows
    # Nothing is fetched that was here already.
    office.ctl("sync")
    assert office.proxy.count("GET", "/attachment/download/") == 0, office.proxy.seen
    office.ctl("todo", "file", todo["id"], rows[0]["id"], str(out))
    assert out.read_bytes() == content
    print("added without a network, sent later")


def chain(office):
    """Added, replaced twice and decided before anything is sent: the server ends with the last bytes, once."""
    title, work, job, todo = office.case("chain")
    attach = ("todo", "attach", todo["id"])
    office.ctl(*attach, office.file("合同.pdf", b"first"), "--site", "attachments", "--queue-only")
    local = office.ctl("todo", "show", todo["id"])["attachments"][0]["id"]
    office.ctl(*attach, office.file("合同.pdf", b"second!"), "--replace", local, "--queue-only")
    office.ctl(*attach, office.file("合同.pdf", b"third, signed"), "--replace", local, "--queue-only")
    shown = office.ctl("todo", "show", todo["id"])["attachments"]
    assert [(row["name"], row["sizeBytes"]) for row in shown] == [("合同.pdf", 13)], shown
    office.ctl("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "随附件办理", "--ink", office.file("ink.png", PIXEL), "--queue-only")
    assert not office.listed(work)
    office.ctl("outbox", "send")
    office.delivered()
    rows = office.expect(work, ("合同.pdf", b"third, signed"), ("handwriting.png", PIXEL))
    order = [path for verb, path in office.proxy.seen if verb == "POST" and ("/upload/" in path or "/update/" in path or path.endswith("/processing"))]
    assert ["/upload/" in order[0], "/update/" in order[1], "/update/" in order[2], "/upload/" in order[3], order[4].endswith("/processing")] == [True] * 5, order
    ink = [row["id"] for row in rows if row["site"] == "$mediaOpinion"]
    media = [row.get("mediaOpinion") for row in office.chief.surface("GET", f"taskcompleted/list/job/{job}") if row["task"] == todo["id"]]
    assert media == ink, (media, ink)
    print("new, replaced twice, decided with handwriting: in order")


def take_back(office):
    """A file that has not left is taken back with everything that rests on it."""
    _, work, _, todo = office.case("back")
    office.ctl("todo", "attach", todo["id"], office.file("a.txt", b"a"), "--queue-only")
    local = office.ctl("todo", "show", todo["id"])["attachments"][0]["id"]
    office.ctl("todo", "attach", todo["id"], office.file("a.txt", b"bb"), "--replace", local, "--queue-only")
    office.ctl("todo", "detach", todo["id"], local)
    assert office.ctl("todo", "show", todo["id"])["attachments"] == []
    office.ctl("outbox", "send")
    office.expect(work)
    assert office.proxy.count("POST", "/attachment/upload/") == 0
    assert office.ctl("todo", "show", todo["id"])["state"] == "open"
    print("taken back before it left")


def kinds(office):
    """Each kind of change: the command and a check of the server."""

    def new():
        _, work, _, todo = office.case("new")
        content = f"new {office.number}".encode()
        return ("todo", "attach", todo["id"], office.file("n.txt", content), "--site", "attachments"), lambda: office.expect(work, ("n.txt", content))

    def replace():
        _, work, _, todo = office.case("replace")
        row = office.upload_elsewhere(f"attachment/upload/work/{work}", {"fileName": b"old.txt", "site": b"attachments", "file": b"old"})
        office.ctl("sync", "--full")
        content = f"replaced {office.number}".encode()
        words = ("todo", "attach", todo["id"], office.file("r.txt", content), "--replace", row["id"])

        def check():
            rows = office.expect(work, ("r.txt", content))
            assert rows[0]["id"] == row["id"] and rows[0]["site"] == "attachments", rows

        return words, check

    def remove():
        _, work, _, todo = office.case("remove")
        row = office.upload_elsewhere(f"attachment/upload/work/{work}", {"fileName": b"old.txt", "site": b"attachments", "file": b"old"})
        office.ctl("sync", "--full")
        return ("todo", "detach", todo["id"], row["id"]), lambda: office.expect(work)

    def ink():
        _, work, job, todo = office.case("ink")
        words = ("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "手写", "--ink", office.file("ink.png", PIXEL))

        def check():
            rows = office.expect(work, ("handwriting.png", PIXEL))
            assert office.applicant.opinions(job).count("手写") == 1
            done = [row for row in office.chief.surface("GET", f"taskcompleted/list/job/{job}") if row["task"] == todo["id"]]
            assert [row.get("mediaOpinion") for row in done] == [rows[0]["id"]], done

        return words, check

    return {"new": (new, UPLOAD), "replace": (replace, UPLOAD), "remove": (remove, REMOVE), "ink": (ink, ("media", "uploaded", "process"))}


def kills(office):
    for kind, (make, steps) in kinds(office).items():
        for step in steps:
            words, check = make()
            office.ctl.kill(step, *words)
            office.ctl("outbox", "send")
            office.delivered()
            check()
        print(kind, "killed at", len(steps), "steps: one effect each")


def lost(office):
    for kind, verb, part in (("new", "POST", "/upload/"), ("replace", "POST", "/update/"), ("remove", "DELETE", "/attachment/"), ("ink", "POST", "/upload/")):
        words, check = kinds(office)[kind][0]()
        office.proxy.lose = lambda seen_verb, path: seen_verb == verb and part in path
        code, output = office.ctl.run(*words)
        office.proxy.lose = lambda seen_verb, path: False
        assert code == 5, (kind, code, output, office.ctl.stderr)
        assert office.proxy.count(verb, part) == 1, (kind, office.proxy.seen)
        office.ctl("outbox", "send")
        office.delivered()
        check()
    print("answers lost after the server acted: one effect each")


def conflicts(office):
    """Somebody else replaces or removes the file meanwhile: theirs stays, mine is kept and can go beside it."""
    _, work, _, todo = office.case("conflict")
    row = office.upload_elsewhere(f"attachment/upload/work/{work}", {"fileName": b"plan.txt", "site": b"attachments", "file": b"base"})
    office.ctl("sync", "--full")
    office.ctl("todo", "attach", todo["id"], office.file("plan.txt", b"mine"), "--replace", row["id"], "--queue-only")
    time.sleep(1.1)  # The server's times have whole seconds.
    office.upload_elsewhere(f"attachment/update/{row['id']}/work/{work}", {"fileName": b"plan.txt", "file": b"theirs"})
    office.ctl("outbox", "send", expect=3)
    entry = [each for each in office.ctl("outbox", "list") if each["state"] == "attention"]
    assert len(entry) == 1 and entry[0]["error"].startswith("conflict"), entry
    office.expect(work, ("plan.txt", b"theirs"))
    shown = office.ctl("todo", "show", todo["id"])["attachments"]
    assert [(each["state"], each["sizeBytes"]) for each in shown] == [("attention", 4)], shown
    office.ctl("outbox", "beside", entry[0]["id"])
    office.ctl("outbox", "send")
    office.delivered()
    office.expect(work, ("plan.txt", b"theirs"), ("plan1.txt", b"mine"))
    print("a file changed by two: both are kept")


def refused(office):
    _, work, _, todo = office.case("refused")
    for words in ((office.file("x" * 250 + ".txt", b"x"),), (str(office.root / "missing.txt"),)):
        code, _ = office.ctl.run("todo", "attach", todo["id"], *words)
        assert code in (0, 1), (code, office.ctl.stderr)
    code, _ = office.ctl.run("todo", "detach", todo["id"], "no-such-file")
    assert code == 1, code
    office.expect(work, ("x" * 250 + ".txt", b"x"))
    print("wrong input: a clear answer")


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = FileOffice(pathlib.Path(folder), sys.argv[1], sys.argv[2])
        try:
            for part in (plain, chain, take_back, kills, lost, conflicts, refused):
                part(office)
        finally:
            office.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
