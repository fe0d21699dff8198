# SPDX-License-Identifier: MIT
"""Whether standard input is the text format of Prometheus, strictly, in base units and with few labels.

Prints the samples as JSON, each by its name and its labels in order; names what is wrong. Exit status: 0 or 3.
"""
import json
import re
import sys

NAME = r"[a-z][a-z0-9_]*"
LABEL = rf'({NAME})="((?:[^"\\\n]|\\[\\"n])*)"'
SAMPLE = re.compile(rf"({NAME})(?:\{{({LABEL}(?:,{LABEL})*)\}})? (\S+)")
HELP = re.compile(rf"# HELP ({NAME}) (\S[^\n]*)")
TYPE = re.compile(rf"# TYPE ({NAME}) (gauge|summary)")
LABELS = {"mode", "state", "phase", "host", "quantile"}
wrong = []
samples = {}


def family(name, types):
    for suffix in ("_sum", "_count"):
        if name.removesuffix(suffix) in types and types[name.removesuffix(suffix)] == "summary":
            return name.removesuffix(suffix)
    return name


def take_sample(line, current, types):
    found = SAMPLE.fullmatch(line)
    if not found:
        wrong.append(f"no sample: {line}")
        return
    name, labels = found.group(1), re.findall(LABEL, found.group(2) or "")
    if family(name, types) != current:
        wrong.append(f"{name} stands under {current}")
    if {label for label, _ in labels} - LABELS or len(labels) != len({label for label, _ in labels}):
        wrong.append(f"labels of {line}")
    if any("://" in value or "/" in value for _, value in labels):
        wrong.append(f"a link: {line}")
    key = name + "".join(f" {label}={value}" for label, value in sorted(labels))
    if key in samples:
        wrong.append(f"twice: {key}")
    samples[key] = float(found.group(found.lastindex))


def main():
    text = sys.stdin.buffer.read().decode("utf-8")
    if text and not text.endswith("\n"):
        wrong.append("the last line has no end")
    types, current, helped = {}, None, None
    for line in text.split("\n")[:-1]:
        if found := HELP.fullmatch(line):
            helped = found.group(1)
        elif found := TYPE.fullmatch(line):
            current = found.group(1)
            if helped != current or current in types:
                wrong.append(f"{current} has no help, or comes twice")
            types[current] = found.group(2)
        else:
            take_sample(line, current, types)
    for name in types:
        if name.endswith(("_total", "_milliseconds", "_ms", "_kb")) or not name.startswith("lapwing_"):
            wrong.append(f"{name}: a gauge is no total, and units are seconds and bytes")
        if not any(key == name or key.startswith((f"{name} ", f"{name}_")) for key in samples):
            wrong.append(f"{name} has no sample")
    hosts = {key.split("host=")[1].split(" mode=")[0] for key in samples if "host=" in key}
    if len(hosts) > 40:
        wrong.append(f"{len(hosts)} hosts")
    print(json.dumps(samples))
    print(*wrong, sep="\n", file=sys.stderr)
    sys.exit(3 if wrong else 0)


main()
