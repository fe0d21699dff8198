# SPDX-License-Identifier: MIT
"""By the mouse alone, but for the words that are typed."""
import subprocess
import time

import world
from eyes import Atspi
from hands import Hands

user = world.user
TARGET_AT = (1250, 70)


class Mouse(Hands):
    can_drag = True
    source = target = None  # the programs to drag from and to

    def click(self, node, times=1):
        self._click_at(*node.middle(), times)

    def _click_at(self, x, y, times=1):
        user.xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", 60, 1)

    def menu(self, *path):
        self.click(self._eyes.find(path[0], role=Atspi.Role.MENU_ITEM))
        for name in path[1:]:
            entry = user.wait_for(f"{name!r} in a menu that is open", lambda: self._entry(name))
            self.click(entry)

    def _entry(self, name):
        return next((node for window in self._eyes.windows() for node in window.walk(into=lambda one: one.has("SHOWING"))
                     if node.name.startswith(name) and node.has("SHOWING") and "menu item" in node.role_name), None)

    def add(self, links):
        path = self._home / "dragged"
        path.write_text("".join(link + "\r\n" for link in links))
        user.drag(self.source, path)

    add_more = add

    def start(self):
        self.click(self.button("Start", exact=True))

    def retry_failed(self):
        self.click(self.button("Retry failed "))

    def set_at_once(self, number):
        field = self.at_once()
        while field.value != number:
            before, box = field.value, field.box()
            up = number > before
            self._click_at(box.x + box.width - 8, box.y + box.height * (1 if up else 3) // 4)
            user.wait_for("another number at once", lambda: field.value != before)

    def filter(self, group):
        self.click(self.filter_button(group))

    def search(self, text):
        if not text:
            user.wait_for("an empty search", self._clear_search)
            return
        self.click(self.search_field(), times=3)
        user.xdotool("type", text)

    def _clear_search(self):
        """Three clicks that a busy machine took for fewer leave some of it: then again, as a person does."""
        self.click(self.search_field(), times=3)
        user.press("BackSpace")
        return not self.search_field().text

    def sort_by(self, title):
        if title is None:
            self.menu("View", "Order by", "List order")
        else:
            self.click(self._eyes.downloads().header(title))

    def choose(self, name):
        self.click(self._eyes.downloads().cell(self._eyes.row(name), "Name"))

    def show_details(self):
        self.menu("View", "Details")

    def close_details(self):
        self.click(self._eyes.find("Close", self._eyes.find("Details"), role=Atspi.Role.PUSH_BUTTON))

    def choose_stretch(self):
        """The last quarter of what is in sight."""
        box = self._eyes.find("Timeline", exact=True).box()
        y = box.y + 8
        user.xdotool("mousemove", box.x + box.width * 3 // 4, y, "mousedown", 1)
        for part in range(1, 11):
            user.xdotool("mousemove", box.x + box.width * 3 // 4 + box.width * part // 45, y)
            time.sleep(0.02)
        user.xdotool("mouseup", 1)

    def clear_stretch(self):
        box = self._eyes.find("Timeline", exact=True).box()
        self._click_at(box.x + box.width // 4, box.y + 8)

    def remove(self):
        self.menu("Edit", "Remove selected")

    def undo(self):
        self.click(self.button("Undo", exact=True))

    def resume_all(self):
        self.click(self.button("Resume all", exact=True))

    def show_history(self):
        self.menu("View", "History")

    def open_run(self):
        window = self._eyes.window("History")
        self.click(self._eyes.find("Finished runs", window).table().cell(0, "Date"), times=2)

    def drag_out(self, name):
        """To another program; the files that arrived there."""
        with user.running([self.target], stdout=subprocess.PIPE) as other:
            user.wait_for("the drop target", lambda: user.xdotool("search", "--onlyvisible", "--name", "Drop target"))
            self.choose(name)
            x, y = self._eyes.downloads().cell(self._eyes.row(name), "Name").middle()
            user.xdotool("mousemove", x, y, "mousedown", 1)
            for step in range(1, 21):
                user.xdotool("mousemove", *(at + (to - at) * step // 20 for at, to in zip((x, y), TARGET_AT)))
                time.sleep(0.04)
            user.xdotool("mouseup", 1)
            return other.communicate(timeout=user.PATIENCE)[0].splitlines()

    def quit(self):
        self.menu("File", "Quit")
