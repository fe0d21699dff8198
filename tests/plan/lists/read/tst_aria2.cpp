// SPDX-License-Identifier: MIT
#include "plan/listing.h"
#include "plan/lists/formats.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using lapwing::test::refusedLines;
using lapwing::test::told;

namespace {

constexpr auto digits = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

} // namespace

/// Input files and sessions of aria2.
class ReadingAria2 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheManualShows();
    void asItsSessionsAre();
    void aLoneCarriageReturnEndsNoTask();
    void whatIsWrongCostsItsTask();
    void secretsStayHidden();
    void optionsMayBeginFarBelow();
    void aPairFarBelowMakesNoneOfAText();
    void aHeaderWithoutValueIsNamed();
    void saysWhatIsNotDone();
    void rangesAreWrittenOutWhereTheTaskWantsThat_data();
    void rangesAreWrittenOutWhereTheTaskWantsThat();
    void tooManyRangesCostTheirTask();
    void aStarAsRefererIsTheLinkItself();
    void aProxyMayBeNone();
    void ofManyOptionsSomeAreEnough();
    void aria2ReadsWhatIsWritten();
};

void ReadingAria2::whatTheManualShows()
{
    const QByteArray list = QByteArray("# two files\n"
                                       "http://server/file.iso\thttp://mirror/file.iso\n"
                                       "  dir=/iso_images\n"
                                       "  out=sub/file.img\n"
                                       "  checksum=SHA-256=")
        + digits
        + "\n  header=X-A: 1\n  header=X-B: 2\n  referer=http://from/\n"
          "  split=2\n  split=4\n"
          "http://foo/bar\n";
    QCOMPARE(formatOf(list).id.toString(), u"aria2"_s);
    const Links links = linksFromContents(list);
    QCOMPARE(
        told(links).at(0),
        u"http://server/file.iso name=file.img checksum=sha-256=%1 dir=/iso_images/sub "
        "mirror=http://mirror/file.iso header=X-A:1 header=X-B:2 header=Referer:http://from/ split=4"_s
            .arg(QLatin1String(digits)));
    QCOMPARE(told(links).at(1), u"http://foo/bar"_s);
    QVERIFY(links.rejects.empty());
    QCOMPARE(links.lines, (std::vector<int>{2, 11}));
}

/// A task line ends with a tab; an option is indented by one blank.
void ReadingAria2::asItsSessionsAre()
{
    const Links links = linksFromContents("http://127.0.0.1:8000/a.bin\t\n"
                                          " gid=a1b2c3d4e5f60718\n"
                                          " pause=true\n"
                                          " dir=/tmp/x\n"
                                          " out=b.bin\n");
    QCOMPARE(
        told(links),
        QStringList{
            u"http://127.0.0.1:8000/a.bin name=b.bin dir=/tmp/x gid=a1b2c3d4e5f60718 pause=true"_s});
    QVERIFY(!links.unused.contains(u"gid"_s));
}

void ReadingAria2::aLoneCarriageReturnEndsNoTask()
{
    const Links links =
        linksFromContents("http://h/a\r\n\r\n# why\r\n out=b\r\n\r\nhttp://h/c\r\n");
    QCOMPARE(told(links), (QStringList{u"http://h/a name=b"_s, u"http://h/c"_s}));
}

void ReadingAria2::whatIsWrongCostsItsTask()
{
    const Links links = linksFromContents("http://h/a\n checksum=md5=12\n out=x\n"
                                          "magnet:?xt=urn:btih:0\n out=y\n"
                                          "ftp://h/b\thttp://h/b\n out=b\n"
                                          "http://h/c name.iso d\n out=c\n"
                                          "http://h/d\n out=e\n");
    QCOMPARE(told(links), (QStringList{u"http://h/b name=b"_s, u"http://h/d name=e"_s}));
    QCOMPARE(refusedLines(links), (QList<int>{2, 4, 8}));
    QCOMPARE(links.rejects.at(0).error.fault, ListFault::BadChecksum);
    QCOMPARE(links.unused.at(u"mirrors"_s), 1);
}

void ReadingAria2::aHeaderWithoutValueIsNamed()
{
    const Links links = linksFromContents("http://h/a\n header=Cookie: \n header=X: 1\n out=b\n");
    QCOMPARE(told(links), QStringList{u"http://h/a name=b header=X:1"_s});
    QCOMPARE(refusedLines(links), QList<int>());
    QCOMPARE(links.unused, (std::map<QString, int>{{u"header Cookie"_s, 1}}));
}

void ReadingAria2::secretsStayHidden()
{
    const Links links = linksFromContents("http://h/a\n header=hush hush\n"
                                          "http://h/b\n http-user=me\n http-passwd=p:w/@\n");
    QCOMPARE(links.rejects.size(), 1U);
    QVERIFY(!links.rejects.front().text.contains(u"hush"));
    QCOMPARE(links.urls.front().userName(), u"me"_s);
    QCOMPARE(links.urls.front().password(), u"p:w/@"_s);
}

void ReadingAria2::optionsMayBeginFarBelow()
{
    const QByteArray list = QByteArray("http://h/a\n").repeated(230)
        + "http://h/z.iso\n out=z1.iso\n checksum=sha-256=" + digits + "\n header=X-A: 1\n";
    QCOMPARE(formatOf(list).id.toString(), u"aria2"_s);
    const Links links = linksFromContents(list);
    QCOMPARE(told(links).constLast(),
             u"http://h/z.iso name=z1.iso checksum=sha-256=%1 header=X-A:1"_s.arg(
                 QLatin1String(digits)));
    QVERIFY(links.rejects.empty());
}

void ReadingAria2::aPairFarBelowMakesNoneOfAText()
{
    const QByteArray sentence("- see [file 1](http://h/1.iso) and http://h/m1.iso here\n");
    const QByteArray pair("wget http://h/z.iso\n  out=5\n");
    const QByteArray text = sentence.repeated(220) + pair;
    QCOMPARE(formatOf(text).id.toString(), u"text"_s);
    QCOMPARE(linksFromContents(text).urls.size(), 441U);
    const QByteArray links = QByteArray("http://h/a\n").repeated(230);
    QCOMPARE(formatOf(links + "  word = value\n").id.toString(), u"text"_s);
    QCOMPARE(formatOf(links + " split=5\n").id.toString(), u"aria2"_s);
}

void ReadingAria2::saysWhatIsNotDone()
{
    const Links links =
        linksFromContents("http://h/a\n max-tries=3\n split=5\n bt-tracker=x\n header=Range: x\n"
                          "http://h/b\n split=4\n  # no comment here\n");
    QVERIFY(!links.unused.contains(u"max-tries"_s));
    QCOMPARE(links.unused.at(u"split"_s), 2);
    QCOMPARE(links.unused.at(u"bt-tracker"_s), 1);
    QVERIFY(links.unused.contains(u"header Range"_s));
    QCOMPARE(links.urls.size(), 2U);
}

/// What aria2 -P has, of one task. Which links are of one file it decides for all of them by -Z.
void ReadingAria2::rangesAreWrittenOutWhereTheTaskWantsThat_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QByteArray &task, const QStringList &says) {
        QTest::newRow(name) << task << says;
    };
    row("a file each", "http://h/i[08-10].png\n split=1\n parameterized-uri=true\n dir=x\n",
        {u"http://h/i08.png dir=x split=1"_s, u"http://h/i09.png dir=x split=1"_s,
         u"http://h/i10.png dir=x split=1"_s});
    row("servers", "http://{sv1,sv2}/a/f.iso\n parameterized-uri=true\n",
        {u"http://sv1/a/f.iso mirror=http://sv2/a/f.iso"_s});
    row("servers by number, and one more", "http://s[1-2]/f\thttp://h/f\n parameterized-uri=\n",
        {u"http://s1/f mirror=http://s2/f mirror=http://h/f"_s});
    row("both", "http://{a,b}/f{1,2}?x\n parameterized-uri=true\n",
        {u"http://a/f1?x mirror=http://b/f1?x"_s, u"http://a/f2?x mirror=http://b/f2?x"_s});
    row("one name", "http://h/{a,b}/f\n parameterized-uri=true\n out=g\n",
        {u"http://h/a/f name=g mirror=http://h/b/f"_s});
    row("not wanted", "http://h/{a,b}\n parameterized-uri=false\n",
        {u"http://h/%7Ba,b%7D parameterized-uri=false"_s});
    row("none there", "http://h/a\n parameterized-uri=true\n split=1\n", {u"http://h/a split=1"_s});
}

void ReadingAria2::rangesAreWrittenOutWhereTheTaskWantsThat()
{
    QFETCH(QByteArray, task);
    const Links links = linksFromContents("http://h/first\n out=1\n" + task + "http://h/last\n");
    QFETCH(QStringList, says);
    QCOMPARE(told(links),
             QStringList{u"http://h/first name=1"_s} + says + QStringList{u"http://h/last"_s});
    QVERIFY(links.rejects.empty() && links.unused.empty());
}

void ReadingAria2::tooManyRangesCostTheirTask()
{
    const Links links = linksFromContents("http://h/[1-60000]\n parameterized-uri=true\n dir=x\n"
                                          "http://h/b[1-60000]\n parameterized-uri=true\n"
                                          "http://s[1-2]/c\n out=c\n"
                                          "http://h/d\n");
    QCOMPARE(links.urls.size(), 60'001U);
    QCOMPARE(refusedLines(links), (QList<int>{4, 6}));
    QCOMPARE(links.rejects.front().error, (ListError{ListFault::TooManyInRange, u"60000"_s}));
    QCOMPARE(links.rejects.back().error.fault, ListFault::HostOrPort);
    QCOMPARE(links.lines.at(59'999), 1);
    QCOMPARE(links.details.at(59'999).extras, links.details.at(0).extras); // there once
}

void ReadingAria2::aStarAsRefererIsTheLinkItself()
{
    const Links links = linksFromContents("http://me:pw@h/a?b#c\n referer=*\n out=b\n"
                                          "http://h/d\n out=e\n");
    QCOMPARE(told(links),
             (QStringList{u"http://me:pw@h/a?b name=b header=Referer:http://h/a?b"_s,
                          u"http://h/d name=e"_s}));
    QVERIFY(links.unused.empty());
}

/// An empty value says so, and stays in every list that has options.
void ReadingAria2::aProxyMayBeNone()
{
    const Links links = linksFromContents("http://h/a\n all-proxy=hush:hush@p\n http-proxy=\n"
                                          "http://h/b\n all-proxy=ftp://p\n no-proxy=\n");
    QCOMPARE(links.unused, (std::map<QString, int>{{u"all-proxy"_s, 1}}));
    QCOMPARE(told(links).front(), u"http://h/a all-proxy=hush:hush@p http-proxy="_s);
    Listing listing;
    listing.add(linksFromContents("http://h/a\n https-proxy=\n"));
    for (const ListFormat &format : formats()) {
        if (format.id == u"aria2" || format.id == u"jsonl")
            QCOMPARE(told(linksFromContents(format.write(listing.entries()))),
                     QStringList{u"http://h/a https-proxy="_s});
    }
}

/// Each was compared with all before it, here and for every request.
void ReadingAria2::ofManyOptionsSomeAreEnough()
{
    QByteArray list("http://h/a\n");
    for (int number = 0; number < 100'000; ++number) {
        const QByteArray digits = QByteArray::number(number);
        list += " option" + digits + "=1\n header=X-" + digits + ": 1\n";
    }
    const Links links = linksFromContents(list);
    const Extras &extras = *links.details.at(0).extras;
    QCOMPARE(extras.options.size(), 250U);
    QCOMPARE(extras.headers.size(), 100U);
    QVERIFY(links.unused.contains(u"headers"_s));
    QVERIFY(links.rejects.empty());
}

/// It says what it would fetch, and does not.
void ReadingAria2::aria2ReadsWhatIsWritten()
{
    const QString aria2 = QStandardPaths::findExecutable(u"aria2c"_s);
    if (aria2.isEmpty())
        QSKIP("aria2c is not installed");
    QTemporaryDir dir;
    const QByteArray list("http://127.0.0.1:1/a\thttp://127.0.0.1:1/b\n dir=%1\n out=c d.bin\n"
                          " checksum=md5=d41d8cd98f00b204e9800998ecf8427e\n header=X-A: 1\n");
    Listing listing;
    listing.add(linksFromContents(QByteArray(list).replace("%1", QFile::encodeName(dir.path()))));
    QFile file(dir.filePath(u"in"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const ListFormat &format : formats()) {
        if (format.id == u"aria2")
            file.write(format.write(listing.entries()));
    }
    file.close();
    QProcess process; // nothing answers there: the session has what was not fetched
    process.start(aria2,
                  {u"-i"_s, file.fileName(), u"--save-session"_s, dir.filePath(u"out"_s),
                   u"--max-tries=1"_s, u"-q"_s, u"--no-conf"_s});
    QVERIFY(process.waitForFinished(60'000));
    const auto session = linksFromFile(dir.filePath(u"out"_s));
    QVERIFY(session.has_value());
    QCOMPARE(session->urls.size(), 1U);
    const Details &details = session->details.at(0);
    QCOMPARE(details.name, u"c d.bin"_s);
    QVERIFY(details.checksum == listing.entries().front().checksum);
    QCOMPARE(details.extras->folder, dir.path());
    QVERIFY(details.extras->headers == listing.entries().front().extras->headers);
}

LAPWING_TEST(ReadingAria2)
#include "tst_aria2.moc"
