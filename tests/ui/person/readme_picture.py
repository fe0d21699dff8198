#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The picture of the window in README.md, and the words that can be read in it.

readme_picture.py LAPWING            fails if today's window has another size, other words or another version
readme_picture.py LAPWING --write    makes both anew        exit status 77: something it needs is missing
"""
import argparse
import difflib
import pathlib
import re
import struct
import subprocess
import sys

import world

user = world.user
ROOT = pathlib.Path(__file__).resolve().parents[3]
PICTURE = ROOT / "resources" / "pictures" / "window.png"
WORDS = PICTURE.with_suffix(".txt")
SIZE = (1320, 560)
SCREEN = "1600x900"  # the window stands on it whole
FIGURE = re.compile(r"\d[\d.,]*")
ALTERNATIVE = re.compile(r"!\[([^]]*)\]\(resources/pictures/window\.png\)")


def version_of(program):
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]


def show_demo(eyes):
    """The demo, and then one at a time."""
    eyes.find("Try the demo").press()
    user.wait_for("the end of the demo", lambda: eyes.window("Finished: 3 files"))
    user.xdotool("key", "ctrl+m")
    user.wait_for("the measuring", lambda: eyes.window("Measuring"))
    user.wait_for("the end of the measuring", lambda: eyes.window("Finished: 3 files"))


def words_in(eyes):
    """All that is in sight, in order, one thing a line. A tool bar shows no title, whether or not Qt tells one."""
    from eyes import MANY
    lines = []
    for node in eyes.nodes():
        if node.role in MANY:
            table = node.table()
            lines += [title for title in table.titles() if table.cell(0, title).has("SHOWING")]
            lines += [cell.name for row in range(table.rows) for cell in row_of(table, row)]
        elif node.name and node.role_name != "tool bar" and node.has("SHOWING"):
            lines.append(node.name)
    return lines


def row_of(table, row):
    cells = (table.cell(row, title) for title in table.titles())
    return [cell for cell in cells if cell.has("SHOWING")]


def look(program, picture=None):
    """Size, version and words of today's window."""
    from eyes import Eyes
    with world.home_on_display(SCREEN) as home:
        world.write_settings(home, window={"theme": "light"})
        eyes = Eyes()
        with user.running([program]) as lapwing:
            window = world.place_window(SIZE)
            user.xdotool("mousemove", 2, 2)
            eyes.look_at(lapwing)
            show_demo(eyes)
            words = words_in(eyes)
            if picture:
                world.photograph(picture, window)
    return [f"Lapwing {version_of(program)}", "{} x {}".format(*SIZE), *words]


def size_of(picture):
    return struct.unpack(">II", picture.read_bytes()[16:24])


def without_figures(lines):
    """They are of one run."""
    return [lines[0], *(FIGURE.sub("0", line) for line in lines[1:])]


def stale(program):
    """Why the picture is not of today's window."""
    kept = WORDS.read_text().splitlines()
    today = look(program)
    if size_of(PICTURE) != SIZE:
        yield f"the picture is {size_of(PICTURE)}, the window {SIZE}"
    yield from difflib.unified_diff(without_figures(kept), without_figures(today), "the picture", "today's window", lineterm="")
    alternative = ALTERNATIVE.search((ROOT / "README.md").read_text())
    said = "\n".join(kept)
    for figure in FIGURE.findall(alternative[1]):
        if figure not in said:
            yield f"README.md says {figure} of the picture, which does not show it"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    missing = world.what_is_missing()
    if missing:
        print(f"skipped: {missing}")
        return 77
    if options.write:
        WORDS.write_text("".join(line + "\n" for line in look(options.program, PICTURE)))
        return 0
    problems = list(stale(options.program))
    print("\n".join([*problems, "The picture is stale: ./dev picture makes it anew."] if problems else ["up to date"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
