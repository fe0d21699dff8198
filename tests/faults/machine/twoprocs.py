#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row R-8: two processes, one folder, the same links."""
import random
import time
import unittest

import lapwing
import look
import place
from server import Resource, serving

KIB, MIB = 1024, 1024 * 1024


class TwoProcesses(unittest.TestCase):
    def bodies(self, version):
        large = {f"large{number}.bin": look.content(1200 * KIB, (version, number)) for number in range(2)}
        small = {f"small{number}.bin": look.content(30 * KIB, (version, number, "small")) for number in range(10)}
        return large | small

    def resources(self, version):
        return {name: Resource(body, etag=f'"{version}"', rate=4 * MIB) for name, body in self.bodies(version).items()}

    def is_whole(self, folder, versions):
        bodies = [self.bodies(version) for version in versions]
        originals = {name: [one[name] for one in bodies] for name in bodies[0]}
        self.assertEqual(look.wrong(folder, originals), [])
        self.assertEqual(look.left_over(folder), [])
        self.assertLessEqual(set(originals), set(look.names(folder)))

    def told_truly(self, *ends):
        """No two of them got one file, and every path that was told is there."""
        paths = [task["path"] for ended in ends for task in ended.run["tasks"] if task["state"] == "done"]
        self.assertEqual(len(paths), len(set(paths)))

    def test_r8_the_same_links(self):
        for behind in (0, 0.02, 0.3):
            with self.subTest(behind=behind), place.folder() as folder, serving(self.resources(1)) as server:
                first = lapwing.Lapwing(folder, server.links(), "-j", "12")
                time.sleep(behind)  # how far the second one is behind; all are right
                second = lapwing.Lapwing(folder, server.links(), "-j", "12")
                ends = first.wait(), second.wait()
                self.assertEqual([ended.status for ended in ends], [0, 0], ends[0].said + ends[1].said)
                self.is_whole(folder, [1])

    def test_r8_two_versions(self):
        """Each asks another server: nothing of the one in what the other wrote."""
        with place.folder() as folder, serving(self.resources(1)) as one, serving(self.resources(2)) as other:
            processes = [lapwing.Lapwing(folder, server.links(), "-j", "12") for server in (one, other)]
            ends = [process.wait() for process in processes]
            self.assertEqual([ended.status for ended in ends], [0, 0], ends[0].said + ends[1].said)
            self.told_truly(*ends)
            self.assertEqual(len(look.names(folder)), 24)
            self.is_whole(folder, [1, 2])

    def test_r8_one_of_them_dies(self):
        """The other goes on; a third run, beside it, takes over what the dead one left."""
        choose = random.Random(8)
        for _ in range(3):
            with place.folder() as folder, serving(self.resources(1)) as server:
                processes = [lapwing.Lapwing(folder, server.links(), "-j", "12") for _ in range(2)]
                place.until(lambda: len(server.asked) > choose.randrange(4, 24), what="the moment")
                processes[0].kill()
                third = lapwing.Lapwing(folder, server.links(), "-j", "12")
                ends = processes[1].wait(), third.wait()
                self.assertEqual([ended.status for ended in ends], [0, 0], ends[0].said + ends[1].said)
                bodies = {name: [body] for name, body in self.bodies(1).items()}
                self.assertEqual(look.wrong(folder, bodies), [])
                self.assertLessEqual(set(bodies), set(look.names(folder)))


if __name__ == "__main__":
    lapwing.need()
    place.main()
