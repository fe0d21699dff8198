#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Brings every catalogue beside this file up to what the sources say: `./dev translations`.

lupdate reads the sources without expanding their macros, and so would not see the rows of a table like
    #define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)
Here it reads copies in which such macros are expanded. A word that nobody translated yet is marked `unfinished`;
what is not in the sources any more goes.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOLDERS = ("src", "ui")
ENGLISH = "en"  # what the source is written in: its catalogue has the forms of counts alone
MACRO = re.compile(r'^#define (\w+)\((\w+)\) QT_TRANSLATE_NOOP\(("[^"]+"), \2\)$', re.MULTILINE)
QUIET = re.compile(r"^(Scanning directory|Updating|Stripping|    (Found|Kept|Removed|Same-text|Number))")
PLACES = ("/usr/lib/qt6/bin", "/usr/lib64/qt6/bin", "/usr/libexec/qt6")


def lupdate():
    """Its path; None: it is not installed. One by that name may be of an older Qt."""
    search = os.pathsep.join(PLACES)
    return shutil.which("lupdate", path=search) or shutil.which("lupdate6") or shutil.which("lupdate")


def expanded(text):
    for name, _, context in MACRO.findall(text):
        text = re.sub(rf"^#(define|undef) {name}\b.*$", "", text, flags=re.MULTILINE)
        text = re.sub(rf"\b{name}\(", f"QT_TRANSLATE_NOOP({context}, ", text)
    return text


def copy(folder):
    """The sources below `folder`, as lupdate is to read them."""
    for name in FOLDERS:
        (folder / name).mkdir()
        for path in sorted((ROOT / name).rglob("*")):
            if path.suffix not in (".cpp", ".h", ".ui"):
                continue
            target = folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(expanded(path.read_text()))


def languages():
    return sorted(path.stem.removeprefix("lapwing_") for path in HERE.glob("lapwing_*.ts"))


def update(catalogue, language):
    """Returns what lupdate complains of, a line each."""
    with tempfile.TemporaryDirectory() as name:
        copies = pathlib.Path(name)
        copy(copies)
        command = [lupdate(), "-locations", "none", "-no-obsolete", "-source-language", "en",
                   "-target-language", language]
        if language == ENGLISH:
            command.append("-pluralonly")
        done = subprocess.run([*command, *FOLDERS, "-ts", catalogue], cwd=copies,
                              capture_output=True, text=True, check=False)
        said = (done.stdout + done.stderr).replace(f"{copies}/", "")
    complaints = [line for line in said.splitlines() if line and not QUIET.match(line)]
    if done.returncode != 0:
        complaints.append(f"lupdate ended with {done.returncode}")
    return complaints


def main(added):
    if lupdate() is None:
        print("There is no lupdate: apt install qt6-l10n-tools", file=sys.stderr)
        return 1
    complaints = []
    for language in sorted({*languages(), *added}):
        catalogue = HERE / f"lapwing_{language}.ts"
        complaints = update(catalogue, language)
        unfinished = catalogue.read_text().count('type="unfinished"')
        print(f"{catalogue.relative_to(ROOT)}: {unfinished} to translate")
    print("\n".join(complaints), end="\n" if complaints else "", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
