// SPDX-License-Identifier: MIT
#include "sessionrun.h"
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

    /// To CONNECT; 401 is what tinyproxy says to a wrong password, instead of 407.
    void whatDoesNotLetItThroughIsTheProxysFault_data()
    {
        QTest::addColumn<int>("answer");
        for (const int answer : {400, 401, 403, 404, 407, 500, 502})
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
        plan.access.proxy = proxy;
        const record::TaskRecord task = runPlan(plan).tasks.front();
        return task.failure ? task.failure->code : QString();
    }
};

LAPWING_TEST(TestProxy)
#include "tst_proxy.moc"
