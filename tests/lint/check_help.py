#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The help in other languages: every page is there, and leads to the same places as the English one. Its headings
have the anchors of the English ones, so they stand in the same order."""
import collections
import re
import sys

from source import report, root_of_repository

HEADING = re.compile(r"^(#+) +(.*)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")
ROW = re.compile(r"^\|", re.MULTILINE)


def anchor_of(heading):
    """As ui/help/helppages.cpp has it."""
    return re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-")


def links_in(text):
    """Where a page leads to; what stands in an example leads nowhere."""
    return collections.Counter(LINK.findall(CODE.sub("", FENCE.sub("", text))))


def anchors_in(text):
    return [anchor_of(title) for _, title in HEADING.findall(FENCE.sub("", text))]


def compare(english, other):
    """What the other page has not, or has besides."""
    levels = [[len(marks) for marks, _ in HEADING.findall(FENCE.sub("", text))] for text in (english, other)]
    if levels[0] != levels[1]:
        yield f"headings of the levels {levels[1]} instead of {levels[0]}"
    wanted, found = links_in(english), links_in(other)
    for link in sorted((wanted | found) - (wanted & found)):
        yield f"leads to {link} {found[link]} times instead of {wanted[link]}"
    if len(FENCE.findall(english)) != len(FENCE.findall(other)):
        yield "another number of examples"
    if len(ROW.findall(english)) != len(ROW.findall(other)):
        yield "another number of rows in tables"


def check_links(page, text, pages):
    """Each link within the help arrives."""
    for link in links_in(text):
        if re.match(r"\w+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = pages.get(name or page)
        if target is None:
            yield f"leads to {link}, which is no page"
        elif anchor and anchor not in anchors_in(target) and not has_place(target, anchor):
            yield f"leads to {link}, which is no heading"


def has_place(text, name):
    """Rows of a table are found by the code in their first cell."""
    return re.search(rf"^\| `{re.escape(name)}`", text, re.MULTILINE) is not None


def check(root):
    folder = root / "resources/help"
    english = {path.name: path.read_text() for path in sorted(folder.glob("*.md"))}
    catalogues = {path.stem.removeprefix("lapwing_") for path in (root / "resources/translations").glob("*.ts")}
    findings = []
    for page, text in english.items():
        findings += [f"{page}: {complaint}" for complaint in check_links(page, text, english)]
    for language in sorted(catalogues - {"en"}):
        pages = {path.name: path.read_text() for path in (folder / language).glob("*.md")}
        for page in sorted(english.keys() - pages.keys()):
            findings.append(f"{language}/{page}: is missing")
        for page in sorted(pages.keys() - english.keys()):
            findings.append(f"{language}/{page}: there is no such page in English")
        for page in sorted(pages.keys() & english.keys()):
            findings += [f"{language}/{page}: {complaint}" for complaint in compare(english[page], pages[page])]
    return findings


if __name__ == "__main__":
    sys.exit(report(check(root_of_repository())))
