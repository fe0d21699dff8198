# SPDX-License-Identifier: MIT
"""How each client is told to fetch the same links into a folder."""
import json
import shutil
import tempfile
from pathlib import Path

from contest import Client


class Tools:
    def __init__(self, build):
        build = build.resolve()
        self._lapwing = build / "lapwing-cli"
        self._bare_loop = build / "bench" / "bench_bareloop"
        self.line = build / "bench" / "bench_line"
        self._lists = tempfile.TemporaryDirectory()
        self._number = 0

    def _file(self, text):
        self._number += 1
        path = Path(self._lists.name, f"list{self._number}")
        path.write_text(text)
        return str(path)

    def lapwing(self, links, at_once):
        listed = self._file("\n".join(links) + "\n")
        words = [str(self._lapwing), "get", "-i", listed, "-j", str(at_once), "--progress", "none"]
        return Client("lapwing", lambda folder: [*words, "-d", folder])

    def bare_loop(self, links, at_once, managers):
        listed = self._file("\n".join(links) + "\n")
        words = [str(self._bare_loop), "-i", listed, "-j", str(at_once), "-m", str(managers)]
        name = f"bare loop, {managers} manager{'s' if managers > 1 else ''}"
        return Client(name, lambda folder: [*words, "-d", folder])

    def curl(self, links, at_once):
        def command(folder):
            lines = [f'url = "{link}"\noutput = "{folder}/{link.rsplit("/", 1)[1]}"' for link in links]
            return ["curl", "-s", "-S", "-Z", "--parallel-max", str(at_once), "-K", self._file("\n".join(lines))]

        return Client("curl", command)

    def aria2(self, links, at_once):
        """None where it is not installed."""
        if not shutil.which("aria2c"):
            return None
        listed = self._file("\n".join(links) + "\n")
        words = ["aria2c", "-q", "-i", listed, "-j", str(at_once), "-x", "16", "-s", "1"]
        return Client("aria2", lambda folder: [*words, "--file-allocation=none", "--no-conf", "-d", folder])

    def loop_still_ms(self, lapwing, memory):
        """The longest that the event loop stood still, as the run document tells it; None when it does not."""
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            document = Path(folder, "run.json")
            lapwing.run(folder, "--export", str(document))
            runs = json.loads(document.read_text())["runs"] if document.exists() else []
        found = [run["loop_still_s"] for run in runs if run.get("loop_still_s") is not None]
        return max(found) * 1000 if found else None
