// SPDX-License-Identifier: MIT
#include "sample.h"
#include "support/testmain.h"
#include "usage/manpage.h"

using namespace lapwing;

class ManPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheSectionsOfACommand();
    void hasTheSectionsOfAProgram();
    void isSafeForGroff();
};

void ManPageTest::hasTheSectionsOfACommand()
{
    const QByteArray page = usage::manPage(test::samplePage().commands.front());
    for (const char *part :
         {".TH OVEN\\-BAKE 1 ", "oven\\-bake \\- bakes recipes\n",
          "\\fBoven bake\\fR [\\fIoptions\\fR] FILE...", ".SH OPTIONS",
          "\\fB\\-m\\fR, \\fB\\-\\-mode\\fR \\fIHOW\\fR", "\\fB\\-\\-dry\\fR\nA flag.",
          ".SH EXIT STATUS\n.PP\n0 it is baked", ".SH EXAMPLES", ".SH SEE ALSO\n.BR oven (1)"})
        QVERIFY2(page.contains(part), part);
    QVERIFY(!page.contains(".SH ENVIRONMENT"));
}

void ManPageTest::hasTheSectionsOfAProgram()
{
    const QByteArray page = usage::manPage(test::samplePage());
    for (const char *part :
         {".TH OVEN 1 \"\" \"oven 1.2\"", "\\fICOMMAND\\fR",
          ".SH COMMANDS\n.TP\n.BR oven\\-bake (1)\nBakes recipes.",
          ".SH ENVIRONMENT\n.TP\n\\fBGAS\\fR", ".BR oven\\-bake (1),\n.BR oven\\-show (1)"})
        QVERIFY2(page.contains(part), part);
    QVERIFY(!page.contains(".SH EXIT STATUS"));
}

/// A line that begins with a point or an apostrophe would be a request, and a backslash an escape.
void ManPageTest::isSafeForGroff()
{
    const QByteArray page = usage::manPage(test::samplePage().commands.front());
    QVERIFY(page.contains("\n\\&.hidden ones too; a\\eb stays."));
    QVERIFY(page.contains("A \\(aqrecipe\\(aq is"));
    for (const QByteArray &line : page.split('\n'))
        QVERIFY2(!line.startsWith('.') || QByteArray("ABFHIPNTRSfin").contains(line.at(1)),
                 line.constData());
}

LAPWING_TEST(ManPageTest)
#include "tst_manpage.moc"
