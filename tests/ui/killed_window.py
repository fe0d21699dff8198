#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""SIGKILL of the window at random moments: what it had is there again, agrees with the disk, and goes on to the end.

killed_window.py LAPWING [--rounds N] [--entries N]    exit status 77: something it needs is missing
"""
import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import killed_list

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults" / "machine"))
import look
import place
from server import serving

MOST_KILLS = 25  # of one list
FIRST_MOMENT = 0.05  # seconds after the start
FRESH = 2.0  # seconds before the kill: what happened in them may be lost, if no thread had to wait for a processor
PATIENCE = 45  # seconds for the next request; a sanitizer may be at work
STATES = """SELECT count(*), sum(record IS NOT NULL AND json_extract(CAST(record AS TEXT), '$.state') IN ('done', 'failed'))
            FROM entries"""


class Course:
    """One list in one folder, from the first kill to the start after which it gets through."""

    def __init__(self, folder, program, entries, seed, longest):
        self.kills = self.resumed = 0
        self.lost = 0.0  # seconds before the kill, of the oldest thing that the file did not have
        self.problems = []
        self._program = program
        self._seed, self._longest = seed, longest
        self._random = random.Random(repr(seed))
        self._site = killed_list.Site(entries, seed)
        self._home, self._downloads, self._copy = folder / "home", folder / "downloads", folder / "copy"
        self._data = self._home / "data" / "Lapwing" / "lapwing"
        self._output = folder / "output"
        self._is_listed = False
        self._ended = {}  # number -> what the file said of it: "done", or the reason
        self._seen = {}  # name -> inode and time of a file that was compared
        self._make(folder)

    def _make(self, folder):
        settings = self._home / "config" / "Lapwing"
        for path in (settings, self._downloads, self._copy, self._home / "run"):
            path.mkdir(parents=True)
        (self._home / "run").chmod(0o700)
        (settings / "lapwing.conf").write_text(
            f"[settings]\nstartAfterAdding=true\nresumeAtStart=true\n[run]\nfolder={self._downloads}\natOnce=8\n")
        self._list = folder / "list.txt"

    def run(self, kills):
        with serving({}) as server:
            self._server = server
            server.resources, server.asked = self._site, self._site.tally
            self._list.write_text("".join(server.link(name) + "\n" for name in self._site.names()))
            self._site.rate = self._site.entries / (min(kills, MOST_KILLS) * self._longest * 0.3)
            while self.kills < min(kills, MOST_KILLS) and not self._is_through():
                self._kill_once()
                self._check(f"after kill {self.kills}")
            self._get_through()
        self.resumed = self._site.tally.resumed

    def _is_through(self):
        return len(self._ended) == self._site.entries

    def _note(self, problem, when):
        if problem:
            self.problems.append(f"seed {self._seed}, {when}: {problem}")
            print(self.problems[-1], flush=True)

    def _start(self):
        environment = os.environ | {
            "HOME": str(self._home), "XDG_CONFIG_HOME": str(self._home / "config"), "XDG_DATA_HOME": str(self._home / "data"),
            "XDG_CACHE_HOME": str(self._home / "cache"), "XDG_RUNTIME_DIR": str(self._home / "run"),
            "DBUS_SESSION_BUS_ADDRESS": "", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        self._begun, self._asked_before = time.time(), self._site.tally.count
        with open(self._output, "ab") as output:
            return subprocess.Popen([self._program, *([] if self._is_listed else [self._list])],
                                    env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)

    def _kill_once(self):
        """Half of them at any moment of the start, the others while it downloads."""
        process = self._start()
        if self._random.random() < 0.5:
            self._let_live(process, FIRST_MOMENT * (self._longest / FIRST_MOMENT) ** self._random.random())
        else:
            self._await_request(process)
            self._let_live(process, self._random.uniform(0, self._longest))
        self._kill(process)
        self.kills += 1

    def _let_live(self, process, seconds):
        try:
            status = process.wait(seconds)
            self._note(f"it ended by itself with {status}", f"before kill {self.kills + 1}")
        except subprocess.TimeoutExpired:
            pass

    def _await_request(self, process):
        deadline = time.monotonic() + PATIENCE
        while self._site.tally.count == self._asked_before and process.poll() is None:
            if time.monotonic() > deadline:
                self._note(f"nothing was asked for within {PATIENCE} s", f"before kill {self.kills + 1}")
                return
            time.sleep(0.01)

    def _kill(self, process):
        self._fresh = FRESH + waited(process)
        self._killed = time.time()
        process.kill()
        process.wait()

    def _check(self, when):
        """The file is looked at as a copy, so that the next start is the one that recovers it."""
        for problem in self._wrong_in_list() + self._wrong_in_folder():
            self._note(problem, when)
        said = self._output.read_bytes()
        if b"Sanitizer" in said or b"runtime error" in said:
            self._note(said.decode(errors="replace")[:4000], when)

    def _rows(self):
        """None where there is no list yet."""
        file = self._data / "lapwing.sqlite"
        if not file.exists():
            return None
        for old in self._copy.iterdir():
            old.unlink()
        for path in (file, file.with_name(file.name + "-wal")):
            if path.exists():
                shutil.copy(path, self._copy)
        connection = sqlite3.connect(self._copy / file.name)
        try:
            found = connection.execute("PRAGMA integrity_check").fetchall()
            if found != [("ok",)]:
                raise sqlite3.DatabaseError(f"integrity_check: {found}")
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            return connection.execute("SELECT url, record FROM entries ORDER BY id").fetchall() if tables else None
        finally:
            connection.close()

    def _wrong_in_list(self):
        try:
            rows = self._rows() or []
        except sqlite3.Error as error:
            return [f"the file cannot be read: {error}"]
        if not rows:
            return self._wrong_without_list()
        self._is_listed = True
        links = [self._server.link(name) for name in self._site.names()]
        if [url for url, _ in rows] != links:
            return [f"{len(rows)} entries, which are not the {len(links)} of the list in their order"]
        wrong, self._ended = killed_list.wrong_records(rows, self._site, self._downloads, self._ended)
        return wrong

    def _wrong_without_list(self):
        if self._is_listed:
            return ["the list is gone"]
        first = self._site.tally.first
        age = self._killed - first if first else 0
        return [f"{age:.1f} s after the first request no list was kept"] if self._is_too_long(age) else []

    def _is_too_long(self, age):
        self.lost = max(self.lost, age)
        return age > self._fresh

    def _wrong_in_folder(self):
        found, names = [], os.listdir(self._downloads)
        for name in names:
            path = self._downloads / name
            if look.is_final(name):
                found.append(self._wrong_final(path))
            elif name.endswith(look.PART):
                found.append(look.wrong_part(path, self._site))
        return [problem for problem in found if problem]

    def _wrong_final(self, path):
        """Compared once, for as long as it is the same file."""
        number = self._site.number_of(path.name)
        if number is None:
            return f"{path.name}: nobody asked for it"
        status = path.stat()
        if number not in self._ended and self._begun < status.st_ctime:
            age = self._killed - status.st_ctime
            if self._is_too_long(age):
                return f"{path.name}: whole for {age:.1f} s, and not done in the list"
        is_same = self._seen.get(path.name) == (status.st_ino, status.st_mtime_ns)
        self._seen[path.name] = (status.st_ino, status.st_mtime_ns)
        return None if is_same else look.wrong_final(path, self._site)

    def _get_through(self):
        self._site.rate = 0
        process = self._start()
        try:
            self._await_end(process)
        finally:
            self._kill(process)
        self._check("at the end")
        self._note(f"{self._site.entries - len(self._ended)} have no end" if not self._is_through() else "", "at the end")
        for name in look.left_over(self._downloads):
            self._note(f"{name} was left over", "at the end")

    def _await_end(self, process):
        """For as long as something is asked for now and then."""
        file = self._data / "lapwing.sqlite"
        count, deadline = -1, 0
        while process.poll() is None and self._unfinished(file):
            if self._site.tally.count != count:
                count, deadline = self._site.tally.count, time.monotonic() + PATIENCE
            if time.monotonic() > deadline:
                return
            time.sleep(0.3 + self._site.entries / 50_000)

    def _unfinished(self, file):
        if not file.exists():
            return True
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            entries, ended = connection.execute(STATES).fetchone()
            return entries == 0 or ended < entries
        except sqlite3.OperationalError:
            return True  # it has no tables yet
        finally:
            connection.close()


def waited(process):
    """Seconds that its threads were held up on a busy machine, all together."""
    total = 0
    for path in Path(f"/proc/{process.pid}/task").glob("*/schedstat"):
        try:
            total += int(path.read_text().split()[1])
        except OSError:
            pass  # that thread has just ended
    return total / 1e9


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--rounds", type=int, default=6, help="how often it is killed")
    parser.add_argument("--entries", type=int, default=600)
    parser.add_argument("--longest", type=float, default=4, help="seconds until a kill")
    parser.add_argument("--seed", type=int, default=time.time_ns() // 1_000_000)
    return parser.parse_args()


def main():
    options = parse()
    if not options.program.exists():
        place.skip_all(f"{options.program} is not built")
    print(f"--seed {options.seed}", flush=True)
    done, left = [], options.rounds
    while left > 0:
        with place.folder() as folder:
            course = Course(folder, options.program, options.entries, (options.seed, len(done)), options.longest)
            course.run(left)
        done.append(course)
        left -= max(course.kills, 1)
    problems = sum(len(course.problems) for course in done)
    print(f"{sum(course.kills for course in done)} kills in {len(done)} lists of {options.entries}; "
          f"{sum(course.resumed for course in done)} requests went on in a file; "
          f"at most the last {max(course.lost for course in done):.1f} s lost; {problems} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
