// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "plan/checksum.h"
#include "plan/safename.h"
#include "support/content.h"
#include "support/testmain.h"
#include "support/versioned.h"

#include <QDir>
#include <QMutex>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using record::TaskState;

namespace {

constexpr qint64 size = 3'000'000;

/// Two versions that differ everywhere.
QByteArray version(int number)
{
    QByteArray bytes = filler(size);
    for (char &byte : bytes)
        byte = static_cast<char>(byte + number);
    return bytes;
}

/// One resource at /file.bin, which the test changes while the server runs.
class Resource {
public:
    Resource()
    {
        m_now.content = version(0);
        m_server.route("/file.bin", RawServer::Handler([this](const Request &request) {
                           const QMutexLocker lock(&m_mutex);
                           return answerFor(m_now, request);
                       }));
    }
    template<typename Change>
    void change(Change how)
    {
        const QMutexLocker lock(&m_mutex);
        how(m_now);
    }
    /// Another version from now on, uncut.
    void replace()
    {
        change([](Versioned &now) {
            now.content = version(1);
            now.etag = "\"2\"";
            now.cutAfter = -1;
        });
    }
    RawServer m_server;

private:
    QMutex m_mutex;
    Versioned m_now;
};

} // namespace

class TestResume : public QObject {
    Q_OBJECT

    std::unique_ptr<Resource> m_resource;
    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] plan::Plan planNow(int retries) const
    {
        plan::Plan plan = planFor({m_resource->m_server.url("/file.bin")}, m_home->path());
        plan.retries = {retries, 1ms};
        return plan;
    }
    [[nodiscard]] record::TaskRecord runNow(int retries = 0) const
    {
        return runPlan(planNow(retries)).tasks.front();
    }
    /// A run that is cut after `bytes`, and leaves a part.
    void leavePart(qint64 bytes = 2'000'000)
    {
        m_resource->change([bytes](Versioned &now) { now.cutAfter = bytes; });
        QCOMPARE(runNow().state, TaskState::Failed);
        m_resource->change([](Versioned &now) { now.cutAfter = -1; });
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_home->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QByteArray lastField(const QByteArray &name) const
    {
        return m_resource->m_server.log().back().header(name);
    }

private Q_SLOTS:
    void init()
    {
        m_resource = std::make_unique<Resource>();
        m_home = std::make_unique<QTemporaryDir>();
    }

    void aRetryGoesOnWhereItStopped()
    {
        m_resource->change([](Versioned &now) {
            now.cutAfter = 1'000'000;
            now.resets = false;
        });
        const record::TaskRecord task = runNow(4); // three times a million, less the overlaps
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(contentOf(task.path), version(0));
        QVERIFY(task.attempts.size() >= 3);
        QCOMPARE(task.bytes, size); // none counted twice
        QCOMPARE(task.kept, 0);
        for (const record::Attempt &attempt : task.attempts)
            QVERIFY(attempt.from + attempt.bytes <= size);
        QVERIFY(task.attempts.back().from > 0);
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    }

    /// The longest of all: a name without room, a number, ".part", ".lapwing", "~".
    void theLongestNameGoesOnToo()
    {
        plan::Plan plan = planNow(0);
        const QString name = QString(plan::maxNameLength, u'x');
        const QString numbered = plan::numbered(name, 1);
        plan.entries.front().name = name;
        QFile foreign(m_home->filePath(name + QStringLiteral(".part")));
        QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("mine") == 4);
        foreign.close();
        m_resource->change([](Versioned &now) { now.cutAfter = 2'000'000; });
        QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Failed);
        QVERIFY(names().contains(numbered + QStringLiteral(".part.lapwing")));
        m_resource->change([](Versioned &now) { now.cutAfter = -1; });
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QVERIFY(task.kept > 0);
        QCOMPARE(task.path, m_home->filePath(name));
        QCOMPARE(contentOf(task.path), version(0));
        QCOMPARE(contentOf(foreign.fileName()), QByteArray("mine"));
    }

    void theNextRunGoesOnWhereTheLastStopped()
    {
        leavePart();
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("file.bin.part"),
                              QStringLiteral("file.bin.part.lapwing")}));
        const qint64 left = QFileInfo(m_home->filePath(QStringLiteral("file.bin.part"))).size();
        QVERIFY(left > 0 && left <= 2'000'000); // a reset takes with it what was still under way
        const record::TaskRecord task = runNow();
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(contentOf(task.path), version(0));
        QCOMPARE(task.kept, left);
        QCOMPARE(task.bytes + task.kept, size);
        QCOMPARE(lastField("If-Range"), QByteArray("\"1\""));
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    }

    void neverAMixedFile_data()
    {
        QTest::addColumn<int>("kind");
        const char *names[] = {"the resource changed",        "it lies about its version",
                               "it ignores If-Range",         "its range is another one",
                               "it takes no ranges any more", "it is shorter now"};
        for (int kind = 0; kind < 6; ++kind)
            QTest::newRow(names[kind]) << kind;
    }
    void neverAMixedFile()
    {
        QFETCH(int, kind);
        leavePart();
        m_resource->replace();
        m_resource->change([kind](Versioned &now) {
            if (kind == 1)
                now.etag = "\"1\"";
            now.mindsIfRange = kind != 2;
            now.rangeShift = kind == 3 ? 7 : 0;
            now.takesRanges = kind != 4;
            if (kind == 3)
                now.etag = "\"1\"";
            if (kind == 5) {
                now.content.truncate(1'500'000);
                now.mindsIfRange = false;
            }
        });
        const record::TaskRecord task = runNow();
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(contentOf(task.path), kind == 5 ? version(1).first(1'500'000) : version(1));
        QCOMPARE(task.kept, 0);
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
        const std::optional<record::Discarded> &discarded = task.attempts.back().discarded;
        QVERIFY(discarded && discarded->bytes > 0); // it is not thrown away in silence
        QCOMPARE(record::wordFor(discarded->why), QStringLiteral("changed"));
    }

    void aServerThatNoLongerResumesIsNamedAsTheReason()
    {
        leavePart();
        m_resource->change([](Versioned &now) { now.takesRanges = false; });
        const record::TaskRecord task = runNow();
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(record::wordFor(task.attempts.back().discarded->why),
                 QStringLiteral("not-resumed"));
    }

    void whatIsTooSmallToKeepIsSaidOfAFailure()
    {
        m_resource->change([](Versioned &now) {
            now.content.truncate(500'000);
            now.cutAfter = 300'000;
        });
        const record::TaskRecord task = runNow();
        QCOMPARE(task.state, TaskState::Failed);
        QVERIFY(task.startsAgain);
        m_resource->change([](Versioned &now) {
            now.content = version(0);
            now.cutAfter = 2'000'000;
        });
        QVERIFY(!runNow().startsAgain);
    }

    void whatIsKeptStaysSaidWhenItsServerIsNotAskedAnyMore()
    {
        m_resource->change([](Versioned &now) {
            now.cutAfter = 700'000;
            now.resets = false;
        });
        RawServer &server = m_resource->m_server;
        server.route("/b", status(429).header("Retry-After", "7200"));
        plan::Plan plan = planFor({server.url("/file.bin"), server.url("/b")}, m_home->path());
        plan.atOnce = 1;
        plan.retries = {3, 100ms};
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QCOMPARE(task.state, TaskState::Failed);
        QCOMPARE(task.failure->code, QStringLiteral("http-429"));
        QVERIFY(names().contains(QStringLiteral("file.bin.part")));
        QVERIFY(!task.startsAgain);
    }

    void atRandomCutPointsChangedOrNot()
    {
        QRandomGenerator random(4711);
        for (int i = 0; i < 12; ++i) {
            init();
            leavePart(random.bounded(int(size)));
            const bool changes = random.bounded(2) == 1;
            if (changes)
                m_resource->replace();
            const record::TaskRecord task = runNow();
            QCOMPARE(task.state, TaskState::Done);
            QVERIFY(contentOf(task.path) == version(changes ? 1 : 0));
        }
    }

    void aFileThatIsThereIsFoundAndNotFetchedAgain_data()
    {
        QTest::addColumn<bool>("takesConditions");
        QTest::newRow("304") << true;
        QTest::newRow("200 of the same version") << false;
    }
    void aFileThatIsThereIsFoundAndNotFetchedAgain()
    {
        QFETCH(bool, takesConditions);
        QCOMPARE(runNow().state, TaskState::Done);
        m_resource->change([&](Versioned &now) { now.takesConditions = takesConditions; });
        const record::TaskRecord task = runNow();
        if (!task.alreadyThere)
            QSKIP("this file system keeps no extended attributes");
        QCOMPARE(task.state, TaskState::Done);
        QVERIFY(!task.nameTaken);
        QCOMPARE(task.bytes, 0);
        QCOMPARE(task.path, m_home->filePath(QStringLiteral("file.bin")));
        QCOMPARE(lastField("If-None-Match"), QByteArray("\"1\""));
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
        m_resource->replace();
        QCOMPARE(contentOf(runNow().path), version(1)); // beside the old one
        QCOMPARE(contentOf(m_home->filePath(QStringLiteral("file.bin"))), version(0));
    }

    void aFileThatWasTouchedIsNotTakenForOurs()
    {
        QCOMPARE(runNow().state, TaskState::Done);
        QFile file(m_home->filePath(QStringLiteral("file.bin")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("mine") == 4);
        file.close();
        const record::TaskRecord task = runNow();
        QVERIFY(!task.alreadyThere);
        QCOMPARE(task.path, m_home->filePath(QStringLiteral("file (1).bin")));
        QVERIFY(contentOf(file.fileName()).startsWith("mine"));
    }

    void anotherFileInThePlaceOfAPartIsNotTouched_data()
    {
        QTest::addColumn<bool>("withSidecar");
        QTest::newRow("beside our sidecar") << true;
        QTest::newRow("beside garbage") << false;
    }
    void anotherFileInThePlaceOfAPartIsNotTouched()
    {
        QFETCH(bool, withSidecar);
        leavePart();
        const QString path = m_home->filePath(QStringLiteral("file.bin.part"));
        QVERIFY(QFile::rename(path, path + u'x')); // keeps its inode from being given anew
        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.resize(2'500'000));
        mine.close();
        QFile sidecar(path + QStringLiteral(".lapwing"));
        if (!withSidecar)
            QVERIFY(sidecar.open(QIODevice::WriteOnly) && sidecar.write("garbage") == 7);
        sidecar.close();
        const record::TaskRecord task = runNow();
        QCOMPARE(contentOf(task.path), version(0));
        QCOMPARE(task.kept, 0);
        QCOMPARE(contentOf(path), QByteArray(2'500'000, '\0'));
    }

    void aPartThatLostItsSidecarBeginsAnew()
    {
        leavePart();
        QVERIFY(QFile::remove(m_home->filePath(QStringLiteral("file.bin.part.lapwing"))));
        const record::TaskRecord task = runNow();
        QCOMPARE(contentOf(task.path), version(0));
        QCOMPARE(task.kept, 0);
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    }

    void aBrokenSidecarCountsForNothing()
    {
        leavePart();
        QFile sidecar(m_home->filePath(QStringLiteral("file.bin.part.lapwing")));
        QVERIFY(sidecar.open(QIODevice::WriteOnly) && sidecar.write(QByteArray(300, '\0')) == 300);
        sidecar.close();
        const record::TaskRecord task = runNow();
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(task.kept, 0);
        QCOMPARE(contentOf(task.path), version(0));
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    }

    void aChecksumProvesOrRefuses_data()
    {
        QTest::addColumn<bool>("right");
        QTest::addColumn<bool>("resumed");
        QTest::newRow("right") << true << false;
        QTest::newRow("wrong") << false << false;
        QTest::newRow("right, from a part on") << true << true;
        QTest::newRow("wrong, from a part on") << false << true;
    }
    void aChecksumProvesOrRefuses()
    {
        QFETCH(bool, right);
        QFETCH(bool, resumed);
        if (resumed)
            leavePart();
        plan::Plan plan = planNow(0);
        const QByteArray digest =
            QCryptographicHash::hash(version(right ? 0 : 1), QCryptographicHash::Sha256);
        plan.entries.front().checksum = {QCryptographicHash::Sha256, digest};
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QCOMPARE(task.state, right ? TaskState::Done : TaskState::Failed);
        QCOMPARE(names(), right ? QStringList{QStringLiteral("file.bin")} : QStringList());
        if (!right)
            QCOMPARE(task.failure->code, QStringLiteral("checksum-mismatch"));
    }

    void aTakenName_data()
    {
        QTest::addColumn<plan::Conflict>("conflict");
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<int>("files");
        QTest::newRow("number") << plan::Conflict::Number << QByteArray("mine") << 2;
        QTest::newRow("skip") << plan::Conflict::Skip << QByteArray("mine") << 1;
        QTest::newRow("replace") << plan::Conflict::Replace << version(0) << 1;
    }
    void aTakenName()
    {
        QFETCH(plan::Conflict, conflict);
        QFETCH(QByteArray, there);
        QFETCH(int, files);
        QFile mine(m_home->filePath(QStringLiteral("file.bin")));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        plan::Plan plan = planNow(0);
        plan.destination.conflict = conflict;
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QVERIFY(record::hasFile(task.state));
        QCOMPARE(task.alreadyThere, conflict == plan::Conflict::Skip);
        QCOMPARE(task.nameTaken, conflict == plan::Conflict::Skip);
        QCOMPARE(m_resource->m_server.requests(), conflict == plan::Conflict::Skip ? 0 : 1);
        QVERIFY(contentOf(mine.fileName()) == there);
        QCOMPARE(names().size(), files);
    }

    /// Known only when it comes: the name is the server's.
    void aTakenNameThatTheServerGave()
    {
        m_resource->m_server.route(
            "/file.bin",
            ok("theirs").header("Content-Disposition", "attachment; filename=theirs.bin"));
        QFile mine(m_home->filePath(QStringLiteral("theirs.bin")));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        plan::Plan plan = planNow(0);
        plan.destination.conflict = plan::Conflict::Skip;
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QVERIFY(task.nameTaken && task.alreadyThere);
        QCOMPARE(task.state, TaskState::Unverified);
        QCOMPARE(contentOf(mine.fileName()), QByteArray("mine"));
        QCOMPARE(names(), QStringList{QStringLiteral("theirs.bin")});
    }

    void whatNothingProvesFailsWhereProofIsWanted()
    {
        m_resource->m_server.route("/file.bin", chunked("soup"));
        plan::Plan plan = planNow(0);
        QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Unverified);
        plan.requireProof = true;
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QCOMPARE(task.failure->code, QStringLiteral("not-proven"));
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")}); // of the first run
    }

    void overTheAllowedSizeNothingStays()
    {
        plan::Plan plan = planNow(0);
        plan.maxFileSize = size - 1;
        QCOMPARE(runPlan(plan).tasks.front()->failure->code, QStringLiteral("too-large"));
        m_resource->m_server.route("/file.bin", chunked(version(0))); // says nothing beforehand
        QCOMPARE(runPlan(plan).tasks.front()->failure->code, QStringLiteral("too-large"));
        QCOMPARE(names(), QStringList());
    }
};

LAPWING_TEST(TestResume)
#include "tst_resume.moc"
