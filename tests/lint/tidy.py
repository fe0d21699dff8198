#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""clang-tidy over src and ui: tidy.py BUILD_FOLDER [FILE...].

Clang 14 reads code with QCoro in it once it does not see GCC's -fcoroutines; it knows no coroutine
checks, which is what check_coroutines.py is for. A file that it cannot parse is named, and passed over.
"""
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from source import clang_tool

ROOT = Path(__file__).resolve().parents[2]
FOR_GCC = {"-fcoroutines", "-fpch-preprocess", "-Winvalid-pch", "-Wno-maybe-uninitialized"}
CANNOT_PARSE = "[clang-diagnostic-error]"


def for_clang(words):
    """Without what is GCC's; and each file has to stand without the precompiled header."""
    words = [word for word in words if word not in FOR_GCC and not word.startswith("-fsanitize") and not word.endswith("ccache")]
    while "-include" in words:
        at = words.index("-include")
        del words[at : at + 2]
    return words


def commands(build, wanted):
    """The compile commands of src and ui, as Clang takes them."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = Path(entry["file"])
        folder = path.relative_to(ROOT).parts[0] if path.is_relative_to(ROOT) else ""
        if folder in ("src", "ui") and (not wanted or path in wanted):
            yield {**entry, "command": " ".join(for_clang(entry["command"].split(" ")))}


def tidy(program, folder, path):
    command = [program, "--quiet", "-p", folder, "--warnings-as-errors=*", path]
    done = subprocess.run(command, capture_output=True, text=True)
    return path, done.returncode, done.stdout


def main(build, *files):
    program = clang_tool("clang-tidy")
    if not program:
        print("no clang-tidy 14: nothing was looked at")
        return 77
    entries = list(commands(Path(build), {Path(file).resolve() for file in files}))
    failed = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        Path(folder, "compile_commands.json").write_text(json.dumps(entries))
        for path, code, output in pool.map(lambda entry: tidy(program, folder, entry["file"]), entries):
            if CANNOT_PARSE in output:
                first = next(line for line in output.splitlines() if CANNOT_PARSE in line)
                print(f"{os.path.relpath(path, ROOT)}: clang-tidy cannot parse it: {first}", file=sys.stderr)
            elif code:
                print(output)
                failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
