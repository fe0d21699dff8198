// SPDX-License-Identifier: MIT
#include "process.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lapwing::test;

namespace {

QString name(const char *text)
{
    return QString::fromUtf8(text);
}

/// Where each of `words` stands; they have to come in this order.
bool inOrder(const QByteArray &text, const QList<QByteArray> &words)
{
    qsizetype at = 0;
    for (const QByteArray &word : words) {
        at = text.indexOf(word, at);
        if (at < 0)
            return false;
    }
    return true;
}

} // namespace

/// demo and serve: the server inside the program, and what it takes to run at all.
class LoopbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void demoOneAtATime();
    void demoGathered();
    void demoAll();
    void demoExports();
    void demoDocumentOnStandardOutput();
    void serveAnswers();
    void portIsTaken();
    void noWindowLibraries();
};

void LoopbackTest::demoOneAtATime()
{
    const Ran ran = CliProcess().run(
        {name("demo"), name("--scale"), name("0.05"), name("--mode"), name("one-at-a-time")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY2(inOrder(ran.out,
                     {"A orders", "A is eating", "A's bowl", "B orders", "B is eating", "B's bowl",
                      "C orders", "C is eating", "C's bowl", "C, who waited longest", "angry",
                      "In all: 0."}),
             ran.out.constData());
    QVERIFY(!ran.out.contains("all measured")); // one mode alone is not compared
}

void LoopbackTest::demoGathered()
{
    const Ran ran = CliProcess().run(
        {name("demo"), name("--scale"), name("0.05"), name("--mode"), name("gather")});
    QCOMPARE(ran.status, 0);
    QVERIFY2(inOrder(ran.out,
                     {"A orders", "B orders", "C orders", "is eating", "B's bowl", "C's bowl",
                      "A's bowl", "Nobody gets angry"}),
             ran.out.constData());
}

void LoopbackTest::demoAll()
{
    const Ran ran = CliProcess().run({name("demo"), name("--scale"), name("0.02")});
    QCOMPARE(ran.status, 0);
    QVERIFY2(inOrder(ran.out,
                     {"One at a time\n", "In all", "As tasks", "In all", "Gathered", "In all",
                      "One at a time took", "× as fast", "a task has been running all along"}),
             ran.out.constData());
}

/// What is written is what was told: the modes in turn, and the one that was gathered against one at a time.
void LoopbackTest::demoExports()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(name("demo.json"));
    const QString pipe = folder.filePath(name("pipe.json"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDWR | O_CLOEXEC);
    const Ran ran = CliProcess().run({name("demo"), name("--scale"), name("0.12"), name("--export"),
                                      path, name("--export"), pipe});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.out.contains("all measured"));
    const QByteArray json = contentsOf(path);
    QByteArray poured(json.size() + 1, '\0');
    poured.resize(::read(reader, poured.data(), static_cast<std::size_t>(poured.size())));
    ::close(reader);
    QVERIFY(poured == json);
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    const QJsonArray runs = document[name("runs")].toArray();
    QCOMPARE(runs.size(), 3);
    QCOMPARE(runs.at(0)[name("mode")].toString(), name("one-at-a-time"));
    QCOMPARE(runs.at(2)[name("mode")].toString(), name("together"));
    for (const QJsonValue run : runs)
        QCOMPARE(run[name("done")].toInt(), 3);
    QVERIFY(runs.at(0)[name("elapsed_s")].toDouble() >= 1.44);
    const double speedup = document[name("speedup")][name("value")].toDouble();
    QVERIFY2(speedup > 1.5 && speedup <= 2.5, qPrintable(QString::number(speedup)));
}

void LoopbackTest::demoDocumentOnStandardOutput()
{
    const Ran ran = CliProcess().run({name("demo"), name("--scale"), name("0.05"), name("--mode"),
                                      name("blocking"), name("--json")});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.err.contains("In all"));
    const QJsonObject document = QJsonDocument::fromJson(ran.out).object();
    QCOMPARE(document[name("runs")].toArray().size(), 2);
    // the meals count, as on the screen: the task ends with them
    QVERIFY(document[name("runs")][0][name("elapsed_s")].toDouble() >= 0.6);
}

void LoopbackTest::serveAnswers()
{
    CliProcess serve;
    serve.start({name("serve")});
    QTRY_VERIFY_WITH_TIMEOUT(serve.outSoFar().endsWith('\n'), 20'000);
    const QString address = QString::fromLatin1(serve.outSoFar()).trimmed();
    QVERIFY2(QUrl(address).isValid() && address.startsWith(u"http://127.0.0.1:"),
             qUtf8Printable(address));
    QVERIFY(serve.errSoFar().contains("/wait-500/meal-5000/size-1048576/A.bin"));

    QTemporaryDir folder;
    const Ran ran = CliProcess().run(
        {name("get"), name("-d"), folder.path(), address + name("/size-5000/x.bin")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(contentsOf(folder.filePath(name("x.bin"))).size(), 5000);
}

void LoopbackTest::portIsTaken()
{
    CliProcess first;
    first.start({name("serve")});
    QTRY_VERIFY_WITH_TIMEOUT(first.outSoFar().endsWith('\n'), 20'000);
    const int port = QUrl(QString::fromLatin1(first.outSoFar()).trimmed()).port();
    const Ran second = CliProcess().run({name("serve"), name("--port"), QString::number(port)});
    QCOMPARE(second.status, 3);
    QCOMPARE(second.out, QByteArray());
    QVERIFY(second.err.startsWith("lapwing-cli: "));
}

void LoopbackTest::noWindowLibraries()
{
    QProcess ldd;
    ldd.start(name("ldd"), {qEnvironmentVariable("LAPWING_CLI")});
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    QVERIFY(!libraries.contains("libQt6Gui") && !libraries.contains("libQt6Widgets"));
}

LAPWING_TEST(LoopbackTest)
#include "tst_loopback.moc"
