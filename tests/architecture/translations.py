#!/usr/bin/env python3
"""Both translations hold every source string of the program, and nothing is left untranslated.

    translations.py LUPDATE ROOT LIST
LIST is a file with one source per line. Works on copies; the tree is not touched.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree


def messages(file):
    found = {}
    for context in tree.parse(file).getroot().iter("context"):
        name = context.find("name").text
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            is_done = translation.get("type") is None and all(texts)
            found[(name, message.find("source").text)] = is_done
    return found


def main():
    lupdate, root, listing = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    faults = []
    with tempfile.TemporaryDirectory() as place:
        for ts in sorted((root / "translations").glob("*.ts")):
            copy = pathlib.Path(place) / ts.name
            shutil.copy(ts, copy)
            subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-I", str(root), "@" + listing, "-ts",
                            str(copy)], check=True)
            kept, fresh = messages(ts), messages(copy)
            faults += [f"{ts.name}: not in the file: {key}" for key in fresh if key not in kept]
            faults += [f"{ts.name}: no longer used: {key}" for key in kept if key not in fresh]
            faults += [f"{ts.name}: not translated: {key}" for key, is_done in kept.items() if not is_done]
            if not fresh:
                faults.append(f"{ts.name}: no source strings found")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
