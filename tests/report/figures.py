# SPDX-License-Identifier: MIT
"""Works every figure of a run document out again, from the stamps in it alone and in whole nanoseconds.

Reads the document on standard input; names each figure that differs, and how many were looked at.
Exit status: 0 all are right, 3 one is not.
"""
import json
import sys
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from math import comb

RATIO = Fraction(1, 10**9)  # how far a quotient may be off: a double holds more
FILES = ("done", "unverified")
looked_at = Counter()
wrong = []


def ns(seconds):
    """A whole number of nanoseconds, or the document is not exact."""
    nanoseconds = Decimal(seconds) * 10**9
    if nanoseconds != nanoseconds.to_integral_value():
        wrong.append(f"{seconds} s are no whole nanoseconds")
    return int(nanoseconds)


def span(source, first, last):
    """From one stamp of it to another; None unless both are there, in this order."""
    if first not in source or last not in source:
        return None
    time = ns(source[last]) - ns(source[first])
    return time if time >= 0 else None


def added(parts):
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def expect(where, kind, told, right):
    """`told` in seconds as it is written, `right` in nanoseconds; None: must not be there."""
    looked_at[kind] += 1
    if (None if told is None else ns(told)) != right:
        wrong.append(f"{where} {kind}: {told} s are told, {right} ns are right")


def expect_ratio(where, kind, told, right):
    looked_at[kind] += 1
    if (told is None) != (right is None) or (right is not None and abs(Fraction(told) - right) > RATIO * max(1, right)):
        wrong.append(f"{where} {kind}: {told} is told, {right and float(right)} is right")


def hops_of(task):
    return [hop for attempt in task["attempts"] for hop in attempt["hops"]]


def commit_of(attempt):
    return span(attempt, "received_s", "end_s") if attempt["error"] is None else None


def check_sums(where, task):
    hops = hops_of(task)
    for name, first, last in (
        ("setup_s", "asked_s", "sent_s"),
        ("own_s", "sent_s", "end_s"),
        ("wait_s", "sent_s", "headers_s"),
        ("receive_s", "headers_s", "end_s"),
    ):
        expect(where, name, task.get(name), added(span(hop, first, last) for hop in hops))
    commits = [commit_of(attempt) for attempt in task["attempts"]] if task["state"] in FILES else []
    expect(where, "commit_s", task.get("commit_s"), added(commits))
    expect(where, "queued_s", task.get("queued_s"), ns(task["start_s"]) if "start_s" in task else None)


def answered(hop):
    return "headers_s" if "headers_s" in hop else "end_s"


def first_byte_of(attempt, hop):
    if hop is not attempt["hops"][-1] or "first_byte_s" not in attempt:
        return None
    return span({**hop, "first_byte_s": attempt["first_byte_s"]}, "headers_s", "first_byte_s")


def hop_phases(attempt, hop):
    return {
        "look-up": span(hop, "look_up_s", "asked_s"),
        "set-up": span(hop, "asked_s", "sent_s" if "sent_s" in hop else "end_s"),
        "send": None,
        "wait": span(hop, "sent_s", answered(hop)),
        "first-byte": first_byte_of(attempt, hop),
        "receive": span(hop, "headers_s", "end_s"),
    }


def attempt_phases(attempt):
    has_body = "first_byte_s" in attempt
    return {
        "stalled": ns(attempt["stalled_s"]) if has_body else None,
        "disk": ns(attempt["disk_s"]) if has_body else None,
        "verify": ns(attempt["verify_s"]) if "verify_s" in attempt else None,
        "commit": commit_of(attempt),
    }


def waited(task):
    """Between its attempts, without its pauses."""
    attempts = task["attempts"]
    if len(attempts) < 2:
        return None
    total = 0
    for before, after in zip(attempts, attempts[1:]):
        end, start = ns(before.get("end_s", after["start_s"])), ns(after["start_s"])
        paused = 0
        for pause in task["pauses"]:
            till = start if pause["to_s"] is None else min(ns(pause["to_s"]), start)
            paused += max(0, till - max(ns(pause["from_s"]), end))
        total += max(0, start - end - paused)
    return total


def expect_phases(where, told, right):
    if set(told) != set(right):
        wrong.append(f"{where} phases: {sorted(told)} are told")
        return
    for name, time in right.items():
        expect(where, f"phase {name}", told[name].get("seconds"), time)


def check_phases(where, task):
    parts = []
    for attempt in task["attempts"]:
        for hop in attempt["hops"]:
            parts.append(hop_phases(attempt, hop))
            expect_phases(f"{where} hop", hop["phases"], parts[-1])
        parts.append(attempt_phases(attempt))
        expect_phases(f"{where} attempt", attempt["phases"], parts[-1])
    names = ("look-up", "set-up", "send", "wait", "first-byte", "receive", "stalled", "disk", "verify", "commit")
    sums = {name: added(part.get(name) for part in parts) for name in names}
    sums["queued"] = ns(task["start_s"]) if "start_s" in task else None
    sums["held"] = ns(task["held_s"]) if "held_s" in task else None
    sums["retry"] = waited(task)
    expect_phases(where, task["phases"], sums)


def active(task):
    """The intervals in which it was started, not ended and not paused."""
    if "start_s" not in task or "end_s" not in task:
        return
    begin, end = ns(task["start_s"]), ns(task["end_s"])
    for pause in task["pauses"]:
        yield begin, min(ns(pause["from_s"]), end)
        begin = max(begin, end if pause["to_s"] is None else ns(pause["to_s"]))
    yield begin, end


def union(intervals):
    total = reached = 0
    for begin, end in sorted(intervals):
        total += max(0, end - max(begin, reached))
        reached = max(reached, end)
    return total


def check_run(where, run):
    tasks = run["tasks"]
    for place, task in enumerate(tasks):
        check_sums(f"{where}.tasks[{place}]", task)
        check_phases(f"{where}.tasks[{place}]", task)
    if all("end_s" in task for task in tasks if "start_s" in task):
        held = [(ns(hold["from_s"]), ns(hold["to_s"])) for hold in run["holds"]]
        expect(where, "elapsed_s", run["elapsed_s"], union([part for task in tasks for part in active(task)] + held))
    for state in ("done", "unverified", "failed", "cancelled"):
        looked_at[state] += 1
        if run[state] != sum(task["state"] == state for task in tasks):
            wrong.append(f"{where} {state}: {run[state]}")
    looked_at["bytes"] += 1
    if run["bytes"] != sum(task["bytes"] for task in tasks):
        wrong.append(f"{where} bytes: {run['bytes']}")


def median(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / Fraction(2)


def interval(values, wanted=0.95):
    """(low, high, level): the narrowest pair of order statistics that covers the median so surely."""
    values, count, best = sorted(values), len(values), None
    for outside in range(count // 2):
        level = 1 - Fraction(sum(comb(count, i) for i in range(outside + 1)) * 2, 2**count)
        if level >= wanted:
            best = values[outside], values[count - 1 - outside], level
    return best


def check_speedup(document):
    speedup = document["speedup"]
    if not speedup or not speedup["comparable"]:
        return
    together = {run["round"]: ns(run["elapsed_s"]) for run in document["runs"] if run["mode"] == "together"}
    alone = {run["round"]: ns(run["elapsed_s"]) for run in document["runs"] if run["mode"] == "one-at-a-time"}
    if speedup["kind"] == "range":
        elapsed = next(ns(run["elapsed_s"]) for run in document["runs"] if run["mode"] == "together")
        for end in ("low", "high"):
            expect_ratio("range", f"speedup {end}", speedup[end], Fraction(ns(document["baseline"][f"{end}_s"]), elapsed))
        return
    ratios = [Fraction(alone[number], together[number]) for number in sorted(together) if number in alone]
    expect_ratio("measured", "speedup value", speedup["value"], median(ratios))
    found = interval(ratios) or (None, None, None)
    for name, right in zip(("low", "high", "level"), found):
        expect_ratio("measured", f"speedup {name}", speedup[name], right)


def check_sweep(document):
    by_level = {}
    for run in document["runs"]:
        if run["mode"] == "together":
            by_level.setdefault(run["at_once"], []).append(run)
    for point in document.get("sweep", {"points": []})["points"]:
        runs = by_level[point["at_once"]]
        times = [Fraction(ns(run["elapsed_s"]), 10**9) for run in runs]
        where = f"{point['at_once']} at once"
        expect_ratio(where, "sweep elapsed_s", point["elapsed_s"], median(times))
        low, high, _ = interval(times) or (min(times), max(times), 0)
        expect_ratio(where, "sweep low", point["low"], low)
        expect_ratio(where, "sweep high", point["high"], high)
        looked_at["sweep rounds"] += 1
        if point["rounds"] != len(runs):
            wrong.append(f"{where}: {point['rounds']} rounds are told, there are {len(runs)}")
        if 1 in by_level:
            alone = median([Fraction(ns(run["elapsed_s"]), 10**9) for run in by_level[1]])
            expect_ratio(where, "sweep speedup", point["speedup"], alone / median(times))
            expect_ratio(where, "sweep efficiency", point["efficiency"], alone / median(times) / int(point["at_once"]))


def main():
    document = json.load(sys.stdin, parse_float=Decimal, parse_int=Decimal)
    for place, run in enumerate(document["runs"]):
        check_run(f"runs[{place}]", run)
    check_speedup(document)
    check_sweep(document)
    print(json.dumps(looked_at))
    print(*wrong, sep="\n", file=sys.stderr)
    sys.exit(3 if wrong else 0)


main()
