// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "ui/controllertest.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace lapwing;
using record::TaskState;
using ui::DownloadController;
using ui::TaskAction;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// What becomes of files that the list has finished: looked at again, moved to the trash, and back.
class DownloadControllerFilesTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // With a trash of its own, on the same file system.
        m_home = std::make_unique<QTemporaryDir>();
        QStandardPaths::setTestModeEnabled(false);
        m_homeBefore = qgetenv("HOME");
        qputenv("HOME", QFile::encodeName(m_home->path()));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->path()));
        makeServerAndFolder(m_home->path());
        m_raw->route("/*", test::ok("whole"));
        makeController();
    }

    void cleanup()
    {
        takeDown();
        m_home.reset();
        qunsetenv("XDG_DATA_HOME");
        qputenv("HOME", m_homeBefore);
        QStandardPaths::setTestModeEnabled(true);
    }

    void whatIsAsItWasIsSaidToBe()
    {
        download({"/a", "/b"});
        QCOMPARE(check({1}), u"a is there, and was not changed since it was downloaded.");
        QCOMPARE(check({1, 2}), u"Files checked: 2 as downloaded.");
        QCOMPARE(task(1).state, TaskState::Done);
        QVERIFY(m_controller->canMeasure());
    }

    void aChecksumIsComparedAgain()
    {
        add({"/a"});
        m_controller->setChecksum(
            1,
            *plan::checksumFrom(
                QStringLiteral("sha-256=%1")
                    .arg(QString::fromLatin1(
                        QCryptographicHash::hash("whole", QCryptographicHash::Sha256).toHex()))));
        runToTheEnd();
        QCOMPARE(check({1}), u"a was checked: its checksum is right.");
        write(file("a"), "wrong"); // of the same size
        QVERIFY(check({1}).contains(u"no longer the file"));
        QCOMPARE(task(1).failure->code, u"file-changed");
        QVERIFY2(task(1).failure->detail.startsWith(u"sha-256 is"),
                 qPrintable(task(1).failure->detail));
    }

    /// And what is downloaded again does not touch the file that somebody changed.
    void whatIsGoneOrAnotherFailsAndIsFetchedByRetry()
    {
        download({"/a", "/b", "/c"});
        QVERIFY(QFile::remove(file("a")));
        write(file("b"), "another file");
        QCOMPARE(check({1, 2, 3}),
                 u"Files checked: 1 as downloaded, 1 changed, 1 no longer there. Press “Retry "
                 u"failed” to download those again.");
        QCOMPARE(task(1).state, TaskState::Failed);
        QCOMPARE(task(1).failure->code, u"file-missing");
        QCOMPARE(task(2).state, TaskState::Failed);
        QCOMPARE(task(2).failure->code, u"file-changed");
        QCOMPARE(task(3).state, TaskState::Done);
        m_controller->perform(TaskAction::Retry, m_controller->failedIds());
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Running, longestWait);
        untilIdle();
        QCOMPARE(contents("a"), "whole");
        QCOMPARE(contents("b"), "another file");
        QCOMPARE(contents("b (1)"), "whole");
        QCOMPARE(m_controller->failedIds(), std::vector<int>());
    }

    void whatIsFoundWhileARunGoesOnIsShownAtItsEnd()
    {
        m_controller->setAtOnce(2);
        add({"/a", "/held"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Done, longestWait);
        QVERIFY(QFile::remove(file("a")));
        QVERIFY(check({1}).startsWith(u"a is no longer there."));
        QCOMPARE(task(1).state, TaskState::Done); // the engine's, as yet
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(task(1).state, TaskState::Failed);
        QCOMPARE(task(2).state, TaskState::Done);
        QCOMPARE(m_controller->document().runs.front().tasks.front()->state, TaskState::Done);
    }

    void filesGoToTheTrashWithTheirRowsAndComeBack()
    {
        download({"/a", "/b", "/c"});
        const QSignalSpy offered(m_controller.get(), &DownloadController::undoOffered);
        m_controller->moveToTrash({1, 3});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->count(), 1, longestWait);
        QCOMPARE(offered.at(0).at(0).toString(), u"2 files moved to the trash.");
        QVERIFY(!QFile::exists(file("a")));
        QVERIFY(QFile::exists(file("b")));
        QCOMPARE(trashed().size(), 2);
        m_controller->undo();
        QCOMPARE(m_controller->count(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("a")) && QFile::exists(file("c")), longestWait);
        QCOMPARE(contents("c"), "whole");
        QTRY_VERIFY(trashed().isEmpty());
        QVERIFY(!m_controller->canRedo()); // nothing goes to the trash but when it is asked for
        QCOMPARE(task(1).state, TaskState::Done);
    }

    void aFileWhoseRowGoesFirstComesBackWithItsRow()
    {
        download({"/a", "/b"});
        m_controller->moveToTrash({1});
        m_controller->remove({1}); // its file is still on the way
        m_controller->moveToTrash({2});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->count(), 0, longestWait);
        QCOMPARE(trashed().size(), 2);
        m_controller->undo();
        m_controller->undo();
        QCOMPARE(m_controller->count(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("a")) && QFile::exists(file("b")), longestWait);
        QTRY_VERIFY(trashed().isEmpty());
        QCOMPARE(task(1).state, TaskState::Done);
    }

    void whatHasNoFileStays()
    {
        m_raw->route("/missing", test::status(404));
        download({"/a", "/missing"});
        m_controller->moveToTrash({1, 2});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->count(), 1, longestWait);
        QCOMPARE(m_controller->ids(), std::vector{2});
    }

    /// A file that has the name of a download is not what was downloaded.
    void whatIsNotOursStays()
    {
        ui::Settings settings;
        settings.conflict = plan::Conflict::Skip;
        m_controller->setSettings(settings);
        write(file("a"), "somebody's");
        download({"/a"});
        QVERIFY(task(1).nameTaken);
        m_controller->moveToTrash({1});
        QCOMPARE(check({1}), u"a is there, but there is nothing to compare it with.");
        QCOMPARE(m_controller->count(), 1);
        QCOMPARE(contents("a"), "somebody's");
    }

    /// Nothing is written over, and the row says that its file is not there.
    void aFileWhosePlaceIsTakenStaysInTheTrash()
    {
        download({"/a", "/b"});
        m_controller->moveToTrash({1});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->count(), 1, longestWait);
        QVERIFY(QDir().mkpath(file("a")));
        m_controller->undo();
        QTRY_COMPARE_WITH_TIMEOUT(task(1).state, TaskState::Failed, longestWait);
        QCOMPARE(task(1).failure->code, u"file-missing");
        QCOMPARE(trashed().size(), 1);
    }

private:
    void download(std::initializer_list<const char *> paths)
    {
        add(paths);
        runToTheEnd();
    }

    /// What is said when it has been looked at.
    QString check(const std::vector<int> &ids)
    {
        const QSignalSpy messages(m_controller.get(), &DownloadController::messageRaised);
        m_controller->check(ids);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(messages.size(), 2, longestWait); }();
        return messages.size() == 2 ? messages.at(1).at(0).toString() : QString();
    }

    [[nodiscard]] QStringList trashed() const
    {
        const QString trash = m_home->filePath(QStringLiteral("Trash"));
        const QStringList infos =
            QDir(trash + QStringLiteral("/info")).entryList(QDir::Files | QDir::NoDotAndDotDot);
        const QStringList files =
            QDir(trash + QStringLiteral("/files")).entryList(QDir::Files | QDir::NoDotAndDotDot);
        return files.size() == infos.size() ? files : files + infos;
    }

    QByteArray m_homeBefore;
    std::unique_ptr<QTemporaryDir> m_home;
};

LAPWING_TEST(DownloadControllerFilesTest)
#include "tst_downloadcontrollerfiles.moc"
