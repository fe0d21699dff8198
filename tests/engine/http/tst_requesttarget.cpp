// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "plan/lists/links.h"
#include "support/rawserver.h"
#include "support/testmain.h"

using namespace lapwing;
using test::RawServer;

namespace {

RawServer::Handler always(const test::Script &script)
{
    return [script](const test::Request & /*unused*/) { return script; };
}

QByteArray addressOf(const RawServer &server)
{
    return "http://127.0.0.1:" + QByteArray::number(server.port());
}

/// What Qt has sent, in two runs: of the link as it was given, and of a redirect to it.
QList<QByteArray> targetsOf(const QByteArray &written)
{
    RawServer server;
    server.route("/*", always(test::ok("x")));
    server.route("/start", test::redirect(written));
    const auto link = plan::linkFrom(QString::fromUtf8(addressOf(server) + written));
    if (!link)
        return {};
    test::runPlan(test::planFor({*link}));
    test::runPlan(test::planFor({server.url("/start")}));
    QList<QByteArray> targets;
    for (const test::Request &request : server.log())
        targets << request.target;
    targets.removeOne("/start");
    return targets;
}

} // namespace

/// From what is written to the request line on the wire.
class RequestTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOutAsWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *written, const char *target) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(target);
        };
        row("/a%20b/100%.txt", "/a%20b/100%25.txt");
        row("/s?sig=a%2Bb%&r=%20", "/s?sig=a%2Bb%25&r=%20");
        row("/%2e%2e%2fx%3F%23%25", "/..%2Fx%3F%23%25");
        row("/x//y//", "/x//y//");
        row("/a/../b/./c", "/b/c");
        row("/a//../b", "/a/b");
        row("/a?", "/a?");
        row("/a?b#c", "/a?b");
        row("/a;b=c?d[]=1&e=it's", "/a;b=c?d[]=1&e=it%27s");
        row("/Gr\xC3\xB6\xC3\x9F"
            "e.txt?\xC3\xB6",
            "/Gr%C3%B6%C3%9Fe.txt?%C3%B6");
        row("/a b", "/a%20b");
        row("/a%00b", "/a%00b");
        // What RFC 3986 section 6.2.2 calls the same; Qt knows no other way to write it.
        row("/%41%7e%c3%b6", "/A~%C3%B6");
        row("/a|b^?a|b{c}", "/a%7Cb%5E?a%7Cb%7Bc%7D");
    }
    void goesOutAsWritten()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, target);
        QCOMPARE(targetsOf(written), (QList<QByteArray>{target, target}));
    }

    /// As a redirect to the same server, these would name another.
    void keepsEmptySegmentsAtTheBeginning_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"//lead//x", "///x", "//", "//a?b//c", "//%2Fa"})
            QTest::newRow(path) << QByteArray(path);
    }
    void keepsEmptySegmentsAtTheBeginning()
    {
        QFETCH(QByteArray, path);
        RawServer server;
        server.route("/*", always(test::ok("x")));
        const QByteArray whole = addressOf(server) + path;
        server.route("/start", test::redirect(whole));
        test::runPlan(test::planFor({*plan::linkFrom(QString::fromLatin1(whole))}));
        test::runPlan(test::planFor({server.url("/start")}));
        QCOMPARE(server.log().size(), 3U);
        QCOMPARE(server.log().front().target, path);
        QCOMPARE(server.log().back().target, path);
    }

    void readsBytesInLocation_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *location, const char *target) {
            QTest::newRow(target) << QByteArray(location) << QByteArray(target);
        };
        row("/Gr\xF6\xDF"
            "e.txt",
            "/Gr%F6%DFe.txt");
        row("x/../y", "/y");
        row("?only=query", "/start?only=query");
        row("  /lead-blank  ", "/lead-blank");
        row("/tab\there", "/tabhere");
        row("\\back\\slash", "/back/slash");
        row("http:/same/server", "/same/server");
    }
    void readsBytesInLocation()
    {
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, target);
        RawServer server;
        server.route("/*", always(test::ok("x")));
        server.route("/start", std::vector{test::redirect(location), test::ok("x")});
        const record::Run run = test::runPlan(test::planFor({server.url("/start")}));
        QCOMPARE(server.log().size(), 2U);
        QCOMPARE(server.log().back().target, target);
        QVERIFY(run.tasks.at(0)->state == record::TaskState::Done);
    }

    void aPortBeyondAllNumbersIsRefused()
    {
        RawServer server;
        const QByteArray beyond = "18446744073709" + QByteArray::number(551'616 + server.port());
        server.route("/start", test::redirect("http://127.0.0.1:" + beyond + "/x"));
        const record::Run run = test::runPlan(test::planFor({server.url("/start")}));
        QCOMPARE(server.log().size(), 1U);
        QCOMPARE(run.tasks.at(0)->attempts.back().failure->code, QStringLiteral("bad-redirect"));
    }
};

LAPWING_TEST(RequestTarget)
#include "tst_requesttarget.moc"
