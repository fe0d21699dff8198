#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What servers do wrong, and how lapwing-cli ends: the rows of the fault matrix, and what holds for each of them.

protocol.py LAPWING_CLI [--group NAME] [--only WORD] [--cut-points N] [--seed N]
exit status 77: what it needs is missing
"""
import argparse
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import download
import tls
from faultserver import SIZE, FaultServer, truth
from rows import GROUPS
from scene import ELSEWHERE, MOST_FLOODED_MB, Scene

SKIPPED = 77
AT_ONCE = 8  # rows, most of which wait for a timeout
FLOODS_AT_ONCE = 2  # which do not wait, but work


def play(cli, row, server=None):
    servers = [server, FaultServer(ELSEWHERE), FaultServer()] if server else None
    try:
        with Scene(cli, row, servers) as scene:
            return list(scene.play())
    except Exception:  # a row that breaks is a row that fails; the others still tell
        return [traceback.format_exc()]


# What is no fault of a server's answer, and so no row of the table.


def refused(cli):
    """N1: three further tries, and the file of another host comes meanwhile."""
    with socket.socket() as kept, FaultServer(ELSEWHERE) as other, download.Place() as place:
        kept.bind(("127.0.0.1", 0))  # and does not listen
        links = [f"http://127.0.0.1:{kept.getsockname()[1]}/refused", other.link("/stranger")]
        outcome = download.run(cli, place, links)
        yield from download.check_invariants(place, outcome, [None, truth("stranger")])
        waits = [later["start_s"] - earlier["end_s"] for earlier, later in zip(outcome.attempts(), outcome.attempts()[1:])]
        if outcome.code() != "connection-refused" or len(waits) != 3 or any(
                wait < least for wait, least in zip(waits, (1, 2, 4))):
            yield f"{outcome.code()} after waits of {waits} s"
        if outcome.task(1).get("state") != "done" or outcome.task(1)["end_s"] > outcome.task(0)["end_s"] - 2:
            yield f"the other host's file waited: {outcome.task(1)}"


def no_such_host(cli):
    """N4: asked twice. In a network namespace with nothing in it, so that no question leaves this machine."""
    with download.Place() as place:
        outcome = download.run(cli, place, ["http://nowhere.invalid/file"], before=["unshare", "--net", "--map-root-user"])
        yield from download.check_invariants(place, outcome, [None])
        if outcome.code() != "host-not-found" or len(outcome.attempts()) != 2:
            yield f"{outcome.code()} after {len(outcome.attempts())} attempts"


def queued_siblings(cli):
    """N5: a reset in the middle of one of 16 touches none of the other 15, whichever connection they wait for."""
    with FaultServer() as server, download.Place() as place:
        names = [f"file{number}" for number in range(15)]
        links = [server.link("/short-rst"), *(server.link(f"/{name}") for name in names)]
        outcome = download.run(cli, place, links, ["-j", "6", "--retries", "0"])
        yield from download.check_invariants(place, outcome, [truth("short-rst"), *map(truth, names)])
        states = [task["state"] for task in outcome.tasks]
        if states != ["failed"] + ["done"] * 15:
            yield f"the states are {states}"


def never_sent(cli):
    """N5: connections break all the time, and nobody pays whose request had not even been sent."""
    with FaultServer() as server, download.Place() as place:
        names = [f"file{number}" for number in range(120)]
        server.course = {name: ["short"] for name in names[1::2]}
        outcome = download.run(cli, place, [server.link(f"/{name}") for name in names], ["-j", "6", "--retries", "0"])
        yield from download.check_invariants(place, outcome, list(map(truth, names)))
        for name, task in zip(names, outcome.tasks):
            if not server.requests(f"/{name}"):
                yield f"the server was never asked for {name}, and it is {task['state']}: {task['error']['code']}"


def trusted_flood(cli):
    """P10: of one that answered well for long, a header has bounds all the same."""
    with FaultServer() as server, FaultServer(ELSEWHERE) as other, download.Place() as place:
        names = [f"file{number}" for number in range(40)]
        links = [*(server.link(f"/{name}") for name in names), server.link("/hdr-flood"), other.link("/stranger")]
        outcome = download.run(cli, place, links, ["-j", "3", "--retries", "0", "--first-byte-timeout", "30"])
        truths = [*map(truth, names), None, truth("stranger")]
        yield from download.check_invariants(place, outcome, truths, most_mb=MOST_FLOODED_MB)
        if outcome.code(40) != "first-byte-timeout" or outcome.seconds > 20:
            yield f"{outcome.task(40).get('error')} after {outcome.seconds:.0f} s"
        if outcome.task(41).get("state") != "done":
            yield f"the other host's file: {outcome.task(41)}"


def flood_is_left(cli):
    """P10: a thread of Qt's that reads without end is not left to do so for as long as the run goes on."""
    with FaultServer() as server, FaultServer(ELSEWHERE) as other, download.Place() as place:
        links = [server.link("/hdr-flood"), other.link("/lasting")]
        outcome = download.run(cli, place, links, ["--retries", "0"])
        yield from download.check_invariants(place, outcome, [None, truth("lasting")], most_mb=MOST_FLOODED_MB)
        ended = time.monotonic()
        if outcome.task(1).get("state") != "done" or outcome.task(1)["end_s"] < 25:
            yield f"the other host's file did not last: {outcome.task(1)}"
        if not server.floods_ended or server.floods_ended[0] > ended - 10:
            yield f"it was read from until {[ended - at for at in server.floods_ended]} s before the end"


def nothing_succeeded(cli):
    """I9: 3 when nothing came, 1 when something did; the bodies of errors are no files."""
    with FaultServer() as server, download.Place() as place:
        for links, status in ((["/404"], 3), (["/404", "/410"], 3), (["/404", "/fine"], 1), (["/fine"], 0)):
            outcome = download.run(cli, place, [server.link(link) for link in links])
            if outcome.status != status:
                yield f"{links}: exit status {outcome.status}, {status} expected"


def ten_reasons(cli):
    """One list with ten different causes tells ten different reasons."""
    names = ["404", "503", "short", "stall", "stall-nohdr", "cl-negative", "204", "gzip-bomb", "loop", "redirect-file",
             "redirect-nolocation", "206-unasked"]
    with FaultServer() as server, download.Place() as place:
        outcome = download.run(cli, place, [server.link(f"/{name}") for name in names], ["-j", "12", "--retries", "0"])
        yield from download.check_invariants(place, outcome, [None] * len(names))
        for what in ("code", "text"):
            told = {(task["error"] or {}).get(what) for task in outcome.tasks}
            if len(told) != len(names):
                yield f"{len(names)} causes have {len(told)} different {what}s: {sorted(map(str, told))}"


def cut_points(cli, count, seed):
    """R-4, R-5: cut at any byte, the file changed meanwhile or not: the old one, the new one, never both."""
    chance = random.Random(seed)
    for start in range(0, count, 50):
        yield from some_cut_points(cli, chance, range(start, min(start + 50, count)))


def some_cut_points(cli, chance, numbers):
    with FaultServer() as server, download.Place() as place:
        names = [f"cut{number}" for number in numbers]
        versions = [chance.choice((1, 2)) for _ in names]
        afterwards = [chance.choice(("good", "good", "if-range-ignored", "range-ignored")) for _ in names]
        for name, version, after in zip(names, versions, afterwards):
            server.course[name] = [f"cut-at={chance.randrange(SIZE)}", f"{after}@{version}"]
        links = [server.link(f"/{name}") for name in names]
        for _ in range(2):
            outcome = download.run(cli, place, links, ["-j", "8", "--retries", "0"])
        truths = [truth(name, version) for name, version in zip(names, versions)]
        yield from (f"{complaint}; {server.course}" for complaint in download.check_invariants(place, outcome, truths))
        for task in outcome.tasks:
            if task["state"] != "done":
                yield f"{task['name']} is {task['state']}: {task['error']}; {server.course[task['name']]}"


def can_unshare():
    return subprocess.run(["unshare", "--net", "--map-root-user", "true"], capture_output=True).returncode == 0


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cli", type=Path)
    parser.add_argument("--group", choices=[*GROUPS, "tls", "cut-points"])
    parser.add_argument("--only", help="rows whose title holds this")
    parser.add_argument("--cut-points", type=int, default=30)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    return parser.parse_args()


def jobs(options, folder):
    """(title, function that gives complaints) of everything that was asked for."""
    cli = str(options.cli.resolve())
    wanted = [options.group] if options.group else [*GROUPS, "tls", "cut-points"]
    for name in wanted:
        if name in GROUPS:
            for row in GROUPS[name]():
                yield row.title, lambda row=row: play(cli, row)
    if "network" in wanted:
        yield "N1 refused", lambda: list(refused(cli))
        yield "N5 queued siblings", lambda: list(queued_siblings(cli))
        yield "N5 never sent", lambda: list(never_sent(cli))
        if can_unshare():
            yield "N4 no such host", lambda: list(no_such_host(cli))
        else:
            print("left out: N4 no such host (no network namespace can be made)")
    if "floods" in wanted:
        yield "P10 hdr-flood, trusted", lambda: list(trusted_flood(cli))
        yield "P10 hdr-flood, is left", lambda: list(flood_is_left(cli))
    if "statuses" in wanted:
        yield "I9 exit status", lambda: list(nothing_succeeded(cli))
        yield "I4 ten reasons", lambda: list(ten_reasons(cli))
    if "cut-points" in wanted:
        title = f"R-4 {options.cut_points} cut points, seed {options.seed}"
        yield title, lambda: list(cut_points(cli, options.cut_points, options.seed))
    if "tls" in wanted and tls.available():
        for row, server in tls.scenes(folder):
            yield f"{row.title} (TLS)", lambda row=row, server=server: play(cli, row, server)


def main():
    options = parse()
    if not os.access(options.cli, os.X_OK):
        print(f"there is no {options.cli}: ./dev build release")
        return SKIPPED
    if options.group == "tls" and not tls.available():
        print("there is no openssl")
        return SKIPPED
    at_once = FLOODS_AT_ONCE if options.group == "floods" else AT_ONCE
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(at_once) as pool:
        chosen = [(title, job) for title, job in jobs(options, folder) if not options.only or options.only in title]
        results = [(title, pool.submit(job)) for title, job in chosen]
        failed = sum(tell(title, result.result()) for title, result in results)
    print(f"{len(results)} rows, {failed} failed")
    return 1 if failed or not results else 0


def tell(title, complaints):
    lines = "\n        ".join([title, *complaints]).replace(download.SECRET, "SECRET")
    print(f"{'FAILED' if complaints else 'ok':8}{lines}", flush=True)
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main())
