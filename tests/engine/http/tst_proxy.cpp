// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using Kind = plan::Proxy::Kind;

/// Whose fault it is, when there is somebody between us and the server.
class TestProxy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneThatIsNotThereIsTheProxysFault_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("http by http") << Kind::Http << QStringLiteral("http");
        QTest::newRow("https by http") << Kind::Http << QStringLiteral("https");
        QTest::newRow("http by socks") << Kind::Socks5 << QStringLiteral("http");
        QTest::newRow("https by socks") << Kind::Socks5 << QStringLiteral("https");
    }
    void oneThatIsNotThereIsTheProxysFault()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, scheme);
        QCOMPARE(codeOf(scheme, {kind, QStringLiteral("127.0.0.1"), refusingPort(), {}, {}}),
                 QStringLiteral("proxy-failed"));
    }

    /// Said in words of its own, also where the link is https, and no server has answered.
    void oneThatWantsAPasswordSaysSo_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("none given") << QString();
        QTest::newRow("a wrong one") << QStringLiteral("me");
    }
    void oneThatWantsAPasswordSaysSo()
    {
        QFETCH(QString, user);
        RawServer proxy;
        proxy.route("server.example:443",
                    status(407).header("Proxy-Authenticate", "Basic realm=\"x\""));
        const plan::Proxy way{Kind::Http, QStringLiteral("127.0.0.1"), proxy.port(), user, user};
        QCOMPARE(codeOf(QStringLiteral("https"), way), QStringLiteral("proxy-login"));
    }

    void whatIsExceptedIsAskedDirectly()
    {
        RawServer server;
        server.route("/file", ok("x"));
        RawServer proxy;
        proxy.route("http://127.0.0.1:1/file", ok("by the proxy"));
        plan::Plan plan = planFor({server.url("/file")});
        plan.access.proxies.http =
            plan::Proxy{Kind::Http, QStringLiteral("127.0.0.1"), proxy.port(), {}, {}};
        plan.access.proxies.exceptions = QStringList{QStringLiteral("127.0.0.0/8")};
        QVERIFY(!runPlan(plan).tasks.front()->failure);
        QCOMPARE(proxy.requests(), 0);
        plan.access.proxies.exceptions.clear();
        runPlan(plan);
        QCOMPARE(proxy.requests(), 1);
        QCOMPARE(server.requests(), 1);
    }

    /// To CONNECT; 401 is what tinyproxy says to a wrong password, instead of 407.
    void whatDoesNotLetItThroughIsTheProxysFault_data()
    {
        QTest::addColumn<int>("answer");
        for (const int answer : {400, 401, 403, 404, 500, 502})
            QTest::addRow("%d", answer) << answer;
    }
    void whatDoesNotLetItThroughIsTheProxysFault()
    {
        QFETCH(int, answer);
        RawServer proxy;
        proxy.route("server.example:443", status(answer));
        QCOMPARE(
            codeOf(
                QStringLiteral("https"),
                {Kind::Http, QStringLiteral("127.0.0.1"), proxy.port(), QStringLiteral("me"), {}}),
            QStringLiteral("proxy-failed"));
        QVERIFY(proxy.requests() > 0);
    }

private:
    /// Of what became of a link that is asked for through this proxy.
    static QString codeOf(const QString &scheme, const plan::Proxy &proxy)
    {
        plan::Plan plan = planFor({QUrl(scheme + QStringLiteral("://server.example/file"))});
        plan.access.proxies = {proxy, proxy, {}, false};
        const record::TaskRecord task = runPlan(plan).tasks.front();
        return task.failure ? task.failure->code : QString();
    }
};

LAPWING_TEST(TestProxy)
#include "tst_proxy.moc"
