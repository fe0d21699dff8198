// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "engine/http/fetch.h"
#include "engine/keepingsink.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QLibraryInfo>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QVersionNumber>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using engine::FetchRequest;
using engine::FetchResult;
using engine::Proof;
using record::TaskState;

namespace {

plan::Entry entryOf(const QUrl &url)
{
    return {1, url, {}, QStringLiteral("file"), false, {}};
}

constexpr plan::Timeouts impatient{300ms, 300ms, 300ms};

struct Fetched {
    FetchResult result;
    QByteArray bytes;
    [[nodiscard]] QString code() const
    {
        return result.attempt.failure ? result.attempt.failure->code : QString();
    }
};

Fetched fetchNow(FetchRequest request, plan::Timeouts timeouts = {}, std::stop_token stop = {},
                 const QList<QSslCertificate> &trusted = {})
{
    engine::TransportSettings terms;
    terms.timeouts = timeouts;
    terms.trusted = trusted;
    engine::Transport transport(std::make_shared<async::SteadyClock>(), terms);
    KeepingSink sink;
    Fetched fetched;
    fetched.result = async::run(engine::fetch(&transport, std::move(request), &sink, stop));
    fetched.bytes = sink.bytes;
    return fetched;
}

/// Rows of losses_data: bodies in chunks.
void addChunkedLosses()
{
    const QString cut = QStringLiteral("connection-cut");
    const QString bad = QStringLiteral("malformed-response");
    QTest::newRow("chunked, whole") << chunked("abc") << QString();
    QTest::newRow("chunked, cut between chunks")
        << Script()
               .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
               .close()
        << cut;
    QTest::newRow("chunked, cut inside a chunk")
        << Script().send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc").close()
        << cut;
    for (const char *last : {"5", "5\r", "0", "0\r\n", "ZZ\r\n"})
        QTest::addRow("chunked, cut after '%s'", QByteArray(last).toHex().constData())
            << Script()
                   .send(QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    "3\r\nabc\r\n")
                         + last)
                   .close()
            << cut;
    QTest::newRow("a first chunk size that is no number")
        << Script()
               .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"
                     "hello\r\n0\r\n\r\n")
               .close()
        << bad;
    QTest::newRow("chunked beside a length of 0")
        << Script()
               .send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n"
                     "\r\n5\r\nhello\r\n0\r\n\r\n")
               .close()
        << bad;
}

} // namespace

class TestFetch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole()
    {
        RawServer server;
        server.route("/a", okFilled(1'000'000));
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        QCOMPARE(fetched.code(), QString());
        QCOMPARE(fetched.result.proof, std::optional(Proof::Proven));
        QCOMPARE(fetched.bytes, filler(1'000'000));
        QCOMPARE(fetched.result.size, std::optional<qint64>(1'000'000));
        QCOMPARE(fetched.result.status, std::optional(200));
    }

    void theStampsAreInOrder()
    {
        RawServer server;
        server.route("/a", okFilled(300'000).after(30ms));
        const FetchResult result = fetchNow(entryOf(server.url("/a"))).result;
        QCOMPARE(result.attempt.hops.size(), std::size_t(1));
        const record::Hop &hop = result.attempt.hops.front();
        QVERIFY(result.attempt.start <= hop.asked);
        QVERIFY(hop.asked <= *hop.sent);
        QVERIFY(*hop.headers - *hop.sent >= 25ms);
        QVERIFY(*hop.headers <= *result.attempt.firstByte);
        QVERIFY(*result.attempt.firstByte <= *hop.end);
        QCOMPARE(result.attempt.received, hop.end);
    }

    void progressNeverGoesBack()
    {
        RawServer server;
        server.route("/a", okFilled(2'000'000));
        FetchRequest request(entryOf(server.url("/a")));
        qint64 last = 0;
        bool ordered = true;
        QList<TaskState> states;
        request.tell = [&](const engine::FetchProgress &progress) {
            ordered = ordered && progress.attempt.bytes >= last;
            last = progress.attempt.bytes;
            if (states.isEmpty() || states.constLast() != progress.state)
                states << progress.state;
        };
        fetchNow(request);
        QVERIFY(ordered);
        QCOMPARE(last, qint64(2'000'000));
        QVERIFY(states == (QList<TaskState>{TaskState::Waiting, TaskState::Downloading}));
    }

    void losses_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("code"); // empty: unverified
        const QString cut = QStringLiteral("connection-cut");
        const QString bad = QStringLiteral("malformed-response");
        QTest::newRow("closed before its length") << withLength(1000, "abc").close() << cut;
        QTest::newRow("reset before its length") << withLength(1000, "abc").reset() << cut;
        QTest::newRow("half-closed before its length")
            << withLength(1000, "abc").halfClose() << cut;
        QTest::newRow("no length, reset") << noLength("abc").reset() << QString();
        QTest::newRow("no length, closed") << noLength("abc").close() << QString();
        addChunkedLosses();
        QTest::newRow("206 that nobody asked for")
            << Script().send("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes "
                             "0-2/9\r\nContent-Length: 3\r\n\r\nabc")
            << QStringLiteral("unexpected-range");
        QTest::newRow("gzip that nobody asked for") << Script().send(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
                                                    << QStringLiteral("encoded-body");
        // Qt 6.8 passes an interim answer over: what is left is none.
        QTest::newRow("103 and nothing more")
            << Script().send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n").close()
            << (QT_VERSION < QT_VERSION_CHECK(6, 8, 0) ? bad : cut);
        QTest::newRow("a header without a colon")
            << Script().send("HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 3\r\n\r\nabc").close()
            << bad;
        QTest::newRow("a header over the limits")
            << Script()
                   .send("HTTP/1.1 200 OK\r\nX: " + QByteArray(200'000, 'x')
                         + "\r\nContent-Length: 3\r\n\r\nabc")
                   .close()
            << bad;
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0) // which leaves such a field out, and the rest stands
        QTest::newRow("a NUL in a header")
            << Script().send(QByteArray("HTTP/1.1 200 OK\r\nETag: \"a\0b\"\r\n"
                                        "Content-Length: 3\r\n\r\nabc",
                                        54))
            << bad;
#endif
        QTest::newRow("no header at all")
            << Script().send("HTTP/1.1 200 OK\r\n\r\nabc").close() << bad;
        QTest::newRow("two lengths")
            << Script()
                   .send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc")
                   .close()
            << bad;
        QTest::newRow("a negative length")
            << Script().send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc").close() << bad;
        QTest::newRow("no reply at all") << Script().close() << cut;
        QTest::newRow("404") << status(404, "gone") << QStringLiteral("http-404");
        QTest::newRow("500") << status(500, "oops") << QStringLiteral("http-500");
        QTest::newRow("204") << status(204) << QStringLiteral("no-content");
    }
    void losses() // never shown as done
    {
        QFETCH(Script, script);
        QFETCH(QString, code);
        RawServer server;
        server.route("/a", script);
        constexpr plan::Timeouts timeouts{10s, 10s, 300ms}; // Qt reads a header byte by byte
        const Fetched fetched = fetchNow(entryOf(server.url("/a")), timeouts);
        QVERIFY2(fetched.result.proof != Proof::Proven, "a loss was taken for a whole file");
        QCOMPARE(fetched.code(), code);
    }

    void answersThatAreAFile_data()
    {
        QTest::addColumn<QByteArray>("head"); // after the version
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("coding");
        const QByteArray five = "\r\nContent-Length: 5\r\n\r\n";
        QTest::newRow("201") << "201 Created" + five << 201 << QString();
        QTest::newRow("202") << "202 Accepted" + five << 202 << QString();
        QTest::newRow("203") << "203 Non-Authoritative Information" + five << 203 << QString();
        QTest::newRow("206 with all of it")
            << "206 Partial Content\r\nContent-Range: bytes 0-4/5" + five << 206 << QString();
        QTest::newRow("no coding") << "200 OK\r\nContent-Encoding: none" + five << 200 << QString();
        QTest::newRow("the file's own coding")
            << "200 OK\r\nContent-Encoding: gzip" + five << 200 << QStringLiteral("gzip");
    }
    void answersThatAreAFile()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        QFETCH(QString, coding);
        RawServer server;
        server.route("/a.tar.gz", Script().send("HTTP/1.1 " + head + "hello"));
        const Fetched fetched = fetchNow(entryOf(server.url("/a.tar.gz")));
        QCOMPARE(fetched.code(), QString());
        QCOMPARE(fetched.result.proof, std::optional(Proof::Proven));
        QCOMPARE(fetched.bytes, QByteArray("hello"));
        QCOMPARE(fetched.result.status, std::optional(status));
        QCOMPARE(fetched.result.coding, coding);
    }

    void interimAnswersArePassedOver() // or, where Qt throws away what follows them, told as that
    {
        RawServer server;
        server.route("/a",
                     Script().send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                                   "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        if (QLibraryInfo::version() >= QVersionNumber(6, 8)) {
            QCOMPARE(fetched.result.proof, std::optional(Proof::Proven));
            QCOMPARE(fetched.bytes, QByteArray("hello"));
        } else {
            QCOMPARE(fetched.code(), QStringLiteral("malformed-response"));
            QVERIFY(fetched.result.attempt.failure->detail.contains(u"HTTP 103 came first"));
        }
    }

    void whatStandsForAStatusIsNone_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"2", "000", "1000", "-12"})
            QTest::newRow(status) << QByteArray(status);
    }
    void whatStandsForAStatusIsNone()
    {
        QFETCH(QByteArray, status);
        RawServer server;
        server.route(
            "/a",
            Script().send("HTTP/1.1 " + status + " OK\r\nContent-Length: 1\r\n\r\nx").close());
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        QCOMPARE(fetched.code(), QStringLiteral("malformed-response"));
        QVERIFY(!fetched.result.status);
        QVERIFY(!fetched.result.attempt.hops.front().status);
    }

    void everyRequestIsCounted_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("closed without a byte") << Script().close();
        QTest::newRow("reset without a byte") << Script().reset();
        QTest::newRow("no HTTP") << Script().send("garbage is no answer\r\n").close();
        QTest::newRow("half a header") << Script().send("HTTP/1.1 200 OK\r\nConte").close();
    }
    void everyRequestIsCounted() // Qt asks again by itself, up to three times
    {
        QFETCH(Script, script);
        RawServer server;
        server.route("/a", script);
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        QCOMPARE(fetched.code(), QStringLiteral("connection-cut"));
        QCOMPARE(record::requestsOf(fetched.result.attempt), server.requests());
    }

    void throughTlsOneTryIsOneRequest()
    {
        const QTemporaryDir folder;
        const auto certificate = makeCertificate(folder.path());
        if (!certificate || !QSslSocket::supportsSsl())
            QSKIP("no openssl");
        RawServer server(RawServerOptions{.certificate = certificate});
        server.route("/a", Script().close());
        const auto trusted = QSslCertificate::fromPath(certificate->certificate);
        const Fetched fetched = fetchNow(entryOf(server.url("/a")), {}, {}, trusted);
        QCOMPARE(fetched.code(), QStringLiteral("connection-cut"));
        QCOMPARE(server.requests(), 1);
        QCOMPARE(record::requestsOf(fetched.result.attempt), 1);
    }

    void aPortWithoutHttp_data()
    {
        QTest::addColumn<bool>("closes");
        QTest::newRow("stays open") << false;
        QTest::newRow("closes") << true;
    }
    void aPortWithoutHttp()
    {
        QFETCH(bool, closes);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server, closes] {
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write("SSH-2.0-Test\r\n");
            if (closes)
                connect(socket, &QTcpSocket::readyRead, socket, &QTcpSocket::disconnectFromHost);
        });
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/x").arg(server.serverPort()));
        const Fetched fetched = fetchNow(entryOf(url));
        QCOMPARE(fetched.code(), QStringLiteral("not-http"));
        QCOMPARE(fetched.result.attempt.failure->detail, QStringLiteral("SSH-2.0-Test"));
    }

    void aServerThatSaysNothingIsListenedToOnce()
    {
        RawServer server;
        server.route("/a", Script().close());
        engine::Transport transport(std::make_shared<async::SteadyClock>());
        KeepingSink sink;
        for (int i = 0; i < 2; ++i) {
            FetchRequest request(entryOf(server.url("/a")));
            const FetchResult result =
                async::run(engine::fetch(&transport, std::move(request), &sink, {}));
            QCOMPARE(result.attempt.failure->code, QStringLiteral("connection-cut"));
        }
        QCOMPARE(server.connections(), server.requests() + 1);
    }

    void watchdogs_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("code");
        QTest::newRow("no header") << Script().hold() << QStringLiteral("first-byte-timeout");
        QTest::newRow("half a header") << Script().send("HTTP/1.1 200 OK\r\nConte").hold()
                                       << QStringLiteral("first-byte-timeout");
        QTest::newRow("stall") << withLength(1000, "abc").hold() << QStringLiteral("stalled");
    }
    void watchdogs()
    {
        QFETCH(Script, script);
        QFETCH(QString, code);
        RawServer server;
        server.route("/a", script);
        QCOMPARE(fetchNow(entryOf(server.url("/a")), impatient).code(), code);
    }

    void aSlowBodyIsNoStall()
    {
        RawServer server;
        server.route("/a",
                     Script()
                         .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n")
                         .drip("abcdefgh", 1, 100ms));
        const Fetched fetched = fetchNow(entryOf(server.url("/a")), impatient);
        QCOMPARE(fetched.bytes, QByteArray("abcdefgh"));
        QCOMPARE(fetched.code(), QString());
    }

    void refused()
    {
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(refusingPort()));
        QCOMPARE(fetchNow(entryOf(url)).code(), QStringLiteral("connection-refused"));
    }

    void noSuchHost()
    {
        QCOMPARE(fetchNow(entryOf(QUrl(QStringLiteral("http://no-such-host.invalid/")))).code(),
                 QStringLiteral("host-not-found"));
    }

    void aStopEndsItAndSaysSo()
    {
        RawServer server;
        server.route("/a", withLength(1000, "abc").hold());
        std::stop_source stop;
        FetchRequest request(entryOf(server.url("/a")));
        request.tell = [&stop](const engine::FetchProgress &progress) {
            if (progress.attempt.bytes > 0)
                stop.request_stop(); // from inside
        };
        QCOMPARE(fetchNow(request, {}, stop.get_token()).code(), QStringLiteral("cancelled"));
        std::stop_source before;
        before.request_stop();
        QCOMPARE(fetchNow(entryOf(server.url("/a")), {}, before.get_token()).code(),
                 QStringLiteral("cancelled"));
    }

    void aDiskThatFailsEndsIt()
    {
        RawServer server;
        server.route("/a", okFilled(5'000'000));
        engine::Transport transport(std::make_shared<async::SteadyClock>());
        KeepingSink sink;
        sink.failure = make(record::Cause::DiskFull);
        const FetchResult result = async::run(
            engine::fetch(&transport, FetchRequest(entryOf(server.url("/a"))), &sink, {}));
        QCOMPARE(result.attempt.failure->code, QStringLiteral("disk-full"));
    }

    void redirectsOfTheSameOriginAreFollowed()
    {
        RawServer server;
        server.route("/a", redirect("/b"));
        server.route("/b", redirect("c?x=1", 307));
        server.route("/c", ok("there"));
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        QCOMPARE(fetched.bytes, QByteArray("there"));
        QCOMPARE(fetched.result.attempt.hops.size(), std::size_t(3));
        QCOMPARE(fetched.result.attempt.hops.at(0).status, std::optional(302));
        QCOMPARE(server.connections(), 1); // the bodies of redirects were drained
    }

    void whatWasNotAnsweredHasNoStatus()
    {
        RawServer server;
        server.route("/a", redirect("/b"));
        server.route("/b", Script().close());
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        const auto &hops = fetched.result.attempt.hops;
        QCOMPARE(fetched.code(), QStringLiteral("connection-cut"));
        QCOMPARE(hops.front().status, std::optional(302));
        QVERIFY(!hops.back().status);
        QVERIFY(!fetched.result.status);
    }

    void anotherOriginIsTheCallersToDecide()
    {
        RawServer server;
        server.route("/a", redirect("http://localhost:1/b"));
        const Fetched fetched = fetchNow(entryOf(server.url("/a")));
        QCOMPARE(fetched.result.moved, std::optional(QUrl(QStringLiteral("http://localhost:1/b"))));
        QVERIFY(!fetched.result.attempt.failure);
    }

    void badRedirects_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("code");
        const QString unsafe = QStringLiteral("unsafe-redirect");
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << unsafe;
        QTest::newRow("data") << QByteArray("data:text/plain,x") << unsafe;
        QTest::newRow("javascript") << QByteArray("javascript:alert(1)") << unsafe;
        QTest::newRow("ftp") << QByteArray("ftp://h/x") << unsafe;
        QTest::newRow("to itself") << QByteArray("/a") << QStringLiteral("too-many-redirects");
        QTest::newRow("nowhere") << QByteArray() << QStringLiteral("bad-redirect");
        QTest::newRow("no host") << QByteArray("http://") << QStringLiteral("bad-redirect");
    }
    void badRedirects()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, code);
        RawServer server;
        server.route("/a", redirect(location));
        QCOMPARE(fetchNow(entryOf(server.url("/a")), impatient).code(), code);
    }

    void moreThanTwentyRedirects()
    {
        RawServer server;
        for (int i = 0; i < 30; ++i)
            server.route("/" + QByteArray::number(i), redirect("/" + QByteArray::number(i + 1)));
        server.route("/30", ok("far"));
        QCOMPARE(fetchNow(entryOf(server.url("/0"))).code(), QStringLiteral("too-many-redirects"));
        QCOMPARE(server.requests(), 21);
        QCOMPARE(fetchNow(entryOf(server.url("/10"))).bytes, QByteArray("far")); // exactly twenty
    }

    void credentialsGoToTheirOriginAlone()
    {
        RawServer server;
        server.route("/a", redirect("/b"));
        server.route("/b", ok("x"));
        plan::Entry entry = entryOf(server.url("/a"));
        entry.userInfo = QStringLiteral("me:pass%20word");
        fetchNow(entry);
        const QByteArray expected = "Basic " + QByteArray("me:pass word").toBase64();
        QCOMPARE(server.log().at(0).header("Authorization"), expected);
        QCOMPARE(server.log().at(1).header("Authorization"), expected); // the same origin
        FetchRequest elsewhere(entry);
        elsewhere.entry.url = QUrl(QStringLiteral("http://other/"));
        elsewhere.url = server.url("/b");
        fetchNow(elsewhere);
        QVERIFY(server.log().at(2).header("Authorization").isNull());
    }

    void whatEveryRequestCarries()
    {
        RawServer server;
        server.route("/a", ok("x"));
        fetchNow(entryOf(server.url("/a")));
        const Request request = server.log().front();
        QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
        QVERIFY(request.header("User-Agent").startsWith("Lapwing/"));
        QVERIFY(request.header("Cookie").isNull());
    }

    void tlsIsRefusedWithTheReasonOrTrustedByItsAuthority()
    {
        const QTemporaryDir folder;
        const auto certificate = makeCertificate(folder.path());
        if (!certificate || !QSslSocket::supportsSsl())
            QSKIP("no openssl");
        RawServer server(RawServerOptions{.certificate = certificate});
        server.route("/a", ok("secret"));
        const Fetched refused = fetchNow(entryOf(server.url("/a")));
        QCOMPARE(refused.code(), QStringLiteral("tls-failed"));
        QVERIFY(!refused.result.attempt.failure->detail.isEmpty());
        const auto trusted = QSslCertificate::fromPath(certificate->certificate);
        QCOMPARE(fetchNow(entryOf(server.url("/a")), {}, {}, trusted).bytes, QByteArray("secret"));
    }
};

LAPWING_TEST(TestFetch)
#include "tst_fetch.moc"
