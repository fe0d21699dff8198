# SPDX-License-Identifier: MIT
"""The rows about TLS: certificates made by openssl for this run, and servers that present them."""
import shutil
import ssl
import subprocess
from pathlib import Path

from faultserver import FaultServer
from scene import MOST_FLOODED_MB, Row

NEVER = ["--retries", "0"]
HERE = "IP:127.0.0.1"


class TlsServer(FaultServer):
    scheme = "https"

    def __init__(self, certificate, key):
        super().__init__()
        self.protocols = []  # that each connection agreed on
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate, key)
        self._context.set_alpn_protocols(["h2", "http/1.1"])

    def wrap(self, connection):
        return self._context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)

    def answer(self, reply):
        self.protocols.append(reply.protocol)
        super().answer(reply)


class Mute(FaultServer):
    """A plain server at a port that is taken for a secure one: it waits for the end of a request."""

    scheme = "https"


class Plain(Mute):
    """One that answers what it does not understand, as most do."""

    def wrap(self, connection):
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        return connection


class Authority:
    """A certificate authority in a folder."""

    def __init__(self, folder):
        self._folder = Path(folder)
        self.certificate = self._make("authority", [], "basicConstraints=critical,CA:TRUE")
        self._openssl_words = ["-CA", str(self.certificate), "-CAkey", str(self._key("authority"))]

    def _key(self, name):
        return self._folder / f"{name}.key"

    def _make(self, name, words, extension):
        certificate = self._folder / f"{name}.pem"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-days", "30",
                   "-keyout", str(self._key(name)), "-out", str(certificate), "-addext", extension, *words]
        subprocess.run(command, check=True, capture_output=True)
        return certificate

    def server(self, name, alternative):
        """One whose certificate we signed."""
        return TlsServer(self._make(name, self._openssl_words, f"subjectAltName={alternative}"), self._key(name))

    def self_signed(self):
        return TlsServer(self._make("alone", [], f"subjectAltName={HERE}"), self._key("alone"))

    def expired(self):
        """Over at the moment at which it begins. openssl req makes no such one, so that x509 signs it."""
        request, certificate = self._folder / "old.csr", self._folder / "old.pem"
        extensions = self._folder / "old.ext"
        extensions.write_text(f"subjectAltName={HERE}\n")
        self._run("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=old", "-keyout", self._key("old"), "-out", request)
        self._run("x509", "-req", "-in", request, "-days", "0", "-extfile", extensions, "-out", certificate,
                  *self._openssl_words, "-CAcreateserial")
        return TlsServer(certificate, self._key("old"))

    def _run(self, *words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


def available():
    return shutil.which("openssl") is not None


def speaks_http_1(scene):
    """P22: what was offered for the protocol was not HTTP/2."""
    if "h2" in scene.server.protocols or not scene.server.protocols:
        yield f"the protocols were {scene.server.protocols}"


def says_why(*words):
    """The reason tells one broken certificate from another."""

    def check(scene):
        error = scene.outcome.task().get("error") or {}
        if not any(word in error.get("detail", "").lower() for word in words):
            yield f"the detail says nothing of {' or '.join(words)}: {error}"

    return check


def never_asked_plainly(scene):
    if scene.other.requests("/landing"):
        yield "the redirect to http was followed"


def scenes(folder):
    """(row, the server that it is about)."""
    authority = Authority(folder)
    trusting = [*NEVER, "--ca-certificate", str(authority.certificate)]
    issuer = says_why("self-signed", "self signed", "issuer", "root")
    downgrade = {"path": "/redirect-away/302/other", "check": never_asked_plainly}
    cut = "connection-cut|length-mismatch"
    yield row("P22", "good", "done", "", trusting, check=speaks_http_1), authority.server("good", HERE)
    yield row("P5", "short", "failed", cut, trusting, resumes=True), authority.server("cut", HERE)
    yield row("P5", "chunk-cut-between", "failed", cut, trusting), authority.server("chunks", HERE)
    yield row("P7", "nolen", "unverified", "", trusting), authority.server("nolen", HERE)
    for name, code in (("hdr-flood", "first-byte-timeout"), ("chunk-flood", "stalled")):  # TLS is read through buffers
        patient = [*trusting, "--first-byte-timeout", "30", "--stall-timeout", "30"]
        flooded = row("P10", name, "failed", code, patient, most_mb=MOST_FLOODED_MB)
        yield flooded, authority.server(name, HERE)
    yield row("P19", "redirect-away", "failed", "unsafe-redirect", trusting, **downgrade), authority.server("down", HERE)
    yield row("P23", "self-signed", "failed", "tls-failed", trusting, check=issuer), authority.self_signed()
    yield row("P23", "unknown-authority", "failed", "tls-failed", NEVER, check=issuer), authority.server("unknown", HERE)
    yield row("P23", "expired", "failed", "tls-failed", trusting, check=says_why("expired")), authority.expired()
    wrong = authority.server("wrong", "DNS:elsewhere.example")
    yield row("P23", "wrong-host", "failed", "tls-failed", trusting, check=says_why("host")), wrong
    yield row("P23", "plain-port-mute", "failed", "connect-timeout|tls-failed", NEVER), Mute()
    yield row("P23", "plain-port", "failed", "tls-failed|connection-cut", NEVER), Plain()


def row(id, name, expect, code, options, **further):
    """Only where the server is fit to be asked again does a healed one go on."""
    then = expect == "failed" and id == "P5"
    return Row(id, name, expect, code, options, alone=True, then=then, **further)
