#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The full counts of what `./dev test` runs a sample of: hours of bad luck in one go."""
import argparse
import subprocess
import sys
import time
from pathlib import Path

SKIPPED = 77
HERE = Path(__file__).resolve().parent
FUZZERS = HERE.parent / "fuzz" / "run.py"
DEFAULT_SECONDS = 600


def commands(seconds):
    """Each has an end of its own; `seconds` is for those that could go on for ever."""
    yield [HERE / "machine" / "kill.py", "--count", "1000", "--at-once", "16"]
    yield [HERE / "machine" / "power.py", "--count", "100", "--at-once", "4"]
    yield from ([path, "--seconds", str(seconds)] for path in sorted((HERE / "soak").glob("*.py")))
    if FUZZERS.exists():
        yield [FUZZERS, "--seconds", str(seconds)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", nargs="?", type=int, default=DEFAULT_SECONDS, help=f"for what has no end of its own; {DEFAULT_SECONDS}")
    results = []
    for command in commands(parser.parse_args().seconds):
        words = [str(word) for word in command]
        print(f"\n{' '.join(words)}", flush=True)
        begun = time.monotonic()
        status = subprocess.run([sys.executable, *words]).returncode
        told = {0: "passed", SKIPPED: "SKIPPED"}.get(status, f"FAILED ({status})")
        results.append((status, f"{told:12}{time.monotonic() - begun:7.0f} s  {Path(words[0]).relative_to(HERE.parent)}"))
    print("\n" + "\n".join(line for _, line in results))
    return 1 if any(status not in (0, SKIPPED) for status, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main())
