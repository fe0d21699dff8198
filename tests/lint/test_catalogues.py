#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

import check_catalogues


def message(body, counts=""):
    return check_catalogues.Message("lapwing::ui::X", xml.etree.ElementTree.fromstring(f"<message{counts}>{body}</message>"))


class Catalogues(unittest.TestCase):
    def complaints(self, source, text):
        return list(check_catalogues.check_text(source, text))

    def test_other_words_are_fine(self):
        for source, text in [("%1 of %2", "%2 중 %1"), ("&Open…", "열기(&O)…"), ("<b>x</b>", "<b>엑스</b>"),
                             ("10 % of %L1", "%L1의 10%"), ("see --help.", "--help를 보십시오."), ("a\nb", "가\n나"), (" s", "초")]:
            self.assertEqual(self.complaints(source, text), [], text)

    def test_what_got_lost_is_told(self):
        for source, text in [("%1 of %2", "%1"), ("%1", "%L1"), ("%n", "많은"), ("%1", "%1 %2"), ("<b>x</b>", "<b>x"),
                             ("see --help", "도움말"), ("a\nb", "가 나"), ("&Open", "열기"), ("Open", "열기(&O)"),
                             ("Open…", "열기"), ("a: ", "가:"), ("in {endings}", "형식")]:
            self.assertNotEqual(self.complaints(source, text), [], text)

    def test_once_needs_no_number(self):
        self.assertEqual(list(check_catalogues.check_text("%n times", "once", 0, "en")), [])
        self.assertNotEqual(list(check_catalogues.check_text("%n times", "times", 1, "en")), [])
        self.assertNotEqual(list(check_catalogues.check_text("%n times", "번", 0, "ko")), [])

    def test_untranslated_and_stale_is_told(self):
        for body in ['<source>a</source><translation type="unfinished">가</translation>',
                     "<source>a</source><translation></translation>",
                     '<source>a</source><translation type="obsolete">가</translation>',
                     '<source>a</source><translation type="vanished">가</translation>']:
            self.assertEqual(len(list(check_catalogues.check_message(message(body), "ko"))), 1, body)
        fine = "<source>a</source><translation>가</translation>"
        self.assertEqual(list(check_catalogues.check_message(message(fine), "ko")), [])
        counts = "<source>%n</source><translation><numerusform>%n</numerusform><numerusform></numerusform></translation>"
        self.assertEqual(len(list(check_catalogues.check_message(message(counts, ' numerus="yes"'), "en"))), 1)

    def test_macros_are_read(self):
        update = check_catalogues.update_of(Path(__file__).resolve().parents[2])
        table = '#define TEXT(words) QT_TRANSLATE_NOOP("a::B", words)\nx = TEXT("one");\n#undef TEXT\n'
        self.assertEqual(update.expanded(table), '\nx = QT_TRANSLATE_NOOP("a::B", "one");\n\n')

    def test_each_difference_from_the_sources_is_told(self):
        update = check_catalogues.update_of(Path(__file__).resolve().parents[2])
        if update.lupdate() is None:
            self.skipTest("no lupdate")
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            for folder in ("src", "ui", "resources/translations"):
                (root / folder).mkdir(parents=True)
            script = root / "resources/translations/update.py"
            script.write_text(Path(update.__file__).read_text())
            source = root / "ui/x.cpp"
            source.write_text('namespace lapwing::ui {\nstruct Words { Q_DECLARE_TR_FUNCTIONS(lapwing::ui::X) };\n'
                              'QString x() { return Words::tr("One"); }\n}\n')
            catalogue = root / "resources/translations/lapwing_ko.ts"
            self.assertEqual(check_catalogues.update_of(root).update(catalogue, "ko"), [])
            catalogue.write_text(catalogue.read_text().replace('<translation type="unfinished"></translation>',
                                                               "<translation>하나</translation>"))
            self.assertEqual(check_catalogues.check(root), [])
            source.write_text(source.read_text().replace('"One"', '"Two"'))
            found = "\n".join(check_catalogues.check(root))
            self.assertIn("'Two': is missing", found)
            self.assertIn("'One': is not in the sources", found)
            source.write_text('QString Y::x() { return tr("One"); }\n')
            self.assertIn("lupdate: ", "\n".join(check_catalogues.check(root)))


if __name__ == "__main__":
    unittest.main()
