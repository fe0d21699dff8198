#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rows F2, F3, F7 and F8: a system call that fails, or in which the program dies, by strace."""
import subprocess
import unittest

import lapwing
import look
import place
from server import Resource, serving

KIB, MIB = 1024, 1024 * 1024
BODIES = {"large.bin": look.content(1536 * KIB, "large"), "middle.bin": look.content(200 * KIB, "middle"), "small.bin": look.content(3 * KIB, "small")}
VERSIONS = {name: [body] for name, body in BODIES.items()}

# What a file goes through on its way to its name; the program may die in each, the first and the second time.
ON_THE_WAY = ("ftruncate", "fsetxattr", "fdatasync", "renameat2", "renameat", "unlinkat", "fsync", "flock")


def strace(*injections, paths=()):
    """What to start the program under."""
    words = [place.program("strace"), "-f", "-qqq", "-o", "/dev/null", "--seccomp-bpf"]
    if paths:
        words.remove("--seccomp-bpf")  # does not go with paths
    for path in paths:
        words += ["-P", str(path)]
    names = ",".join(injection.split(":")[0] for injection in injections)
    words += ["-e", f"trace={names}"]
    for injection in injections:
        words += ["-e", f"inject={injection}"]
    return words


class Calls(unittest.TestCase):
    def setUp(self):
        kept = place.folder()
        self.folder = kept.__enter__()
        self.addCleanup(kept.__exit__, None, None, None)

    def serving(self, *names, rate=0):
        """Each time into an empty folder."""
        for name in look.names(self.folder):
            (self.folder / name).unlink()
        return serving({name: Resource(BODIES[name], rate=rate) for name in names or BODIES})

    def ends_well(self, server, *options):
        """A run without faults does what is left, and tidies up."""
        before = len(server.asked)
        ended = lapwing.get(self.folder, server.links(), *options)
        self.assertEqual(ended.status, 0, ended.said)
        self.assertEqual(look.names(self.folder), sorted(path[1:] for path in server.resources))
        self.assertEqual(look.wrong(self.folder, VERSIONS), [])
        return server.asked[before:]


class Failing(Calls):
    def fails(self, name, code, *injections, paths=(), rate=0):
        """The call fails: so does the task, with `code`, and nothing has its final name. Then all is well."""
        with self.serving(name, rate=rate) as server:
            ended = lapwing.get(self.folder, server.links(), "--retries", "0", around=strace(*injections, paths=paths))
            self.assertEqual((ended.status, ended.code(name)), (4, code), ended.said)
            self.assertEqual([one for one in look.names(self.folder) if look.is_final(one)], [])
            self.assertEqual(look.wrong(self.folder, VERSIONS), [])
            left = look.names(self.folder)
            return left, self.ends_well(server)

    def test_f1_disk_full_in_a_write(self):
        part = self.folder / "large.bin.part"
        left, asked = self.fails("large.bin", "disk-full", "write:error=ENOSPC:when=6+", paths=[part], rate=4 * MIB)
        self.assertIn("large.bin.part", left)
        self.assertGreater(asked[0].start, 0, "it did not go on where it had stopped")

    def test_f3_quota(self):
        self.fails("middle.bin", "disk-full", "write:error=EDQUOT:when=1+", paths=[self.folder / "middle.bin.part"])

    def test_f3_write_error(self):
        for name in ("large.bin", "small.bin"):
            with self.subTest(name=name):
                self.fails(name, "write-failed", "write:error=EIO:when=1+", paths=[self.folder / f"{name}.part"])

    def test_f2_disk_full_when_synced(self):
        for name in ("large.bin", "small.bin"):
            with self.subTest(name=name):
                self.fails(name, "disk-full", "fdatasync:error=ENOSPC")

    def test_f3_sync_error_is_no_proof_the_second_time(self):
        """Linux tells of it once and then forgets: only the first call fails here."""
        for name in ("large.bin", "small.bin"):
            with self.subTest(name=name):
                self.fails(name, "write-failed", "fdatasync:error=EIO:when=1")

    def test_f3_sync_error_of_the_folder(self):
        with self.serving("small.bin") as server:
            ended = lapwing.get(self.folder, server.links(), around=strace("fsync:error=EIO"))
            self.assertEqual((ended.status, ended.code("small.bin")), (4, "write-failed"), ended.said)
            self.assertEqual(look.wrong(self.folder, VERSIONS), [])

    def test_f3_close_error(self):
        """What counts was synced before: nothing wrong may come of it."""
        with self.serving() as server:
            lapwing.get(self.folder, server.links(), around=strace("close:error=EIO:when=1+", paths=[self.folder / f"{name}.part" for name in BODIES]))
            self.assertEqual(look.wrong(self.folder, VERSIONS), [])
            self.ends_well(server)

    def test_f7_rename_fails(self):
        """The bytes are there: the next run only has to give them their name."""
        for name, code in (("large.bin", "EXDEV"), ("middle.bin", "EACCES"), ("small.bin", "EIO")):
            with self.subTest(name=name, error=code):
                expected = "no-permission" if code == "EACCES" else "write-failed"
                left, asked = self.fails(name, expected, f"renameat2:error={code}")
                self.assertIn(f"{name}.part", left, "the part is to be kept")
                self.assertLess(sum(one.sent for one in asked), 10 * KIB, "it was fetched again")

    def test_f7_rename_fails_where_noreplace_is_unknown(self):
        """As on NFS; what reserves the name must not stay there empty."""
        self.fails("small.bin", "write-failed", "renameat2:error=EINVAL", "renameat:error=EIO", "linkat:error=EIO")

    def test_f5_where_noreplace_is_unknown(self):
        with self.serving("small.bin") as server:
            (self.folder / "small.bin").write_bytes(b"theirs")
            ended = lapwing.get(self.folder, server.links(), around=strace("renameat2:error=EINVAL"))
            self.assertEqual(ended.status, 0, ended.said)
        self.assertEqual(look.names(self.folder), ["small (1).bin", "small.bin"])
        self.assertEqual((self.folder / "small.bin").read_bytes(), b"theirs")
        self.assertEqual((self.folder / "small (1).bin").read_bytes(), BODIES["small.bin"])


class Dying(Calls):
    def dies(self, *injections):
        with self.serving() as server:
            process = lapwing.Lapwing(self.folder, server.links(), "-j", "3", around=strace(*injections))
            process.wait()
            self.assertEqual(look.wrong(self.folder, VERSIONS), [], "after the kill")
            self.ends_well(server)

    def test_f8_dying_in_each_call(self):
        for call in ON_THE_WAY:
            for time in (1, 2):
                with self.subTest(call=call, time=time):
                    self.dies(f"{call}:signal=SIGKILL:when={time}")

    def test_f8_dying_where_noreplace_is_unknown(self):
        self.dies("renameat2:error=EINVAL", "renameat:signal=SIGKILL:when=2")


def is_strace_allowed():
    return subprocess.run([place.program("strace"), "-qqq", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


if __name__ == "__main__":
    lapwing.need()
    place.need("strace")
    if not is_strace_allowed():
        place.skip_all("strace may not trace here")
    place.main()
