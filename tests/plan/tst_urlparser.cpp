// SPDX-License-Identifier: MIT
#include "plan/urlparser.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

void row(const QByteArray &text, const QByteArray &expected, const QByteArray &base = {})
{
    QTest::addRow("%s", text.toPercentEncoding(" :/\\?#@[]{}|^%&='\"<>").constData())
        << text << base << expected;
}

QString nameOf(UrlFault fault)
{
    switch (fault) {
    case UrlFault::Relative:
        return u"relative"_s;
    case UrlFault::Scheme:
        return u"scheme"_s;
    case UrlFault::UserInfo:
        return u"user"_s;
    case UrlFault::Host:
        return u"host"_s;
    case UrlFault::NoHost:
        return u"no host"_s;
    case UrlFault::Port:
        return u"port"_s;
    }
    return {};
}

} // namespace

/// The rows follow the WHATWG URL standard and its urltestdata.json in kind.
class ParsingUrls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serialises_data();
    void serialises();
    void resolves_data();
    void resolves() { serialises(); }
    void refuses_data();
    void refuses();
    void keepsServersApart();
    void findsTheScheme();
};

void ParsingUrls::serialises_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("expected");

    row("http://h", "http://h/");
    row("http://h?", "http://h/?");
    row("http://h/a?#f", "http://h/a?");
    row("http://h/a#f?b", "http://h/a");
    row("http://h/a%20b/100%.txt", "http://h/a%20b/100%25.txt");
    row("http://h/%/%2/%zz%20", "http://h/%25/%252/%25zz%20");
    row("http://h/s?sig=a%2Bb%&r=%20", "http://h/s?sig=a%2Bb%25&r=%20");
    row("http://h/a%2fb%5c", "http://h/a%2Fb%5C");
    row("http://h/a%25b%2520", "http://h/a%25b%2520");
    row("http://h//lead//x", "http://h//lead//x");
    row("http://h/x//", "http://h/x//");
    row("http://h/a/./b/../c", "http://h/a/c");
    row("http://h/../..//a/..", "http://h//");
    row("http://h/a/%2E/%2e%2E/b/.%2e", "http://h/");
    row("http://h/a/...", "http://h/a/...");
    row("http://h/..%2fx", "http://h/..%2Fx");
    row("http://h\\a\\..\\b?c\\d", "http://h/b?c%5Cd");
    row("http://h/a b\"<>`{}?a b\"<>", "http://h/a%20b%22%3C%3E%60%7B%7D?a%20b%22%3C%3E");
    row("http://h/it's?it's", "http://h/it's?it%27s");
    row("http://h/a;b=c?d[]=1", "http://h/a;b=c?d[]=1");
    row("http://h/!$&()*+,-.:;=@_~", "http://h/!$&()*+,-.:;=@_~");
    row("http://h/Gr\xC3\xB6\xC3\x9F"
        "e?\xC3\xB6",
        "http://h/Gr%C3%B6%C3%9Fe?%C3%B6");
    row("http://h/Gr\xF6\xDF"
        "e?\xF6",
        "http://h/Gr%F6%DFe?%F6");
    row("http://h/a%00%7f", "http://h/a%00%7F");
    row("  http://h/a \r\n", "http://h/a");
    row("ht\ntp://h/a\tb", "http://h/ab");
    row("HTTP://EXAMPLE.org:0080/", "http://example.org/");
    row("https://h:443/", "https://h/");
    row("https://h:80/", "https://h:80/");
    row("http://h:/", "http://h/");
    row("http://h:00065535/", "http://h:65535/");
    row("http://[::1]:81/", "http://[::1]:81/");
    row("http://ex%61mple/", "http://example/");
    row("http://127.1/", "http://127.0.0.1/");
    row("http:h/a", "http://h/a");
    row("http:///h/a", "http://h/a");
    row("http:/\\h\\a", "http://h/a");
    row("http://me:p:w%@h/@x:y", "http://me:p%3Aw%25@h/@x:y");
    row("http://@h/", "http://h/");
    row("http://m%40e@h/", "http://m%40e@h/");
}

void ParsingUrls::serialises()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, base);
    const auto url = parseUrl(text, QUrl::fromEncoded(base));
    QVERIFY2(url.has_value(), url ? "" : qPrintable(nameOf(url.error())));
    QTEST(url->toEncoded(), "expected");
    QVERIFY(url->isValid());
    QCOMPARE(parseUrl(url->toEncoded()).value_or(QUrl()), *url);
}

void ParsingUrls::resolves_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("expected");

    const QByteArray base = "http://me:pw@h:81/a//b/c?d#e";
    row("", "http://h:81/a//b/c?d", base);
    row("#x", "http://h:81/a//b/c?d", base);
    row("?x", "http://h:81/a//b/c?x", base);
    row("?", "http://h:81/a//b/c?", base);
    row("x", "http://h:81/a//b/x", base);
    row("x/../y", "http://h:81/a//b/y", base);
    row("../y", "http://h:81/a//y", base);
    row(".", "http://h:81/a//b/", base);
    row("/x", "http://h:81/x", base);
    row("\\x", "http://h:81/x", base);
    row("//i//x", "http://i//x", base);
    row("\\/i/x", "http://i/x", base);
    row("///i/x", "http://i/x", base);
    row("http:x", "http://h:81/a//b/x", base);
    row("http:/i/x", "http://h:81/i/x", base);
    row("http:///i/x", "http://i/x", base);
    row("https:/i/x", "https://i/x", base);
    row("  /lead-blank  ", "http://h:81/lead-blank", base);
    row("/tab\there", "http://h:81/tabhere", base);
    row("/a:b", "http://h:81/a:b", base);
    row("/a%", "http://h/a%25", "http://h/");
    row("x", "http://h/x", "http://h");
}

void ParsingUrls::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("expected");

    const QByteArray base = "http://h/";
    row("", "relative");
    row("/a", "relative");
    row("//h/a", "relative");
    row("ftp://h/", "scheme");
    row("javascript:alert(1)", "scheme", base);
    row("h:8080/a", "scheme", base);
    row("http://", "no host");
    row("http://me:pw@/", "no host");
    row("http://:80/", "no host");
    row("//", "no host", base);
    row("http://a b/", "host");
    row("http://[::1/", "host");
    row("http://\xF6/", "host");
    row("http://h:0/", "port");
    row("http://h:65536/", "port");
    row("http://h:18446744073709580126/", "port");
    row("http://h:4294967376/", "port");
    row("http://h:x/", "port");
    row("http://h:-1/", "port");
    row("http://h:+80/", "port");
    row("//h:99999/", "port", base);
    row("http://user:p@ss@h/", "user");
}

void ParsingUrls::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, base);
    const auto url = parseUrl(text, QUrl::fromEncoded(base));
    QVERIFY2(!url, url ? url->toEncoded().constData() : "");
    QTEST(nameOf(url.error()).toLatin1(), "expected");
}

/// One after the other, as in a list: each shares what it can with the one before.
void ParsingUrls::keepsServersApart()
{
    for (const QByteArray text :
         {"http://h/a", "http://h/b?c", "http://h/", "http://u:p@h/a", "http://h/a", "https://h/a",
          "https://h:81/a", "https://h:81/b", "http://h:81/b"}) {
        const auto url = parseUrl(text);
        QVERIFY(url);
        QCOMPARE(url->toEncoded(), text);
    }
    QVERIFY(!parseUrl("http://h:0/a"));
    QCOMPARE(parseUrl("http://h:81/c")->toEncoded(), "http://h:81/c");
}

void ParsingUrls::findsTheScheme()
{
    QCOMPARE(schemeOf("HTTPS://h"), "https");
    QCOMPARE(schemeOf("a+b-c.1:"), "a+b-c.1");
    QCOMPARE(schemeOf("1a:"), "");
    QCOMPARE(schemeOf("/a:b"), "");
    QCOMPARE(schemeOf(":"), "");
    QCOMPARE(schemeOf("a"), "");
}

LAPWING_TEST(ParsingUrls)
#include "tst_urlparser.moc"
