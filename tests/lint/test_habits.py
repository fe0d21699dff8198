#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import tempfile
import unittest
from pathlib import Path

import check_habits

LINE = "// SPDX-License-Identifier: MIT\n"


class Habits(unittest.TestCase):
    def found(self, relative, text):
        return list(check_habits.check_text(relative, text))

    def test_a_good_file(self):
        text = LINE + "#pragma once\nclass QNetworkAccessManager;\nclass Transport {\n};\n"
        self.assertEqual(self.found("src/engine/http/transport.h", text), [])

    def test_the_licence_is_at_the_top(self):
        self.assertEqual(len(self.found("src/a.cpp", "int x;\n")), 1)
        self.assertEqual(len(self.found("src/a.cpp", "\n\n\n" + LINE)), 1)

    def test_notes_to_self(self):
        found = self.found("src/a.cpp", LINE + "int x; // TO" + "DO: later\n")
        self.assertEqual(len(found), 1)
        self.assertIn("src/a.cpp:2: ", found[0])
        self.assertEqual(self.found("src/a.cpp", LINE + "int todo;\n"), [])

    def test_widths_are_counted_in_letters(self):
        text = LINE + "int width = metrics.averageCharWidth();\n"
        self.assertEqual(len(self.found("ui/a.cpp", text)), 1)
        self.assertEqual(self.found("ui/letterwidth.h", text), [])

    def test_vague_names(self):
        self.assertEqual(len(self.found("src/a.h", LINE + "class DownloadManager {\n};\n")), 1)
        self.assertEqual(len(self.found("src/a.h", LINE + "struct PathUtils {\n};\n")), 1)
        self.assertEqual(len(self.found("src/plan/pathutils.h", LINE)), 1)
        self.assertEqual(self.found("src/a.h", LINE + "class Utility {\n};\n"), [])

    def test_one_name_for_one_type(self):
        one, other = ("src/a/row.h", "class Row {\n};\n"), ("ui/row.h", "\nstruct Row final : Base {\n};\n")
        self.assertEqual(list(check_habits.check_types([one, ("src/b.h", "class Row;\n")])), [])
        inner = ("src/a/cell.h", "class Row::Cell final : public Base {\n};\n")
        self.assertEqual(list(check_habits.check_types([one, inner])), [])
        self.assertEqual(list(check_habits.check_types([one, other])),
                         ["ui/row.h:2: Row is the name of another type in src/a/row.h"])

    def test_long_functions(self):
        ctags = check_habits.find_ctags()
        if not ctags:
            self.skipTest("no universal-ctags")
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "src", "a.cpp")
            source.parent.mkdir()
            body = "    g();\n"
            source.write_text(f"int longest()\n{{\n{body * 57}}}\n\nint tooLong()\n{{\n{body * 58}}}\n")
            found = list(check_habits.check_functions(Path(folder), ctags))
        self.assertEqual(found, ["src/a.cpp:62: tooLong has 61 lines; 60 are the most"])


if __name__ == "__main__":
    unittest.main()
