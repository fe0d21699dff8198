// SPDX-License-Identifier: MIT
#include "requests.h"
#include "support/testmain.h"
#include "text/catalogue.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

#include <thread>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace std::chrono_literals;
using cli::GetRequest;
using cli::Read;
using test::Lists;
using test::requestFor;

namespace {

QByteArray urlsOf(const GetRequest &request)
{
    QByteArrayList urls;
    for (const plan::Entry &entry : request.plan.entries)
        urls << entry.url.toEncoded();
    return urls.join(' ');
}

} // namespace

class RequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void everythingGiven();
    void limitsGiven();
    void bytesHaveUnits_data();
    void bytesHaveUnits();
    void conflict_data();
    void conflict();
    void aChecksumStandsForOneFile_data();
    void aChecksumStandsForOneFile();
    void digitsOfAChecksumAreEnough();
    void listsBeforeArguments();
    void aListAmongLinksIsNamed();
    void refusedLinesAreNamed();
    void refusedLinesAreNamed_html();
    void whatTheListPausesIsSaid();
    void aPipeIsAList();
    void secretsOfRefusedLinesStayHidden();
};

void RequestTest::defaults()
{
    const Read<GetRequest> request = requestFor({QStringLiteral("http://a.example/x")});
    QVERIFY(request);
    QCOMPARE(request->plan.atOnce, 6);
    QVERIFY(!request->plan.perHost);
    QCOMPARE(request->plan.destination.kind, plan::Destination::Kind::Folder);
    QCOMPARE(request->plan.destination.folder, QDir::currentPath());
    QVERIFY(!request->measure);
    QVERIFY(!request->exports.documentToOut);
    QCOMPARE(request->progress, cli::ProgressKind::Auto);
    QCOMPARE(request->exports.redaction, plan::Redaction::Redacted);
    QCOMPARE(request->plan.entries.front().name, QStringLiteral("x"));
    QVERIFY(!request->plan.entries.front().checksum);
    QCOMPARE(request->plan.destination.conflict, plan::Conflict::Number);
    QCOMPARE(request->plan.retries.max, 4);
    QCOMPARE(request->plan.timeouts.connect, 30s);
    QCOMPARE(request->plan.timeouts.firstByte, 60s);
    QCOMPARE(request->plan.timeouts.stall, 30s);
    QCOMPARE(request->plan.minimumRate.bytesPerSecond, 100);
    QVERIFY(!request->plan.requireProof);
    QVERIFY(!request->plan.maxFileSize);
}

void RequestTest::everythingGiven()
{
    const Read<GetRequest> request = requestFor(
        QStringLiteral(
            "-j8 --per-host 256 -d sub/../sub --baseline measure --export a.JSON --export b.csv "
            "--export - --progress json --full-urls http://a.example/x")
            .split(u' '));
    QVERIFY2(request, request ? "" : qUtf8Printable(request.error()));
    QCOMPARE(request->plan.atOnce, 8);
    QCOMPARE(request->plan.perHost, std::optional(256));
    QCOMPARE(request->plan.destination.folder, QDir::currentPath() + QStringLiteral("/sub"));
    QVERIFY(request->measure);
    QVERIFY(request->exports.documentToOut);
    QCOMPARE(request->exports.files,
             (QStringList{QStringLiteral("a.JSON"), QStringLiteral("b.csv")}));
    QCOMPARE(request->progress, cli::ProgressKind::Json);
    QCOMPARE(request->exports.redaction, plan::Redaction::Full);

    const Read<GetRequest> discarding =
        requestFor({QStringLiteral("--null"), QStringLiteral("http://a.example/")});
    QCOMPARE(discarding->plan.destination.kind, plan::Destination::Kind::Discard);
}

void RequestTest::limitsGiven()
{
    const Read<GetRequest> request = requestFor(
        QStringLiteral("--retries 0 --connect-timeout 0.25 --first-byte-timeout 86400 "
                       "--stall-timeout 0.0001 --min-rate 0 --max-size 10M --require-proof "
                       "http://a.example/x")
            .split(u' '));
    QVERIFY2(request, request ? "" : qUtf8Printable(request.error()));
    QCOMPARE(request->plan.retries.max, 0);
    QCOMPARE(request->plan.timeouts.connect, 250ms);
    QCOMPARE(request->plan.timeouts.firstByte, 24h);
    QCOMPARE(request->plan.timeouts.stall, 1ms);
    QCOMPARE(request->plan.minimumRate.bytesPerSecond, 0);
    QCOMPARE(request->plan.maxFileSize, std::optional<qint64>(10'000'000));
    QVERIFY(request->plan.requireProof);
}

void RequestTest::bytesHaveUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: refused
    const auto row = [](const char *text, qint64 bytes) {
        QTest::newRow(text) << QString::fromLatin1(text) << bytes;
    };
    row("1", 1);
    row("1500", 1500);
    row("10k", 10'000);
    row("10K", 10'000);
    row("3m", 3'000'000);
    row("2G", 2'000'000'000);
    row("9T", 9'000'000'000'000);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    row("9223372036854775k", 9'223'372'036'854'775'000);
    row("0", -1);
    row("0k", -1);
    row("k", -1);
    row("-1", -1);
    row("1.5M", -1);
    row("1 M", -1);
    row("1kk", -1);
    row("1P", -1);
    row("1MB", -1);
    row("9223372036854775808", -1);
    row("9223372036854776k", -1);
    row("9300000T", -1);
}

void RequestTest::bytesHaveUnits()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    const Read<GetRequest> request = requestFor({u"--max-size"_s, text, u"http://a.example/x"_s});
    QCOMPARE(request ? request->plan.maxFileSize.value_or(0) : -1, bytes);
    if (!request)
        QVERIFY2(request.error().contains(u"'%1'"_s.arg(text)), qUtf8Printable(request.error()));
}

void RequestTest::conflict_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<plan::Conflict>("conflict");
    QTest::newRow("number") << u"number"_s << plan::Conflict::Number;
    QTest::newRow("skip") << u"skip"_s << plan::Conflict::Skip;
    QTest::newRow("replace") << u"replace"_s << plan::Conflict::Replace;
}

void RequestTest::conflict()
{
    QFETCH(QString, word);
    const Read<GetRequest> request = requestFor({u"--conflict"_s, word, u"http://a.example/x"_s});
    QVERIFY(request);
    QTEST(request->plan.destination.conflict, "conflict");
}

void RequestTest::aChecksumStandsForOneFile_data()
{
    QTest::addColumn<QStringList>("links");
    QTest::addColumn<bool>("taken");
    const QString one = u"http://a.example/1"_s;
    QTest::newRow("one") << QStringList{one} << true;
    QTest::newRow("one twice") << QStringList{one, one} << true;
    QTest::newRow("two") << QStringList{one, u"http://a.example/2"_s} << false;
    QTest::newRow("one and a refused line") << QStringList{one, u"-i"_s, u"-"_s} << false;
}

void RequestTest::aChecksumStandsForOneFile()
{
    QFETCH(QStringList, links);
    QFETCH(bool, taken);
    const Read<GetRequest> request =
        requestFor(links << u"--checksum"_s << u"MD5=d41d8cd98f00b204e9800998ecf8427e"_s, "no\n");
    QCOMPARE(request.has_value(), taken);
    if (taken)
        QCOMPARE(plan::nameOf(*request->plan.entries.front().checksum), u"md5"_s);
    else
        QVERIFY2(request.error().contains(u"exactly one link"), qUtf8Printable(request.error()));
}

void RequestTest::digitsOfAChecksumAreEnough()
{
    const QString digits = u"D41D8CD98F00B204E9800998ECF8427E"_s;
    const QStringList link{u"http://a.example/1"_s, u"--checksum"_s};
    const Read<GetRequest> request = requestFor(QStringList(link) << digits);
    QVERIFY2(request, request ? "" : qUtf8Printable(request.error()));
    QVERIFY(request->plan.entries.front().checksum == *plan::checksumFrom(u"md5="_s + digits));
    const Read<GetRequest> cut = requestFor(QStringList(link) << digits.chopped(1));
    QVERIFY(!cut && cut.error().contains(u"32, 40"));
}

void RequestTest::listsBeforeArguments()
{
    Lists lists;
    const QString file =
        lists.list("list.txt", "http://a.example/1\r\n\n# no\nhttp://a.example/2\n");
    const Read<GetRequest> request = requestFor(
        {QStringLiteral("http://a.example/4"), QStringLiteral("-i"), file, QStringLiteral("-i"),
         QStringLiteral("-"), QStringLiteral("http://a.example/1")},
        "http://a.example/3\n");
    QVERIFY(request);
    QCOMPARE(
        urlsOf(*request),
        QByteArray("http://a.example/1 http://a.example/2 http://a.example/3 http://a.example/4"));
    QCOMPARE(request->alreadyThere, 1);
    QVERIFY(request->refused.isEmpty());
}

void RequestTest::aListAmongLinksIsNamed()
{
    Lists lists;
    for (const QString &list : {lists.list("list.txt", "http://a.example/1\n"), u"-"_s}) {
        const Read<GetRequest> request = requestFor({u"http://a.example/2"_s, list});
        QVERIFY(!request);
        QVERIFY2(request.error().contains(u"write -i before it"), qUtf8Printable(request.error()));
    }
    const Read<GetRequest> none = requestFor({lists.path("none.txt")});
    QVERIFY(!none && none.error().contains(u"http://"));
}

void RequestTest::refusedLinesAreNamed()
{
    const Read<GetRequest> request =
        requestFor({QStringLiteral("-i"), QStringLiteral("-")},
                   "http://a.example/1\nftp://a.example/2\n\nnonsense\n");
    QVERIFY(request);
    QCOMPARE(urlsOf(*request), QByteArray("http://a.example/1"));
    QCOMPARE(request->refused.size(), 2);
    QVERIFY(request->refused.at(0).startsWith(u"standard input, line 2: ftp://a.example/2: "));
    QVERIFY(request->refused.at(0).endsWith(u'.'));
    QVERIFY(request->refused.at(1).startsWith(u"standard input, line 4: "));
}

/// Nothing here could go on with it: as with aria2, where nothing can.
void RequestTest::whatTheListPausesIsSaid()
{
    text::speak(QStringLiteral("en")); // the words for one are in its catalogue
    const Read<GetRequest> request =
        requestFor({QStringLiteral("-i"), QStringLiteral("-")},
                   "http://a.example/1\n pause=true\nhttp://a.example/2\n pause=false\n");
    QVERIFY(request);
    QCOMPARE(urlsOf(*request), QByteArray("http://a.example/1 http://a.example/2"));
    QCOMPARE(request->notes,
             QStringList{QStringLiteral("standard input: 1 link is paused in the list and "
                                        "downloaded anyway; only the window can pause it.")});
}

void RequestTest::refusedLinesAreNamed_html()
{
    Lists lists;
    const QByteArray html = "<a href='http://a.example/1'>x</a>\n<a href='mailto:me'>y</a>";
    const QString page = lists.list("page.html", html);
    for (const QString &list : {page, QStringLiteral("-")}) {
        const Read<GetRequest> request = requestFor({QStringLiteral("-i"), list}, html);
        QVERIFY(request);
        QCOMPARE(urlsOf(*request), QByteArray("http://a.example/1"));
        QCOMPARE(request->refused.size(), 1);
    }
}

/// -i <(command): read once, in pieces, to its end.
void RequestTest::aPipeIsAList()
{
    Lists lists;
    const QString pipe = lists.path("pipe");
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([pipe] {
        QFile file(pipe);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (int i = 0; i < 5000; ++i)
            file.write("http://a.example/" + QByteArray::number(i) + '\n');
    });
    const Read<GetRequest> request = requestFor({QStringLiteral("-i"), pipe});
    writer.join();
    QVERIFY(request);
    QCOMPARE(request->plan.entries.size(), std::size_t(5000));
}

void RequestTest::secretsOfRefusedLinesStayHidden()
{
    const Read<GetRequest> request =
        requestFor({QStringLiteral("-i"), QStringLiteral("-")},
                   "http://a.example/1\nftp://me:hush@a.example/2?token=hush\n");
    QVERIFY(request);
    QVERIFY2(!request->refused.join(u' ').contains(u"hush"),
             qUtf8Printable(request->refused.join(u' ')));
}

LAPWING_TEST(RequestTest)
#include "tst_request.moc"
