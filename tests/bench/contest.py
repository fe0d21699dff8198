# SPDX-License-Identifier: MIT
"""Clients that do the same work in turn, and how they compare."""
import contextlib
import filecmp
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@contextlib.contextmanager
def folder_in_memory():
    """A folder on tmpfs: what a disk does to thousands of new files would hide what the clients cost."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir="/dev/shm") as folder:
        yield Path(folder)


@dataclass
class Measured:
    seconds: float
    peak_mb: float


class Client:
    def __init__(self, name, command):
        self.name = name
        self._command = command  # folder -> words

    def run(self, folder, *further):
        """(Measured, exit status); its output is shown only when it fails."""
        words = [*self._command(str(folder)), *further]
        with tempfile.TemporaryFile() as output:
            start = time.monotonic()
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                output.seek(0)
                print(f"{self.name}: {output.read()[-2000:].decode(errors='replace')}")
        return Measured(seconds, usage.ru_maxrss / 1024), process.returncode


class Contest:
    def __init__(self, title, served, memory, repeats):
        print(f"\n{title}")
        self._served = served
        self._memory = memory
        self._repeats = repeats
        self._results = {}  # name -> [Measured], one for each round; none when a round failed

    def run(self, *clients):
        clients = [client for client in clients if client]
        for number in range(self._repeats):
            first = number % len(clients)  # nobody is always the one with the cold caches
            for client in clients[first:] + clients[:first]:
                self._results.setdefault(client.name, []).append(self._one(client))
        print(f"{'':24}{'median s':>10}{'least':>10}{'most':>10}{'peak MB':>10}")
        for client in clients:
            self._print(client.name)

    def _one(self, client):
        folder = Path(tempfile.mkdtemp(dir=self._memory))
        try:
            measured, status = client.run(folder)
            return measured if status == 0 and self._is_identical(client.name, folder) else None
        finally:
            shutil.rmtree(folder)

    def _is_identical(self, name, folder):
        names = sorted(path.name for path in self._served.iterdir())
        left = sorted(path.name for path in folder.iterdir())
        _, different, missing = filecmp.cmpfiles(self._served, folder, names, shallow=False)
        if different or missing or left != names:
            print(f"{name}: {len(different)} files differ, {len(missing)} are missing, {len(left)} are there")
            return False
        return True

    def _times(self, name):
        """None unless every round succeeded: the rounds left out would be the slow ones."""
        rounds = self._results.get(name, [])
        return [one.seconds for one in rounds] if rounds and all(rounds) else None

    def _print(self, name):
        times = self._times(name)
        if not times:
            print(f"{name:24}{'failed':>10}")
            return
        figures = (statistics.median(times), min(times), max(times))
        print(f"{name:24}" + "".join(f"{one:10.2f}" for one in figures) + f"{self.peak_mb(name):10.0f}")

    def peak_mb(self, name):
        """Never less than what this script had when it forked: the kernel carries that over."""
        return max((one.peak_mb for one in self._results.get(name, []) if one), default=None)

    def compare(self, name, other, most=None):
        ours, theirs = self._times(name), self._times(other)
        if not ours or not theirs:
            print(f"  {name} / {other}: not comparable")
            return
        ratios = [one / another for one, another in zip(ours, theirs)]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        print(f"  {name} / {other}: {statistics.median(ratios):.2f} ({spread})" + judged(statistics.median(ratios), most))

    def limit(self, name, what, value, most):
        shown = "not reported" if value is None else f"{value:.1f}{judged(value, most)}"
        print(f"  {name}, {what}: {shown}")


def judged(value, most):
    if most is None:
        return ""
    return f", at most {most} wanted: {'met' if value <= most else 'MISSED'}"
