# SPDX-License-Identifier: MIT
"""One row of the matrix, played: a fault between two healthy files, judged, and gone on with once the server is well."""
import hashlib
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

import download
from download import SECRET, USER
from faultserver import FaultServer, truth
from wire import Request

ELSEWHERE = "127.0.0.2"  # another host on the same machine
MOST_FLOODED_MB = 200  # by what has no end: Watchdog::mostGrown, and what is usual


@dataclass
class Row:
    """`expect` is a state, or several with bars between; `code` the same, of the reason."""

    id: str
    name: str  # of the file: the fault, unless there is a course
    expect: str
    code: str = ""
    options: list = field(default_factory=lambda: ["--retries", "0"])
    course: list = field(default_factory=list)
    attempts: Optional[int] = None
    requests: Optional[int] = None
    resumes: bool = False  # the next run asks for the rest, on condition that it is the same file
    alone: bool = False
    then: bool = True  # the server heals, and the same command goes on
    after: str = ""  # what the server does in the next run, when it does not heal
    edit: Optional[Callable] = None  # Scene: what happens to the folder between the runs
    stop_after: Optional[float] = None  # seconds until SIGINT
    prepare: Optional[Callable] = None  # Scene -> further options
    user: str = f"{USER}:{SECRET}"
    takes: Callable = lambda body: body  # the file that may come of it
    check: Optional[Callable] = None  # Scene -> complaints
    path: str = ""  # when it is more than the name
    file: str = ""  # what comes of it, when that is another one
    most_mb: int = download.MOST_MB
    title: str = ""  # a word to tell it from others of that name

    def __post_init__(self):
        options = [word for word in self.options if word.startswith("--") and word not in ("--retries", "--header")]
        words = [self.id, self.path.strip("/") or self.name, *options, self.title]
        self.title = " ".join(filter(None, words))


class Scene:
    def __init__(self, cli, row, servers=None):
        self.cli, self.row = cli, row
        self._servers = servers or [FaultServer(), FaultServer(ELSEWHERE), FaultServer()]

    def __enter__(self):
        self._stack = ExitStack()
        self.server, self.other, self.neighbour = map(self._stack.enter_context, self._servers)
        self.place = self._stack.enter_context(download.Place())
        self.server.elsewhere = {
            "other": self.other.link("/landing"),
            "port": self.neighbour.link("/landing"),
            "user": self.other.link("/landing", f"{USER}:{SECRET}"),
        }
        self.server.course[self.row.name] = self.row.course or [self.row.name]
        return self

    def __exit__(self, *words):
        self._stack.__exit__(*words)

    @property
    def path(self):
        return self.row.path or f"/{self.row.name}"

    def links(self):
        """The faulty one first, then one of the same server and one of another."""
        faulty = self.server.link(f"{self.path}?key={SECRET}", self.row.user)
        return [faulty] if self.row.alone else [faulty, self.server.link("/sibling"), self.other.link("/stranger")]

    def truths(self, version=1):
        mine = self.row.takes(truth(self.row.file or self.row.name, version))
        return [mine] if self.row.alone else [mine, truth("sibling"), truth("stranger")]

    def run(self):
        options = ["-j", "3", "--header", f"X-Api-Key: {SECRET}", *self.row.options]
        options += self.row.prepare(self) if self.row.prepare else []
        return download.run(self.cli, self.place, self.links(), options, stop_after=self.row.stop_after)

    def asked(self):
        return self.server.requests(self.path)

    def ranges(self):
        """What each request asked for; None: for all of it."""
        return [request.value("Range") for request in self.asked()]

    def question(self, number):
        """The request of that number, from 0; one without anything when there was none."""
        asked = self.asked()
        return asked[number] if number < len(asked) else Request("no request", "", [])

    def play(self):
        """The complaints there are."""
        self.outcome = self.run()
        yield from self._judge_faulty()
        version = version_of((self.row.course or ["good"])[-1])
        yield from download.check_invariants(self.place, self.outcome, self.truths(version), most_mb=self.row.most_mb)
        yield from self._siblings(self.outcome)
        if self.row.check:
            yield from self.row.check(self)
        if self.row.then and self.outcome.task().get("state") == "failed":
            yield from self._go_on()

    def _judge_faulty(self):
        row, outcome = self.row, self.outcome
        task = outcome.task()
        state = task.get("state")
        if state not in row.expect.split("|"):
            yield f"{row.expect} expected, it is {state} ({outcome.code()}: {(task.get('error') or {}).get('detail')})"
        if state == "failed" and row.code and outcome.code() not in row.code.split("|"):
            yield f"{row.code} expected, the reason is {outcome.code()}: {task['error']['detail']!r}"
        if row.attempts is not None and len(outcome.attempts()) != row.attempts:
            yield f"{row.attempts} attempts expected, there are {len(outcome.attempts())}"
        if row.requests is not None and len(self.asked()) != row.requests:
            yield f"{row.requests} requests expected, the server saw {self.ranges()}; attempts: {outcome.ends()}"

    def _siblings(self, outcome):
        """I3."""
        for number, expected in list(enumerate(self.truths()))[1:]:
            task = outcome.task(number)
            if task.get("state") != "done" or Path(task["path"]).read_bytes() != expected:
                yield f"I3: {task.get('name')} is {task.get('state')}: {task.get('error')}"

    def _go_on(self):
        """I5: what was kept is gone on from, what is left is whole, and nothing lies about."""
        kept = sorted(self.place.unfinished())
        if (self.row.edit or self.row.resumes) and len(kept) != 2:
            yield f"I5: of the first run there was {kept}, not a part and its sidecar"
            return
        if self.row.edit:
            self.row.edit(self)
        before = len(self.asked())
        version = self._change_server(before)
        again = self.run()
        truths = self.truths(version)
        complaints = [*download.check_invariants(self.place, again, truths), *self._siblings(again)]
        if again.task().get("state") != "done":
            complaints.append(f"I5: {again.task().get('state')} ({again.code()})")
        # What was edited is no longer ours to remove.
        left = [] if self.row.edit else sorted(self.place.unfinished())
        if left or len(self.place.finished()) != len(truths):
            complaints.append(f"I5: in the folder: {sorted(self.place.files())}")
        if self.row.resumes:
            complaints += self._check_resumed(before)
        yield from (f"in the next run: {complaint}" for complaint in complaints)

    def _change_server(self, asked):
        """The version that it has then."""
        if not self.row.after:
            self.server.heal()
            return 1
        self.server.course[self.row.name] = ["good"] * asked + [self.row.after]
        return version_of(self.row.after)

    def _check_resumed(self, before):
        first = self.question(before)
        if not first.value("Range") or not (first.value("If-Range") or "").startswith('"'):
            yield f"I5: it did not ask for the rest:\n{first.text()}"


def version_of(step):
    return int(step.partition("@")[2] or 1)


def checksum(name, version=1):
    return ["--checksum", f"sha-256={hashlib.sha256(truth(name, version)).hexdigest()}"]


WRONG_CHECKSUM = ["--checksum", "sha-256=" + "0" * 64]
