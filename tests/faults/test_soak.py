#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows that the soak can fail, and that it runs everything that it is to run."""
import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import soak


def summary_of(*scripts):
    """The exit status and what was printed, for parts that are these lines of Python."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(out):
        made = []
        for number, script in enumerate(scripts):
            path = Path(folder) / f"part{number}.py"
            path.write_text(script)
            made.append(soak.Part(f"part {number}", [path]))
        status = soak.sum_up([soak.play(part) for part in made])
    return status, out.getvalue()


HELD = "print('3 cuts; 0 problems')"
LOST = "print('a file is wrong'); raise SystemExit(1)"
KILLED = "import os; os.kill(os.getpid(), 9)"
COULD_NOT = "print('skipped: not root'); raise SystemExit(77)"


class SoakTest(unittest.TestCase):
    def test_what_held_is_0_and_its_figures_are_summed_up(self):
        status, said = summary_of(HELD, HELD)
        self.assertEqual(status, 0)
        self.assertIn("part 1: 3 cuts; 0 problems", said)

    def test_a_loss_is_never_0_whatever_comes_after_it(self):
        for bad in (LOST, KILLED, "raise RuntimeError", "import sys; sys.exit(2)"):
            with self.subTest(bad):
                status, said = summary_of(HELD, bad, HELD, COULD_NOT)
                self.assertEqual(status, 1)
                self.assertIn("FAILED", said)

    def test_what_could_not_be_run_is_not_held(self):
        status, said = summary_of(HELD, COULD_NOT)
        self.assertEqual(status, 77)
        self.assertIn("NOT RUN", said)
        self.assertIn("not root", said)

    def test_every_part_is_there_with_its_full_count(self):
        commands = [" ".join(map(str, part.command)) for part in soak.parts(7)]
        for script, counts in (
            ("protocol.py", "--cut-points 1000"),
            ("kill.py", "--count 1000"),
            ("power.py", "--count 100"),
            ("killed_window.py", "--rounds 200 --entries 5000"),
            ("killed_window.py", "--rounds 20 --entries 100000"),
            ("fuzz/run.py", "--seconds 7"),
        ):
            self.assertTrue(any(script in command and counts in command for command in commands), script)
        for part in soak.parts(7):
            self.assertTrue(part.command[0].exists(), part.command[0])


if __name__ == "__main__":
    unittest.main()
