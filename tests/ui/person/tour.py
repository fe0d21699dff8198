#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""All ways of using the window and all its looks, with a picture of each step.

tour.py BUILD FOLDER    BUILD: where lapwing, dragsource and droptarget are; exit status 0 only if all of it went well
"""
import pathlib
import subprocess
import sys

from variants import VARIANTS

PERSON = pathlib.Path(__file__).with_name("person.py")


def visits():
    for hands in ("mouse", "keyboard", "presses"):
        yield ["--by", hands]
    for variant in VARIANTS:
        if variant != "plain":
            yield ["--variant", variant]
    yield ["--many"]


def main(build, folder):
    build = pathlib.Path(build).resolve()
    dragged = ["--source", build / "tests/ui/dragsource", "--target", build / "tests/ui/droptarget"]
    failed = []
    for visit in visits():
        print(" ".join(visit), flush=True)
        status = subprocess.run([sys.executable, PERSON, build / "lapwing", *visit, *dragged, "--pictures", folder]).returncode
        if status != 0:
            failed.append(visit)
    for visit in failed:
        print("failed:", *visit)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
