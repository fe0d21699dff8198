#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Serves ten bytes for every request on 127.0.0.1, after a second; after SIGUSR1 at once. Prints its port."""
import asyncio
import signal

BODY = b"0123456789"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nContent-Type: text/plain\r\n\r\n%s" % (len(BODY), BODY)
delay = 1.0


def hurry():
    global delay
    delay = 0.0


class Connection(asyncio.Protocol):
    def __init__(self):
        self._received = b""

    def connection_made(self, transport):
        self._transport = transport

    def data_received(self, data):
        self._received += data
        while b"\r\n\r\n" in self._received:
            _, self._received = self._received.split(b"\r\n\r\n", 1)
            if delay:
                asyncio.get_running_loop().call_later(delay, self._answer)
            else:
                self._answer()

    def _answer(self):
        if not self._transport.is_closing():
            self._transport.write(ANSWER)


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, hurry)
    server = await loop.create_server(Connection, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
