// SPDX-License-Identifier: MIT
#include "engine/http/sizes.h"
#include "engine/listed.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTcpSocket>

using namespace lapwing;
using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString addressOf(const RawServer &proxy)
{
    return u"http://127.0.0.1:%1"_s.arg(proxy.port());
}

/// What comes to the proxy for this link of the server.
QByteArray throughProxy(const RawServer &server, const QByteArray &path)
{
    return server.url(path).toEncoded();
}

void name(plan::Entry &entry, const std::vector<plan::ListedOption> &options)
{
    auto extras = std::make_shared<plan::Extras>(entry.extras ? *entry.extras : plan::Extras());
    extras->options = options;
    entry.extras = extras;
}

/// Both, the first of them through `proxy`.
plan::Plan planOf(const RawServer &server, const RawServer &proxy)
{
    plan::Plan plan = planFor({server.url("/a"), server.url("/b")});
    name(plan.entries.front(), {{u"all-proxy"_s, addressOf(proxy)}});
    plan.atOnce = 1;
    return plan;
}

/// A login, a cookie and a header of the user's for that server.
plan::Access everything()
{
    plan::Access access;
    access.headers = {{"X-Own", "1"}, {"User-Agent", "own/1"}};
    access.logins = *plan::netrcFrom("machine 127.0.0.1 login me password own");
    access.cookies = plan::cookiesFrom("127.0.0.1\tFALSE\t/\tFALSE\t0\tc\town\n").cookies;
    return access;
}

bool carriesOwn(const Request &request)
{
    return request.header("X-Own") == "1" && request.header("User-Agent") == "own/1"
        && request.header("Cookie").contains("c=own")
        && request.header("Authorization") == "Basic " + QByteArray("me:own").toBase64();
}

bool carriesNothing(const Request &request)
{
    return request.header("X-Own").isNull() && !request.header("User-Agent").contains("own")
        && request.header("Cookie").isNull() && request.header("Authorization").isNull();
}

QString codeOf(const record::TaskRecord &task)
{
    return task.failure ? task.failure->code : QString();
}

} // namespace

/// A proxy that a list names for one of its files.
class ListedProxiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyItsFileGoesThere();
    void allOfItsRequestsDo();
    void itsSizeIsAskedForThere();
    void aSecureLinkIsTunnelled();
    void socksIsSpoken();
    void nothingOfTheUsersGoesThere();
    void whatTheListGaveGoesThere();
    void whatIsSetThereStaysThere();
    void theChoiceOfTheUserGoesBefore();
    void theEnvironmentDoesNot();
    void itsFailuresAreNamed();
    void itIsAnsweredWithItsPassword();
    void itClosesNoServerForOthers();
};

void ListedProxiesTest::onlyItsFileGoesThere()
{
    RawServer server;
    server.route("/b", ok("direct"));
    RawServer one;
    one.route(throughProxy(server, "/a"), ok("by the first"));
    RawServer other;
    other.route(throughProxy(server, "/c"), ok("by the other one"));
    const QTemporaryDir home;
    plan::Plan plan = planFor({server.url("/a"), server.url("/b"), server.url("/c")}, home.path());
    name(plan.entries[0], {{u"all-proxy"_s, addressOf(one)}});
    name(plan.entries[2], {{u"http-proxy"_s, addressOf(other)}, {u"all-proxy"_s, addressOf(one)}});
    const record::Run run = runPlan(plan);
    QCOMPARE(contentOf(run.tasks[0]->path), QByteArray("by the first"));
    QCOMPARE(contentOf(run.tasks[1]->path), QByteArray("direct"));
    QCOMPARE(contentOf(run.tasks[2]->path), QByteArray("by the other one"));
    for (const RawServer *each : {&server, &one, &other}) {
        QCOMPARE(each->connections(), 1);
        QCOMPARE(each->requests(), 1);
    }
}

void ListedProxiesTest::allOfItsRequestsDo()
{
    RawServer server;
    RawServer other;
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), {status(503), redirect(throughProxy(server, "/b"))});
    proxy.route(throughProxy(server, "/b"), redirect(throughProxy(other, "/c")));
    proxy.route(throughProxy(other, "/c"), ok("whole"));
    proxy.route(throughProxy(other, "/d"), ok("of the mirror"));
    plan::Plan plan = planFor({server.url("/a")});
    plan.entries.push_back(mirroredPlan(server.url("/d"), {other.url("/d")}, {}).entries.front());
    plan.entries.back().id = 2;
    for (plan::Entry &entry : plan.entries)
        name(entry, {{u"all-proxy"_s, addressOf(proxy)}, {u"retry-wait"_s, u"0"_s}});
    plan.atOnce = 1;
    plan.retries.max = 1;
    for (const record::TaskRecord &task : runPlan(plan).tasks)
        QCOMPARE(codeOf(task), QString());
    QCOMPARE(server.connections() + other.connections(), 0);
    QCOMPARE(proxy.requests(), 6);
}

void ListedProxiesTest::itsSizeIsAskedForThere()
{
    RawServer server;
    server.route("/b", ok("12345"));
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), ok("123"));
    plan::Plan plan = planOf(server, proxy);
    plan.access = everything();
    QCOMPARE(async::run(engine::askSizes(plan, {})).bytes, 8);
    QCOMPARE(server.requests(), 1);
    QCOMPARE(proxy.requests(), 1);
    QCOMPARE(proxy.log().front().method, QByteArray("HEAD"));
    QVERIFY(carriesOwn(server.log().front()));
    QVERIFY(carriesNothing(proxy.log().front()));
}

void ListedProxiesTest::aSecureLinkIsTunnelled()
{
    RawServer proxy;
    plan::Plan plan = planFor({QUrl(u"https://server.example/a"_s)});
    name(plan.entries.front(), {{u"https-proxy"_s, addressOf(proxy)}});
    QCOMPARE(codeOf(runPlan(plan).tasks.front()), u"proxy-failed"_s); // it knows no such server
    QVERIFY(proxy.requests() > 0);
    QCOMPARE(proxy.log().front().method, QByteArray("CONNECT"));
    QCOMPARE(proxy.log().front().target, QByteArray("server.example:443"));
}

/// RFC 1928: a greeting, the name of the server, then what that is asked.
void ListedProxiesTest::socksIsSpoken()
{
    const QByteArrayList answers{QByteArray("\x05\x00", 2),
                                 QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10),
                                 "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"};
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    QByteArrayList heard;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
            socket->write(answers.value(heard.size()));
            heard << socket->readAll();
        });
    });
    plan::Plan plan = planFor({QUrl(u"http://server.example/a"_s)});
    name(plan.entries.front(),
         {{u"all-proxy"_s, u"socks5://127.0.0.1:%1"_s.arg(proxy.serverPort())}});
    plan.access = everything();
    QCOMPARE(codeOf(runPlan(plan).tasks.front()), QString());
    QCOMPARE(heard.value(0), QByteArray("\x05\x01\x00", 3));
    QVERIFY2(heard.value(1).contains("server.example"), heard.value(1).toHex().constData());
    QVERIFY2(heard.value(2).startsWith("GET /a ") && !heard.value(2).contains("own"),
             heard.value(2).constData());
}

/// A list may come from anybody.
void ListedProxiesTest::nothingOfTheUsersGoesThere()
{
    RawServer server;
    server.route("/b", ok("direct"));
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), // it may ask
                {status(401).header("WWW-Authenticate", "Basic realm=\"x\"")});
    plan::Plan plan = planOf(server, proxy);
    plan.access = everything();
    const record::Run run = runPlan(plan);
    QCOMPARE(codeOf(run.tasks[0]), u"http-401"_s);
    QCOMPARE(codeOf(run.tasks[1]), QString());
    QCOMPARE(proxy.requests(), 1);
    QVERIFY2(carriesNothing(proxy.log().front()), proxy.log().front().head.constData());
    QVERIFY2(carriesOwn(server.log().front()), server.log().front().head.constData());
}

void ListedProxiesTest::whatTheListGaveGoesThere()
{
    RawServer server;
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), ok("x"));
    plan::Plan plan = listedPlan(server.url("/a"), {}, [](plan::Extras &extras) {
        extras.headers = {{"X-Listed", "1"}, {"Cookie", "l=1"}};
    });
    name(plan.entries.front(), {{u"all-proxy"_s, addressOf(proxy)}});
    plan.entries.front().userInfo = u"list:pw"_s;
    plan.access = everything();
    QCOMPARE(codeOf(runPlan(plan).tasks.front()), QString());
    const Request request = proxy.log().front();
    QCOMPARE(request.header("X-Listed"), QByteArray("1"));
    QCOMPARE(request.header("Cookie"), QByteArray("l=1"));
    QCOMPARE(request.header("Authorization"), "Basic " + QByteArray("list:pw").toBase64());
    QVERIFY(request.header("X-Own").isNull());
}

/// It speaks for every server: a cookie or a way to log in that it names is nobody else's.
void ListedProxiesTest::whatIsSetThereStaysThere()
{
    RawServer server;
    server.route("/b", ok("direct").header("Set-Cookie", "mine=1; Path=/"));
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), ok("x").header("Set-Cookie", "planted=1; Path=/"));
    proxy.route(throughProxy(server, "/c"), ok("x"));
    plan::Plan plan = planFor({server.url("/a"), server.url("/b"), server.url("/c")});
    name(plan.entries[0], {{u"all-proxy"_s, addressOf(proxy)}});
    name(plan.entries[2], {{u"all-proxy"_s, addressOf(proxy)}});
    plan.atOnce = 1;
    runPlan(plan);
    QVERIFY(server.log().front().header("Cookie").isNull());
    QCOMPARE(proxy.log().back().header("Cookie"), QByteArray("planted=1"));
}

void ListedProxiesTest::theChoiceOfTheUserGoesBefore()
{
    RawServer server;
    server.route("/*", ok("direct"));
    RawServer listed;
    RawServer chosen;
    chosen.route(throughProxy(server, "/a"), ok("x"));
    chosen.route(throughProxy(server, "/b"), ok("x"));
    plan::Plan plan = planOf(server, listed);
    plan.access = everything();
    plan.access.proxies =
        plan::proxiesThrough(*plan::proxyFrom(addressOf(chosen)), QProcessEnvironment());
    runPlan(plan);
    QCOMPARE(chosen.requests(), 2);
    QVERIFY(carriesOwn(chosen.log().front()));
    plan.access.proxies = plan::directly();
    runPlan(plan);
    QCOMPARE(server.requests(), 2);
    QCOMPARE(chosen.requests(), 2);
    QCOMPARE(listed.connections(), 0);
}

void ListedProxiesTest::theEnvironmentDoesNot()
{
    RawServer server;
    server.route("/c", ok("direct"));
    RawServer listed;
    listed.route(throughProxy(server, "/a"), ok("x"));
    RawServer usual;
    usual.route(throughProxy(server, "/b"), ok("x"));
    plan::Plan plan = planFor({server.url("/a"), server.url("/b"), server.url("/c")});
    name(plan.entries[0], {{u"all-proxy"_s, addressOf(listed)}});
    name(plan.entries[2], {{u"all-proxy"_s, {}}});
    QProcessEnvironment environment;
    environment.insert(u"http_proxy"_s, addressOf(usual));
    plan.access = everything();
    plan.access.proxies = *plan::proxiesOf(environment);
    runPlan(plan);
    for (const RawServer *each : {&server, &listed, &usual})
        QCOMPARE(each->requests(), 1);
    QVERIFY(carriesNothing(listed.log().front()));
    QVERIFY(carriesOwn(usual.log().front()));
    QVERIFY(carriesOwn(server.log().front())); // to itself, and to nobody between
}

void ListedProxiesTest::itsFailuresAreNamed()
{
    RawServer proxy;
    proxy.route("server.example:443",
                status(407).header("Proxy-Authenticate", "Basic realm=\"x\""));
    plan::Plan plan = planFor({QUrl(u"https://server.example/a"_s)});
    name(plan.entries.front(), {{u"all-proxy"_s, addressOf(proxy)}});
    QCOMPARE(codeOf(runPlan(plan).tasks.front()), u"proxy-login"_s);
    for (const QString &scheme : {u"http"_s, u"socks5"_s}) {
        name(plan.entries.front(),
             {{u"all-proxy"_s, u"%1://me:SECRET@127.0.0.1:%2"_s.arg(scheme).arg(refusingPort())}});
        const record::TaskRecord task = runPlan(plan).tasks.front();
        QCOMPARE(codeOf(task), u"proxy-failed"_s);
        QVERIFY(!task.failure->detail.contains(u"SECRET"));
    }
}

void ListedProxiesTest::itIsAnsweredWithItsPassword()
{
    RawServer server;
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), [](const Request &request) {
        return request.header("Proxy-Authorization") == "Basic " + QByteArray("me:pw").toBase64()
            ? ok("x")
            : status(407).header("Proxy-Authenticate", "Basic realm=\"x\"");
    });
    plan::Plan plan = planFor({server.url("/a")});
    QString address = addressOf(proxy);
    name(plan.entries.front(), {{u"all-proxy"_s, address.replace(u"://"_s, u"://me:pw@"_s)}});
    QCOMPARE(codeOf(runPlan(plan).tasks.front()), QString());
}

/// What it says of a server is no reason to leave that alone.
void ListedProxiesTest::itClosesNoServerForOthers()
{
    RawServer server;
    server.route("/b", ok("direct"));
    RawServer proxy;
    proxy.route(throughProxy(server, "/a"), status(429).header("Retry-After", "100000"));
    proxy.route(throughProxy(server, "/c"), ok("never asked"));
    plan::Plan plan = planOf(server, proxy);
    plan.entries.push_back(planFor({server.url("/c")}).entries.front());
    plan.entries.back().id = 3;
    name(plan.entries.back(), {{u"all-proxy"_s, addressOf(proxy)}});
    const record::Run run = runPlan(plan);
    QCOMPARE(codeOf(run.tasks[0]), u"http-429"_s);
    QCOMPARE(codeOf(run.tasks[1]), QString());
    QCOMPARE(codeOf(run.tasks[2]), u"http-429"_s);
    QCOMPARE(proxy.requests(), 1);
}

LAPWING_TEST(ListedProxiesTest)
#include "tst_listedproxies.moc"
