#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The packages of ./dev package on fresh machines: tests/package/package.py [12|13]... [--twice]

For each Debian a bare root builds the packages from a clean clone of HEAD, and each package goes into another bare root
of the same release: apt installs it there, the demo runs, in a window under a display and on the command line, PNG export
included, and apt purges it. Nothing may be left but what apt keeps for itself. With --twice they are built once more, in
another folder, and have to be the same bytes. The packages are left in ~/.cache/lapwing-matrix. Only root can do this; it
takes half an hour for each.

Exit status: 0 when all of it held, 1 otherwise.
"""
import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "matrix"))
import matrix  # noqa: E402

ENTER = matrix.HERE / "enter"
# Where the package itself is put, and where the data of its user are.
KEPT = ("tmp/", "root/")
WINDOW_PATIENCE = 60  # seconds
QUIET = {"stdout": subprocess.DEVNULL}


def say(text):
    print(f"package: {time.strftime('%H:%M')} {text}", file=sys.stderr, flush=True)


def bare(suite, purpose):
    """A root of its own: matrix.py has others."""
    root = matrix.CACHE / f"{suite}-package-{purpose}"
    subprocess.run(["rm", "-r", "-f", "--one-file-system", root], check=True)
    root.mkdir(parents=True)
    subprocess.run(["tar", "--extract", "--file", matrix.packed_root(suite), "--directory", root], check=True)
    for name in ("hosts", "resolv.conf"):
        shutil.copy(f"/etc/{name}", root / "etc" / name)
    return root


def inside(root, script, **options):
    return subprocess.run([ENTER, root, "sh", "-e", "-c", script], check=True, text=True, **options)


def build(root, folder, log):
    place = root / "root" / folder
    place.parent.mkdir(exist_ok=True)
    matrix.clone_into(place)
    inside(root, f"cd /root/{folder} && ./dev package", stdout=log, stderr=log)
    return place / "build" / "package"


def built(suite, twice):
    root = bare(suite, "build")
    kept = matrix.CACHE / f"{suite}.packages"
    shutil.rmtree(kept, ignore_errors=True)
    with open(matrix.CACHE / f"{suite}.package.log", "w") as log:
        say(f"{suite}: building, told in {log.name}")
        shutil.copytree(build(root, "lapwing", log), kept)
        if twice:
            say(f"{suite}: building once more")
            again = (build(root, "elsewhere/again", log) / "SHA256SUMS").read_text()
            assert again == (kept / "SHA256SUMS").read_text(), f"two builds differ:\n{again}"
    return kept


def files(root):
    listing = matrix.output("find", root, "-xdev", "-mindepth", "1", "-printf", "%P\n")
    return {name for name in listing.splitlines() if not (name + "/").startswith(KEPT)}


def try_cli(root):
    """Pictures of pixels alone need what the package only suggests, and say so."""
    inside(root, "cd /tmp && lapwing-cli demo --mode gather --scale 0.05 --export a.svg && test -s a.svg", **QUIET)
    inside(root, "cd /tmp && lapwing-cli demo --mode gather --scale 0.05 --export a.png 2>said || test $? = 4", **QUIET)
    inside(root, "grep -q lapwing-picture /tmp/said")
    libraries = inside(root, "find /usr/lib -name 'libQt6Gui*' -o -name 'libQt6Widgets*'", stdout=subprocess.PIPE).stdout
    assert not libraries, f"the command line needs no display, but brought {libraries}"


def try_window(root):
    """The demo under a display; and the picture that its reports need."""
    with matrix.desktop_user.display():
        words = [ENTER, root, "lapwing", "--demo"]
        with matrix.desktop_user.running(words) as window:
            deadline = time.monotonic() + WINDOW_PATIENCE
            while not any("Lapwing" in title for title in matrix.desktop_user.titles()):
                assert window.poll() is None and time.monotonic() < deadline, "the window did not come"
                time.sleep(0.2)
            while window.poll() is None:
                assert time.monotonic() < deadline, "the window did not close"
                matrix.desktop_user.press("alt+F4")  # before it has the focus, none reaches it
                time.sleep(0.5)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    inside(root, f"echo '{svg}' | /usr/libexec/lapwing/lapwing-picture png | grep -q PNG")


# The lean one first.
TRIALS = {"lapwing-cli": try_cli, "lapwing": try_window}


def try_package(suite, packages, name):
    root = bare(suite, name)
    deb = next(packages.glob(f"{name}_*.deb"))
    shutil.copy(deb, root / "tmp")
    inside(root, "apt-get update", **QUIET)
    before = files(root)
    apt = "DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet"
    with open(matrix.CACHE / f"{suite}.{name}.log", "w") as log:
        say(f"{suite}: {deb.name}, told in {log.name}")
        inside(root, f"{apt} install --no-install-recommends ./tmp/{deb.name}", stdout=log, stderr=log)
        TRIALS[name](root)
        inside(root, f"{apt} purge {name} && {apt} autoremove --purge", stdout=log, stderr=log)
    left = sorted(files(root) - before)
    assert not any("lapwing" in each for each in left), f"{name} left {left}"
    say(f"{suite}: {name} holds; of what it depends on, {len(left)} files were left")
    subprocess.run(["rm", "-r", "-f", "--one-file-system", root], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="12 or 13 (default: both)")
    parser.add_argument("--twice", action="store_true", help="build a second time, and compare the bytes")
    parser.add_argument("--packages", type=Path, help="try these instead of building any")
    chosen = parser.parse_args()
    for release in chosen.releases or ["12", "13"]:
        suite = matrix.SUITES[release]
        packages = chosen.packages or built(suite, chosen.twice)
        for name in TRIALS:
            try_package(suite, packages, name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
