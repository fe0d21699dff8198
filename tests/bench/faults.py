# SPDX-License-Identifier: MIT
"""The same faults through Lapwing, curl, wget and aria2c: what each says, and what it leaves under the final name.

One attempt each, and three seconds for a server that is silent. Bold is success reported for something else
than the file: a silent loss. What Lapwing itself calls unverified, in its report and on the file, is not silent.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "faults"))
from faultserver import SIZE, SMALL, FaultServer, truth  # noqa: E402

PATIENCE = 45  # seconds until it "never ends"; Lapwing watches the least rate over 30
AT_ONCE = 6
LOSSES = ("short", "short-rst", "halfclose", "drop-hdr", "stall", "chunk-cut-between", "chunk-cut-inside", "chunk-bad",
          "chunk-huge", "nolen-rst", "gzip-cut", "103", "206-unasked", "206-wrong")
NO_FILE = ("204", "304", "404", "503", "loop", "redirect-file")  # whatever is left, it is not the file
# Cut in a first run, and gone on with in a second one, which meets this.
GONE_ON = {"changed-meanwhile": "good@2", "206-of-another-place": "206-wrong-place"}
FAULTS = ("slow", *LOSSES, "drop", "stall-nohdr", "slow-hdr", "cl-small", "cl-negative", "cl-garbage", "cl-huge", "cl-two",
          "cl-te", "nolen", "hdr-big", "hdr-total", "hdr-colonless", "hdr-nul", "hdr-flood", "status-flood", "1xx-flood",
          "garbage", "http09", "icy", "status-2", "gzip-asked-identity", "gzip-corrupt", "gzip-bomb", *NO_FILE, *GONE_ON)


@dataclass
class Cell:
    status: int
    left: str  # what is under the final name, in words
    is_right: bool  # and it is the file
    label: str  # what it says of itself, where that is less than "done"

    @property
    def is_silent_loss(self):
        return self.status == 0 and not self.is_right and not self.label

    def __str__(self):
        said = "never ends" if self.status == -signal.SIGKILL else "crash" if self.status < 0 else str(self.status)
        text = ", ".join(filter(None, [said, self.left, self.label]))
        return f"**{text}**" if self.is_silent_loss else text


# How each is told to fetch one link, once; `again`: to go on with what is there.


def lapwing(program, link, folder, again):
    return [program, "get", "-d", folder, "--json", "--progress", "none", "--retries", "0", "--connect-timeout", "3",
            "--first-byte-timeout", "3", "--stall-timeout", "3", link]


def curl(program, link, folder, again):
    return [program, "-q", "-s", "-f", "-L", *(["-C", "-"] if again else []), "--connect-timeout", "3", "--speed-time", "3",
            "--speed-limit", "1", "-o", f"{folder}/file", link]


def wget(program, link, folder, again):
    return [program, "--no-config", "-q", *(["-c"] if again else []), "-t", "1", "-T", "3", "-P", folder, link]


def aria2(program, link, folder, again):
    return [program, "--no-conf", "-q", *(["-c"] if again else []), "-m", "1", "-t", "3", "--connect-timeout=3", "-s", "1",
            "--file-allocation=none", "-d", folder, "-o", "file", link]


def clients(build):
    """(name, program, how it is told) of those that are there."""
    known = (("lapwing", str(build / "lapwing-cli"), lapwing), ("curl", "curl", curl), ("wget", "wget", wget),
             ("aria2", "aria2c", aria2))
    return [client for client in known if shutil.which(client[1])]


def once(words):
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        output, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
    return process.returncode, output


def cell(client, fault):
    _, program, tell = client
    with FaultServer() as server, tempfile.TemporaryDirectory() as folder:
        link = server.link(f"/{fault}")
        if fault in GONE_ON:
            server.course[fault] = ["short", GONE_ON[fault]]
            once(tell(program, link, folder, False))
        status, output = once(tell(program, link, folder, fault in GONE_ON))
        final = [path for path in Path(folder).iterdir() if path.suffix not in (".part", ".lapwing", ".aria2")]
        return judged(fault, status, final[0] if final else None, output)


def judged(fault, status, path, output):
    if path is None:
        return Cell(status, "nothing", False, "")
    data = path.read_bytes()
    if is_the_file(fault, data):
        return Cell(status, "the file", True, "")
    return Cell(status, described(data, truth(fault)), False, label(path, output))


def is_the_file(fault, data):
    body = truth(fault, 2 if GONE_ON.get(fault) == "good@2" else 1)
    if fault in NO_FILE:
        return False
    if fault == "cl-small":
        return data == body[:SMALL]
    return data == body or fault.startswith("gzip-asked") and data[:2] == b"\x1f\x8b" and zlib.decompress(data, 31) == body


def described(data, body):
    if not data:
        return "an empty file"
    if body.startswith(data):
        missing = SIZE - len(data)
        return f"all but {missing} bytes" if missing < SMALL else f"{100 * len(data) / SIZE:.2g} % of it"
    if data.startswith(body[:SMALL]) and len(data) > SMALL:
        return "a mixed file"
    return "something else"


def label(path, output):
    """Only Lapwing has a state that is less than done; it counts where the report and the file both say so."""
    try:
        told = json.loads(output)["runs"][0]["tasks"][0]["state"]
        on_file = os.getxattr(path, "user.lapwing.state").decode()
    except (ValueError, KeyError, IndexError, OSError):
        return ""
    return told if told == on_file == "unverified" else ""


def compare(build):
    """Prints the table, and how many silent losses each has."""
    there = clients(build.resolve())
    with ThreadPoolExecutor(AT_ONCE) as pool:
        cells = {(client[0], fault): pool.submit(cell, client, fault) for fault in FAULTS for client in there}
    names = [client[0] for client in there]
    print(f"\n{len(FAULTS)} faults, one attempt each: exit status, and what is under the final name\n")
    print("| fault |", " | ".join(names), "|")
    print("|---" * (len(names) + 1) + "|")
    for fault in FAULTS:
        print(f"| {fault} |", " | ".join(str(cells[name, fault].result()) for name in names), "|")
    for title, faults in ((f"silent losses, of {len(FAULTS)}", FAULTS), (f"of the {len(LOSSES)} kinds of loss", LOSSES)):
        counts = [sum(cells[name, fault].result().is_silent_loss for fault in faults) for name in names]
        print(f"| **{title}** |", " | ".join(map(str, counts)), "|")
