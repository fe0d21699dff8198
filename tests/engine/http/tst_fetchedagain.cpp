// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using record::TaskState;

Q_DECLARE_METATYPE(lapwing::test::Script)

/// What an earlier run left, of a server that gives nothing to ask with.
class FetchedAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameBytesStayWhereTheyAre_data();
    void theSameBytesStayWhereTheyAre();
    void otherBytesGoBesideThem();

private:
    [[nodiscard]] record::TaskRecord runNow() const
    {
        return runPlan(planFor({m_server->url("/file.bin")}, m_home->path())).tasks.front();
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_home->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<QTemporaryDir> m_home;
};

void FetchedAgain::theSameBytesStayWhereTheyAre_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<TaskState>("state");
    QTest::newRow("small, unverified") << chunked("soup") << TaskState::Unverified;
    QTest::newRow("large, unverified") << chunked(filler(3'000'000)) << TaskState::Unverified;
    QTest::newRow("small, proven") << ok("soup") << TaskState::Done;
    QTest::newRow("large, proven") << okFilled(3'000'000) << TaskState::Done;
}

void FetchedAgain::theSameBytesStayWhereTheyAre()
{
    QFETCH(Script, script);
    QFETCH(TaskState, state);
    m_server = std::make_unique<RawServer>();
    m_home = std::make_unique<QTemporaryDir>();
    m_server->route("/file.bin", script);
    QCOMPARE(runNow().state, state);
    const record::TaskRecord task = runNow();
    if (!task.alreadyThere)
        QSKIP("this file system keeps no extended attributes");
    QCOMPARE(task.state, state);
    QCOMPARE(m_server->requests(), 2); // it was asked for all the same
    QVERIFY(task.bytes > 0);
    QVERIFY(!task.nameTaken);
    QCOMPARE(task.size, std::optional<qint64>(task.bytes));
    QCOMPARE(task.path, m_home->filePath(QStringLiteral("file.bin")));
    QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
}

void FetchedAgain::otherBytesGoBesideThem()
{
    m_server = std::make_unique<RawServer>();
    m_home = std::make_unique<QTemporaryDir>();
    m_server->route("/file.bin", {chunked("soup"), chunked("soap")});
    QCOMPARE(runNow().state, TaskState::Unverified);
    const record::TaskRecord task = runNow();
    QVERIFY(!task.alreadyThere);
    QCOMPARE(task.path, m_home->filePath(QStringLiteral("file (1).bin")));
    QCOMPARE(names().size(), 2);
}

LAPWING_TEST(FetchedAgain)
#include "tst_fetchedagain.moc"
