#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The catalogues say what the sources say: nothing is missing, stale or untranslated, nothing that is filled in later
or written as markup got lost, and each word is looked up where lupdate puts it."""
import collections
import importlib.util
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree
from pathlib import Path

from source import CPP, report, root_of_repository, sources

ENGLISH = "en"  # its catalogue has the forms of counts alone
# What a translation keeps, as often as the source has it.
KEPT = {
    "placeholder": re.compile(r"%(?:L?\d+|L?n)"),
    "tag": re.compile(r"</?\w+[^>]*>"),
    "option": re.compile(r"(?<![\w-])--[a-z][a-z-]+"),
    "name to fill in": re.compile(r"\{endings\}"),
    "line break": re.compile(r"\n"),
}
MNEMONIC = re.compile(r"&(?!&|\w+;)(\w)")
DECLARED = re.compile(r'Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)|(?:QT_TRANSLATE_NOOP|translate)\(\s*"([\w:]+)"')
CLASS = re.compile(r"^class (\w+)[^;{]*\{\s*Q_OBJECT", re.MULTILINE)
FORM = re.compile(r"<class>([\w:]+)</class>")


def update_of(root):
    path = root / "resources/translations/update.py"
    spec = importlib.util.spec_from_file_location("update", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Message:
    def __init__(self, context, element):
        self.key = (context, element.findtext("source") or "", element.findtext("comment") or "")
        translation = element.find("translation")
        self.state = translation.get("type")
        self.counts = element.get("numerus") == "yes"
        self.texts = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]

    def __str__(self):
        return f"{self.key[0]}: {self.key[1]!r}"


def messages(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    return [Message(context.findtext("name"), element)
            for context in root.findall("context") for element in context.findall("message")]


def end_of(text):
    """The ellipsis, the colon and the blanks."""
    return re.search(r"…?:?\s*$", text).group()


def check_text(source, text, form=0, language="ko"):
    """What a translation lost, or says besides."""
    for what, pattern in KEPT.items():
        wanted, found = (collections.Counter(pattern.findall(words)) for words in (source, text))
        if what == "placeholder":  # a name need not be said twice
            wanted, found = collections.Counter(set(wanted)), collections.Counter(set(found))
        if language == ENGLISH and form == 0:  # "once" rather than "%n times"
            wanted, found = (collections.Counter({k: v for k, v in kept.items() if k not in ("%n", "%Ln")})
                             for kept in (wanted, found))
        for name in sorted((wanted | found) - (wanted & found)):
            yield f"{what} {name!r}: {found[name]} instead of {wanted[name]}"
    if end_of(source) != end_of(text):
        yield f"ends as {end_of(text)!r} instead of {end_of(source)!r}"
    if len(MNEMONIC.findall(text)) != len(MNEMONIC.findall(source)):
        yield "another number of accelerators"


def check_message(message, language):
    if message.state in ("obsolete", "vanished"):
        yield f"{message}: is not in the sources any more"
    elif message.state == "unfinished" or not all(message.texts):
        yield f"{message}: is not translated"
    else:
        for form, text in enumerate(message.texts):
            for complaint in check_text(message.key[1], text, form, language):
                yield f"{message}: {complaint}"


def contexts_in(root):
    """Those that words are looked up by at run time."""
    found = set()
    for path in sources(root, ["src", "ui"], [*CPP, ".ui"]):
        text = path.read_text()
        found |= {name for match in DECLARED.findall(text) for name in match if name}
        found |= set(FORM.findall(text))
        namespace = re.search(r"^namespace ([\w:]+) \{", text, re.MULTILINE)
        if namespace:
            found |= {f"{namespace.group(1)}::{name}" for name in CLASS.findall(text)}
    return found


def check_fresh(path, fresh, known):
    """`fresh`: the same catalogue after lupdate."""
    before = {message.key: message for message in messages(path)}
    after = {message.key: message for message in messages(fresh)}
    for key in sorted(after.keys() - before.keys()):
        yield f"{path.name}: {after[key]}: is missing"
    for key in sorted(before.keys() - after.keys()):
        yield f"{path.name}: {before[key]}: is not in the sources"
    for context in sorted({key[0] for key in after} - known):
        yield f"{path.name}: nothing looks words up in {context}"


def check(root):
    update = update_of(root)
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((root / "resources/translations").glob("lapwing_*.ts")):
            language = path.stem.removeprefix("lapwing_")
            fresh = Path(shutil.copy(path, folder))
            findings += [f"lupdate: {line}" for line in update.update(fresh, language)]
            findings += check_fresh(path, fresh, contexts_in(root))
            findings += [f"{path.name}: {line}" for message in messages(path) for line in check_message(message, language)]
    if findings:
        findings.append("./dev translations brings the catalogues up to the sources")
    return findings


if __name__ == "__main__":
    repository = root_of_repository()
    if update_of(repository).lupdate() is None:
        print("skipped: no lupdate (qt6-l10n-tools)")
        sys.exit(77)
    sys.exit(report(check(repository)))
