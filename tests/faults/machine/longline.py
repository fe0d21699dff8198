#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row N13: a line of 50 ms that loses packets, between two network namespaces (tests/bench/line.cpp)."""
import os
import sys
import unittest

import lapwing
import look
import place

sys.path.insert(0, str(lapwing.REPOSITORY / "tests/bench"))
from webserver import WebServer  # noqa: E402

LINE = lapwing.REPOSITORY / "build/release/bench/bench_line"
ROUND_TRIP = 0.05
KIB = 1024


class LongLine(unittest.TestCase):
    def test_n13_five_percent_loss_at_50_ms(self):
        bodies = {f"f{number}.bin": look.content(150 * KIB, number) for number in range(8)}
        with place.folder() as folder, place.folder() as served:
            for name, body in bodies.items():
                (served / name).write_bytes(body)
            with WebServer(served, os.environ["LINE_ADDRESS"], namespace=os.environ["LINE_SERVER"]) as server:
                place.packet_filter()  # of the client's namespace, in which this runs
                place.rule("numgen random mod 100 < 5 drop")
                ended = lapwing.get(folder, server.links(), "-j", "4", seconds=60)
            self.assertEqual(ended.status, 0, ended.said)
            self.assertEqual(look.wrong(folder, {name: [body] for name, body in bodies.items()}), [])
            self.assertLessEqual(ended.run["elapsed_s"], ended.seconds)
            for task in ended.run["tasks"]:
                # Of the sending we hear from another thread, a little late.
                self.assertGreaterEqual(task["wait_s"], 0.8 * ROUND_TRIP, "an answer came before the line let it")
                self.assertLessEqual(task["own_s"], ended.run["elapsed_s"])
                self.assertLessEqual(task["wait_s"] + task["receive_s"], task["own_s"] + 0.001)


def main():
    if "LINE_SERVER" in os.environ:
        place.main()
        return
    lapwing.need()
    place.need("ip", "nft", "nginx")
    if not LINE.exists():
        place.skip_all(f"{LINE} is not built")
    if os.geteuid() != 0:
        place.skip_all("only root may make network namespaces")
    os.execv(LINE, [LINE, "--delay", str(ROUND_TRIP * 500), "--rate", "50", "--", sys.executable, __file__])


if __name__ == "__main__":
    main()
