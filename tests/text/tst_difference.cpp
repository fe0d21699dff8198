// SPDX-License-Identifier: MIT
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/catalogue.h"
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
    difference.hosts = {
        {u"https://a.example:443"_s, 2, {1s, 2s}, measure::PhaseChange{Phase::Wait, {1s, 1900ms}}}};
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
    void initTestCase() { text::speak(u"en"_s); } // the words for one are in its catalogue
    void everythingIsTold()
    {
        QCOMPARE(
            told(slower()),
            QString::fromUtf8(
                "The files took 3.00 s in the second run, 1.00 s longer than in the first.\nThe "
                "first run downloaded 6 at a time, the second 12.\nFiles only in the first run: "
                "1; only in the second: 0.\nElapsed: 2.00 s → 3.00 s, +1.00 s (1.50×)\n\nBy "
                "phase, summed over the files that both runs downloaded:\n  Queued                 "
                "1.00 s → 0.500 s, −0.500 s (0.50×)\n  Receive                – → 1.00 s\n\nBy "
                "server, largest change first:\n  https://a.example:443 (files: 2): 1.00 s → "
                "2.00 s, +1.00 s (2.00×); largest change in: Wait, +0.900 s\n"));
    }

    /// A character of Korean is as wide as two others.
    void phasesStandInColumnsInEveryLanguage()
    {
        const test::OtherWords korean({{u"Queued"_s, u"대기 중"_s}, {u"Receive"_s, u"수신"_s}});
        const QString text = told(slower());
        QVERIFY2(text.contains(u"\n  대기 중                1.00 s → "), qUtf8Printable(text));
        QVERIFY2(text.contains(u"\n  수신                   – → "), qUtf8Printable(text));
    }

    void theResult_data()
    {
        QTest::addColumn<Change>("elapsed");
        QTest::addColumn<bool>("isSmall");
        QTest::addColumn<QString>("result");
        QTest::newRow("the same")
            << Change{1s, 1005ms} << true
            << u"The files took about the same time in both runs: 1.00 s and 1.00 s."_s;
        QTest::newRow("longer")
            << Change{1s, 1500ms} << false
            << u"The files took 1.50 s in the second run, 0.500 s longer than in the first."_s;
        QTest::newRow("longer than nothing")
            << Change{0s, 260ms} << false
            << u"The files took 0.260 s in the second run, 0.260 s longer than in the first."_s;
        QTest::newRow("shorter")
            << Change{2min, 1s} << false
            << u"The files took 1.00 s in the second run, 1 min 59 s less than in the first."_s;
    }

    void theResult()
    {
        QFETCH(Change, elapsed);
        QFETCH(bool, isSmall);
        QFETCH(QString, result);
        measure::Difference difference;
        difference.elapsed = difference.whole = elapsed;
        difference.isSmall = isSmall;
        QCOMPARE(text::headlineOf(difference), result);
        QCOMPARE(text::linesOf(difference).front(), result);
        QVERIFY(text::remarksOn(difference).isEmpty());
    }

    void theLargestChangeIsSaid()
    {
        measure::Difference difference;
        difference.elapsed = difference.whole = {2s, 1s};
        difference.largest = measure::LargestChange{{Phase::Retry, {4680ms, 0s}}, {}, true};
        QCOMPARE(text::remarksOn(difference),
                 QStringList{u"Apart from the time in the queue, the largest change is in Waiting "
                             "to retry: from 4.68 s to 0 s, summed over the files."_s});
        difference.largest = measure::LargestChange{
            {Phase::Wait, {150ms, 750ms}}, u"https://one.example:443"_s, false};
        QCOMPARE(text::remarksOn(difference),
                 QStringList{u"The largest change is in Wait: from 0.150 s to 0.750 s, summed over "
                             "the files. It is largest at https://one.example:443."_s});
    }

    /// 29.9 s of a run were waits for links that do not exist; its files took 15.1 s.
    void theTimeIsThatOfTheFilesOfBothRuns()
    {
        measure::Difference difference;
        difference.elapsed = {15100ms, 15100ms};
        difference.whole = {29900ms, 15100ms};
        difference.isSmall = true;
        difference.files = 7;
        QCOMPARE(text::headlineOf(difference),
                 u"The files took about the same time in both runs: 15.1 s and 15.1 s."_s);
        QCOMPARE(text::remarksOn(difference),
                 QStringList{u"That is the time of the 7 files that came in both runs; the whole "
                             "runs took 29.9 s and 15.1 s."_s});
    }

    void aRatioIsLeftOutWhereItSaysNothing()
    {
        QCOMPARE(text::asChange({4680ms, 0s}), u"−4.68 s"_s);
        QCOMPARE(text::asChange({0s, 1s}), u"+1.00 s"_s);
        QCOMPARE(text::asChange({10s, 40ms}), u"−9.96 s"_s);
        QCOMPARE(text::asChange({10s, 1s}), u"−9.00 s (0.10×)"_s);
        QCOMPARE(text::asChange({1s, 1s}), u"0 s"_s);
        QCOMPARE(text::asChange({1s, {}}), u"–"_s);
    }

    void runsOfOtherFilesAreNotCompared()
    {
        measure::Difference difference;
        difference.whole = {20500ms, 3500ms};
        difference.onlyBefore = 7;
        difference.onlyAfter = 1;
        QCOMPARE(told(difference),
                 u"The runs have no link in common, so they cannot be compared. The first took "
                 "20.5 s, the second 3.50 s.\nFiles only in the first run: 7; only in the second: "
                 "1.\n"_s);
        difference.links = 2; // of which each failed in one run at least
        QCOMPARE(text::headlineOf(difference),
                 u"No file came in both runs, so they cannot be compared. The first took 20.5 s, "
                 "the second 3.50 s."_s);
        difference.whole.before.reset();
        QCOMPARE(text::headlineOf(difference),
                 u"No file came in both runs, so they cannot be compared."_s);
    }

    void anObstacleLeads_data()
    {
        using Kind = measure::Obstacle::Kind;
        QTest::addColumn<measure::Obstacle>("obstacle");
        const auto row = [](const char *reason, measure::Obstacle obstacle) {
            QTest::newRow(reason) << obstacle;
        };
        row("The second run found 10 of 10 files fully or partly on disk.",
            {Kind::OnDiskBefore, 0, 10, 10, 10});
        row("The first run found 1 of 1 file fully or partly on disk.",
            {Kind::OnDiskBefore, 1, 0, 1, 1});
        row("The first run did not finish 2 of 10 downloads. The second run did not finish 1 of 1 "
            "download.",
            {Kind::Unfinished, 2, 1, 10, 1});
        row("The first run did not download 3 files that came in the second. The second run did "
            "not download 1 file that came in the first.",
            {Kind::Missing, 3, 1});
        row("1 file had a different size in the second run.", {Kind::OtherSizes, 0, 1});
    }

    /// "19.9 s less than in the first" stood above the reason why that says nothing.
    void anObstacleLeads()
    {
        QFETCH(measure::Obstacle, obstacle);
        measure::Difference difference;
        difference.obstacle = obstacle;
        difference.files = 3;
        difference.elapsed = {15s, 50ms, false};
        difference.whole = {20s, 100ms, false};
        difference.largest = measure::LargestChange{{Phase::Receive, {15s, 50ms}}, {}, false};
        difference.notes = {{Note::Kind::OtherAtOnce, 6, 12}, {Note::Kind::OnDiskBefore, 0, 0, 10}};
        const bool isSaid = obstacle.kind == measure::Obstacle::Kind::OnDiskBefore;
        const QString text = told(difference);
        QVERIFY2(text.startsWith(QString::fromUtf8(QTest::currentDataTag())
                                 + u" The two cannot be compared. The first took 20.0 s, the "
                                   "second 0.100 s.\nThe first run downloaded 6 at a time"_s),
                 qUtf8Printable(text));
        QCOMPARE(text.contains(u"Files that were already on disk"), !isSaid);
        QVERIFY(!text.contains(u"largest change") && !text.contains(u'×'));
        QVERIFY2(
            text.endsWith(u"\nElapsed, of the 3 files that both downloaded: 15.0 s → 0.050 s\n"_s),
            qUtf8Printable(text));
    }

    void notes_data()
    {
        using Kind = Note::Kind;
        QTest::addColumn<Note>("note");
        const auto row = [](const char *sentence, Note note) { QTest::newRow(sentence) << note; };
        row("One run downloaded together; the other downloaded one at a time.", {Kind::OtherMode});
        row("The first run downloaded 12 at a time, the second 6.", {Kind::OtherAtOnce, 12, 6});
        row("Changes of the number at once while it ran: 0 in the first, 2 in the second.",
            {Kind::NumberChanged, 0, 2});
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
        QVERIFY(told(difference).contains(u"  %2 %3 (files: 2): 1.00 s → 2.00 s"));
    }

    void manyTasksAreCutOff()
    {
        measure::Difference difference;
        for (int i = 0; i < 12; ++i)
            difference.tasks.push_back(
                {QUrl(u"http://a.example/%1?key=hush"_s.arg(i)), {}, {1s, 2s}, Phase::Receive});
        const QString text = told(difference);
        QVERIFY(text.contains(
            u"http://a.example/9?key=redacted: 1.00 s → 2.00 s, +1.00 s (2.00×); largest change in: Receive\n  and 2 more\n"_s));
        QVERIFY(!text.contains(u"hush"));
        QVERIFY(told(difference, plan::Redaction::Full).contains(u"hush"));
    }

    /// As the list shows it; its link says less, once its query is hidden.
    void aFileHasItsName()
    {
        using record::TaskState;
        measure::Difference difference;
        difference.tasks = {{QUrl(u"http://a.example/get?s=hush"_s),
                             u"m%2.bin"_s,
                             {1s, {}},
                             {},
                             TaskState::Done,
                             TaskState::Failed}};
        QCOMPARE(told(difference),
                 u"\nBy file, largest change first:\n  m%2.bin: 1.00 s → failed\n"_s);
        QVERIFY(told(difference, plan::Redaction::Full)
                    .contains(u"  m%2.bin (http://a.example/get?s=hush): 1.00 s → failed\n"));
    }

    void nothingIsNothing() { QCOMPARE(told({}), QString()); }
};

LAPWING_TEST(DifferenceTest)
#include "tst_difference.moc"
