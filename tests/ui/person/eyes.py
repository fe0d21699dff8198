# SPDX-License-Identifier: MIT
"""What a person sees, or is told: the window as a screen reader finds it, by names and roles."""
import re
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

import world

MANY = {Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST}  # of rows, which are asked for one by one
CONTROLS = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.COMBO_BOX,
            Atspi.Role.SPIN_BUTTON, Atspi.Role.TEXT, Atspi.Role.TABLE, Atspi.Role.PAGE_TAB, Atspi.Role.MENU_ITEM}
MENUS = {Atspi.Role.MENU, Atspi.Role.POPUP_MENU, Atspi.Role.MENU_BAR, Atspi.Role.MENU_ITEM}
DEEPEST = 40


def plain(text):
    """Without the marks that keep a figure together between words that run the other way."""
    return re.sub("[\u2066-\u2069]", "", text)


class Node:
    """One thing in a window. What is gone meanwhile has no name, no state and no children."""

    def __init__(self, accessible):
        self._accessible = accessible

    def _ask(self, question, otherwise):
        try:
            return question(self._accessible)
        except GLib.Error:
            return otherwise

    @property
    def name(self):
        return plain(self._ask(Atspi.Accessible.get_name, ""))

    @property
    def description(self):
        return plain(self._ask(Atspi.Accessible.get_description, ""))

    @property
    def role(self):
        return self._ask(Atspi.Accessible.get_role, Atspi.Role.INVALID)

    @property
    def role_name(self):
        return self._ask(Atspi.Accessible.get_role_name, "")

    def has(self, *states):
        """All of them: Atspi.StateType by the name."""
        found = self._ask(Atspi.Accessible.get_state_set, None)
        return found is not None and all(found.contains(getattr(Atspi.StateType, state)) for state in states)

    def children(self):
        count = self._ask(Atspi.Accessible.get_child_count, 0)
        found = (self._ask(lambda it, at=at: it.get_child_at_index(at), None) for at in range(count))
        return [Node(one) for one in found if one is not None]

    @property
    def text(self):
        """Of a field."""
        return self._ask(lambda it: Atspi.Text.get_text(it.get_text_iface(), 0, -1), "")

    def write(self, text):
        assert self._ask(lambda it: it.get_editable_text_iface().set_text_contents(text), False), f"{self.name!r} takes no text"

    @property
    def value(self):
        return self._ask(lambda it: it.get_value_iface().get_current_value(), None)

    def set_value(self, value):
        assert self._ask(lambda it: it.get_value_iface().set_current_value(value), False), f"{self.name!r} takes no value"

    def middle(self):
        box = self.box()
        return box.x + box.width // 2, box.y + box.height // 2

    def box(self):
        return self._accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)

    def actions(self):
        actions = self._ask(Atspi.Accessible.get_action_iface, None)
        return [actions.get_action_name(at) for at in range(actions.get_n_actions())] if actions else []

    def press(self):
        """As a screen reader does on its own key; toggling is how a button that stays down is pressed."""
        offered = [name.lower() for name in self.actions()]
        wanted = next((name for name in ("press", "toggle", "showmenu") if name in offered), None)
        assert wanted, f"{self.role_name} {self.name!r} cannot be pressed: {offered}"
        assert self.has("ENABLED"), f"{self.role_name} {self.name!r} is grey"
        return self._accessible.get_action_iface().do_action(offered.index(wanted))

    def table(self):
        return Table(self._accessible)

    def walk(self, deep=DEEPEST, into=lambda node: node.role not in MANY):
        yield self
        if deep > 0 and into(self):
            for child in self.children():
                yield from child.walk(deep - 1, into)


class Table:
    def __init__(self, accessible):
        self._table = accessible.get_table_iface()
        self._titles = None

    @property
    def rows(self):
        return self._table.get_n_rows()

    def titles(self):
        """They stay: a column that is not shown is one, too."""
        if self._titles is None:
            self._titles = [self._table.get_column_description(at) for at in range(self._table.get_n_columns())]
        return self._titles

    def header(self, title):
        return Node(self._table.get_column_header(self.titles().index(title)))

    def cell(self, row, title):
        return Node(self._table.get_accessible_at(row, self.titles().index(title)))

    def column(self, title):
        at = self.titles().index(title)
        return [Node(self._table.get_accessible_at(row, at)).name for row in range(self.rows)]

    def select(self, row):
        """That one alone."""
        for other in self.selected():
            self._table.remove_row_selection(other)
        assert self._table.add_row_selection(row), f"row {row} cannot be selected"

    def selected(self):
        return list(self._table.get_selected_rows())


class Eyes:
    """To be made before the program starts: what nobody listens to then is not told."""

    def __init__(self):
        Atspi.init()
        Atspi.set_timeout(20_000, 60_000)
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")

    def look_at(self, process):
        self._process = process
        self._focus = self._downloads = None
        self._application = world.user.wait_for("the program among those that can be read", self._find)

    def _find(self):
        for one in Node(Atspi.get_desktop(0)).children():
            if one._ask(Atspi.Accessible.get_process_id, 0) == self._process.pid:
                one._accessible.set_cache_mask(Atspi.Cache.NONE)
                return one
        return None

    def _hear(self, event):
        if event.detail1 == 1:
            self._focus = Node(event.source)

    def focused(self):
        """The name of what told last that it has the focus, and of what it is in."""
        while GLib.MainContext.default().iteration(False):
            pass
        if self._focus is None:
            return "", ""
        around = self._focus._ask(Atspi.Accessible.get_parent, None)
        return self._focus.name, Node(around).name if around else ""

    def is_in_menu(self):
        self.focused()
        return self._focus is not None and self._focus.has("SHOWING") and "menu" in self._focus.role_name

    def windows(self):
        return [window for window in self._application.children() if window.has("SHOWING")]

    def window(self, title):
        return next((window for window in self.windows() if title in window.name), None)

    def nodes(self, within=None):
        """In sight, in the order in which they are read; menus that are closed have none."""
        for window in self.windows() if within is None else [within]:
            yield from window.walk(into=lambda node: node.role not in MANY and node.has("SHOWING"))

    def seen(self, name, within=None, **wanted):
        """The first whose name begins so; `role` and `exact` narrow it down."""
        for node in self.nodes(within):
            if fits(node, name, **wanted) and node.has("SHOWING"):
                return node
        return None

    def find(self, name, within=None, **wanted):
        return world.user.wait_for(f"{name!r} in the window", lambda: self.seen(name, within, **wanted))

    def in_menus(self, *path):
        """The entry of a menu, which need not be open."""
        node = self.find(path[0], role=Atspi.Role.MENU_ITEM)
        for name in path[1:]:
            node = next((one for one in node.walk(into=lambda one: one is node or one.role in MENUS)
                         if one.role in MENUS and one is not node and one.name.rstrip("…").startswith(name)), None)
            assert node, f"{name!r} of {path} is in no menu"
        return node

    def downloads(self):
        if self._downloads is None:
            self._downloads = self.find("Downloads", role=Atspi.Role.TABLE).table()
        return self._downloads

    def row(self, name):
        return self.downloads().column("Name").index(name)

    def statuses(self):
        """By the name of the file."""
        return dict(zip(self.downloads().column("Name"), self.downloads().column("Status")))

    def status(self, name):
        return self.statuses()[name]

    def unnamed(self, within=None):
        """What can be reached or pressed and does not say what it is."""
        return [f"{node.role_name} {path(node)}" for node in self.nodes(within) if not node.name and node.has("SHOWING")
                and (node.role in CONTROLS or node.has("FOCUSABLE"))]


def fits(node, name, role=None, exact=False):
    found = node.name
    return (found == name if exact else found.startswith(name)) and (role is None or node.role == role)


def path(node):
    """Where it is, for a message."""
    names = []
    accessible = node._accessible
    while accessible is not None and len(names) < DEEPEST:
        names.append(f"{accessible.get_role_name()} {accessible.get_name()!r}")
        accessible = accessible.get_parent()
    return " < ".join(names[1:])


def dump(within, stream=sys.stdout):
    def show(node, depth):
        print("  " * depth + f"{node.role_name} {node.name!r} {node.description!r}", file=stream)
        if node.role not in MANY and node.has("SHOWING"):
            for child in node.children():
                show(child, depth + 1)
    show(within, 0)
