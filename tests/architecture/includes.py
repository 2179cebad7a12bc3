#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the build cannot: core/ includes nothing from above and no widget; SQL, O2OA's JSON and the database stay in their folders."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
RANK = {"base": 0, "domain": 1, "crypto": 1, "vault": 2, "forms": 2, "pdf": 2, "typeset": 2, "store": 3, "o2oa": 3,
        "seals": 4, "sync": 4, "insight": 4, "assist": 4}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
WIDGETS = re.compile(r"^(QtWidgets/|QtPrintSupport/|Q(Widget|Application|Dialog|MainWindow|MessageBox|Label|PushButton|Printer|PrintDialog)$)")


def layer(path):
    return path.parts[1] if path.parts[0] == "core" else path.parts[0]


def faults(path, text):
    here = layer(path)
    for quote, name in INCLUDE.findall(text):
        parts = pathlib.PurePosixPath(name).parts
        if path.parts[0] == "core":
            if parts[0] in ("ui", "app"):
                yield f"includes {name} from a higher layer"
            if parts[0] == "core" and len(parts) > 2 and parts[1] != here and RANK[parts[1]] >= RANK[here]:
                yield f"includes {name}: {parts[1]} is not below {here}"
            if WIDGETS.match(name):
                yield f"includes the widget header {name}"
        if path.parts[0] == "ui" and parts[0] == "app":
            yield f"includes {name} from a higher layer"
        if name.startswith("sqlite3") or name.startswith("sqlcipher"):
            if "sqlcipher_driver" not in path.parts:
                yield f"includes {name} outside the driver plugin"


def main():
    found = 0
    count = 0
    for folder in ("core", "ui", "app"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            count += 1
            path = file.relative_to(ROOT)
            text = file.read_text(encoding="utf-8")
            for fault in faults(path, text):
                print(f"{path}: {fault}")
                found += 1
            if file.suffix == ".cpp" and text.count("\n") > 500:
                print(f"{path}: more than 500 lines")
                found += 1
    print(f"{count} files looked at, {found} faults")
    return 1 if found or count < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
