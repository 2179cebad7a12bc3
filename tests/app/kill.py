#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""anductl is killed (SIGKILL) at every step of a send and started anew: the server shows exactly one effect. The same
when the server acts and its answer is lost on the way."""
import json
import pathlib
import sys
import tempfile

from harness import Office

PROCESS = ("save", "saved", "process", "processed", "settling", "settled")
SAVE = ("save", "saved", "settling", "settled")
READ = ("read", "confirmed", "settling", "settled")
START = ("draft", "drafted", "start", "started", "kept", "settling", "settled")


class KillOffice(Office):
    def data_file(self, data):
        file = self.root / "data.json"
        file.write_text(json.dumps(data))
        return str(file)

    def case(self, name):
        self.number += 1
        self.proxy.seen.clear()
        return f"{name} {self.number}"

    # Each gives the command and a check of the server's state.
    def process(self, title):
        work, job = self.applicant.start_leave(title)
        self.ctl("sync")
        todo = self.ctl.todo(title)
        words = ("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "意见 " + title, "--data", self.data_file({"note": title}))

        def check():
            opinions = self.applicant.opinions(job)
            assert opinions.count("意见 " + title) == 1, opinions
            assert self.applicant.data(work)["note"] == title
            assert self.proxy.count("PUT", "/data/work/") == 1, self.proxy.seen
            done = [row for row in self.chief.surface("GET", f"taskcompleted/list/job/{job}") if row["task"] == todo["id"]]
            assert len(done) == 1, done

        return words, check

    def save(self, title):
        work, job = self.applicant.start_leave(title)
        self.ctl("sync")
        todo = self.ctl.todo(title)
        words = ("todo", "save", todo["id"], "--data", self.data_file({"note": title, "days": 3}))

        def check():
            data = self.applicant.data(work)
            assert data["note"] == title and data["days"] == 3 and data["reason"] == "回家", data
            assert self.proxy.count("PUT", "/data/work/") == 1, self.proxy.seen

        return words, check

    def read(self, title):
        work, job = self.applicant.start_leave(title)
        self.applicant.surface("POST", f"read/work/{work}", {"identityList": self.chief.identities})
        self.ctl("sync")
        todo = self.ctl.todo(title, "read")
        words = ("todo", "process", todo["id"], "--opinion", "已阅 " + title)

        def check():
            done = [row for row in self.chief.surface("GET", f"readcompleted/list/job/{job}") if row["read"] == todo["id"]]
            assert len(done) == 1, done

        return words, check

    def start(self, title):
        words = ("process", "start", "leave", "--title", title, "--data", self.data_file({"days": 5, "reason": title}))

        def check():
            mine = [row for row in self.chief.surface("GET", "task/list/(0)/next/200") if row["title"] == title]
            assert len(mine) == 1, mine
            data = self.chief.surface("GET", f"data/work/{mine[0]['work']}")
            assert data["days"] == 5 and data["reason"] == title, data
            return mine[0]

        return words, check


def delivered(ctl, target=None):
    entries = ctl("outbox", "list")
    assert all(entry["state"] == "delivered" for entry in entries), entries
    return entries


def kills(office):
    for kind, steps in (("process", PROCESS), ("save", SAVE), ("read", READ), ("start", START)):
        for step in steps:
            words, check = getattr(office, kind)(office.case(f"{kind} {step}"))
            office.ctl.kill(step, *words)
            office.ctl("outbox", "send")
            office.ctl("outbox", "send")
            delivered(office.ctl)
            check()
        print(kind, "killed at", len(steps), "steps: one effect each")


def twice_killed(office):
    """A kill during the repair of a kill."""
    words, check = office.process(office.case("twice"))
    office.ctl.kill("processed", *words)
    office.ctl.kill("settling", "outbox", "send")
    office.ctl("outbox", "send")
    check()


def lost_answers(office):
    for kind, verb, part in (("process", "PUT", "/data/work/"), ("process", "POST", "/processing"), ("save", "PUT", "/data/work/"), ("read", "POST", "/processing"), ("start", "PUT", "/draft"), ("start", "GET", "/start")):
        words, check = getattr(office, kind)(office.case(f"lost {kind}"))
        office.proxy.lose = lambda seen_verb, path: seen_verb == verb and part in path
        code, output = office.ctl.run(*words)
        office.proxy.lose = lambda seen_verb, path: False
        assert code in (0, 5), (kind, part, code, output, office.ctl.stderr)
        office.ctl("outbox", "send")
        delivered(office.ctl)
        check()
    print("answers lost after the server acted: one effect each")


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = KillOffice(pathlib.Path(folder), sys.argv[1], sys.argv[2])
        try:
            kills(office)
            twice_killed(office)
            lost_answers(office)
            # A start that was interrupted still knows what it started.
            words, check = office.start(office.case("answer"))
            row = office.ctl(*words)
            task = check()
            assert row == {"task": task["id"], "work": task["work"], "job": task["job"], "title": task["title"]}, row
        finally:
            office.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
