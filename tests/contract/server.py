# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts evaluation servers for the tests of this folder."""
import json
import pathlib
import signal
import subprocess
import tempfile
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
LOGIN = "/x_organization_assemble_authentication/jaxrs/authentication"


class Server:
    """An evaluation server on a free port; `with` ends it. A folder that is given is kept."""

    def __init__(self, program, data=None, port=0, options=()):
        self.folder = None if data else tempfile.TemporaryDirectory()
        self.data = data or self.folder.name
        command = [program, "--data", self.data, "--port", str(port), "--sample", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url:
            raise RuntimeError("the server did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(20)
        self.process.stdout.close()
        if self.folder:
            self.folder.cleanup()
            self.folder = None
        return code


class Person:
    """Somebody who is signed in."""

    def __init__(self, url, name):
        self.url, self.token = url, ""
        password = "o2" if name == "xadmin" else "Yunhu2026"
        self.token = self.ask("POST", LOGIN, {"credential": name, "password": password})["token"]

    def ask(self, verb, path, body=None):
        request = urllib.request.Request(self.url + path, method=verb)
        request.add_header("Content-Type", "application/json; charset=utf-8")
        if self.token:
            request.add_header("x-token", self.token)
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(request, data=data, timeout=30) as answer:
            return json.loads(answer.read()).get("data")
