# SPDX-License-Identifier: MIT
"""What a window may look like: dark, large, from right to left, small."""
from dataclasses import dataclass, field

import world


@dataclass
class Variant:
    arguments: tuple = ()
    environment: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)
    size: tuple = world.SIZE


VARIANTS = {
    "plain": Variant(),
    "dark": Variant(settings={"window": {"theme": "dark"}}),
    "scaled": Variant(environment={"QT_SCALE_FACTOR": "1.6"}),
    "reverse": Variant(arguments=("-reverse",)),
    "small": Variant(size=(640, 480)),
}
