# SPDX-License-Identifier: MIT
"""A list of many links, what its server has for each, and whether what the window kept of it can be true."""
import json
import random
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults" / "machine"))
import look
from server import Resource

KIB, MIB = 1024, 1024 * 1024
LARGE = 40  # files of a list that take a while; more would fill the disk


class Tally:
    """Of the requests, instead of all of them."""

    def __init__(self):
        self.count = self.resumed = 0
        self.first = None  # when

    def append(self, asked):
        self.first = self.first or time.time()
        self.count += 1
        self.resumed += "Range" in asked.headers


class Site:
    """Bodies by number, all of them slices of one. In place of the server's resources, and of a table of originals."""

    def __init__(self, entries, seed):
        self.entries = entries
        self.rate = 0  # requests that are answered each second; 0: as they come
        self.tally = Tally()
        self._bytes = memoryview(look.content(8 * MIB, seed))
        self._lock = threading.Lock()
        self._next = 0.0

    def names(self):
        return [f"{number:06}.bin" for number in range(1, self.entries + 1)]

    def number_of(self, name):
        digits, _, ending = name.partition(".")
        if ending != "bin" or not digits.isdigit() or len(digits) != 6 or not 1 <= int(digits) <= self.entries:
            return None
        return int(digits)

    def is_missing(self, number):
        return number % 37 == 5

    def body(self, number):
        size = self._size(number)
        start = number * 7919 % (len(self._bytes) - size)
        return self._bytes[start : start + size]

    def _size(self, number):
        if number % 29 == 3:
            return 0
        chance = random.Random(number)
        return chance.randrange(300 * KIB, 3 * MIB) if self._is_large(number) else int(10 ** chance.uniform(0, 4.3))

    def _is_large(self, number):
        return number % max(self.entries // LARGE, 2) == 1

    def get(self, path):
        """For the server: as a path, and no sooner than `rate` allows. For look: as a name, all versions of it."""
        if not path.startswith("/"):
            number = self.number_of(path)
            return None if number is None else [self.body(number)]
        self._wait()
        number = self.number_of(path[1:])
        if number is None or self.is_missing(number):
            return None
        return Resource(self.body(number), etag=f'"{number}"', rate=MIB if self._is_large(number) else 0)

    def _wait(self):
        if not self.rate:
            return
        with self._lock:
            self._next = max(self._next, time.monotonic()) + 1 / self.rate
            moment = self._next
        time.sleep(max(0, moment - time.monotonic()))

    def values(self):
        return []  # none is held back that had to be released


def wrong_records(rows, site, folder, before):
    """What is wrong, and how each ended by its number: "done", or the code of the reason."""
    wrong, ended = [], {}
    for number, (_, stored) in enumerate(rows, 1):
        record = json.loads(stored) if stored else {"state": "queued"}
        if record["state"] in ("done", "failed"):
            ended[number] = record["error"]["code"] if record["state"] == "failed" else "done"
        expected = "http-404" if site.is_missing(number) else "done"
        if ended.get(number, expected) != expected:
            wrong.append(f"{number} is {ended[number]}, not {expected}: {record}")
        if number in before and number not in ended:
            wrong.append(f"{number} was {before[number]} before, and is {record['state']}")
        if ended.get(number) == "done" and number not in before:
            wrong += wrong_done(record, folder / f"{number:06}.bin", site.body(number))
    return wrong, ended


def wrong_done(record, path, body):
    if record["path"] != str(path):
        return [f"{path.name} is done as {record['path']}"]
    if not path.exists():
        return [f"{path.name} is done, and not there"]
    return [] if path.read_bytes() == body else [f"{path.name} is done, and not what the server has"]
