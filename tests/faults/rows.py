# SPDX-License-Identifier: MIT
"""The rows of the matrix that a server can cause, as data: what is done, and how it has to end."""
import download
from download import SECRET, USER
from faultserver import SMALL
from scene import MOST_FLOODED_MB, Row, WRONG_CHECKSUM, checksum

AGAIN = ["--retries", "1"]
BY_DEFAULT = []
NEVER = ["--retries", "0"]
CUT = "connection-cut|length-mismatch"
# One is half of the other, as it is when nothing is said: a flood must not starve the others meanwhile.
AS_BY_DEFAULT = ["--connect-timeout", "4", "--first-byte-timeout", "8"]


# What some rows have to show besides.


def counts_no_byte_twice(scene):
    task = scene.outcome.task()
    if task["bytes"] != len(scene.truths()[0]) or task["size"] != task["bytes"]:
        yield f"{task['bytes']} bytes of {task['size']} are counted, {len(scene.truths()[0])} are right"


def waited(least, most):
    """Between the first two requests, in seconds."""

    def check(scene):
        asked = scene.asked()
        between = asked[1].at - asked[0].at if len(asked) > 1 else None
        if between is None or not least <= between <= most:
            yield f"the second request came after {between} s, {least} to {most} s are right"
        elif least > 1.5:
            yield from whole_host_waits(scene, asked[0].at, asked[1].at)

    return check


def whole_host_waits(scene, since, until):
    """Nobody asks this server while it wants to be left alone; whoever was asked already may be on the way."""
    for request in scene.server.log:
        if since + 0.3 < request.at < until - 0.2:
            yield f"{request.path} was asked for {request.at - since:.1f} s after the server had said later"


def ended_at_once(scene):
    """A wait of minutes does not keep the person waiting."""
    if scene.outcome.seconds > scene.row.stop_after + 3 or scene.outcome.status != 130:
        yield f"it ended after {scene.outcome.seconds:.1f} s with {scene.outcome.status}"


def reason_names(word):
    def check(scene):
        error = scene.outcome.task().get("error") or {}
        if word not in f"{error.get('text')} {error.get('detail')}":
            yield f"the reason does not say {word!r}: {error}"

    return check


def other_saw_nothing(scene):
    """P20: where the redirect leads, nothing arrives that was meant for the first server."""
    landed = [*scene.other.requests("/landing"), *scene.neighbour.requests("/landing")]
    if not landed:
        yield "the redirect was not followed"
    for request in landed:
        if SECRET in request.text() or request.value("Authorization") or request.value("Cookie"):
            yield f"where the redirect led, this arrived:\n{request.text()}"
    asked = scene.question(0)
    if not asked.value("Authorization") or asked.value("X-Api-Key") != SECRET:
        yield "and the first server did not get them either"


def never_starts_over(scene):
    """Four attempts at most, and four requests; one that Qt repeats by itself for a lost head (R4) may come on top."""
    yield from counts_no_byte_twice(scene)
    asked, ends = scene.ranges(), scene.outcome.ends()
    if not 4 <= len(asked) <= 5 or not all(asked[1:]) or len(ends) > 4:
        yield f"the server was asked for {asked}; attempts: {ends}"


def is_plain_request(scene):
    """RFC 9110 section 12.5.3: no coding is wanted; and nobody is told where a link was found."""
    asked = scene.question(0)
    if asked.value("Accept-Encoding") != "identity" or asked.value("Referer"):
        yield f"this was asked:\n{asked.text()}"


def in_late_company(scene):
    """The sibling waits for its answer all the while, on the same manager as far as anybody knows."""
    scene.server.course["sibling"] = ["late"]
    return []


def goes_on_from_what_came(scene):
    if not scene.question(1).value("Range"):
        yield f"all of it was asked for again:\n{scene.question(1).text()}"


# The tables.


def network():
    yield Row("N11", "slow", "failed", "too-slow", ["--retries", "0", "--min-rate", "1000"])
    yield Row("N5", "short-rst", "failed", CUT, resumes=True)
    # What a reset takes with it, the head as well now and then, Qt asks for again by itself: requests count.
    yield Row("N5", "reset-once", "done", options=AGAIN, course=["short-rst", "good"], requests=2,
              check=counts_no_byte_twice)
    yield Row("N6", "short", "failed", CUT, resumes=True)
    yield Row("N6", "halfclose", "failed", CUT, resumes=True)
    yield Row("N6", "cut-four-times", "done", options=BY_DEFAULT, check=never_starts_over,
              course=["short", "cut-at=1200000", "short-rst", "good"])
    yield Row("N7", "drop", "failed", "connection-cut")
    yield Row("N7", "drop-rst", "failed", "connection-cut")
    yield Row("N7", "drop-then-good", "done", options=BY_DEFAULT, course=["drop"] * 4 + ["good"])
    yield Row("N8", "drop-hdr", "failed", "connection-cut|malformed-response")
    yield Row("N9", "stall", "failed", "stalled", resumes=True)
    yield Row("N9", "stall-once", "done", options=AGAIN, course=["stall", "good"], attempts=2)
    yield Row("N10", "stall-nohdr", "failed", "first-byte-timeout")
    yield Row("N11", "slow-hdr", "failed", "first-byte-timeout|too-slow")


def lengths():
    yield Row("P1", "short-once", "done", options=AGAIN, course=["short", "good"], attempts=2)
    yield Row("P2", "cl-small", "done", takes=lambda body: body[:SMALL])
    for name in ("cl-negative", "cl-garbage", "cl-huge", "cl-two"):
        yield Row("P3", name, "failed", "malformed-response", BY_DEFAULT, attempts=1)
    yield Row("P3", "cl-empty", "failed|unverified", "malformed-response")  # Qt hides a header without a value
    yield Row("P3", "cl-plus", "failed", "malformed-response")
    yield Row("P3", "cl-twice-equal", "done")
    yield Row("P4", "cl-te", "unverified")
    yield Row("P4", "te-odd", "failed", "malformed-response|encoded-body")
    yield Row("P5", "chunk-cut-between", "failed", CUT)
    yield Row("P5", "chunk-cut-inside", "failed", CUT)
    yield Row("P6", "chunk-cut-size", "failed", CUT)
    # What Qt does not tell of the grammar of chunks is at best unverified, and with a checksum it fails.
    for name in ("chunk-bad", "chunk-huge"):
        reason = "malformed-response|" + CUT
        yield Row("P6", name, "unverified|failed", reason)
        yield Row("P6", name, "failed", f"checksum-mismatch|{reason}", NEVER + checksum(name), alone=True)
        yield Row("P6", name, "failed", f"not-proven|{reason}", NEVER + ["--require-proof"])
    yield Row("P7", "chunked", "unverified")
    yield Row("P7", "nolen", "unverified")
    yield Row("P7", "nolen", "done", options=NEVER + checksum("nolen"), alone=True)
    yield Row("P7", "nolen", "failed", "not-proven", NEVER + ["--require-proof"])
    yield Row("P8", "nolen-rst", "unverified|failed", CUT)
    yield Row("P8", "nolen-rst", "failed", "checksum-mismatch|" + CUT, NEVER + checksum("nolen-rst"), alone=True)
    yield Row("F12", "good", "failed", "checksum-mismatch", BY_DEFAULT + WRONG_CHECKSUM, alone=True, then=False, attempts=1)
    yield Row("F12", "good", "done", options=checksum("good"), alone=True)
    yield Row("max-size", "good", "failed", "too-large", NEVER + ["--max-size", "100000"], alone=True, then=False)
    yield Row("max-size", "nolen", "failed", "too-large", NEVER + ["--max-size", "100000"], alone=True, then=False)
    yield Row("A6", "good", "done", alone=True, check=is_plain_request)


def floods():
    """What keeps Qt and the server busy for seconds: the time of others would run out meanwhile."""
    for name in ("hdr-big", "hdr-total", "hdr-colonless"):  # half a megabyte of them
        yield Row("P9", name, "failed", "malformed-response", [*NEVER, "--first-byte-timeout", "30"])
    for name in ("hdr-flood", "status-flood"):
        yield Row("P10", name, "failed", "first-byte-timeout|malformed-response|connection-cut", [*NEVER, *AS_BY_DEFAULT],
                  most_mb=MOST_FLOODED_MB)
    yield Row("P10", "chunk-flood", "failed", "stalled", NEVER, most_mb=MOST_FLOODED_MB)
    yield Row("P10", "stall-in-company", "done", options=[*NEVER, *AS_BY_DEFAULT], course=["stall", "good"], attempts=2,
              prepare=in_late_company, check=goes_on_from_what_came)
    yield Row("P11", "1xx-flood", "done")


def heads():
    for name in ("hdr-many", "hdr-space"):
        yield Row("P9", name, "failed|done", "malformed-response")
    yield Row("P9", "hdr-nul", "failed|done", "malformed-response")  # Qt 6.8 leaves that header out
    yield Row("P11", "103", "failed|done", "malformed-response", BY_DEFAULT, attempts=1)  # Qt 6.8 passes it over
    for name in ("garbage", "ssh", "http09", "icy", "status-2", "status-minus", "status-none"):
        yield Row("P12", name, "failed", "malformed-response|connection-cut")
    # RFC 9110 section 2.5: a higher minor version is read as the highest that one knows.
    yield Row("P12", "http12", "failed|done", "malformed-response|connection-cut")
    yield Row("P12", "status-999", "failed", "malformed-response|http-999")
    for name in ("gzip-asked-identity", "gzip-double", "gzip-corrupt", "gzip-bomb"):
        yield Row("P13", name, "failed", "encoded-body", BY_DEFAULT, attempts=1)
    yield Row("P13", "gzip-cut", "failed", "encoded-body|" + CUT)
    for name in ("204", "205", "304"):
        yield Row("P14", name, "failed", "no-content", BY_DEFAULT, requests=1)
    for name in ("206-unasked", "206-wrong", "206-bare"):
        yield Row("R1", name, "failed", "unexpected-range|malformed-response")


def statuses():
    for name in ("400", "401", "403", "404", "407", "410", "416", "418"):
        code = "http-407|proxy-failed" if name == "407" else f"http-{name}"
        yield Row("P15", name, "failed", code, BY_DEFAULT, requests=1)
    for name in ("408", "429", "500", "502", "503", "504", "520"):
        yield Row("P16", f"{name}-then-good", "done", options=AGAIN, course=[name, "good"], requests=2, check=waited(0.9, 8))
    yield Row("P16", "503", "failed", "http-503", AGAIN, requests=2)
    for name in ("503-seconds", "503-date"):
        yield Row("P16", name, "done", options=AGAIN, course=[name, "good"], requests=2, check=waited(1.9, 10))
    for name in ("503-past", "503-negative", "503-garbage"):
        yield Row("P16", name, "done", options=AGAIN, course=[name, "good"], requests=2, check=waited(0.9, 8))
    yield Row("P16", "503-minutes", "cancelled", "cancelled", AGAIN, course=["503-minutes", "good"], requests=1,
              alone=True, stop_after=4, check=ended_at_once)
    # More than a run waits, or a number that no integer holds: not asked again before then.
    for name in ("503-ten-years", "503-overflow"):
        yield Row("P16", name, "failed", "http-503", AGAIN, course=[name, "good"], requests=1)


def redirects():
    yield Row("P17", "loop", "failed", "too-many-redirects", BY_DEFAULT)
    yield Row("P17", "loop-of-two", "failed", "too-many-redirects", BY_DEFAULT)
    yield Row("P17", "redirect-many", "failed", "too-many-redirects", BY_DEFAULT)
    for name in ("redirect-nolocation", "redirect-empty", "redirect-badport", "redirect-nohost"):
        yield Row("P17", name, "failed", "bad-redirect", BY_DEFAULT, requests=1)
    for scheme in ("file", "data", "ftp", "javascript", "qrc"):
        yield Row("P18", f"redirect-{scheme}", "failed", "unsafe-redirect", BY_DEFAULT, requests=1,
                  check=reason_names(scheme))
    for number in (301, 302, 303, 307, 308):
        yield to_landing("other", number)
    yield to_landing("port", 302)
    yield to_landing("port", 302, ["--header", f"Cookie: {SECRET}"])
    yield to_landing("user", 307)


def to_landing(word, number, further=()):
    return Row("P20", "redirect-away", "done", options=[*NEVER, *further], title="Cookie" if further else "",
               path=f"/redirect-away/{number}/{word}", file="landing", check=other_saw_nothing, alone=True)


def access():
    """Secrets of other kinds: they go where they belong, and nowhere else, least of all into what is shown."""
    away = {"options": NEVER, "path": "/redirect-away/302/other", "file": "landing", "alone": True}
    yield Row("P20", "redirect-away", "done", prepare=with_cookies, check=both(other_saw_nothing, sent("Cookie", SECRET)),
              title="cookies", **away)
    yield Row("P20", "redirect-away", "done", prepare=with_netrc, user="", title="netrc",
              check=both(other_saw_nothing, sent("Authorization", "Basic")), **away)
    yield Row("A6", "good", "done", prepare=with_netrc, user="", title="netrc", options=NEVER)
    yield Row("A6", "good", "done", prepare=with_proxy, alone=True, title="proxy", options=NEVER,
              check=both(sent("Authorization", "Basic"), went_by_proxy))
    for name, code in (("407", "proxy-failed|http-407"), ("drop", "proxy-failed|connection-cut")):
        yield Row("A6", name, "failed", code, NEVER, prepare=with_proxy, alone=True, then=False, title="proxy")


def with_cookies(scene):
    jar = scene.place.home / "cookies.txt"
    host = scene.server.address[0]
    jar.write_text(f"# Netscape HTTP Cookie File\n{host}\tFALSE\t/\tFALSE\t0\tsession\t{SECRET}\n")
    return ["--load-cookies", str(jar)]


def with_netrc(scene):
    file = scene.place.home / ".netrc"
    file.write_text(f"machine {scene.server.address[0]} login {USER} password {SECRET}\n")
    file.chmod(0o600)
    return ["--netrc"]


def with_proxy(scene):
    """The server is its own proxy."""
    return ["--proxy", scene.server.link("", f"{USER}:{SECRET}")]


def both(*checks):
    return lambda scene: [complaint for check in checks for complaint in check(scene)]


def sent(name, word):
    def check(scene):
        if word not in (scene.question(0).value(name) or ""):
            yield f"{name} did not reach the server that it is for"

    return check


def went_by_proxy(scene):
    if not scene.question(0).target.startswith("http://"):
        yield f"no proxy was asked: {scene.question(0).target}"


def resuming():
    """Each answer to a request for the rest, within a run and in the next one."""
    for id, after in (
        ("R-1", "good"),
        ("R-2", "range-ignored"),
        ("R-3", "206-wrong-place"),
        ("R-3", "206-wrong-total"),
        ("R-3", "206-no-range"),
        ("R-3", "206-less"),
        ("R-4", "good@2"),
        ("R-5", "if-range-ignored@2"),
        ("R-5", "validator-lies"),
        ("R-6", "416-same"),
        ("R-6", "416-same@2"),
        ("R-6", "416-other"),
        ("R-6", "416-bare"),
    ):
        yield Row(id, f"{after.replace('@', '-v')}-within", "done", options=AGAIN, course=["short", after], alone=True,
                  check=asked_on_condition)
        yield Row(id, f"{after.replace('@', '-v')}-after", "failed", CUT, course=["short"], after=after, resumes=True)
    for weak in ("cut-weak", "cut-bare", "cut-just-modified", "cut-modified"):
        yield Row("R-4", f"{weak}-within", "done", options=AGAIN, course=[weak, "good@2"], alone=True,
                  check=asked_without_weak)
        yield Row("R-4", f"{weak}-after", "failed", CUT, course=[weak], after="good@2")
    for edit in (longer, shorter, no_sidecar, garbage_sidecar, empty_sidecar, cut_sidecar, sidecar_of_another, no_part):
        yield Row("R-7", edit.__name__.replace("_", "-"), "failed", CUT, course=["short"], after="good@2", edit=edit)
        yield Row("R-7", f"{edit.__name__.replace('_', '-')}-same", "failed", CUT, course=["short"], after="good", edit=edit)


def asked_on_condition(scene):
    """The second request was for the rest, if it is the same file."""
    second = scene.question(1)
    if not second.value("Range") or second.value("If-Range") != f'"{scene.row.name}-1"':
        yield f"it did not ask for the rest on condition:\n{second.text()}"


def asked_without_weak(scene):
    """RFC 9110 section 13.1.5: a weak validator is no condition, and without one there is no range."""
    second = scene.question(1)
    is_strong_date = scene.row.course[0] == "cut-modified"
    if second.value("Range") and not (is_strong_date and second.value("If-Range")):
        yield f"it asked for the rest:\n{second.text()}"


def part_and_sidecar(scene):
    kept = list(scene.place.unfinished().values())
    return next(path for path in kept if path.suffix == ".part"), next(path for path in kept if path.suffix == ".lapwing")


def longer(scene):
    part, _ = part_and_sidecar(scene)
    part.write_bytes(part.read_bytes() + bytes(2 * 1024 * 1024))


def shorter(scene):
    part, _ = part_and_sidecar(scene)
    part.write_bytes(part.read_bytes()[:70000])


def no_sidecar(scene):
    part_and_sidecar(scene)[1].unlink()


def no_part(scene):
    part_and_sidecar(scene)[0].unlink()


def garbage_sidecar(scene):
    part_and_sidecar(scene)[1].write_bytes(b"answerer " + bytes(range(256)) * 40)  # else it would be somebody's file


def empty_sidecar(scene):
    part_and_sidecar(scene)[1].write_bytes(b"")


def cut_sidecar(scene):
    sidecar = part_and_sidecar(scene)[1]
    sidecar.write_bytes(sidecar.read_bytes()[:-20])


def sidecar_of_another(scene):
    """A whole and honest one, of another link."""
    scene.server.course["another"] = ["short"]
    with download.Place() as place:
        download.run(scene.cli, place, [scene.server.link("/another")], NEVER)
        other = next(path for name, path in place.unfinished().items() if name.endswith(".lapwing"))
        part_and_sidecar(scene)[1].write_bytes(other.read_bytes())


GROUPS = {
    "network": network,
    "lengths": lengths,
    "floods": floods,
    "heads": heads,
    "statuses": statuses,
    "redirects": redirects,
    "access": access,
    "resuming": resuming,
}
