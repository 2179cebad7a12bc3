#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `anductl form inspect` on the sample forms and holds its report against *.expected.json."""
import json
import pathlib
import subprocess
import sys
import tempfile

ANDUCTL, SAMPLES, DATA = sys.argv[1:4]
FORMS = {
    "leave": "leave",
    "expense": "expense",
    "seal": "seal",
    "dispatch": "dispatch",
    "contract": "contract",
    "purchase": "purchase-v10",
}
problems = []


def inspect(form, work, *arguments):
    folder = FORMS[form]
    command = [
        ANDUCTL, "form", "inspect", "--json",
        "--form", f"{SAMPLES}/forms/{folder}/{form}.form.json",
        "--work", f"{DATA}/forms/{work}",
        "--org", f"{SAMPLES}/forms/org.json",
        "--dictionaries", f"{SAMPLES}/forms/dictionaries.json",
        "--at", "2026-01-09T10:20:30", *arguments,
    ]
    run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    if run.returncode != 0:
        raise SystemExit(f"{command}: {run.returncode} {run.stderr.decode()}")
    return json.loads(run.stdout)


def same(name, actual, expected):
    if actual != expected:
        problems.append(f"{name}: {actual!r} instead of {expected!r}")


def names(value):
    """Organisation values compare by distinguished name."""
    if isinstance(value, list):
        return [v.get("distinguishedName", v) if isinstance(v, dict) else v for v in value]
    return value


def failures(report):
    return sorted((f["id"], f["rule"], f["text"]) for f in report["submit"]["failures"])


def expected_failures(rules):
    return sorted((f["id"], f["rule"], f["message"]) for f in rules)


def modules(report):
    return {m["id"]: m for m in report["modules"]}


def settings(edit):
    if "grid" not in edit:
        return [f"--set={key}={json.dumps(value)}" for key, value in edit.items()]
    return [f"--set={edit['grid']}[{edit['row']}].{edit['field']}={json.dumps(edit['value'])}"]


def play(form, case):
    work = case["work"]
    report = inspect(form, work)
    found = modules(report)
    for key, text in case["scriptLabels"].items():
        same(f"{work} {key}", found[key]["text"], text)
        same(f"{work} {key}", found[key]["shown"], text)
    fields = [m for m in report["modules"] if m["collected"] is not None or m["options"]]
    fields = [m for m in fields if "grid" not in m]
    same(f"{work} hidden", sorted(m["id"] for m in fields if not m["visible"]),
         sorted(case["hiddenByScript"]))
    locked = sorted(m["id"] for m in fields if m["readonly"])
    same(f"{work} readonly", locked, sorted(case["readonlyFields"]))
    for route, wanted in zip(report["routes"], case["routes"], strict=True):
        for key in ("name", "label", "visible", "groups", "opinionRequired", "defaultOpinion",
                    "appendTask"):
            same(f"{work} route {route['name']} {key}", route[key], wanted[key])
        same(f"{work} selectors",
             [{k: s[k] for k in ("dataKey", "title", "min")} for s in route["selectors"]],
             wanted["selectors"])
    chosen = [r["name"] for r in report["routes"] if r["preselected"]]
    same(f"{work} preselected", chosen[0] if chosen else None, case.get("preselected"))
    same(f"{work} changes", report["changes"], {})
    for route, rules in case["checks"].items():
        arguments = ["--opinion", "一二三四五"] + (["--route", route] if route else [])
        same(f"{work} check {route}", failures(inspect(form, work, *arguments)),
             expected_failures(rules))
    for edit in case.get("edits", []):
        route = ["--route", edit["route"]] if edit.get("route") else []
        report = inspect(form, work, "--opinion", "一二三四五", *settings(edit["edit"]), *route)
        found = modules(report)
        for key, value in edit.get("data", {}).items():
            same(f"{work} {edit['edit']} {key}", found[key]["collected"], value)
        for key, hidden in edit.get("hidden", {}).items():
            same(f"{work} {edit['edit']} {key} hidden", not found[key]["visible"], hidden)
        for key, text in edit.get("shown", {}).items():
            same(f"{work} {edit['edit']} {key} shown", found[key]["shown"], text)
        if "failures" in edit:
            same(f"{work} {edit['edit']} failures", failures(report),
                 expected_failures(edit["failures"]))
        if "total" in edit:
            same(f"{work} total", found[edit["edit"]["grid"]]["value"]["total"], edit["total"])
    with tempfile.NamedTemporaryFile("w", suffix=".json") as blank:
        blank.write("{}")
        blank.flush()
        report = inspect(form, work, "--data", blank.name)
    found = modules(report)
    empty = case.get("withEmptyData", {})
    for key, value in empty.get("defaults", {}).items():
        same(f"{work} default {key}", names(found[key]["collected"]), names(value))
    if empty:
        same(f"{work} empty", failures(report), expected_failures(empty["checks"]))


def main():
    for form in FORMS:
        expected = json.loads(pathlib.Path(f"{DATA}/forms/{form}.expected.json").read_text())
        for case in expected["cases"]:
            play(form, case)
    bad = subprocess.run([ANDUCTL, "form", "inspect"], capture_output=True, check=False)
    same("usage", bad.returncode, 2)
    bad = subprocess.run([ANDUCTL, "form", "inspect", "--form", "/nowhere"], capture_output=True,
                         check=False)
    same("no file", bad.returncode, 1)
    work = f"{DATA}/forms/leave.work.json"
    form = f"{SAMPLES}/forms/leave/leave.form.json"
    bad = subprocess.run([ANDUCTL, "form", "inspect", "--form", form, "--work", work, "--route", "?"],
                         capture_output=True, check=False)
    same("unknown route", bad.returncode, 2)
    bad = subprocess.run([ANDUCTL, "form", "inspect", "--form", form, "--work", work, "--set", "no=1"],
                         capture_output=True, check=False)
    same("unknown field", bad.returncode, 1)
    report = inspect("leave", "leave.work.json", '--set=handover="周启明@21bb825d655c5bb28dfb35d2@I"',
                     "--set=deptLeader=周启明@21bb825d655c5bb28dfb35d2@I", "--set=remark=plain text",
                     "--route", "送部门负责人审批", "--opinion", "好")
    same("people", modules(report)["handover"]["shown"], "周启明(研发中心)")
    same("selector", report["submit"], {"pass": True, "failures": [], "dialog": []})
    same("sent", sorted(report["changes"]), ["deptLeader", "handover", "remark"])
    if problems:
        raise SystemExit("\n".join(problems))


main()
