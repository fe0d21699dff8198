#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row F11: more than 4 GiB, of which a counter of 32 bits keeps 1 MiB."""
import hashlib
import signal
import unittest

import lapwing
import look
import place
from server import Resource, Zeros, serving

KIB, MIB, GIB = 1024, 1024 * 1024, 1024 * 1024 * 1024
SIZE = 4 * GIB + MIB


def claim(sidecar, synced):
    """Rewrites a sidecar as if so much were synced."""
    fields = look.sidecar(sidecar) | {"synced": str(synced)}
    lines = "".join(f"{key} {value}\n" for key, value in sorted(fields.items())).encode()
    sidecar.write_bytes(lines + b"check " + hashlib.sha256(lines).hexdigest().encode() + b"\n")


class Large(unittest.TestCase):
    def test_f11_counted(self):
        with serving({"f.bin": Resource(Zeros(SIZE), block=4 * MIB)}) as server:
            ended = lapwing.get(None, server.links(), "--null", seconds=50)
            self.assertEqual(ended.status, 0, ended.said)
            self.assertEqual((ended.task("f.bin")["bytes"], ended.task("f.bin")["size"]), (SIZE, SIZE))

    def test_f11_gone_on_with(self):
        """A part beyond 4 GiB, which costs nothing as a hole: only what is missing is fetched."""
        with place.folder() as folder, serving({"f.bin": Resource(Zeros(SIZE), hold_at=2 * MIB)}) as server:
            process = lapwing.Lapwing(folder, server.links())
            part = folder / "f.bin.part"
            place.until(lambda: part.exists() and part.stat().st_size > MIB, what="a MiB")
            process.signal(signal.SIGINT)
            self.assertEqual(process.wait(3).status, 130)
            there = SIZE - 100 * KIB
            with open(part, "r+b") as file:
                file.truncate(there)
            claim(folder / "f.bin.part.lapwing", there)
            server.resources["/f.bin"].hold_at = None
            ended = lapwing.get(folder, server.links())
            self.assertEqual(ended.status, 0, ended.said)
            self.assertEqual(look.names(folder), ["f.bin"])
            self.assertEqual((folder / "f.bin").stat().st_size, SIZE)
            self.assertGreater(server.asked[-1].start, 4 * GIB)
            self.assertEqual(ended.task("f.bin")["size"], SIZE)


if __name__ == "__main__":
    lapwing.need()
    place.main()
