#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rows T1, T2 and T4: a wall clock that jumps, and a program that stood still."""
import concurrent.futures
import glob
import signal
import time
import unittest

import lapwing
import look
import place
from server import Resource, serving

MIB = 1024 * 1024
BODY = look.content(3 * MIB, "body")


def faketime_library():
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1") + glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    return found[0] if found else None


def tell(file, clock):
    """At once: whoever reads meanwhile finds the one or the other, and no empty file."""
    new = file.with_suffix(".new")
    new.write_text(clock)
    new.replace(file)


class Clock(unittest.TestCase):
    def whole_in_one_attempt(self, folder, ended):
        self.assertEqual(ended.status, 0, ended.said)
        self.assertEqual(len(ended.task("f.bin")["attempts"]), 1, "a watchdog took it for the server's fault")
        self.assertEqual((folder / "f.bin").read_bytes(), BODY)

    def jump(self, first, then):
        """The clock says `first`, and in the middle of the transfer `then`."""
        with place.folder() as folder, place.folder() as beside, serving({"f.bin": Resource(BODY, rate=2 * MIB)}) as server:
            told = beside / "clock"
            tell(told, first)
            env = {
                "LD_PRELOAD": faketime_library(),
                "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                "FAKETIME_TIMESTAMP_FILE": str(told),
            }
            process = lapwing.Lapwing(folder, server.links(), "--stall-timeout", "2", "--connect-timeout", "2", "--first-byte-timeout", "2", env=env)
            place.until(lambda: server.sent("f.bin") > MIB, what="the first third")
            tell(told, then)
            ended = process.wait()
            self.whole_in_one_attempt(folder, ended)
            self.assertGreater(ended.run["elapsed_s"], 1.2)
            self.assertLess(ended.run["elapsed_s"], ended.seconds)
            return ended

    @unittest.skipUnless(faketime_library(), "not installed: faketime")
    def test_t1_jumps(self):
        """An hour on, a day back; and one after 2038 that does not jump, but tells the time that it was told."""
        jumps = (("+0", "+3600s"), ("+0", "-1d"), ("+20y", "+20y"))
        with concurrent.futures.ThreadPoolExecutor() as pool:
            ends = list(pool.map(self.jump, *zip(*jumps)))
        self.assertGreater(int(ends[2].run["started"][:4]), time.localtime().tm_year + 15)

    def stands_still(self, seconds, limit):
        with place.folder() as folder, serving({"f.bin": Resource(BODY, rate=4 * MIB)}) as server:
            process = lapwing.Lapwing(folder, server.links(), "--stall-timeout", str(limit))
            place.until(lambda: server.sent("f.bin") > MIB, what="the first third")
            process.signal(signal.SIGSTOP)
            time.sleep(seconds)  # the fault
            process.signal(signal.SIGCONT)
            self.whole_in_one_attempt(folder, process.wait())

    def test_t2_standing_still(self):
        """Longer than the limit, and both longer and shorter than what looks like a machine asleep."""
        with concurrent.futures.ThreadPoolExecutor() as pool:
            both = {(seconds, limit): pool.submit(self.stands_still, seconds, limit) for seconds, limit in ((6, 2), (3, 1))}
        for (seconds, limit), one in both.items():
            with self.subTest(seconds=seconds, limit=limit):
                one.result()


if __name__ == "__main__":
    lapwing.need()
    place.main()
