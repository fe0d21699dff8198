// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "cli/request.h"
#include "process.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>

#include <algorithm>
#include <thread>

using namespace lapwing;
using cli::GetRequest;
using cli::Read;

namespace {

QByteArray urlsOf(const GetRequest &request)
{
    QByteArrayList urls;
    for (const plan::Entry &entry : request.plan.entries)
        urls << entry.url.toEncoded();
    return urls.join(' ');
}

/// A list as it would be on the disk.
class Lists {
public:
    QString list(const char *name, const QByteArray &contents)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(contents);
        return file.fileName();
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

private:
    QTemporaryDir m_folder;
};

Read<GetRequest> requestFor(QStringList arguments, const QByteArray &input = {})
{
    const cli::Command &get = cli::commands().front();
    QCommandLineParser given;
    arguments.prepend(QLatin1String(get.name));
    const QString wrong = cli::parse(get, arguments, given);
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    QBuffer in;
    in.setData(input);
    in.open(QIODevice::ReadOnly);
    return cli::requestFrom(given, in);
}

} // namespace

class RequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void everythingGiven();
    void listsBeforeArguments();
    void refusedLinesAreNamed();
    void refusedLinesAreNamed_html();
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
    QVERIFY(!request->documentToOut);
    QCOMPARE(request->progress, cli::ProgressKind::Auto);
    QCOMPARE(request->disclosure, plan::Disclosure::Redacted);
    QCOMPARE(request->plan.entries.front().name, QStringLiteral("x"));
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
    QVERIFY(request->documentToOut);
    QCOMPARE(request->exports, (QStringList{QStringLiteral("a.JSON"), QStringLiteral("b.csv")}));
    QCOMPARE(request->progress, cli::ProgressKind::Json);
    QCOMPARE(request->disclosure, plan::Disclosure::Full);

    const Read<GetRequest> discarding =
        requestFor({QStringLiteral("--null"), QStringLiteral("http://a.example/")});
    QCOMPARE(discarding->plan.destination.kind, plan::Destination::Kind::Discard);
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

void RequestTest::refusedLinesAreNamed()
{
    const Read<GetRequest> request =
        requestFor({QStringLiteral("-i"), QStringLiteral("-")},
                   "http://a.example/1\nftp://a.example/2\n\nnonsense\n");
    QVERIFY(request);
    QCOMPARE(urlsOf(*request), QByteArray("http://a.example/1"));
    QCOMPARE(request->refused.size(), 2);
    QVERIFY(request->refused.at(0).startsWith(u"standard input, line 2: "));
    QVERIFY(request->refused.at(0).endsWith(u": ftp://a.example/2"));
    QVERIFY(request->refused.at(1).startsWith(u"standard input, line 4: "));
}

void RequestTest::refusedLinesAreNamed_html()
{
    Lists lists;
    const QString page =
        lists.list("page.html", "<a href='http://a.example/1'>x</a>\n<a href='mailto:me'>y</a>");
    const Read<GetRequest> request = requestFor({QStringLiteral("-i"), page});
    QVERIFY(request);
    QCOMPARE(urlsOf(*request), QByteArray("http://a.example/1"));
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
