#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The order of the layers: who may include whom, in src and from ui, what CMake links, and where words are."""
import re
import sys

from source import CPP, blank, line_of, report, root_of_repository, sources

# What a folder of src may include, and with it all that those may.
DIRECT = {
    "async": [],
    "plan": ["async"],
    "record": ["plan"],
    "engine": ["async", "plan", "record"],
    "measure": ["record"],
    "text": ["plan", "record", "measure"],
    "trial": ["engine", "measure"],
    "report": ["plan", "record", "measure", "text"],
    "store": ["plan", "record", "report"],
    "demo": ["engine"],
    "primer": ["demo"],
    "usage": [],
    "picture": [],  # a program of its own, which knows nothing of downloads
    "cli": ["async", "plan", "record", "engine", "measure", "text", "trial", "report", "demo", "primer", "usage"],
}
NOT_FOR_UI = {"cli"}
# Where words that people read may be; elsewhere there are codes and numbers.
WITH_WORDS = {"text", "cli"}
# Formats for programs, in English whatever the language.
FOR_PROGRAMS = "report/data/"

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
TRANSLATED = re.compile(r"\b(?:tr\(|QT_TR_NOOP|QT_TRANSLATE_NOOP|Q_DECLARE_TR_FUNCTIONS|QCoreApplication::translate)")
# Of several words, from a capital to a full stop.
SENTENCE = re.compile(r'"[A-Z][a-z]*[ ,][^"\n]*\.(?:\\n)?"')
LAYERS = re.compile(r"lapwing_layer\(\s*(\w+).*?\bLAYERS\b([\w\s]*)", re.DOTALL)


def allowed(layer):
    reached = {layer}
    for below in DIRECT[layer]:
        reached |= allowed(below)
    return reached


def includes(text):
    """(line, name) of each quoted include that is no comment."""
    bare = blank(text)
    for match in INCLUDE.finditer(text):
        if bare[match.start() : match.start(1)].strip():
            yield line_of(text, match.start(1)), match.group(1)


def check_src(relative, text):
    """`relative` begins with the layer: engine/http/fetch.cpp."""
    layer = relative.split("/")[0]
    for line, name in includes(text):
        target = name.split("/")[0]
        if name.endswith(".moc"):
            continue
        if target not in DIRECT:
            yield f'src/{relative}:{line}: "{name}" is not a file of a layer of src'
        elif target not in allowed(layer):
            yield f"src/{relative}:{line}: {layer} may not include {target} ({name})"


def check_words(relative, text):
    if relative.split("/")[0] in WITH_WORDS:
        return
    bare = blank(text)
    for match in TRANSLATED.finditer(bare):
        yield f"src/{relative}:{line_of(text, match.start())}: words that people read are in src/text"
    for match in SENTENCE.finditer(text if not relative.startswith(FOR_PROGRAMS) else ""):
        if bare[match.start()] == '"':
            yield f"src/{relative}:{line_of(text, match.start())}: this sentence is one for src/text"


def check_ui(relative, text):
    for line, name in includes(text):
        if name.split("/")[0] in NOT_FOR_UI and "/" in name:
            yield f"ui/{relative}:{line}: ui may not include {name}"


def check_cmake(relative, text):
    for match in LAYERS.finditer(text):
        layer = match.group(1)
        wanted = [word for word in match.group(2).split() if word.islower()]
        for target in wanted:
            if target not in allowed(layer):
                yield f"src/{relative}:{line_of(text, match.start())}: {layer} may not link {target}"


def check(root):
    findings = []
    for path in sources(root, ["src"], CPP):
        relative = path.relative_to(root / "src").as_posix()
        if relative.split("/")[0] not in DIRECT:
            findings.append(f"src/{relative}:1: this folder is in no layer")
            continue
        findings += check_src(relative, path.read_text())
        findings += check_words(relative, path.read_text())
    for path in sources(root, ["ui"], CPP):
        findings += check_ui(path.relative_to(root / "ui").as_posix(), path.read_text())
    for path in sorted((root / "src").glob("*/CMakeLists.txt")):
        findings += check_cmake(path.relative_to(root / "src").as_posix(), path.read_text())
    return findings


if __name__ == "__main__":
    sys.exit(report(check(root_of_repository())))
