#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hundreds of rows are answered in milliseconds, and clients that do not read hold up nobody.

    load.py ANDU_SERVER
"""
import http.client
import json
import socket
import sys
import time
import urllib.parse

import server

SURFACE = "/x_processplatform_assemble_surface/jaxrs/"
WORKS = 300
SLOW_READERS = 20
LIST_LIMIT = 0.2  # seconds in the middle on a busy machine; a quiet one takes a tenth
CALL_LIMIT = 0.1
SLOW_LIMIT = 3.0  # the longest call while others do not read


class Line:
    """A kept connection of one person."""

    def __init__(self, url, person):
        place = urllib.parse.urlparse(url)
        self.line = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
        self.head = {"x-token": person.token, "Content-Type": "application/json"}

    def ask(self, verb, path, body=None):
        begun = time.monotonic()
        self.line.request(verb, SURFACE + path, None if body is None else json.dumps(body), self.head)
        answer = self.line.getresponse()
        raw = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {raw[:200]!r}")
        return time.monotonic() - begun, raw


def unread(url, person):
    """A client that asks for more than its connection holds and never reads."""
    place = urllib.parse.urlparse(url)
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    one.connect((place.hostname, place.port))
    ask = f"GET {SURFACE}task/list/(0)/next/200 HTTP/1.1\r\nHost: x\r\nx-token: {person.token}\r\n\r\n"
    one.sendall(ask.encode() * 20)
    return one


def middle(times):
    return sorted(times)[len(times) // 2]


def main():
    with server.Server(sys.argv[1]) as office:
        person = server.Person(office.url, "linxiaoyu")
        line = Line(office.url, person)
        starts = [line.ask("POST", "work/process/leave", {"title": f"负载{i}", "data": {"days": i}})[0] for i in range(WORKS)]
        lists = [line.ask("GET", "task/list/(0)/next/200")[0] for _ in range(20)]
        calls = [line.ask("GET", "work/count/linxiaoyu")[0] for _ in range(50)]
        rows = json.loads(line.ask("GET", "task/list/(0)/next/200")[1])
        slow = [unread(office.url, person) for _ in range(SLOW_READERS)]
        beside = [line.ask("GET", "work/count/linxiaoyu")[0] for _ in range(200)]
        for one in slow:
            one.close()
    print(f"start {middle(starts) * 1000:.1f} ms, 200 rows {middle(lists) * 1000:.1f} ms, count {middle(calls) * 1000:.1f} ms, "
          f"beside slow clients {middle(beside) * 1000:.1f} ms, at most {max(beside) * 1000:.1f} ms")
    isRight = (len(rows["data"]) == 200 and rows["count"] >= WORKS and middle(lists) < LIST_LIMIT
               and middle(calls) < CALL_LIMIT and middle(starts) < CALL_LIMIT and max(beside) < SLOW_LIMIT)
    return 0 if isRight else 1


if __name__ == "__main__":
    sys.exit(main())
