# SPDX-License-Identifier: MIT
"""The shipped command line as a process."""
import json
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import place

REPOSITORY = Path(__file__).resolve().parents[3]
PROGRAM = Path(os.environ.get("LAPWING_CLI") or REPOSITORY / "build/release/lapwing-cli")


def need():
    if not PROGRAM.exists():
        place.skip_all(f"{PROGRAM} is not built")


@dataclass
class Ended:
    status: int  # negative: the signal that killed it
    seconds: float
    document: dict | None  # absent when it was killed before it could write one
    said: str  # on standard error

    @property
    def run(self):
        return self.document["runs"][0]

    def task(self, name):
        """Of the link that ends so."""
        return next(task for task in self.run["tasks"] if task["url"].endswith(f"/{name}"))

    def code(self, name):
        """The code of its failure; None when it did not fail."""
        error = self.task(name)["error"]
        return error["code"] if error else None


class Lapwing:
    """`around` is what the program is started under, e.g. strace."""

    def __init__(self, folder, links, *options, around=(), env=None, stdout=None):
        words = [*around, str(PROGRAM), "get", "--json", "--progress", "plain"]
        if folder:
            words += ["-d", str(folder)]
        self._out = tempfile.TemporaryFile()
        self._err = tempfile.TemporaryFile()
        self._begun = time.monotonic()
        self.process = subprocess.Popen(
            [*words, *options, *links],
            stdin=subprocess.DEVNULL,
            stdout=self._out if stdout is None else stdout,
            stderr=self._err,
            env=os.environ | {"LC_ALL": "C.UTF-8"} | (env or {}),
        )

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)

    def is_running(self):
        return self.process.poll() is None

    def wait(self, seconds=30):
        """It has to end within `seconds`."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"still running after {seconds} s; it said: {text_of(self._err)}") from None
        taken = time.monotonic() - self._begun
        document, said = text_of(self._out), text_of(self._err)
        return Ended(status, taken, json.loads(document) if document else None, said)

    def kill(self):
        self.signal(signal.SIGKILL)
        self.process.wait()


def text_of(file):
    """All of it; closes it."""
    with file:
        file.seek(0)
        return file.read().decode(errors="replace")


def get(folder, links, *options, seconds=30, **further):
    return Lapwing(folder, links, *options, **further).wait(seconds)
