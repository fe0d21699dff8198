#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""installed.py SOURCES BUILD CHECK: what `cmake --install` makes, in a prefix that was moved.

`install` installs into a folder and moves it to another one; each other CHECK looks at what is there. A check whose
program is missing is skipped (77).
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCES, BUILD = Path(sys.argv[1]), Path(sys.argv[2])
PREFIX = BUILD / "tests" / "install" / "a moved prefix"
SHARE = PREFIX / "share"
SKIPPED = 77
PATIENCE = 60  # seconds that a command may take on a busy machine
FILES = """
bin/lapwing
bin/lapwing-cli
libexec/lapwing/lapwing-picture
share/applications/ID.desktop
share/bash-completion/completions/lapwing
share/bash-completion/completions/lapwing-cli
share/dbus-1/services/ID.service
share/doc/lapwing/CHANGELOG.md
share/doc/lapwing/LICENSE
share/doc/lapwing/README.md
share/fish/vendor_completions.d/lapwing-cli.fish
share/fish/vendor_completions.d/lapwing.fish
share/icons/hicolor/scalable/apps/ID.svg
share/icons/hicolor/symbolic/apps/ID-symbolic.svg
share/lapwing/run-document.schema.json
share/man/man1/lapwing-cli.1
share/man/man1/lapwing.1
share/metainfo/ID.metainfo.xml
share/mime/packages/ID.xml
share/zsh/site-functions/_lapwing
share/zsh/site-functions/_lapwing-cli
""".split()


def skip(reason):
    print(reason)
    sys.exit(SKIPPED)


def need(program):
    found = shutil.which(program)
    if not found:
        skip(f"there is no {program} here")
    return found


def run(*words, **options):
    """Of a command that has to succeed; what it said on standard output."""
    made = subprocess.run([str(word) for word in words], capture_output=True, timeout=PATIENCE, **options)
    assert made.returncode == 0, f"{words} ended with {made.returncode}: {made.stdout.decode()}{made.stderr.decode()}"
    return made.stdout.decode()


def silent(*words):
    """The same of a checker, which says nothing when nothing is wrong."""
    made = subprocess.run([str(word) for word in words], capture_output=True, timeout=PATIENCE)
    said = (made.stdout + made.stderr).decode()
    assert made.returncode == 0 and not said, f"{words} ended with {made.returncode}: {said}"


def ours(*words):
    """A program of the prefix without any environment."""
    return run(PREFIX / "bin" / words[0], *words[1:], env={})


def identity():
    return re.search(r"set\(LAPWING_ID ([\w.]+)\)", (SOURCES / "cmake" / "install.cmake").read_text()).group(1)


def commands():
    told = ours("lapwing-cli", "--help").split("Commands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (\w+)", told, re.MULTILINE)


def check_install():
    shutil.rmtree(PREFIX, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        first = Path(folder) / "first prefix"
        run("cmake", "--install", BUILD, "--prefix", first)
        PREFIX.parent.mkdir(parents=True, exist_ok=True)
        first.rename(PREFIX)


def check_files():
    there = {path.relative_to(PREFIX).as_posix() for path in PREFIX.rglob("*") if path.is_file()}
    wanted = {name.replace("ID", identity(), 1) if "ID" in name else name for name in FILES}
    wanted |= {f"share/man/man1/lapwing-cli-{command}.1" for command in commands()}
    assert there == wanted, f"too many: {sorted(there - wanted)}, missing: {sorted(wanted - there)}"
    for path in PREFIX.rglob("*"):
        if path.is_file() and "bin" not in path.parts and "libexec" not in path.parts:
            assert str(SOURCES).encode() not in path.read_bytes(), f"{path} names the folder of the sources"


def check_runs():
    version = ours("lapwing-cli", "--version").split()[1]
    assert ours("lapwing", "--version") == f"lapwing {version}\n"
    assert "Usage:" in ours("lapwing", "--help")
    with tempfile.TemporaryDirectory(prefix="lapwing ") as folder:
        made = {name: Path(folder) / f"a run.{name}" for name in ("svg", "png", "pdf")}
        exports = [word for path in made.values() for word in ("--export", path)]
        told = ours("lapwing-cli", "demo", "--mode", "gather", "--scale", "0.02", *exports)
        assert "Gathered" in told, told
        for name, start in (("svg", b"<"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            assert made[name].read_bytes().startswith(start), name


def check_window():
    """It comes up with the demo, keeps its list in the folders of its user, and a later start reaches it."""
    with tempfile.TemporaryDirectory(prefix="lapwing ") as home:
        environment = {"HOME": home, "XDG_RUNTIME_DIR": home, "QT_QPA_PLATFORM": "offscreen"}
        program = PREFIX / "bin" / "lapwing"
        with subprocess.Popen([program, "--demo"], env=environment) as window:
            try:
                lock = Path(home) / ".local/share/Lapwing/lapwing/lapwing.lock"
                deadline = time.monotonic() + PATIENCE
                while not lock.exists() and window.poll() is None and time.monotonic() < deadline:
                    time.sleep(0.05)
                run(program, "--paste", env=environment)
                assert window.poll() is None, f"the window ended with {window.returncode}"
            finally:
                window.terminate()


def check_man():
    need("man")
    for page in sorted((SHARE / "man/man1").iterdir()):
        words = ["man", "--warnings", "--encoding=UTF-8", "--local-file", "-Tutf8", "--ditroff", page]
        made = subprocess.run(words, capture_output=True, timeout=PATIENCE, env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert made.returncode == 0 and not made.stderr, f"{page.name}: {made.stderr.decode()}"
        if shutil.which("lexgrog"):
            assert f'"{page.stem} - ' in run("lexgrog", page), page.name


def check_bash():
    for name in ("lapwing", "lapwing-cli"):
        silent("bash", "-n", SHARE / "bash-completion/completions" / name)


def check_zsh():
    need("zsh")
    for name in ("_lapwing", "_lapwing-cli"):
        silent("zsh", "-n", SHARE / "zsh/site-functions" / name)


def check_fish():
    need("fish")
    script = SHARE / "fish/vendor_completions.d/lapwing-cli.fish"
    silent("fish", "-n", SHARE / "fish/vendor_completions.d/lapwing.fish")
    silent("fish", "-n", script)

    def offered(line):
        with tempfile.TemporaryDirectory() as home:
            said = run("fish", "--no-config", "-c", f"source '{script}'; complete -C '{line}'", cwd=home,
                       env={"HOME": home, "PATH": os.environ["PATH"]})
        return [each.split("\t")[0] for each in said.splitlines()]

    assert set(commands()) <= set(offered("lapwing-cli ")), offered("lapwing-cli ")
    assert offered("lapwing-cli get --conflict ") == ["number", "replace", "skip"], offered("lapwing-cli get --conflict ")
    assert "my.html" in offered("lapwing-cli get --export my"), offered("lapwing-cli get --export my")
    for line, word in (("help ht", "http-"), ("primer de", "deliveries"), ("config se", "set"),
                       ("config set conflict s", "skip")):
        assert offered(f"lapwing-cli {line}") == [word], offered(f"lapwing-cli {line}")
    assert offered("lapwing-cli get --at-o") == ["--at-once"], offered("lapwing-cli get --at-o")


def check_desktop():
    need("desktop-file-validate")
    entry = SHARE / "applications" / f"{identity()}.desktop"
    silent("desktop-file-validate", entry)
    for action in re.findall(r"^Exec=lapwing (--\w+)$", entry.read_text(), re.MULTILINE):
        assert action in ours("lapwing", "--help"), f"{action} is no option of lapwing"


def check_service():
    """The bus finds the program by the name of the desktop entry, wherever the prefix was moved to."""
    service = (SHARE / "dbus-1/services" / f"{identity()}.service").read_text()
    assert re.search(r"^Name=(.*)$", service, re.MULTILINE).group(1) == identity(), service
    program = re.search(r"^Exec=(.*)$", service, re.MULTILINE).group(1).split()
    assert "Usage:" in run(*program, "--help", env={"PATH": str(PREFIX / "bin")})
    entry = (SHARE / "applications" / f"{identity()}.desktop").read_text()
    assert "\nDBusActivatable=true\n" in entry, entry


def check_mime():
    """Every type that the desktop entry opens is known, and files of it are taken for that."""
    need("update-mime-database")
    known = Path("/usr/share/mime/packages/freedesktop.org.xml")
    if not known.exists():
        skip("there is no shared-mime-info here")
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / "mime/packages"
        packages.mkdir(parents=True)
        shutil.copy(known, packages)
        shutil.copy(SHARE / "mime/packages" / f"{identity()}.xml", packages)
        run("update-mime-database", packages.parent, env={**os.environ, "XDG_DATA_DIRS": folder})
        globs = dict(line.split(":")[2:0:-1] for line in (packages.parent / "globs2").read_text().splitlines()
                     if not line.startswith("#"))
        types = set((packages.parent / "types").read_text().split())
    assert globs["aria2.session"] == globs["*.aria2.txt"] == "application/x-aria2-list", globs
    assert globs["*.meta4"] == "application/metalink4+xml" and "*.aria2" not in globs
    entry = (SHARE / "applications" / f"{identity()}.desktop").read_text()
    opened = re.search(r"^MimeType=(.*);$", entry, re.MULTILINE).group(1).split(";")
    # Not of a file, but of what is dragged.
    assert set(opened) - types <= {"text/uri-list"}, set(opened) - types


def hints(metainfo):
    """What AppStream finds, but that the identity is written as other desktop programs write theirs, and, on Debian 12,
    that it does not know `developer` yet."""
    words = [need("appstreamcli"), "validate", "--pedantic", "--no-net", "--no-color", metainfo]
    said = subprocess.run(words, capture_output=True, timeout=PATIENCE).stdout.decode()
    assert "Validation" in said, said
    found = re.findall(r"^[EWIP]: .*", said, re.MULTILINE)
    return [line for line in found if "cid-contains-uppercase-letter" not in line and "unknown-tag developer" not in line]


def check_metainfo():
    """Without a place where it is published there is no address to give."""
    here = SHARE / "metainfo" / f"{identity()}.metainfo.xml"
    left = [line for line in hints(here) if "url-homepage-missing" not in line]
    assert not left, left
    published = BUILD / "tests" / "install" / here.name
    assert "<screenshot " in published.read_text()
    assert not hints(published), hints(published)


def check_flatpak():
    need("flatpak-builder")
    manifest = SOURCES / "packaging/flatpak" / f"{identity()}.yaml"
    assert f'"id" : "{identity()}"' in run("flatpak-builder", "--show-manifest", manifest)


if __name__ == "__main__":
    globals()[f"check_{sys.argv[3]}"]()
