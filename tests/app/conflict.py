#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens elsewhere between typing and sending: a second client of the same person, the browser, a todo that was
passed on or whose data was changed. Nothing typed is lost; it needs attention and becomes a draft again."""
import json
import pathlib
import sys
import tempfile

from harness import Ctl, Person, Server


class Office:
    def __init__(self, root):
        self.root = root
        self.server = Server(sys.argv[2], root / "office")
        self.applicant = Person(self.server.url, "linxiaoyu")
        self.chief = Person(self.server.url, "zhouqiming")
        self.here = Ctl(sys.argv[1], root, "here")
        self.there = Ctl(sys.argv[1], root, "there")
        for ctl in (self.here, self.there):
            ctl.login(self.server.url, "zhouqiming")

    def queued(self, title, data=None):
        """A todo with an approval in the outbox of this client that has not left yet."""
        work, job = self.applicant.start_leave(title)
        self.here("sync")
        self.there("sync")
        todo = self.here.todo(title)
        words = ["todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "我的意见 " + title, "--queue-only"]
        if data:
            (self.root / "data.json").write_text(json.dumps(data))
            words += ["--data", str(self.root / "data.json")]
        entry = self.here(*words)
        assert entry["state"] == "queued" and entry["kind"] == "process" and entry["target"] == todo["id"], entry
        assert self.here.todo(title)["state"] == "queued"
        return work, job, todo, entry

    def attention(self, entry, todo, word, data=None):
        """The entry needs attention for a plain reason; discarding gives back what was typed."""
        code, output = self.here.run("outbox", "send")
        assert code == 3, (code, output, self.here.stderr)
        now = next(row for row in json.loads(output) if row["id"] == entry["id"])
        assert now["state"] == "attention" and now["attempts"] == 1 and word in now["error"], now
        self.here("sync")
        shown = self.here("todo", "show", todo["id"])
        assert shown["state"] == "attention", shown
        assert self.here("status")["attention"] == 1
        self.here("outbox", "discard", entry["id"])
        draft = self.here("todo", "show", todo["id"])["draft"]
        assert draft["opinion"] == "我的意见 " + todo["title"] and draft["route"] == todo["routes"][0], draft
        assert draft["changes"] == (data or {}), draft
        assert self.here("status")["attention"] == 0


def two_clients(office):
    work, job, todo, entry = office.queued("两处办理", {"note": "此处"})
    office.there("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "他处意见")
    office.attention(entry, todo, "conflict", {"note": "此处"})
    opinions = office.applicant.opinions(job)
    assert opinions.count("他处意见") == 1 and "我的意见 两处办理" not in opinions, opinions


def same_in_the_browser(office):
    """The very same approval made in the browser counts as delivered, once."""
    work, job, todo, entry = office.queued("同样办理")
    office.chief.surface("POST", f"task/{todo['id']}/processing", {"routeName": todo["routes"][0], "opinion": "我的意见 同样办理"})
    rows = office.here("outbox", "send")
    assert next(row for row in rows if row["id"] == entry["id"])["state"] == "delivered", rows
    assert office.applicant.opinions(job).count("我的意见 同样办理") == 1


def passed_on(office):
    work, job, todo, entry = office.queued("已转办", {"note": "留下"})
    deputy = Person(office.server.url, "chensiyuan")
    office.chief.surface("PUT", f"task/v2/{todo['id']}/reset", {"routeName": "转办", "opinion": "请代办", "identityList": deputy.identities, "keep": False})
    office.attention(entry, todo, "conflict", {"note": "留下"})
    assert "我的意见 已转办" not in office.applicant.opinions(job)


def taken_back(office):
    """The applicant retracts; no done row of mine says so, and nothing of mine is written."""
    work, job, todo, entry = office.queued("已撤回", {"note": "还在"})
    office.applicant.surface("PUT", f"work/v2/{work}/retract")
    office.attention(entry, todo, "conflict", {"note": "还在"})
    assert "我的意见 已撤回" not in office.applicant.opinions(job)


def deleted(office):
    work, job, todo, entry = office.queued("已删除", {"note": "还在"})
    office.applicant.surface("PUT", f"work/v2/{work}/retract")
    office.applicant.surface("DELETE", f"work/{work}")
    office.attention(entry, todo, "conflict", {"note": "还在"})


def same_field(office):
    work, job, todo, entry = office.queued("同一字段", {"reason": "我改的", "note": "只有我改"})
    office.chief.surface("PUT", f"data/work/{work}", {"reason": "别人改的"})
    office.attention(entry, todo, "reason", {"reason": "我改的", "note": "只有我改"})
    assert office.applicant.data(work)["reason"] == "别人改的"
    assert len([row for row in office.chief.surface("GET", "task/list/(0)/next/200") if row["id"] == todo["id"]]) == 1


def another_field(office):
    work, job, todo, entry = office.queued("不同字段", {"note": "我改的"})
    office.chief.surface("PUT", f"data/work/{work}", {"days": 9})
    office.here("outbox", "send")
    data = office.applicant.data(work)
    assert data["note"] == "我改的" and data["days"] == 9, data
    assert office.applicant.opinions(job).count("我的意见 不同字段") == 1


def settled(office):
    """What is delivered can be neither sent again nor taken back."""
    work, job, todo, entry = office.queued("已送达")
    office.here("outbox", "send")
    assert office.here.run("outbox", "retry", entry["id"])[0] == 3
    office.here("outbox", "send")
    assert office.applicant.opinions(job).count("我的意见 已送达") == 1
    assert office.here.run("outbox", "discard", "none")[0] == 1


def refused(office):
    """A refusal needs attention, and other works are not held up by it."""
    work, job, todo, entry = office.queued("被拒绝", {"reason": "不能丢"})
    office.chief.surface("PUT", f"data/work/{work}", {"reason": "别人先改"})
    other_work, other_job = office.applicant.start_leave("不受影响")
    assert office.here.run("sync")[0] == 0
    todo = office.here.todo("不受影响")
    office.here("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "照办")
    assert office.applicant.opinions(other_job).count("照办") == 1
    assert office.here.run("outbox", "retry", entry["id"])[0] == 3
    assert office.here("status")["attention"] == 1


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(pathlib.Path(folder))
        try:
            for case in (two_clients, same_in_the_browser, passed_on, taken_back, deleted, same_field, another_field, settled, refused):
                case(office)
                print(case.__name__)
        finally:
            office.server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
