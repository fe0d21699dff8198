// SPDX-License-Identifier: MIT
#include "engine/disk/source.h"
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "support/versioned.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <sys/xattr.h>

using namespace lapwing;
using namespace lapwing::test;
using record::TaskState;

/// What an earlier run left, of a server that gives nothing to ask with, or says that it has another file.
class FetchedAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameBytesStayWhereTheyAre_data();
    void theSameBytesStayWhereTheyAre();
    void otherBytesGoBesideThem();
    void anotherValidatorOfTheSameBytesIsTakenOver_data();
    void anotherValidatorOfTheSameBytesIsTakenOver();
    void aBodyThatNothingProvesGivesNoneToTakeOver();
    void anotherDownloadDoesNotReplaceThem_data();
    void anotherDownloadDoesNotReplaceThem();
    void whatWentMeanwhileComesAgain_data();
    void whatWentMeanwhileComesAgain();

private:
    void serve(const Versioned &resource);
    /// Of files that the server calls f.zip, each with other bytes.
    void serveSameName();
    [[nodiscard]] record::Run run(const QList<QByteArray> &targets, plan::Conflict conflict) const;

    [[nodiscard]] record::TaskRecord runNow() const
    {
        return runPlan(planFor({m_server->url("/file.bin")}, m_home->path())).tasks.front();
    }
    /// By the file that is there, where it came from.
    [[nodiscard]] bool isRemembered() const
    {
        const QByteArray path = QFile::encodeName(m_home->filePath(QStringLiteral("file.bin")));
        return ::getxattr(path.constData(), engine::Provenance::attribute, nullptr, 0) > 0;
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
    // Both are asked for with a condition, which the server does not mind.
    QTest::newRow("small, under a validator")
        << chunked("soup").header("ETag", "\"1\"") << TaskState::Unverified;
    QTest::newRow("large, under a validator")
        << chunked(filler(3'000'000)).header("ETag", "\"1\"") << TaskState::Unverified;
}

void FetchedAgain::theSameBytesStayWhereTheyAre()
{
    QFETCH(Script, script);
    QFETCH(TaskState, state);
    m_server = std::make_unique<RawServer>();
    m_home = std::make_unique<QTemporaryDir>();
    m_server->route("/file.bin", script);
    QCOMPARE(runNow().state, state);
    if (!isRemembered())
        QSKIP("this file system keeps no extended attributes");
    const record::TaskRecord task = runNow();
    QVERIFY(task.alreadyThere);
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

void FetchedAgain::serve(const Versioned &resource)
{
    m_server->route("/file.bin", RawServer::Handler([resource](const Request &request) {
                        return answerFor(resource, request);
                    }));
}

void FetchedAgain::anotherValidatorOfTheSameBytesIsTakenOver_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("small") << qint64(3000);
    QTest::newRow("large") << qint64(3'000'000);
}

/// Of a server with many nodes, each with a validator of its own.
void FetchedAgain::anotherValidatorOfTheSameBytesIsTakenOver()
{
    QFETCH(qint64, size);
    m_server = std::make_unique<RawServer>();
    m_home = std::make_unique<QTemporaryDir>();
    Versioned resource;
    resource.content = filler(size);
    serve(resource);
    QCOMPARE(runNow().state, TaskState::Done);
    if (!isRemembered())
        QSKIP("this file system keeps no extended attributes");
    resource.etag = "\"2\"";
    serve(resource);
    const record::TaskRecord again = runNow();
    QVERIFY(again.alreadyThere);
    QCOMPARE(again.state, TaskState::Done);
    QCOMPARE(again.bytes, size); // it came, and was compared
    const record::TaskRecord told = runNow();
    QVERIFY(told.alreadyThere);
    QCOMPARE(told.bytes, qint64(0));
    QCOMPARE(m_server->log().back().header("If-None-Match"), resource.etag);
    QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    resource.content.back() ^= 1;
    resource.etag = "\"3\"";
    serve(resource);
    QCOMPARE(runNow().path, m_home->filePath(QStringLiteral("file (1).bin")));
}

void FetchedAgain::aBodyThatNothingProvesGivesNoneToTakeOver()
{
    m_server = std::make_unique<RawServer>();
    m_home = std::make_unique<QTemporaryDir>();
    m_server->route("/file.bin",
                    {ok("soup").header("ETag", "\"1\""),
                     chunked("soup").header("ETag", "\"2\"")}); // perhaps of "soups", cut
    QCOMPARE(runNow().state, TaskState::Done);
    if (!isRemembered())
        QSKIP("this file system keeps no extended attributes");
    QVERIFY(runNow().alreadyThere);
    QVERIFY(runNow().alreadyThere);
    QCOMPARE(m_server->log().back().header("If-None-Match"), QByteArray("\"1\""));
    QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
}

void FetchedAgain::serveSameName()
{
    m_server = std::make_unique<RawServer>();
    m_home = std::make_unique<QTemporaryDir>();
    m_server->route("/get/*", RawServer::Handler([](const Request &request) {
                        Versioned resource;
                        resource.content = request.target + filler(3000);
                        return answerFor(resource, request)
                            .header("Content-Disposition", "attachment; filename=f.zip");
                    }));
}

record::Run FetchedAgain::run(const QList<QByteArray> &targets, plan::Conflict conflict) const
{
    QList<QUrl> urls;
    for (const QByteArray &target : targets)
        urls << m_server->url(target);
    plan::Plan plan = planFor(urls, m_home->path());
    plan.atOnce = 1;
    plan.destination.conflict = conflict;
    return runPlan(plan);
}

void FetchedAgain::anotherDownloadDoesNotReplaceThem_data()
{
    QTest::addColumn<QList<QByteArray>>("targets");
    QTest::newRow("before") << QList<QByteArray>{"/get/a", "/get/b"};
    QTest::newRow("after") << QList<QByteArray>{"/get/b", "/get/a"};
}

void FetchedAgain::anotherDownloadDoesNotReplaceThem()
{
    QFETCH(QList<QByteArray>, targets);
    serveSameName();
    QCOMPARE(run({"/get/a"}, plan::Conflict::Replace).tasks.front()->state, TaskState::Done);
    const record::Run both = run(targets, plan::Conflict::Replace);
    QSet<QString> paths;
    for (const record::TaskRecord &task : both.tasks) {
        QCOMPARE(task.state, TaskState::Done);
        QFile file(task.path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(task.path));
        QCOMPARE(file.readAll(), task.url.path().toUtf8() + filler(3000));
        paths << task.path;
    }
    QCOMPARE(paths.size(), 2);
}

void FetchedAgain::whatWentMeanwhileComesAgain_data()
{
    QTest::addColumn<plan::Conflict>("conflict");
    QTest::newRow("number") << plan::Conflict::Number;
    QTest::newRow("skip") << plan::Conflict::Skip;
}

void FetchedAgain::whatWentMeanwhileComesAgain()
{
    QFETCH(plan::Conflict, conflict);
    serveSameName();
    m_server->route("/f.zip", ok("another"));
    const QString path = m_home->filePath(QStringLiteral("f.zip"));
    const QByteArray target = conflict == plan::Conflict::Skip ? "/f.zip" : "/get/a";
    QCOMPARE(run({"/get/a"}, conflict).tasks.front()->path, path);
    m_server->route("/first", RawServer::Handler([path](const Request &) {
                        QFile::remove(path); // the run has looked at the folder before
                        return ok("first");
                    }));
    const record::TaskRecord task = run({"/first", target}, conflict).tasks.back();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(!task.alreadyThere);
    QVERIFY(QFile::exists(path));
}

LAPWING_TEST(FetchedAgain)
#include "tst_fetchedagain.moc"
