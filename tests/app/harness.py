# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests of anductl share: the evaluation server as a process, a proxy that can lose answers, a
person at a browser, and anductl in a profile of its own."""
import http.client
import http.server
import json
import os
import pathlib
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request

SURFACE = "/x_processplatform_assemble_surface/jaxrs/"
CHIEF = "周启明@21bb825d655c5bb28dfb35d2@I"
SIGN_IN = "/x_organization_assemble_authentication/jaxrs/authentication"


class Server:
    """andu-server on loopback; stopping keeps its data."""

    def __init__(self, program, data, port=0):
        self.program, self.data = program, data
        self.start(port)

    def start(self, port):
        words = [self.program, "--data", str(self.data), "--port", str(port), "--sample"]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rsplit(":", 1)[1])

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Proxy:
    """Passes requests on to a server, notes them, and loses the answers of those that `lose` picks (verb, path)."""

    def __init__(self, port):
        proxy = self
        proxy.target, proxy.seen, proxy.lose, proxy.change = port, [], lambda verb, path: False, lambda path, status, body: (status, body)

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def forward(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length) if length else None
                path = urllib.parse.unquote(self.path)
                proxy.seen.append((self.command, path))
                try:
                    upstream = http.client.HTTPConnection("127.0.0.1", proxy.target, timeout=60)
                    headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "accept-encoding")}
                    upstream.request(self.command, self.path, body, headers)
                    answer = upstream.getresponse()
                    content = answer.read()
                except OSError:
                    self.close_connection = True
                    return
                if proxy.lose(self.command, path):
                    self.close_connection = True
                    return
                content = content.replace(str(proxy.target).encode(), str(proxy.port).encode()) if "/assemble/source/" in path else content
                status, content = proxy.change(path, answer.status, content)
                self.send_response_only(status)
                for name, value in answer.getheaders():
                    if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                        self.send_header(name, value)
                if status != 304:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content if status != 304 else b"")

            do_GET = do_POST = do_PUT = do_DELETE = forward

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.port = self.http.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def count(self, verb, part):
        return sum(1 for seen_verb, path in self.seen if seen_verb == verb and part in path)

    def stop(self):
        self.http.shutdown()
        self.http.server_close()


class Person:
    """Somebody at a browser: plain calls, no client of ours in between."""

    def __init__(self, url, name, password="Yunhu2026"):
        self.url, self.token = url, None
        answer = self.call("POST", SIGN_IN, {"credential": name, "password": password})
        self.token, self.name = answer["token"], answer["distinguishedName"]
        self.identities = [row["distinguishedName"] for row in answer.get("identityList", [])]

    def call(self, verb, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["x-token"] = self.token
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.url + urllib.parse.quote(path, safe="/:?=()$"), data, headers, method=verb)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer).get("data")

    def surface(self, verb, path, body=None):
        return self.call(verb, SURFACE + path, body)

    def start_leave(self, title, to_chief=True):
        """Starts a leave and, if wanted, hands it to 周启明, whom the data names. Gives work and job."""
        data = {"days": 2, "reason": "回家", "deptLeader": [{"name": "周启明", "distinguishedName": CHIEF}]}
        order = {"latest": False, "title": title, "identity": self.identities[0], "data": data}
        log = self.surface("POST", "work/process/leave", order)[0]
        if to_chief:
            task = log["taskList"][log["currentTaskIndex"]]["id"]
            self.surface("POST", f"task/{task}/processing", {"routeName": "送部门负责人审批", "opinion": "请审批"})
        return log["work"], log["job"]

    def data(self, work):
        return self.surface("GET", f"work/v2/workorworkcompleted/{work}")["data"]

    def opinions(self, job):
        return [row.get("properties", {}).get("opinion") for row in self.surface("GET", f"record/list/job/{job}")]


class Ctl:
    """anductl with a profile of its own."""

    def __init__(self, program, root, name):
        self.program, self.profile = program, pathlib.Path(root) / name
        (pathlib.Path(root) / "pw").write_text("Yunhu2026\n")
        (pathlib.Path(root) / "pp").write_text("a passphrase\n")
        self.password = str(pathlib.Path(root) / "pw")
        self.environment = dict(os.environ, ANDU_PASSPHRASE_FILE=str(pathlib.Path(root) / "pp"))
        self.stderr = ""

    def run(self, *words, env=None, json_output=True, timeout=120, wrapper=()):
        """Exit code and standard output."""
        command = [*wrapper, self.program, *words, "--profile", str(self.profile)] + (["--json"] if json_output else [])
        done = subprocess.run(command, capture_output=True, text=True, env=dict(self.environment, **(env or {})), timeout=timeout)
        self.stderr = done.stderr
        return done.returncode, done.stdout

    def __call__(self, *words, expect=0, env=None):
        code, output = self.run(*words, env=env)
        assert code == expect, (words, code, output, self.stderr)
        return json.loads(output) if output.strip() else None

    def login(self, url, user):
        return self("login", "--server", url, "--user", user, "--password-file", self.password)

    def todo(self, title, box="task"):
        rows = [row for row in self("todo", "list", "--box", box) if row["title"] == title]
        assert len(rows) == 1, (title, rows)
        return rows[0]

    def kill(self, step, *words):
        """Runs a command that is killed (SIGKILL) at a step of the send."""
        code, output = self.run(*words, env={"ANDU_TEST_KILL_AT": step})
        assert code == -9, (step, words, code, output, self.stderr)


class Office:
    """The evaluation server behind a proxy, an applicant at a browser, and the chief with anductl."""

    def __init__(self, root, anductl, server):
        self.root = root
        self.server = Server(server, root / "office")
        self.proxy = Proxy(self.server.port)
        self.applicant = Person(self.server.url, "linxiaoyu")
        self.chief = Person(self.server.url, "zhouqiming")
        self.ctl = Ctl(anductl, root, "chief")
        self.ctl.login(self.proxy.url, "zhouqiming")
        self.number = 0

    def stop(self):
        self.proxy.stop()
        self.server.stop()
