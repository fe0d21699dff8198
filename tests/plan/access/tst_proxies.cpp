// SPDX-License-Identifier: MIT
#include "plan/access/proxies.h"
#include "support/testmain.h"

#include <QProcessEnvironment>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

/// "http_proxy=h no_proxy=a,b": words with no blanks.
QProcessEnvironment environmentOf(const QString &words)
{
    QProcessEnvironment environment;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        environment.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    return environment;
}

QString wayTo(const Proxies &proxies, const QString &url)
{
    const Proxy *proxy = proxies.forUrl(QUrl(url));
    return proxy == nullptr ? u"direct"_s : proxy->host;
}

} // namespace

class ReadingTheEnvironment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAsCurlDoes_data();
    void isAsCurlDoes();
    void exceptions_data();
    void exceptions();
    void exceptionsCountBesideAChoice();
    void refusesWithoutTheValue();
    void isShownWithoutSecrets_data();
    void isShownWithoutSecrets();
};

void ReadingTheEnvironment::isAsCurlDoes_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("http");
    QTest::addColumn<QString>("https");
    const auto row = [](const QString &environment, const QString &http, const QString &https) {
        QTest::newRow(qPrintable(environment)) << environment << http << https;
    };
    row({}, u"direct"_s, u"direct"_s);
    row(u"http_proxy=a"_s, u"a"_s, u"direct"_s);
    row(u"HTTP_PROXY=a"_s, u"direct"_s, u"direct"_s); // a request may have set it
    row(u"https_proxy=a"_s, u"direct"_s, u"a"_s);
    row(u"HTTPS_PROXY=a"_s, u"direct"_s, u"a"_s);
    row(u"HTTPS_PROXY=a https_proxy=b"_s, u"direct"_s, u"b"_s);
    row(u"all_proxy=socks5://a"_s, u"a"_s, u"a"_s);
    row(u"ALL_PROXY=a"_s, u"a"_s, u"a"_s);
    row(u"all_proxy=a http_proxy=b"_s, u"b"_s, u"a"_s);
    row(u"all_proxy=a http_proxy="_s, u"a"_s, u"a"_s);
    row(u"all_proxy=a no_proxy=*"_s, u"direct"_s, u"direct"_s);
    row(u"all_proxy=a NO_PROXY=h.example"_s, u"direct"_s, u"direct"_s);
    row(u"all_proxy=a NO_PROXY=h.example no_proxy=x"_s, u"a"_s, u"a"_s);
}

void ReadingTheEnvironment::isAsCurlDoes()
{
    QFETCH(QString, environment);
    const auto proxies = proxiesOf(environmentOf(environment));
    QVERIFY(proxies);
    QTEST(wayTo(*proxies, u"http://h.example/x"_s), "http");
    QTEST(wayTo(*proxies, u"https://h.example/x"_s), "https");
}

void ReadingTheEnvironment::exceptions_data()
{
    QTest::addColumn<QString>("exceptions"); // with commas between
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isOne");
    const auto row = [](const QString &exceptions, const QString &host, bool isOne) {
        QTest::addRow("%s of %s", qPrintable(host), qPrintable(exceptions))
            << exceptions << host << isOne;
    };
    for (const QString &name : {u"example.org"_s, u".example.org"_s, u"example.org."_s,
                                u"Example.ORG"_s, u"x,example.org"_s}) {
        row(name, u"example.org"_s, true);
        row(name, u"www.example.org"_s, true);
        row(name, u"www.example.org."_s, true);
        row(name, u"notexample.org"_s, false);
        row(name, u"example.org.evil"_s, false);
        row(name, u"org"_s, false);
    }
    row(u"*"_s, u"anything"_s, true);
    row(u"*"_s, u"1.2.3.4"_s, true);
    row(u"*,x"_s, u"anything"_s, false);
    row(u"*.example.org"_s, u"www.example.org"_s, false);
    row(u"example.org:80"_s, u"example.org"_s, false);
    row(u"bücher.example"_s, u"xn--bcher-kva.example"_s, true);
    row(u"127.0.0.1"_s, u"127.0.0.1"_s, true);
    row(u"0.0.1"_s, u"127.0.0.1"_s, false);
    row(u"10.0.0.0/8"_s, u"10.1.2.3"_s, true);
    row(u"10.0.0.0/8"_s, u"11.1.2.3"_s, false);
    row(u"10.0.0.0/33"_s, u"10.0.0.0"_s, false);
    row(u"10.0.0.0/x"_s, u"10.1.2.3"_s, false);
    row(u"192.168.1.128/25"_s, u"192.168.1.127"_s, false);
    row(u"192.168.1.128/25"_s, u"192.168.1.200"_s, true);
    row(u"10.0.0.0/8"_s, u"10.example"_s, false);
    row(u"::1"_s, u"::1"_s, true);
    row(u"[::1]"_s, u"::1"_s, true);
    row(u"fd00::/8"_s, u"fd12::1"_s, true);
    row(u"fd00::/8"_s, u"fe80::1"_s, false);
}

void ReadingTheEnvironment::exceptions()
{
    QFETCH(QString, exceptions);
    QFETCH(QString, host);
    QTEST(isException(exceptions.split(u','), host), "isOne");
}

void ReadingTheEnvironment::exceptionsCountBesideAChoice()
{
    const Proxies proxies = proxiesThrough(
        *proxyFrom(u"a"_s), environmentOf(u"http_proxy=b no_proxy=h.example,10.0.0.0/8"_s));
    QCOMPARE(wayTo(proxies, u"http://w.h.example/"_s), u"direct"_s);
    QCOMPARE(wayTo(proxies, u"https://10.0.0.1:81/"_s), u"direct"_s);
    QCOMPARE(wayTo(proxies, u"http://g.example/"_s), u"a"_s);
    QVERIFY(proxies.isChosen && directly().isChosen);
    const auto none = proxiesOf(environmentOf(u"no_proxy=h.example"_s)); // a list may name one
    QVERIFY(none->isEmpty() && !none->isChosen);
    QCOMPARE(none->exceptions, QStringList{u"h.example"_s});
}

void ReadingTheEnvironment::refusesWithoutTheValue()
{
    const auto proxies = proxiesOf(environmentOf(u"ALL_PROXY=https://me:s3cret@h"_s));
    QVERIFY(!proxies);
    QVERIFY(proxies.error() == (ProxyVariableError{u"ALL_PROXY"_s, ProxyFault::Scheme}));
}

void ReadingTheEnvironment::isShownWithoutSecrets_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("visible");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("both") << u"all_proxy=http://me:pw@a:1"_s << u"http://a:1"_s;
    QTest::newRow("each") << u"all_proxy=me:pw@a:1 http_proxy=b:2"_s
                          << u"http=http://b:2 https=http://a:1"_s;
    QTest::newRow("exceptions") << u"all_proxy=a:1 no_proxy=x,,y"_s << u"http://a:1 no=x,y"_s;
    QTest::newRow("one of them") << u"https_proxy=socks5://me:pw@a:1 no_proxy=10.0.0.0/8"_s
                                 << u"http=none https=socks5://a:1 no=10.0.0.0/8"_s;
}

void ReadingTheEnvironment::isShownWithoutSecrets()
{
    QFETCH(QString, environment);
    QTEST(displayText(*proxiesOf(environmentOf(environment))), "visible");
}

LAPWING_TEST(ReadingTheEnvironment)
#include "tst_proxies.moc"
