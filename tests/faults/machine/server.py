# SPDX-License-Identifier: MIT
"""A small web server that honours ranges and conditions, as slow as it is told, and remembers who asked for what."""
import contextlib
import email.utils
import http.server
import re
import socket
import threading
import time
from dataclasses import dataclass, field

BLOCK = 16 * 1024


class Zeros:
    """So many bytes of nothing, in no memory."""

    def __init__(self, size):
        self._size = size

    def __len__(self):
        return self._size

    def __getitem__(self, part):
        start, stop, _ = part.indices(self._size)
        return bytes(max(stop - start, 0))


@dataclass
class Resource:
    body: object  # bytes or Zeros
    etag: str = '"one"'
    rate: int = 0  # bytes per second; 0: as fast as they go
    has_length: bool = True  # else chunked, and without ranges
    hold_at: int | None = None  # sends nothing beyond this byte until released
    retry_after: str = ""  # answers 503 with it
    block: int = BLOCK
    released: threading.Event = field(default_factory=threading.Event)


@dataclass
class Asked:
    """One request, and what became of it."""

    path: str
    headers: dict
    status: int = 0
    start: int = 0  # of the range that was answered
    sent: int = 0  # bytes of the body that went to the kernel


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 120

    def log_message(self, *_):
        pass

    def do_GET(self):
        asked = Asked(self.path, dict(self.headers.items()))
        self.server.asked.append(asked)
        resource = self.server.resources.get(self.path)
        if not resource:
            self._head(asked, 404, 0)
        elif resource.retry_after:
            self._head(asked, 503, 0, {"Retry-After": resource.retry_after})
        elif resource.etag and self.headers.get("If-None-Match") == resource.etag:
            self._head(asked, 304, None, {"ETag": resource.etag})
        else:
            self._send(asked, resource)

    def _range(self, resource):
        """(start, end) to send, or None for all of it."""
        found = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        condition = self.headers.get("If-Range")
        if not found or not resource.has_length or (condition and condition != resource.etag):
            return None
        last = len(resource.body) - 1
        return int(found[1]), min(int(found[2] or last), last)

    def _send(self, asked, resource):
        fields = {"ETag": resource.etag} if resource.etag else {}
        size = len(resource.body)
        part = self._range(resource)
        if not resource.has_length:
            self._head(asked, 200, None, fields | {"Transfer-Encoding": "chunked"})
            self._body(asked, resource, 0, size, chunked=True)
        elif part and part[0] >= size:
            self._head(asked, 416, 0, fields | {"Content-Range": f"bytes */{size}"})
        elif part:
            asked.start = part[0]
            told = {"Content-Range": f"bytes {part[0]}-{part[1]}/{size}"}
            self._head(asked, 206, part[1] + 1 - part[0], fields | told)
            self._body(asked, resource, part[0], part[1] + 1)
        else:
            self._head(asked, 200, size, fields | {"Accept-Ranges": "bytes"})
            self._body(asked, resource, 0, size)

    def _head(self, asked, status, length, fields=None):
        asked.status = status
        self.send_response_only(status)
        self.send_header("Date", email.utils.formatdate(usegmt=True))
        for name, value in (fields or {}).items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _body(self, asked, resource, start, end, chunked=False):
        begun = time.monotonic()
        for position in range(start, end, resource.block):
            if resource.hold_at is not None and position >= resource.hold_at:
                resource.released.wait(60)
            block = resource.body[position : min(position + resource.block, end)]
            self.wfile.write(b"%x\r\n%b\r\n" % (len(block), block) if chunked else block)
            asked.sent += len(block)
            if resource.rate:
                time.sleep(max(0, begun + asked.sent / resource.rate - time.monotonic()))
        if chunked:
            self.wfile.write(b"0\r\n\r\n")


class Server(http.server.ThreadingHTTPServer):
    """`resources` by path; may be changed while it runs."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, resources, address="127.0.0.1"):
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.resources = {f"/{name}": resource for name, resource in resources.items()}
        self.asked = []
        self._host = f"[{address}]" if ":" in address else address
        super().__init__((address, 0), Handler)

    def server_bind(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 * 1024)  # what is in flight stays small
        super().server_bind()

    def handle_error(self, *_):
        pass  # a client that goes away is what these tests are about

    @property
    def port(self):
        return self.server_address[1]

    def link(self, name, host=None):
        return f"http://{host or self._host}:{self.port}/{name}"

    def links(self):
        return [self.link(path[1:]) for path in self.resources]

    def asked_for(self, name):
        return [asked for asked in self.asked if asked.path == f"/{name}"]

    def sent(self, name):
        """Bytes of its body over all requests."""
        return sum(asked.sent for asked in self.asked_for(name))


@contextlib.contextmanager
def serving(resources, address="127.0.0.1"):
    server = Server(resources, address)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        for resource in server.resources.values():
            resource.released.set()
        server.shutdown()
        server.server_close()
