#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row F9: the power fails. An ext4 image is shut down under the program at random moments, and mounted again."""
import argparse
import contextlib
import subprocess
import sys
import time

import crash
import lapwing
import place


class Disk:
    """An ext4 image, of which what was not synced may be lost."""

    def __init__(self, beside):
        self._image = beside / "image"
        self.root = beside / "root"
        self.root.mkdir()
        with open(self._image, "wb") as file:
            file.truncate(96 * 1024 * 1024)
        place.run("mkfs.ext4", "-q", "-F", str(self._image))
        self._mount()

    def _mount(self):
        # Commits every second: so that more of what was not synced gets there, and in more different states.
        place.run("mount", "-o", "loop,commit=1", str(self._image), str(self.root))

    def lose_power(self):
        place.run("xfs_io", "-x", "-c", "shutdown", str(self.root))

    def restart(self):
        self.unmount()
        self._mount()

    def unmount(self):
        place.run("umount", str(self.root))


class NoWatch:
    """Looking while it runs would keep the disk busy."""

    found = ()

    def __init__(self, *_):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Course(crash.Course):
    """A cut is the end of the disk and of the program."""

    watch = NoWatch

    def __init__(self, disk, folder, *about):
        super().__init__(folder, *about)
        self._disk = disk

    def _cut(self, process):
        self._disk.lose_power()
        process.kill()
        self._disk.restart()
        return True


@contextlib.contextmanager
def course(*about):
    with place.folder() as beside:
        disk = Disk(beside)
        try:
            folder = disk.root / "folder"
            folder.mkdir()
            place.run("sync", "-f", str(folder))
            yield Course(disk, folder, *about)
        finally:
            disk.unmount()


def is_lost_without_sync():
    """Whether the fault does what it is here for."""
    with place.folder() as beside:
        disk = Disk(beside)
        (disk.root / "part").write_bytes(b"never synced")
        (disk.root / "part").rename(disk.root / "final")
        disk.lose_power()
        disk.restart()
        final = disk.root / "final"
        lost = not final.exists() or final.read_bytes() != b"never synced"
        disk.unmount()
        return lost


def is_possible():
    with contextlib.suppress(RuntimeError, subprocess.SubprocessError), place.folder() as beside:
        Disk(beside).unmount()
        return True
    return False


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4, help="that a run takes which nobody cuts off")
    parser.add_argument("--at-once", type=int, default=3)
    parser.add_argument("--seed", type=int, default=time.time_ns() // 1_000_000)
    return parser.parse_args()


def main():
    options = parse()
    if not is_possible():
        place.skip_all("an ext4 image cannot be mounted here")
    if not is_lost_without_sync():
        place.skip_all("shutting this file system down loses nothing")
    print(f"--seed {options.seed}", flush=True)
    return crash.tell(crash.courses(course, options.count, options.at_once, options.seconds, options.seed))


if __name__ == "__main__":
    lapwing.need()
    place.need("mkfs.ext4", "xfs_io", "mount", "umount")
    place.own_namespaces()
    sys.exit(main())
