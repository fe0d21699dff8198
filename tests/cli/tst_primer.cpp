// SPDX-License-Identifier: MIT
#include "console.h"
#include "primer/lessons.h"
#include "process.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using test::CliProcess;
using test::Console;
using test::Ran;

/// The primer on a terminal; its programs run in a hundredth of their time.
class PrimerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheLessons()
    {
        Console console;
        QCOMPARE(console.run({u"primer"_s}), 0);
        for (const primer::Lesson &lesson : primer::lessons())
            QVERIFY2(console.out().contains(QByteArray("  ") + lesson.id + ' '), lesson.id);
    }

    void everyLessonRuns_data()
    {
        QTest::addColumn<QString>("lesson");
        for (const primer::Lesson &lesson : primer::lessons())
            QTest::newRow(lesson.id) << QString::fromLatin1(lesson.id);
    }

    void everyLessonRuns()
    {
        QFETCH(QString, lesson);
        Console console("1\n2\n");
        QCOMPARE(console.run({u"primer"_s, lesson, u"--scale"_s, u"0.01"_s}), 0);
        QVERIFY2(console.out().contains("asyncio"), "the text");
        QVERIFY2(console.out().contains("    co_await")
                     || console.out().contains("        co_await"),
                 "the program");
        const auto lanes = console.out().count("\n  loop");
        QCOMPARE(lanes,
                 static_cast<qsizetype>(primer::lessonOf(lesson)->scenes.size())); // the timelines
        QCOMPARE(console.out().contains("QSocketNotifier notifier("), lesson == u"number");
        QCOMPARE(console.err(), QByteArray());
    }

    void theLanesTellAwaitingFromBlocking()
    {
        Console console("1\n2\n");
        QCOMPARE(console.run({u"primer"_s, u"deliveries"_s, u"--scale"_s, u"0.02"_s}), 0);
        QVERIFY(console.out().contains("They ended in the order A, B, C."));
        QVERIFY(console.out().contains("They ended in the order B, C, A."));
        QVERIFY(console.out().contains("times as fast as \"One after another\""));
    }

    /// Its text, its bars and its answers have seconds in which nothing here ran.
    void whatASecondTakesIsSaid()
    {
        Console console;
        QCOMPARE(console.run({u"primer"_s, u"in-turn"_s, u"--scale"_s, u"0.02"_s}), 0);
        QVERIFY2(
            console.out().contains("\nA second of the lesson takes 0.02 s here; with --scale 1 it "
                                   "runs in real time.\n"),
            console.out());
    }

    /// By a notifier and then by a call that blocks, whatever came in one go.
    void readsTheNumberFromStandardInput()
    {
        CliProcess cli;
        cli.setInput("42\n-1\n");
        const Ran ran = cli.run({u"primer"_s, u"number"_s, u"--scale"_s, u"0.01"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.out.contains("The number plus 100 is 142."), ran.out.constData());
        QVERIFY2(ran.out.contains("The number plus 100 is 99."), ran.out.constData());
    }

    void saysWhatIsWrongWithTheNumber_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("closed") << QByteArray() << QByteArray("There was no number");
        QTest::newRow("garbage") << QByteArray("many\n") << QByteArray("not a whole number");
        QTest::newRow("no text") << QByteArray("\xff\xfe\0\x1b[2J\n", 8)
                                 << QByteArray("not a whole number");
        QTest::newRow("huge") << QByteArray(100, '9') + '\n' << QByteArray("too large");
        QTest::newRow("endless") << QByteArray(1'000'000, '9') << QByteArray("too large");
        QTest::newRow("the second") << QByteArray("1\nx\n") << QByteArray("not a whole number");
        QTest::newRow("only one") << QByteArray("1\n") << QByteArray("There was no number");
    }

    void saysWhatIsWrongWithTheNumber()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, reason);
        CliProcess cli;
        cli.setInput(input);
        const Ran ran = cli.run({u"primer"_s, u"number"_s, u"--scale"_s, u"0.01"_s});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.startsWith("lapwing-cli: ") && ran.err.contains(reason),
                 ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void wrongWordsAreNamed()
    {
        Console console;
        QCOMPARE(console.run({u"primer"_s, u"delivery"_s}), 2);
        QVERIFY2(console.err().contains("There is no lesson 'delivery'."), console.err());
        Console two;
        QCOMPARE(two.run({u"primer"_s, u"fetch"_s, u"await"_s}), 2);
        QVERIFY2(two.err().contains("'await'"), two.err());
        Console scaled;
        QCOMPARE(scaled.run({u"primer"_s, u"fetch"_s, u"--scale"_s, u"0"_s}), 2);
        QVERIFY2(scaled.err().contains("above 0"), scaled.err());
    }
};

LAPWING_TEST(PrimerTest)
#include "tst_primer.moc"
