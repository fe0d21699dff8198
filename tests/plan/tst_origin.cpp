// SPDX-License-Identifier: MIT
#include "plan/origin.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

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

    QTest::newRow("http") << u"http://example.org/a?b#c"_s << u"http://example.org:80"_s;
    QTest::newRow("https") << u"https://example.org"_s << u"https://example.org:443"_s;
    QTest::newRow("its usual port") << u"http://example.org:80/"_s << u"http://example.org:80"_s;
    QTest::newRow("another port") << u"http://example.org:443/"_s << u"http://example.org:443"_s;
    QTest::newRow("case") << u"HTTP://Example.ORG/"_s << u"http://example.org:80"_s;
    QTest::newRow("user") << u"http://me:pw@example.org/"_s << u"http://example.org:80"_s;
    QTest::newRow("other letters")
        << u"http://bücher.example/"_s << u"http://xn--bcher-kva.example:80"_s;
    QTest::newRow("IPv4") << u"http://127.0.0.1:8080/"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8080/"_s << u"http://[::1]:8080"_s;
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

    QTest::newRow("plain") << u"example.org"_s << u"example.org"_s;
    QTest::newRow("case") << u"Example.ORG"_s << u"example.org"_s;
    QTest::newRow("other letters") << u"bücher.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("underscore") << u"my_host"_s << u"my_host"_s;
    QTest::newRow("IPv4") << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"0:0::0:1"_s << u"::1"_s;
    QTest::newRow("zone") << u"fe80::1%eth0"_s << u"fe80::1%25eth0"_s;
    QTest::newRow("zone as in a URL") << u"fe80::1%25eth0"_s << u"fe80::1%25eth0"_s;
    QTest::newRow("zone of other signs") << u"fe80::1%e&#0;"_s << QString();
    QTest::newRow("zone of a name") << u"example.org%1"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blank inside") << u"a b"_s << QString();
    QTest::newRow("slash") << u"a/b"_s << QString();
    QTest::newRow("port") << u"a:80"_s << QString();
    QTest::newRow("line break") << u"a\nb"_s << QString();
}

void Origins::hostsHaveOneForm()
{
    QFETCH(QString, text);
    QTEST(hostFrom(text), "host");
}

LAPWING_TEST(Origins)
#include "tst_origin.moc"
