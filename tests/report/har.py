# SPDX-License-Identifier: MIT
"""Whether standard input is an HTTP Archive 1.2 that keeps what ours promises; names what it does not.

The members and their kinds are those of the format (http://www.softwareishard.com/blog/har-12-spec/); the rest is what
readers stumble over. Exit status: 0 it is, 3 it is not.
"""
import json
import re
import sys
from datetime import datetime, timezone
from urllib.parse import urlsplit

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
URL = re.compile(r"https?://[!-~]+")
PHASES = ("blocked", "dns", "connect", "ssl", "send", "wait", "receive")
OBLIGATORY = ("send", "wait", "receive")
TEXT, NUMBER, WHOLE, LIST, OBJECT, TRUTH = "a text", "a number", "a whole number", "a list", "an object", "a truth"
KINDS = {
    "log": {"version": TEXT, "creator": OBJECT, "pages": LIST, "entries": LIST},
    "creator": {"name": TEXT, "version": TEXT},
    "page": {"startedDateTime": TEXT, "id": TEXT, "title": TEXT, "pageTimings": OBJECT},
    "entry": {
        "pageref": TEXT,
        "startedDateTime": TEXT,
        "time": NUMBER,
        "request": OBJECT,
        "response": OBJECT,
        "cache": OBJECT,
        "timings": OBJECT,
    },
    "request": {
        "method": TEXT,
        "url": TEXT,
        "httpVersion": TEXT,
        "cookies": LIST,
        "headers": LIST,
        "queryString": LIST,
        "headersSize": WHOLE,
        "bodySize": WHOLE,
    },
    "response": {
        "status": WHOLE,
        "statusText": TEXT,
        "httpVersion": TEXT,
        "cookies": LIST,
        "headers": LIST,
        "content": OBJECT,
        "redirectURL": TEXT,
        "headersSize": WHOLE,
        "bodySize": WHOLE,
    },
    "content": {"size": WHOLE, "mimeType": TEXT},
    "pair": {"name": TEXT, "value": TEXT},
}
OPTIONAL = {"page": {"comment": TEXT}}
wrong = []


def kind_of(value):
    if isinstance(value, bool):
        return {TRUTH}
    if isinstance(value, int):
        return {WHOLE, NUMBER}
    return {str: {TEXT}, float: {NUMBER}, list: {LIST}, dict: {OBJECT}}.get(type(value), set())


def check(where, name, value):
    """Every member that has to be there, none that the format does not know, each of its kind; null is of none."""
    kinds = KINDS[name]
    for member, kind in kinds.items():
        if kind not in kind_of(value.get(member)):
            wrong.append(f"{where}.{member} has to be {kind}")
    for member, inner in value.items():
        if member not in kinds and member not in OPTIONAL.get(name, {}) and not member.startswith("_"):
            wrong.append(f"{where}.{member} is not in the format")
        if inner is None:
            wrong.append(f"{where}.{member} is null")


def check_date(where, text):
    if not DATE.fullmatch(text):
        wrong.append(f"{where}: {text} is no date with its zone")


def check_url(where, url):
    parts = urlsplit(url)
    if not URL.fullmatch(url) or parts.fragment or "#" in url or "@" in parts.netloc:
        wrong.append(f"{where}: {url} is no link that may be told")


def check_timings(where, entry):
    timings = entry["timings"]
    known = {name: timings[name] for name in PHASES if name in timings}
    for name, value in timings.items():
        if name not in PHASES and not name.startswith("_"):
            wrong.append(f"{where}.{name} is not in the format")
        if name in PHASES and (NUMBER not in kind_of(value) or value < 0 and value != -1):
            wrong.append(f"{where}.{name} is {value}")
    for name in OBLIGATORY:
        if known.get(name, -1) < 0:
            wrong.append(f"{where}.{name} has to be 0 or more")
    total = sum(value for name, value in known.items() if name != "ssl" and value != -1)
    if abs(total - entry["time"]) > 0.001:
        wrong.append(f"{where}: the sum is {total}, time is {entry['time']}")
    if known.get("ssl", -1) > known.get("connect", -1):
        wrong.append(f"{where}: connect holds ssl, and is less")
    if timings.get("_sendObserved") is not False:
        wrong.append(f"{where}: send is told as if it had been seen")


def check_entry(where, entry, pages):
    check(where, "entry", entry)
    check_date(where, entry["startedDateTime"])
    if entry["pageref"] not in pages:
        wrong.append(f"{where}: there is no page {entry['pageref']}")
    request, response = entry["request"], entry["response"]
    check(f"{where}.request", "request", request)
    check_url(where, request["url"])
    for pair in request["queryString"]:
        check(f"{where}.queryString", "pair", pair)
    check(f"{where}.response", "response", response)
    check(f"{where}.content", "content", response["content"])
    if response["redirectURL"]:
        check_url(where, response["redirectURL"])
    if WHOLE not in kind_of(response.get("_transferSize")) or response["_transferSize"] < 0:
        wrong.append(f"{where}: without _transferSize a reader invents one")
    if response["status"] == 0 and not response.get("_error"):
        wrong.append(f"{where}: no answer, and no _error")
    check_timings(f"{where}.timings", entry)


def moment(entry):
    when = datetime.fromisoformat(entry["startedDateTime"].replace("Z", "+00:00"))
    return when if when.tzinfo else when.replace(tzinfo=timezone.utc)


def main():
    archive = json.load(sys.stdin)
    if list(archive) != ["log"]:
        wrong.append("the root has to be log alone")
    log = archive["log"]
    check("log", "log", log)
    check("log.creator", "creator", log["creator"])
    if log["version"] != "1.2":
        wrong.append(f"version {log['version']}")
    for place, page in enumerate(log["pages"]):
        check(f"pages[{place}]", "page", page)
        check_date(f"pages[{place}]", page["startedDateTime"])
    ids = [page["id"] for page in log["pages"]]
    if len(ids) != len(set(ids)):
        wrong.append("two pages have one id")
    for place, entry in enumerate(log["entries"]):
        check_entry(f"entries[{place}]", entry, ids)
    starts = [moment(entry) for entry in log["entries"]]
    if starts != sorted(starts):
        wrong.append("the entries are not sorted by their start")
    print(json.dumps({"pages": len(ids), "entries": len(starts)}))
    print(*wrong, sep="\n", file=sys.stderr)
    sys.exit(3 if wrong else 0)


main()
