#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The workflow of the public forge: valid YAML, on both releases of Debian, and its commands are ./dev and what a
container needs to have a repository at all. Without python3-yaml it is skipped (77)."""
import re
import sys

from source import report, root_of_repository

try:
    import yaml
except ImportError:
    yaml = None

# What comes before there is a ./dev.
BEFORE = (
    "apt-get update && apt-get install --yes --no-install-recommends ca-certificates git",
    'git config --global --add safe.directory "$GITHUB_WORKSPACE"',
)
RELEASES = ["12", "13"]
WANTED = ["./dev test", "./dev package"]


def words_of(dev):
    """The words that ./dev knows."""
    return set(re.search(r"^([\w |]+)\) \"word_\$1\"", dev, re.MULTILINE).group(1).split(" | "))


def check(text, dev):
    try:
        workflow = yaml.safe_load(text)
        jobs = list(workflow["jobs"].values())
    except (yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        yield f"it is no workflow: {error}"
        return
    for job in jobs:
        if job["strategy"]["matrix"]["release"] != RELEASES or "debian:" not in job["container"]["image"]:
            yield f"a job does not run on Debian {' and '.join(RELEASES)}"
        lines = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
        for line in lines:
            ours = re.fullmatch(r"\./dev (\w+)", line)
            if line not in BEFORE and not (ours and ours.group(1) in words_of(dev)):
                yield f"'{line}' is not ./dev"
        yield from (f"no step calls {wanted}" for wanted in WANTED if wanted not in lines)


def main():
    if yaml is None:
        print("there is no python3-yaml here")
        return 77
    root = root_of_repository()
    text = (root / ".github/workflows/test.yml").read_text()
    return report(list(check(text, (root / "dev").read_text())))


if __name__ == "__main__":
    sys.exit(main())
