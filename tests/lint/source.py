# SPDX-License-Identifier: MIT
"""What the lints share: finding sources, and looking at C++ without its comments and strings."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

CPP = (".h", ".cpp")

# A raw string, an ordinary string, a character, or a comment. A digit separator is none of them.
_OPAQUE = re.compile(
    r'R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*|/\*.*?\*/",
    re.DOTALL,
)


def blank(text):
    """The same text with comments and the insides of strings as spaces: every offset still holds."""

    def spaces(match):
        found = match.group()
        if found.startswith("/"):
            return re.sub(r"[^\n]", " ", found)
        return '"' + re.sub(r"[^\n]", " ", found[1:-1]) + '"'

    return _OPAQUE.sub(spaces, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def matching(text, position):
    """The position of the bracket that closes the one at `position`; the end of the text without one."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    opening, closing = text[position], pairs[text[position]]
    depth = 0
    for at in range(position, len(text)):
        if text[at] == opening:
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if depth == 0:
                return at
    return len(text)


def sources(root, folders, suffixes=CPP):
    """The files below the folders, in order; whatever a build or an editor left there is not asked for."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes and "build" not in path.parts:
                yield path


def clang_tool(name):
    """The path of clang-format or clang-tidy in version 14, that of Debian 12, or None: another one finds other things."""
    for candidate in (f"{name}-14", name):
        found = shutil.which(candidate)
        if found and re.search(r"version 14\.", subprocess.run([found, "--version"], capture_output=True, text=True).stdout):
            return found
    return None


def report(findings):
    """Prints what was found, as a compiler would. The exit status."""
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def root_of_repository():
    return Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
