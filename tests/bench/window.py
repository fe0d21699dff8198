# SPDX-License-Identifier: MIT
"""The real window with a long list: how long it is held by what a person does, what it costs meanwhile, and
how much memory a row takes. Beside it a bare table of as many rows, in the same run.

What is measured is the time in which the window answers a ping of the window manager. Every action is done by
keyboard; lists arrive as a second start of the program hands them over.
"""
import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))
from desktop_user import bus, display, press, running, wait_for, xdotool

SETTLED = 1.5  # seconds of answers within SHORT until an action counts as over
UNCHANGED = 5  # s: for the memory, longer than a run takes to be kept
SHORT = 20  # ms
MOST_OF_AN_ACTION = 240  # seconds
SHARE_OVER = 10  # seconds
TOOLS = ("Xvfb", "openbox", "wmctrl", "xdotool", "dbus-daemon")
DOWNS_TO_NAME, DOWNS_TO_PROGRESS = 2, 6  # in the menu "Order by"


class Program:
    """One that shows a window, and the latencies of that window."""

    def __init__(self, pings, windows, command):
        self._pings, self._windows = pings, windows
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        self.pid = self._process.pid
        self.results = []  # (what, latencies)
        self.window = None

    def find(self, beginning):
        """The window whose title begins so: the one that is measured from now on."""
        def look():
            return next((number for title, number in self._windows.of(self.pid).items() if title.startswith(beginning)), None)

        number = wait_for(f"a window {beginning!r}", look)
        if number != self.window:
            self.window = number
            self._pings.aim(number)
        return number

    def titles(self):
        return list(self._windows.of(self.pid))

    def quit(self):
        self._pings.take()
        self._pings.rest()
        press("ctrl+q")
        self._process.wait(120)

    def kill(self):
        self._pings.rest()
        self._process.kill()
        self._process.wait()

    def act(self, what, action, until=None):
        """Does it, and waits until it is over and the window answers as before."""
        self._pings.take()
        action()
        deadline = time.monotonic() + MOST_OF_AN_ACTION
        latencies = []
        while until is not None and not until():
            if time.monotonic() > deadline:
                raise AssertionError(f"{what}: not over after {MOST_OF_AN_ACTION} s; {self.titles()}")
            time.sleep(0.02)
        quiet_since = time.monotonic()
        while time.monotonic() < min(quiet_since + SETTLED, deadline):
            time.sleep(0.1)
            taken = self._pings.take()
            latencies += taken
            if taken and max(taken) > SHORT:
                quiet_since = time.monotonic() if time.monotonic() < deadline - 10 else quiet_since
            if time.monotonic() - quiet_since > SETTLED or len(latencies) > 5000:
                break
        self.results.append((what, latencies))
        report_line(what, latencies)

    def share(self):
        """Of a core, that the thread of the window took."""
        def ticks():
            words = Path(f"/proc/{self.pid}/task/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
            return int(words[11]) + int(words[12])

        before, since = ticks(), time.monotonic()
        time.sleep(SHARE_OVER)
        return (ticks() - before) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - since)

    def memory(self):
        """Bytes that are this process's alone."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))


    def settled_memory(self):
        """The same once it has not changed for a while, and the most until then: a run that has ended is put into the
        history first, and what that took is given back."""
        last = most = self.memory()
        since = time.monotonic()
        deadline = since + MOST_OF_AN_ACTION
        while time.monotonic() < min(since + UNCHANGED, deadline):
            time.sleep(0.2)
            now = self.memory()
            most = max(most, now)
            if abs(now - last) > last / 100:
                last, since = now, time.monotonic()
        return last, most


def report_line(what, latencies):
    from pings import histogram

    shown = " ".join(f"{count:6}" for count in histogram(latencies))
    median = statistics.median(latencies) if latencies else 0
    print(f"  {what:34}{median:8.1f}{max(latencies, default=0):8.0f}   {shown}", flush=True)


def heading(title):
    from pings import BOUNDS

    shown = " ".join(f"{'<' + str(bound):>6}" for bound in BOUNDS)
    print(f"\n{title}\n  {'pings, ms':34}{'median':>8}{'longest':>8}   {shown} {'more':>6}", flush=True)


class Desk:
    """A folder for the program's own files, lists, and how they are handed over."""

    def __init__(self, folder, lapwing, rows):
        self._lapwing = lapwing
        self.rows = rows
        self.folder = folder
        self.downloads = folder / "downloads"
        settings = folder / "config" / "Lapwing"
        for path in (settings, self.downloads, folder / "run"):
            path.mkdir(parents=True)
        (folder / "run").chmod(0o700)
        (settings / "lapwing.conf").write_text(f"[run]\nfolder={self.downloads}\natOnce=64\n")
        os.environ.update(HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"), XDG_DATA_HOME=str(folder / "data"),
                          XDG_CACHE_HOME=str(folder / "cache"), XDG_RUNTIME_DIR=str(folder / "run"), LC_ALL="C.UTF-8",
                          QT_QPA_PLATFORM="xcb")

    def list(self, name, port):
        path = self.folder / name
        path.write_text("".join(f"http://127.0.0.1:{port}/{name}/file-{row:06}.bin\n" for row in range(self.rows)))
        return path

    def hand_over(self, path):
        subprocess.run([self._lapwing, path], check=True, stderr=subprocess.DEVNULL)


def shows(program, text):
    return lambda: any(text in title for title in program.titles())


def order_by(downs):
    press("alt+v")
    press("o")
    press(*["Down"] * downs, "Return")


def search(text):
    press("ctrl+f")
    if text:
        xdotool("type", "--delay", "60", text)
    else:
        press("BackSpace")
    press("Escape")


def select_all(program):
    in_table(program)
    press("ctrl+a")


def in_table(program):
    """A click on a row: from there the keys of the list work."""
    xdotool("windowactivate", "--sync", program.window)
    xdotool("mousemove", "--window", program.window, 200, 420, "click", 1)


def added(program, desk, first):
    program.act("adding the list", lambda: desk.hand_over(first), shows(program, f"{desk.rows:,} links"))


def at_rest(program):
    xdotool("windowsize", "--sync", program.window, 1260, 760)
    in_table(program)
    program.act("scrolling to the end", lambda: press("End"))
    program.act("ordering by name", lambda: order_by(DOWNS_TO_NAME))
    program.act("list order again", lambda: order_by(0))
    common(program)


def common(program):
    program.act("filtering", lambda: search("9999"))
    program.act("all of them again", lambda: search(""))
    program.act("selecting all", lambda: select_all(program))
    program.act("copying them", lambda: press("ctrl+c"))
    program.act("ordering them by name", lambda: order_by(DOWNS_TO_NAME))
    program.act("list order again", lambda: order_by(0))
    in_table(program)
    program.act("removing one", lambda: press("Delete"))
    program.act("undoing that", lambda: press("ctrl+z"))


def while_running(program, desk, second):
    program.act("starting", lambda: press("ctrl+Return"), shows(program, " of "))
    time.sleep(3)
    share = program.share()
    in_table(program)
    program.act("ordering by a live column", lambda: order_by(DOWNS_TO_PROGRESS))
    program.act("list order again", lambda: order_by(0))
    common(program)
    program.act("adding as many again", lambda: desk.hand_over(second), shows(program, f"of {2 * desk.rows:,}"))
    share_again = program.share()
    program.act("removing one", lambda: press("Delete"))
    return share, share_again


def after_end(program):
    common(program)
    program.act("opening the report", lambda: press("ctrl+shift+r"), shows(program, "The last run"))
    press("Escape")


def export(program, desk):
    path = desk.folder / "run.json"

    def choose():
        press("ctrl+s")
        wait_for("the question", shows(program, "Export"))
        xdotool("type", "--delay", "5", str(path))
        press("Return")

    program.act("exporting", choose, path.exists)


def clear(program):
    def choose():
        press("alt+e")
        press("c")

    program.act("clearing", choose, lambda: program.titles() == ["Lapwing"])


def bare_table(program):
    program.find("Bare table")
    heading("a bare table of as many rows")
    program.act("scrolling to the end", lambda: press("End"))
    program.act("ordering", lambda: press("F5"))
    program.act("selecting all", lambda: press("ctrl+a"))
    program.act("ordering them", lambda: press("F5"))
    press("Home")
    press("Down")
    program.act("selecting all but one", lambda: press("ctrl+shift+End"))
    program.act("ordering them", lambda: press("F5"))


def compare(window, table):
    """The same action in both, as a ratio of their longest pings."""
    floor = {what: max(latencies, default=0) for what, latencies in table.results}
    for mine, theirs in (("scrolling to the end",) * 2, ("ordering by name", "ordering"), ("selecting all",) * 2):
        found = [max(latencies, default=0) for what, latencies in window.results if what == mine]
        if found and floor.get(theirs):
            print(f"  longest of {mine!r} / bare table: {found[0] / floor[theirs]:.1f}")


@contextlib.contextmanager
def server():
    script = Path(__file__).with_name("slowserver.py")
    with running([sys.executable, script], stdout=subprocess.PIPE) as process:
        yield process, int(process.stdout.readline())


def session(pings, windows, desk, lapwing):
    """A first session; the figures of the memory in it: empty, at rest, ended, cleared."""
    sizes = {}
    with server() as (served, port):
        first, second = desk.list("first", port), desk.list("second", port)
        program = Program(pings, windows, [lapwing])
        try:
            program.find("Lapwing")
            time.sleep(2)
            sizes["empty"] = program.memory()
            heading(f"{desk.rows:,} rows at rest")
            added(program, desk, first)
            sizes["at rest"], _ = program.settled_memory()
            at_rest(program)
            sizes["at rest, ordered, copied and undone"], _ = program.settled_memory()
            heading(f"{desk.rows:,} rows, 64 running")
            shares = while_running(program, desk, second)
            print(f"  thread of the window, of a core: {shares[0]:.0%}; with twice the rows {shares[1]:.0%}")
            program.act("stopping", lambda: press("ctrl+period"), shows(program, f"of {2 * desk.rows:,} "))
            program.quit()
        finally:
            program.kill()
    return sizes


def ended_session(pings, windows, desk, lapwing, sizes):
    """Another, whose list gets to its end; and a third, which reads it."""
    shutil.rmtree(desk.folder / "data", ignore_errors=True)
    with server() as (served, port):
        served.send_signal(signal.SIGUSR1)
        first = desk.list("third", port)
        program = Program(pings, windows, [lapwing])
        try:
            program.find("Lapwing")
            desk.hand_over(first)
            wait_for("the list", shows(program, f"{desk.rows:,} links"))
            xdotool("windowsize", "--sync", program.window, 1260, 760)
            heading(f"{desk.rows:,} rows that end as fast as they can")
            program.act("starting", lambda: press("ctrl+Return"), shows(program, " of "))
            while not shows(program, "Finished")():
                time.sleep(1)
                program.act("running on", lambda: None)
            heading(f"{desk.rows:,} rows that have ended")
            sizes["ended"], sizes["ended, until it is in the history"] = program.settled_memory()
            after_end(program)
            export(program, desk)
            program.quit()
        finally:
            program.kill()
    reopened(pings, windows, desk, lapwing, sizes)


def reopened(pings, windows, desk, lapwing, sizes):
    heading("the next session")
    since = time.monotonic()
    program = Program(pings, windows, [lapwing])
    try:
        program.find("")
        print(f"  the window is there after {time.monotonic() - since:.2f} s")
        program.act("reading the list", lambda: None, shows(program, "Finished"))
        print(f"  the list is there after {time.monotonic() - since:.2f} s at most")
        sizes["read again"], _ = program.settled_memory()
        clear(program)
        sizes["cleared, and can be undone"], _ = program.settled_memory()
        program.quit()
    finally:
        program.kill()


def tell_memory(sizes, rows):
    print("\nmemory of a row, bytes, beside an empty window")
    for what, size in sizes.items():
        if what != "empty":
            print(f"  {what:34}{(size - sizes['empty']) / rows:8.0f}")


def window(tools, options, memory):
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    try:
        from pings import Pings, Window
        from Xlib.display import Display
    except ImportError:
        missing.append("python3-xlib")
    if missing:
        print(f"\nthe window: left out, not installed: {', '.join(missing)}")
        return
    lapwing = options.build.resolve() / "lapwing"
    with display(), bus(memory):
        pings, windows = Pings(), Window(Display())
        desk = Desk(memory / "desk", lapwing, options.rows)
        table = Program(pings, windows, [options.build.resolve() / "bench" / "bench_baretable", str(options.rows)])
        try:
            bare_table(table)
        finally:
            table.kill()
        sizes = session(pings, windows, desk, lapwing)
        ended_session(pings, windows, desk, lapwing, sizes)
        tell_memory(sizes, options.rows)
        pings.stop()
