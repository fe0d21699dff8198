// SPDX-License-Identifier: MIT
#include "run/runqueries.h"
#include "support/silentdisk.h"
#include "support/smalldisk.h"
#include "support/testmain.h"
#include "ui/controllertest.h"

#include <QSignalSpy>

#include <sys/stat.h>

using namespace lapwing;
using record::TaskState;
using ui::DownloadController;
using ui::TaskAction;

/// What the list is changed by while a run goes on and at rest, and how that is undone.
class DownloadControllerListTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeServerAndFolder();
        m_raw->route("/a", test::ok("a"));
        m_raw->route("/b", test::ok("b"));
        makeController();
    }

    void cleanup() { takeDown(); }

    void whatIsAddedWhileItRunsJoinsTheRun()
    {
        add({"/held"});
        start();
        add({"/a", "/b"});
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        QCOMPARE(task(2).state, TaskState::Done);
        QVERIFY(task(2).joined > record::Stamp{});
        QCOMPARE(m_controller->activity(), Activity::Running);
        QVERIFY(!m_controller->canStart());
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(m_controller->document().runs.front().tasks.size(), 3U);
        QCOMPARE(m_controller->document().plan.entries, 3);
    }

    void whatIsNotInTheRunJoinsItByStart()
    {
        m_raw->route("/late", {test::status(404), test::ok("late")});
        add({"/late", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Failed, longestWait);
        m_controller->stop();
        untilIdle();
        m_controller->perform(TaskAction::Resume, {2});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        QVERIFY(m_controller->canStart());
        m_controller->start();
        QVERIFY(!m_controller->canStart());
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(m_controller->document().runs.front().tasks.size(), 2U);
    }

    void retryOfWhatTheRunDoesNotHaveJoinsIt()
    {
        m_raw->route("/missing", test::status(404));
        add({"/missing", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Failed, longestWait);
        m_controller->stop();
        untilIdle();
        m_controller->perform(TaskAction::Resume, {2});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        m_raw->route("/missing", test::ok("found"));
        QVERIFY(m_controller->isAnyAllowed(TaskAction::Retry));
        QCOMPARE(m_controller->allowed(TaskAction::Retry, {1, 2}), std::vector<int>{1});
        m_controller->perform(TaskAction::Retry, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QCOMPARE(m_controller->activity(), Activity::Running);
        m_raw->release("gate");
        untilIdle();
    }

    void addingStartsByItselfWhereThatIsChosen()
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        add({"/a"});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
    }

    /// As in the session of an aria2 where it was paused.
    void whatItsListPausesWaitsForTheUser()
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        addPaused("/a");
        QCOMPARE(task(1).state, TaskState::Paused);
        QCOMPARE(m_controller->activity(), Activity::Idle);
        add({"/held"});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        addPaused("/b");
        m_controller->startAdded();
        QCOMPARE(m_controller->allowed(TaskAction::Resume, {1, 2, 3}), (std::vector<int>{1, 3}));
        m_controller->perform(TaskAction::Resume, {3});
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Done);
        QCOMPARE(task(1).state, TaskState::Paused);
        QVERIFY(m_controller->canStart());
        start(); // now the user wants it
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
    }

    void aLinkThatIsAddedStartsNothingThatHasFailedOrThatTheUserEnded()
    {
        m_raw->route("/missing", test::status(404));
        m_raw->route("/slow", test::ok("slow").afterRelease("slow"));
        add({"/missing", "/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Failed, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(3).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Cancel, {2});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Cancelled, longestWait);
        m_controller->leave();
        untilIdle();
        m_controller->stay();
        const auto areAsTheyWere = [this] {
            return task(1).state == TaskState::Failed && task(2).state == TaskState::Cancelled
                && task(3).state == TaskState::Paused;
        };
        QVERIFY(areAsTheyWere());

        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        add({"/a"});
        QTRY_COMPARE_WITH_TIMEOUT(task(4).state, TaskState::Done, longestWait);
        untilIdle();
        QVERIFY(areAsTheyWere());
        QCOMPARE(m_controller->lastRun()->tasks.size(), 1U);
        add({"/slow"});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        add({"/b"});
        m_controller->startAdded();
        QTRY_COMPARE_WITH_TIMEOUT(task(6).state, TaskState::Done, longestWait);
        m_raw->release("slow");
        untilIdle();
        QVERIFY(areAsTheyWere());
        QCOMPARE(m_controller->lastRun()->tasks.size(), 2U);
    }

    void aLinkThatIsAddedStartsNothingThatWasStoppedBeforeItBegan()
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        m_controller->setAtOnce(1);
        add({"/held", "/a"});
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->log().size(), 1, longestWait);
        m_controller->stop();
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
        add({"/b"});
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
        m_raw->release("gate");
        runToTheEnd(); // Start is of everything
        QCOMPARE(task(2).state, TaskState::Done);
    }

    /// As when SHA256SUMS is dropped after the links that it is of.
    void aChecksumThatComesLaterIsChecked()
    {
        QSignalSpy added(m_controller.get(), &DownloadController::added);
        add({"/a"});
        runToTheEnd();
        add({"/b"});
        plan::Links sums;
        for (const char *path : {"/a", "/b"}) {
            sums.details[sums.urls.size()].checksum =
                plan::Checksum{QCryptographicHash::Sha256, QByteArray(32, '0')};
            sums.urls.push_back(m_raw->url(path));
        }
        m_controller->add(sums);
        const auto told = added.back().front().value<plan::Added>();
        QCOMPARE(told.checksums, (std::vector<int>{1, 2}));
        QCOMPARE(told.lateChecksums, 1);
        runToTheEnd();
        QCOMPARE(task(1).state, TaskState::Done);
        QCOMPARE(task(2).failure->code, u"checksum-mismatch");
    }

    void whatIsAddedWhileMeasuringStartsByItselfAfterwards()
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        add({"/a"});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        untilIdle();
        m_raw->route("/a", test::ok("a").afterRelease("gate"));
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        add({"/b"});
        QCOMPARE(task(2).state, TaskState::Queued);
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
    }

    void whatIsAddedToStartWhileMeasuringStartsAfterwards()
    {
        add({"/a"});
        runToTheEnd();
        m_raw->route("/a", test::ok("a").afterRelease("gate"));
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        add({"/b"});
        m_controller->startAdded();
        QCOMPARE(task(2).state, TaskState::Queued);
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
    }

    void aStartThatIsNotOfNewLinksIsNotMadeUpFor()
    {
        add({"/a"});
        runToTheEnd();
        m_raw->route("/a", test::ok("a").afterRelease("gate"));
        m_controller->measure();
        add({"/b"});
        m_controller->start();
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
    }

    void whatIsAddedToStartWhileTheListIsTriedStartsAfterwards()
    {
        add({"/a"});
        m_raw->route("/a", test::ok("a").afterRelease("gate"));
        m_controller->startTrial({});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        add({"/b"});
        m_controller->startAdded();
        m_controller->stop();
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
    }

    void whatIsAddedWhileTheFilesForATrialAreReadStartsAfterIt()
    {
        add({"/a"});
        m_raw->route("/a", test::ok("a").afterRelease("gate"));
        const QString cookies = m_folder->filePath(QStringLiteral("cookies.txt"));
        QCOMPARE(::mkfifo(QFile::encodeName(cookies).constData(), 0600), 0);
        ui::Settings settings;
        settings.startAfterAdding = true;
        settings.cookieFile = cookies; // which waits for somebody who writes to it
        m_controller->setSettings(settings);
        m_controller->startTrial({});
        QCOMPARE(m_controller->activity(), Activity::Idle);
        add({"/b"});
        QCOMPARE(task(2).state, TaskState::Queued);
        settings.cookieFile.clear();
        m_controller->setSettings(settings); // for the run that follows
        QFile file(cookies);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        file.write("127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tname\tvalue\n");
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        QCOMPARE(task(2).state, TaskState::Queued);
        m_controller->stop();
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        untilIdle();
    }

    /// A run would fail as the trial did.
    void whatIsAddedWhileTheFilesForATrialAreMissingWaits()
    {
        add({"/a"});
        ui::Settings settings;
        settings.startAfterAdding = true;
        settings.cookieFile = QStringLiteral("/no/such/cookies.txt");
        m_controller->setSettings(settings);
        const QSignalSpy refused(m_controller.get(), &DownloadController::notStarted);
        m_controller->startTrial({});
        add({"/b"});
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(m_controller->activity(), Activity::Idle);
        QCOMPARE(task(2).state, TaskState::Queued);
        QVERIFY(m_controller->canStart());
    }

    void whatIsAddedToStartWhileTheDemoRunsStartsAfterwards()
    {
        beginDemo();
        add({"/a"});
        m_controller->startAdded();
        QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isDemo(), longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(4).state, TaskState::Done, longestWait);
        QVERIFY(QFile::exists(file("a")));
    }

    void whatIsAddedToStartWhileTheStoredListIsReadStartsAfterwards()
    {
        m_controller->awaitList();
        add({"/a"});
        m_controller->startAdded();
        QVERIFY(m_controller->isEmpty());
        m_controller->restore(store::State());
        m_controller->addPending();
        QCOMPARE(m_controller->count(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
    }

    void whatIsAddedForAnotherFolderStartsThereAfterTheRun()
    {
        const QTemporaryDir other;
        add({"/held"});
        start();
        m_controller->setFolder(other.path());
        QVERIFY2(m_said.contains(m_folder->path()) && m_said.contains(other.path()),
                 qPrintable(m_said));
        QCOMPARE(m_controller->folderAtWork(), m_folder->path());
        QCOMPARE(m_controller->folder(), other.path());
        add({"/a", "/b"});
        m_controller->startAdded();
        QVERIFY(m_controller->tasks().isAnyOutside());
        QVERIFY2(!m_controller->canStart(), "they would be saved where the user no longer wants");
        m_raw->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        untilIdle();
        QCOMPARE(m_controller->lastRun()->tasks.size(), 2U);
        QCOMPARE(QDir(other.path()).entryList(QDir::Files),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 QStringList{QStringLiteral("held")});
        QCOMPARE(m_controller->folderOfRun(), other.path());
    }

    /// Its part is on the disk that has no room for it.
    void whatADiskHadNoRoomForStartsAgainInAnotherFolder()
    {
        const test::SmallDisk disk("size=4m");
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        const QTemporaryDir other;
        m_controller->setFolder(disk.folder());
        stopInTheMiddle(disk.folder());
        QVERIFY(putBallast(disk));
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->isDiskFull(), longestWait);
        m_controller->stop();
        untilIdle();
        m_controller->setFolder(other.path());
        runToTheEnd();
        QCOMPARE(QFileInfo(other.filePath(QStringLiteral("large.bin"))).size(), largeSize);
    }

    void whatIsOnAnotherDiskThanTheFullOneGoesOnThere()
    {
        const test::SmallDisk disk("size=4m");
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        const QTemporaryDir other;
        m_raw->route("/too-much.bin", test::ok(test::filler(3'000'000)));
        QVERIFY(putBallast(disk));
        stopInTheMiddle(m_folder->path());
        m_controller->perform(TaskAction::Pause, {1});
        m_controller->setFolder(disk.folder());
        add({"/too-much.bin"});
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->isDiskFull(), longestWait);
        m_controller->stop();
        untilIdle();
        m_controller->setFolder(other.path());
        m_controller->perform(TaskAction::Resume, {1});
        runToTheEnd();
        QCOMPARE(QFileInfo(file("large.bin")).size(), largeSize);
        QVERIFY(QFileInfo::exists(other.filePath(QStringLiteral("too-much.bin"))));
    }

    void whoStaysAfterAllHasWhatIsAddedStart()
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        m_controller->leave();
        m_controller->stay();
        add({"/a"});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
    }

    void whatWasToStartAfterTheRunIsUnfinishedWhenTheUserLeaves()
    {
        const QTemporaryDir other;
        add({"/held"});
        start();
        m_controller->setFolder(other.path());
        add({"/a"});
        m_controller->startAdded();
        m_controller->leave();
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Paused);
    }

    void whatIsOnlyAddedForAnotherFolderWaitsForStart()
    {
        const QTemporaryDir other;
        add({"/held"});
        start();
        m_controller->setFolder(other.path());
        add({"/a"});
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(task(2).state, TaskState::Queued);
        QCOMPARE(m_controller->folderOfRun(), m_folder->path());
        runToTheEnd();
        QVERIFY(QFile::exists(other.filePath(QStringLiteral("a"))));
    }

    void theFolderOfTheRunChosenAgainLetsLinksJoinAgain()
    {
        const QTemporaryDir other;
        add({"/held"});
        start();
        m_controller->setFolder(other.path());
        add({"/a"});
        m_controller->startAdded();
        m_controller->setFolder(m_folder->path());
        QVERIFY(m_controller->canStart());
        m_controller->start();
        add({"/b"});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(3).state, TaskState::Done, longestWait);
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(m_controller->lastRun()->tasks.size(), 3U);
    }

    void thatPartialFilesStayInTheirFolderIsSaid()
    {
        const QTemporaryDir other;
        stopInTheMiddle();
        m_controller->setFolder(other.path());
        QVERIFY2(m_said.contains(m_folder->path()), qPrintable(m_said));
        m_said.clear();
        m_controller->setFolder(m_folder->path());
        QVERIFY2(m_said.isEmpty(), qPrintable(m_said));
    }

    void aPartGoesOnWhereItIs()
    {
        const QTemporaryDir other;
        stopInTheMiddle();
        m_controller->setFolder(other.path());
        start();
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(task(1).path, m_folder->filePath(QStringLiteral("large.bin")));
        QVERIFY(QDir(other.path()).isEmpty());
        QCOMPARE(m_controller->folderOfRun(), m_folder->path());
    }

    void aPartOfAnEarlierFolderGoesWithItsRowToo()
    {
        const QTemporaryDir other;
        stopInTheMiddle();
        m_controller->remove({1});
        m_controller->setFolder(other.path());
        add({"/a"});
        start(); // in the other one
        untilIdle();
        m_controller->undo();
        QCOMPARE(m_controller->count(), 2);
        m_controller->remove({1});
        QVERIFY(!parts().isEmpty());
        m_controller.reset();
        QTRY_VERIFY(parts().isEmpty());
    }

    /// The folder that is written in the list, or by hand, goes before where a part is.
    void anotherFolderForARowIsObeyed()
    {
        const QTemporaryDir other;
        stopInTheMiddle();
        m_controller->setFolder(other.path());
        plan::Entry entry = *m_controller->entry(1);
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = QStringLiteral("sub");
        entry.extras = extras;
        m_controller->edit(entry);
        start();
        untilIdle();
        QCOMPARE(task(1).path, other.filePath(QStringLiteral("sub/large.bin")));
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("sub"))));
    }

    void aPartGoesWithTheNameAndTheFolderThatAreEdited_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("isUndone");
        const QString name = QStringLiteral("renamed.bin");
        const QString folder = QStringLiteral("sub");
        QTest::newRow("name") << name << QString() << false;
        QTest::newRow("folder") << QStringLiteral("large.bin") << folder << false;
        QTest::newRow("both") << name << folder << false;
        QTest::newRow("undone") << name << folder << true;
    }

    void aPartGoesWithTheNameAndTheFolderThatAreEdited()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, folder);
        QFETCH(const bool, isUndone);
        stopInTheMiddle();
        edit(name, folder);
        if (isUndone)
            m_controller->undo();
        start(); // at once: the run waits for it
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        const QString way = isUndone ? QStringLiteral("large.bin") : QDir(folder).filePath(name);
        QCOMPARE(QDir::cleanPath(task(1).path), QDir::cleanPath(m_folder->filePath(way)));
        QVERIFY(parts().isEmpty());
        QVERIFY(parts(m_folder->filePath(folder)).isEmpty());
    }

    void thePartOfALinkGoesOnWhenItsEditIsUndone()
    {
        stopInTheMiddle();
        setLink("/new.bin");
        QCOMPARE(task(1).url, m_raw->url("/new.bin"));
        QCOMPARE(task(1).name, u"large.bin");
        QCOMPARE(task(1).state, TaskState::Paused);
        QCOMPARE(task(1).kept + task(1).bytes, 0);
        QVERIFY(!task(1).size);
        m_controller->undo();
        QCOMPARE(task(1).url, m_raw->url("/large.bin"));
        QCOMPARE(task(1).kept + task(1).bytes, largeSize / 2);
        QVERIFY(task(1).size == largeSize);
        start();
        untilIdle();
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(contents("large.bin"), test::filler(largeSize));
        QVERIFY(parts().isEmpty());
    }

    void anotherLinkGoesOnFromNoPart()
    {
        m_raw->route("/new.bin", test::ok("new"));
        stopInTheMiddle();
        setLink("/new.bin");
        start();
        untilIdle();
        QVERIFY(m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(task(1).path, file("large.bin"));
        QCOMPARE(contents("large.bin"), QByteArray("new"));
        QTRY_VERIFY2(parts().isEmpty(), "nothing leads back to it");
    }

    void aFailureIsOfTheLinkThatItCameFrom()
    {
        m_raw->route("/new.bin", test::ok("new"));
        add({"/missing"});
        runToTheEnd();
        const record::Failure failure = *task(1).failure;
        QCOMPARE(failure.code, u"http-404");
        setLink("/new.bin");
        QCOMPARE(task(1).state, TaskState::Failed);
        QCOMPARE(task(1).failure->code, u"link-changed");
        QVERIFY(task(1).attempts.empty());
        QVERIFY(!task(1).status);
        QCOMPARE(m_controller->lastRun()->tasks.front()->failure->code, failure.code);
        m_controller->undo();
        QVERIFY(*task(1).failure == failure);
        QCOMPARE(task(1).attempts.size(), 1U);
        m_controller->redo();
        QCOMPARE(task(1).failure->code, u"link-changed");
        m_controller->perform(TaskAction::Retry, {1});
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Done);
    }

    void whatHadComeComesBackWithItsFailure_data()
    {
        QTest::addColumn<bool>("isCut");
        QTest::addColumn<bool>("isLogin");
        QTest::newRow("too little to resume, link") << true << false;
        QTest::newRow("too little to resume, login") << true << true;
        QTest::newRow("another checksum, link") << false << false;
        QTest::newRow("another checksum, login") << false << true;
    }

    void whatHadComeComesBackWithItsFailure()
    {
        QFETCH(const bool, isCut);
        QFETCH(const bool, isLogin);
        m_raw->route("/cut.bin", test::withLength(800'000, test::filler(400'000)).close());
        ui::Settings settings;
        settings.retries.max = 0;
        m_controller->setSettings(settings);
        add({isCut ? "/cut.bin" : "/a"});
        m_controller->setChecksum(1,
                                  plan::Checksum{QCryptographicHash::Sha256, QByteArray(32, '0')});
        runToTheEnd();
        const record::TaskRecord inRun = *m_controller->lastRun()->tasks.front();
        QCOMPARE(inRun.state, TaskState::Failed);
        QCOMPARE(inRun.startsAgain, isCut);
        QVERIFY(inRun.bytes > 0 && inRun.size);
        if (isLogin)
            setLogin();
        else
            setLink("/new.bin");
        QCOMPARE(task(1).kept + task(1).bytes, 0);
        QVERIFY(!task(1).size && !task(1).startsAgain);
        m_controller->undo();
        QVERIFY(ui::isSame(task(1), inRun));
        QVERIFY(task(1).size == inRun.size);
        QCOMPARE(task(1).startsAgain, isCut);
    }

    void aPartIsAsItWasWhenItsLoginIsUndone()
    {
        stopInTheMiddle();
        const record::TaskRecord before = task(1);
        setLogin();
        QCOMPARE(task(1).kept, largeSize / 2);
        m_controller->undo();
        QVERIFY(ui::isSame(task(1), before));
        QVERIFY(task(1).size == largeSize);
    }

    void aPartThatIsGoneDoesNotComeBackWithItsLogin()
    {
        stopInTheMiddle();
        m_controller->setChecksum(1,
                                  plan::Checksum{QCryptographicHash::Sha256, QByteArray(32, '0')});
        setLogin();
        runToTheEnd();
        QCOMPARE(task(1).failure->code, u"checksum-mismatch");
        m_controller->undo();
        QCOMPARE(task(1).kept + task(1).bytes, 0);
        QVERIFY(parts().isEmpty());
    }

    void aFailureIsOfTheLoginThatItCameFrom()
    {
        add({"/missing"});
        runToTheEnd();
        setLogin();
        QCOMPARE(task(1).failure->code, u"link-changed");
        m_controller->undo();
        QCOMPARE(task(1).failure->code, u"http-404");
        QCOMPARE(task(1).attempts.size(), 1U);
    }

    void anotherNameChangesNoFailure()
    {
        add({"/missing"});
        runToTheEnd();
        edit(QStringLiteral("renamed.bin"), {});
        QCOMPARE(task(1).failure->code, u"http-404");
    }

    void aLinkStandsInTheListOnce()
    {
        add({"/a", "/b"});
        setLink("/b");
        QVERIFY2(m_said.contains(u"already in the list"), qPrintable(m_said));
        QCOMPARE(m_controller->entry(1)->url, m_raw->url("/a"));
        setLink("/c");
        QVERIFY(m_controller->canUndo());
        add({"/a"});
        QCOMPARE(m_controller->count(), 3);
        QVERIFY2(!m_controller->canUndo(), "the link that it had is that of another row");
    }

    void whatCameSinceAnEditStaysWhenItIsUndone()
    {
        const plan::Checksum checksum{QCryptographicHash::Sha256, QByteArray(32, '0')};
        add({"/a", "/b"});
        edit(QStringLiteral("renamed.bin"), {}, 1);
        m_controller->setChecksum(2, checksum);
        plan::Links links;
        for (const char *path : {"/a", "/b"}) {
            links.urls.push_back(m_raw->url(path));
            links.urls.back().setUserInfo(QStringLiteral("me:secret"));
        }
        links.details[0].checksum = checksum;
        m_controller->add(links);
        m_controller->undo();
        m_controller->undo();
        QCOMPARE(m_controller->entry(1)->name, u"a");
        QVERIFY(m_controller->entry(1)->checksum == checksum);
        QVERIFY(!m_controller->entry(2)->checksum);
        for (const int id : {1, 2})
            QCOMPARE(m_controller->entry(id)->userInfo, u"me:secret");
    }

    void aLoginThatAnEditGaveGoesWhenItIsUndone()
    {
        add({"/a"});
        setLogin();
        QCOMPARE(m_controller->entry(1)->userInfo, u"me:secret");
        m_controller->undo();
        QVERIFY(m_controller->entry(1)->userInfo.isEmpty());
    }

    void aPartThatCannotComeAlongIsSaid()
    {
        const test::SmallDisk disk("size=8m");
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        editOnto(disk);
        QCOMPARE(parts().size(), 2);
        runToTheEnd();
        QCOMPARE(task(1).path, disk.folder() + QStringLiteral("/sub/large.bin"));
        QTRY_VERIFY2(parts().isEmpty(), "nothing leads back to it");
    }

    /// Its move stands behind one that its disk does not answer.
    void aSlowDiskLosesNoPartWhileNothingRuns()
    {
        auto disk = editBehindSlowDisk();
        if (!disk)
            QSKIP("nothing can be mounted here");
        QTest::qWait(3500); // longer than a run would wait
        const QSignalSpy lengths(m_controller.get(), &DownloadController::lengthKnown);
        m_controller->askLengths({m_raw->url("/a")}); // that waits for no disk
        QTRY_COMPARE_WITH_TIMEOUT(lengths.size(), 1, longestWait);
        disk.reset();
        QTRY_VERIFY(parts().contains(QStringLiteral("renamed.bin.part")));
        QVERIFY(!task(1).startsAgain);
    }

    void aSlowDiskLosesNoPartToARunWithoutIt()
    {
        auto disk = editBehindSlowDisk();
        if (!disk)
            QSKIP("nothing can be mounted here");
        add({"/held"});
        m_controller->startAdded();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->requests(), 2, longestWait);
        QCOMPARE(m_controller->lastRun()->tasks.size(), 1U);
        QTest::qWait(3500); // longer than one with it would wait
        disk.reset();
        QTRY_VERIFY(parts().contains(QStringLiteral("renamed.bin.part")));
        QVERIFY(!task(1).startsAgain);
        m_raw->release("gate");
        untilIdle();
    }

    void aRunThatBeginsAfterTheEditWaitsForAPartToo()
    {
        auto disk = editBehindSlowDisk();
        if (!disk)
            QSKIP("nothing can be mounted here");
        m_controller->perform(TaskAction::Resume, {1});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        disk.reset();
        untilIdle();
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(task(1).path, file("renamed.bin"));
        QVERIFY(parts().isEmpty());
    }

    void aLinkThatIsAddedAgainMeanwhileWaitsForItsPartToo()
    {
        auto disk = editBehindSlowDisk();
        if (!disk)
            QSKIP("nothing can be mounted here");
        m_controller->remove({1});
        add({"/large.bin"});
        m_controller->startAdded();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        QTest::qWait(500);
        QCOMPARE(m_raw->requests(), 1); // of the first time
        disk.reset();
        untilIdle();
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(task(3).path, file("large.bin"));
        QVERIFY(parts().isEmpty());
    }

    /// In the folder where it was begun, whichever is chosen now.
    void aPartThatCouldNotComeAlongGoesOnWhenTheEditIsUndone()
    {
        const test::SmallDisk disk("size=8m");
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        editOnto(disk, QStringLiteral("renamed.bin"));
        m_controller->undo();
        QVERIFY(!task(1).startsAgain);
        start();
        untilIdle();
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        QCOMPARE(task(1).path, m_folder->filePath(QStringLiteral("large.bin")));
        QVERIFY(parts().isEmpty());
    }

    void aPartThatGoesOnAgainHasTheAmountThatIsInIt()
    {
        const test::SmallDisk disk("size=8m");
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        editOnto(disk);
        const qint64 more = largeSize * 3 / 4;
        m_raw->route(
            "/large.bin",
            test::withLength(largeSize, test::filler(more)).header("ETag", "\"1\"").hold());
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, more, longestWait);
        m_controller->stop();
        untilIdle();
        m_controller->undo();
        QCOMPARE(task(1).kept, largeSize / 2);
        QCOMPARE(task(1).bytes, 0);
        m_controller->redo();
        QCOMPARE(task(1).kept + task(1).bytes, more);
    }

    void aPartThatCouldNotComeAlongGoesWhenTheUndoHasGone()
    {
        const test::SmallDisk disk("size=8m");
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        editOnto(disk);
        m_controller->remove({1});
        QCOMPARE(parts().size(), 2);
        m_controller.reset();
        QTRY_VERIFY(parts().isEmpty());
    }

    /// Else the window, which waits for the end, would never close.
    void nothingStartsByItselfOnceTheUserHasLeft()
    {
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        add({"/a"});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        untilIdle();
        m_raw->route("/a", test::ok("a").afterRelease("gate"));
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        add({"/b"});
        m_controller->leave();
        add({"/held"}); // before the measurement has ended
        untilIdle();
        QCOMPARE(m_controller->count(), 3);
        QCOMPARE(task(2).state, TaskState::Queued);
        QCOMPARE(task(3).state, TaskState::Queued);
        m_raw->release("gate");
    }

    void whatWaitsForTheDemoIsThereForTheNextStartWhenTheUserHasLeft()
    {
        beginDemo();
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_controller->setSettings(settings);
        add({"/a"});
        m_controller->leave();
        untilIdle();
        QCOMPARE(m_controller->count(), 1);
        QCOMPARE(task(4).state, TaskState::Queued);
    }

    void whatIsRemovedComesBackWithItsFigures()
    {
        m_raw->route("/missing", test::status(404));
        add({"/a", "/missing", "/b"});
        runToTheEnd();
        const record::Stamp elapsed = m_controller->document().runs.front().facts.elapsed;
        m_controller->remove({2, 3});
        QCOMPARE(m_controller->count(), 1);
        QCOMPARE(m_controller->document().comparison->speedup.listed, 2);
        m_controller->undo();
        QCOMPARE(m_controller->count(), 3);
        QCOMPARE(task(2).state, TaskState::Failed);
        QCOMPARE(task(2).failure->code, u"http-404");
        QCOMPARE(task(3).state, TaskState::Done);
        QCOMPARE(m_controller->document().comparison->speedup.listed, 3);
        QCOMPARE(m_controller->document().runs.front().facts.elapsed, elapsed);
        m_controller->redo();
        QCOMPARE(m_controller->count(), 1);
    }

    void aClearedListComesBackWithItsRun()
    {
        add({"/a", "/b"});
        runToTheEnd();
        const QString verdict = m_controller->summary().together;
        m_controller->clear();
        QVERIFY(m_controller->isEmpty());
        QVERIFY(!m_controller->canExport());
        m_controller->undo();
        QCOMPARE(m_controller->count(), 2);
        QVERIFY(m_controller->canMeasure());
        QCOMPARE(m_controller->summary().together, verdict);
    }

    void whatCannotComeBackIsToldOnceItsMemoryIsFree()
    {
        beginDemo();
        untilIdle();
        m_controller->clear();
        const QSignalSpy disposed(m_controller.get(), &DownloadController::disposed);
        add({"/a"}); // the demo is not to come back among own links
        QTRY_COMPARE_WITH_TIMEOUT(disposed.size(), 1, longestWait);
        QCOMPARE(disposed.front().front().value<std::size_t>(), std::size_t(3));
    }

    void whatWasAddedAgainMeanwhileDoesNotComeBackTwice()
    {
        add({"/a", "/b"});
        m_controller->remove({1});
        add({"/a"});
        m_controller->undo();
        QCOMPARE(m_controller->count(), 2);
    }

    void aPartialFileGoesWhenTheUndoHasGone()
    {
        stopInTheMiddle();
        m_controller->remove({1});
        QVERIFY(!parts().isEmpty());
        m_controller->undo();
        QVERIFY(!parts().isEmpty());
        m_controller->remove({1});
        m_controller.reset();
        QTRY_VERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aCancelIsUndoneAndGoesOnWhereItWas()
    {
        add({"/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Cancel, {2});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Cancelled, longestWait);
        QVERIFY(!parts().isEmpty());
        m_controller->undo();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(contents("large.bin"), test::filler(largeSize));
        QCOMPARE(task(2).kept, 0); // all of it came in this run
        QCOMPARE(task(2).bytes, largeSize);
        QVERIFY(m_controller->canMeasure());
    }

    void whatIsRemovedWhileItRunsEndsAndGoesOnWhenUndone()
    {
        add({"/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        m_controller->remove({2});
        QCOMPARE(m_controller->count(), 1);
        m_controller->undo(); // before the engine has ended it
        QCOMPARE(m_controller->count(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Done, longestWait);
        m_controller->remove({1});
        untilIdle();
        QCOMPARE(m_controller->document().runs.front().tasks.size(), 1U);
    }

    void whatWasPausedIsPausedAgainWhenItsCancelIsUndone()
    {
        add({"/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Pause, {2});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Paused, longestWait);
        m_controller->perform(TaskAction::Cancel, {2});
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Cancelled, longestWait);
        m_controller->undo();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Paused, longestWait);
        const std::size_t pauses = task(2).pauses.size();
        m_controller->remove({2});
        m_controller->undo(); // before the engine has ended it
        QTRY_VERIFY_WITH_TIMEOUT(task(2).pauses.size() > pauses, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(2).state, TaskState::Paused, longestWait);
        QCOMPARE(m_raw->requests(), 2);
        m_controller->perform(TaskAction::Resume, {2});
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(contents("large.bin"), test::filler(largeSize));
    }

    /// Whether or not the engine's run has ended by then.
    void theLastOfARunThatWasPausedIsSoWhenItsCancelIsUndone()
    {
        add({"/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Pause, {1});
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Paused, longestWait);
        m_controller->perform(TaskAction::Cancel, {1});
        m_controller->undo();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_controller->activity() == Activity::Idle || task(1).pauses.size() > 1, longestWait);
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Paused, longestWait);
        QCOMPARE(m_raw->requests(), 1);
    }

    /// A run that is left with nothing has no figures, and none of what is gone.
    void allOfARunCanBeRemovedWhileItRuns()
    {
        add({"/held", "/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(2).bytes, largeSize / 2, longestWait);
        m_controller->remove({1, 2});
        untilIdle();
        QVERIFY(m_controller->isEmpty());
        QVERIFY(!m_controller->canExport());
        m_controller->undo();
        QCOMPARE(m_controller->count(), 2);
        QVERIFY(m_controller->canStart());
    }

    void theLastOfARunGoesOnWhenItsCancelIsUndone()
    {
        add({"/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Cancel, {1});
        m_controller->undo(); // whether or not the engine's run has ended by then
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
    }

    /// What was stopped later is not what was cancelled once.
    void aPartOfALaterRunStaysWhenAnOldCancelCanNoLongerBeUndone()
    {
        add({"/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->perform(TaskAction::Cancel, {1});
        untilIdle();
        m_isLargeAsked = false;
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        QTRY_VERIFY_WITH_TIMEOUT(task(1).state == TaskState::Downloading
                                     || task(1).state == TaskState::Done,
                                 longestWait);
        m_controller->stop();
        untilIdle();
        const bool hasPart = !parts().isEmpty();
        const QStringList before = parts();
        m_controller.reset();
        QCOMPARE(parts(), hasPart ? before : QStringList());
    }

    void aClearedDemoComesBackAsADemo()
    {
        beginDemo();
        untilIdle();
        m_controller->clear();
        m_controller->undo();
        QCOMPARE(m_controller->count(), 3);
        QVERIFY(m_controller->canDemo());
        m_controller->clear();
        add({"/a"});
        m_controller->undo();
        QCOMPARE(m_controller->count(), 1);
        runToTheEnd();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a")});
    }

    void aListThatWasClearedBeforeTheDemoComesBackAfterIt()
    {
        stopInTheMiddle();
        const QString before = m_controller->summary().together;
        m_controller->clear();
        m_controller->startDemo();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        QVERIFY2(!m_controller->canUndo(), "the list would come into the run of the demo");
        m_controller->stop();
        untilIdle();
        m_controller->remove({m_controller->ids().front()});
        m_controller->undo();
        QVERIFY(m_controller->isDemo());
        m_controller->undo();
        QVERIFY(!m_controller->isDemo());
        QCOMPARE(m_controller->count(), 1);
        QVERIFY(!parts().isEmpty());
        QCOMPARE(m_controller->summary().together, before);
        QVERIFY2(!m_controller->redoText().contains(u"Remove"), "that was of the demo");
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QVERIFY(!m_raw->log().back().header("Range").isEmpty());
    }

    void aPartialFileGoesAlsoWhenTheDemoIsShownAtTheEnd()
    {
        stopInTheMiddle();
        m_controller->clear();
        m_controller->startDemo();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        QVERIFY(!parts().isEmpty());
        m_controller.reset();
        QTRY_VERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aRowOfTheDemoComesBackToTheDemo()
    {
        beginDemo();
        m_controller->remove({1}); // while it runs
        m_controller->undo();
        QVERIFY(m_controller->isDemo());
        untilIdle();
        m_controller->remove({2});
        QCOMPARE(m_controller->count(), 2);
        m_controller->undo();
        QCOMPARE(m_controller->count(), 3);
        QVERIFY2(m_controller->isDemo(), "or it would be kept and saved as the user's own");
        QVERIFY(m_controller->canDemo());
        add({"/a"});
        QCOMPARE(m_controller->count(), 1);
    }

private:
    void beginDemo()
    {
        makeController(0.05);
        m_controller->startDemo();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
    }

    /// A part cannot come along to another disk.
    void editOnto(const test::SmallDisk &disk, const QString &name = QStringLiteral("large.bin"))
    {
        stopInTheMiddle();
        m_controller->setFolder(disk.folder());
        m_said.clear();
        edit(name, QStringLiteral("sub"));
        QTRY_VERIFY2(m_said.contains(u"could not be moved"), qPrintable(m_said));
        QVERIFY(task(1).startsAgain);
    }

    /// The part of the first row is to be moved once that disk has said what it has of the second. Null: nothing can be
    /// mounted.
    std::unique_ptr<test::SilentDisk> editBehindSlowDisk()
    {
        auto disk = std::make_unique<test::SilentDisk>(test::SilentDisk::Answers::Opening);
        if (!disk->isThere())
            return nullptr;
        stopInTheMiddle();
        add({"/a"});
        store::State state{m_controller->listing().entries(), {task(1), task(2)}, {}, {}, {}};
        state.records.back().edit().begunIn = disk->folder();
        state.records.back().edit().state = TaskState::Cancelled;
        makeController();
        m_controller->restore(std::move(state));
        edit(QStringLiteral("other"), {}, 2);
        edit(QStringLiteral("renamed.bin"), {});
        [&disk] { QTRY_VERIFY(disk->isSilent()); }();
        return disk;
    }

    void edit(const QString &name, const QString &folder, int id = 1)
    {
        plan::Entry entry = *m_controller->entry(id);
        entry.name = name;
        entry.isNamed = true;
        auto extras = std::make_shared<plan::Extras>();
        extras->folder = folder;
        entry.extras = extras;
        m_controller->edit(entry);
    }

    /// Of the first row.
    void setLink(const char *path)
    {
        plan::Entry entry = *m_controller->entry(1);
        entry.url = m_raw->url(path);
        m_controller->edit(entry);
    }

    /// Of the first row.
    void setLogin()
    {
        plan::Entry entry = *m_controller->entry(1);
        entry.userInfo = QStringLiteral("me:secret");
        m_controller->edit(entry);
    }

    void stopInTheMiddle(const QString &folder = {})
    {
        add({"/large.bin"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).bytes, largeSize / 2, longestWait);
        m_controller->stop();
        untilIdle();
        QVERIFY(!parts(folder).isEmpty());
    }

    /// Leaves less room than the large files here need.
    static bool putBallast(const test::SmallDisk &disk)
    {
        QFile ballast(disk.folder() + QStringLiteral("/ballast"));
        return ballast.open(QIODevice::WriteOnly) && ballast.write(test::filler(2'000'000)) > 0
            && ballast.flush();
    }

    QStringList parts(const QString &folder = {}) const
    {
        return QDir(folder.isEmpty() ? m_folder->path() : folder)
            .entryList({QStringLiteral("*.part*")}, QDir::Files);
    }
};

LAPWING_TEST(DownloadControllerListTest)
#include "tst_downloadcontrollerlist.moc"
