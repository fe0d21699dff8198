// SPDX-License-Identifier: MIT
#include "demo/server.h"
#include "support/testmain.h"
#include "text/comparison.h"
#include "ui/controllertest.h"
#include "ui/rows.h"

#include <QSignalSpy>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lapwing;
using ui::DownloadController;

namespace {

constexpr double demoScale = 0.2;

} // namespace

class DownloadControllerTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeServerAndFolder();
        makeController(demoScale);
        QVERIFY(m_server.address().port() > 0 || m_server.listen());
    }

    void cleanup() { takeDown(); }

    void theDemoRunsAndIsMeasured()
    {
        m_controller->startDemo();
        QTRY_COMPARE(m_controller->activity(), Activity::Running);
        untilIdle();
        QCOMPARE(m_controller->summary().together, u"1.0 s");
        QVERIFY(m_controller->summary().oneAtATime.endsWith(u"estimated"));
        QVERIFY(m_controller->canMeasure());
        QVERIFY(!m_controller->canStart());
        QVERIFY(m_controller->costOfMeasuring().contains(u"3.1 MB"));

        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        untilIdle();
        QVERIFY2(m_controller->summary().oneAtATime.endsWith(u"measured"),
                 qPrintable(m_controller->summary().oneAtATime));
        QVERIFY2(m_controller->summary().verdict.endsWith(u"as fast"),
                 qPrintable(m_controller->summary().verdict));
        QCOMPARE(m_controller->document().runs.size(), 2U);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void onlyWhatIsNotDoneRunsAgain()
    {
        addGoodAndBad();
        runToTheEnd();
        const record::Totals &totals = m_controller->tasks().ledger().totals();
        QCOMPARE(totals.in(record::TaskState::Done), 1);
        QCOMPARE(totals.in(record::TaskState::Failed), 1);
        QVERIFY(QFile::exists(file("good.bin")));
        QVERIFY(m_controller->canStart());

        runToTheEnd();
        QCOMPARE(m_controller->document().runs.front().tasks.size(), 1U);
        QCOMPARE(m_controller->document().runs.front().tasks.front()->id, 2);
        QCOMPARE(m_controller->tasks().ledger().at(0)->state, record::TaskState::Done);
    }

    void whatFailedIsLeftOutOfTheMeasurement()
    {
        addGoodAndBad("meal-600/good.bin");
        runToTheEnd();
        QVERIFY(m_controller->canMeasure());
        m_controller->measure();
        untilIdle();
        const report::Document document = m_controller->document();
        QCOMPARE(document.runs.back().tasks.size(), 1U);
        QVERIFY2(document.comparison->speedup.isComparable(),
                 qPrintable(text::reasonOf(document.comparison->speedup)));
        QCOMPARE(document.comparison->speedup.files, 1);
        QCOMPARE(document.comparison->speedup.listed, 2);
    }

    void removingWhatFailedKeepsTheFiguresOfWhatIsLeft()
    {
        addGoodAndBad();
        runToTheEnd();
        m_controller->remove({2});
        const report::Document document = m_controller->document();
        QCOMPARE(document.plan.entries, 1);
        QCOMPARE(document.comparison->speedup.listed, 1);
        QVERIFY(document.comparison->speedup.isComparable());
        QVERIFY(m_controller->canMeasure());
        m_controller->remove({1});
        QVERIFY(m_controller->isEmpty());
    }

    void aMeasuredListLeavesNoSecondFile()
    {
        m_controller->add({{linkTo(QStringLiteral("good.bin"))}, {}});
        runToTheEnd();
        m_controller->measure();
        untilIdle();
        const QStringList left =
            QDir(m_folder->path())
                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(left, QStringList{QStringLiteral("good.bin")});
    }

    void aStoppedMeasurementLeavesTheEstimate()
    {
        m_controller->startDemo();
        QTRY_COMPARE(m_controller->activity(), Activity::Running);
        untilIdle();
        m_controller->measure();
        m_controller->stop();
        untilIdle();
        QVERIFY(m_controller->summary().oneAtATime.endsWith(u"estimated"));
        QCOMPARE(m_controller->document().runs.size(), 1U);
    }

    void aStoppedSecondMeasurementLeavesTheFirst()
    {
        m_controller->startDemo();
        QTRY_COMPARE(m_controller->activity(), Activity::Running);
        untilIdle();
        m_controller->measure();
        untilIdle();
        const QString before = m_controller->summary().oneAtATime;
        QVERIFY2(before.endsWith(u"measured"), qPrintable(before));
        QVERIFY(m_controller->hasMeasured());
        m_controller->measure();
        m_controller->stop();
        untilIdle();
        QCOMPARE(m_controller->summary().oneAtATime, before);
        QVERIFY(!m_controller->hasMeasured());
        QVERIFY2(m_said.endsWith(u"showing the previous result."), qPrintable(m_said));
        QCOMPARE(m_controller->document().runs.size(), 2U);
    }

    void aSecondMeasurementThatFailsLeavesTheFirst_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<bool>("isComparable");
        QTest::newRow("with a figure") << 600 << true;
        QTest::newRow("too short for one") << 0 << false;
    }

    void aSecondMeasurementThatFailsLeavesTheFirst()
    {
        QFETCH(int, milliseconds);
        QFETCH(bool, isComparable);
        m_raw->route("/a", test::ok("a").after(std::chrono::milliseconds(milliseconds)));
        add({"/a"});
        runToTheEnd();
        m_controller->measure();
        untilIdle();
        const QString before = m_controller->summary().oneAtATime;
        QVERIFY2(before.endsWith(u"measured"), qPrintable(before));
        QCOMPARE(m_controller->document().comparison->speedup.isComparable(), isComparable);
        m_raw->route("/a", test::status(404));
        m_controller->measure();
        untilIdle();
        QCOMPARE(m_controller->summary().oneAtATime, before);
        QCOMPARE(m_controller->document().comparison->speedup.isComparable(), isComparable);
    }

    void stopEndsARun()
    {
        m_controller->add({{linkTo(QStringLiteral("meal-60000/slow.bin"))}, {}});
        m_controller->start();
        QTRY_COMPARE(m_controller->tasks().ledger().totals().running(), 1);
        m_controller->stop();
        untilIdle();
        QCOMPARE(m_controller->tasks().ledger().at(0)->state, record::TaskState::Paused);
        QVERIFY(!m_controller->tasks().ledger().at(0)->failure);
        QVERIFY(m_controller->canStart());
    }

    /// It goes on with Start, as after a quit; what the user cancelled has a word of its own.
    void whatAStopHeldIsPausedAndWhatTheUserCancelledIsCancelled()
    {
        for (const char *name : {"a", "b", "c"})
            m_controller->add({{linkTo(QStringLiteral("meal-60000/") + QLatin1String(name))}, {}});
        m_controller->setAtOnce(2);
        m_controller->start();
        QTRY_COMPARE(m_controller->tasks().ledger().totals().running(), 2);
        m_controller->perform(ui::TaskAction::Cancel, {1});
        m_controller->stop();
        untilIdle();
        const record::Ledger &ledger = m_controller->tasks().ledger();
        QCOMPARE(ledger.at(0)->state, record::TaskState::Cancelled);
        QCOMPARE(ledger.at(1)->state, record::TaskState::Paused);
        QVERIFY(ledger.at(2)->state != record::TaskState::Cancelled);
        QVERIFY(m_controller->isStopped());
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::Start);
        const report::Document document = m_controller->document();
        QVERIFY(document.runs.front().facts.stopped);
        QCOMPARE(report::countOf(document.runs.front(), record::TaskState::Cancelled), 1);
        QVERIFY(m_controller->allowed(ui::TaskAction::Resume, {1, 2}) == std::vector{2});
    }

    void aRowKeepsTheLoopOfItsRun()
    {
        m_raw->route("/a", test::ok("a"));
        add({"/a"});
        runToTheEnd();
        const std::chrono::nanoseconds watched = m_controller->loops().of(task(1))->watched;
        add({"/held"});
        start();
        QTRY_VERIFY_WITH_TIMEOUT(task(2).start.has_value(), longestWait);
        QVERIFY2(!m_controller->loops().of(task(2)), "its run goes on");
        QCOMPARE(m_controller->loops().of(task(1))->watched, watched);
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(m_controller->loops().of(task(1))->watched, watched);
        QVERIFY(m_controller->loops().of(task(2))->watched != watched);
    }

    /// The engine tells of it only after the stop.
    void whatWasAskedForAgainJustBeforeAStopIsPaused()
    {
        m_raw->route("/missing", test::status(404));
        add({"/held", "/missing"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, record::TaskState::Failed, longestWait);
        m_raw->route("/missing", test::ok("found").afterRelease("gate"));
        m_controller->perform(ui::TaskAction::Retry, {2});
        m_controller->stop();
        untilIdle();
        QCOMPARE(task(2).state, record::TaskState::Paused);
    }

    /// A slow disk takes a while to save what is whole, and the rows can be worked with.
    void whatIsCancelledWhileAStoppedRunEndsIsCancelled()
    {
        add({"/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->requests(), 1, longestWait);
        connect(&m_controller->tasks(), &ui::TaskModel::dataChanged, this, [this] {
            const bool isEnding = m_controller->activity() == Activity::Running
                && task(1).state == record::TaskState::Paused;
            if (isEnding && !m_controller->canUndo())
                m_controller->perform(ui::TaskAction::Cancel, {1});
        });
        m_controller->stop();
        untilIdle();
        QCOMPARE(task(1).state, record::TaskState::Cancelled);
        m_controller->undo();
        QCOMPARE(task(1).state, record::TaskState::Paused);
    }

    /// Then all of it waits for Start, also in the next session.
    void whoQuitsRightAfterAStopHasStopped()
    {
        m_controller->setAtOnce(1);
        add({"/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->requests(), 1, longestWait);
        m_controller->stop();
        m_controller->leave();
        untilIdle();
        QVERIFY(m_controller->isStopped());
        QCOMPARE(task(1).state, record::TaskState::Paused);
        QCOMPARE(task(2).state, record::TaskState::Queued);
    }

    void moreAtOnceTakesEffectWhileItRuns()
    {
        for (const char *name : {"a", "b", "c", "d"})
            m_controller->add({{linkTo(QStringLiteral("meal-60000/") + QLatin1String(name))}, {}});
        m_controller->setAtOnce(1);
        m_controller->start();
        QTRY_COMPARE(m_controller->tasks().ledger().totals().running(), 1);
        m_controller->setAtOnce(3);
        QTRY_COMPARE(m_controller->tasks().ledger().totals().running(), 3);
        m_controller->stop();
        untilIdle();
    }

    void goingAwayWhileItRunsStopsAndJoins()
    {
        m_controller->add({{linkTo(QStringLiteral("meal-60000/slow.bin"))}, {}});
        m_controller->start();
        QTRY_COMPARE(m_controller->tasks().ledger().totals().running(), 1);
        m_controller.reset();
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void ownLinksTakeThePlaceOfTheDemo()
    {
        m_controller->startDemo();
        QTRY_COMPARE(m_controller->activity(), Activity::Running);
        m_controller->add(test::someLinks(2)); // stops it first
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->tasks().rowCount(), 2, longestWait);
        QCOMPARE(m_controller->activity(), Activity::Idle);
        QVERIFY(!m_controller->canDemo());
        QVERIFY(!m_controller->canExport());
    }

    /// The desktop offers it whatever the list has.
    void theDemoSaysThatItNeedsAnEmptyList()
    {
        m_controller->add(test::someLinks(2));
        QTRY_COMPARE(m_controller->count(), 2);
        m_controller->startDemo();
        QCOMPARE(m_said, u"The demo needs an empty list. Clear the list first.");
        QCOMPARE(m_controller->count(), 2);
        QCOMPARE(m_controller->activity(), Activity::Idle);
    }

    void aFolderThatCannotBeWrittenIsSaidOnce()
    {
        m_controller->setFolder(QStringLiteral("/dev/null/folder"));
        m_controller->add({{linkTo(QStringLiteral("a")), linkTo(QStringLiteral("b"))}, {}});
        runToTheEnd();
        QVERIFY2(m_said.contains(u"part of its path is a file"), qPrintable(m_said));
        QCOMPARE(m_controller->tasks().ledger().at(1)->failure->code, u"folder-below-file");
    }

    void nothingThatIsDroppedWhileTheDemoStopsIsLost()
    {
        m_controller->startDemo();
        QTRY_COMPARE(m_controller->activity(), Activity::Running);
        m_controller->add({{linkTo(QStringLiteral("first"))}, {}});
        m_controller->add({{linkTo(QStringLiteral("second"))}, {}});
        m_controller->add({{}, {{1, QStringLiteral("x")}}});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->tasks().rowCount(), 2, longestWait);
        QCOMPARE(m_controller->tasks().ledger().at(0)->url, linkTo(QStringLiteral("first")));
        QCOMPARE(m_controller->tasks().ledger().at(1)->url, linkTo(QStringLiteral("second")));
    }

    void whatIsDroppedWhileTheDemoIsTriedComesToo()
    {
        m_controller->startDemo();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canTry(), longestWait);
        m_controller->startTrial({});
        QTRY_COMPARE(m_controller->activity(), Activity::Trying);
        m_controller->add(test::someLinks(2));
        untilIdle();
        QTRY_COMPARE(m_controller->tasks().rowCount(), 2);
        QVERIFY(!m_controller->canDemo());
    }

    /// A file of the settings on a disk that does not answer: as a pipe that nobody writes to.
    void aDiskThatStallsIsSaidAndHoldsNobody()
    {
        const QString cookies = file("cookies.txt");
        QCOMPARE(::mkfifo(QFile::encodeName(cookies).constData(), 0600), 0);
        ui::Settings settings;
        settings.cookieFile = cookies;
        m_controller->setSettings(settings);
        m_controller->add({{linkTo(QStringLiteral("a.bin"))}, {}});
        m_controller->start();
        QVERIFY(!m_controller->canStart());
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canStart(), longestWait);
        QVERIFY2(m_said.startsWith(u"Not started: the disk"), qPrintable(m_said));
        m_controller->setSettings({});
        runToTheEnd();
        QCOMPARE(m_controller->tasks().ledger().at(0)->state, record::TaskState::Done);
        m_controller.reset(); // and ends
        const int writer = ::open(QFile::encodeName(cookies).constData(), O_WRONLY | O_CLOEXEC);
        ::close(writer); // the thread that was left behind ends with the test
    }

    /// A document of a long list takes seconds to make: who keeps it does that, and needs nothing of the window for it.
    void whatTheHistoryGetsIsMadeElsewhere()
    {
        std::function<report::Document()> make;
        m_controller->setKeeper([&make](const std::vector<store::Change> &changes) {
            for (const store::Change &change : changes) {
                if (const auto *kept = std::get_if<store::KeepDocument>(&change))
                    make = kept->make;
            }
        });
        m_raw->route("/a", test::ok("a"));
        add({"/a", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, record::TaskState::Done, longestWait);
        m_controller->remove({1}); // what the next session has is without it
        m_raw->release("gate");
        untilIdle();
        QVERIFY(make);
        m_controller.reset();
        QCOMPARE(make().runs.front().tasks.size(), std::size_t(2));
    }

    void nothingIsKeptInAHistoryOfNoRuns()
    {
        ui::Settings settings;
        settings.maxKeptRuns = 0;
        m_controller->setSettings(settings);
        m_controller->setKeeper([](const std::vector<store::Change> &changes) {
            for (const store::Change &change : changes)
                QVERIFY(!std::holds_alternative<store::KeepDocument>(change));
        });
        QSignalSpy ended(m_controller.get(), &DownloadController::trialEnded);
        m_raw->route("/a", test::ok("a"));
        add({"/a"});
        ui::TrialChoice once;
        once.rounds.count = 1;
        m_controller->startTrial(once);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, longestWait);
        const auto outcome = ended.front().front().value<ui::TrialOutcome>();
        QCOMPARE(outcome.document.runs.size(), std::size_t(2));
        QVERIFY(!outcome.isKept);
    }

    void rowsCanBeTakenOffAndPutBack()
    {
        m_controller->add(test::someLinks(3));
        m_controller->remove({1});
        QCOMPARE(m_controller->tasks().rowCount(), 2);
        m_controller->add(test::someLinks(1));
        QCOMPARE(m_controller->tasks().rowCount(), 3);
        QCOMPARE(m_controller->tasks().ledger().at(2)->id, 4);
    }

private:
    void addGoodAndBad(const char *good = "good.bin")
    {
        ui::Settings impatient;
        impatient.retries.max = 0;
        m_controller->setSettings(impatient);
        m_controller->add(
            {{linkTo(QLatin1String(good)), QUrl(QStringLiteral("http://127.0.0.1:1/bad.bin"))},
             {}});
    }

    QUrl linkTo(const QString &path) const
    {
        QUrl link = m_server.address();
        link.setPath(u'/' + path);
        return link;
    }

    demo::Server m_server;
};

LAPWING_TEST(DownloadControllerTest)
#include "tst_downloadcontroller.moc"
