#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rows F1 to F6: small disks, folders that change, and files of other people."""
import shutil
import subprocess
import unittest

import lapwing
import look
import place
from server import Resource, serving

KIB, MIB = 1024, 1024 * 1024
BODY = look.content(3 * MIB, "body")
THEIRS = b"somebody else's file\n"


def held(at, body=BODY):
    """A resource that stops there until it is released."""
    return Resource(body, hold_at=at)


def wait_for_part(folder, size, name="f.bin.part"):
    path = folder / name
    place.until(lambda: path.exists() and path.stat().st_size >= size, what=f"{size} bytes in {name}")
    return path


class SmallDisk(unittest.TestCase):
    def fails_full(self, ended, name, code="disk-full", status=4):
        self.assertEqual(ended.code(name), code, ended.said)
        self.assertEqual(ended.status, status)

    def test_f1_no_room_for_a_known_length(self):
        """It ends while most of the body is held back: nobody waited for the disk to be filled."""
        with place.memory_disk("size=4m") as disk, serving({"f.bin": held(64 * KIB)}) as server:
            (disk / "filler").write_bytes(bytes(2 * MIB))
            ended = lapwing.get(disk, server.links())
            self.fails_full(ended, "f.bin")
            self.assertRegex(ended.task("f.bin")["error"]["detail"], "needed.*free")
            self.assertEqual(look.names(disk), ["filler"])
            self.assertEqual(len(server.asked), 1, "a full disk is not tried again by itself")

    def test_f1_larger_than_the_whole_disk(self):
        """No space that anybody frees would help: it is that file's fault alone, and not the disk's."""
        resources = {"f.bin": held(64 * KIB), "small": Resource(b"small")}
        with place.memory_disk("size=2m") as disk, serving(resources) as server:
            ended = lapwing.get(disk, server.links())
            self.fails_full(ended, "f.bin", "larger-than-disk", status=1)
            self.assertIn("it needs 3.1 MB; the disk holds 2.1 MB in total", ended.said)
            self.assertEqual(look.names(disk), ["small"])

    def test_f1_somebody_else_fills_it_meanwhile(self):
        with place.memory_disk("size=8m") as disk, serving({"f.bin": held(2 * MIB)}) as server:
            process = lapwing.Lapwing(disk, server.links())
            wait_for_part(disk, MIB)
            with open(disk / "filler", "wb", buffering=0) as filler:
                try:
                    while True:
                        filler.write(bytes(KIB))
                except OSError:
                    pass
            server.resources["/f.bin"].released.set()
            self.fails_full(process.wait(), "f.bin")
            (disk / "filler").unlink()
            self.assertEqual(look.wrong(disk, {"f.bin": [BODY]}), [])
            self.assertIn("f.bin.part", look.names(disk), "what was there is to be kept")
            ended = lapwing.get(disk, server.links())
            self.assertEqual(ended.status, 0, ended.said)
            self.assertEqual((disk / "f.bin").read_bytes(), BODY)
            self.assertGreater(server.asked[-1].start, MIB, "it did not go on where it had stopped")
            self.assertEqual(look.left_over(disk), [])

    def test_f1_without_a_length(self):
        resource = Resource(BODY, has_length=False)
        with place.memory_disk("size=2m") as disk, serving({"f.bin": resource}) as server:
            self.fails_full(lapwing.get(disk, server.links()), "f.bin")
            self.assertEqual(look.names(disk), [])

    def test_f1_f2_many_small_files(self):
        """Those of at most 32 KiB are written and synced in groups: what has no room shows late."""
        bodies = {f"f{number:02}.bin": look.content(30 * KIB, number) for number in range(80)}
        with place.memory_disk("size=1m") as disk, serving({name: Resource(body) for name, body in bodies.items()}) as server:
            ended = lapwing.get(disk, server.links(), "-j", "8")
            self.assertEqual(ended.status, 4, ended.said)
            self.assertEqual(look.wrong(disk, {name: [body] for name, body in bodies.items()}), [])
            self.assertEqual(look.left_over(disk), [])
            done = {task["name"] for task in ended.run["tasks"] if task["state"] == "done"}
            self.assertEqual(done, set(look.names(disk)), "what is told and what is there differ")
            self.assertGreater(len(done), 10)
            codes = {task["error"]["code"] for task in ended.run["tasks"] if task["state"] == "failed"}
            self.assertEqual(codes, {"disk-full"})

    def test_f3_no_inode_left(self):
        bodies = {f"f{number}.bin": look.content(10 * KIB, number) for number in range(12)}
        with place.memory_disk("size=4m,nr_inodes=8") as disk, serving({name: Resource(body) for name, body in bodies.items()}) as server:
            ended = lapwing.get(disk, server.links())
            self.assertEqual(ended.status, 4, ended.said)
            self.assertEqual(look.wrong(disk, {name: [body] for name, body in bodies.items()}), [])
            self.assertEqual(look.left_over(disk), [])
            codes = {task["error"]["code"] for task in ended.run["tasks"] if task["state"] == "failed"}
            self.assertEqual(codes, {"disk-full"})

    def test_f4_read_only(self):
        with place.memory_disk("size=1m") as disk, serving({"f.bin": Resource(BODY)}) as server:
            place.run("mount", "-o", "remount,ro", str(disk))
            ended = lapwing.get(disk, server.links())
            self.assertEqual(ended.status, 4, ended.said)
            self.assertIn("You do not have permission to write", ended.said)
            self.assertEqual(server.asked, [], "it is to fail before the first request")


class Folder(unittest.TestCase):
    def setUp(self):
        kept = place.folder()
        self.place = kept.__enter__()
        self.addCleanup(kept.__exit__, None, None, None)
        self.folder = self.place / "folder"
        self.folder.mkdir()

    def test_f4_not_a_folder(self):
        (self.place / "file").write_bytes(THEIRS)
        with serving({"f.bin": Resource(BODY)}) as server:
            ended = lapwing.get(self.place / "file", server.links())
            self.assertEqual(ended.status, 4, ended.said)
            self.assertIn("The chosen download folder is a file.", ended.said)
            self.assertEqual(server.asked, [])
        self.assertEqual((self.place / "file").read_bytes(), THEIRS)

    def test_f4_no_permission(self):
        nobody = [place.program("setpriv") or "", "--reuid=65534", "--regid=65534", "--clear-groups"]
        self.place.chmod(0o755)
        if not nobody[0] or subprocess.run([*nobody, lapwing.PROGRAM, "--help"], capture_output=True).returncode != 0:
            self.skipTest("nobody may not run the program where it lies")
        with serving({"f.bin": Resource(BODY)}) as server:
            ended = lapwing.get(self.folder, server.links(), around=nobody)
            self.assertEqual(ended.status, 4, ended.said)
            self.assertIn("You do not have permission to write", ended.said)
            self.assertEqual(server.asked, [])

    def fails_at_the_end(self, change, and_then=lambda server: None):
        """What becomes of a run under which `change` happens after the first MiB: it has to fail. The server is the
        same for what comes then: a part belongs to its link."""
        with serving({"f.bin": held(2 * MIB)}) as server:
            process = lapwing.Lapwing(self.folder, server.links())
            wait_for_part(self.folder, MIB)
            change()
            server.resources["/f.bin"].released.set()
            ended = process.wait()
            self.assertEqual((ended.status, ended.code("f.bin")), (4, "write-failed"), ended.said)
            self.assertFalse((self.folder / "f.bin").exists())
            and_then(server)

    def test_f4_folder_vanished(self):
        self.fails_at_the_end(lambda: shutil.rmtree(self.folder))
        self.assertFalse(self.folder.exists(), "it was made again")

    def test_f4_folder_replaced_by_a_link(self):
        elsewhere, moved = self.place / "elsewhere", self.place / "moved"
        elsewhere.mkdir()

        def change():
            self.folder.rename(moved)
            self.folder.symlink_to(elsewhere)

        self.fails_at_the_end(change)
        self.assertEqual(look.names(elsewhere), [])
        self.assertEqual([name for name in look.names(moved) if look.is_final(name)], [])

    def test_f4_folder_moved_away(self):
        """Another one has its name now: nothing is put into either under a final name."""
        moved = self.place / "moved"

        def change():
            self.folder.rename(moved)
            self.folder.mkdir()

        self.fails_at_the_end(change)
        self.assertEqual(look.names(self.folder), [])
        self.assertEqual([name for name in look.names(moved) if look.is_final(name)], [])

    def test_f6_part_removed(self):
        self.fails_at_the_end(lambda: (self.folder / "f.bin.part").unlink())
        self.assertEqual([name for name in look.names(self.folder) if look.is_final(name)], [])

    def test_f6_part_replaced_by_a_link(self):
        outside = self.place / "outside"
        outside.write_bytes(THEIRS)

        def change():
            (self.folder / "f.bin.part").unlink()
            (self.folder / "f.bin.part").symlink_to(outside)

        self.fails_at_the_end(change, lambda server: self.runs_again_beside(server, outside, THEIRS))
        self.assertTrue((self.folder / "f.bin.part").is_symlink(), "what we did not make is left alone")

    def test_f6_part_replaced_by_a_file(self):
        theirs = THEIRS * 200_000  # longer than what was ever there

        def change():
            (self.folder / "f.bin.part").unlink()
            (self.folder / "f.bin.part").write_bytes(theirs)

        self.fails_at_the_end(change, lambda server: self.runs_again_beside(server, self.folder / "f.bin.part", theirs))

    def runs_again_beside(self, server, theirs, content):
        """The next run does everything, and leaves what is not ours as it is."""
        ended = lapwing.get(self.folder, server.links())
        self.assertEqual(ended.status, 0, ended.said)
        self.assertEqual((self.folder / "f.bin").read_bytes(), BODY)
        self.assertEqual(theirs.read_bytes(), content, "somebody else's file was written to")


class Taken(unittest.TestCase):
    """Row F5: the name belongs to somebody else."""

    def setUp(self):
        kept = place.folder()
        self.folder = kept.__enter__()
        self.addCleanup(kept.__exit__, None, None, None)
        (self.folder / "f.bin").write_bytes(THEIRS)

    def get(self, *options, resource=None, name="f.bin"):
        with serving({name: resource or Resource(BODY)}) as server:
            self.asked = server.asked
            return lapwing.get(self.folder, server.links(), "--retries", "0", *options)

    def theirs(self):
        return (self.folder / "f.bin").read_bytes()

    def test_f5_numbered(self):
        self.assertEqual(self.get().status, 0)
        self.assertEqual(look.names(self.folder), ["f (1).bin", "f.bin"])
        self.assertEqual((self.folder / "f (1).bin").read_bytes(), BODY)
        self.assertEqual(self.theirs(), THEIRS)

    def test_f5_skipped(self):
        ended = self.get("--conflict", "skip")
        self.assertEqual(look.names(self.folder), ["f.bin"])
        self.assertEqual(self.theirs(), THEIRS)
        self.assertEqual(ended.status, 0, ended.said)

    def test_f5_replaced_when_asked_for(self):
        self.assertEqual(self.get("--conflict", "replace").status, 0)
        self.assertEqual(look.names(self.folder), ["f.bin"])
        self.assertEqual(self.theirs(), BODY)

    def test_f5_a_failure_removes_nothing(self):
        for policy in ("number", "skip", "replace"):
            with self.subTest(policy=policy):
                cut = Resource(BODY, hold_at=MIB)
                ended = self.get("--conflict", policy, "--stall-timeout", "1", resource=cut)
                self.assertNotEqual(ended.status, 0) if policy != "skip" else None
                self.assertEqual(self.theirs(), THEIRS)

    def test_f5_a_link_is_never_followed(self):
        for policy in ("number", "skip", "replace"):
            with self.subTest(policy=policy):
                outside = self.folder / f"outside-{policy}"
                outside.write_bytes(THEIRS)
                link = self.folder / f"{policy}.bin"
                link.symlink_to(outside)
                self.get("--conflict", policy, name=f"{policy}.bin")
                self.assertEqual(outside.read_bytes(), THEIRS)
                self.assertEqual(link.is_symlink(), policy != "replace")

    def test_f5_names_like_ours(self):
        """Without a sidecar that speaks of this link, a part is not ours; nor is what only looks like a sidecar."""
        for name in ("f.bin.part", "notes.part.lapwing"):
            (self.folder / name).write_bytes(THEIRS)
        self.assertEqual(self.get().status, 0)
        for name in ("f.bin", "f.bin.part", "notes.part.lapwing"):
            with self.subTest(name=name):
                self.assertTrue((self.folder / name).exists(), "it was removed")
                self.assertEqual((self.folder / name).read_bytes(), THEIRS)
        self.assertEqual((self.folder / "f (1).bin").read_bytes(), BODY)


if __name__ == "__main__":
    lapwing.need()
    place.need("mount", "umount")
    place.own_namespaces()
    place.main()
