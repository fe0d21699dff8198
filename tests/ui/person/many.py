# SPDX-License-Identifier: MIT
"""A list of 100,000 rows, by the keyboard: sorted, searched, started, cleared, and brought back."""
import script
import world

user = world.user
ROWS = 100_000


class Many(script.Visit):
    """Of links to a port at which nobody listens."""

    def act(self, after=lambda name: None):
        links = self._home / "links.txt"
        host = self._site.failing[4].link.rpartition("/")[0]
        links.write_text("".join(f"{host}/{number * 7919 % ROWS:05}.bin\n" for number in range(ROWS)))
        self._command = [*self._command, links]
        self._run((self.open, self.sort, self.search, self.start, self.clear_and_undo, self.leave), after)

    def open(self):
        self._open()
        self._await_rows(ROWS)
        self._await_title("100,000 links")

    def sort(self):
        self.hands.sort_by("Name")
        self._await_first("00000.bin")

    def search(self):
        self.hands.search("777")
        user.wait_for("fewer rows", lambda: self.eyes.downloads().rows < 1000)
        self._see("280 of 100,000 shown")
        self.hands.search("")
        self._await_rows(ROWS)

    def start(self):
        self.hands.start()
        user.wait_for("some that failed", lambda: not self.hands.filter_button("Failed").name.endswith(" 0"))
        user.press("ctrl+period")
        self._see("Start", exact=True)

    def clear_and_undo(self):
        self.hands.menu("e", "Clear list")
        self._see("Drop links or a text file here")
        self.hands.undo()
        self._await_rows(ROWS)

    def _await_first(self, name):
        user.wait_for(f"{name} in the first row", lambda: self.eyes.downloads().cell(0, "Name").name == name)
