# SPDX-License-Identifier: MIT
"""nginx on a free port, serving a folder."""
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

CONFIGURATION = """daemon off; master_process off; pid nginx.pid; error_log stderr;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
    server {{ listen {address}:{port}; root "{root}"; }}
}}
"""


def make_files(folder, count, size):
    """Files of bytes that compress badly and differ from each other."""
    folder.mkdir()
    block = bytes((i * i * 31 + i * 7) % 251 for i in range(min(size, 1024 * 1024)))
    for number in range(count):
        with open(folder / f"f{number:05}.bin", "wb") as file:
            file.write(f"{number:010}".encode())
            left = size - 10
            while left > 0:
                left -= file.write(block[:left])
    return folder


class WebServer:
    def __init__(self, folder, address="127.0.0.1", namespace=None):
        self._folder = folder
        self._address = address
        self._inside = ["ip", "netns", "exec", namespace] if namespace else []
        self._port = 0

    def links(self):
        return [f"http://{self._address}:{self._port}/{path.name}" for path in sorted(self._folder.iterdir())]

    def __enter__(self):
        self._state = tempfile.TemporaryDirectory()
        for _ in range(5):  # somebody may take the port between our look and nginx's
            self._port = self._free_port()
            self._process = self._start()
            if self._answers():
                return self
            self._stop()
        raise RuntimeError("nginx does not start")

    def __exit__(self, *_):
        self._stop()
        self._state.cleanup()

    def _free_port(self):
        # In another namespace every port is free, but for those that we took ourselves.
        with socket.socket() as probe:
            probe.bind(("" if self._inside else self._address, 0))
            return probe.getsockname()[1]

    def _start(self):
        file = Path(self._state.name, "nginx.conf")
        file.write_text(CONFIGURATION.format(address=self._address, port=self._port, root=self._folder))
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        return subprocess.Popen([*self._inside, program, "-e", "stderr", "-p", self._state.name, "-c", str(file)])

    def _stop(self):
        self._process.terminate()
        self._process.wait()

    def _answers(self):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                socket.create_connection((self._address, self._port), 1).close()
                return True
            except OSError:
                time.sleep(0.01)
        return False
