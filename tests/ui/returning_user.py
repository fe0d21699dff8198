#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a person does who changes her mind: adds while it runs, cancels, removes, undoes, and comes back after a crash.

returning_user.py LAPWING    exit status 77: something it needs is missing
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import desktop_user as user

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults" / "machine"))
import look
from server import Resource, serving

KIB, MIB = 1024, 1024 * 1024
HELD_AT = 2 * MIB
SLOW = "slow.bin"
TABLE_AT = (470, 480)  # below its rows


def resources():
    small = {f"{name}.bin": Resource(look.content(40 * KIB, name)) for name in "abcde"}
    return small | {SLOW: Resource(look.content(3 * MIB, SLOW), hold_at=HELD_AT)}


class Visit:
    def __init__(self, program, home, server):
        self._program, self._home, self._server = program, home, server
        self._downloads = home / "Downloads"

    def act(self):
        with user.running([self._program]) as lapwing:
            self._open()
            self._add_while_it_runs()
            self._cancel_and_undo()
            self._remove_and_undo()
            self._search()
            self._resume()
            lapwing.kill()
            lapwing.wait()
        with user.running([self._program]) as lapwing:
            self._open()
            user.wait_for_title("Paused – 4 of 5")
            self._resume()
            self._hand_over()
            self._finish()
            user.press("ctrl+h")
            user.wait_for_title("History")
            user.press("Escape")
            user.wait_for("the history to close", lambda: len(user.titles()) == 1)
            self._close(lapwing)

    def _open(self):
        user.wait_for("the window", user.titles)
        self._window = user.place_window()

    def _paste(self, *names):
        user.paste(self._window, "".join(self._server.link(name) + "\n" for name in names))

    def _press(self, *keys):
        user.xdotool("windowactivate", "--sync", self._window)
        user.press(*keys)

    def _wait_for_progress(self, ended):
        user.wait_for(f"{ended} in the title", lambda: any(f"% – {ended}" in title for title in user.titles()))

    def _add_while_it_runs(self):
        """Esc ends none of it, or the last one would find no run to join."""
        self._paste(SLOW, "a.bin", "b.bin")
        user.wait_for_title("3 links")
        self._press("ctrl+Return")
        self._wait_for_progress("2 of 3")
        self._paste("c.bin")
        self._wait_for_progress("3 of 4")
        user.wait_for("the held file", lambda: self._server.sent(SLOW) >= HELD_AT)
        self._press("ctrl+a")
        self._press("Escape")
        self._paste("d.bin")
        self._wait_for_progress("4 of 5")
        assert len(self._server.asked_for(SLOW)) == 1, "Esc has interrupted it"

    def _cancel_and_undo(self):
        self._press("ctrl+a")
        self._press("ctrl+Delete")
        user.wait_for_title("4 of 5")
        self._press("ctrl+z")
        user.wait_for_title("Paused – 4 of 5")

    def _remove_and_undo(self):
        self._press("ctrl+a")
        self._press("Delete")
        user.wait_for("an empty list", lambda: user.titles() == ["Lapwing"])
        self._press("ctrl+z")
        user.wait_for_title("Paused – 4 of 5")

    def _search(self):
        """What is copied is what is shown."""
        self._press("ctrl+f")
        user.xdotool("type", "slow")
        user.wait_for("the row that was searched for", lambda: self._copied() == [self._server.link(SLOW)])
        self._press("ctrl+f")
        user.press("BackSpace")
        user.wait_for("all rows", lambda: len(self._copied()) == 5)

    def _copied(self):
        """From the table; a click into it is the shortest way from the search field."""
        user.xdotool("mousemove", *TABLE_AT, "click", 1)
        self._press("ctrl+a")
        self._press("ctrl+c")
        copied = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True, timeout=user.PATIENCE)
        return copied.stdout.split()

    def _resume(self):
        """It goes on in its file."""
        before = len(self._server.asked_for(SLOW))
        self._press("alt+d")
        user.press("u")
        user.wait_for("another request", lambda: len(self._server.asked_for(SLOW)) > before)
        self._wait_for_progress("4 of 5")
        assert self._server.asked_for(SLOW)[-1].start > 0, "it started over"

    def _hand_over(self):
        status = subprocess.run([self._program, self._server.link("e.bin")], timeout=user.PATIENCE).returncode
        assert status == 0, f"the second start ended with {status}"
        self._wait_for_progress("5 of 6")
        assert len(user.titles()) == 1, user.titles()

    def _finish(self):
        self._server.resources[f"/{SLOW}"].released.set()
        user.wait_for_title("Finished: 6 files")
        originals = {path[1:]: one.body for path, one in self._server.resources.items()}
        found = {path.name: path.read_bytes() for path in self._downloads.iterdir()}
        assert found == originals, sorted(found)

    def _close(self, lapwing):
        self._press("alt+F4")
        status = lapwing.wait(user.PATIENCE)
        assert status == 0, f"it ended with {status}"


def main(program):
    for tool in ("Xvfb", "openbox", "wmctrl", "xdotool", "xclip", "dbus-daemon"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            return user.SKIPPED
    with tempfile.TemporaryDirectory() as folder, user.display():
        home = pathlib.Path(folder)
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder + "/config", XDG_DATA_HOME=folder + "/data",
                          XDG_RUNTIME_DIR=folder, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb")
        (home / "Downloads").mkdir()
        (home / "config" / "Lapwing").mkdir(parents=True)  # what is held back is to be no fault of the server
        (home / "config" / "Lapwing" / "lapwing.conf").write_text("[settings]\nstallMilliseconds=600000\n")
        with user.bus(home), serving(resources()) as server:
            Visit(program, home, server).act()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
