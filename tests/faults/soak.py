#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The full counts of what `./dev test` runs a sample of: hours of bad luck in one go.

Exit status: 0 when every one of them was run and held, 1 when one did not (a file was wrong, or lost without a word),
77 when none failed but one could not be run here.
"""
import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SKIPPED = 77
HERE = Path(__file__).resolve().parent
RELEASE = HERE.parents[1] / "build" / "release"
CLI, WINDOW = RELEASE / "lapwing-cli", RELEASE / "lapwing"
KILLED_WINDOW = HERE.parent / "ui" / "killed_window.py"
DEFAULT_SECONDS = 600


@dataclass
class Part:
    title: str
    command: list  # a script of Python, and what it is given


@dataclass
class Ended:
    title: str
    status: int  # negative: the signal that killed it
    seconds: float
    last: str  # what it said at its end

    def __str__(self):
        told = {0: "held", SKIPPED: "NOT RUN"}.get(self.status, f"FAILED ({self.status})")
        return f"{told:13}{self.seconds:7.0f} s  {self.title}: {self.last}"


def parts(seconds):
    """Each has an end of its own; `seconds` is for the one that could go on for ever."""
    return [
        Part("1,000 cut points", [HERE / "protocol.py", CLI, "--group", "cut-points", "--cut-points", "1000"]),
        Part("1,000 kills", [HERE / "machine" / "kill.py", "--count", "1000", "--at-once", "16"]),
        Part("100 power failures", [HERE / "machine" / "power.py", "--count", "100", "--at-once", "4"]),
        Part("200 kills of the window", [KILLED_WINDOW, WINDOW, "--rounds", "200", "--entries", "5000"]),
        Part("20 kills of the window, long list", [KILLED_WINDOW, WINDOW, "--rounds", "20", "--entries", "100000"]),
        Part("every fuzzer", [HERE.parent / "fuzz" / "run.py", "--seconds", seconds]),
    ]


def play(part):
    """Runs it, and shows what it says as it comes."""
    words = [sys.executable, *map(str, part.command)]
    print(f"\n{part.title}: {' '.join(words[1:])}", flush=True)
    begun, last = time.monotonic(), "it said nothing"
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
    return Ended(part.title, process.returncode, time.monotonic() - begun, last)


def status_of(ended):
    if any(one.status not in (0, SKIPPED) for one in ended):
        return 1
    return SKIPPED if any(one.status == SKIPPED for one in ended) else 0


def sum_up(ended):
    """The exit status."""
    status = status_of(ended)
    sentence = {0: "All of it held.", SKIPPED: "What was run held, but not all of it could be run here."}
    print("\n" + "\n".join(map(str, ended)))
    print(sentence.get(status, "Something did not hold: what it was, and the seed that shows it again, is said above."))
    return status


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", nargs="?", type=int, default=DEFAULT_SECONDS, help="for all fuzzers together (default: %(default)s)")
    return sum_up([play(part) for part in parts(parser.parse_args().seconds)])


if __name__ == "__main__":
    sys.exit(main())
