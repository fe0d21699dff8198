# SPDX-License-Identifier: MIT
"""What a test of this folder needs of the machine, and a place where its faults hurt nobody else."""
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SKIPPED = 77
DIRECTORIES_OF_ROOT = ("/usr/sbin", "/sbin")


def skip_all(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def program(name):
    """Its path, also where PATH has no sbin; None when it is not installed."""
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *DIRECTORIES_OF_ROOT]))


def need(*names):
    missing = [name for name in names if not program(name)]
    if missing:
        skip_all(f"not installed: {', '.join(missing)}")


def own_namespaces():
    """Starts this script again, in a network and with mounts of its own: they are gone when it ends."""
    if os.environ.get("LAPWING_TEST_PLACE") == "own":
        run("ip", "link", "set", "lo", "up")
        return
    need("unshare", "ip")
    if os.geteuid() != 0:
        skip_all("only root may make namespaces")
    unshare = [program("unshare"), "--net", "--mount", "--propagation", "private"]
    if subprocess.run([*unshare, "true"], stderr=subprocess.DEVNULL).returncode != 0:
        skip_all("namespaces cannot be made here")
    os.environ["LAPWING_TEST_PLACE"] = "own"
    os.execv(unshare[0], [*unshare, sys.executable, *sys.argv])


def run(name, *words):
    """Its standard output; what goes wrong raises, with what it said."""
    done = subprocess.run([program(name), *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{name} {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def packet_filter():
    """Empty, for what comes and what goes in this network; `rule` fills it."""
    run("nft", "add table inet t")
    for hook in ("input", "output"):
        run("nft", f"add chain inet t {hook} {{ type filter hook {hook} priority 0; }}")


def rule(text, hook="input"):
    run("nft", f"add rule inet t {hook} {text}")


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="lapwing-") as path:
        yield Path(path).resolve()


@contextlib.contextmanager
def memory_disk(options):
    """A tmpfs of its own."""
    with folder() as path:
        disk = path / "disk"
        disk.mkdir()
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk))
        try:
            yield disk
        finally:
            run("umount", "-l", str(disk))


def until(holds, seconds=10, what="it"):
    """Waits for what should happen."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not happen within {seconds} s")
        time.sleep(0.005)


def main():
    """Runs the tests of the calling script; the exit status is 77 when none of them could."""
    result = unittest.main(exit=False, verbosity=2).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun == len(result.skipped) else 0)
