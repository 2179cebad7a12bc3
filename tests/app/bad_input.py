#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be wrong around anductl: each gets its own plain sentence and exit code, and nothing is lost."""
import http.server
import json
import pathlib
import ssl
import subprocess
import sys
import tempfile
import threading

from harness import SIGN_IN, SURFACE, Ctl, Person, Proxy, Server

LOST = json.dumps({"type": "error", "message": "not cipher or manager or user."}).encode()
ANONYMOUS = json.dumps({"type": "success", "data": {"name": "anonymous", "tokenType": "anonymous", "token": ""}}).encode()


class Page:
    """A web server that answers everything with one body, over TLS if it has a certificate."""

    def __init__(self, body, certificate=None):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_PUT = do_GET

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        self.address = f"127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def stop(self):
        self.http.shutdown()
        self.http.server_close()


class Office:
    def __init__(self, root):
        self.root = root
        self.server = Server(sys.argv[2], root / "office")
        self.proxy = Proxy(self.server.port)
        self.applicant = Person(self.server.url, "linxiaoyu")
        self.ctl = Ctl(sys.argv[1], root, "me")

    def restore(self):
        self.proxy.change = lambda path, status, body: (status, body)

    def new_todo(self, title):
        work, job = self.applicant.start_leave(title)
        self.ctl("sync")
        return self.ctl.todo(title), job


def says(ctl, words, code, sentence, **options):
    got, output = ctl.run(*words, **options)
    assert got == code and sentence in ctl.stderr, (words, got, output, ctl.stderr)
    assert len(ctl.stderr.strip().splitlines()) == 1, ctl.stderr
    return output


def addresses(office):
    ctl = Ctl(sys.argv[1], office.root, "nobody")
    login = lambda server: ("login", "--server", server, "--user", "zhouqiming", "--password-file", ctl.password)
    says(ctl, login("http://127.0.0.1:9"), 5, "cannot be reached")
    says(ctl, login("no-such-host.invalid"), 5, "cannot be reached")
    says(ctl, login("ftp://127.0.0.1"), 1, "input cannot be used")
    for body in (b"<html><body>hello</body></html>", b'{"status":"UP"}', b'{"type":"success","data":{}}'):
        page = Page(body)
        says(ctl, login("http://" + page.address), 1, "not an O2OA server")
        says(ctl, login(page.address), 1, "not an O2OA server")
        page.stop()
    assert not ctl.profile.exists(), "a failed sign-in leaves nothing behind"


def tls(office):
    ctl = Ctl(sys.argv[1], office.root, "nobody")
    certificate = office.root / "self-signed.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-keyout", certificate, "-out", office.root / "cert.pem"], check=True, capture_output=True, timeout=60)
    certificate.write_text(certificate.read_text() + (office.root / "cert.pem").read_text())
    page = Page(b"{}", certificate)
    for address in ("https://" + page.address, page.address):
        says(ctl, ("login", "--server", address, "--user", "zhouqiming", "--password-file", ctl.password), 4, "not trusted")
    page.stop()
    assert not ctl.profile.exists()


def sign_in(office):
    ctl = office.ctl
    login = ("login", "--server", office.proxy.url, "--user", "zhouqiming", "--password-file")
    (office.root / "wrong").write_text("nope\n")
    says(ctl, (*login, str(office.root / "wrong")), 1, "Name or password is wrong")
    locked = json.dumps({"type": "error", "message": "锁定", "prompt": "com.x.organization.assemble.authentication.jaxrs.authentication.ExceptionFailureLocked"}).encode()
    office.proxy.change = lambda path, status, body: (500, locked) if path == SIGN_IN else (status, body)
    says(ctl, (*login, ctl.password), 1, "does not let this account in now")
    office.proxy.change = lambda path, status, body: (200, b"<html>") if path == SIGN_IN else (status, body)
    says(ctl, (*login, ctl.password), 1, "answer cannot be read")
    office.restore()
    assert not ctl.profile.exists()
    ctl(*login, ctl.password)


def expired(office):
    ctl = office.ctl
    todo, job = office.new_todo("过期")
    lost = lambda path, status, body: (500, LOST) if path.startswith(SURFACE) else (200, ANONYMOUS) if path == SIGN_IN else (status, body)
    office.proxy.change = lost
    says(ctl, ("sync",), 1, "Sign in again")
    assert ctl.todo("过期")["id"] == todo["id"]
    words = ("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "过期后送达")
    output = says(ctl, words, 1, "Sign in again")
    assert json.loads(output)["state"] == "queued", output
    # In the middle of a send: the session ends between the save and the processing.
    office.restore()
    other, other_job = office.applicant.start_leave("半途"), None
    office.proxy.change = lambda path, status, body: (500, LOST) if "/processing" in path else (200, ANONYMOUS) if path == SIGN_IN else (status, body)
    assert ctl.run("outbox", "send")[0] == 1
    assert ctl("status")["queued"] == 1
    office.restore()
    ctl.login(office.proxy.url, "zhouqiming")
    rows = ctl("outbox", "send")
    assert [row["state"] for row in rows if row["target"] == todo["id"]] == ["delivered"], rows
    assert office.applicant.opinions(job).count("过期后送达") == 1


def broken_answers(office):
    ctl = office.ctl
    todo, job = office.new_todo("坏答复")
    for path_part, body in (("task/list/", b'{"type":"success","data":[{"id":"x"'), ("task/list/", b"<html>"), ("taskcompleted/list/", b""), ("read/list/", b'{"hello":1}')):
        office.proxy.change = lambda path, status, old: (200, body) if path_part in path else (status, old)
        says(ctl, ("sync", "--full"), 1, "answer cannot be read")
        assert ctl.todo("坏答复")["id"] == todo["id"]
    # An unreadable answer to the processing itself: it is asked again what has happened.
    office.proxy.change = lambda path, status, old: (200, b'{"type":') if path.endswith("/processing") else (status, old)
    entry = ctl("todo", "process", todo["id"], "--route", todo["routes"][0], "--opinion", "坏答复也送达")
    assert entry["state"] == "delivered", entry
    office.restore()
    assert office.applicant.opinions(job).count("坏答复也送达") == 1


def unreadable_form(office):
    ctl = office.ctl

    def spoil(path, status, body):
        if "/form/v2/" not in path or "/lookup/" in path:
            return status, body
        answer = json.loads(body)
        answer["data"]["form"]["data"] = '{\\"json\\":{{{ broken'
        return status, json.dumps(answer).encode()

    other = Ctl(sys.argv[1], office.root, "other")
    other.login(office.proxy.url, "zhouqiming")
    office.proxy.change = spoil
    work, job = office.applicant.start_leave("坏表单")
    assert other("sync")["worksFailed"] == 0
    todo = other.todo("坏表单")
    output = says(other, ("todo", "show", todo["id"]), 0, "form of this todo cannot be read")
    assert json.loads(output)["data"]["days"] == 2 and json.loads(output)["formReadable"] is False
    office.restore()
    ctl("sync")
    assert ctl("todo", "show", todo["id"])["formReadable"] is True


def wrong_key(office):
    ctl = office.ctl
    (office.root / "pp2").write_text("another passphrase\n")
    (office.root / "empty").write_text("\n")
    says(ctl, ("status",), 1, "does not open this profile", env={"ANDU_PASSPHRASE_FILE": str(office.root / "pp2")})
    says(ctl, ("status",), 1, "file is empty", env={"ANDU_PASSPHRASE_FILE": str(office.root / "empty")})
    says(ctl, ("status",), 1, "no key here", env={"ANDU_PASSPHRASE_FILE": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"})
    assert ctl("status")["unique"] == "zhouqiming"


def second_instance(office):
    ctl = office.ctl
    entered, leave = threading.Event(), threading.Event()

    def hold(path, status, body):
        if "task/list/" in path:
            entered.set()
            leave.wait(30)
        return status, body

    office.proxy.change = hold
    first = threading.Thread(target=lambda: Ctl(sys.argv[1], office.root, "me").run("sync"))
    first.start()
    assert entered.wait(30)
    says(ctl, ("status",), 1, "open in another program")
    leave.set()
    first.join()
    office.restore()
    assert ctl("status")["unique"] == "zhouqiming"


def damaged(office):
    ctl = office.ctl
    database = ctl.profile / "vault/andu.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    says(ctl, ("status",), 1, "damaged")
    database.write_bytes(b"")
    says(ctl, ("status",), 1, "damaged")
    database.write_bytes(whole)
    assert ctl("status")["unique"] == "zhouqiming"


def full_disk(office):
    """On a small file system of its own where that is allowed, else under a limit of the file size."""
    work, job = office.applicant.start_leave("满盘")
    script = """
    set -e
    mount -t tmpfs -o size=32m tmpfs "$1"
    "$2" login --server "$3" --user zhouqiming --password-file "$4" --profile "$1/p" --json >/dev/null
    "$2" sync --profile "$1/p" --json >/dev/null
    id=$("$2" todo list --profile "$1/p" | grep 满盘 | cut -d' ' -f1)
    cat /dev/zero >"$1/fill" 2>/dev/null || true
    for room in 0 300000; do
        truncate -s "-$room" "$1/fill"
        rc=0
        "$2" todo process "$id" --route "$5" --opinion "满盘意见" --data "$6" --queue-only --profile "$1/p" --json >/dev/null 2>"$7" || rc=$?
        echo "$rc $(cat "$7")"
    done
    rm "$1/fill"
    "$2" status --profile "$1/p" --json
    "$2" todo process "$id" --route "$5" --opinion "满盘意见" --data "$6" --profile "$1/p" --json
    """
    mount = office.root / "small"
    mount.mkdir()
    data = office.root / "big.json"
    data.write_text(json.dumps({"note": "长" * 300000}))
    route = office.ctl("todo", "list")
    office.ctl("sync")
    route = office.ctl.todo("满盘")["routes"][0]
    words = ["unshare", "--mount", "bash", "-c", script, "full", str(mount), sys.argv[1], office.server.url, office.ctl.password, route, str(data), str(office.root / "err")]
    if subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", str(mount)], capture_output=True).returncode == 0:
        done = subprocess.run(words, capture_output=True, text=True, env=office.ctl.environment, timeout=180)
        lines = done.stdout.strip().splitlines()
        assert done.returncode == 0 and all(line.startswith("1 ") and "disk is full" in line for line in lines[:2]), (done.returncode, done.stdout[-2000:], done.stderr[-2000:])
        assert json.loads(lines[2])["queued"] == 0, lines
        assert json.loads(lines[-1])["state"] == "delivered", lines
        assert office.applicant.opinions(job).count("满盘意见") == 1
        return
    print("no small file system can be mounted here; a limit of the file size stands in")
    todo = office.ctl.todo("满盘")
    limit = (office.ctl.profile / "vault/andu.db").stat().st_size // 2
    wrapper = ("prlimit", f"--fsize={limit}", "env", "--ignore-signal=XFSZ")
    code, output = office.ctl.run("todo", "process", todo["id"], "--route", route, "--opinion", "满盘意见", "--data", str(data), "--queue-only", wrapper=wrapper)
    assert code == 1 and ("disk is full" in office.ctl.stderr or "local store" in office.ctl.stderr), (code, office.ctl.stderr)
    office.ctl("todo", "process", todo["id"], "--route", route, "--opinion", "满盘意见")
    assert office.applicant.opinions(job).count("满盘意见") == 1


def hostile_text(office):
    """Escape sequences of a server do not reach the terminal."""
    office.applicant.start_leave("\x1b[31m红\x1b]0;题\x07")
    office.ctl("sync")
    code, output = office.ctl.run("todo", "list", json_output=False)
    assert code == 0 and "红" in output and "\x1b" not in output and "\x07" not in output, repr(output)


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(pathlib.Path(folder))
        try:
            for case in (addresses, tls, sign_in, expired, broken_answers, unreadable_form, wrong_key, second_instance, damaged, full_disk, hostile_text):
                case(office)
                print(case.__name__)
        finally:
            office.proxy.stop()
            office.server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
