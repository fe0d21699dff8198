#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The forms of the window: no two things in one place of a grid, where one would be drawn over the other."""
import sys
import xml.etree.ElementTree as ElementTree

from source import report, root_of_repository, sources

GRIDS = ("QGridLayout", "QFormLayout")


def cells_of(item):
    """All that it covers; a form's item without a column of its own covers both."""
    row, column = int(item.get("row", 0)), int(item.get("column", 0))
    for below in range(int(item.get("rowspan", 1))):
        for beside in range(int(item.get("colspan", 1))):
            yield row + below, column + beside


def name_of(item):
    return item[0].get("name", item[0].tag) if len(item) else "nothing"


def check_form(relative, text):
    for layout in ElementTree.fromstring(text).iter("layout"):
        if layout.get("class") not in GRIDS:
            continue
        taken = {}
        for item in layout.findall("item"):
            for cell in cells_of(item):
                if cell in taken:
                    yield (f"{relative}:1: {name_of(item)} lies over {taken[cell]}: "
                           f"row {cell[0]}, column {cell[1]} of {layout.get('name')}")
                taken[cell] = name_of(item)


def main():
    root = root_of_repository()
    return report([finding for path in sources(root, ["ui"], (".ui",))
                   for finding in check_form(path.relative_to(root).as_posix(), path.read_text())])


if __name__ == "__main__":
    sys.exit(main())
