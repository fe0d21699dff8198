// SPDX-License-Identifier: MIT
#include "process.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

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

QJsonObject document(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// The real program against a scripted server: bytes on the disk, streams and exit status.
class GetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesAreWhole();
    void someFailed();
    void nothingSucceeded();
    void refusedLinesAreSaid();
    void noWordFromQt();
    void unverifiedIsDoneAndSaid();
    void nullMakesNoFiles();
    void onlyTheDocumentOnStandardOutput();
    void documentFitsTheSchema();
    void exportsBoth();
    void exportThatCannotBeWritten();
    void folderThatCannotBeWritten_data();
    void folderThatCannotBeWritten();
    void nameThatIsAFolder();
    void standardOutputThatCannotBeWritten();
    void standardOutputThatWasClosed_data();
    void standardOutputThatWasClosed();
    void standardOutputThatNobodyReads_data();
    void standardOutputThatNobodyReads();
    void measuredBaseline();
    void aMomentIsTooShortToBeCompared();
    void theBaselineIsOfTheFilesThatCame();
    void queryValuesAreHidden();
    void barAndColoursOnATerminal();
    void noColor();
    void closedStandardStreams();
};

void GetTest::filesAreWhole()
{
    RawServer server;
    server.route("/a.bin", okFilled(300'000));
    server.route("/b.bin", ok("small"));
    QTemporaryDir folder;
    CliProcess get;
    get.setInput(link(server, "/a.bin").toUtf8() + '\n');
    const Ran ran = get.run({name("get"), name("-i-"), name("-d"), folder.filePath(name("new")),
                             link(server, "/b.bin")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(namesIn(folder.filePath(name("new"))), (QStringList{name("a.bin"), name("b.bin")}));
    QVERIFY(contentsOf(folder.filePath(name("new/a.bin"))) == filler(300'000));
    QCOMPARE(contentsOf(folder.filePath(name("new/b.bin"))), QByteArray("small"));
    QVERIFY(ran.out.contains(folder.filePath(name("new/a.bin")).toUtf8()));
    QVERIFY(ran.out.contains("Links: 2; 2 done, 0 unverified, 0 failed"));
    QVERIFY(ran.out.contains("estimated"));
    QVERIFY(!ran.out.contains("measured."));
    QVERIFY(!ran.out.contains('\x1b') && !ran.err.contains('\x1b') && !ran.err.contains('\r'));
    QVERIFY(ran.err.contains("1/2") && ran.err.contains("2/2"));
}

void GetTest::someFailed()
{
    RawServer server;
    server.route("/a", ok("a"));
    const Ran ran = CliProcess().run(
        {name("get"), name("--null"), link(server, "/a"), link(server, "/missing")});
    QCOMPARE(ran.status, 1);
    QVERIFY(ran.out.contains("failed"));
    QVERIFY(ran.out.contains("/missing: "));
    QVERIFY(ran.out.contains("1 done, 0 unverified, 1 failed"));
}

void GetTest::nothingSucceeded()
{
    RawServer server;
    const Ran ran = CliProcess().run({name("get"), name("--null"), link(server, "/missing")});
    QCOMPARE(ran.status, 3);
}

void GetTest::refusedLinesAreSaid()
{
    RawServer server;
    server.route("/a", ok("a"));
    CliProcess get;
    get.setInput("nonsense\n" + link(server, "/a").toUtf8());
    const Ran ran = get.run(
        {name("get"), name("-i"), name("-"), name("--null"), name("--progress"), name("none")});
    QCOMPARE(ran.status, 1);
    QVERIFY(ran.err.startsWith("standard input, line 1: "));
    QVERIFY(ran.out.contains("1 done, 0 unverified, 0 failed"));
}

/// Not even where the locale knows no UTF-8: standard error is for what the person has to know.
void GetTest::noWordFromQt()
{
    RawServer server;
    server.route("/a", ok("a"));
    CliProcess get;
    get.setEnvironment(name("LC_ALL"), name("C"));
    const Ran ran = get.run(
        {name("get"), name("--null"), name("--progress"), name("none"), link(server, "/a")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err, QByteArray());
}

void GetTest::unverifiedIsDoneAndSaid()
{
    RawServer server;
    server.route("/a", noLength("until the end"));
    QTemporaryDir folder;
    const Ran ran = CliProcess().run({name("get"), name("-d"), folder.path(), link(server, "/a")});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.out.startsWith("unverified "));
    QVERIFY(ran.out.contains("0 done, 1 unverified"));
    QVERIFY(ran.out.contains("no length or checksum to verify it"));
}

void GetTest::nullMakesNoFiles()
{
    RawServer server;
    server.route("/a.bin", okFilled(100'000));
    QTemporaryDir folder;
    CliProcess get;
    get.setFolder(folder.path());
    const Ran ran = get.run({name("get"), name("--null"), link(server, "/a.bin")});
    QCOMPARE(ran.status, 0);
    QVERIFY(ran.out.contains("100.0 kB"));
    QCOMPARE(namesIn(folder.path()), QStringList());
}

void GetTest::onlyTheDocumentOnStandardOutput()
{
    RawServer server;
    server.route("/a", ok("abc"));
    for (const QStringList &how :
         {QStringList{name("--json")}, QStringList{name("--export"), name("-")}}) {
        const Ran ran =
            CliProcess().run(QStringList{name("get"), name("--null"), link(server, "/a")} + how);
        QCOMPARE(ran.status, 0);
        const QJsonObject run = document(ran.out)[name("runs")][0].toObject();
        QCOMPARE(run[name("done")].toInt(), 1);
        QCOMPARE(run[name("bytes")].toInt(), 3);
        QVERIFY(ran.err.contains("done 1/1"));
    }
}

void GetTest::documentFitsTheSchema()
{
    RawServer server;
    server.route("/a", ok("abc"));
    QTemporaryDir folder;
    const QString file = folder.filePath(name("run.json"));
    const Ran ran =
        CliProcess().run({name("get"), name("--null"), name("--baseline"), name("measure"),
                          name("--export"), file, link(server, "/a"), link(server, "/missing")});
    QCOMPARE(ran.status, 1);
    QProcess python;
    python.start(
        name("python3"),
        {name("-c"),
         name("import json, sys, jsonschema\n"
              "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))"),
         file,
         qEnvironmentVariable("LAPWING_SOURCE_DIR") + name("/resources/run-document.schema.json")});
    QVERIFY(python.waitForFinished());
    const QByteArray complaint = python.readAllStandardError();
    if (complaint.contains("No module named"))
        QSKIP("python3-jsonschema is not installed");
    QVERIFY2(python.exitCode() == 0, complaint.constData());
}

void GetTest::exportsBoth()
{
    RawServer server;
    server.route("/a", ok("abc"));
    QTemporaryDir folder;
    CliProcess get;
    get.setFolder(folder.path());
    const Ran ran = get.run({name("get"), name("--null"), name("--export"), name("run.json"),
                             name("--export"), name("run.csv"), link(server, "/a")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(namesIn(folder.path()), (QStringList{name("run.csv"), name("run.json")}));
    QCOMPARE(document(contentsOf(folder.filePath(name("run.json"))))[name("format")].toString(),
             name("lapwing-run"));
    QVERIFY(contentsOf(folder.filePath(name("run.csv"))).contains("/a"));
    QVERIFY(ran.out.contains("1 done"));
}

void GetTest::exportThatCannotBeWritten()
{
    RawServer server;
    server.route("/a", ok("abc"));
    QTemporaryDir folder;
    const Ran ran = CliProcess().run({name("get"), name("-d"), folder.path(), name("--export"),
                                      name("/no/such/folder/run.json"), link(server, "/a")});
    QCOMPARE(ran.status, 4);
    QVERIFY(ran.err.contains("/no/such/folder/run.json: "));
    QCOMPARE(contentsOf(folder.filePath(name("a"))), QByteArray("abc"));
}

void GetTest::folderThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a file") << name("/dev/null") << QByteArray("is a file");
    // Below a file no folder can be, not even for root.
    QTest::newRow("below a file") << name("/dev/null/a/b") << QByteArray("part of its path");
}

/// Known, and said once, before anybody is asked for anything.
void GetTest::folderThatCannotBeWritten()
{
    QFETCH(QString, folder);
    QFETCH(QByteArray, says);
    for (const char *command : {"get", "compare"}) {
        RawServer server;
        server.route("/a", ok("abc"));
        const Ran ran = CliProcess().run(
            {name(command), name("-d"), folder, link(server, "/a"), link(server, "/b")});
        QCOMPARE(ran.status, 4);
        QCOMPARE(server.requests(), 0);
        QCOMPARE(ran.out, QByteArray());
        QCOMPARE(ran.err.count('\n'), 1);
        QVERIFY2(ran.err.startsWith("lapwing-cli: " + folder.toUtf8() + ": ")
                     && ran.err.contains(says),
                 ran.err.constData());
    }
}

void GetTest::nameThatIsAFolder()
{
    RawServer server;
    server.route("/a", ok("abc"));
    server.route("/b", ok("bcd"));
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(name("a")));
    const Ran ran = CliProcess().run({name("get"), name("-d"), folder.path(), name("--conflict"),
                                      name("replace"), link(server, "/a"), link(server, "/b")});
    QCOMPARE(ran.status, 4);
    QCOMPARE(server.requests(), 1); // of the other
    QVERIFY2(ran.out.contains("A folder with the same name as this file already exists."),
             ran.out.constData());
    QVERIFY(ran.out.contains("1 done, 0 unverified, 1 failed"));
    QCOMPARE(namesIn(folder.path()), (QStringList{name("a"), name("b")}));
    QVERIFY(QFileInfo(folder.filePath(name("a"))).isDir());
}

void GetTest::standardOutputThatCannotBeWritten()
{
    RawServer server;
    server.route("/a", ok("abc"));
    CliProcess get;
    get.setOutputFile(name("/dev/full"));
    const Ran ran = get.run({name("get"), name("--null"), name("--json"), link(server, "/a")});
    QCOMPARE(ran.status, 4);
    QVERIFY(ran.err.contains("standard output"));
}

void GetTest::standardOutputThatWasClosed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("the lines") << name("get --null \"$1\"");
    QTest::newRow("the document") << name("get --null --json \"$1\"");
    QTest::newRow("help") << name("get --help");
    QTest::newRow("version") << name("--version");
    QTest::newRow("an address") << name("serve");
}

void GetTest::standardOutputThatWasClosed()
{
    QFETCH(QString, arguments);
    RawServer server;
    server.route("/a", ok("abc"));
    QProcess shell;
    shell.start(name("sh"),
                {name("-c"), name("\"$LAPWING_CLI\" %1 >&-").arg(arguments), name("sh"),
                 link(server, "/a")});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 4);
    QVERIFY(shell.readAllStandardError().contains("Could not write to standard output."));
}

void GetTest::standardOutputThatNobodyReads_data()
{
    QTest::addColumn<int>("links");
    QTest::addColumn<QString>("reader");
    QTest::newRow("short list, gone before it began") << 1 << name("exec <&-");
    QTest::newRow("short list, one line") << 2 << name("head -1");
    QTest::newRow("more than a pipe holds, one line") << 1500 << name("head -1");
}

/// lapwing-cli get ... | head: no death by SIGPIPE, not a word, and the same status however much there was to say.
void GetTest::standardOutputThatNobodyReads()
{
    QFETCH(int, links);
    QFETCH(QString, reader);
    RawServer server;
    server.route("/many/*", ok("abc"));
    QTemporaryDir folder;
    QByteArray list;
    for (int i = 0; i < links; ++i)
        list += server.url("/many/" + QByteArray::number(i)).toEncoded() + '\n';
    QProcess shell;
    shell.start(name("bash"),
                {name("-c"),
                 name("\"$LAPWING_CLI\" get -i- -d \"$1\" --progress none | %1 >&2; "
                      "exit ${PIPESTATUS[0]}")
                     .arg(reader),
                 name("bash"), folder.path()});
    shell.write(list);
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.exitCode(), 0);
    QVERIFY(shell.readAllStandardError().count('\n') <= 1); // what head passed on
    QCOMPARE(namesIn(folder.path()).size(), links);
}

void GetTest::measuredBaseline()
{
    using namespace std::chrono_literals;
    RawServer server;
    server.route("/a", okFilled(5000).after(600ms));
    server.route("/b", okFilled(6000).after(600ms));
    QTemporaryDir folder;
    const Ran ran =
        CliProcess().run({name("get"), name("-d"), folder.path(), name("--baseline"),
                          name("measure"), name("--export"), folder.filePath(name("run.json")),
                          link(server, "/a"), link(server, "/b")});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.err.contains("Measuring one at a time: downloading 11.0 kB again."),
             ran.err.constData());
    QVERIFY(ran.err.contains(" free."));
    QVERIFY(ran.out.contains("s, measured."));
    QVERIFY(!ran.out.contains("estimated"));
    QCOMPARE(server.requests(), 4);
    QCOMPARE(namesIn(folder.path()),
             (QStringList{name("a"), name("b"), name("run.json")})); // no hidden folder
    const QJsonObject json = document(contentsOf(folder.filePath(name("run.json"))));
    QCOMPARE(json[name("runs")].toArray().size(), 2);
    QCOMPARE(json[name("baseline")][name("kind")].toString(), name("measured"));
    QVERIFY(json[name("baseline")][name("seconds")].toDouble() >= 1.2);
    QVERIFY(json[name("speedup")][name("comparable")].toBool());
}

void GetTest::aMomentIsTooShortToBeCompared()
{
    RawServer server;
    server.route("/*", okFilled(5000));
    const Ran ran = CliProcess().run({name("get"), name("--null"), name("--baseline"),
                                      name("measure"), link(server, "/a"), link(server, "/b")});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains("The files arrived too quickly to compare (in under 0.5 s)."),
             ran.out.constData());
    QVERIFY2(!ran.out.contains("as fast") && !ran.out.contains("10 %"), ran.out.constData());
}

void GetTest::theBaselineIsOfTheFilesThatCame()
{
    RawServer server;
    server.route("/a", ok("abc").after(std::chrono::milliseconds(600)));
    const Ran ran =
        CliProcess().run({name("get"), name("--null"), name("--baseline"), name("measure"),
                          link(server, "/a"), link(server, "/missing")});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains("Left out because they failed: 1."), ran.err);
    QVERIFY2(ran.out.contains("For 1 of 2 files"), ran.out);
    QVERIFY2(ran.out.contains("From a single pair of runs: may be off by about 10 %."), ran.out);
    QCOMPARE(server.requests(), 3);
}

void GetTest::queryValuesAreHidden()
{
    RawServer server;
    const QStringList arguments{
        name("get"), name("--null"),
        link(server, "/missing?token=hush").replace(name("http://"), name("http://me:hush@"))};
    const Ran hidden = CliProcess().run(arguments);
    QVERIFY(hidden.out.contains("token=redacted"));
    QVERIFY(!hidden.out.contains("hush") && !hidden.err.contains("hush"));
    const Ran shown = CliProcess().run(arguments + QStringList{name("--full-urls")});
    QVERIFY(shown.out.contains("token=hush"));
    QVERIFY(!shown.out.contains("me:hush") && !shown.err.contains("me:hush"));
}

void GetTest::barAndColoursOnATerminal()
{
    RawServer server;
    server.route("/a", ok("abc"));
    const QStringList arguments{name("get"), name("--null"), link(server, "/a")};
    CliProcess bar;
    bar.setTerminal();
    const Ran drawn = bar.run(arguments);
    QVERIFY2(drawn.err.contains("\r[=") && drawn.err.contains("] 1 of 1"), drawn.err.constData());
    QVERIFY(!drawn.out.contains('\x1b')); // that one is no terminal

    CliProcess plain;
    plain.setTerminal();
    const Ran coloured = plain.run(arguments + QStringList{name("--progress"), name("plain")});
    QVERIFY2(coloured.err.contains("\x1b[32mdone\x1b[0m"), coloured.err.constData());
}

void GetTest::noColor()
{
    RawServer server;
    server.route("/a", ok("abc"));
    CliProcess get;
    get.setTerminal();
    get.setEnvironment(name("NO_COLOR"), name("1"));
    const Ran ran = get.run(
        {name("get"), name("--null"), name("--progress"), name("plain"), link(server, "/a")});
    QVERIFY(ran.err.contains("done 1/1"));
    QVERIFY(!ran.err.contains('\x1b'));
}

/// No file and no socket may be given the number of a closed stream, and be written to by what is said there.
void GetTest::closedStandardStreams()
{
    RawServer server;
    server.route("/a", ok("abc").afterRelease("a"));
    QTemporaryDir folder;
    QProcess shell;
    shell.start(name("sh"),
                {name("-c"), name("exec \"$LAPWING_CLI\" get -d \"$1\" \"$2\" <&- >&- 2>&-"),
                 name("sh"), folder.path(), link(server, "/a")});
    QVERIFY(shell.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(server.inFlight(), 1, 20'000);
    for (const int number : {0, 1, 2})
        QCOMPARE(QFile::symLinkTarget(name("/proc/%1/fd/%2").arg(shell.processId()).arg(number)),
                 name("/dev/null"));
    server.release("a");
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 4); // what was to be told is lost
    QCOMPARE(contentsOf(folder.filePath(name("a"))), QByteArray("abc"));
}

LAPWING_TEST(GetTest)
#include "tst_get.moc"
