#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a person does: drags links over from another program, pastes more, starts, measures, exports,
and closes the window while it runs. On a display of its own with a window manager.

desktop_user.py LAPWING LAPWING_CLI DRAGSOURCE    exit status 77: something it needs is missing
"""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds until a step counts as failed
SKIPPED = 77
DROP_AT = (640, 520)


def wait_for(what, condition):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited {PATIENCE} s in vain for {what}")


def xdotool(*words):
    done = subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True)
    return done.stdout.strip()


def titles():
    windows = xdotool("search", "--onlyvisible", "--class", "lapwing").split()
    return [xdotool("getwindowname", window) for window in windows]


def wait_for_title(beginning):
    wait_for(f"the title {beginning!r}", lambda: any(t.startswith(beginning) for t in titles()))


def wait_for_progress(of_files):
    """A run goes on: the per cent, of bytes, grow while this looks."""
    wait_for(f"a title with '% – {of_files}'", lambda: any(f"% – {of_files}" in t for t in titles()))


def press(*keys):
    xdotool("key", "--clearmodifiers", *keys)


@contextlib.contextmanager
def running(command, **options):
    process = subprocess.Popen(command, text=True, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # unshare hears no SIGTERM while what it started runs
            process.kill()
            process.wait()


@contextlib.contextmanager
def display(size="1280x800"):
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp",
               "-noreset"]  # else it starts anew whenever its last client leaves
    with running(command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as numbers:
            os.environ["DISPLAY"] = ":" + numbers.readline().strip()
        with running(["openbox"], stderr=subprocess.DEVNULL):
            # A window that maps while the window manager takes over may be lost between the two.
            wait_for("the window manager", window_manager_is_there)
            yield


def window_manager_is_there():
    return subprocess.run(["wmctrl", "-m"], capture_output=True).returncode == 0


BUS = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


@contextlib.contextmanager
def bus(folder):
    """Of its own, on which nobody is: looking for one that is not there, libdbus leaks what the leak sanitizer then finds."""
    config = folder / "bus.conf"
    config.write_text(BUS)
    with running(["dbus-daemon", "--config-file", config, "--nofork", "--print-address"], stdout=subprocess.PIPE) as daemon:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        yield


def drag(source, links):
    """From the middle of the drag source in the corner to the middle of the window, in small steps."""
    with running([source, "text/uri-list", links], stdout=subprocess.PIPE) as other:
        wait_for("the drag source", lambda: xdotool("search", "--onlyvisible", "--name", "Drag source"))
        time.sleep(0.2)  # the window manager puts it in its place; nothing tells when
        xdotool("mousemove", 60, 60, "mousedown", 1)
        for step in range(1, 21):
            place = (60 + (to - 60) * step // 20 for to in DROP_AT)
            xdotool("mousemove", *place)
            time.sleep(0.04)
        xdotool("mouseup", 1)
        said = other.communicate(timeout=PATIENCE)[0].strip()
        assert said == "action 1", f"the drop was refused: {said!r}"


def place_window():
    window = xdotool("search", "--onlyvisible", "--class", "lapwing").split()[0]
    xdotool("windowsize", "--sync", window, 900, 560)
    xdotool("windowmove", "--sync", window, 200, 150)
    return window


def paste(window, text):
    subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    xdotool("windowactivate", "--sync", window)
    press("ctrl+v")


def export(path):
    press("ctrl+s")
    wait_for_title("Export the run")
    xdotool("type", str(path))
    press("Return")
    wait_for("the exported file", path.exists)
    return json.loads(path.read_text())


def check_files(folder, names):
    found = sorted(path.name for path in folder.iterdir())
    assert found == sorted(names), f"in the folder: {found}"
    for name in names:
        assert (folder / name).stat().st_size == 65536, f"{name} is not whole"


def check_document(document):
    assert [run["mode"] for run in document["runs"]] == ["together", "one-at-a-time"], document["runs"]
    assert document["baseline"]["kind"] == "measured", document["baseline"]
    assert document["speedup"]["value"] > 1.5, document["speedup"]


def pause_and_resume(window):
    """The row that runs: paused by its own menu, gone on with by the menu of the window."""
    xdotool("windowactivate", "--sync", window)
    press("ctrl+a")
    press("shift+F10")
    press("p")
    wait_for_title("Paused – 5 of 6")
    press("alt+d")
    press("u")
    wait_for_progress("5 of 6")


def close_while_running(window, address, lapwing):
    paste(window, f"{address}/meal-60000/slow.bin\n")
    wait_for_title("5 of 6")
    press("ctrl+Return")
    wait_for_progress("5 of 6")
    pause_and_resume(window)
    press("alt+F4")
    wait_for_title("Quit Lapwing?")
    press("alt+q")
    status = lapwing.wait(PATIENCE)
    assert status == 0, f"it ended with {status}"


def act(lapwing, address, source, home):
    wait_for_title("Lapwing")
    window = place_window()
    links = [f"{address}/meal-500/size-65536/{name}.bin" for name in "abcde"]
    dragged = home / "dragged"
    dragged.write_text("\r\n".join(links[:3]) + "\r\n")
    drag(source, dragged)
    wait_for_title("3 links")
    paste(window, "\n".join(links[3:]) + "\n")
    wait_for_title("5 links")
    press("ctrl+Return")
    wait_for_title("Finished: 5 files")
    press("ctrl+m")
    wait_for_title("Measuring")
    wait_for_title("Finished: 5 files")
    check_document(export(home / "run.json"))
    close_while_running(window, address, lapwing)
    check_files(home / "Downloads", [f"{name}.bin" for name in "abcde"])


def main(program, command_line, source):
    for tool in ("Xvfb", "openbox", "wmctrl", "xdotool", "xclip", "dbus-daemon"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            return SKIPPED
    with tempfile.TemporaryDirectory() as folder, display():
        home = pathlib.Path(folder)
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder + "/config", XDG_RUNTIME_DIR=folder,
                          LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb")
        with bus(home), running([command_line, "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            address = server.stdout.readline().split()[-1].rstrip("/")
            with running([program]) as lapwing:
                act(lapwing, address, source, home)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
