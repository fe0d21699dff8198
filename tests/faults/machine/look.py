# SPDX-License-Identifier: MIT
"""What may stand in a folder at any moment, whatever happened to the program: invariants I1 and I5 of the fault matrix."""
import hashlib
import random
import re

PART, SIDECAR = ".part", ".part.lapwing"


def content(size, seed):
    """Bytes that are nowhere the same."""
    return random.Random(repr(seed)).randbytes(size)


def sidecar(path):
    """Its fields; None when it is torn, which is allowed: then it counts for nothing."""
    try:
        lines = path.read_bytes()
    except FileNotFoundError:
        return None
    head, found, check = lines.rpartition(b"check ")
    if not found or check != hashlib.sha256(head).hexdigest().encode() + b"\n":
        return None
    return dict(line.split(" ", 1) for line in head.decode().splitlines())


def is_final(name):
    return not name.endswith((PART, SIDECAR, SIDECAR + "~"))


def original_of(name, originals):
    """The body that belongs to it, numbered or not."""
    stem, dot, ending = name.partition(".")
    return originals.get(re.sub(r" \(\d+\)$", "", stem) + dot + ending)


def wrong_final(path, originals):
    """Absent, or why a file under a final name is wrong. `originals`: name -> list of versions."""
    versions = original_of(path.name, originals)
    if versions is None:
        return f"{path.name}: nobody asked for it"
    try:
        body = path.read_bytes()
    except FileNotFoundError:
        return None
    if body in versions:
        return None
    return f"{path.name}: {len(body)} bytes that differ from the original from byte {first_difference(body, versions[0])} on"


def wrong_part(path, originals):
    """The sidecar never claims more than is there, nor other bytes than the original's."""
    fields = sidecar(path.with_name(path.name + ".lapwing"))
    if not fields or not path.exists():
        return None
    synced, body = int(fields["synced"]), path.read_bytes()
    versions = original_of(path.name[: -len(PART)], originals)
    if synced > len(body):
        return f"{path.name}: the sidecar claims {synced} bytes, {len(body)} are there"
    if not any(body[:synced] == version[:synced] for version in versions):
        return f"{path.name}: the sidecar claims {synced} bytes, the original's end at {first_difference(body, versions[0])}"
    return None


def first_difference(body, original):
    return next((at for at, (one, other) in enumerate(zip(body, original)) if one != other), min(len(body), len(original)))


def wrong(folder, originals):
    """What must not be, in a folder that nobody writes to at the moment."""
    found = []
    for path in sorted(folder.iterdir()):
        if is_final(path.name):
            found.append(wrong_final(path, originals))
        elif path.name.endswith(PART):
            found.append(wrong_part(path, originals))
    return [problem for problem in found if problem]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def left_over(folder):
    """What a run that did everything should have taken away."""
    return [name for name in names(folder) if not is_final(name)]
