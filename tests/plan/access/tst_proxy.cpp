// SPDX-License-Identifier: MIT
#include "plan/access/proxy.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

class ReadingProxies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsALogin();
    void refuses_data();
    void refuses();
};

void ReadingProxies::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");

    const auto row = [](const QString &text, const QString &visible) {
        QTest::newRow(qPrintable(text)) << text << visible;
    };
    row(u"http://h:8080"_s, u"http://h:8080"_s);
    row(u"http://h:8080/"_s, u"http://h:8080"_s);
    row(u" HTTP://H:8080 "_s, u"http://h:8080"_s);
    row(u"h:8080"_s, u"http://h:8080"_s);
    row(u"h"_s, u"http://h:3128"_s);
    row(u"localhost:3128"_s, u"http://localhost:3128"_s);
    row(u"me:pw@h"_s, u"http://h:3128"_s);
    row(u"127.0.0.1:80"_s, u"http://127.0.0.1:80"_s);
    row(u"http://[::1]:80"_s, u"http://[::1]:80"_s);
    row(u"socks5h://[fe80::1%eth0]"_s, u"socks5://[fe80::1%25eth0]:1080"_s);
    row(u"socks5://h"_s, u"socks5://h:1080"_s);
    row(u"socks5h://me:pw@h:9050"_s, u"socks5://h:9050"_s);
    row(u"http://bücher.example"_s, u"http://xn--bcher-kva.example:3128"_s);
}

void ReadingProxies::reads()
{
    QFETCH(QString, text);
    const auto proxy = proxyFrom(text);
    QVERIFY(proxy);
    QTEST(displayText(*proxy), "visible");
}

void ReadingProxies::readsALogin()
{
    const Proxy expected{Proxy::Kind::Socks5, u"h"_s, 1, u"me@x"_s, u"p:w%"_s};
    const auto proxy = proxyFrom(u"socks5://me%40x:p%3Aw%25@h:1"_s);
    QVERIFY(proxy);
    QVERIFY(*proxy == expected);
    QVERIFY(proxyFrom(u"http://h"_s)->user.isEmpty());
}

void ReadingProxies::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ProxyFault>("fault");

    const auto row = [](const QString &text, ProxyFault fault) {
        QTest::newRow(qPrintable(text.left(40))) << text << fault;
    };
    row({}, ProxyFault::HostOrPort);
    row(u"http://"_s, ProxyFault::HostOrPort);
    row(u"http://s3cret@"_s, ProxyFault::HostOrPort);
    row(u"http://[fe80::1%:]"_s, ProxyFault::HostOrPort);
    row(u"http://me:s3cret@h:0"_s, ProxyFault::HostOrPort);
    row(u"http://me:s3cret@h:65536"_s, ProxyFault::HostOrPort);
    row(u"http://me:s3cret@h:x"_s, ProxyFault::HostOrPort);
    row(u"http://me:s3cret@h x"_s, ProxyFault::HostOrPort);
    row(u"http://me:s3cret@h/p"_s, ProxyFault::PathOrQuery);
    row(u"http://me:s3cret@h?p"_s, ProxyFault::PathOrQuery);
    row(u"http://me:s3cret@h#p"_s, ProxyFault::PathOrQuery);
    row(u"https://me:s3cret@h"_s, ProxyFault::Scheme);
    row(u"socks4://me:s3cret@h"_s, ProxyFault::Scheme);
    row(u"ftp://me:s3cret@h"_s, ProxyFault::Scheme);
    row(u"socks5://me:s3cret%1@h"_s.arg(QString(250, u'x')), ProxyFault::LoginTooLong);
}

void ReadingProxies::refuses()
{
    QFETCH(QString, text);
    const auto proxy = proxyFrom(text);
    QVERIFY(!proxy);
    QTEST(proxy.error(), "fault");
}

LAPWING_TEST(ReadingProxies)
#include "tst_proxy.moc"
