#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether the package asks for everything that ./dev installs to build: a bare root has nothing else."""
import re
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[2]
IMPLIED = {"g++"}  # build-essential is there in any case


def main():
    installed = re.search(r"build_packages=\(([^)]*)\)", (root / "dev").read_text()).group(1).split()
    control = (root / "packaging/debian/control").read_text()
    fields = re.search(r"^Build-Depends:(.*?)^\S", control, re.M | re.S).group(1)
    asked = {entry.split()[0] for entry in fields.split(",") if entry.strip()}
    missing = sorted(set(installed) - asked - IMPLIED)
    if missing:
        sys.exit(f"packaging/debian/control: Build-Depends lacks {', '.join(missing)}")


main()
