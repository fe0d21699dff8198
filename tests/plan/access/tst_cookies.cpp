// SPDX-License-Identifier: MIT
#include "plan/access/cookies.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();

QByteArray fieldFor(const QByteArray &file, const QString &url)
{
    return cookieFieldFor(cookiesFrom(file).cookies, QUrl(url), now);
}

} // namespace

class ReadingCookies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAFile();
    void refuses_data();
    void refuses();
    void sendsWhereTheyBelong_data();
    void sendsWhereTheyBelong();
    void longerPathsComeFirst();
};

void ReadingCookies::readsAFile()
{
    const Cookies read = cookiesFrom("# Netscape HTTP Cookie File\r\n\r\n"
                                     ".Example.org\tTRUE\t/\tFALSE\t0\ta\t1\r\n"
                                     "#HttpOnly_h\tfalse\t/p\ttrue\t1700000001\tb\tx=y z\n"
                                     "# h\tTRUE\t/\tFALSE\t0\tno\tno\n"
                                     "h\tFALSE\t/\tFALSE\t\tempty\t\n"
                                     "h\tFALSE\t/\tFALSE\t9223372036854775807\tnone");
    QVERIFY(read.errors.empty());
    QCOMPARE(read.cookies.size(), 4U);
    const Cookie first{u"example.org"_s, true, u"/"_s, false, {}, "a", "1"};
    const Cookie second{u"h"_s, false, u"/p"_s, true, now.addSecs(1), "b", "x=y z"};
    const Cookie third{u"h"_s, false, u"/"_s, false, {}, "empty", ""};
    QVERIFY(read.cookies.at(0) == first);
    QVERIFY(read.cookies.at(1) == second);
    QVERIFY(read.cookies.at(2) == third);
    QCOMPARE(read.cookies.at(3).name, QByteArray("none"));
    QVERIFY(read.cookies.at(3).expires > now.addYears(1000));
}

void ReadingCookies::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<CookieFault>("fault");

    const auto row = [](const char *name, const QByteArray &line, CookieFault fault) {
        QTest::newRow(name) << line << fault;
    };
    row("blanks for tabs", "h FALSE / FALSE 0 s3cret s3cret", CookieFault::FieldCount);
    row("five fields", "h\tFALSE\t/\tFALSE\t0", CookieFault::FieldCount);
    row("eight fields", "h\tFALSE\t/\tFALSE\t0\ta\ts3cret\ts3cret", CookieFault::FieldCount);
    row("no host", "\tFALSE\t/\tFALSE\t0\ta\ts3cret", CookieFault::Host);
    row("dot alone", ".\tFALSE\t/\tFALSE\t0\ta\ts3cret", CookieFault::Host);
    row("no host", "a/b\tFALSE\t/\tFALSE\t0\ta\ts3cret", CookieFault::Host);
    row("sub-domains", "h\tyes\t/\tFALSE\t0\ta\ts3cret", CookieFault::NotTrueOrFalse);
    row("https alone", "h\tTRUE\t/\t\t0\ta\ts3cret", CookieFault::NotTrueOrFalse);
    row("path", "h\tTRUE\tp\tTRUE\t0\ta\ts3cret", CookieFault::Path);
    row("expiry", "h\tTRUE\t/\tTRUE\t-1\ta\ts3cret", CookieFault::Expiry);
    row("expiry with a point", "h\tTRUE\t/\tTRUE\t1.5\ta\ts3cret", CookieFault::Expiry);
    row("no name", "h\tTRUE\t/\tTRUE\t0\t\ts3cret", CookieFault::NameOrValue);
    row("equals in the name", "h\tTRUE\t/\tTRUE\t0\ta=b\ts3cret", CookieFault::NameOrValue);
    row("semicolon", "h\tTRUE\t/\tTRUE\t0\ta\ts3cret; b", CookieFault::NameOrValue);
    row("CR", "h\tTRUE\t/\tTRUE\t0\ta\ts3cret\rX: y", CookieFault::NameOrValue);
    row("NUL", QByteArray("h\tTRUE\t/\tTRUE\t0\ta\ts3cret\0", 25), CookieFault::NameOrValue);
    row("CR in the name", "h\tTRUE\t/\tTRUE\t0\ta\rs3cret\tb", CookieFault::NameOrValue);
}

void ReadingCookies::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(CookieFault, fault);
    const Cookies read = cookiesFrom("h\tTRUE\t/\tTRUE\t0\ta\tb\n" + line + "\n");
    QCOMPARE(read.cookies.size(), 1U);
    QCOMPARE(read.errors.size(), 1U);
    QVERIFY(read.errors.front() == (CookieError{2, fault}));
}

void ReadingCookies::sendsWhereTheyBelong_data()
{
    QTest::addColumn<QByteArray>("cookie"); // up to its name
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("sent");

    const auto row = [](const char *name, const QByteArray &cookie, const char *url, bool sent) {
        QTest::newRow(name) << cookie << QString::fromUtf8(url) << sent;
    };
    const QByteArray exact = "a.example\tFALSE\t/\tFALSE\t0";
    const QByteArray below = ".a.example\tTRUE\t/\tFALSE\t0";
    row("host", exact, "http://a.example/x", true);
    row("case of the host", exact, "http://A.Example/x", true);
    row("any port", exact, "http://a.example:8080/x", true);
    row("https too", exact, "https://a.example/x", true);
    row("sub-domain of one host", exact, "http://b.a.example/", false);
    row("the domain itself", below, "http://a.example/", true);
    row("sub-domain", below, "http://c.b.a.example/", true);
    row("end of another name", below, "http://ba.example/", false);
    row("above", below, "http://example/", false);
    row("name as a part", below, "http://a.example.org/", false);
    row("without a dot", "example\tTRUE\t/\tFALSE\t0", "http://a.example/", false);
    row("without a dot, itself", "localhost\tTRUE\t/\tFALSE\t0", "http://localhost/", true);
    row("end of an IP address", "0.0.1\tTRUE\t/\tFALSE\t0", "http://127.0.0.1/", false);
    row("IP address", "127.0.0.1\tTRUE\t/\tFALSE\t0", "http://127.0.0.1:81/", true);
    row("IPv6", "::1\tTRUE\t/\tFALSE\t0", "http://[::1]/", true);
    row("other letters",
        "b\xC3\xBC"
        "cher.example\tTRUE\t/\tFALSE\t0",
        "http://xn--bcher-kva.example/", true);
    row("secure over http", "h\tTRUE\t/\tTRUE\t0", "http://h/", false);
    row("secure over https", "h\tTRUE\t/\tTRUE\t0", "https://h/", true);
    row("path", "h\tTRUE\t/p\tFALSE\t0", "http://h/p", true);
    row("below the path", "h\tTRUE\t/p\tFALSE\t0", "http://h/p/q", true);
    row("beside the path", "h\tTRUE\t/p\tFALSE\t0", "http://h/pq", false);
    row("above the path", "h\tTRUE\t/p/\tFALSE\t0", "http://h/p", false);
    row("path with a slash", "h\tTRUE\t/p/\tFALSE\t0", "http://h/p/q", true);
    row("no path asked for", exact, "http://a.example", true);
    row("expired", "h\tTRUE\t/\tFALSE\t1700000000", "http://h/", false);
    row("not yet expired", "h\tTRUE\t/\tFALSE\t1700000001", "http://h/", true);
}

void ReadingCookies::sendsWhereTheyBelong()
{
    QFETCH(QByteArray, cookie);
    QFETCH(QString, url);
    QFETCH(bool, sent);
    QCOMPARE(cookiesFrom(cookie + "\tn\tv").cookies.size(), 1U);
    QCOMPARE(fieldFor(cookie + "\tn\tv", url), QByteArray(sent ? "n=v" : ""));
}

void ReadingCookies::longerPathsComeFirst()
{
    const QByteArray file = "h\tTRUE\t/\tFALSE\t0\ta\t1\nh\tTRUE\t/p\tFALSE\t0\tb\t2\n"
                            "h\tTRUE\t/p/q\tFALSE\t0\tc\t3\nh\tTRUE\t/p\tFALSE\t0\td\t4\n";
    QCOMPARE(fieldFor(file, u"http://h/p/q"_s), QByteArray("c=3; b=2; d=4; a=1"));
    QCOMPARE(fieldFor(file, u"http://h/"_s), QByteArray("a=1"));
}

LAPWING_TEST(ReadingCookies)
#include "tst_cookies.moc"
