#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs every fuzzer for its share of the time, on a copy of its seeds: nothing here is written into.

Exit status: 0 when every promise held, 1 when one was broken (the input that did it is kept, and named),
77 without clang and libFuzzer.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
COMPILER = "clang++-14"
PACKAGES = "clang-14 libclang-rt-14-dev"
ANSWER_TIME = 10  # seconds for one input, with the sanitizers
MEMORY = 2048  # MiB


def can_fuzz():
    """Whether the compiler is here, and its libFuzzer, which is in a package of its own."""
    if not shutil.which(COMPILER):
        return False
    program = 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }'
    command = [COMPILER, "-fsanitize=fuzzer", "-x", "c++", "-", "-o", os.devnull]
    return subprocess.run(command, input=program, text=True, capture_output=True).returncode == 0


def build():
    """The folder of the preset, with every fuzzer in it up to date."""
    subprocess.run(["cmake", "--preset", "fuzz"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    jobs = str(os.cpu_count() or 1)
    subprocess.run(["cmake", "--build", "--preset", "fuzz", "--parallel", jobs], cwd=ROOT, check=True)
    return ROOT / "build" / "fuzz"


def fuzzers(folder, only):
    found = sorted(path for path in (folder / "tests" / "fuzz").glob("fuzz_*") if os.access(path, os.X_OK) and path.is_file())
    return [path for path in found if not only or path.name.removeprefix("fuzz_") in only]


def last(pattern, text):
    found = re.findall(pattern, text)
    return found[-1] if found else "?"


def fuzz(program, seconds, kept):
    """Whether it held; says what was run and reached."""
    name = program.name.removeprefix("fuzz_")
    with tempfile.TemporaryDirectory(prefix="lapwing-fuzz-") as scratch:
        corpus = Path(scratch) / "corpus"
        shutil.copytree(FOLDER / "seeds" / name, corpus)
        command = [program, corpus, f"-max_total_time={seconds}", f"-timeout={ANSWER_TIME}", f"-rss_limit_mb={MEMORY}"]
        command += [f"-artifact_prefix={kept}/{name}-", "-print_final_stats=1"]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "UBSAN_OPTIONS": "print_stacktrace=1"}
        ran = subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, errors="replace")
    executions = last(r"stat::number_of_executed_units:\s*(\d+)", ran.stderr)
    coverage, features = last(r" cov: (\d+)", ran.stderr), last(r" ft: (\d+)", ran.stderr)
    held = ran.returncode == 0
    print(f"{name:14} {executions:>10} {coverage:>9} {features:>9}  {'held' if held else 'BROKEN'}", flush=True)
    if not held:
        print(ran.stderr[-6000:])
        print(f"{name}: the input is kept: {last(r'Test unit written to (.*)', ran.stderr)}", flush=True)
    return held


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=300, help="for all of them together (default: %(default)s)")
    parser.add_argument("--build", type=Path, help="a build folder of the preset fuzz, used as it is")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these fuzzers alone")
    options = parser.parse_args()
    if not options.build and not can_fuzz():
        print(f"no {COMPILER} with libFuzzer: nothing was fuzzed (packages {PACKAGES})")
        return 77
    folder = (options.build or build()).resolve()
    programs = fuzzers(folder, options.only)
    if not programs:
        print(f"no fuzzers in {folder}")
        return 1
    kept = folder / "broken"
    kept.mkdir(exist_ok=True)
    share = max(1, options.seconds // len(programs))
    print(f"{len(programs)} fuzzers, {share} s each\n{'parser':14} {'executions':>10} {'coverage':>9} {'features':>9}", flush=True)
    held = [fuzz(program, share, kept) for program in programs]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
