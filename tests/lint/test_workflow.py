#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import sys
import unittest

import check_workflow
from source import root_of_repository

ROOT = root_of_repository()
DEV = (ROOT / "dev").read_text()
TEXT = (ROOT / ".github/workflows/test.yml").read_text()


class Workflow(unittest.TestCase):
    def found(self, text):
        return list(check_workflow.check(text, DEV))

    def test_the_words_of_dev(self):
        self.assertLessEqual({"run", "test", "package", "lint"}, check_workflow.words_of(DEV))

    def test_a_good_one(self):
        self.assertEqual(self.found(TEXT), [])

    def test_what_dev_does_not_do(self):
        self.assertEqual(len(self.found(TEXT.replace("run: ./dev package", "run: ./dev package\n      - run: make"))), 1)
        self.assertEqual(len(self.found(TEXT.replace("run: ./dev test", "run: ./dev test\n      - run: ./dev tset"))), 1)

    def test_what_is_missing(self):
        self.assertEqual(len(self.found(TEXT.replace("      - run: ./dev package\n", ""))), 1)
        self.assertEqual(len(self.found(TEXT.replace("'12', '13'", "'13'"))), 1)

    def test_what_is_no_workflow(self):
        self.assertEqual(len(self.found("jobs: [")), 1)
        self.assertEqual(len(self.found("a: b\n")), 1)


if __name__ == "__main__":
    if check_workflow.yaml is None:
        print("there is no python3-yaml here")
        sys.exit(77)
    unittest.main()
