#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripts rely on: every command of anductl, the shape of its JSON, its exit codes, and that messages go to
standard error and secrets nowhere."""
import json
import pathlib
import sys
import tempfile

from harness import CHIEF, Ctl, Person, Server

TODO = {"id": str, "work": str, "job": str, "title": str, "process": str, "activity": str, "startTime": str, "routes": list, "state": str}
ENTRY = {"id": str, "kind": str, "target": str, "state": str, "attempts": int, "error": str}
START = {"work": str, "job": str, "task": str, "title": str}
STATES = {"open", "draft", "queued", "attention", "delivered"}
ENTRY_STATES = {"queued", "sending", "delivered", "attention"}


def shaped(row, shape):
    for name, kind in shape.items():
        assert isinstance(row.get(name), kind), (name, row)
    return row


class Office:
    def __init__(self, root):
        self.root = root
        self.server = Server(sys.argv[2], root / "office")
        self.applicant = Person(self.server.url, "linxiaoyu")
        self.ctl = Ctl(sys.argv[1], root, "me")

    def file(self, content):
        path = self.root / "data.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)


def usage(office):
    ctl = office.ctl
    for words in ((), ("nonsense",), ("login",), ("login", "--server", "x", "--user", "y"), ("login", "--password", "secret"), ("status", "--what"), ("todo",), ("outbox", "burn")):
        code, output = ctl.run(*words)
        # Commands of an account find no account first; that is a failure, not a usage error.
        assert code == 2 or (code == 1 and words and words[0] in ("nonsense", "todo", "outbox")), (words, code, ctl.stderr)
        assert output == "" and ctl.stderr.strip(), (words, output, ctl.stderr)
    for words in (("status",), ("sync",), ("todo", "list"), ("outbox", "list")):
        code, output = ctl.run(*words)
        assert code == 1 and output == "" and "login" in ctl.stderr, (words, code, ctl.stderr)


def signing_in(office):
    ctl = office.ctl
    (office.root / "wrong").write_text("nope\n")
    login = ("login", "--server", office.server.url, "--user", "zhouqiming", "--password-file")
    code, output = ctl.run(*login, str(office.root / "wrong"))
    assert code == 1 and output == "" and "Name or password is wrong" in ctl.stderr, (code, output, ctl.stderr)
    code, output = ctl.run(*login, str(office.root / "missing"))
    assert code == 1 and "file cannot be read" in ctl.stderr, (code, ctl.stderr)
    row = ctl(*login, ctl.password)
    shaped(row, {"name": str, "unique": str, "server": str, "identities": list})
    assert row["identities"] == [CHIEF], row
    for words in (("nonsense",), ("todo",), ("todo", "list", "--box", "other"), ("todo", "list", "--limit", "few"), ("outbox", "burn"), ("outbox", "retry"), ("process", "start"), ("process",)):
        code, output = ctl.run(*words)
        assert code == 2 and output == "" and ctl.stderr.strip(), (words, code, output, ctl.stderr)


def lists(office):
    ctl = office.ctl
    works = [office.applicant.start_leave(title) for title in ("甲", "乙", "丙")]
    office.applicant.surface("POST", f"read/work/{works[0][0]}", {"identityList": [CHIEF]})
    summary = ctl("sync")
    shaped(summary, {"delivered": int, "added": int, "changed": int, "removed": int})
    assert summary["added"] == 4, summary
    assert ctl("sync", "--full")["added"] == 0
    rows = ctl("todo", "list")
    # Newest first; within a second the server knows no order.
    assert {row["title"] for row in rows} == {"甲", "乙", "丙"} and len(rows) == 3, rows
    assert [row["startTime"] for row in rows] == sorted((row["startTime"] for row in rows), reverse=True), rows
    for row in rows:
        shaped(row, TODO)
        assert row["state"] in STATES and row["process"] == "请假审批" and row["activity"] == "部门负责人审批", row
        assert row["routes"] and all(isinstance(name, str) for name in row["routes"]), row
    assert {row["work"] for row in rows} == {work for work, job in works}
    assert len(ctl("todo", "list", "--limit", "2")) == 2
    assert len(ctl("todo", "list", "--process", "请假审批")) == 3
    assert ctl("todo", "list", "--process", "费用报销") == []
    assert len(ctl("todo", "list", "--box", "read")) == 1
    assert ctl("todo", "list", "--box", "taskcompleted") == ctl("todo", "list", "--box", "readcompleted") == []
    code, output = ctl.run("todo", "list", json_output=False)
    assert code == 0 and "甲" in output and not output.startswith("["), output


def one_todo(office):
    ctl = office.ctl
    todo = ctl.todo("甲")
    shown = shaped(ctl("todo", "show", todo["id"]), dict(TODO, data=dict, records=list, attachments=list))
    assert shown["data"]["days"] == 2 and shown["records"][0]["opinion"] == "请审批", shown
    assert ctl.run("todo", "show", "none")[0] == 1
    entry = shaped(ctl("todo", "save", todo["id"], "--data", office.file({"note": "附注"})), ENTRY)
    assert entry["state"] == "delivered" and entry["kind"] == "save" and entry["target"] == todo["id"], entry
    assert office.applicant.data(todo["work"])["note"] == "附注"
    assert ctl("todo", "show", todo["id"])["data"]["note"] == "附注"
    for content, word in (("[1]", "no JSON object"), ("{", "no JSON object")):
        code, output = ctl.run("todo", "save", todo["id"], "--data", office.file(content))
        assert code == 1 and word in ctl.stderr, (content, code, ctl.stderr)
    code, output = ctl.run("todo", "process", todo["id"], "--route", "没有", "--opinion", "x")
    assert code == 2 and todo["routes"][0] in ctl.stderr, (code, ctl.stderr)
    entry = ctl("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "准", "--data", office.file({"note": "再注"}))
    assert entry["state"] == "delivered" and entry["kind"] == "process" and entry["error"] == "", entry
    assert office.applicant.opinions(todo["job"]).count("准") == 1
    assert ctl.run("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "再准")[0] == 3
    read = ctl("todo", "list", "--box", "read")[0]
    assert ctl("todo", "process", read["id"], "--opinion", "已阅")["kind"] == "read"
    ctl("sync")
    assert all(row["id"] != todo["id"] for row in ctl("todo", "list"))
    done = ctl("todo", "list", "--box", "taskcompleted")
    assert len(done) == 1 and done[0]["title"] == "甲" and done[0]["opinion"] == "准", done
    assert len(ctl("todo", "list", "--box", "readcompleted")) == 1
    assert ctl.run("todo", "process", done[0]["id"], "--route", "同意", "--opinion", "x")[0] == 3


def processes(office):
    ctl = office.ctl
    rows = ctl("process", "list")
    assert {"leave", "expense"} <= {row["alias"] for row in rows}, rows
    for row in rows:
        shaped(row, {"id": str, "alias": str, "name": str, "application": str})
    started = ctl("process", "start", "leave", "--title", "新假", "--data", office.file({"days": 1}))
    shaped(started, START)
    assert set(started) == set(START) and all(started.values()) and started["title"] == "新假", started
    ctl("sync")
    assert ctl.todo("新假")["work"] == started["work"]
    code, output = ctl.run("process", "start", "nope", "--title", "无")
    assert code == 3 and json.loads(output)["state"] == "attention", (code, output, ctl.stderr)
    broken = next(row for row in ctl("outbox", "list") if row["state"] == "attention")
    ctl("outbox", "discard", broken["id"])


def outbox(office):
    ctl = office.ctl
    todo = ctl.todo("乙")
    words = ("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "离线")
    entry = shaped(ctl(*words, "--queue-only"), ENTRY)
    assert entry["state"] == "queued" and entry["attempts"] == 0 and entry["error"] == "", entry
    assert ctl.todo("乙")["state"] == "queued"
    assert office.applicant.opinions(todo["job"]).count("离线") == 0
    assert ctl("status")["queued"] == 1
    office.server.stop()
    code, output = ctl.run("outbox", "send")
    assert code == 5 and "cannot be reached" in ctl.stderr, (code, ctl.stderr)
    rows = json.loads(output)
    assert [row["state"] for row in rows if row["id"] == entry["id"]] == ["queued"], rows
    assert ctl.run("sync")[0] == 5
    assert ctl.run("outbox", "retry", entry["id"])[0] == 5
    other = ctl.todo("丙")
    code, output = ctl.run("todo", "process", other["id"], "--route", other["routes"][0], "--opinion", "也离线")
    assert code == 5 and json.loads(output)["state"] == "queued", (code, output)
    assert ctl.run("process", "start", "leave", "--title", "离线起草")[0] == 5
    assert ctl("status")["queued"] == 3
    discarded = json.loads(output)["id"]
    assert ctl("outbox", "discard", discarded)["id"] == discarded
    assert ctl("todo", "show", other["id"])["draft"]["opinion"] == "也离线"
    office.server.start(office.server.port)
    rows = ctl("outbox", "send")
    for row in rows:
        shaped(row, ENTRY)
        assert row["state"] in ENTRY_STATES, row
    assert all(row["state"] == "delivered" for row in rows) and all(row["id"] != discarded for row in rows), rows
    assert office.applicant.opinions(todo["job"]).count("离线") == 1
    status = ctl("status")
    assert status["queued"] == status["attention"] == 0 and status["unique"] == "zhouqiming", status


def seals(office):
    """Seals of the account lie in its encrypted store, and are listed from there."""
    ctl = office.ctl
    made = ctl("seal", "make", "--text", "云湖市图书馆", "--name", "图书馆公章", "--custodian", "孙丽")
    assert made["name"] == "图书馆公章" and made["custodian"] == "孙丽", made
    ctl("seal", "make", "--text", "云湖市图书馆", "--name", "图书馆公章", expect=3)
    listed = ctl("seal", "list")["seals"]
    assert [(row["name"], row["widthMm"]) for row in listed] == [("图书馆公章", 42)], listed
    assert ctl("seal", "register") == {"chain": "whole", "uses": []}


def secrets(office):
    """Neither password, passphrase nor what was typed is readable in the profile."""
    ctl = office.ctl
    for file in ctl.profile.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        for secret in ("Yunhu2026", "a passphrase", "离线", "请审批", "图书馆公章"):
            assert secret.encode() not in content, (file, secret)
    assert not (ctl.profile / "vault/andu.db").read_bytes().startswith(b"SQLite format 3")


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(pathlib.Path(folder))
        try:
            for case in (usage, signing_in, lists, one_todo, processes, outbox, seals, secrets):
                case(office)
                print(case.__name__)
        finally:
            office.server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
