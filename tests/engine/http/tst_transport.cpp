// SPDX-License-Identifier: MIT
#include "engine/http/transport.h"
#include "support/testmain.h"

#include <QNetworkProxy>

using namespace lapwing;
using engine::Origin;
using engine::Transport;

class TestTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySixToAnOriginNeedOneMoreManager()
    {
        Transport transport(std::make_shared<async::SteadyClock>());
        const Origin a(QUrl(QStringLiteral("http://a/")));
        const Origin b(QUrl(QStringLiteral("http://b/")));
        std::vector<std::unique_ptr<Transport::Lease>> leases;
        const auto lease = [&](const Origin &origin) {
            leases.push_back(std::make_unique<Transport::Lease>(&transport, origin, nullptr));
        };
        for (int i = 0; i < 6; ++i)
            lease(a);
        QCOMPARE(transport.managers(), std::size_t(1));
        for (int i = 0; i < 6; ++i)
            lease(b); // another server never shares one at the same moment
        QCOMPARE(transport.managers(), std::size_t(2));
        lease(a);
        QCOMPARE(transport.managers(), std::size_t(3));
        leases.erase(leases.begin());
        lease(a); // the place that came back on the first manager
        QCOMPARE(leases.back()->manager(), leases.front()->manager());
        QCOMPARE(transport.managers(), std::size_t(3));
    }

    void oneThatRestsIsLentAgainButNotOneThatWasSpoiled()
    {
        Transport transport(std::make_shared<async::SteadyClock>());
        const Origin a(QUrl(QStringLiteral("http://a/")));
        const Origin b(QUrl(QStringLiteral("http://b/")));
        const Origin c(QUrl(QStringLiteral("http://c/")));
        auto first = std::make_unique<Transport::Lease>(&transport, a, nullptr);
        auto second = std::make_unique<Transport::Lease>(&transport, b, nullptr);
        const QNetworkAccessManager *ofB = second->manager();
        first.reset();
        second.reset();
        second =
            std::make_unique<Transport::Lease>(&transport, b, nullptr); // where its connections are
        QCOMPARE(second->manager(), ofB);
        first = std::make_unique<Transport::Lease>(&transport, c, nullptr);
        QCOMPARE(transport.managers(), std::size_t(2));
        first->poison(QUrl(QStringLiteral("http://c/")), {});
        first.reset();
        first = std::make_unique<Transport::Lease>(&transport, c, nullptr);
        QCOMPARE(transport.managers(), std::size_t(3));
    }

    /// Also one after the other: its connections may still be open.
    void twoProxiesNeverShareOne()
    {
        Transport transport(std::make_shared<async::SteadyClock>());
        const Origin a(QUrl(QStringLiteral("http://a/")));
        const plan::Proxy chosen = *plan::proxyFrom(QStringLiteral("http://me:x@proxy"));
        std::vector<plan::Proxy> proxies(4, chosen);
        proxies[1].password = QStringLiteral("y");
        proxies[2].kind = plan::Proxy::Kind::Socks5;
        proxies[3].isListed = true; // the same, but only by a list
        std::set<const QNetworkAccessManager *> managers{
            Transport::Lease(&transport, a, nullptr).manager()};
        for (const plan::Proxy &proxy : proxies)
            managers.insert(Transport::Lease(&transport, a, &proxy).manager());
        QCOMPARE(managers.size(), proxies.size() + 1);
        for (const plan::Proxy &proxy : proxies)
            managers.insert(Transport::Lease(&transport, a, &proxy).manager());
        QCOMPARE(managers.size(), proxies.size() + 1);
    }

    /// Each has a thread.
    void aListOfManyProxiesLeavesFewManagers()
    {
        Transport transport(std::make_shared<async::SteadyClock>());
        const Origin a(QUrl(QStringLiteral("http://a/")));
        plan::Proxy proxy = *plan::proxyFrom(QStringLiteral("proxy"));
        proxy.isListed = true;
        for (proxy.port = 1; proxy.port <= 100; ++proxy.port) {
            const Transport::Lease lease(&transport, a, &proxy);
            QCoreApplication::processEvents();
        }
        QVERIFY2(transport.managers() <= 10, qPrintable(QString::number(transport.managers())));
    }

    /// Without them a socket may find the end of a connection and tell nobody.
    void everySocketHasBuffers_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<bool>("byProxy");
        QTest::addColumn<bool>("needsThem");
        const QUrl plain(QStringLiteral("http://a/"));
        QTest::newRow("http") << plain << false << true;
        QTest::newRow("https has them") << QUrl(QStringLiteral("https://a/")) << false << false;
        QTest::newRow("a proxy's has them") << plain << true << false;
    }
    void everySocketHasBuffers()
    {
        QFETCH(QUrl, url);
        QFETCH(bool, byProxy);
        QFETCH(bool, needsThem);
        QNetworkProxy::setApplicationProxy(
            {QNetworkProxy::HttpProxy, QStringLiteral("elsewhere"), 1});
        const auto putBack =
            qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
        const plan::Proxy proxy = *plan::proxyFrom(QStringLiteral("proxy"));
        Transport transport(std::make_shared<async::SteadyClock>());
        const Transport::Lease lease(&transport, Origin(url), byProxy ? &proxy : nullptr);
        QCOMPARE(lease.manager()->proxyFactory() != nullptr, needsThem);
        if (needsThem) // such a socket asks for the application's: nobody else's may be there
            QCOMPARE(QNetworkProxy::applicationProxy().type(), QNetworkProxy::NoProxy);
    }

    /// In a link it stands after "%25".
    void theZoneOfAProxyIsHandedOver()
    {
        const plan::Proxy proxy = *plan::proxyFrom(QStringLiteral("http://[fe80::1%25eth0]:80"));
        Transport transport(std::make_shared<async::SteadyClock>());
        const Transport::Lease lease(&transport, Origin(QUrl(QStringLiteral("http://a/"))), &proxy);
        QCOMPARE(lease.manager()->proxy().hostName(), QStringLiteral("fe80::1%eth0"));
    }

    void aRequestCarriesNothingOfAnother()
    {
        const Transport transport(std::make_shared<async::SteadyClock>());
        const QNetworkRequest request =
            transport.request(QUrl(QStringLiteral("http://a/")), nullptr, {});
        QCOMPARE(request.rawHeader("Accept-Encoding"), QByteArray("identity"));
        QVERIFY(!request.hasRawHeader("Authorization"));
        QCOMPARE(request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
                 int(QNetworkRequest::ManualRedirectPolicy));
        QCOMPARE(request.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
                 int(QNetworkRequest::Manual));
        QVERIFY(!request.attribute(QNetworkRequest::Http2AllowedAttribute).toBool());
    }
};

LAPWING_TEST(TestTransport)
#include "tst_transport.moc"
