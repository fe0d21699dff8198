# SPDX-License-Identifier: MIT
"""One run of lapwing-cli as a process of its own, and what holds for every run, whatever the servers do."""
import base64
import errno
import json
import os
import signal
import secrets
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

SECRET = f"hush{secrets.token_hex(8)}"
USER = "person"
STATE_ATTRIBUTE = "user.lapwing.state"
MOST_MB = 100
PATIENCE = 40  # seconds until a run counts as hanging
SHORT_PATIENCE = ["--connect-timeout", "5", "--first-byte-timeout", "4", "--stall-timeout", "3"]


@dataclass
class Outcome:
    status: int
    seconds: float
    peak_mb: float
    stdout: str
    stderr: str
    tasks: list = field(default_factory=list)

    def task(self, number=0):
        return self.tasks[number] if number < len(self.tasks) else {}

    def code(self, number=0):
        return (self.task(number).get("error") or {}).get("code")

    def attempts(self, number=0):
        return self.task(number).get("attempts", [])

    def ends(self, number=0):
        """The code of each attempt; None for one that did not fail."""
        return [(attempt.get("error") or {}).get("code") for attempt in self.attempts(number)]


class Place:
    """A folder to download to, with nothing beside it that we do not know."""

    def __init__(self):
        self._root = tempfile.TemporaryDirectory(prefix="faults-")
        self.root = Path(self._root.name)
        self.folder = self.root / "out"
        self.home = self.root / "home"
        self.home.mkdir()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._root.cleanup()

    def files(self):
        """Everything that is in the folder, by its name."""
        return {path.name: path for path in sorted(self.folder.iterdir())} if self.folder.exists() else {}

    def finished(self):
        return {name: path for name, path in self.files().items() if not is_unfinished(name)}

    def unfinished(self):
        return {name: path for name, path in self.files().items() if is_unfinished(name)}


def is_unfinished(name):
    return name.endswith((".part", ".part.lapwing", ".corrupt"))


def start(cli, place, links, options, before=(), env=None):
    """The links go by a file: a command line is for everybody to read."""
    listed = place.home / "links"
    listed.write_text("".join(f"{link}\n" for link in links))
    words = [*before, cli, "get", "-i", str(listed), "-d", str(place.folder), "--json", "--progress", "plain", *options]
    environment = {**os.environ, "HOME": str(place.home), "LC_ALL": "C.UTF-8", **(env or {})}
    return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env=environment, cwd=place.home, text=True, errors="replace")


def run(cli, place, links, options=(), before=(), stop_after=None, env=None):
    """`stop_after` so many seconds it gets a SIGINT; after PATIENCE the watchdog's."""
    began = time.monotonic()
    process = start(cli, place, links, [*SHORT_PATIENCE, *options], before, env)
    peak = Peak(process.pid)
    stdout = stderr = None
    for patience, ending in ((stop_after, signal.SIGINT), (PATIENCE, signal.SIGKILL), (PATIENCE, None)):
        if stdout is None and patience:
            stdout, stderr = output_within(process, patience, ending)
    outcome = Outcome(process.returncode, time.monotonic() - began, peak.stop(), stdout, stderr)
    try:
        outcome.tasks = json.loads(stdout)["runs"][0]["tasks"]
    except (ValueError, KeyError, IndexError):
        pass
    return outcome


def output_within(process, patience, ending):
    try:
        return process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.send_signal(ending)
        return None, None


class Peak:
    """The most memory that a process had, by its own high-water mark; wait4 would count our own as well."""

    def __init__(self, pid):
        self._status = Path(f"/proc/{pid}/status")
        self._most_kib = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        while not self._ended.wait(0.02):
            try:
                lines = self._status.read_text().splitlines()
            except OSError:
                return
            self._most_kib = max([self._most_kib, *(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))])

    def stop(self):
        self._ended.set()
        self._thread.join()
        return self._most_kib / 1024


# What holds for every run: reliability.md calls them I1 to I9. Each gives the complaints that it has.


def check_invariants(place, outcome, truths, with_secret=True, most_mb=MOST_MB):
    """truths: for each task the bytes that its file may hold; None: there must be no file."""
    yield from check_end(outcome, most_mb)
    yield from check_files(place, outcome, truths)
    yield from check_outside(place)
    for number in range(len(truths)):
        yield from check_reason(outcome, number)
    if with_secret:
        yield from check_secret(place, outcome)
    yield from check_status(outcome)


def check_end(outcome, most_mb):
    if outcome.status in (-signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT):
        yield f"I8: it did not end by itself within {outcome.seconds:.0f} s (signal {-outcome.status})"
    if not outcome.tasks:
        yield f"no run document: {(outcome.stdout + outcome.stderr)[-300:]!r}"
    if outcome.peak_mb > most_mb:
        yield f"I7: {outcome.peak_mb:.0f} MB of memory"


def check_files(place, outcome, truths):
    """I1: what has its final name is the file of a task that says so, is right, and says what it is."""
    owned = {}
    for number, expected in enumerate(truths):
        task = outcome.task(number)
        if task.get("path"):
            owned[Path(task["path"]).name] = (task, expected)
        elif task.get("state") in ("done", "unverified"):
            yield f"task {number + 1} is {task['state']} without a path"
    for name, path in place.finished().items():
        if name not in owned:
            yield f"I1: {name} belongs to no task"
            continue
        yield from check_file(path, *owned[name])


def check_file(path, task, expected):
    state = task["state"]
    if state not in ("done", "unverified"):
        yield f"I1: {path.name} is there, and its task {state}"
    elif state == "done" and (expected is None or path.read_bytes() != expected):
        yield f"I1: {path.name} is called done, and is not the file"
    labelled = attribute(path)
    if labelled is not None and labelled != state:
        yield f"I1: {path.name} is {state}, and says {labelled!r} of itself"


def attribute(path):
    """None where the file system has no attributes."""
    try:
        return os.getxattr(path, STATE_ATTRIBUTE).decode()
    except OSError as error:
        return "" if error.errno == errno.ENODATA else None


def check_outside(place):
    found = {path.name for path in place.root.iterdir()} - {"out", "home"}
    if found:
        yield f"I2: outside the folder: {sorted(found)}"


def check_reason(outcome, number):
    """I4: a stable code, one sentence, an advice."""
    task, error = outcome.task(number), outcome.task(number).get("error")
    if task.get("state") == "failed" and not error:
        yield f"I4: task {number + 1} failed without a reason"
    if error and not (error["code"] and error["text"].endswith(".") and error["advice"] and "\n" not in error["text"]):
        yield f"I4: no plain reason: {error}"


def check_secret(place, outcome, secret=SECRET):
    """I6: in no output, no file, no attribute, not even in Base64."""
    hidden = [secret, base64.b64encode(f"{USER}:{secret}".encode()).decode()]
    for where, text in told(place, outcome):
        if any(one in text for one in hidden):
            yield f"I6: the secret is in {where}"


def told(place, outcome):
    yield "standard output", outcome.stdout
    yield "standard error", outcome.stderr
    for path in place.root.rglob("*"):
        if path.is_file() and path.parent != place.home:
            yield f"the name of {path.name}", path.name
            yield path.name, path.read_bytes().decode("latin-1")
            for name in os.listxattr(path):
                yield f"{name} of {path.name}", os.getxattr(path, name).decode("latin-1")


def check_status(outcome):
    """I9: 0 only when every task is done or unverified, 3 when none is."""
    states = [task["state"] for task in outcome.tasks]
    good = sum(state in ("done", "unverified") for state in states)
    expected = 0 if good == len(states) else 3 if good == 0 else 1
    if states and outcome.status not in (expected, 130, 4):
        yield f"I9: exit status {outcome.status}, {expected} expected"
