# SPDX-License-Identifier: MIT
"""Where a person sits: a display, a window manager, a session bus with the accessibility service, a home folder."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import desktop_user as user

TOOLS = ("Xvfb", "openbox", "wmctrl", "xdotool", "xclip", "dbus-daemon", "import")
SCREEN = "1400x900"
PLACE, SIZE = (140, 160), (1240, 700)
BUS = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><standard_session_servicedirs/>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


def what_is_missing():
    for tool in TOOLS:
        if not shutil.which(tool):
            return f"{tool} is not installed"
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError) as error:
        return f"{sys.executable} cannot read the screen: {error} (packages python3-gi, gir1.2-atspi-2.0)"
    launchers = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
    return None if any(map(os.path.exists, launchers)) else "at-spi2-core is not installed"


@contextlib.contextmanager
def bus(folder):
    config = folder / "bus.conf"
    config.write_text(BUS)
    with user.running(["dbus-daemon", "--config-file", config, "--nofork", "--print-address"], stdout=subprocess.PIPE,
                      stderr=subprocess.DEVNULL) as daemon:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        yield


def write_settings(home, **sections):
    """As the window keeps them; what is held back is to be no fault of the server."""
    wanted = {"settings": {"stallMilliseconds": 600_000, "retries": 1}}
    for section, values in sections.items():
        wanted[section] = wanted.get(section, {}) | values
    folder = home / "config" / "Lapwing"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"[{section}]\n" + "".join(f"{key}={value}\n" for key, value in values.items())
             for section, values in wanted.items()]
    (folder / "lapwing.conf").write_text("".join(lines))


@contextlib.contextmanager
def home_on_display(screen=SCREEN):
    """The home folder, empty but for the settings."""
    with tempfile.TemporaryDirectory() as folder, user.display(screen):
        home = pathlib.Path(folder)
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                          XDG_CACHE_HOME=f"{folder}/cache", XDG_RUNTIME_DIR=folder, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
                          QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", GSETTINGS_BACKEND="memory")
        (home / "Downloads").mkdir()
        write_settings(home)
        with bus(home):
            yield home


def place_window(size=SIZE):
    window = user.wait_for("a window", lambda: user.xdotool("search", "--onlyvisible", "--class", "lapwing").split())[0]
    user.xdotool("windowsize", "--sync", window, *size)
    user.xdotool("windowmove", "--sync", window, *PLACE)
    user.xdotool("windowactivate", "--sync", window)
    return window


def copy(text):
    subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def photograph(path, window="root"):
    subprocess.run(["import", "-window", window, path], check=True, timeout=user.PATIENCE)
