#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import unittest

import check_forms


def form(*items):
    lines = "".join(f'<item {place}><widget class="QLabel" name="{name}"/></item>' for name, place in items)
    return f'<ui><widget class="QWidget"><layout class="QGridLayout" name="grid">{lines}</layout></widget></ui>'


class Forms(unittest.TestCase):
    def found(self, *items):
        return list(check_forms.check_form("ui/a.ui", form(*items)))

    def test_each_in_its_place(self):
        self.assertEqual(self.found(("a", 'row="0" column="0" colspan="2"'), ("b", 'row="1" column="1"')), [])

    def test_two_in_one_place(self):
        self.assertEqual(self.found(("data", 'row="8" column="1"'), ("time", 'row="8" column="1"')),
                         ["ui/a.ui:1: time lies over data: row 8, column 1 of grid"])

    def test_what_it_spans_is_taken_too(self):
        self.assertEqual(len(self.found(("a", 'row="0" column="0" colspan="2"'), ("b", 'row="0" column="1"'))), 1)


if __name__ == "__main__":
    unittest.main()
