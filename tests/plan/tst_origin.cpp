// SPDX-License-Identifier: MIT
#include "plan/origin.h"
#include "support/testmain.h"

using namespace lapwing::plan;

class Origins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areSchemeNameAndPort_data();
    void areSchemeNameAndPort();
    void hostsHaveOneForm_data();
    void hostsHaveOneForm();
};

void Origins::areSchemeNameAndPort_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("text");

    QTest::newRow("http") << u"http://example.org/a?b#c"_qs << u"http://example.org:80"_qs;
    QTest::newRow("https") << u"https://example.org"_qs << u"https://example.org:443"_qs;
    QTest::newRow("its usual port") << u"http://example.org:80/"_qs << u"http://example.org:80"_qs;
    QTest::newRow("another port") << u"http://example.org:443/"_qs << u"http://example.org:443"_qs;
    QTest::newRow("case") << u"HTTP://Example.ORG/"_qs << u"http://example.org:80"_qs;
    QTest::newRow("user") << u"http://me:pw@example.org/"_qs << u"http://example.org:80"_qs;
    QTest::newRow("other letters")
        << u"http://bücher.example/"_qs << u"http://xn--bcher-kva.example:80"_qs;
    QTest::newRow("IPv4") << u"http://127.0.0.1:8080/"_qs << u"http://127.0.0.1:8080"_qs;
    QTest::newRow("IPv6") << u"http://[::1]:8080/"_qs << u"http://[::1]:8080"_qs;
}

void Origins::areSchemeNameAndPort()
{
    QFETCH(QString, url);
    QFETCH(QString, text);
    QCOMPARE(Origin(QUrl(url)).text, text);
    QVERIFY(Origin(QUrl(url)) == Origin(QUrl(text)));
}

void Origins::hostsHaveOneForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");

    QTest::newRow("plain") << u"example.org"_qs << u"example.org"_qs;
    QTest::newRow("case") << u"Example.ORG"_qs << u"example.org"_qs;
    QTest::newRow("other letters") << u"bücher.example"_qs << u"xn--bcher-kva.example"_qs;
    QTest::newRow("underscore") << u"my_host"_qs << u"my_host"_qs;
    QTest::newRow("IPv4") << u"127.0.0.1"_qs << u"127.0.0.1"_qs;
    QTest::newRow("IPv6") << u"0:0::0:1"_qs << u"::1"_qs;
    QTest::newRow("zone") << u"fe80::1%eth0"_qs << u"fe80::1%25eth0"_qs;
    QTest::newRow("zone as in a URL") << u"fe80::1%25eth0"_qs << u"fe80::1%25eth0"_qs;
    QTest::newRow("zone of other signs") << u"fe80::1%e&#0;"_qs << QString();
    QTest::newRow("zone of a name") << u"example.org%1"_qs << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blank inside") << u"a b"_qs << QString();
    QTest::newRow("slash") << u"a/b"_qs << QString();
    QTest::newRow("port") << u"a:80"_qs << QString();
    QTest::newRow("line break") << u"a\nb"_qs << QString();
}

void Origins::hostsHaveOneForm()
{
    QFETCH(QString, text);
    QTEST(hostFrom(text), "host");
}

LAPWING_TEST(Origins)
#include "tst_origin.moc"
