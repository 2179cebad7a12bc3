#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person signs in and syncs, the server stops, the person approves, the client starts again, the server comes back:
the server's record list holds the opinion exactly once and the todo is gone. Also what wrong input says."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

ANDUCTL, SERVER = sys.argv[1], sys.argv[2]
OPINION = "同意，离线办理。"


class Server:
    def __init__(self, data, port):
        self.process = subprocess.Popen([SERVER, "--data", str(data), "--port", str(port), "--sample"], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rsplit(":", 1)[1])

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def call(url, path, body=None, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["x-token"] = token
    request = urllib.request.Request(url + path, json.dumps(body).encode() if body is not None else None, headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)["data"]


def main():
    root = pathlib.Path(tempfile.mkdtemp())
    (root / "pw").write_text("Yunhu2026\n")
    (root / "bad").write_text("wrong\n")
    (root / "pp").write_text("a passphrase\n")
    environment = dict(os.environ, ANDU_PASSPHRASE_FILE=str(root / "pp"))

    def ctl(*words, expect=0, env=environment):
        done = subprocess.run([ANDUCTL, *words, "--profile", str(root / "me"), "--json"], capture_output=True, text=True, env=env, timeout=60)
        assert done.returncode == expect, (words, done.returncode, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    server = Server(root / "office", 0)
    login = ("login", "--server", server.url, "--user", "zhoumin", "--password-file")
    assert "wrong-password" in ctl(*login, str(root / "bad"), expect=1)
    assert "offline" in ctl("login", "--server", "http://127.0.0.1:9", "--user", "zhoumin", "--password-file", str(root / "pw"), expect=5)
    assert ctl(*login, str(root / "pw"))["unique"] == "zhoumin"
    wrong = dict(environment, ANDU_PASSPHRASE_FILE=str(root / "bad"))
    assert "wrong-key" in ctl("status", expect=1, env=wrong)
    assert ctl("sync")["worksFailed"] == 0
    todo = next(row for row in ctl("todo", "list") if "吴昊年休假" in row["title"])
    assert set(todo) >= {"id", "work", "job", "title", "process", "activity", "startTime", "routes", "state"}
    report = ctl("form", "inspect", todo["id"])
    assert {"同意", "退回修改"} <= {route["name"] for route in report["routes"]} and report["changes"] == {}, report
    server.stop()

    queued = ctl("todo", "process", todo["id"], "--route", "同意", "--opinion", OPINION, expect=5)
    assert queued["state"] == "queued", queued
    assert ctl("status")["queued"] == 1
    ctl("todo", "process", todo["id"], "--route", "同意", "--opinion", OPINION, expect=3)  # Only once.

    server = Server(root / "office", server.port)
    assert ctl("outbox", "send")[0]["state"] == "delivered"
    ctl("outbox", "send")
    ctl("sync")
    assert all(row["id"] != todo["id"] for row in ctl("todo", "list"))
    token = call(server.url, "/x_organization_assemble_authentication/jaxrs/authentication", {"credential": "zhoumin", "password": "Yunhu2026"})["token"]
    records = call(server.url, "/x_processplatform_assemble_surface/jaxrs/record/list/job/" + todo["job"], token=token)
    opinions = [row["properties"].get("opinion") for row in records]
    assert opinions.count(OPINION) == 1, opinions
    assert records[-1]["type"] == "currentTask", records[-1]

    started = ctl("process", "start", "leave", "--title", "端到端请假")
    assert started["work"] and started["title"] == "端到端请假", started
    server.stop()

    plain = OPINION.encode()
    for file in (root / "me").rglob("*"):
        assert not file.is_file() or plain not in file.read_bytes(), file
    assert not (root / "me/vault/andu.db").read_bytes().startswith(b"SQLite format 3")
    print("the opinion typed offline is on the server once")
    return 0


if __name__ == "__main__":
    sys.exit(main())
