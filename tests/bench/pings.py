# SPDX-License-Identifier: MIT
"""How long a window takes to answer the pings of the window manager (_NET_WM_PING, EWMH 1.5)."""
import contextlib
import select
import threading
import time

from Xlib import X, display
from Xlib.error import XError
from Xlib.protocol import event

EVERY = 0.004  # seconds
BOUNDS = (5, 10, 20, 50, 100, 200, 500)  # ms, of the histogram
PATIENCE = 60  # seconds for the answers that are still out


class Window:
    """The one of a process with a title that begins so."""

    def __init__(self, connection):
        self._connection = connection
        self._names = connection.intern_atom("_NET_WM_NAME"), connection.intern_atom("UTF8_STRING")
        self._clients = connection.intern_atom("_NET_CLIENT_LIST")
        self._pid = connection.intern_atom("_NET_WM_PID")

    def of(self, pid):
        """{title: id} of the windows that it shows."""
        found = {}
        listed = self._connection.screen().root.get_full_property(self._clients, X.AnyPropertyType)
        for number in listed.value if listed else ():
            with contextlib.suppress(XError):
                window = self._connection.create_resource_object("window", number)
                owner = window.get_full_property(self._pid, X.AnyPropertyType)
                name = window.get_full_property(*self._names)
                if owner and name and owner.value[0] == pid:
                    found[name.value.decode(errors="replace")] = number
        return found


class Pings:
    """Sent every few milliseconds, from a thread of its own, until stop()."""

    def __init__(self):
        self._connection = display.Display()
        self._connection.set_error_handler(lambda *_: None)  # the window may just have been closed
        self._root = self._connection.screen().root
        # EWMH says SubstructureNotify; Qt answers with StructureNotify (qxcbwindow.cpp).
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask)
        self._protocols = self._connection.intern_atom("WM_PROTOCOLS")
        self._ping = self._connection.intern_atom("_NET_WM_PING")
        self._lock = threading.Lock()
        self._window = None
        self._sent = {}
        self._number = 0
        self._latencies = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def aim(self, number):
        with self._lock:
            self._window = self._connection.create_resource_object("window", number)
            self._sent.clear()

    def take(self):
        """Milliseconds of the pings that were answered since the last time, after all of them were."""
        deadline = time.monotonic() + PATIENCE
        with self._lock:
            last = self._number
        while time.monotonic() < deadline:
            with self._lock:
                if not self._sent or min(self._sent) > last:
                    taken, self._latencies = self._latencies, []
                    return taken
            time.sleep(0.005)
        raise AssertionError(f"a ping was not answered within {PATIENCE} s")

    def rest(self):
        with self._lock:
            self._window = None
            self._sent.clear()

    def stop(self):
        self._stop.set()
        self._thread.join()
        self._connection.close()

    def _run(self):
        due = time.perf_counter()
        while not self._stop.is_set():
            now = time.perf_counter()
            if now >= due:
                self._send(now)
                due = max(due + EVERY, now)
            if not self._connection.pending_events():
                select.select([self._connection.fileno()], [], [], max(0, due - time.perf_counter()))
            while self._connection.pending_events():
                self._take_event(self._connection.next_event())

    def _send(self, now):
        with self._lock:
            if self._window is None:
                return
            self._number += 1
            self._sent[self._number] = now
            window, number = self._window, self._number
        message = event.ClientMessage(window=window, client_type=self._protocols,
                                      data=(32, [self._ping, number, window.id, 0, 0]))
        window.send_event(message, event_mask=0)
        self._connection.flush()

    def _take_event(self, taken):
        now = time.perf_counter()
        if taken.type & 0x7F != X.ClientMessage or taken.client_type != self._protocols:
            return
        format_, data = taken.data
        if format_ != 32 or data[0] != self._ping:
            return
        with self._lock:
            sent = self._sent.pop(data[1], None)
            if sent is not None:
                self._latencies.append((now - sent) * 1000)


def histogram(latencies):
    """Counts below each of BOUNDS, and of the rest."""
    counts = [0] * (len(BOUNDS) + 1)
    for latency in latencies:
        counts[sum(latency >= bound for bound in BOUNDS)] += 1
    return counts
