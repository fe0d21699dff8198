#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import check_format
from source import clang_tool

GOOD = "int f(int *p)\n{\n    return *p;\n}\n\nstruct A {\n    int x = 0;\n    int y() const { return x; }\n};\n"


class Format(unittest.TestCase):
    def status(self, text):
        style = Path(__file__).resolve().parents[2] / ".clang-format"
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(style, folder)
            source = Path(folder, "a.cpp")
            source.write_text(text)
            return check_format.main([str(source)])

    def test_good(self):
        self.assertEqual(self.status(GOOD), 0)

    def test_bad(self):
        for good, bad in [("int *p", "int* p"), ("f(int *p)\n{", "f(int *p) {"), ("A {", "A\n{"), ("    return", "  return")]:
            self.assertNotEqual(self.status(GOOD.replace(good, bad)), 0, bad)


if __name__ == "__main__":
    if not clang_tool("clang-format"):
        print("no clang-format 14: whether a badly formatted file is found was not looked at")
        sys.exit(77)
    unittest.main()
