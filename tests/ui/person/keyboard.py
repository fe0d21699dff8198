# SPDX-License-Identifier: MIT
"""By the keyboard alone: the pointer stays where it was put away."""
import time

import world
from hands import Hands

user = world.user
MOST = 60  # steps to anything in the window
AWAY = (2, 890)


class Keyboard(Hands):
    mirrored = False  # right to left

    def __init__(self, *arguments):
        super().__init__(*arguments)
        if self.pointer() != AWAY:
            user.xdotool("mousemove", *AWAY)

    @classmethod
    def check_unused(cls):
        assert cls.pointer() == AWAY, "the mouse was used"

    @staticmethod
    def pointer():
        found = dict(part.split("=") for part in user.xdotool("getmouselocation", "--shell").split())
        return int(found["X"]), int(found["Y"])

    def reach(self, name, key="Tab"):
        """Goes on with that key until what has the focus begins with the name, or is in what is called so."""
        for _ in range(MOST):
            before = self._eyes.focused()
            if before[0].startswith(name) or before[1] == name:
                return
            user.press(key)
            self._await_move(before)
        raise AssertionError(f"{MOST} times {key} did not lead to {name!r}, but to {before}")

    def _await_move(self, before):
        """Nothing tells when a key does nothing, which the last one in a menu may."""
        deadline = time.monotonic() + 1
        while self._eyes.focused() == before and time.monotonic() < deadline:
            time.sleep(0.01)

    def menu(self, letter, *path):
        self._open_menu(letter)
        for at, name in enumerate(path):
            self.reach(name, "Down")
            user.press("Return" if at == len(path) - 1 else self._forwards())

    def _open_menu(self, letter):
        """Once more where the key got lost, which Qt's bridge does now and then on a machine that is busy."""
        self.activate()
        for _ in range(3):
            user.press(f"alt+{letter}")
            deadline = time.monotonic() + 2
            while time.monotonic() < deadline:
                if self._eyes.is_in_menu():
                    return
                time.sleep(0.02)

    def _forwards(self, backwards=False):
        return "Left" if self.mirrored != backwards else "Right"

    def add(self, links):
        world.copy("\n".join(links) + "\n")
        self.activate()
        user.press("ctrl+v")

    def add_more(self, links):
        """Typed, into the dialog that asks for them."""
        self.activate()
        user.press("ctrl+n")
        user.wait_for("the dialog", lambda: self._eyes.window("Add links"))
        self.reach("Links")
        user.press("ctrl+a")
        for link in links:
            user.xdotool("type", "--delay", 4, link)
            user.press("Return")
        self.reach("Add")
        user.wait_for("the dialog to have counted", lambda: self._eyes.seen(f"{len(links)} new"))
        user.press("space")

    def start(self):
        self.activate()
        self.reach("Start")
        user.press("space")

    def retry_failed(self):
        self.activate()
        self.reach("Retry failed ")
        user.press("space")

    def set_at_once(self, number):
        self.activate()
        self.reach("At once")
        field = self.at_once()
        while field.value != number:
            before = field.value
            user.press("Up" if number > before else "Down")
            user.wait_for("another number at once", lambda: field.value != before)

    def filter(self, group):
        """One of them is in the order of Tab; the arrows choose among them."""
        self.activate()
        within = self._eyes.find("Filter", exact=True)
        self.reach(next(node.name for node in within.children() if node.has("CHECKED")))
        self.reach(group + " ", self._forwards(backwards=group == "All"))
        if not self.filter_button(group).has("CHECKED"):
            user.press("space")

    def search(self, text):
        self.activate()
        user.press("ctrl+f")
        user.xdotool("type", text) if text else user.press("BackSpace")

    def sort_by(self, title):
        self.menu("v", "Order by", title or "List order")

    def choose(self, name):
        self.activate()
        self.reach("Downloads")
        user.press("Down")
        table = self._eyes.downloads()
        here = user.wait_for("a row that is chosen", table.selected)[0]
        wanted = self._eyes.row(name)
        if wanted != here:
            user.press(*["Down" if wanted > here else "Up"] * abs(wanted - here))
        user.wait_for(f"{name} to be chosen", lambda: table.selected() == [wanted])

    def show_details(self):
        self.activate()
        user.press("ctrl+i")

    def close_details(self):
        user.press("F6")
        self.reach("Close")
        user.press("Escape")

    def choose_stretch(self):
        """What is in sight when it has come nearer."""
        self.activate()
        self.reach("Timeline")
        user.press("plus", "plus", "plus", "plus", "End", "s")

    def clear_stretch(self):
        user.press("Escape", "f")

    def remove(self):
        user.press("Delete")

    def undo(self):
        self.activate()
        user.press("ctrl+z")

    def resume_all(self):
        self.activate()
        self.reach("Resume all")
        user.press("space")

    def show_history(self):
        self.activate()
        user.press("ctrl+h")

    def open_run(self):
        self.reach("Finished runs")
        user.wait_for("a run that is chosen", lambda: self._eyes.seen("Finished runs").table().selected())
        user.press("Return")

    def close(self, title):
        """Esc, which every window but the main one knows."""
        user.wait_for(f"the window {title!r}", lambda: self._eyes.window(title))
        user.press("Escape")
        user.wait_for(f"{title!r} to close", lambda: not self._eyes.window(title))

    def quit(self):
        self.activate()
        user.press("ctrl+q")
