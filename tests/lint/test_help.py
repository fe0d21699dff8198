#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import tempfile
import unittest
from pathlib import Path

import check_help

ENGLISH = "# One\n\nSee [two](two.md#a-part).\n\n## Next\n\n| a | b |\n|---|---|\n| `x` | 1 |\n\n```\n# no heading\n```\n"
KOREAN = "# 하나\n\n[둘](two.md#a-part)을 보십시오.\n\n## 다음\n\n| 가 | 나 |\n|---|---|\n| `x` | 1 |\n\n```\n# no heading\n```\n"


class Help(unittest.TestCase):
    def differences(self, korean):
        return list(check_help.compare(ENGLISH, korean))

    def test_other_words_are_fine(self):
        self.assertEqual(self.differences(KOREAN), [])

    def test_what_got_lost_is_told(self):
        for before, after in [("## 다음", "### 다음"), ("## 다음\n", ""), ("#a-part", "#부분"), ("[둘](two.md#a-part)", "둘"),
                              ("```\n# no heading\n```", ""), ("| `x` | 1 |\n", "")]:
            self.assertIn(before, KOREAN)
            self.assertNotEqual(self.differences(KOREAN.replace(before, after)), [], before)

    def test_links_arrive(self):
        pages = {"one.md": ENGLISH, "two.md": "# Two\n\n## A part\n\n| `code` | x |\n"}
        for link, arrives in [("two.md", True), ("two.md#a-part", True), ("two.md#code", True), ("#next", True),
                              ("two.md#none", False), ("three.md", False), ("https://example.org", True)]:
            found = list(check_help.check_links("one.md", f"[x]({link})", pages))
            self.assertEqual(found == [], arrives, link)

    def test_each_page_is_there(self):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            (root / "resources/help/ko").mkdir(parents=True)
            (root / "resources/translations").mkdir()
            (root / "resources/translations/lapwing_ko.ts").write_text("")
            (root / "resources/help/one.md").write_text("# One\n")
            self.assertEqual(check_help.check(root), ["ko/one.md: is missing"])
            (root / "resources/help/ko/one.md").write_text("# 하나\n")
            self.assertEqual(check_help.check(root), [])
            (root / "resources/help/ko/two.md").write_text("# 둘\n")
            self.assertEqual(check_help.check(root), ["ko/two.md: there is no such page in English"])


if __name__ == "__main__":
    unittest.main()
