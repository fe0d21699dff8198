// SPDX-License-Identifier: MIT
#include "plan/access/setcookie.h"
#include "support/testmain.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();

std::optional<Cookie> setBy(const QByteArray &field,
                            const QString &url = u"https://www.shop.example.org/a/b/file"_s)
{
    return cookieSetBy(field, QUrl(url), now);
}

} // namespace

class SettingCookies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAField();
    void theDomain_data();
    void theDomain();
    void thePath_data();
    void thePath();
    void theExpiry_data();
    void theExpiry();
    void secureComesFromASecureServer();
    void refuses_data();
    void refuses();
};

void SettingCookies::readsAField()
{
    const Cookie expected{u"www.shop.example.org"_s, false, u"/a"_s, true, {}, "id", "a=b \"c\""};
    const auto cookie = setBy(" id = a=b \"c\" ; PATH=/a ; Secure; HttpOnly; SameSite=Lax; x");
    QVERIFY(cookie && *cookie == expected);
    QCOMPARE(setBy("id=")->value, QByteArray(""));
}

void SettingCookies::theDomain_data()
{
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("set"); // with a dot before: also below; empty: refused

    const QString url = u"https://www.shop.example.org/"_s;
    const auto row = [](const char *name, const QByteArray &domain, const QString &from,
                        const QString &set) { QTest::newRow(name) << domain << from << set; };
    row("none", "", url, u"www.shop.example.org"_s);
    row("itself", "www.shop.example.org", url, u".www.shop.example.org"_s);
    row("above", "example.org", url, u".example.org"_s);
    row("above, with a dot", ".Example.ORG", url, u".example.org"_s);
    row("a dot alone", ".", url, u"www.shop.example.org"_s);
    row("another", "example.com", url, {});
    row("below", "a.www.shop.example.org", url, {});
    row("beside", "shop2.example.org", url, {});
    row("end of a name", "ample.org", url, {});
    row("a public suffix", "org", url, {});
    row("a public suffix of two", "co.uk", u"https://a.co.uk/"_s, {});
    row("a private suffix", "github.io", u"https://a.github.io/"_s, {});
    row("a suffix with other letters", "xn--55qx5d.cn", u"https://a.xn--55qx5d.cn/"_s, {});
    row("below a suffix", "a.co.uk", u"https://b.a.co.uk/"_s, u".a.co.uk"_s);
    row("a suffix is a server", "github.io", u"https://github.io/"_s, u"github.io"_s);
    row("an address", "127.0.0.1", u"https://127.0.0.1:81/"_s, u"127.0.0.1"_s);
    row("end of an address", "0.0.1", u"https://127.0.0.1/"_s, {});
    row("IPv6", "::1", u"https://[::1]/"_s, u"::1"_s);
    row("localhost", "localhost", u"https://localhost/"_s, u"localhost"_s);
    row("other letters",
        "b\xC3\xBC"
        "cher.org",
        u"https://a.xn--bcher-kva.org/"_s, u".xn--bcher-kva.org"_s);
}

void SettingCookies::theDomain()
{
    QFETCH(QByteArray, domain);
    QFETCH(QString, url);
    const auto cookie = setBy("a=b; Domain=" + domain, url);
    const QString dot = cookie && cookie->subdomains ? u"."_s : QString();
    QTEST(cookie ? dot + cookie->domain : QString(), "set");
}

void SettingCookies::thePath_data()
{
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");

    QTest::newRow("up to the last") << QByteArray() << u"http://h/a/b/c"_s << u"/a/b"_s;
    QTest::newRow("a folder") << QByteArray() << u"http://h/a/b/"_s << u"/a/b"_s;
    QTest::newRow("at the top") << QByteArray() << u"http://h/a"_s << u"/"_s;
    QTest::newRow("none") << QByteArray() << u"http://h"_s << u"/"_s;
    QTest::newRow("given") << QByteArray("; Path=/x/") << u"http://h/a/b"_s << u"/x/"_s;
    QTest::newRow("no path") << QByteArray("; Path=x") << u"http://h/a/b"_s << u"/a"_s;
    QTest::newRow("the last counts")
        << QByteArray("; Path=/x; path=/y") << u"http://h/"_s << u"/y"_s;
}

void SettingCookies::thePath()
{
    QFETCH(QByteArray, attribute);
    QFETCH(QString, url);
    QTEST(setBy("a=b" + attribute, url)->path, "path");
}

void SettingCookies::theExpiry_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QDateTime>("expires"); // invalid: at the end of the run

    const QDateTime later = QDateTime(QDate(2030, 10, 21), QTime(7, 28), QTimeZone::utc());
    QTest::newRow("none") << QByteArray() << QDateTime();
    QTest::newRow("date") << QByteArray("; Expires=Mon, 21 Oct 2030 07:28:00 GMT") << later;
    QTest::newRow("old date") << QByteArray("; Expires=Mon, 21-Oct-30 07:28:00 GMT") << later;
    QTest::newRow("no date") << QByteArray("; Expires=soon") << QDateTime();
    QTest::newRow("age") << QByteArray("; Max-Age=60") << now.addSecs(60);
    QTest::newRow("age goes before")
        << QByteArray("; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT") << now.addSecs(60);
    QTest::newRow("over") << QByteArray("; Max-Age=0") << now;
    QTest::newRow("long over") << QByteArray("; Max-Age=-1") << now;
    QTest::newRow("very long") << QByteArray("; Max-Age=9223372036854775807") << now.addDays(400);
    QTest::newRow("no age") << QByteArray("; Max-Age=1x; Expires=Mon, 21 Oct 2030 07:28:00 GMT")
                            << later;
}

void SettingCookies::theExpiry()
{
    QFETCH(QByteArray, attributes);
    QTEST(setBy("a=b" + attributes)->expires.value_or(QDateTime()), "expires");
}

void SettingCookies::secureComesFromASecureServer()
{
    QVERIFY(setBy("a=b; secure")->secure);
    QVERIFY(!setBy("a=b; secure", u"http://www.shop.example.org/"_s));
    QVERIFY(!setBy("a=b")->secure);
}

void SettingCookies::refuses_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no name") << QByteArray("=b");
    QTest::newRow("no equals") << QByteArray("a; Path=/");
    QTest::newRow("control") << QByteArray("a=b\rX: y");
    QTest::newRow("NUL") << QByteArray("a=b\0c", 5);
    QTest::newRow("control in the name") << QByteArray("a\x01=b");
}

void SettingCookies::refuses()
{
    QFETCH(QByteArray, field);
    QVERIFY(!setBy(field));
}

LAPWING_TEST(SettingCookies)
#include "tst_setcookie.moc"
