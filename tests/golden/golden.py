#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds compare and sweep against servers with a known truth (server.py): the verdict, the speed-up within
10 % of the truth, the recommended number at once, what limits it. Exit status 1 when one is wrong. A workload
with a wrong figure is measured a second time: a machine that does other work for a moment spoils one
measurement, a fault of the program spoils both.

    golden.py LAPWING_CLI [--rounds N] [--only KIND]"""
import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import server

TOLERANCE = 0.10
AT_ONCE = 6
LEVELS = [1, 2, 4, 8, 16]


class Workload:
    """A server, a list of `files`, and what is true of it."""

    def __init__(self, make, files, speedup, limited_by, recommended, critical=None):
        self.make, self.files, self.speedup = make, files, speedup
        self.limited_by, self.recommended, self.critical = limited_by, recommended, critical


# speedup: at 6 at once, from how the server is made. recommended: the numbers that are right.
WORKLOADS = {
    # 48 answers of 60 ms: 2.88 s one at a time, 8 waves of 60 ms together. As many as that, because 8 then takes twice
    # as long as 16: in two rounds of a moment less than a quarter is chance.
    "latency": Workload(lambda tls: server.Latency(0.060), 48, 6.0, {"latency"}, {16}),
    # 6 files of 800 kB through 4 MB/s: 1.2 s both ways; large, so that the gaps between them are small.
    "shared-pipe": Workload(lambda tls: server.Shared(800_000, lambda n: 4e6), 6, 1.0, {"line"}, {1}),
    # 48 files of 60 kB at 1 MB/s each: 60 ms each.
    "rate-for-each": Workload(lambda tls: server.Rate(60_000, 1e6), 48, 6.0, {"connection"}, {16}),
    # 24 answers, 30 ms for itself and 30 ms of what there is one of: 1.44 s; 30 ms + 24 * 30 ms together.
    "serial": Workload(lambda tls: server.Serial(0.030, 0.030), 24, 1.44 / 0.75, {"latency"}, {2, 4}),
    # 60 ms each; more than 8 at once are refused.
    "throttling": Workload(lambda tls: server.Throttling(0.060, 8), 24, 6.0, {"latency"}, {8}),
    # One of 600 kB and 23 of 20 kB at 1 MB/s each: 1.06 s; the huge one alone takes 0.6 s.
    "one-huge": Workload(lambda tls: server.OneHuge(600_000, 20_000, 1e6), 24, 1.06 / 0.60, {"connection"}, {2, 4},
                         critical="0"),
    # A new TLS connection for each answer of 500 ms: long, since the handshakes take this one process's time
    # (some 6 ms each), and those of one wave add up.
    "no-keep-alive": Workload(lambda tls: server.NoKeepAlive(0.500, tls), 12, 6.0, {"latency"}, {12}),
    # 12 jobs of 80 ms; n at once get n ** -0.4 of what one gets: 6 at once are slower than one.
    "slows-down": Workload(lambda tls: server.Shared(80_000, lambda n: 1e6 * n ** -0.4), 12, 6 ** -0.4,
                           {"line"}, {1}),
}


class Loop(threading.Thread):
    """The servers' loop."""

    def __init__(self):
        super().__init__(daemon=True)
        self.loop = asyncio.new_event_loop()

    def run(self):
        self.loop.run_forever()

    def listen(self, golden):
        asyncio.run_coroutine_threadsafe(golden.listen(), self.loop).result(10)


def certificate(folder):
    paths = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", paths[1], "-out", paths[0]], check=True, capture_output=True)
    return paths


def run(cli, command, golden, links, extra, folder):
    arguments = [cli, command, "--null", "--json", "--progress", "none", "--input", links, *extra]
    if golden.tls:
        arguments += ["--ca-certificate", folder / "certificate.pem"]
    done = subprocess.run(arguments, capture_output=True, timeout=300)
    if not done.stdout.startswith(b"{"):
        raise SystemExit(f"{command}: exit status {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def judge_compare(workload, document):
    speedup, verdicts = document["speedup"], [
        each["verdict"]["limited_by"] for each in document["runs"] if each["mode"] == "together"]
    if speedup is None or not speedup["comparable"]:
        yield False, f"not comparable: {speedup and speedup['why']}"
        return
    error = speedup["value"] / workload.speedup - 1
    yield abs(error) <= TOLERANCE, f"speed-up {speedup['value']:.2f}, truth {workload.speedup:.2f} ({error:+.1%})"
    typical = max(set(verdicts), key=verdicts.count)
    yield typical in workload.limited_by, f"limited by {typical}"


def judge_sweep(workload, document):
    sweep = document["sweep"]
    recommended = sweep["recommended"] and sweep["recommended"]["at_once"]
    curve = " ".join(f"{point['at_once']}:{point['elapsed_s']:.2f}" for point in sweep["points"])
    yield recommended in workload.recommended, f"recommended {recommended} ({curve})"
    if workload.critical:
        critical = (sweep.get("critical") or {}).get("name")
        fastest = max(point["speedup"] or 0 for point in sweep["points"])
        is_passed = critical is None and fastest >= workload.speedup  # noise may pass a bound: it is not said then
        yield critical == workload.critical or is_passed, f"bounded by the file {critical}"


def judge_pairs(cli, golden, links, folder):
    """One pair of runs has no interval: what one says by itself has to be near the truth all the same."""
    pairs = [run(cli, "get", golden, links, ["--at-once", str(AT_ONCE), "--baseline", "measure"], folder)
             for _ in range(5)]
    figures = [document["speedup"]["value"] for document in pairs]
    yield all(0.95 <= figure <= 1.05 for figure in figures), "five single pairs " + " ".join(f"{figure:.2f}" for figure in figures)


def examine(cli, name, rounds, loop, folder):
    workload = WORKLOADS[name]
    golden = workload.make(server.tls_context(folder / "certificate.pem", folder / "key.pem"))
    loop.listen(golden)
    links = folder / f"{name}.txt"
    scheme = "https" if golden.tls else "http"
    links.write_text("".join(f"{scheme}://127.0.0.1:{golden.port}/{number}\n" for number in range(workload.files)))
    levels = ",".join(map(str, LEVELS))
    compared = run(cli, "compare", golden, links, ["--at-once", str(AT_ONCE), "--rounds", str(rounds)], folder)
    yield from judge_compare(workload, compared)
    swept = run(cli, "sweep", golden, links, ["--levels", levels, "--rounds", str(max(2, rounds // 2))], folder)
    yield from judge_sweep(workload, swept)
    if name == "shared-pipe":
        yield from judge_pairs(cli, golden, links, folder)
    if name == "throttling":
        refused = [each["verdict"]["limited_by"] for each in swept["runs"] if each["at_once"] > 8]
        yield set(refused) <= {"throttling"} and refused != [], f"above 8 limited by {refused}"


def is_right(cli, name, rounds, loop, folder):
    wrong = 0
    for right, text in examine(cli, name, rounds, loop, folder):
        wrong += not right
        print(f"{'ok   ' if right else 'WRONG'} {name:<14} {text}", flush=True)
    return wrong == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=WORKLOADS)
    given = parser.parse_args()
    loop = Loop()
    loop.start()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        certificate(folder)
        for workload in [given.only] if given.only else WORKLOADS:
            examined = given.cli, workload, given.rounds, loop, folder
            wrong += not (is_right(*examined) or is_right(*examined))
    print(f"{wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
