#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""This program beside others, in one run: the same work in turn, several times, and the medians.

A machine is never equally busy twice, so what counts are the ratios, which are taken within each round.
Every file that a client leaves is compared with what was served, outside the time. Everything stays on
this machine: nginx serves on the loopback, or in a namespace of its own behind a line with a round trip
(root only).
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

import faults
from contest import Client, Contest, folder_in_memory
from contenders import Tools
from webserver import WebServer, make_files
from window import window

KIB, MIB = 1024, 1024 * 1024


def sixteen_at_once(tools, links):
    """Everybody who takes part where the files are many and small."""
    return (
        tools.lapwing(links, 16),
        tools.bare_loop(links, 16, managers=1),
        tools.bare_loop(links, 16, managers=3),
        tools.curl(links, 16),
        tools.aria2(links, 16),
    )


def small_files(tools, options, memory):
    served = make_files(memory / "served", options.files, 10 * KIB)
    with WebServer(served) as server:
        contest = Contest(f"{options.files} files of 10 KiB, loopback, 16 at once", served, memory, options.repeats)
        contest.run(*sixteen_at_once(tools, server.links()))
    contest.compare("lapwing", "bare loop, 3 managers", most=1.2)
    contest.compare("lapwing", "bare loop, 1 manager")
    contest.compare("lapwing", "curl")
    contest.compare("lapwing", "aria2")


def over_the_line(tools, options, memory):
    """In the client's namespace: bench_line has started us again."""
    served = make_files(memory / "served", options.line_files, 10 * KIB)
    with WebServer(served, os.environ["LINE_ADDRESS"], namespace=os.environ["LINE_SERVER"]) as server:
        contest = Contest(f"{options.line_files} files of 10 KiB, 50 ms, 200 Mbit/s, 16 at once", served, memory, options.repeats)
        contest.run(*sixteen_at_once(tools, server.links()))
    contest.compare("lapwing", "curl", most=1.0)
    contest.compare("lapwing", "bare loop, 3 managers")
    contest.compare("lapwing", "aria2")


def line(tools, options, memory):
    if os.geteuid() != 0:
        print("\nfiles over a line of 50 ms: left out, only root may make network namespaces")
        return
    again = [sys.executable, __file__, *sys.argv[1:], "--only", "over-the-line"]
    subprocess.run([tools.line, "--delay", "25", "--rate", "200", "--", *again], check=True)


def large_file(tools, options, memory):
    served = make_files(memory / "served", 1, options.large * MIB)
    with WebServer(served) as server:
        links = server.links()
        contest = Contest(f"one file of {options.large} MiB, loopback", served, memory, options.repeats)
        lapwing = tools.lapwing(links, 6)
        contest.run(lapwing, tools.curl(links, 1), tools.aria2(links, 1))
        contest.compare("lapwing", "curl", most=0.7)
        contest.limit("lapwing", "peak RSS, MB", contest.peak_mb("lapwing"), most=64)
        contest.limit("lapwing", "loop stood still, ms", tools.loop_still_ms(lapwing, memory), most=20)


def side_by_side(tools, options, memory):
    faults.compare(options.build)


def golden(tools, options, memory):
    """Servers with a known truth: rounds enough for an interval."""
    script = Path(__file__).parents[1] / "golden" / "golden.py"
    subprocess.run([script, options.build / "lapwing-cli", "--rounds", "6"], check=False)


CHAPTERS = {"small": small_files, "line": line, "large": large_file, "faults": side_by_side, "golden": golden,
            "window": window, "over-the-line": over_the_line}


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", type=Path, default=Path("build/release"), help="where the programs are")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--only", choices=CHAPTERS, action="append")
    parser.add_argument("--files", type=int, default=5000, help="of the first chapter")
    parser.add_argument("--line-files", type=int, default=400)
    parser.add_argument("--rows", type=int, default=100_000, help="of the window's list")
    parser.add_argument("--large", type=int, default=1024, help="MiB of the large file")
    return parser.parse_args()


def main():
    options = parse()
    tools = Tools(options.build)
    chapters = options.only[-1:] if options.only and "over-the-line" in options.only else options.only or ["small", "line", "large", "faults", "golden", "window"]
    for name in chapters:
        with folder_in_memory() as memory:
            CHAPTERS[name](tools, options, memory)


if __name__ == "__main__":
    main()
