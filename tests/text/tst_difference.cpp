// SPDX-License-Identifier: MIT
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/difference.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace std::chrono_literals;
using measure::Change;
using measure::Note;
using measure::Phase;

namespace {

measure::Difference slower()
{
    measure::Difference difference;
    difference.notes = {{Note::Kind::OtherAtOnce, 6, 12}};
    difference.elapsed = {2s, 3s};
    difference.phases = {
        {Phase::Queued, {1s, 500ms}}, {Phase::Wait, {}}, {Phase::Receive, {{}, 1s}}};
    difference.hosts = {{u"https://a.example:443"_s, 2, {1s, 2s}, {{Phase::Wait, {1s, 1900ms}}}}};
    difference.onlyBefore = 1;
    return difference;
}

QString told(const measure::Difference &difference,
             plan::Redaction redaction = plan::Redaction::Redacted)
{
    QString text;
    for (const QString &line : text::linesOf(difference, redaction))
        text += line + u'\n';
    return text;
}

} // namespace

class DifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTold()
    {
        QCOMPARE(told(slower()),
                 QString::fromUtf8(
                     "The second run took 3.00 s, 1.00 s longer than the first (1.50×).\nThe first "
                     "run downloaded 6 at a time, the second 12.\nElapsed: 2.0 s -> 3.0 s, +1.0 s "
                     "(1.5×)\nFiles only in the first run: 1; only in the second: 0.\n\nBy phase, "
                     "summed over the files that are in both runs:\n  Queued                 1.0 s "
                     "-> 0.5 s, -0.5 s (0.5×)\n  Receive                – -> 1.0 s\n\nBy server, "
                     "largest change first:\n  https://a.example:443 (files: 2): 1.0 s -> 2.0 s, "
                     "+1.0 s (2.0×); mostly in: Wait, +0.9 s\n"));
    }

    /// A character of Korean is as wide as two others.
    void phasesStandInColumnsInEveryLanguage()
    {
        const test::OtherWords korean({{u"Queued"_s, u"대기 중"_s}, {u"Receive"_s, u"수신"_s}});
        const QString text = told(slower());
        QVERIFY2(text.contains(u"\n  대기 중                1.0 s -> "), qUtf8Printable(text));
        QVERIFY2(text.contains(u"\n  수신                   – -> "), qUtf8Printable(text));
    }

    void theResult_data()
    {
        QTest::addColumn<Change>("elapsed");
        QTest::addColumn<bool>("isSmall");
        QTest::addColumn<QString>("result");
        QTest::newRow("the same") << Change{1s, 1005ms} << true
                                  << u"Both runs took about the same time: 1.00 s and 1.00 s."_s;
        QTest::newRow("longer")
            << Change{1s, 1500ms} << false
            << u"The second run took 1.50 s, 0.50 s longer than the first (1.50×)."_s;
        QTest::newRow("longer than nothing")
            << Change{0s, 260ms} << false
            << u"The second run took 0.26 s, 0.26 s longer than the first."_s;
        QTest::newRow("shorter") << Change{
            2s,
            1s} << false << u"The second run took 1.00 s, 1.00 s less than the first (0.50×)."_s;
    }

    void theResult()
    {
        QFETCH(Change, elapsed);
        QFETCH(bool, isSmall);
        QFETCH(QString, result);
        measure::Difference difference;
        difference.elapsed = elapsed;
        difference.isSmall = isSmall;
        QCOMPARE(text::linesOf(difference).front(), result);
        difference.largest =
            measure::HostPhase{u"https://one.example:443"_s, {Phase::Wait, {150ms, 750ms}}};
        QCOMPARE(
            text::linesOf(difference).front(),
            result
                + u" The largest change is in Wait at https://one.example:443: from 0.15 s to 0.75 s, summed over its files."_s);
    }

    void runsOfOtherFilesAreNotCompared()
    {
        measure::Difference difference;
        difference.elapsed = {20500ms, 3500ms};
        difference.onlyBefore = 7;
        difference.onlyAfter = 1;
        QCOMPARE(told(difference),
                 u"The runs have no link in common, so they cannot be compared. The first took "
                 "20.5 s, the second 3.50 s.\nFiles only in the first run: 7; only in the second: "
                 "1.\n"_s);
    }

    void notes_data()
    {
        using Kind = Note::Kind;
        QTest::addColumn<Note>("note");
        const auto row = [](const char *sentence, Note note) { QTest::newRow(sentence) << note; };
        row("One run downloaded together; the other downloaded one at a time.", {Kind::OtherMode});
        row("The first run downloaded 12 at a time, the second 6.", {Kind::OtherAtOnce, 12, 6});
        row("Only one of the runs wrote files.", {Kind::OneDiscarded});
        row("One of the runs was stopped.", {Kind::Stopped});
        row("Downloads failed: 0 in the first, 1 in the second.", {Kind::Failed, 0, 1});
        row("Files with a different number of bytes: 1.", {Kind::OtherSizes, 0, 0, 1});
        row("Files that were already on disk, at least in part, before one of the runs: 1.",
            {Kind::OnDiskBefore, 0, 0, 1});
    }

    void notes()
    {
        QFETCH(Note, note);
        QCOMPARE(text::sentence(note), QString::fromUtf8(QTest::currentDataTag()));
    }

    /// A document may come from anybody.
    void aServersNameIsOnlyAName()
    {
        measure::Difference difference = slower();
        difference.hosts.front().host = u"%2 %3"_s;
        QVERIFY(told(difference).contains(u"  %2 %3 (files: 2): 1.0 s -> 2.0 s"));
    }

    void manyTasksAreCutOff()
    {
        measure::Difference difference;
        for (int i = 0; i < 12; ++i)
            difference.tasks.push_back(
                {QUrl(u"http://a.example/%1?key=hush"_s.arg(i)), {}, {1s, 2s}, Phase::Receive});
        const QString text = told(difference);
        QVERIFY(text.contains(
            u"http://a.example/9?key=redacted: 1.0 s -> 2.0 s, +1.0 s (2.0×); mostly in: Receive\n  and 2 more\n"_s));
        QVERIFY(!text.contains(u"hush"));
        QVERIFY(told(difference, plan::Redaction::Full).contains(u"hush"));
    }

    void nothingIsNothing() { QCOMPARE(told({}), QString()); }
};

LAPWING_TEST(DifferenceTest)
#include "tst_difference.moc"
