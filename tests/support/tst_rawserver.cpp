// SPDX-License-Identifier: MIT
#include "support/plainclient.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTemporaryDir>

#include <cerrno>
#include <future>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace lapwing::test;

namespace {

/// The whole answer to one request on a connection of its own.
Received fetch(const RawServer &server, const QByteArray &target)
{
    PlainClient client(server.port());
    client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return client.receiveAll();
}

std::vector<std::future<Received>> fetchAtOnce(const RawServer &server, const QByteArray &target,
                                               int count)
{
    std::vector<std::future<Received>> fetches;
    for (int i = 0; i < count; ++i)
        fetches.push_back(
            std::async(std::launch::async, [&server, target] { return fetch(server, target); }));
    return fetches;
}

QByteArray bodyOf(const Received &received)
{
    return received.bytes.mid(received.bytes.indexOf("\r\n\r\n") + 4);
}

/// Qt's own client as an independent reader of what the builders make.
std::unique_ptr<QNetworkReply> get(QNetworkAccessManager &manager, const QNetworkRequest &request)
{
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000))
        reply->abort();
    return reply;
}

} // namespace

class RawServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAConnectionAndCounts();
    void closesWhenToldNotToKeepAlive();
    void answersInTheOrderOfTheScripts();
    void knowsPrefixesAndNothingElse();
    void buildersAreUnderstood_data();
    void buildersAreUnderstood();
    void skipsTheBodyOfARequest();
    void fillsWithoutHoldingItAll();
    void holdsUntilReleased();
    void gathersUntilAllAreInFlight();
    void endsAsScripted_data();
    void endsAsScripted();
    void dripsInPieces();
    void sharesOneRate();
    void slowsDownUnderLoad();
    void noticesThatAClientIsGone();
    void speaksTls();
};

void RawServerTest::keepsAConnectionAndCounts()
{
    RawServer server;
    server.route("/a", ok("one"));
    PlainClient client(server.port());
    client.send(
        "GET /a?x=1 HTTP/1.1\r\nHost: first\r\n\r\nGET /a HTTP/1.1\r\nConnection: close\r\n\r\n");
    const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none";
    QCOMPARE(client.receiveAll().bytes, answer + answer);

    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.requests(), 2);
    QCOMPARE(server.peakConcurrency(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
    const std::vector<Request> log = server.log();
    QCOMPARE(log.at(0).head, QByteArray("GET /a?x=1 HTTP/1.1\r\nHost: first\r\n\r\n"));
    QCOMPARE(log.at(0).header("host"), QByteArray("first"));
    QVERIFY(log.at(1).header("host").isNull());
    QCOMPARE(log.at(1).connection, 1);
}

void RawServerTest::closesWhenToldNotToKeepAlive()
{
    RawServer server({.keepAlive = false});
    server.route("/a", ok("x"));
    PlainClient client(server.port());
    client.send("GET /a HTTP/1.1\r\n\r\nGET /a HTTP/1.1\r\n\r\n");
    const Received received = client.receiveAll();
    QCOMPARE(received.bytes,
             QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"));
    QCOMPARE(server.requests(), 1);
}

void RawServerTest::answersInTheOrderOfTheScripts()
{
    RawServer server;
    server.route("/a", {ok("first"), status(503), ok("last")});
    QCOMPARE(bodyOf(fetch(server, "/a")), QByteArray("first"));
    QVERIFY(fetch(server, "/a").bytes.startsWith("HTTP/1.1 503 "));
    QCOMPARE(bodyOf(fetch(server, "/a")), QByteArray("last"));
    QCOMPARE(bodyOf(fetch(server, "/a")), QByteArray("last"));
}

void RawServerTest::knowsPrefixesAndNothingElse()
{
    RawServer server;
    server.route("/many/*", ok("many"));
    server.route("/many/more/*", [](const Request &request) { return ok(request.path()); });
    server.route("/many/one", ok("one"));
    QCOMPARE(bodyOf(fetch(server, "/many/1?q")), QByteArray("many"));
    QCOMPARE(bodyOf(fetch(server, "/many/more/2?q")), QByteArray("/many/more/2"));
    QCOMPARE(bodyOf(fetch(server, "/many/one?q")), QByteArray("one"));
    QVERIFY(fetch(server, "/other").bytes.startsWith("HTTP/1.1 404 "));
}

void RawServerTest::buildersAreUnderstood_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("location");
    const QByteArray body = filler(10'000);
    QTest::newRow("ok") << ok(body) << 200 << body << QByteArray();
    QTest::newRow("later") << ok(body).after(1ms) << 200 << body << QByteArray();
    QTest::newRow("filled") << okFilled(10'000) << 200 << body << QByteArray();
    QTest::newRow("chunked") << chunked(body, 999) << 200 << body << QByteArray();
    QTest::newRow("no length") << noLength(body) << 200 << body << QByteArray();
    QTest::newRow("status") << status(410, "gone") << 410 << QByteArray("gone") << QByteArray();
    QTest::newRow("redirect") << redirect("/b") << 302 << QByteArray() << QByteArray("/b");
}

void RawServerTest::buildersAreUnderstood()
{
    QFETCH(Script, script);
    RawServer server;
    server.route("/a", script);
    QNetworkAccessManager manager;
    QNetworkRequest request(server.url("/a"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    const auto reply = get(manager, request);
    QTEST(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), "code");
    QTEST(reply->readAll(), "body");
    QTEST(reply->rawHeader("Location"), "location");
}

void RawServerTest::skipsTheBodyOfARequest()
{
    RawServer server;
    server.route("/a", ok("x"));
    PlainClient client(server.port());
    client.send("POST /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nGET /\r\n\r\nGET /a "
                "HTTP/1.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(client.receiveAll().error, 0);
    QCOMPARE(server.requests(), 2);
    QCOMPARE(server.log().at(1).method, QByteArray("GET"));
    QCOMPARE(server.log().at(1).target, QByteArray("/a"));
}

void RawServerTest::fillsWithoutHoldingItAll()
{
    RawServer server;
    constexpr qint64 size = 8 * 1024 * 1024;
    server.route("/a", okFilled(size));
    QCOMPARE(bodyOf(fetch(server, "/a")), filler(size));
}

void RawServerTest::holdsUntilReleased()
{
    RawServer server;
    server.route("/a", ok("x").afterRelease("gate"));
    auto fetches = fetchAtOnce(server, "/a", 1);
    QTRY_COMPARE(server.inFlight(), 1);
    server.release("another");
    QCOMPARE(fetches.front().wait_for(50ms), std::future_status::timeout);
    server.release("gate");
    QCOMPARE(bodyOf(fetches.front().get()), QByteArray("x"));
    QCOMPARE(bodyOf(fetch(server, "/a")), QByteArray("x")); // the gate stays open
}

void RawServerTest::gathersUntilAllAreInFlight()
{
    RawServer server;
    server.route("/a", ok("x").afterGather(3));
    auto fetches = fetchAtOnce(server, "/a", 2);
    QTRY_COMPARE(server.inFlight(), 2);
    QCOMPARE(fetches.front().wait_for(50ms), std::future_status::timeout);
    QCOMPARE(bodyOf(fetch(server, "/a")), QByteArray("x"));
    for (auto &each : fetches)
        QCOMPARE(bodyOf(each.get()), QByteArray("x"));
    QCOMPARE(server.peakConcurrency(), 3);
    QCOMPARE(server.inFlight(), 0);
}

void RawServerTest::endsAsScripted_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("staysWritable"); // the server still takes what the client sends
    QTest::newRow("close") << withLength(100, "abc").close() << 0 << false;
    QTest::newRow("half-close") << withLength(100, "abc").halfClose() << 0 << true;
    QTest::newRow("reset") << withLength(100, "abc").reset() << ECONNRESET << false;
}

void RawServerTest::endsAsScripted()
{
    QFETCH(Script, script);
    QFETCH(bool, staysWritable);
    RawServer server;
    server.route("/a", script);
    PlainClient client(server.port());
    client.send("GET /a HTTP/1.1\r\n\r\n");
    const Received received = client.receiveAll();
    QCOMPARE(bodyOf(received), QByteArray("abc"));
    QTEST(received.error, "error");
    QTRY_COMPARE(server.inFlight(), 0);
    QCOMPARE(server.openConnections(), staysWritable ? 1 : 0);
}

void RawServerTest::dripsInPieces()
{
    RawServer server;
    server.route("/a", Script().drip("abcdefghij", 3, 20ms).close());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(fetch(server, "/a").bytes, QByteArray("abcdefghij"));
    QVERIFY2(timer.elapsed() >= 60, "four pieces have three pauses between them");
}

void RawServerTest::sharesOneRate()
{
    RawServer server({.bytesPerSecond = 400'000});
    server.route("/a", okFilled(50'000).afterGather(2));
    QElapsedTimer timer;
    timer.start();
    auto fetches = fetchAtOnce(server, "/a", 2);
    for (auto &each : fetches)
        QCOMPARE(bodyOf(each.get()), filler(50'000));
    QVERIFY2(timer.elapsed() >= 240,
             "100,000 bytes at 400,000 a second, whatever the number of connections");
}

void RawServerTest::slowsDownUnderLoad()
{
    RawServer server({.slowdown = 1});
    server.route("/alone", ok("x").after(50ms));
    server.route("/three", ok("x").after(50ms).afterGather(3));
    const auto msFor = [&server](const QByteArray &target, int count) {
        QElapsedTimer timer;
        timer.start();
        fetchAtOnce(server, target, count); // the futures join as they go
        return timer.elapsed();
    };
    QVERIFY(msFor("/alone", 1) >= 50);
    // The last of the three waits alone at the end of it, so a little less than three times.
    QVERIFY(msFor("/three", 3) >= 130);
}

void RawServerTest::noticesThatAClientIsGone()
{
    RawServer server;
    server.route("/a", ok("x").afterRelease());
    {
        PlainClient client(server.port());
        client.send("GET /a HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(server.inFlight(), 1);
    }
    QTRY_COMPARE(server.inFlight(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

void RawServerTest::speaksTls()
{
    const QTemporaryDir folder;
    const auto certificate = makeCertificate(folder.path());
    if (!certificate)
        QSKIP("no openssl program");
    RawServer server({.certificate = certificate});
    server.route("/a", okFilled(1'000'000));
    QNetworkAccessManager manager;
    QNetworkRequest request(server.url("/a"));
    QCOMPARE(get(manager, request)->error(),
             QNetworkReply::SslHandshakeFailedError); // unknown authority

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(certificate->certificate));
    request.setSslConfiguration(tls);
    QNetworkAccessManager
        trusting; // a manager keeps the settings of its first connection to a host
    const auto reply = get(trusting, request);
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    QCOMPARE(reply->readAll(), filler(1'000'000));
}

LAPWING_TEST(RawServerTest)

#include "tst_rawserver.moc"
