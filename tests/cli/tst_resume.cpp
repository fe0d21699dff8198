// SPDX-License-Identifier: MIT
#include "process.h"
#include "support/testmain.h"
#include "support/versioned.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::test;

namespace {

constexpr qint64 size = 4 * 1024 * 1024;
constexpr qint64 half = size / 2;

QString link(const RawServer &server, const char *path)
{
    return QString::fromLatin1(server.url(path).toEncoded());
}

/// Bytes on the disk under names that are not final.
qint64 bytesOnTheirWay(const QString &folder)
{
    qint64 bytes = 0;
    for (const QString &name : namesIn(folder)) {
        if (name.contains(u".part"))
            bytes += QFileInfo(QDir(folder).filePath(name)).size();
    }
    return bytes;
}

/// The first half comes and then nothing, until the same is asked for again.
void serveInTwoParts(RawServer &server, const Versioned &resource)
{
    server.route("/file",
                 RawServer::Handler([resource, first = true](const Request &request) mutable {
                     if (!std::exchange(first, false))
                         return answerFor(resource, request);
                     return withLength(size, resource.content.first(half))
                         .header("ETag", resource.etag)
                         .hold();
                 }));
}

} // namespace

/// The same command twice.
class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereItStopped_data();
    void goesOnWhereItStopped();
    void aPartOfWhatFailedTakesNoAnswerAway();
    void isAlreadyThere();
    void skipsWhatHasTheName();
};

void ResumeTest::goesOnWhereItStopped_data()
{
    QTest::addColumn<QByteArray>("second"); // version
    QTest::newRow("the same") << QByteArray("\"1\"");
    QTest::newRow("another") << QByteArray("\"2\"");
}

void ResumeTest::goesOnWhereItStopped()
{
    QFETCH(QByteArray, second);
    const bool isSame = second == "\"1\"";
    RawServer server;
    Versioned resource{filler(size)};
    serveInTwoParts(server, resource);
    QTemporaryDir folder;
    const QStringList arguments{u"get"_s, u"-d"_s, folder.path(), link(server, "/file")};

    CliProcess stopped;
    stopped.start(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(bytesOnTheirWay(folder.path()) >= half, 20'000);
    stopped.signal(SIGINT);
    const Ran first = stopped.wait();
    QCOMPARE(first.status, 130);
    QVERIFY2(first.out.contains("Run the same command again to resume"), first.out.constData());
    QVERIFY(contentsOf(folder.filePath(u"file"_s)).isNull());

    resource.etag = second;
    resource.content = isSame ? filler(size) : filler(size, 7);
    server.route("/file", RawServer::Handler([resource](const Request &request) {
                     return answerFor(resource, request);
                 }));
    const Ran ran = CliProcess().run(arguments);
    QCOMPARE(ran.status, 0);
    QVERIFY(contentsOf(folder.filePath(u"file"_s)) == resource.content);
    QCOMPARE(namesIn(folder.path()), QStringList{u"file"_s});
    QCOMPARE(ran.out.contains(" resumed)"), isSame);
    QCOMPARE(server.log().at(1).header("If-Range"), QByteArray("\"1\""));
}

void ResumeTest::aPartOfWhatFailedTakesNoAnswerAway()
{
    RawServer server;
    serveInTwoParts(server, Versioned{filler(size)});
    QTemporaryDir folder;
    CliProcess stopped;
    stopped.start({u"get"_s, u"-d"_s, folder.path(), link(server, "/file")});
    QTRY_VERIFY_WITH_TIMEOUT(bytesOnTheirWay(folder.path()) >= half, 20'000);
    stopped.signal(SIGINT);
    QCOMPARE(stopped.wait().status, 130);

    server.route("/file", status(404));
    server.route("/b", ok("abc").after(std::chrono::milliseconds(600)));
    const Ran ran = CliProcess().run({u"get"_s, u"-d"_s, folder.path(), u"--baseline"_s,
                                      u"measure"_s, link(server, "/b"), link(server, "/file")});
    QCOMPARE(ran.status, 1);
    QVERIFY2(!ran.err.contains("not measured"), ran.err.constData());
    QVERIFY2(ran.out.contains("For 1 of 2 files"), ran.out.constData());
}

void ResumeTest::isAlreadyThere()
{
    RawServer server;
    const Versioned resource{filler(size)};
    server.route("/file", RawServer::Handler([resource](const Request &request) {
                     return answerFor(resource, request);
                 }));
    QTemporaryDir folder;
    const QStringList arguments{u"get"_s,        u"-d"_s,      folder.path(),
                                u"--baseline"_s, u"measure"_s, link(server, "/file")};
    QCOMPARE(CliProcess().run({u"get"_s, u"-d"_s, folder.path(), link(server, "/file")}).status, 0);
    const Ran ran = CliProcess().run(arguments);
    if (!ran.out.contains("already on disk"))
        QSKIP("this file system has no extended attributes");
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains("4.2 MB") && ran.out.contains("/file (already on disk)\n"),
             ran.out.constData());
    QVERIFY2(ran.out.contains("Already on disk, not downloaded again: 1."), ran.out.constData());
    QVERIFY2(ran.err.contains("some files were already present"), ran.err.constData());
    QCOMPARE(server.requests(), 2);
    QCOMPARE(server.log().at(1).header("If-None-Match"), QByteArray("\"1\""));
    QCOMPARE(namesIn(folder.path()), QStringList{u"file"_s});
}

void ResumeTest::skipsWhatHasTheName()
{
    RawServer server;
    server.route("/file", ok("theirs"));
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const QStringList arguments{u"get"_s, u"-d"_s, folder.path(), link(server, "/file")};
    const Ran ran = CliProcess().run(arguments + QStringList{u"--conflict"_s, u"skip"_s});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains("/file (a file of that name exists"), ran.out.constData());
    QCOMPARE(contentsOf(file.fileName()), QByteArray("mine"));
    QCOMPARE(server.requests(), 0);
    QCOMPARE(CliProcess().run(arguments + QStringList{u"--conflict"_s, u"replace"_s}).status, 0);
    QCOMPARE(contentsOf(file.fileName()), QByteArray("theirs"));
}

LAPWING_TEST(ResumeTest)
#include "tst_resume.moc"
