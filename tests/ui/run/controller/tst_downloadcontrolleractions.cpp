// SPDX-License-Identifier: MIT
#include "run/controller/downloadcontroller.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace lapwing;
using namespace std::chrono_literals;
using record::TaskState;
using ui::DownloadController;
using ui::TaskAction;
using Activity = DownloadController::Activity;

namespace {

constexpr int patience = 20'000;
constexpr qint64 heldSize = 100'000;

} // namespace

/// What the workbench does to single downloads, and what settings do to a run.
class DownloadControllerActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_raw = std::make_unique<test::RawServer>();
        m_controller = std::make_unique<DownloadController>();
        m_controller->setFolder(m_folder->path());
    }

    void cleanup()
    {
        m_controller.reset();
        m_raw.reset();
        m_folder.reset();
    }

    void aDownloadCanBePausedAndGoesOn()
    {
        addHeld();
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Downloading, patience);
        m_controller->perform(TaskAction::Pause, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Paused, patience);
        QVERIFY(m_controller->allowsAny(TaskAction::Resume, {1}));
        QVERIFY(!m_controller->allowsAny(TaskAction::Pause, {1}));
        m_raw->release("gate");
        m_controller->perform(TaskAction::Resume, {1});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QCOMPARE(task(0).state, TaskState::Done);
        QCOMPARE(contents("held.bin"), test::filler(heldSize));
    }

    void aCancelledDownloadLeavesNothingAndCanBeTriedAgain()
    {
        addHeld();
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Downloading, patience);
        m_controller->perform(TaskAction::Cancel, {1});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QCOMPARE(task(0).state, TaskState::Cancelled);
        QVERIFY(QDir(m_folder->path()).isEmpty());
        m_controller->perform(TaskAction::Retry, {1});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QCOMPARE(contents("held.bin"), test::filler(heldSize));
    }

    void whatFailedIsTriedAgainWhileTheRestRuns()
    {
        m_raw->route("/late.bin", {test::status(404), test::ok("late")});
        addHeld();
        m_controller->add({{m_raw->url("/late.bin")}, {}});
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Failed, patience);
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, patience);
        QCOMPARE(m_controller->activity(), Activity::Running);
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QCOMPARE(m_controller->document().runs.front().tasks.size(), 2U);
    }

    void onlyWhatIsAskedForIsTriedAgainAtRest()
    {
        m_raw->route("/a", {test::status(404), test::ok("a")});
        m_raw->route("/b", test::status(404));
        m_controller->add({{m_raw->url("/a"), m_raw->url("/b")}, {}});
        runToTheEnd();
        QCOMPARE(m_controller->failedIds(), (std::vector{1, 2}));
        m_controller->perform(TaskAction::Retry, {1});
        QCOMPARE(m_controller->activity(), Activity::Running);
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QCOMPARE(task(0).state, TaskState::Done);
        QCOMPARE(task(1).state, TaskState::Failed);
        QCOMPARE(m_raw->requests(), 3);
    }

    /// Nothing is left to pause: the rows that are not in the run do not count.
    void allOfARunThatIsPausedCanBeResumedAlone()
    {
        m_raw->route("/a", {test::status(404), test::ok("a").afterRelease("gate")});
        m_controller->add({{m_raw->url("/a")}, {}});
        runToTheEnd();
        m_controller->add({{m_raw->url("/not-started")}, {}});
        m_controller->perform(TaskAction::Retry, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Waiting, patience);
        QVERIFY(m_controller->isAnyAllowed(TaskAction::Pause));
        m_controller->perform(TaskAction::Pause, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Paused, patience);
        QCOMPARE(task(1).state, TaskState::Queued);
        QVERIFY(!m_controller->isAnyAllowed(TaskAction::Pause));
        QVERIFY(m_controller->isAnyAllowed(TaskAction::Resume));
        m_raw->release("gate");
        m_controller->perform(TaskAction::Resume, m_controller->ids());
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
    }

    void aWaitForARetryCanBeCutShort()
    {
        ui::Settings patient;
        patient.retries.firstWait = 10min;
        m_controller->setSettings(patient);
        m_raw->route("/busy", {test::status(500), test::ok("here")});
        m_controller->add({{m_raw->url("/busy")}, {}});
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Retrying, patience);
        QVERIFY(task(0).retryAt.has_value());
        m_controller->perform(TaskAction::Retry, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(0).state, TaskState::Done, patience);
    }

    void settingsCountForARun()
    {
        ui::Settings strict;
        strict.maxFileSize = 10;
        strict.headers = {{"X-Mine", "yes"}};
        m_controller->setSettings(strict);
        m_raw->route("/big", test::ok(test::filler(heldSize)));
        m_controller->add({{m_raw->url("/big")}, {}});
        runToTheEnd();
        QCOMPARE(task(0).failure->code, u"too-large");
        QCOMPARE(m_raw->log().front().header("X-Mine"), QByteArray("yes"));
    }

    void aSettingsFileThatIsMissingStopsTheStartWithASentence()
    {
        ui::Settings settings;
        settings.cookieFile = QStringLiteral("/no/such/cookies.txt");
        m_controller->setSettings(settings);
        m_controller->add(test::someLinks(1));
        const QSignalSpy told(m_controller.get(), &DownloadController::messageRaised);
        m_controller->start();
        QVERIFY2(!m_controller->canStart(), "while the file is read");
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.front().front().toString().contains(settings.cookieFile));
        QCOMPARE(m_controller->activity(), Activity::Idle);
        QVERIFY(m_controller->canStart());
    }

    void aChecksumRefusesAnotherFile()
    {
        m_raw->route("/a", test::ok("a"));
        m_controller->add({{m_raw->url("/a")}, {}});
        m_controller->setChecksum(1,
                                  *plan::checksumFrom(QStringLiteral(
                                      "md5=d41d8cd98f00b204e9800998ecf8427e"))); // of nothing
        runToTheEnd();
        QCOMPARE(task(0).failure->code, u"checksum-mismatch");
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void whatIsSaidOfADownloadCanBeChangedAndComesBack()
    {
        m_raw->route("/a", test::ok("a"));
        std::vector<plan::Entry> kept;
        m_controller->setKeeper([&kept](const std::vector<store::Change> &changes) {
            for (const store::Change &change : changes) {
                if (const auto *put = std::get_if<store::PutEntries>(&change))
                    kept = put->entries;
            }
        });
        m_controller->add({{m_raw->url("/a")}, {}});
        plan::Entry after = *m_controller->entry(1);
        after.name = QStringLiteral("b.bin");
        after.isNamed = true;
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = QStringLiteral("sub");
        extras->headers = {{"X-Mine", "yes"}};
        after.extras = extras;
        m_controller->edit(after);
        QCOMPARE(task(0).name, u"b.bin");
        QCOMPARE(kept.front().name, u"b.bin");
        QVERIFY(*kept.front().extras == *extras);

        m_controller->undo();
        QCOMPARE(task(0).name, u"a");
        QVERIFY(!m_controller->entry(1)->extras);
        QVERIFY(!kept.front().extras);
        m_controller->redo();
        runToTheEnd();
        QCOMPARE(m_raw->log().back().header("X-Mine"), QByteArray("yes"));
        QCOMPARE(contents("sub/b.bin"), QByteArray("a"));
        QVERIFY2(!m_controller->canEdit(1), "it has its file");
    }

    void aChecksumCanBeTakenBack()
    {
        m_raw->route("/a", test::ok("a"));
        m_controller->add({{m_raw->url("/a")}, {}});
        m_controller->setChecksum(
            1, *plan::checksumFrom(QStringLiteral("md5=d41d8cd98f00b204e9800998ecf8427e")));
        QVERIFY(m_controller->entry(1)->checksum);
        m_controller->undo();
        QVERIFY(!m_controller->entry(1)->checksum);
    }

    void whatIsSavedHereInsteadIsCounted()
    {
        QSignalSpy added(m_controller.get(), &DownloadController::added);
        plan::Links links{{QUrl(QStringLiteral("http://one.example/a"))}, {}};
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = QStringLiteral("/elsewhere");
        links.details[0].extras = extras;
        plan::Links allowed{{QUrl(QStringLiteral("http://one.example/b"))}, {}};
        allowed.details = links.details;
        allowed.allowFolders();
        m_controller->add(links);
        m_controller->add(allowed);
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 2, patience);
        QCOMPARE(added[0][0].value<plan::Added>().keptInside, 1);
        QCOMPARE(added[1][0].value<plan::Added>().keptInside, 0);
    }

    void oneFileTriedAgainLeavesTheAnswerOfTheList()
    {
        addListWithOneMissing();
        runToTheEnd();
        const QString figure = m_controller->summary().verdict;
        QVERIFY(!figure.isEmpty());
        QVERIFY2(m_controller->summary().ground.contains(u"3 of 4 files"),
                 qPrintable(m_controller->summary().ground));
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QCOMPARE(task(3).state, TaskState::Done);
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(1));
        QCOMPARE(m_controller->summary().verdict, figure);
        QVERIFY2(m_controller->summary().ground.contains(u"3 of 4 files"),
                 qPrintable(m_controller->summary().ground));
        QCOMPARE(m_controller->sharedRun()->tasks.size(), std::size_t(4));
        QCOMPARE(m_controller->document().runs.front().tasks.size(), std::size_t(4));
        QCOMPARE(m_controller->summary().offer, ui::Summary::Offer::None);
    }

    void whatIsMeasuredThenIsTheList()
    {
        addListWithOneMissing();
        runToTheEnd();
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QVERIFY(m_controller->canMeasure());
        m_controller->measure();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QVERIFY(m_controller->summary().measured);
        QCOMPARE(m_controller->lastRun()->tasks.size(), std::size_t(4));
        QCOMPARE(m_controller->sharedBaseline()->tasks.size(), std::size_t(3));
    }

    void aListThatFollowsHasAnAnswerOfItsOwn()
    {
        addListWithOneMissing();
        runToTheEnd();
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        m_raw->route("/more*", test::ok("x").after(600ms));
        m_controller->add({{m_raw->url("/more1"), m_raw->url("/more2")}, {}});
        runToTheEnd();
        QCOMPARE(m_controller->sharedRun()->tasks.size(), std::size_t(2));
    }

private:
    /// Three that take a while, and one that comes the second time only.
    void addListWithOneMissing()
    {
        m_raw->route("/slow*", test::ok("x").after(600ms));
        m_raw->route("/late", {test::status(404), test::ok("late").after(600ms)});
        m_controller->add({{m_raw->url("/slow1"), m_raw->url("/slow2"), m_raw->url("/slow3"),
                            m_raw->url("/late")},
                           {}});
    }

    /// Half of it comes, the rest when "gate" is released; asked again, all of it.
    void addHeld()
    {
        const QByteArray whole = test::filler(heldSize);
        m_raw->route("/held.bin",
                     {test::withLength(heldSize, whole.left(heldSize / 2))
                          .hold("gate")
                          .send(whole.mid(heldSize / 2)),
                      test::ok(whole)});
        m_controller->add({{m_raw->url("/held.bin")}, {}});
    }

    const record::TaskRecord &task(int row) const { return m_controller->tasks().ledger().at(row); }

    QByteArray contents(const char *name) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void runToTheEnd()
    {
        m_controller->start();
        QCOMPARE(m_controller->activity(), Activity::Running);
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RawServer> m_raw;
    std::unique_ptr<DownloadController> m_controller;
};

LAPWING_TEST(DownloadControllerActionsTest)
#include "tst_downloadcontrolleractions.moc"
