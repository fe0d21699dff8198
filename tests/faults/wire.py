# SPDX-License-Identifier: MIT
"""A server that is nothing but sockets and threads: what is sent is up to whoever answers.

It listens on a free port, reads requests, and keeps each of them in its log. Nothing that it sends is made
right on the way, and nothing outlives stop().
"""
import fcntl
import socket
import struct
import termios
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

LONGEST_HEAD = 256 * 1024
PATIENCE = 10  # seconds that a client may take to pick up what was sent


@dataclass
class Request:
    method: str
    target: str
    fields: list  # (name, value) as they came
    at: float = field(default_factory=time.monotonic)

    @property
    def path(self):
        """Also of the whole link that a proxy is asked for (RFC 9112 section 3.2.2)."""
        return urlsplit(self.target).path

    def value(self, name):
        """None when it was not sent."""
        return next((value for key, value in self.fields if key.lower() == name.lower()), None)

    def text(self):
        return "\n".join([f"{self.method} {self.target}", *(f"{key}: {value}" for key, value in self.fields)])


class Gone(Exception):
    """The client has closed, or the server stops."""


class Reply:
    """The connection that a request came on. It is closed after the answer, unless keep is set."""

    def __init__(self, connection, request, stopping):
        self.request = request
        self.keep = False
        self._connection = connection
        self._stopping = stopping

    @property
    def protocol(self):
        """What TLS agreed on by ALPN; None without either."""
        return getattr(self._connection, "selected_alpn_protocol", lambda: None)()

    def send(self, data):
        try:
            self._connection.sendall(data.encode("latin-1") if isinstance(data, str) else data)
        except OSError as error:
            raise Gone from error

    def head(self, line, *fields):
        self.send("\r\n".join([line, *fields, "", ""]))

    def pause(self, seconds):
        if self._stopping.wait(seconds):
            raise Gone

    def half_close(self):
        """No more from us; the client may still talk."""
        self._connection.shutdown(socket.SHUT_WR)
        self.wait_until_gone()

    def reset(self):
        """RST instead of FIN, after everything sent before has arrived: the kernel would drop the rest."""
        deadline = time.monotonic() + PATIENCE
        while self._unsent() and time.monotonic() < deadline:
            self.pause(0.002)
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._connection.close()
        raise Gone

    def wait_until_gone(self):
        try:
            while self._connection.recv(65536):
                pass
        except OSError:
            pass
        raise Gone

    def _unsent(self):
        try:
            return struct.unpack("i", fcntl.ioctl(self._connection.fileno(), termios.TIOCOUTQ, b"\0" * 4))[0]
        except (OSError, ValueError):
            return 0


class Server:
    """answer(Reply) in a subclass says what each request gets."""

    scheme = "http"

    def __init__(self, address="127.0.0.1"):
        self.log = []
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._open = set()
        self._threads = []
        self._listening = socket.create_server((address, 0), backlog=512)
        self.address = self._listening.getsockname()[:2]

    def __enter__(self):
        self._start(self._accept)
        return self

    def __exit__(self, *_):
        self._stopping.set()
        with self._lock:
            sockets = [self._listening, *self._open]
        for one in sockets:
            self._shut(one)
        while self._threads:
            self._threads.pop().join()
        self._listening.close()

    def link(self, path, user=None):
        host, port = self.address
        return f"{self.scheme}://{f'{user}@' if user else ''}{host}:{port}{path}"

    def requests(self, path):
        with self._lock:
            return [request for request in self.log if request.path == path]

    def wrap(self, connection):
        """TLS, where there is any. Must not wait for the client."""
        return connection

    def _start(self, work, *words):
        thread = threading.Thread(target=work, args=words, daemon=True)
        self._threads.append(thread)
        thread.start()

    @staticmethod
    def _shut(one):
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def _accept(self):
        while not self._stopping.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._start(self._serve, connection)

    def _serve(self, connection):
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = self.wrap(connection)
            while self._keeps(connection) and self._one(connection):
                pass
        except (Gone, OSError):
            pass
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _keeps(self, connection):
        """So that a stop can close it; False when that has begun."""
        with self._lock:
            self._open.add(connection)
            return not self._stopping.is_set()

    def _one(self, connection):
        """Whether there may be another request."""
        request = read_request(connection)
        if not request:
            return False
        with self._lock:
            self.log.append(request)
        reply = Reply(connection, request, self._stopping)
        self.answer(reply)
        return reply.keep


def read_request(connection):
    """None when the client has no more. One at a time: nobody here pipelines."""
    head = b""
    while b"\r\n\r\n" not in head:
        more = connection.recv(65536)
        head += more
        if not more or len(head) > LONGEST_HEAD:
            return None
    lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    method, target, *_ = lines[0].split(" ") + [""]
    fields = [tuple(part.strip() for part in line.split(":", 1)) for line in lines[1:]]
    return Request(method, target, fields)
