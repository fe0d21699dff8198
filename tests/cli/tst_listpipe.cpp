// SPDX-License-Identifier: MIT
#include "cli/input/listpipe.h"
#include "process.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

using namespace lapwing;
using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray line(const RawServer &server, const char *path)
{
    return server.url(path).toEncoded() + '\n';
}

QJsonObject documentIn(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.out).object();
}

} // namespace

/// `get -i -` with a pipe that goes on.
class ListPipeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStartsWhenItComes();
    void theRunEndsWithThePipe();
    void whatComesLaterCountsFromThen();
    void theBaselineHasAllOfThem();
    void refusedAndTwice();
    void aLateChecksumIsSaid();
    void optionsComeWithTheirLink();
    void aListThatNeedsTheWholeWaitsForIt();
    void whatIsTypedIsNotAwaited();
    void theSecondAddressSettlesIt();
    void nothingToDownload();
    void aStopEndsIt_data();
    void aStopEndsIt();
    void aFolderThatCannotBeWrittenEndsIt();
};

void ListPipeTest::eachStartsWhenItComes()
{
    RawServer server;
    server.route("/*", ok("x"));
    const QTemporaryDir folder;
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"-d"_s, folder.path()});
    get.write("# links follow\n" + line(server, "/one"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(namesIn(folder.path()).contains(u"one"_s), 20'000);
    QVERIFY(!get.hasEnded());
    get.write(line(server, "/two"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 2, 20'000);
    QVERIFY(!get.hasEnded());
    get.write(line(server, "/three").chopped(1)); // no line feed ends it
    get.closeInput();
    const Ran ran = get.wait();
    QCOMPARE(ran.status, 0);
    QCOMPARE(namesIn(folder.path()), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
    QVERIFY(ran.out.contains("Links: 3"));
}

void ListPipeTest::theRunEndsWithThePipe()
{
    RawServer server;
    server.route("/one", ok("x").afterRelease("one"));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s});
    get.write(line(server, "/one"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 20'000);
    get.closeInput(); // what is under way is not cut off
    server.release("one");
    QCOMPARE(get.wait().status, 0);
}

void ListPipeTest::whatComesLaterCountsFromThen()
{
    RawServer server;
    server.route("/*", ok("x"));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s, u"--json"_s});
    get.write(line(server, "/one"));
    QTRY_VERIFY_WITH_TIMEOUT(get.errSoFar().contains("1/1"), 20'000);
    QTest::qWait(700); // the time that must not count
    get.write(line(server, "/two"));
    get.closeInput();
    const Ran ran = get.wait();
    const QJsonObject run = documentIn(ran)["runs"_L1].toArray().first().toObject();
    const QJsonArray tasks = run["tasks"_L1].toArray();
    QCOMPARE(tasks.size(), 2);
    const double joined = tasks[1].toObject()["joined_s"_L1].toDouble();
    QVERIFY(joined >= 0.7);
    QVERIFY(tasks[0].toObject()["joined_s"_L1].isNull());
    QVERIFY(run["elapsed_s"_L1].toDouble() < joined);
}

void ListPipeTest::theBaselineHasAllOfThem()
{
    RawServer server;
    server.route("/*", withLength(1000, filler(1000)));
    const QTemporaryDir folder;
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"-d"_s, folder.path(), u"--json"_s, u"--baseline"_s,
                   u"measure"_s});
    get.write(line(server, "/one"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 20'000);
    get.write(line(server, "/two"));
    get.closeInput();
    const QJsonArray runs = documentIn(get.wait())["runs"_L1].toArray();
    QCOMPARE(runs.size(), 2);
    for (const QJsonValue run : runs)
        QCOMPARE(run.toObject()["tasks"_L1].toArray().size(), 2);
    QCOMPARE(namesIn(folder.path()), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(server.requests(), 4);
}

void ListPipeTest::refusedAndTwice()
{
    RawServer server;
    server.route("/*", ok("x"));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s});
    get.write(line(server, "/one"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 20'000);
    get.write("no link\n" + line(server, "/one") + line(server, "/two"));
    QTRY_VERIFY_WITH_TIMEOUT(get.errSoFar().contains("standard input, line 2: no link: "), 20'000);
    get.closeInput();
    const Ran ran = get.wait();
    QCOMPARE(ran.status, 1);
    QVERIFY(ran.err.contains("downloaded only once: 1"));
    QCOMPARE(server.requests(), 2);
}

/// Never taken for checked.
void ListPipeTest::aLateChecksumIsSaid()
{
    RawServer server;
    server.route("/*", ok("x"));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s});
    get.write(line(server, "/one"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 20'000);
    get.write(line(server, "/one") + "  checksum=md5=" + QByteArray(32, '0') + '\n');
    get.closeInput();
    const Ran ran = get.wait();
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.err.contains("1 checksum came after its link and was not checked"),
             ran.err.constData());
}

void ListPipeTest::optionsComeWithTheirLink()
{
    RawServer server;
    server.route("/*", ok("x"));
    const QTemporaryDir folder;
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"-d"_s, folder.path()});
    get.write(line(server, "/one"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 20'000);
    get.write(line(server, "/two") + " out=second\n header=X-Mine: yes\n");
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 2, 20'000);
    QCOMPARE(server.log().back().header("X-Mine"), QByteArray("yes"));
    get.closeInput();
    QCOMPARE(get.wait().status, 0);
    QCOMPARE(namesIn(folder.path()), (QStringList{u"one"_s, u"second"_s}));
}

void ListPipeTest::aListThatNeedsTheWholeWaitsForIt()
{
    RawServer server;
    server.route("/*", ok("x"));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s});
    get.write("[\"" + server.url("/one").toEncoded() + "\",\n");
    QTest::qWait(300); // longer than a pause of a list that is read by line
    QCOMPARE(server.connections(), 0);
    get.write("\"" + server.url("/two").toEncoded() + "\"]\n");
    get.closeInput();
    QCOMPARE(get.wait().status, 0);
    QCOMPARE(server.requests(), 2);
}

/// On a terminal nothing may follow for long.
void ListPipeTest::whatIsTypedIsNotAwaited()
{
    const int keys = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(keys >= 0 && ::grantpt(keys) == 0 && ::unlockpt(keys) == 0);
    const auto close = qScopeGuard([keys] { ::close(keys); });
    QFile terminal;
    const int screen = ::open(::ptsname(keys), O_RDWR | O_NOCTTY);
    QVERIFY(terminal.open(screen, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const QByteArray typed("http://a.example/files/\n");
    QCOMPARE(::write(keys, typed.data(), static_cast<std::size_t>(typed.size())), typed.size());
    const cli::Beginning beginning = cli::beginningOf(terminal);
    QCOMPARE(beginning.bytes, typed);
    QCOMPARE(beginning.pipe, terminal.handle());
}

/// Below the address that stands alone checksums may come.
void ListPipeTest::theSecondAddressSettlesIt()
{
    RawServer server;
    server.route("/*", ok("x"));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s});
    get.write(line(server, "/one/") + line(server, "/two/"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 2, 20'000);
    get.closeInput();
    QCOMPARE(get.wait().status, 0);
}

void ListPipeTest::nothingToDownload()
{
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"--null"_s});
    get.write("# no link\nnone\n");
    get.closeInput();
    const Ran ran = get.wait();
    QCOMPARE(ran.status, 2);
    QVERIFY(ran.err.contains("There is nothing to download."));
}

void ListPipeTest::aStopEndsIt_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("status");
    QTest::newRow("SIGINT") << SIGINT << 130;
    QTest::newRow("SIGTERM") << SIGTERM << 143;
}

void ListPipeTest::aStopEndsIt()
{
    QFETCH(int, number);
    RawServer server;
    server.route("/*", ok("x"));
    const QTemporaryDir folder;
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"-d"_s, folder.path()});
    get.write(line(server, "/one"));
    QTRY_VERIFY_WITH_TIMEOUT(get.errSoFar().contains("1/1"), 20'000);
    get.signal(number); // the pipe is still open, and nothing is under way
    const Ran ran = get.wait();
    QTEST(ran.status, "status");
    QVERIFY(ran.out.contains("1 done") || ran.out.contains("1 unverified"));
    QCOMPARE(namesIn(folder.path()), QStringList{u"one"_s});
}

void ListPipeTest::aFolderThatCannotBeWrittenEndsIt()
{
    RawServer server;
    server.route("/*", ok("x"));
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    CliProcess get;
    get.startOpen({u"get"_s, u"-i"_s, u"-"_s, u"-d"_s, file.fileName()});
    get.write(line(server, "/one"));
    QCOMPARE(get.wait().status, 4); // the pipe is still open
}

LAPWING_TEST(ListPipeTest)
#include "tst_listpipe.moc"
