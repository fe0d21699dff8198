# SPDX-License-Identifier: MIT
"""As somebody who sees nothing: by the names, roles and actions that a screen reader gets; neither mouse nor keys."""
import world
from eyes import Atspi
from hands import Hands

user = world.user


class Presses(Hands):
    def menu(self, *path):
        self._eyes.in_menus(*path).press()

    def add(self, links):
        world.copy("\n".join(links) + "\n")
        self.menu("Edit", "Paste links")

    add_more = add

    def start(self):
        self.button("Start", exact=True).press()

    def retry_failed(self):
        self.button("Retry failed ").press()

    def set_at_once(self, number):
        self.at_once().set_value(number)

    def filter(self, group):
        self.filter_button(group).press()

    def search(self, text):
        self.search_field().write(text)

    def sort_by(self, title):
        self.menu("View", "Order by", title or "List order")

    def choose(self, name):
        self._eyes.downloads().select(self._eyes.row(name))

    def show_details(self):
        self.menu("View", "Details")

    def close_details(self):
        self._eyes.find("Close", self._eyes.find("Details"), role=Atspi.Role.PUSH_BUTTON).press()

    def choose_stretch(self):
        for _ in range(4):
            self.menu("View", "Timeline", "Zoom in")
        self.menu("View", "Timeline", "Select the visible period")

    def clear_stretch(self):
        self.menu("View", "Timeline", "Clear the selected period")

    def remove(self):
        self.menu("Edit", "Remove selected")

    def undo(self):
        self.button("Undo", exact=True).press()

    def resume_all(self):
        self.button("Resume all", exact=True).press()

    def show_history(self):
        self.menu("View", "History")

    def open_run(self):
        self._eyes.find("Open", self._eyes.window("History"), role=Atspi.Role.PUSH_BUTTON, exact=True).press()

    def quit(self):
        self.menu("File", "Quit")
