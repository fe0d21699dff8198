#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether clang-format 14 would change anything. --fix: let it."""
import subprocess
import sys
from pathlib import Path

from source import clang_tool, sources


def main(arguments):
    root = Path(__file__).resolve().parents[2]
    program = clang_tool("clang-format")
    if not program:
        print("no clang-format 14: the format was not looked at")
        return 77
    mode = ["-i"] if "--fix" in arguments else ["--dry-run", "-Werror"]
    paths = [path for path in map(Path, arguments) if path.suffix]
    paths = paths or list(sources(root, ["src", "ui", "tests"]))
    return subprocess.run([program, "--style=file", *mode, *map(str, paths)]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
