# SPDX-License-Identifier: MIT
"""A server with ten links, of which seven fail, each in its own way."""
import contextlib
import pathlib
import socket
import sys
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "faults" / "machine"))
import look
import server
from server import Resource

KIB, MIB = 1024, 1024 * 1024
HELD, HELD_AT = "film.mkv", 2 * MIB
MISSING = "gone.html"  # until somebody puts it there
DRAGGED = "photo.jpg"


@dataclass
class Refusal(Resource):
    """Answers with this status."""

    body: bytes = b""
    status: int = 404


@dataclass
class Cut(Resource):
    """Announces all of it, sends half, and hangs up; every time."""

    etag: str = ""


class Handler(server.Handler):
    def do_GET(self):
        resource = self.server.resources.get(self.path)
        if isinstance(resource, Refusal):
            asked = server.Asked(self.path, dict(self.headers.items()))
            self.server.asked.append(asked)
            self._head(asked, resource.status, 0)
        elif isinstance(resource, Cut):
            self._cut(resource)
        else:
            super().do_GET()

    def _cut(self, resource):
        asked = server.Asked(self.path, dict(self.headers.items()))
        self.server.asked.append(asked)
        self._head(asked, 200, len(resource.body))
        self.wfile.write(resource.body[: len(resource.body) // 2])
        self.close_connection = True


@dataclass
class Failing:
    """One link that fails, and what the window says of it."""

    link: str
    cell: str  # the status, to the eye
    reason: str
    advice: str  # its beginning

    @property
    def name(self):
        return self.link.rpartition("/")[2]


class Site:
    def __init__(self, served, closed_port):
        self.server = served
        link = served.link
        self.failing = [
            Failing(link(MISSING), "404 Not found", "The server says this file does not exist (HTTP 404).", "Check the link"),
            Failing(link("private.zip"), "403 Access denied", "The server does not allow access to this file (HTTP 403).",
                    "The link may have expired"),
            Failing(link("crash.iso"), "500 Server error", "The server reported an internal error (HTTP 500).",
                    "The fault is on the server's side."),
            Failing(link("cut.tar"), "Connection cut", "The connection was closed before the file was complete.", "Try again"),
            Failing(f"http://127.0.0.1:{closed_port}/refused.bin", "Connection refused", "The server refused the connection.",
                    "Check the link and its port"),
            Failing("http://nowhere.invalid/unknown.bin", "Server not found", "The server's name could not be found.",
                    "Check the link for typos"),
            Failing(link("secret.bin").replace("http:", "https:"), "No secure connection",
                    "A secure connection could not be established.", "Check this computer's date and time."),
        ]
        self.good = ["letter.pdf", DRAGGED]
        self.late = [link("late.txt"), link("login.txt")]  # the second one fails

    @property
    def ten(self):
        return [*map(self.server.link, [*self.good, HELD]), *(one.link for one in self.failing)]

    def put_missing(self):
        self.server.resources[f"/{MISSING}"] = Resource(look.content(30 * KIB, MISSING))

    def release(self):
        self.server.resources[f"/{HELD}"].released.set()

    def originals(self, *names):
        return {name: self.server.resources[f"/{name}"].body for name in names}


def resources():
    return {"letter.pdf": Resource(look.content(40 * KIB, 1)), DRAGGED: Resource(look.content(300 * KIB, 2)),
            HELD: Resource(look.content(3 * MIB, 3), rate=MIB // 2, hold_at=HELD_AT), MISSING: Refusal(), "private.zip": Refusal(status=403),
            "crash.iso": Refusal(status=500), "cut.tar": Cut(look.content(100 * KIB, 4)),
            "late.txt": Resource(look.content(20 * KIB, 5)), "login.txt": Refusal(status=401)}


@contextlib.contextmanager
def site():
    with socket.socket() as closed, server.serving(resources()) as served:
        served.RequestHandlerClass = Handler
        closed.bind(("127.0.0.1", 0))  # and listens to nobody
        yield Site(served, closed.getsockname()[1])
