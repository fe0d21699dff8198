#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import tempfile
import unittest
from pathlib import Path

import check_layers


class Layers(unittest.TestCase):
    def src(self, relative, text):
        return list(check_layers.check_src(relative, text))

    def test_down_and_across_is_fine(self):
        self.assertEqual(self.src("engine/a.cpp", '#include "engine/a.h"\n#include "plan/plan.h"\n'), [])

    def test_transitive_is_fine(self):
        self.assertEqual(self.src("trial/a.cpp", '#include "async/run.h"\n#include "record/ledger.h"\n'), [])
        self.assertEqual(self.src("record/a.cpp", '#include "async/run.h"\n'), [])

    def test_up_is_not(self):
        for relative, name in [
            ("async/a.h", "plan/plan.h"),
            ("record/a.cpp", "engine/http/fetch.h"),
            ("measure/a.cpp", "engine/session.h"),
            ("report/a.cpp", "engine/session.h"),
            ("demo/a.cpp", "trial/baseline.h"),
            ("demo/a.cpp", "measure/elapsed.h"),
            ("engine/a.cpp", "cli/cli.h"),
        ]:
            found = self.src(relative, f'// x\n#include "{name}"\n')
            self.assertEqual(len(found), 1, relative)
            self.assertIn(f"src/{relative}:2: ", found[0])

    def test_the_window_is_unknown_to_src(self):
        self.assertEqual(len(self.src("cli/a.cpp", '#include "mainwindow.h"\n')), 1)
        self.assertEqual(len(self.src("cli/a.cpp", '#include "ui/mainwindow.h"\n')), 1)
        self.assertEqual(self.src("engine/a.cpp", '#include "a.moc"\n'), [])

    def test_a_comment_includes_nothing(self):
        self.assertEqual(self.src("async/a.h", '// #include "plan/plan.h"\n/*\n#include "plan/b.h"\n*/\n'), [])

    def test_ui_takes_all_but_cli(self):
        text = '#include "mainwindow.h"\n#include "engine/session.h"\n'
        self.assertEqual(list(check_layers.check_ui("a.cpp", text)), [])
        self.assertEqual(len(list(check_layers.check_ui("a.cpp", '#include "cli/cli.h"\n'))), 1)

    def test_words_are_in_one_layer(self):
        for text in ('QString why = Words::tr("too late");\n', 'const char *all[] = {QT_TR_NOOP("late")};\n', 'auto why = u"It came too late."_s;\n'):
            self.assertEqual(len(list(check_layers.check_words("measure/a.cpp", text))), 1, text)
            self.assertEqual(list(check_layers.check_words("text/a.cpp", text)), [])
            self.assertEqual(list(check_layers.check_words("cli/a.cpp", text)), [])
        code = '// It came too late. tr("x")\nauto code = u"http-404"_s; auto name = "Content-Length"; auto detail = "no header"; str("a");\n'
        self.assertEqual(list(check_layers.check_words("engine/a.cpp", code)), [])

    def test_what_cmake_links(self):
        good = "lapwing_layer(record\n    SOURCES a.cpp\n    LAYERS plan\n    LIBRARIES Qt6::Core)"
        self.assertEqual(list(check_layers.check_cmake("record/CMakeLists.txt", good)), [])
        bad = good.replace("LAYERS plan", "LAYERS plan engine")
        self.assertEqual(len(list(check_layers.check_cmake("record/CMakeLists.txt", bad))), 1)

    def test_a_folder_of_no_layer(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "src", "misc", "a.h")
            path.parent.mkdir(parents=True)
            path.write_text("")
            self.assertEqual(len(check_layers.check(Path(folder))), 1)


if __name__ == "__main__":
    unittest.main()
