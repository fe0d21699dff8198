#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row F8: SIGKILL at random moments while several files are on their way."""
import argparse
import contextlib
import sys
import time

import crash
import lapwing
import place


@contextlib.contextmanager
def course(*about):
    with place.folder() as folder:
        yield crash.Course(folder, *about)


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40, help="of the SIGKILLs; a SIGINT now and then comes on top")
    parser.add_argument("--seconds", type=float, default=3, help="that a run takes which nobody cuts off")
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--seed", type=int, default=time.time_ns() // 1_000_000)
    return parser.parse_args()


def main():
    options = parse()
    print(f"--seed {options.seed}", flush=True)
    return crash.tell(crash.courses(course, options.count, options.at_once, options.seconds, options.seed))


if __name__ == "__main__":
    lapwing.need()
    sys.exit(main())
