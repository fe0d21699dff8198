# SPDX-License-Identifier: MIT
"""Servers with a known truth: what one list costs there one at a time and together follows from how they
are made. One process, loopback, port 0, TCP_NODELAY (without it a reused connection waits 40 ms for an
acknowledgement, which would flatter running together)."""
import asyncio
import itertools
import socket
import ssl
import time


class Server:
    """Answers GET and HEAD /NUMBER; subclasses say how a body of `size(number)` bytes comes."""

    keeps_alive = True

    def __init__(self, tls=None):
        self.tls = tls
        self.in_progress = 0
        self.most = 0

    def size(self, number):
        return 2000

    async def answer(self, writer, number):
        """Everything after the request was read."""
        await self.serve(writer, number)

    async def serve(self, writer, number):
        await self.send(writer, self.size(number))

    async def send(self, writer, size):
        writer.write(self.head(200, size) + b"x" * size)
        await writer.drain()

    def head(self, status, size, extra=b""):
        close = b"" if self.keeps_alive else b"Connection: close\r\n"
        return (b"HTTP/1.1 %d Golden\r\nContent-Length: %d\r\n" % (status, size)) + close + extra + b"\r\n"

    async def connection(self, reader, writer):
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            while await self.request(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def request(self, reader, writer):
        request = await reader.readuntil(b"\r\n\r\n")
        method, path = request.split(b" ", 2)[:2]
        number = int(path.strip(b"/"))
        if method == b"HEAD":
            writer.write(self.head(200, self.size(number)))
        else:
            self.in_progress += 1
            self.most = max(self.most, self.in_progress)
            try:
                await self.answer(writer, number)
            finally:
                self.in_progress -= 1
        return self.keeps_alive

    async def listen(self):
        self.server = await asyncio.start_server(self.connection, "127.0.0.1", 0, ssl=self.tls, backlog=512)
        self.port = self.server.sockets[0].getsockname()[1]


class Latency(Server):
    """Each answer takes `wait` seconds, however many there are."""

    def __init__(self, wait, tls=None):
        super().__init__(tls)
        self.wait = wait

    async def serve(self, writer, number):
        await asyncio.sleep(self.wait)
        await self.send(writer, self.size(number))


class NoKeepAlive(Latency):
    keeps_alive = False


class Throttling(Latency):
    """Refuses what is more than `most_allowed` at once."""

    def __init__(self, wait, most_allowed):
        super().__init__(wait)
        self.most_allowed = most_allowed

    async def serve(self, writer, number):
        if self.in_progress <= self.most_allowed:
            await super().serve(writer, number)
        else:
            writer.write(self.head(429, 0))


class Serial(Latency):
    """After its wait, each answer needs `alone` seconds of something that there is one of."""

    def __init__(self, wait, alone):
        super().__init__(wait)
        self.alone = alone
        self.lock = asyncio.Lock()

    async def serve(self, writer, number):
        await asyncio.sleep(self.wait)
        async with self.lock:
            await asyncio.sleep(self.alone)
        await self.send(writer, self.size(number))


class Paced(Server):
    """Bodies that come over time: what has come by when is a matter of the clock, not of sleeps added up."""

    slice = 0.005

    def __init__(self, bytes_each):
        super().__init__()
        self.bytes_each = bytes_each

    def size(self, number):
        return self.bytes_each


class Rate(Paced):
    """Each connection at a rate of its own (bytes a second)."""

    def __init__(self, bytes_each, rate):
        super().__init__(bytes_each)
        self.rate = rate

    async def serve(self, writer, number):
        size, sent, begun = self.size(number), 0, time.monotonic()
        writer.write(self.head(200, size))
        while sent < size:
            await asyncio.sleep(self.slice)
            due = min(size, int((time.monotonic() - begun) * self.rate))
            writer.write(b"x" * (due - sent))
            sent = due
            await writer.drain()


class OneHuge(Rate):
    """The first file is huge, the others are small."""

    def __init__(self, huge, small, rate):
        super().__init__(small, rate)
        self.huge = huge

    def size(self, number):
        return self.huge if number == 0 else self.bytes_each


class Shared(Paced):
    """A job needs `size` bytes of something that all share; `rate_for(n)` is what n jobs get together."""

    def __init__(self, bytes_each, rate_for):
        super().__init__(bytes_each)
        self.rate_for = rate_for
        self.jobs = {}
        self.ticker = None
        self.ids = itertools.count()

    async def tick(self):
        last = time.monotonic()
        while self.jobs:
            await asyncio.sleep(min(self.slice, self.until_next_end()))
            now = time.monotonic()
            left = self.rate_for(len(self.jobs)) * (now - last)
            last = now
            while left > 1e-9 and self.jobs:  # what one job does not need, the others get
                each, left = left / len(self.jobs), 0.0
                for job, (need, ready) in list(self.jobs.items()):
                    taken = min(need, each)
                    left += each - taken
                    self.jobs[job] = (need - taken, ready)
                    if need - taken <= 1e-9:
                        del self.jobs[job]
                        ready.set()
                    else:
                        ready.news(taken)
        self.ticker = None

    def until_next_end(self):
        """A job that ended within a slice would wait for its end, and what all share would lie idle: half a slice
        for each file one at a time, and nothing together."""
        least = min(need for need, _ in self.jobs.values())
        return least * len(self.jobs) / self.rate_for(len(self.jobs))

    async def serve(self, writer, number):
        size = self.size(number)
        writer.write(self.head(200, size))
        ready = Ready(writer, size)
        self.jobs[next(self.ids)] = (float(size), ready)
        if self.ticker is None:
            self.ticker = asyncio.ensure_future(self.tick())
        await ready.wait()
        await writer.drain()


class Ready(asyncio.Event):
    """Hands a job's bytes out as it gets them, and the rest at its end."""

    def __init__(self, writer, size):
        super().__init__()
        self.writer, self.size, self.given, self.sent = writer, size, 0.0, 0

    def news(self, taken):
        self.given += taken
        self.put(min(self.size, int(self.given)))

    def put(self, due):
        if not self.writer.is_closing():
            self.writer.write(b"x" * (due - self.sent))
        self.sent = due

    def set(self):
        self.put(self.size)
        super().set()


def tls_context(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
