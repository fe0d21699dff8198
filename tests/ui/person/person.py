#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The script of a person, on a display of its own: by mouse, by keyboard alone, or by the presses of a screen reader.

person.py LAPWING --by mouse --source DRAGSOURCE --target DROPTARGET
person.py LAPWING --by keyboard [--variant dark] [--pictures FOLDER]
person.py LAPWING --by presses
person.py LAPWING --many                 the keyboard, and 100,000 rows
                                         exit status 77: something it needs is missing
"""
import argparse
import os
import pathlib
import sys
import time

import variants
import world


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--by", choices=("mouse", "keyboard", "presses"), default="keyboard")
    parser.add_argument("--variant", choices=variants.VARIANTS, default="plain")
    parser.add_argument("--many", action="store_true", help="100,000 rows instead of ten links")
    parser.add_argument("--source", help="the program to drag links from")
    parser.add_argument("--target", help="the program to drag files to")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for a picture of each step")
    return parser.parse_args()


def hands_of(options):
    import keyboard
    import mouse
    import presses
    mouse.Mouse.source, mouse.Mouse.target = options.source, options.target
    keyboard.Keyboard.mirrored = options.variant == "reverse"
    return {"mouse": mouse.Mouse, "keyboard": keyboard.Keyboard, "presses": presses.Presses}[options.by]


def main():
    options = parse()
    missing = world.what_is_missing()
    if missing:
        print(f"skipped: {missing}")
        return 77
    visit(options)
    return 0


def visit(options):
    import many
    import script
    import trouble
    variant = variants.VARIANTS[options.variant]
    os.environ.update(variant.environment)
    hands = hands_of(options)
    kind = many.Many if options.many else script.Visit
    name = "many" if options.many else f"{options.by}-{options.variant}"
    with world.home_on_display() as home, trouble.site() as site:
        world.write_settings(home, **variant.settings)
        kind([options.program, *variant.arguments], home, site, hands, variant.size).act(tell(name, options.pictures))
        hands.check_unused()


def tell(name, pictures):
    """After each step: how long it has taken, and what it looks like."""
    begun = time.monotonic()

    def after(step):
        print(f"{time.monotonic() - begun:5.1f} s  {step}", flush=True)
        if pictures and step != "leave":
            pictures.mkdir(parents=True, exist_ok=True)
            world.photograph(pictures / f"{name}-{step}.png")
    return after


if __name__ == "__main__":
    sys.exit(main())
