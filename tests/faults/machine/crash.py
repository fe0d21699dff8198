# SPDX-License-Identifier: MIT
"""Downloads that are cut off at random moments, again and again, and a run that gets through at last."""
import concurrent.futures
import itertools
import random
import signal
import subprocess
import threading

import lapwing
import look
from server import Resource, serving

KIB = 1024
MOST_CUTS = 6  # of one list
ENOUGH_TO_RESUME = 20


# Above and below what can be gone on with, and what is held in memory.
SIZES = {"a.bin": 6000, "b.bin": 3000, "c.bin": 1100, "d.bin": 2000, "e.bin": 300, "f.bin": 40, "g.bin": 20, "h.bin": 1}
WITHOUT_LENGTH = "d.bin"


def resource(name, seed, version, seconds):
    """Large ones take about so long."""
    body = look.content(SIZES[name] * KIB + 7, (seed, name, version))
    rate = int(len(body) / seconds) + 200 * KIB
    return Resource(body, etag=f'"{name}-{version}"', rate=rate, has_length=name != WITHOUT_LENGTH)


class Watch:
    """Looks at every file the moment it has its final name, while the program runs."""

    def __init__(self, folder, versions):
        self.found = []
        self._folder = folder
        self._versions = versions
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def _watch(self):
        seen = set()
        while not self._stop.wait(0.01):
            for name in set(look.names(self._folder)) - seen:
                if look.is_final(name):
                    seen.add(name)
                    self.found.append(look.wrong_final(self._folder / name, self._versions))


class Budget:
    """So many of the cuts that are asked for, for several threads: one that came too late, or was another, is none."""

    def __init__(self, count):
        self._left = count
        self._lock = threading.Lock()

    def spend(self):
        with self._lock:
            self._left -= 1

    def is_spent(self):
        return self._left <= 0


class Course:
    """One folder and one list, from the first cut to the run that gets through. Between two runs, a file on the server
    may have become another one."""

    watch = Watch

    def __init__(self, folder, server, seed, longest):
        self.problems = []
        self.cuts = 0
        self.counted = 0  # of them, those that are asked for
        self.resumed = 0  # requests that went on in a file
        self._folder = folder
        self._server = server
        self._versions = {path[1:]: [one.body] for path, one in server.resources.items()}
        self._random = random.Random(repr(seed))
        self._longest = longest
        self._seed = seed

    def run(self, budget):
        while self.cuts < MOST_CUTS and not budget.is_spent():
            counted = self.counted
            is_through = self._gets_through_before_the_cut()
            if self.counted > counted:
                budget.spend()
            if is_through:
                break
            if self._random.random() < 0.2:
                self._change(self._random.choice(list(SIZES)))
        self._get_through()

    def _change(self, name):
        versions = self._versions[name]
        made = resource(name, self._seed, len(versions) + 1, self._longest)
        versions.insert(0, made.body)
        self._server.resources[f"/{name}"] = made

    def _note(self, found, when):
        self.problems += [f"seed {self._seed}, {when}: {problem}" for problem in found if problem]

    def _gets_through_before_the_cut(self):
        with self.watch(self._folder, self._versions) as watch:
            process = lapwing.Lapwing(self._folder, self._server.links(), "-j", "8")
            cut = self._cut_at_a_random_moment(process)
            ended = process.wait(10)
        if ended.status != 0 and not cut:
            self._note([f"ended by itself with {ended.status}: {ended.said}"], f"after cut {self.cuts}")
        self._note(watch.found, f"before cut {self.cuts}")
        self._note(look.wrong(self._folder, self._versions), f"after cut {self.cuts}")
        return ended.status == 0

    def _cut_at_a_random_moment(self, process):
        """False when it had ended before."""
        try:
            process.process.wait(self._random.uniform(0, self._longest))
            return False
        except subprocess.TimeoutExpired:
            self.cuts += 1
            self.counted += self._cut(process)
            return True

    def _cut(self, process):
        """Whether it counts: now and then comes one after which more is to be there."""
        is_kill = self._random.random() >= 0.1
        process.signal(signal.SIGKILL if is_kill else signal.SIGINT)
        return is_kill

    def _get_through(self):
        """Nobody cuts this one off: everything has to be whole, and nothing of ours left over."""
        ended = lapwing.get(self._folder, self._server.links(), "-j", "8", seconds=60)
        if ended.status != 0:
            self._note([f"exit status {ended.status}: {ended.said}"], "at the end")
        self._note(look.wrong(self._folder, self._versions), "at the end")
        there = look.names(self._folder)
        self._note([f"{name} is missing" for name in self._versions if name not in there], "at the end")
        self._note([f"{name} was left over" for name in there if not self._belongs(name)], "at the end")
        self.resumed = sum(asked.start > 0 for asked in self._server.asked)

    def _belongs(self, name):
        """Numbered ones only beside an older version."""
        return name in self._versions or (look.is_final(name) and len(look.original_of(name, self._versions) or ()) > 1)


def courses(make, count, at_once, seconds, seed):
    """`count` cuts, or a few more, over as many lists as it takes. `make`: a context that gives a Course for what Course takes,
    but for the folder."""
    budget, numbers = Budget(count), itertools.count()

    def lane(_):
        done = []
        while not budget.is_spent():
            mine = (seed, next(numbers))
            first = {name: resource(name, mine, 1, seconds) for name in SIZES}
            with serving(first) as server, make(server, mine, seconds) as course:
                course.run(budget)
                done.append(course)
        return done

    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        return [course for lane_of in pool.map(lane, range(at_once)) for course in lane_of]


def tell(done):
    """The exit status. Many cuts after which nothing was ever gone on with would show nothing."""
    problems = [problem for course in done for problem in course.problems]
    cuts, resumed = sum(course.counted for course in done), sum(course.resumed for course in done)
    if cuts >= ENOUGH_TO_RESUME and not resumed:
        problems.append("nothing was ever gone on with")
    print("\n".join(problems))
    print(f"{cuts} cuts in {len(done)} lists; {resumed} requests went on in a file; {len(problems)} problems")
    return 1 if problems else 0
