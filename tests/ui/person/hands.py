# SPDX-License-Identifier: MIT
"""What the three ways of using the window have in common."""
import world
from eyes import Atspi

user = world.user


class Hands:
    """`eyes` find what is to be used; `window` is the main one, as the window manager knows it."""

    can_drag = False

    @classmethod
    def check_unused(cls):
        """What it does without has not been used."""

    def __init__(self, eyes, window, home):
        self._eyes, self._window, self._home = eyes, window, home

    def button(self, name, **wanted):
        return self._eyes.find(name, role=Atspi.Role.PUSH_BUTTON, **wanted)

    def filter_button(self, group):
        return user.wait_for(f"the button {group!r}", lambda: next(
            (node for node in self._eyes.nodes() if node.role == Atspi.Role.CHECK_BOX and node.name.startswith(group + " ")), None))

    def at_once(self):
        return self._eyes.find("At once", role=Atspi.Role.SPIN_BUTTON)

    def search_field(self):
        return self._eyes.find("Search", role=Atspi.Role.TEXT)

    def activate(self):
        user.xdotool("windowactivate", "--sync", self._window)

    def close(self, title):
        """By the window manager, as a person does who knows only that."""
        user.wait_for(f"the window {title!r}", lambda: self._eyes.window(title))
        user.subprocess.run(["wmctrl", "-F", "-c", self._eyes.window(title).name], check=True)
        user.wait_for(f"{title!r} to close", lambda: not self._eyes.window(title))
