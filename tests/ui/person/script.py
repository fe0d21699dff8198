# SPDX-License-Identifier: MIT
"""The script: ten links with every kind of failure, from the first look at the window to the day after."""
import trouble
import world
from eyes import Eyes

user = world.user


class Visit:
    """One person; `make_hands` is how the window is used. Every step asserts what can be seen after it."""

    def __init__(self, command, home, site, make_hands, size=world.SIZE):
        self._command, self._home, self._site = command, home, site
        self._make_hands, self._size = make_hands, size
        self._downloads = home / "Downloads"
        self._process = self.eyes = None

    def act(self, after=lambda name: None):
        steps = (self.come, self.add_ten, self.start, self.read_why, self.add_while_it_runs, self.retry, self.change_at_once,
                 self.filter, self.search, self.sort, self.details, self.stretch, self.remove_and_undo, self.kill_and_return,
                 self.resume, self.drag_out, self.history, self.leave)
        self._run(steps, after)

    def _run(self, steps, after):
        self._after = after  # what is seen only in the middle of a step is shown, too
        try:
            for step in steps:
                step()
                after(step.__name__)
        finally:
            if self._process and self._process.poll() is None:
                self._process.kill()
                self._process.wait()

    def _open(self):
        self.eyes = self.eyes or Eyes()
        self._process = user.subprocess.Popen(self._command, stdin=user.subprocess.DEVNULL)
        self._window = world.place_window(self._size)
        self.eyes.look_at(self._process)
        self.hands = self._make_hands(self.eyes, self._window, self._home)

    def _see(self, name, **wanted):
        return self.eyes.find(name, **wanted)

    def _await_rows(self, count):
        user.wait_for(f"{count} rows", lambda: self.eyes.downloads().rows == count)

    def _await_title(self, words):
        user.wait_for(f"{words!r} in the title", lambda: self.eyes.window(words))

    def _await_group(self, group, count):
        name = f"{group} {count}"
        user.wait_for(f"{name!r} on the button", lambda: self.hands.filter_button(group).name == name)

    def _all_named(self, window=None):
        unnamed = self.eyes.unnamed(window)
        assert not unnamed, "without a name:\n" + "\n".join(unnamed)

    def come(self):
        self._open()
        self._see("Drop links or a text file here")
        self._see("Try the demo")
        self._all_named()

    def add_ten(self):
        self.hands.add(self._site.ten)
        self._await_rows(10)
        self._see("10 links added")
        self._await_title("10 links")
        names = self.eyes.downloads().column("Name")
        assert names == [link.rpartition("/")[2] for link in self._site.ten], names
        assert self.eyes.status("letter.pdf") == "Not started", self.eyes.status("letter.pdf")

    def start(self):
        self.hands.start()
        self._await_group("Failed", 7)
        self._await_group("Done", 2)
        self._await_group("Running", 1)
        self._await_title("9 of 10")
        self._check_files(*self._site.good)

    def read_why(self):
        """The reason and what to do stand in the cell, for whoever has it read to them."""
        statuses = self.eyes.statuses()
        for one in self._site.failing:
            said = statuses[one.name]
            assert said.startswith(f"Failed. {one.reason} {one.advice}"), f"{one.name}: {said}"

    def add_while_it_runs(self):
        self.hands.add_more(self._site.late)
        self._await_rows(12)
        self._await_group("Failed", 8)
        self._check_files("late.txt")
        assert "user name and password" in self.eyes.status("login.txt"), self.eyes.status("login.txt")

    def retry(self):
        before = len(self._site.server.asked_for("private.zip"))
        self._site.put_missing()
        self.hands.retry_failed()
        user.wait_for("another request", lambda: len(self._site.server.asked_for("private.zip")) > before)
        self._await_group("Failed", 7)
        self._check_files(trouble.MISSING)
        self.hands.button("Retry failed 7")
        assert len(self._site.server.asked_for(trouble.HELD)) == 1, "what was running has been interrupted"

    def change_at_once(self):
        self.hands.set_at_once(3)
        settings = self._home / "config" / "Lapwing" / "lapwing.conf"
        user.wait_for("it to be kept", lambda: "atOnce=3" in settings.read_text())

    def filter(self):
        self.hands.filter("Failed")
        self._await_rows(7)
        self._see("7 of 12 shown")
        self._after("filtered")
        self.hands.filter("All")
        self._await_rows(12)

    def search(self):
        self.hands.search("is:failed host:nowhere")
        self._await_rows(1)
        assert self.eyes.downloads().column("Name") == ["unknown.bin"]
        self.hands.search("")
        self._await_rows(12)

    def sort(self):
        before = self.eyes.downloads().column("Name")
        self.hands.sort_by("Name")
        user.wait_for("the order of names", lambda: self.eyes.downloads().column("Name") == sorted(before))
        self.hands.sort_by(None)
        user.wait_for("the order of the list", lambda: self.eyes.downloads().column("Name") == before)

    def details(self):
        self.hands.choose("private.zip")
        self.hands.show_details()
        pane = self._see("Details", exact=True)
        forbidden = next(one for one in self._site.failing if one.name == "private.zip")
        user.wait_for("the reason in the details", lambda: self._is_told(pane, "Status", forbidden.reason))
        assert self._is_told(pane, "What to do", forbidden.advice), "no advice in the details"
        phases = self.eyes.find("Phases", pane).table()
        assert phases.rows > 3 and phases.cell(0, "Phase").name, "no phases in the details"
        self._all_named()
        self._after("details_open")
        self.hands.close_details()
        user.wait_for("the details to close", lambda: not self.eyes.seen("Details", exact=True))

    def _is_told(self, pane, name, words):
        label = self.eyes.seen(name, pane)
        return label is not None and words in label.description

    def stretch(self):
        if not self.eyes.seen("Timeline", exact=True):
            return  # it has given way to the list
        self.hands.choose_stretch()
        sums = self._see("Sums of the selected period")
        user.wait_for("the sums", lambda: "active" in sums.description)
        user.wait_for("the rows of that time", lambda: 0 < self.eyes.downloads().rows < 12)
        assert trouble.HELD in self.eyes.downloads().column("Name")
        self._after("stretch_chosen")
        self.hands.clear_stretch()
        self._await_rows(12)

    def remove_and_undo(self):
        self.hands.choose("login.txt")
        self.hands.remove()
        self._await_rows(11)
        assert "login.txt" not in self.eyes.downloads().column("Name")
        self.hands.undo()
        self._await_rows(12)
        assert self.eyes.downloads().column("Name")[-1] == "login.txt", "it came back elsewhere"

    def kill_and_return(self):
        failed = {one.name for one in self._site.failing} - {trouble.MISSING}
        before = {name: said for name, said in self.eyes.statuses().items() if name in failed}
        world.user.time.sleep(1.5)  # at most the last second is lost
        self._process.kill()
        self._process.wait()
        self._open()
        self._await_rows(12)
        self._await_title("Paused – 11 of 12")
        statuses = self.eyes.statuses()
        assert {name: statuses[name] for name in failed} == before
        assert self.eyes.status(trouble.HELD).startswith("Paused"), self.eyes.status(trouble.HELD)
        assert self.hands.at_once().value == 3

    def resume(self):
        self.hands.resume_all()
        user.wait_for("a request for the rest", lambda: any(asked.start > 0 for asked in self._site.server.asked_for(trouble.HELD)))
        self._site.release()
        self._await_title("Finished: 7 failed")
        self._check_files(trouble.HELD, trouble.MISSING, "late.txt", *self._site.good)
        self._see("Open folder")

    def drag_out(self):
        if self.hands.can_drag:
            arrived = self.hands.drag_out(trouble.DRAGGED)
            assert arrived == [str(self._downloads / trouble.DRAGGED)], arrived

    def history(self):
        self.hands.show_history()
        runs = self.eyes.find("Finished runs").table()
        user.wait_for("a run in the history", lambda: runs.rows > 0)
        self._all_named()
        self.hands.open_run()
        user.wait_for("the report of that run", lambda: len(self.eyes.windows()) == 3)
        report = next(window for window in self.eyes.windows()
                      if "History" not in window.name and "failed" not in window.name)
        self._all_named(report)
        self._after("report")
        self.hands.close(report.name)
        self.hands.close("History")

    def leave(self):
        self.hands.quit()
        status = self._process.wait(user.PATIENCE)
        assert status == 0, f"it ended with {status}"

    def _check_files(self, *names):
        for name, body in self._site.originals(*names).items():
            path = self._downloads / name
            user.wait_for(f"{name}, whole", lambda: path.exists() and path.read_bytes() == body)
