#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The two commands of README.md on fresh machines, as a table: ./dev matrix [12|13|testing]...

Each Debian gets a bare root, made by mmdebstrap from the mirror that apt has here, and in it a clean clone of HEAD. There
`./dev run` has to bring its window, and end when that is closed; then comes `./dev test`. What both said, and the root as
they left it, are kept in ~/.cache/lapwing-matrix until the next time. Only root can do this.

Exit status: 0 when every window came and no test failed, 1 otherwise.
"""
import argparse
import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "ui"))
import desktop_user  # noqa: E402

SUITES = {"12": "bookworm", "13": "trixie", "testing": "testing"}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lapwing-matrix"
WEEK = 7 * 24 * 3600  # seconds after which a packed root is made anew
BUILD_PATIENCE = 4 * 3600  # seconds until the window has to be there: all is installed and built before
CLONE = "root/lapwing"  # in a root
VERSIONS = {"Qt": "qt6-base-dev", "QCoro": "qcoro-qt6-dev", "compiler": "g++"}


@dataclass
class Column:
    """What came of one Debian. Without a summary of ctest there are no counts."""

    release: str
    versions: list
    minutes: float
    window: bool
    counts: list  # tests passed, failed, skipped

    def cells(self):
        return [f"Debian {self.release}", *self.versions, f"{self.minutes:.0f}", "came" if self.window else "DID NOT COME",
                *map(str, self.counts or ["?"] * 3)]

    def good(self):
        return self.window and bool(self.counts) and self.counts[1] == 0


def say(text):
    print(f"matrix: {time.strftime('%H:%M')} {text}", file=sys.stderr, flush=True)


def output(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def mirror():
    found = output("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian", "Label: Debian")
    if not found:
        sys.exit("matrix: apt has no Debian mirror here; add one to its sources, and run apt-get update")
    return found.split()[0]


def packed_root(suite):
    """A tar of what apt needs of that release, and no more."""
    packed = CACHE / f"{suite}.tar"
    if not packed.exists() or time.time() - packed.stat().st_mtime > WEEK:
        say(f"making a bare root of {suite}")
        partial = CACHE / f"{suite}.partial.tar"
        # A mirror that has fallen behind is good enough to build on, and whose it is is looked at all the same.
        subprocess.run(["mmdebstrap", "--quiet", "--variant=apt", '--aptopt=Acquire::Check-Valid-Until "false"',
                        suite, partial, mirror()], check=True)
        partial.rename(packed)
    return packed


def clone_into(place):
    """Of HEAD, by way of a bundle, which its owner writes: git reads no repository of somebody else's."""
    bundle = place.parent / "lapwing.bundle"
    with open(bundle, "wb") as file:
        subprocess.run(["runuser", "--user", REPOSITORY.owner(), "--",
                        "git", "-C", REPOSITORY, "bundle", "create", "--quiet", "-", "HEAD"], check=True, stdout=file)
    subprocess.run(["git", "-c", "advice.detachedHead=false", "clone", "--quiet", bundle, place], check=True)
    bundle.unlink()


def fresh_root(suite):
    packed, root = packed_root(suite), CACHE / suite
    subprocess.run(["rm", "-r", "-f", "--one-file-system", root], check=True)
    root.mkdir()
    subprocess.run(["tar", "--extract", "--file", packed, "--directory", root], check=True)
    for name in ("hosts", "resolv.conf"):
        shutil.copy(f"/etc/{name}", root / "etc" / name)
    clone_into(root / CLONE)
    return root


def in_clone(root, command):
    return [HERE / "enter", root, "sh", "-c", f"cd /{CLONE} && exec {command}"]


def window_comes(root, log):
    """Whether `./dev run` brings its window within the patience for a build, and ends well once that is closed."""
    with desktop_user.display(), desktop_user.running(in_clone(root, "./dev run"), stdout=log, stderr=log) as command:
        deadline = time.monotonic() + BUILD_PATIENCE
        while command.poll() is None and not any(title.startswith("Lapwing") for title in desktop_user.titles()):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.5)
        deadline = time.monotonic() + desktop_user.PATIENCE
        while time.monotonic() < deadline:
            desktop_user.press("alt+F4")  # again and again: a window that has only just come may not have the keyboard yet
            with contextlib.suppress(subprocess.TimeoutExpired):
                return command.wait(2) == 0
        return False


def counts(said):
    """Passed, failed and skipped, by the lines in which ctest tells how each test ended."""
    ends = re.findall(r"^ *\d+/\d+ Test +#\d+: .*?(\*\*\*Skipped|\*\*\*|Passed)", said, re.MULTILINE)
    if "tests passed" not in said:
        return []
    return [ends.count(end) for end in ("Passed", "***", "***Skipped")]


def versions(root):
    """The upstream part of each: what a package is called without Debian's own number behind it."""
    for package in VERSIONS.values():
        told = output(HERE / "enter", root, "dpkg-query", "--show", "--showformat=${Version}", package)
        yield re.sub(r"^\d+:|[+-].*$", "", told)


def column(release):
    root = fresh_root(SUITES[release])
    logs = [CACHE / f"{SUITES[release]}.{word}.log" for word in ("run", "test")]
    say(f"Debian {release}: ./dev run, told in {logs[0]}")
    begun = time.monotonic()
    with open(logs[0], "wb") as log:
        window = window_comes(root, log)
    say(f"Debian {release}: the window {'came' if window else 'DID NOT COME'}; ./dev test, told in {logs[1]}")
    with open(logs[1], "wb") as log:
        subprocess.run(in_clone(root, "./dev test"), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    minutes = (time.monotonic() - begun) / 60
    return Column(release, list(versions(root)), minutes, window, counts(logs[1].read_text(errors="replace")))


def table(columns):
    head = ["release", *VERSIONS, "minutes", "window", "passed", "failed", "skipped"]
    rows = [head, ["---"] * len(head), *(one.cells() for one in columns)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main():
    parser = argparse.ArgumentParser(prog="./dev matrix", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="12, 13 or testing (default: 12 13)")
    releases = parser.parse_args().releases or ["12", "13"]
    for unknown in set(releases) - set(SUITES):
        parser.error(f"{unknown} is none of the releases {', '.join(SUITES)}")
    CACHE.mkdir(parents=True, exist_ok=True)
    columns = [column(release) for release in releases]
    commit = output("git", "-C", CACHE / SUITES[releases[0]] / CLONE, "rev-parse", "--short", "HEAD").strip()
    print(f"{time.strftime('%Y-%m-%d')}, {commit}\n\n{table(columns)}")
    return 0 if all(one.good() for one in columns) else 1


if __name__ == "__main__":
    sys.exit(main())
