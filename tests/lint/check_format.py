#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether clang-format 14 would change anything. --fix: let it."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

from source import sources


def find_clang_format():
    """Version 14, that of Debian 12: another one formats differently."""
    for name in ("clang-format-14", "clang-format"):
        found = shutil.which(name)
        if found and re.search(r"version 14\.", subprocess.run([found, "--version"], capture_output=True, text=True).stdout):
            return found
    return None


def main(arguments):
    root = Path(__file__).resolve().parents[2]
    program = find_clang_format()
    if not program:
        print("no clang-format 14: the format was not looked at")
        return 77
    mode = ["-i"] if "--fix" in arguments else ["--dry-run", "-Werror"]
    paths = [path for path in map(Path, arguments) if path.suffix]
    paths = paths or list(sources(root, ["src", "ui", "tests"]))
    return subprocess.run([program, "--style=file", *mode, *map(str, paths)]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
