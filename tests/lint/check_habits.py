#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Small habits: a licence line in every source, short functions, no notes to self, names that say what."""
import json
import re
import shutil
import subprocess
import sys

from source import CPP, report, root_of_repository, sources

FOLDERS = ["src", "ui", "tests", "resources"]
LICENCE = "SPDX-License-Identifier: MIT"
LONGEST_FUNCTION = 60
NOTE = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
VAGUE_FILE = re.compile(r"manager|helper|utils?\b|impl\b", re.IGNORECASE)
TYPE = re.compile(r"^(?:class|struct)\s+(\w+)(?:\s+final)?\s*(?::(?!:)[^;{]*)?\{", re.MULTILINE)
VAGUE_TYPE = re.compile(r"^\s*(?:class|struct|namespace)\s+(\w*(?:Manager|Helper|Utils?|Impl))\b(?!\s*;)", re.MULTILINE)


def texts(root):
    """Every source, as the relative path and its text."""
    found = list(sources(root, FOLDERS, (*CPP, ".py", ".txt", ".cmake")))
    found = [path for path in found if path.suffix != ".txt" or path.name == "CMakeLists.txt"]
    found += [path for path in sources(root, ["tests"], ("",)) if path.read_bytes()[:2] == b"#!"]
    found += [path for path in (root / "CMakeLists.txt", root / "dev", root / ".ci" / "run") if path.exists()]
    for path in found:
        yield path.relative_to(root).as_posix(), path.read_text()


def check_text(relative, text):
    if not any(LICENCE in line for line in text.split("\n")[:3]):
        yield f"{relative}:1: no line {LICENCE}"
    if VAGUE_FILE.search(relative.split("/")[-1]):
        yield f"{relative}:1: this name says nothing: name the one thing inside"
    own_rules = relative.startswith("tests/lint/")
    for number, line in enumerate(text.split("\n"), 1):
        if NOTE.search(line) and not own_rules:
            yield f"{relative}:{number}: a note to self: do it, or open an issue"
        if "averageCharWidth" in line and relative.startswith("ui/") and relative != "ui/letterwidth.h":
            yield f"{relative}:{number}: use letterWidth(): in a font with Korean this is twice that"
    for match in VAGUE_TYPE.finditer(text if relative.endswith(CPP) else ""):
        yield f"{relative}:{text.count(chr(10), 0, match.start(1)) + 1}: {match.group(1)} says nothing"


def check_types(texts_of_files):
    """One name, one type: who reads it anywhere knows which."""
    first = {}
    for relative, text in texts_of_files:
        if not relative.endswith(".h") or not relative.startswith(("src/", "ui/")):
            continue
        for match in TYPE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            if match.group(1) in first:
                yield f"{relative}:{line}: {match.group(1)} is the name of another type in {first[match.group(1)]}"
            first.setdefault(match.group(1), relative)


def functions(root, ctags):
    """(relative path, line, name, number of lines) of every function that has a body."""
    paths = [str(path) for path in sources(root, ["src", "ui", "tests"], (*CPP, ".py"))]
    command = [ctags, "--output-format=json", "--fields=+ne", "--languages=C++,Python", "--map-C++=+.h"]
    command += ["--kinds-C++=f", "--kinds-Python=fm", "-f", "-", "-L", "-"]
    made = subprocess.run(command, input="\n".join(paths), capture_output=True, text=True, check=True)
    for line in made.stdout.splitlines():
        tag = json.loads(line)
        if "end" in tag:
            yield tag["path"].removeprefix(f"{root}/"), tag["line"], tag["name"], tag["end"] - tag["line"] + 1


def check_functions(root, ctags):
    for relative, line, name, length in functions(root, ctags):
        if length > LONGEST_FUNCTION:
            yield f"{relative}:{line}: {name} has {length} lines; {LONGEST_FUNCTION} are the most"


def find_ctags():
    """The universal one: the other cannot say where a function ends."""
    for name in ("ctags-universal", "ctags"):
        found = shutil.which(name)
        if found and "Universal" in subprocess.run([found, "--version"], capture_output=True, text=True).stdout:
            return found
    return None


def main():
    root = root_of_repository()
    findings = [finding for relative, text in texts(root) for finding in check_text(relative, text)]
    findings += check_types(texts(root))
    ctags = find_ctags()
    if ctags:
        findings += check_functions(root, ctags)
    if findings or ctags:
        return report(findings)
    print("no universal-ctags: the length of functions was not looked at")
    return 77


if __name__ == "__main__":
    sys.exit(main())
