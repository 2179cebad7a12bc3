#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A killed server keeps everything: the same answers after a start on the same folder.

    restart.py ANDU_SERVER
"""
import json
import signal
import sys
import tempfile
import urllib.request

import server

SURFACE = "/x_processplatform_assemble_surface/jaxrs/"


def upload(url, token, work):
    edge = "----restart"
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="site"\r\n\r\nproof\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n').encode()
    body += bytes(range(256)) + f"\r\n--{edge}--\r\n".encode()
    request = urllib.request.Request(f"{url}{SURFACE}attachment/upload/work/{work}", data=body, method="POST")
    request.add_header("Content-Type", "multipart/form-data; boundary=" + edge)
    request.add_header("x-token", token)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())["data"]["id"]


def bytes_of(url, token, path):
    request = urllib.request.Request(url + path)
    request.add_header("x-token", token)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def seen(url, token, places):
    """What a person sees, asked with the token of before."""
    person = server.Person.__new__(server.Person)
    person.url, person.token = url, token
    return {place: person.ask("GET", place) for place in places}


def main():
    with tempfile.TemporaryDirectory() as folder:
        first = server.Server(sys.argv[1], folder)
        wuhao = server.Person(first.url, "wuhao")
        data = {"days": 2, "deptLeader": [{"distinguishedName": "孙丽@sunli_bgs@I"}]}
        started = wuhao.ask("POST", SURFACE + "work/process/leave", {"title": "重启", "data": data})[0]
        task, work, job = (started["taskList"][0][key] for key in ("id", "work", "job"))
        file = upload(first.url, wuhao.token, work)
        wuhao.ask("PUT", SURFACE + f"data/work/{work}", {"days": 3})
        wuhao.ask("POST", SURFACE + f"task/{task}/processing", {"routeName": "送部门负责人审批", "opinion": "请审"})
        places = [SURFACE + path for path in (
            f"work/v2/workorworkcompleted/{work}", f"control/workorworkcompleted/{work}", f"taskcompleted/list/job/{job}",
            f"task/list/job/{job}", f"worklog/list/workorworkcompleted/{work}", "task/list/(0)/next/50",
            "taskcompleted/list/(0)/next/50", "work/count/wuhao", "application/list")]
        for row in wuhao.ask("GET", SURFACE + "taskcompleted/list/(0)/next/50"):
            places += [SURFACE + f"taskcompleted/list/job/{row['job']}", SURFACE + f"work/v2/workorworkcompleted/{row['work']}"]
        before = seen(first.url, wuhao.token, places)
        port = int(first.url.rsplit(":", 1)[1])
        first.end(signal.SIGKILL)  # right after the last answer
        with server.Server(sys.argv[1], folder, port) as second:
            after = seen(second.url, wuhao.token, places)
            faults = [place for place in places if before[place] != after[place]]
            content = bytes_of(second.url, wuhao.token, f"{SURFACE}attachment/download/{file}/work/{work}")
            if content != bytes(range(256)):
                faults.append("the file")
            sunli = server.Person(second.url, "sunli")
            own = [row for row in sunli.ask("GET", SURFACE + f"task/list/job/{job}")]
            sunli.ask("POST", SURFACE + f"task/{own[0]['id']}/processing", {"routeName": "同意", "opinion": "同意"})
            if sunli.ask("GET", SURFACE + f"work/v2/workorworkcompleted/{work}")["work"]["activityAlias"] != "hr":
                faults.append("the process goes on")
    for fault in faults:
        print("FAIL", fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
