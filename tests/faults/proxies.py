#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Row A6 through proxies that we did not write: tinyproxy (HTTP) and microsocks (SOCKS5), both with a password.

proxies.py LAPWING_CLI    exit status 77: something it needs is missing
"""
import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import download
import tls
from download import SECRET, USER
from faultserver import FaultServer, truth

SKIPPED = 77
PATIENCE = 10  # seconds for a proxy to listen
CLI = None
NEVER = ["--retries", "0"]


def free_port():
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as listening:
        return listening.getsockname()[1]


def wait_until_listening(process, port):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise AssertionError(f"{process.args[0]} does not listen")


@contextlib.contextmanager
def running(port, *command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_listening(process, port)
        yield port
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def http_proxy(folder):
    port = free_port()
    settings = folder / "tinyproxy.conf"
    settings.write_text(f"Port {port}\nListen 127.0.0.1\nTimeout 60\nBasicAuth {USER} {SECRET}\nMaxClients 50\n")
    with running(port, "tinyproxy", "-d", "-c", str(settings)):
        yield port


@contextlib.contextmanager
def socks_proxy(_):
    port = free_port()
    with running(port, "microsocks", "-i", "127.0.0.1", "-p", str(port), "-u", USER, "-P", SECRET):
        yield port


class ProxyTest:
    """Each file by each proxy: to a server that is asked openly, and to one over TLS."""

    @classmethod
    def setUpClass(cls):
        stack = contextlib.ExitStack()
        cls.addClassCleanup(stack.close)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="proxies-")))
        authority = tls.Authority(folder)
        cls.trust = ["--ca-certificate", str(authority.certificate)]
        cls.servers = [stack.enter_context(server) for server in (FaultServer(), authority.server("here", tls.HERE))]
        cls.port = stack.enter_context(cls.proxy(folder))

    def address(self, user):
        return f"{self.scheme}://{user}@127.0.0.1:{self.port}"

    def get(self, place, server, user):
        return download.run(CLI, place, [server.link("/good")], [*NEVER, *self.trust, "--proxy", self.address(user)])

    def test_the_environment_names_it(self):
        for server in self.servers:
            with self.subTest(server.scheme), download.Place() as place:
                name = f"{server.scheme}_proxy"
                outcome = download.run(CLI, place, [server.link("/good")], [*NEVER, *self.trust],
                                       env={name: self.address(f"{USER}:{SECRET}")})
                self.assertEqual(list(download.check_invariants(place, outcome, [truth("good")])), [])
                self.assertEqual((outcome.status, outcome.task().get("state")), (0, "done"), outcome.stderr)
                self.assertIn("Proxy (from the environment): ", outcome.stderr)

    def test_with_the_password_the_file_comes_exactly(self):
        for server in self.servers:
            with self.subTest(server.scheme), download.Place() as place:
                outcome = self.get(place, server, f"{USER}:{SECRET}")
                self.assertEqual(list(download.check_invariants(place, outcome, [truth("good")])), [])
                self.assertEqual((outcome.status, outcome.task().get("state")), (0, "done"), outcome.stderr)

    def test_without_or_with_a_wrong_one_it_says_that_it_was_the_proxy(self):
        for server in self.servers:
            for user in (f"{USER}:wrong", f"{USER}:", ""):
                with self.subTest(server.scheme, user=user), download.Place() as place:
                    outcome = self.get(place, server, user)
                    self.assertEqual(list(download.check_invariants(place, outcome, [None])), [])
                    self.assertIn(outcome.code(), self.codes(server))

    def codes(self, _):
        return ["proxy-login"]


class HttpProxyTest(ProxyTest, unittest.TestCase):
    scheme = "http"
    proxy = staticmethod(http_proxy)

    def codes(self, server):
        """A link that is not https is the proxy's own answer, and tinyproxy says 401 to a wrong password."""
        return ["proxy-failed", "proxy-login"] if server.scheme == "https" else ["http-407", "http-401"]


class SocksProxyTest(ProxyTest, unittest.TestCase):
    scheme = "socks5"
    proxy = staticmethod(socks_proxy)


def main():
    global CLI
    CLI = str(Path(sys.argv.pop(1)).resolve())
    missing = [name for name in ("tinyproxy", "microsocks", "openssl") if not shutil.which(name)]
    if missing or not Path(CLI).exists():
        print(f"skipped: there is no {', '.join(missing) or CLI}")
        return SKIPPED
    return 0 if unittest.main(exit=False, verbosity=2).result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
