#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample office lives: what the samples promise is there, and an approval gives the next person their todo.

    office.py ANDU_SERVER
"""
import json
import sys

import server

SURFACE = "/x_processplatform_assemble_surface/jaxrs/"
SAMPLES = server.HERE.parent.parent / "resources/samples/office"


class Office:
    def __init__(self, url):
        self.url, self.people, self.faults = url, {}, 0

    def ask(self, who, verb, path, body=None):
        if who not in self.people:
            self.people[who] = server.Person(self.url, who)
        return self.people[who].ask(verb, SURFACE + path, body)

    def check(self, name, found, wanted):
        isRight = found == wanted
        print(("ok   " if isRight else "FAIL ") + name + ("" if isRight else f": {found} is not {wanted}"))
        self.faults += not isRight

    def start(self, who, process, title, data):
        return self.ask(who, "POST", "work/process/" + process, {"title": title, "data": data})[0]["job"]

    def holders(self, job, who):
        """(activity, uniques) of the open todos of an instance."""
        rows = self.ask(who, "GET", f"task/list/job/{job}")
        return (rows[0]["activityAlias"] if rows else "end", sorted(row["person"].split("@")[1] for row in rows))

    def approve(self, who, job, route):
        own = [row for row in self.ask(who, "GET", f"task/list/job/{job}") if row["person"].split("@")[1] == who]
        return self.ask(who, "POST", f"task/{own[0]['id']}/processing", {"routeName": route, "opinion": "测试"})

    def walk(self, name, job, steps):
        """Each step: who decides by which route, and who is asked then."""
        for who, route, activity, holders in steps:
            self.approve(who, job, route)
            self.check(f"{name}: {who} {route}", self.holders(job, who), (activity, sorted(holders)))


def contents(office):
    todos = json.loads((SAMPLES / "todos.json").read_text(encoding="utf-8"))
    persons = [row["unique"] for row in json.loads((SAMPLES / "org.json").read_text(encoding="utf-8"))["persons"]]
    tasks, done, reads = {}, {}, 0
    for who in persons:
        for row in office.ask(who, "GET", "task/list/(0)/next/200"):
            tasks.setdefault(row["title"], []).append((who, row["activityAlias"], row.get("expireTime")))
        for row in office.ask(who, "GET", "taskcompleted/list/(0)/next/200"):
            if row["completed"]:
                done.setdefault(row["title"], []).append(who)
        reads += len(office.ask(who, "GET", "read/list/(0)/next/200"))
    office.check("instances with todos", len(tasks), len(todos["todos"]))
    for todo in todos["todos"]:
        wanted = [todo.get("delegatedTo") or todo["handlers"][0]] if len(todo["handlers"]) == 1 else todo["handlers"]
        found = tasks.get(todo["title"], [])
        asked = {who for who, _, _ in found}
        isQueue = todo["activity"] == "instruct"
        office.check(todo["id"], (asked, {step for _, step, _ in found}),
                     (set(wanted[:1] if isQueue else wanted), {todo["activity"]}))
        office.check(todo["id"] + " has a deadline", all(due for _, _, due in found), True)
    office.check("finished instances", len(set(done)), len(todos["done"]))
    for row in todos["done"]:
        office.check(row["id"], set(done.get(row["title"], [])), set(row["handlers"]) | {row["drafter"]})
    office.check("reads", reads, sum(len(row["readers"]) for row in todos["reads"]))
    for who in {row["owner"] for row in todos["drafts"]}:
        rows = office.ask(who, "POST", "draft/list/my/paging/1/size/20", {})
        office.check(f"drafts of {who}", {row["title"] for row in rows},
                     {row["title"] for row in todos["drafts"] if row["owner"] == who})


def processes(office):
    job = office.start("wuhao", "p-leave", "走流程：五天", {"days": 5})
    office.check("a start asks the drafter", office.holders(job, "wuhao"), ("draft", ["wuhao"]))
    office.walk("leave of 5 days", job, [("wuhao", "提交", "dept", ["zhoumin"]), ("zhoumin", "同意", "lead", ["linxiaoyan"]),
                                         ("linxiaoyan", "退回修改", "draft", ["wuhao"]), ("wuhao", "提交", "dept", ["zhoumin"]),
                                         ("zhoumin", "同意", "lead", ["linxiaoyan"]),
                                         ("linxiaoyan", "同意", "hr", ["dongjianhua"]), ("dongjianhua", "备案", "end", [])])
    job = office.start("wuhao", "p-leave", "走流程：两天", {"days": 2})
    office.walk("leave of 2 days", job, [("wuhao", "提交", "dept", ["zhoumin"]), ("zhoumin", "同意", "hr", ["dongjianhua"])])
    job = office.start("xuhui", "p-travel", "走流程：科长出差", {})
    office.walk("travel of a head, delegated", job, [("xuhui", "提交", "lead", ["linxiaoyan"])])
    own = office.ask("linxiaoyan", "GET", f"task/list/job/{job}")[0]
    office.check("it says for whom", own["empowerFromIdentity"], "马文静@mawenjing_ld@I")
    kinds = [row["processingType"] for row in office.ask("mawenjing", "GET", f"taskcompleted/list/job/{job}")]
    office.check("the one who delegated sees it", kinds, ["task", "empower"])
    job = office.start("songjia", "p-seal", "走流程：用印", {"sealId": "seal-fr"})
    office.walk("seal", job, [("songjia", "提交", "dept", ["liangwei"]), ("liangwei", "同意", "lead", ["chenzhiyuan"]),
                              ("chenzhiyuan", "同意", "use", ["zhoumin"]), ("zhoumin", "已用印", "end", [])])
    units = [{"distinguishedName": "网络安全科@wlaq@U"}, {"distinguishedName": "财务审计科@cwsj@U"}]
    job = office.start("luowenbo", "p-dispatch", "走流程：发文", {"countersign": units})
    office.walk("dispatch", job, [("luowenbo", "提交", "dept", ["hejing"]), ("hejing", "送核稿", "check", ["zhoumin"]),
                                  ("zhoumin", "送会签", "sign", ["caoyong", "panxiulan"]),
                                  ("caoyong", "会签同意", "sign", ["panxiulan"]),
                                  ("panxiulan", "会签同意", "issue", ["linxiaoyan"])])
    leaders = [{"distinguishedName": f"{name}@{unique}_ld@I"} for name, unique in (("陈志远", "chenzhiyuan"), ("赵国栋", "zhaoguodong"))]
    job = office.start("sunli", "p-receive", "走流程：收文", {"persons": leaders, "hostUnit": "数据资源科@sjzy@U"})
    office.walk("receive in sequence", job, [("sunli", "送拟办", "propose", ["zhoumin"]),
                                             ("zhoumin", "送领导批示", "instruct", ["chenzhiyuan"]),
                                             ("chenzhiyuan", "批示完毕", "instruct", ["zhaoguodong"]),
                                             ("zhaoguodong", "批示完毕", "host", ["liangwei"])])
    job = office.start("fengxue", "p-purchase", "走流程：采购", {"total": 60000})
    office.walk("purchase over the limit", job, [("fengxue", "提交", "dept", ["hanlei"]), ("hanlei", "同意", "fin", ["panxiulan"]),
                                                 ("panxiulan", "同意", "lead", ["zhaoguodong"]),
                                                 ("zhaoguodong", "同意", "chief", ["chenzhiyuan"]),
                                                 ("chenzhiyuan", "不同意", "end", [])])


def main():
    with server.Server(sys.argv[1]) as started:
        office = Office(started.url)
        contents(office)
        processes(office)
    print(f"{office.faults} faults")
    return 1 if office.faults else 0


if __name__ == "__main__":
    sys.exit(main())
