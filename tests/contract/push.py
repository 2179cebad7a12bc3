#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The push connection of the evaluation server against what was seen on a real one (70-push/frames-task.json).

    push.py ANDU_SERVER
"""
import base64
import json
import os
import socket
import struct
import sys
import time
import urllib.parse

import server

SURFACE = "/x_processplatform_assemble_surface/jaxrs/"
PATH = "/x_message_assemble_communicate/ws/collaboration?x-token="
NEXT = "孙丽@sunli_bgs@I"  # the identity of sunli


class WebSocket:
    """A small client of RFC 6455: texts, pings and the closing frame."""

    def __init__(self, url, token):
        place = urllib.parse.urlparse(url)
        self.socket = socket.create_connection((place.hostname, place.port), 20)
        key = base64.b64encode(os.urandom(16)).decode()
        head = (f"GET {PATH}{urllib.parse.quote(token)} HTTP/1.1\r\nHost: {place.netloc}\r\nUpgrade: websocket\r\n"
                f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n")
        self.socket.sendall(head.encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            piece = self.socket.recv(1)
            if not piece:
                raise RuntimeError(f"no upgrade: {answer!r}")
            answer += piece
        if b" 101 " not in answer.split(b"\r\n")[0]:
            raise RuntimeError(f"no upgrade: {answer!r}")

    def send(self, text, opcode=1):
        data, mask = text.encode(), os.urandom(4)
        length = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data))
        body = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
        self.socket.sendall(bytes([0x80 | opcode]) + length + mask + body)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise EOFError
            data += piece
        return data

    def frame(self, timeout=10):
        """(opcode, bytes) of the next frame, or None when nothing comes."""
        self.socket.settimeout(timeout)
        try:
            first, second = self.exactly(2)
        except socket.timeout:
            return None
        length = second & 127
        if length == 126:
            length = struct.unpack(">H", self.exactly(2))[0]
        elif length == 127:
            length = struct.unpack(">Q", self.exactly(8))[0]
        return first & 15, self.exactly(length)

    def text(self, timeout=10):
        frame = self.frame(timeout)
        return None if frame is None else frame[1].decode()

    def close(self):
        self.socket.close()


def shape(value):
    """Members and types of a frame; what differs from run to run is left out."""
    if isinstance(value, dict):
        return {key: shape(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [shape(entry) for entry in value]
    return type(value).__name__


def check(name, isRight, detail=""):
    print(("ok   " if isRight else "FAIL ") + name + (f": {detail}" if detail and not isRight else ""))
    return 0 if isRight else 1


def provoke(url, title):
    """What the recording's persons did, with the next handler named in the data. The todo and the work."""
    wuhao = server.Person(url, "wuhao")
    leader = [{"name": "", "distinguishedName": NEXT}]
    started = wuhao.ask("POST", SURFACE + "work/process/leave",
                        {"latest": False, "title": title, "data": {"deptLeader": leader}})
    work, job = started[0]["taskList"][0]["work"], started[0]["taskList"][0]["job"]
    way = "送部门负责人审批"

    def send(opinion):
        own = wuhao.ask("GET", SURFACE + f"task/list/job/{job}")[0]["id"]
        wuhao.ask("POST", SURFACE + f"task/{own}/processing", {"routeName": way, "opinion": opinion})

    send("请审批")
    wuhao.ask("PUT", SURFACE + f"work/v2/{work}/retract")
    send("再送")
    urged = wuhao.ask("GET", SURFACE + f"taskcompleted/press/work/{work}")
    return job, urged


def recorded():
    frames = json.loads((server.HERE / "70-push/frames-task.json").read_text(encoding="utf-8"))["connections"][0]["frames"]
    return [frame["text"] for frame in frames if isinstance(frame["text"], dict)]


def compare(found, wanted, title, job):
    faults = 0
    for number, (frame, real) in enumerate(zip(found, wanted), 1):
        words = real["title"].replace(real["body"]["title"], title)
        faults += check(f"frame {number} is {real['type']}", frame["type"] == real["type"], frame["type"])
        faults += check(f"frame {number} has the title", frame["title"] == words, frame["title"])
        faults += check(f"frame {number} has the members", shape(frame) == shape(real),
                        f"{shape(frame)} is not {shape(real)}")
        faults += check(f"frame {number} is about the todo", frame["body"]["job"] == job)
        for member in ("person", "activityAlias", "routeNameList", "routeOpinionList", "first", "processAlias"):
            faults += check(f"frame {number} has the {member}", frame["body"][member] == real["body"][member])
    return faults


def live(url):
    """Two connections of the receiver, one of the sender, one of nobody."""
    sunli, wanted = server.Person(url, "sunli"), recorded()
    drained = WebSocket(url, sunli.token)
    while drained.text(0.5):
        pass
    drained.close()
    own = WebSocket(url, server.Person(url, "wuhao").token)
    while own.text(0.5):
        pass
    first, second, nobody = WebSocket(url, sunli.token), WebSocket(url, sunli.token), WebSocket(url, "broken")
    faults = 0
    for name, one in (("a person", first), ("nobody", nobody)):
        one.send("heartbeat")
        faults += check(f"the heartbeat of {name} is answered", one.text() == "heartbeat")
    first.send("anything else")
    title = f"push {os.getpid()}"
    job, urged = provoke(url, title)
    faults += check("urging names the person", urged == {"valueList": ["孙丽@sunli@P"]}, urged)
    for name, one in (("first", first), ("second", second)):
        texts = [one.text() for _ in wanted]
        faults += check(f"the {name} connection gets all frames", all(texts))
        faults += check("frames are pretty-printed", all(text.startswith("{\n  ") for text in texts if text))
        faults += compare([json.loads(text) for text in texts if text], wanted, title, job)
        faults += check(f"the {name} connection gets nothing more", one.text(0.5) is None)
    faults += check("the sender is told nothing", own.text(0.5) is None)
    faults += check("nobody is told nothing", nobody.text(0.5) is None)
    for one in (first, second, nobody, own):
        one.close()
    return faults


def stored(url):
    """Nobody is connected: the messages wait, come oldest first, and only once."""
    sunli, wanted = server.Person(url, "sunli"), recorded()
    time.sleep(0.3)  # the server notices the closed connections
    title = f"stored {os.getpid()}"
    job, _ = provoke(url, title)
    pulled = sunli.ask("GET", "/x_message_assemble_communicate/jaxrs/consume/list/ws/currentperson/count/200")
    faults = check("they can be pulled", [row["type"] for row in pulled] == [frame["type"] for frame in wanted], pulled)
    faults += check("their body is text", all(json.loads(row["body"])["job"] == job for row in pulled))
    first = WebSocket(url, sunli.token)
    faults += compare([json.loads(first.text()) for _ in wanted], wanted, title, job)
    later = WebSocket(url, sunli.token)
    faults += check("a second connection gets none of them", later.text(0.5) is None)
    first.close()
    later.close()
    return faults


def idle(program):
    """Without a text the connection is closed; a heartbeat keeps it."""
    with server.Server(program, options=("--push-idle", "2")) as office:
        one = WebSocket(office.url, server.Person(office.url, "tangming").token)
        while one.text(0.5):
            pass
        begun = time.monotonic()
        time.sleep(1.2)
        one.send("heartbeat")
        faults = check("a heartbeat before the limit is answered", one.text() == "heartbeat")
        opcode, body = one.frame()
        passed = time.monotonic() - begun
        faults += check("silence is ended", opcode == 8 and struct.unpack(">H", body[:2])[0] == 1001, body)
        faults += check("with the reason", body[2:] == b"Idle timeout expired: 2000/2000 ms", body)
        faults += check("after the limit", passed > 3, passed)
        one.close()
        return faults


def main():
    with server.Server(sys.argv[1]) as office:
        faults = live(office.url)
        faults += stored(office.url)
    faults += idle(sys.argv[1])
    print(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
