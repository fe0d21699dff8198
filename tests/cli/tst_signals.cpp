// SPDX-License-Identifier: MIT
#include "process.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lapwing::test;

namespace {

QString name(const char *text)
{
    return QString::fromUtf8(text);
}

QString link(const RawServer &server, const char *path)
{
    return QString::fromLatin1(server.url(path).toEncoded());
}

/// One file that comes at once, and one that stops in the middle of its body.
void serveOneAndAHalf(RawServer &server)
{
    server.route("/whole", ok("whole"));
    server.route("/half", withLength(100'000, filler(50'000)).hold());
}

} // namespace

class SignalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsAndTells_data();
    void stopsAndTells();
    void secondOneEndsAtOnce();
    void nohup();
    void stopsTheBaseline();
    void stopsTheDemo();
    void stopsTheServer_data();
    void stopsTheServer();
};

void SignalsTest::stopsAndTells_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("status");
    QTest::newRow("SIGINT") << SIGINT << 130;
    QTest::newRow("SIGTERM") << SIGTERM << 143;
    QTest::newRow("SIGHUP") << SIGHUP << 143;
}

void SignalsTest::stopsAndTells()
{
    QFETCH(int, number);
    RawServer server;
    serveOneAndAHalf(server);
    QTemporaryDir folder;
    CliProcess get;
    get.start({name("get"), name("-d"), folder.filePath(name("files")), name("--export"),
               folder.filePath(name("run.json")), link(server, "/half"), link(server, "/whole")});
    QTRY_VERIFY_WITH_TIMEOUT(get.errSoFar().contains("done 1/2"), 20'000);

    QElapsedTimer clock;
    clock.start();
    get.signal(number);
    const Ran ran = get.wait();
    QTEST(ran.status, "status");
    QVERIFY(clock.elapsed() < 3000);
    QCOMPARE(namesIn(folder.filePath(name("files"))),
             QStringList{name("whole")}); // no wrong file, no part
    QVERIFY(ran.out.contains("files/whole\n"));
    QVERIFY(ran.out.contains("1 done, 0 unverified, 0 failed, 1 cancelled"));
    QVERIFY(ran.err.contains("Stopping."));
    const QJsonValue json =
        QJsonDocument::fromJson(contentsOf(folder.filePath(name("run.json")))).object();
    QCOMPARE(json[name("runs")][0][name("cancelled")].toInt(), 1);
}

/// The program hangs in a write that nobody reads, as it may on a terminal that was stopped.
void SignalsTest::secondOneEndsAtOnce()
{
    RawServer server;
    server.route("/many/*", ok("abc"));
    QTemporaryDir folder;
    const QString pipe = folder.filePath(name("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDWR | O_CLOEXEC);
    QByteArray links;
    for (int i = 0; i < 1500; ++i)
        links += server.url("/many/" + QByteArray::number(i)).toEncoded() + '\n';
    CliProcess get;
    get.setOutputFile(pipe);
    get.setInput(links);
    get.start({name("get"), name("-i-"), name("--null"), name("--progress"), name("none")});
    const auto waiting = [reader] {
        int count = 0;
        return ::ioctl(reader, FIONREAD, &count) == 0 ? count : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waiting() > 60'000, 60'000); // the pipe is full
    QTRY_VERIFY_WITH_TIMEOUT((get.signal(SIGINT), get.hasEnded()), 20'000);
    QCOMPARE(get.wait().status, 130);
    ::close(reader);
}

void SignalsTest::nohup()
{
    RawServer server;
    server.route("/a", ok("abc").afterRelease("a"));
    QProcess shell;
    shell.start(name("sh"),
                {name("-c"), name("trap '' HUP; exec \"$LAPWING_CLI\" get --null \"$1\""),
                 name("sh"), link(server, "/a")});
    QVERIFY(shell.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(server.inFlight(), 1, 20'000);
    ::kill(static_cast<pid_t>(shell.processId()), SIGHUP);
    server.release("a");
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
}

void SignalsTest::stopsTheBaseline()
{
    RawServer server;
    server.route("/a", {ok("abc"), withLength(100, "ab").hold()});
    QTemporaryDir folder;
    CliProcess get;
    get.start({name("get"), name("-d"), folder.path(), name("--baseline"), name("measure"),
               link(server, "/a")});
    QTRY_VERIFY_WITH_TIMEOUT(server.requests() == 2, 20'000);
    get.signal(SIGINT);
    const Ran ran = get.wait();
    QCOMPARE(ran.status, 130);
    QCOMPARE(namesIn(folder.path()), QStringList{name("a")}); // the hidden folder is gone
    QVERIFY(ran.out.contains("1 done"));
    QVERIFY(ran.out.contains("Together and one at a time are not comparable."));
}

void SignalsTest::stopsTheDemo()
{
    CliProcess demo;
    demo.start({name("demo"), name("--mode"), name("gather"), name("--scale"), name("10")});
    QTRY_VERIFY_WITH_TIMEOUT(demo.outSoFar().contains("A is eating"), 20'000);
    demo.signal(SIGINT);
    const Ran ran = demo.wait();
    QCOMPARE(ran.status, 130);
    QVERIFY(!ran.out.contains("collected"));
}

void SignalsTest::stopsTheServer_data()
{
    stopsAndTells_data();
}

void SignalsTest::stopsTheServer()
{
    QFETCH(int, number);
    CliProcess serve;
    serve.start({name("serve")});
    QTRY_VERIFY_WITH_TIMEOUT(serve.outSoFar().endsWith('\n'), 20'000);
    serve.signal(number);
    QTEST(serve.wait().status, "status");
}

LAPWING_TEST(SignalsTest)
#include "tst_signals.moc"
