#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row F10, and what a process can show of G1: being told to end."""
import os
import signal
import subprocess
import unittest

import lapwing
import look
import place
from server import Resource, serving

KIB, MIB = 1024, 1024 * 1024
LARGE, SMALL = look.content(3 * MIB, "large"), look.content(20 * KIB, "small")
VERSIONS = {"large.bin": [LARGE], "small.bin": [SMALL]}
ENDS_WITHIN = 3  # seconds


class Ending(unittest.TestCase):
    def setUp(self):
        kept = place.folder()
        self.folder = kept.__enter__()
        self.addCleanup(kept.__exit__, None, None, None)

    def serving(self):
        return serving({"small.bin": Resource(SMALL), "large.bin": Resource(LARGE, hold_at=2 * MIB)})

    def in_the_middle(self, server, *options, **further):
        """A run of which the small file is done, and more than a MiB of the large one is there."""
        process = lapwing.Lapwing(self.folder, server.links(), *options, **further)
        part = self.folder / "large.bin.part"
        place.until(lambda: (self.folder / "small.bin").exists(), what="the small file")
        place.until(lambda: part.exists() and part.stat().st_size > MIB, what="half of the large file")
        return process

    def next_run_goes_on(self, server):
        self.assertEqual(look.wrong(self.folder, VERSIONS), [])
        before = len(server.asked)
        server.resources["/large.bin"].released.set()
        ended = lapwing.get(self.folder, server.links())
        self.assertEqual(ended.status, 0, ended.said)
        self.assertEqual(look.names(self.folder), ["large.bin", "small.bin"])
        self.assertEqual(look.wrong(self.folder, VERSIONS), [])
        again = {asked.path: asked for asked in server.asked[before:]}
        self.assertGreater(again["/large.bin"].start, MIB, "it did not go on where it had stopped")
        self.assertEqual(again["/small.bin"].status, 304, "what was there was fetched again")

    def ends(self, number, status):
        with self.serving() as server:
            process = self.in_the_middle(server)
            process.signal(number)
            ended = process.wait(ENDS_WITHIN)
            self.assertEqual(ended.status, status)
            self.assertEqual(ended.task("large.bin")["state"], "cancelled")
            self.assertEqual(ended.task("small.bin")["state"], "done")
            self.next_run_goes_on(server)

    def test_f10_interrupt(self):
        self.ends(signal.SIGINT, 130)

    def test_f10_terminate(self):
        self.ends(signal.SIGTERM, 143)

    def test_f10_hang_up(self):
        self.ends(signal.SIGHUP, 143)

    def test_f10_second_interrupt_ends_at_once(self):
        with self.serving() as server:
            process = self.in_the_middle(server)
            os.kill(process.process.pid, signal.SIGSTOP)  # so that both are there before it can end by the first
            process.signal(signal.SIGINT)
            process.signal(signal.SIGTERM)
            process.signal(signal.SIGINT)
            process.signal(signal.SIGCONT)
            self.assertIn(process.wait(ENDS_WITHIN).status, (130, 143))
            self.assertEqual(look.wrong(self.folder, VERSIONS), [])

    def test_f10_closed_output(self):
        """Nobody reads the results any more: the files still come, and the exit status tells."""
        reader, writer = os.pipe()
        with self.serving() as server:
            process = self.in_the_middle(server, stdout=writer)
            os.close(writer)
            os.close(reader)
            server.resources["/large.bin"].released.set()
            ended = process.wait()
            self.assertGreaterEqual(ended.status, 0, f"killed by signal {-ended.status}")
            self.assertEqual(look.names(self.folder), ["large.bin", "small.bin"])
            self.assertEqual(look.wrong(self.folder, VERSIONS), [])

    def test_f10_closed_error_output(self):
        """As when a terminal goes away: progress has nowhere to go."""
        reader, writer = os.pipe()
        with self.serving() as server:
            words = [str(lapwing.PROGRAM), "get", "-d", str(self.folder), "--progress", "plain", *server.links()]
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=writer, stderr=writer)
            os.close(writer)
            os.close(reader)
            server.resources["/large.bin"].released.set()
            self.assertGreaterEqual(process.wait(20), 0)
            self.assertEqual(look.wrong(self.folder, VERSIONS), [])
            self.assertEqual(look.names(self.folder), ["large.bin", "small.bin"])

    def test_g1_interrupt_while_it_waits_to_try_again(self):
        resource = Resource(SMALL, retry_after="120")
        with serving({"f.bin": resource}) as server:
            process = lapwing.Lapwing(self.folder, server.links())
            place.until(lambda: server.asked, what="a request")
            process.signal(signal.SIGINT)
            self.assertEqual(process.wait(ENDS_WITHIN).status, 130)
            self.assertEqual(len(server.asked), 1)
            self.assertEqual(look.names(self.folder), [])

    def test_g1_interrupt_at_any_moment(self):
        """Fifty files, stopped ever later: nothing wrong stays, and nothing that is there comes again."""
        bodies = {f"f{number:02}.bin": look.content(40 * KIB, number) for number in range(50)}
        for moment in (0, 1, 3, 10, 25, 40):
            with place.folder() as folder, serving({name: Resource(body, rate=MIB) for name, body in bodies.items()}) as server:
                process = lapwing.Lapwing(folder, server.links(), "-j", "8")
                place.until(lambda: len(server.asked) > moment or not process.is_running(), what="the moment")
                process.signal(signal.SIGINT)
                self.assertEqual(process.wait(ENDS_WITHIN).status, 130)
                self.assertEqual(look.wrong(folder, {name: [body] for name, body in bodies.items()}), [])
                self.assertEqual(look.left_over(folder), [], "small parts are of no use")
                there, before = set(look.names(folder)), len(server.asked)
                self.assertEqual(lapwing.get(folder, server.links(), "-j", "8").status, 0)
                self.assertEqual(look.names(folder), sorted(bodies))
                fetched = {asked.path[1:] for asked in server.asked[before:] if asked.status == 200}
                self.assertEqual(fetched, set(bodies) - there)


if __name__ == "__main__":
    lapwing.need()
    place.main()
