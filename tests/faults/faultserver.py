#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A server that breaks each rule of HTTP in its turn: the first part of a path names the fault.

Every fault is a function below, and its name is the path (chunk_bad: /chunk-bad). What a file would be
without the fault is known to everybody: truth(name, version).

faultserver.py    serves by hand, and prints the addresses
"""
import email.utils
import functools
import itertools
import random
import re
import struct
import time
import zlib

from wire import Server

SIZE = 1536 * 1024 + 57  # over the size from which a part is kept to go on from
SMALL = 1000
FAULTS = {}
MODIFIED = 1_700_000_000
DAY = 24 * 3600
TEN_YEARS = 10 * 365 * DAY


@functools.lru_cache(maxsize=64)
def truth(name, version=1, size=SIZE):
    """The file: bytes that differ between names and versions, and that do not compress."""
    return random.Random(f"{name} {version}").randbytes(size)


def etag_of(name, version):
    return f'"{name}-{version}"'


def date(seconds):
    return email.utils.formatdate(seconds, usegmt=True)


class FaultServer(Server):
    """The course of a file is what its requests get, one after another; the last of it stays. "short" is a
    fault, "cut-at=5000" one with a word to it, "good@2" the second version of the file. Without a course,
    the name of the file is the fault.
    """

    def __init__(self, address="127.0.0.1"):
        super().__init__(address)
        self.course = {}  # name -> [step]
        self.elsewhere = {}  # word of a redirect -> where it leads
        self.floods_ended = []  # when the client was gone
        self._healed = None  # version

    def heal(self, version=1):
        """From now on it is an honest server."""
        self._healed = version

    def answer(self, reply):
        reply.server = self
        reply.name = reply.request.path.split("/")[1]
        step, _, version = self._step(reply).partition("@")
        word, _, reply.argument = step.partition("=")
        reply.version = int(version or self._healed or 1)
        reply.etag = etag_of(reply.name, reply.version)
        reply.body = truth(reply.name, reply.version)
        FAULTS.get(word, good)(reply)

    def _step(self, reply):
        if self._healed:
            return "good"
        course = self.course.get(reply.name, [reply.name])
        number = len(self.requests(reply.request.path))
        return course[min(number, len(course)) - 1]


def fault(function, *words, name=None):
    """Registers it, and stands before it as a decorator. It gets the words before the reply."""
    FAULTS[name or function.__name__.replace("_", "-")] = functools.partial(function, *words) if words else function
    return function


# What an honest server does.


def first_asked(reply):
    """The first byte that is wanted, when a part is. All of the rest is sent, whatever the end that was asked for."""
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", reply.request.value("Range") or "")
    return int(asked[1]) if asked else None


def rest_asked(reply):
    """The same, when the version is the one that it is a part of, and long enough."""
    first = first_asked(reply)
    is_same = reply.request.value("If-Range") in (None, reply.etag)
    return first if first is not None and is_same and first < len(reply.body) else None


@fault
def good(reply):
    """Ranges, If-Range, If-None-Match, and a connection that can be used again."""
    reply.keep = True
    if reply.request.value("If-None-Match") == reply.etag:
        return reply.head("HTTP/1.1 304 Not Modified", f"ETag: {reply.etag}")
    first = rest_asked(reply)
    return whole(reply) if first is None else part(reply, first, reply.body)


def whole(reply, *fields, body=None, status="200 OK"):
    body = reply.body if body is None else body
    reply.head(f"HTTP/1.1 {status}", f"ETag: {reply.etag}", *fields, f"Content-Length: {len(body)}")
    reply.send(body)


def part(reply, first, body, etag=None, shown=None, total=None, end=None):
    """The bytes from `first` on, cut at `end`; `shown` and `total` are what is said of them."""
    last, total = len(body) - 1, len(body) if total is None else total
    shown = shown or f"bytes {first}-{last}/{total}"
    reply.head("HTTP/1.1 206 Partial Content", f"ETag: {etag or reply.etag}", f"Content-Range: {shown}",
               f"Content-Length: {len(body) - first}")
    reply.send(body[first:end])


def begin(reply, *fields, length=SIZE):
    """The head of a file, before the fault."""
    reply.head("HTTP/1.1 200 OK", "Content-Type: application/octet-stream", f"ETag: {reply.etag}",
               *([f"Content-Length: {length}"] if length is not None else []), *fields)


def half(reply):
    return reply.body[: len(reply.body) * 2 // 3]


# Connections that end.


@fault
def short(reply):
    begin(reply)
    reply.send(half(reply))


@fault
def short_rst(reply):
    begin(reply)
    reply.send(half(reply))
    reply.reset()


@fault
def halfclose(reply):
    begin(reply)
    reply.send(half(reply))
    reply.half_close()


@fault
def drop(reply):
    """Closed with no answer."""


@fault
def drop_rst(reply):
    reply.reset()


@fault
def drop_hdr(reply):
    reply.send("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Le")


@fault
def cut_at(reply):
    """cut-at=N: closed after N bytes of the file, wherever one begins."""
    first, end = rest_asked(reply), int(reply.argument)
    if first is None:
        begin(reply)
        return reply.send(reply.body[:end])
    return part(reply, first, reply.body, end=end)


# Servers that keep one waiting.


@fault
def stall(reply):
    begin(reply)
    reply.send(half(reply))
    reply.wait_until_gone()


@fault
def stall_nohdr(reply):
    reply.wait_until_gone()


@fault
def late(reply):
    """Healthy, after a while."""
    reply.pause(5)
    good(reply)


@fault
def lasting(reply):
    """Healthy, and never silent for long: half a minute."""
    begin(reply)
    for part in range(30):
        reply.send(reply.body[part * SIZE // 30:(part + 1) * SIZE // 30])
        reply.pause(1)


@fault
def slow(reply):
    begin(reply)
    for byte in reply.body:
        reply.send(bytes([byte]))
        reply.pause(0.2)


@fault
def slow_hdr(reply):
    reply.send("HTTP/1.1 200 OK\r\n")
    for number in itertools.count():
        reply.send(f"X-{number}: y\r\n")
        reply.pause(0.2)


# Lengths.


@fault
def cl_small(reply):
    begin(reply, length=SMALL)
    reply.send(reply.body)


def odd_length(lengths, reply):
    begin(reply, *(f"Content-Length: {length}" for length in lengths), length=None)
    reply.send(reply.body)


fault(odd_length, ["-5"], name="cl-negative")
fault(odd_length, ["12abc"], name="cl-garbage")
fault(odd_length, ["1" * 25], name="cl-huge")
fault(odd_length, [str(SIZE), str(SIZE - 7)], name="cl-two")
fault(odd_length, [""], name="cl-empty")
fault(odd_length, ["+1572921"], name="cl-plus")
fault(odd_length, [str(SIZE), str(SIZE)], name="cl-twice-equal")


@fault
def nolen(reply):
    begin(reply, "Connection: close", length=None)
    reply.send(reply.body)


@fault
def nolen_rst(reply):
    begin(reply, "Connection: close", length=None)
    reply.send(half(reply))
    reply.reset()


# Chunks.


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def begin_chunks(reply, *fields):
    """A few good ones."""
    begin(reply, "Transfer-Encoding: chunked", *fields, length=None)
    for start in range(0, 10 * 8192, 8192):
        reply.send(chunk(reply.body[start : start + 8192]))


@fault
def chunked(reply):
    begin_chunks(reply)
    reply.send(chunk(reply.body[10 * 8192 :]) + b"0\r\n\r\n")
    reply.keep = True


@fault
def cl_te(reply):
    """RFC 9112 section 6.3: Transfer-Encoding overrides Content-Length."""
    begin_chunks(reply, f"Content-Length: {SMALL}")
    reply.send(chunk(reply.body[10 * 8192 :]) + b"0\r\n\r\n")


@fault
def te_odd(reply):
    begin(reply, "Transfer-Encoding: gzip, chunked", length=None)
    reply.send(chunk(reply.body) + b"0\r\n\r\n")


@fault
def chunk_cut_between(reply):
    begin_chunks(reply)


@fault
def chunk_cut_inside(reply):
    begin_chunks(reply)
    reply.send(b"2000\r\n" + reply.body[:100])


@fault
def chunk_cut_size(reply):
    begin_chunks(reply)
    reply.send(b"20")


@fault
def chunk_bad(reply):
    begin_chunks(reply)
    reply.send(b"ZZZ\r\n" + reply.body[:4096] + b"\r\n0\r\n\r\n")


@fault
def chunk_huge(reply):
    begin_chunks(reply)
    reply.send(b"F" * 17 + b"\r\n" + reply.body[:4096] + b"\r\n0\r\n\r\n")


# Heads.


def odd_head(lines, reply):
    begin(reply, *lines)
    reply.send(reply.body)


fault(odd_head, ["X-Long: " + "x" * 150 * 1024], name="hdr-big")
fault(odd_head, [f"X-{number}: " + "x" * 50 * 1024 for number in range(10)], name="hdr-total")
fault(odd_head, [f"X-{number}: x" for number in range(2000)], name="hdr-many")
fault(odd_head, ["no colon in this line"], name="hdr-colonless")
fault(odd_head, ["X-Nul: a\0b"], name="hdr-nul")
fault(odd_head, [" X-Space: before the name"], name="hdr-space")


@fault
def hdr_flood(reply):
    reply.send("HTTP/1.1 200 OK\r\n")
    block = "".join(f"X-{number}: {'x' * 1000}\r\n" for number in range(64))
    try:
        while True:
            reply.send(block)
    finally:
        reply.server.floods_ended.append(time.monotonic())


@fault
def chunk_flood(reply):
    """The size of a chunk, and an extension of it without end (RFC 9112 section 7.1.1)."""
    begin_chunks(reply)
    reply.send("1000;")
    while True:
        reply.send(b"x" * 65536)


@fault
def status_flood(reply):
    reply.send("HTTP/1.1 200 ")
    while True:
        reply.send(b"O" * 65536)


@fault
def hundreds_flood(reply):
    """2,000 times 100 Continue, then the file."""
    reply.send("HTTP/1.1 100 Continue\r\n\r\n" * 2000)
    whole(reply)


FAULTS["1xx-flood"] = FAULTS.pop("hundreds-flood")


def early_hints(reply):
    reply.head("HTTP/1.1 103 Early Hints", "Link: </style.css>; rel=preload")
    whole(reply)


fault(early_hints, name="103")


def raw(text, reply):
    reply.send(text.encode("latin-1") + reply.body)


def odd_status(line, reply):
    reply.head(line, f"Content-Length: {SIZE}")
    reply.send(reply.body)


fault(raw, "\x16\x03\x01\x02\x00\x01\xfc\x03\x03", name="garbage")
fault(raw, "SSH-2.0-OpenSSH_9.2\r\n", name="ssh")
fault(raw, "", name="http09")
fault(odd_status, "ICY 200 OK", name="icy")
fault(odd_status, "HTTP/1.2 200 OK", name="http12")
fault(odd_status, "HTTP/1.1 2 OK", name="status-2")
fault(odd_status, "HTTP/1.1 -12 OK", name="status-minus")
fault(odd_status, "HTTP/1.1 999 OK", name="status-999")
fault(odd_status, "HTTP/1.1", name="status-none")


# Encodings that nobody asked for.


def gzipped(data):
    packer = zlib.compressobj(wbits=31)
    return packer.compress(data) + packer.flush()


@functools.lru_cache(maxsize=1)
def bomb():
    """256 MiB of nothing: one block, again and again."""
    nothing, packer = bytes(1024 * 1024), zlib.compressobj(wbits=-15)
    block = packer.compress(nothing) + packer.flush(zlib.Z_FULL_FLUSH)
    check = functools.reduce(lambda check, _: zlib.crc32(nothing, check), range(256), 0)
    end = b"\x03\x00" + struct.pack("<II", check, 256 * len(nothing))
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block * 256 + end


def encoded(make, coding, reply):
    whole(reply, f"Content-Encoding: {coding}", body=make(reply.body))


fault(encoded, gzipped, "gzip", name="gzip-asked-identity")
fault(encoded, lambda body: gzipped(gzipped(body)), "gzip, gzip", name="gzip-double")
fault(encoded, lambda body: gzipped(body)[:20] + b"\xff" * 500 + gzipped(body)[520:], "gzip", name="gzip-corrupt")
fault(encoded, lambda body: bomb(), "gzip", name="gzip-bomb")


@fault
def gzip_cut(reply):
    packed = gzipped(reply.body)
    begin(reply, "Content-Encoding: gzip", length=len(packed))
    reply.send(packed[: len(packed) // 2])


# Statuses.


def status(number, reply, *fields):
    """With a body that must not become the file."""
    body = b"" if number in (204, 304) else b"<html>not what you wanted</html>\n"
    length = [] if number in (204, 304) else [f"Content-Length: {len(body)}"]
    reply.head(f"HTTP/1.1 {number} So It Is", *length, *fields)
    reply.send(body)
    reply.keep = True


for _number in (204, 205, 304, 400, 401, 403, 404, 407, 408, 410, 416, 418, 429, 500, 502, 503, 504, 520):
    fault(status, _number, name=str(_number))


def later(make, reply):
    status(503, reply, f"Retry-After: {make()}")


fault(later, lambda: 2, name="503-seconds")
fault(later, lambda: date(time.time() + 3.5), name="503-date")
fault(later, lambda: date(time.time() - DAY), name="503-past")
fault(later, lambda: -120, name="503-negative")
fault(later, lambda: "soon", name="503-garbage")
fault(later, lambda: 300, name="503-minutes")
fault(later, lambda: TEN_YEARS, name="503-ten-years")
fault(later, lambda: "9" * 30, name="503-overflow")


# Redirects.


def redirect(location, reply, number=302):
    fields = [] if location is None else [f"Location: {location}"]
    status(number, reply, *fields)


@fault
def loop(reply):
    redirect("/loop", reply)


@fault
def loop_of_two(reply):
    redirect("/loop-of-two/b" if reply.request.path == "/loop-of-two" else "/loop-of-two", reply)


@fault
def redirect_many(reply):
    done = int((reply.request.path.split("/") + ["0"])[2])
    redirect(f"/redirect-many/{done + 1}", reply)


fault(redirect, None, name="redirect-nolocation")
fault(redirect, "", name="redirect-empty")
fault(redirect, "http://127.0.0.1:99999/x", name="redirect-badport")
fault(redirect, "http://", name="redirect-nohost")
fault(redirect, "file:///etc/hostname", name="redirect-file")
fault(redirect, "data:text/plain,hello", name="redirect-data")
fault(redirect, "ftp://127.0.0.1/x", name="redirect-ftp")
fault(redirect, "javascript:alert(1)", name="redirect-javascript")
fault(redirect, "qrc:/qt-project.org/x", name="redirect-qrc")


@fault
def redirect_away(reply):
    """/redirect-away/NUMBER/WORD: to where `elsewhere` says."""
    _, _, number, word = reply.request.path.split("/")
    redirect(reply.server.elsewhere[word], reply, int(number))


# Parts, and what has changed since.


def other_version(reply):
    return truth(reply.name, reply.version + 1)


@fault
def range_ignored(reply):
    whole(reply)


def range_or_whole(answer):
    """A fault that shows only when a part is asked for."""
    @functools.wraps(answer)
    def either(reply):
        first = first_asked(reply)
        return whole(reply) if first is None else answer(reply, first)

    return fault(either, name=answer.__name__.replace("_", "-").strip("-"))


@range_or_whole
def _206_wrong_place(reply, first):
    part(reply, first, reply.body, shown=f"bytes {first - 100}-{SIZE - 1}/{SIZE}")


@range_or_whole
def _206_wrong_total(reply, first):
    part(reply, first, reply.body, total=SIZE + 1000)


@range_or_whole
def _206_no_range(reply, first):
    reply.head("HTTP/1.1 206 Partial Content", f"ETag: {reply.etag}", f"Content-Length: {SIZE - first}")
    reply.send(reply.body[first:])


@range_or_whole
def _206_less(reply, first):
    """Only a piece of what was asked for."""
    piece = reply.body[first : first + SMALL]
    reply.head("HTTP/1.1 206 Partial Content", f"ETag: {reply.etag}", f"Content-Length: {SMALL}",
               f"Content-Range: bytes {first}-{first + SMALL - 1}/{SIZE}")
    reply.send(piece)


@range_or_whole
def if_range_ignored(reply, first):
    """A part of the version that is there now, and it says so."""
    part(reply, first, reply.body)


@range_or_whole
def validator_lies(reply, first):
    """A part of another version under the validator of the old one."""
    part(reply, first, other_version(reply), etag=reply.request.value("If-Range"))


@range_or_whole
def _416_same(reply, first):
    refuse_range(reply, len(half(reply)))


@range_or_whole
def _416_other(reply, first):
    refuse_range(reply, 17)


@range_or_whole
def _416_bare(reply, first):
    status(416, reply)


def refuse_range(reply, length):
    status(416, reply, f"Content-Range: bytes */{length}")


def unasked(shown, reply):
    reply.head("HTTP/1.1 206 Partial Content", f"ETag: {reply.etag}", *([f"Content-Range: {shown}"] if shown else []),
               f"Content-Length: {SMALL}")
    reply.send(reply.body[:SMALL])


fault(unasked, f"bytes 0-{SMALL - 1}/{SIZE}", name="206-unasked")
fault(unasked, f"bytes 5000-{5000 + SMALL - 1}/{SIZE}", name="206-wrong")
fault(unasked, None, name="206-bare")


def cut_with(fields, reply):
    """A file that ends early, with other validators than a strong ETag."""
    reply.head("HTTP/1.1 200 OK", f"Content-Length: {SIZE}", *fields())
    reply.send(half(reply))


fault(cut_with, lambda: ['ETag: W/"weak"'], name="cut-weak")
fault(cut_with, lambda: [], name="cut-bare")
fault(cut_with, lambda: [f"Last-Modified: {date(MODIFIED)}", f"Date: {date(time.time())}"], name="cut-modified")
fault(cut_with, lambda: [f"Last-Modified: {date(time.time())}", f"Date: {date(time.time())}"], name="cut-just-modified")


def main():
    with FaultServer() as server, FaultServer("127.0.0.2") as other:
        server.elsewhere = {"other": other.link("/landing")}
        print(*(server.link(f"/{name}") for name in FAULTS), sep="\n", flush=True)
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
