#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Encrypted passwords and the captcha: what no recording can show, because the answers are never the same.

    sign_in.py ANDU_SERVER
"""
import base64
import json
import os
import struct
import sys
import urllib.error
import urllib.request
import zlib

import server

ROOT = "/x_organization_assemble_authentication/jaxrs/authentication"


def ask(url, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + ROOT + path, data=data, headers={"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return json.loads(error.read())


def element(data, at):
    """Tag, start and end of the DER element at a place."""
    length, start = data[at + 1], at + 2
    if length & 0x80:
        count = length & 0x7F
        length, start = int.from_bytes(data[start:start + count], "big"), start + count
    return data[at], start, start + length


def rsa(public):
    """Modulus and exponent of a SubjectPublicKeyInfo."""
    data = base64.b64decode(public)
    _, inner, _ = element(data, 0)
    _, _, after = element(data, inner)
    _, bits, _ = element(data, after)
    _, numbers, _ = element(data, bits + 1)
    _, start, end = element(data, numbers)
    _, second, last = element(data, end)
    return int.from_bytes(data[start:end], "big"), int.from_bytes(data[second:last], "big")


def encrypted(public, text):
    """RSA with the padding of PKCS #1 v1.5."""
    modulus, exponent = rsa(public)
    size = (modulus.bit_length() + 7) // 8
    message = text.encode()
    padding = bytes(1 + byte % 255 for byte in os.urandom(size - len(message) - 3))
    block = int.from_bytes(b"\0\2" + padding + b"\0" + message, "big")
    return base64.b64encode(pow(block, exponent, modulus).to_bytes(size, "big")).decode(), modulus.bit_length()


def opaque(image):
    """Rows of a PNG without filters: True where something is drawn."""
    data, at, packed, width = base64.b64decode(image), 8, b"", 0
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + length]
        width = struct.unpack(">I", content[:4])[0] if kind == b"IHDR" else width
        packed += content if kind == b"IDAT" else b""
        at += length + 12
    raw = zlib.decompress(packed)
    line = width * 4 + 1
    return [[raw[row + 4 + 4 * x] != 0 for x in range(width)] for row in range(0, len(raw), line)]


def read(image, width, height):
    """The digits of a captcha, known by how many cells of each of their rows are drawn."""
    shapes = {(3, 2, 3, 3, 3, 2, 3): "0", (1, 2, 1, 1, 1, 1, 3): "1", (3, 2, 1, 1, 1, 1, 5): "2", (5, 1, 1, 1, 1, 2, 3): "3",
              (1, 2, 2, 2, 5, 1, 1): "4", (5, 1, 4, 1, 1, 2, 3): "5", (2, 1, 1, 4, 2, 2, 3): "6", (5, 1, 1, 1, 1, 1, 1): "7",
              (3, 2, 2, 3, 2, 2, 3): "8", (3, 2, 2, 4, 1, 1, 2): "9"}
    rows, cell = opaque(image), min(width // 25, height // 9)
    digits = ""
    for number in range(4):
        left = (number * 6 + 1) * cell
        shape = tuple(sum(rows[cell + y * cell][left + x * cell] for x in range(5)) for y in range(7))
        digits += shapes.get(shape, "?")
    return digits


def main():
    faults = []

    def check(name, isRight):
        print(("ok   " if isRight else "FAIL ") + name)
        faults.extend([] if isRight else [name])

    with server.Server(sys.argv[1]) as office:
        public = ask(office.url, "/captchaRSAPublicKey")["data"]["publicKey"]
        secret, bits = encrypted(public, "Yunhu2026")
        check("the key has 1024 bits", bits == 1024)
        body = {"credential": "wuhao", "password": secret, "isEncrypted": "y"}
        check("an encrypted password signs in", ask(office.url, "", body).get("data", {}).get("unique") == "wuhao")
        body["password"] = encrypted(public, "wrong")[0]
        check("an encrypted wrong one does not", "InvalidPassword" in ask(office.url, "", body).get("prompt", ""))
        captcha = ask(office.url, "/captcha/width/150/height/45")["data"]
        body = {"credential": "wuhao", "password": secret, "isEncrypted": "y", "captcha": captcha["id"],
                "captchaAnswer": read(captcha["image"], 150, 45)}
        check("the digits can be read", body["captchaAnswer"].isdigit())
        check("with them one signs in", ask(office.url, "/captcha", body).get("data", {}).get("unique") == "wuhao")
        check("once", "ExceptionInvalidCaptcha" in ask(office.url, "/captcha", body).get("prompt", ""))

        def fail():
            again = ask(office.url, "/captcha/width/150/height/45")["data"]
            return ask(office.url, "/captcha", {"credential": "tangming", "password": "wrong", "captcha": again["id"],
                                                "captchaAnswer": read(again["image"], 150, 45)})["prompt"]

        prompts = [fail().rsplit(".", 1)[1] for _ in range(6)]
        check("five failures lock", prompts == ["ExceptionPersonNotExistOrInvalidPassword"] * 5 + ["ExceptionFailureLocked"])
        plain = {"credential": "tangming", "password": "Yunhu2026"}
        check("the plain door knows no lock", ask(office.url, "", plain).get("data", {}).get("unique") == "tangming")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
