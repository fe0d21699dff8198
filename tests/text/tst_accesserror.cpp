// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/accesserror.h"

#include <QProcessEnvironment>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

/// What people read of what they wrote; none of it is a secret (s3cret).
class AccessErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksums_data();
    void checksums();
    void cookies_data();
    void cookies();
    void headers_data();
    void headers();
    void netrcs_data();
    void netrcs();
    void proxies_data();
    void proxies();
    void proxiesOfTheEnvironment();
};

void AccessErrorTest::checksums_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QString()
                           << u"Write the checksum as TYPE=HEX, for example sha-256=9f86d0…, or as "
                              "its digits alone: 32, 40, 56, 64, 96 or 128."_s;
    QTest::newRow("an unknown type")
        << u"sha3-256=aa"_s
        << u"The checksum type must be md5, sha-1, sha-224, sha-256, sha-384 or sha-512."_s;
    QTest::newRow("one less") << u"SHA256="_s
            + QString(63,
                      u'a') << u"A sha-256 checksum has 64 hexadecimal digits; this one has 63."_s;
    QTest::newRow("of another type") << u"md5="_s
            + QString(64, u'a') << u"A md5 checksum has 32 hexadecimal digits; this one has 64."_s;
    QTest::newRow("no digit")
        << u"md5=g"_s + QString(31, u'a')
        << u"A checksum may only contain the digits 0 to 9 and the letters a to f."_s;
}

void AccessErrorTest::checksums()
{
    QFETCH(QString, text);
    const auto checksum = plan::checksumFrom(text);
    QVERIFY(!checksum);
    QTEST(text::sentence(checksum.error()), "says");
}

void AccessErrorTest::cookies_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says"); // behind the file and the line
    const QString count = u"Expected seven tab-separated fields."_s;
    const QString request =
        u"The name or the value contains characters that a request cannot carry."_s;
    const auto row = [](const char *name, const QByteArray &line, const QString &says) {
        QTest::newRow(name) << line << says;
    };
    row("blanks for tabs", "h FALSE / FALSE 0 s3cret s3cret", count);
    row("eight fields", "h\tFALSE\t/\tFALSE\t0\ta\ts3cret\ts3cret", count);
    row("no host", "a/b\tFALSE\t/\tFALSE\t0\ta\ts3cret", u"The first field is not a host name."_s);
    row("sub-domains", "h\tyes\t/\tFALSE\t0\ta\ts3cret",
        u"The second and fourth fields must be TRUE or FALSE."_s);
    row("path", "h\tTRUE\tp\tTRUE\t0\ta\ts3cret", u"The third field is not a path."_s);
    row("expiry", "h\tTRUE\t/\tTRUE\t-1\ta\ts3cret",
        u"The fifth field is not a time in seconds."_s);
    row("equals in the name", "h\tTRUE\t/\tTRUE\t0\ta=b\ts3cret", request);
    row("semicolon", "h\tTRUE\t/\tTRUE\t0\ta\ts3cret; b", request);
}

void AccessErrorTest::cookies()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    const plan::Cookies read = plan::cookiesFrom("# comment\n" + line + "\n");
    QCOMPARE(read.errors.size(), 1U);
    QCOMPARE(text::sentence(read.errors.front().fault), says);
    QCOMPARE(text::sentence(read.errors.front(), u"/a/cookies.txt"_s),
             u"/a/cookies.txt, line 2 is not a cookie: "_s + says);
}

void AccessErrorTest::headers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const QString form = u"Write the header as “Name: value”; the name must not contain spaces or "
                         "accented letters."_s;
    const QString control =
        u"The value of the header X contains a line break or another control character."_s;
    QTest::newRow("no colon") << u"Bearer s3cret"_s << form;
    QTest::newRow("blank in the name") << u"X Y: s3cret"_s << form;
    QTest::newRow("of ours")
        << u"RANGE: s3cret"_s
        << u"Lapwing sets the header Range itself; another value would break a download."_s;
    QTest::newRow("CR LF") << u"X: s3cret\r\nY: z"_s << control;
    QTest::newRow("DEL") << u"X: s3cret\x7F"_s << control;
    QTest::newRow("no value") << u"X: \t "_s << u"The header X has no value."_s;
}

void AccessErrorTest::headers()
{
    QFETCH(QString, text);
    const auto header = plan::headerFrom(text);
    QVERIFY(!header);
    QTEST(text::sentence(header.error()), "says");
}

void AccessErrorTest::netrcs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("something else")
        << QByteArray("machine h\nlogin me\npassword s3cret s3cret\n")
        << u"Line 3: expected machine, default, login, password, account or macdef."_s;
    QTest::newRow("no machine") << QByteArray("\nlogin s3cret")
                                << u"Line 2 does not belong to a machine entry."_s;
    QTest::newRow("no value") << QByteArray("machine h login s3cret\npassword")
                              << u"Line 2: the last word has no value."_s;
    QTest::newRow("machine that is no host")
        << QByteArray("machine s3cret/s3cret login a")
        << u"Line 1: a machine has no name, or its name is not a host name."_s;
    QTest::newRow("open quotation mark") << QByteArray("machine h\nlogin \"s3cret\npassword b\"")
                                         << u"Line 2 has an unclosed quotation mark."_s;
    QTest::newRow("not UTF-8") << QByteArray("machine h\n\npassword s3cret\xE4")
                               << u"Line 3 is not UTF-8."_s;
}

void AccessErrorTest::netrcs()
{
    QFETCH(QByteArray, text);
    const auto logins = plan::netrcFrom(text);
    QVERIFY(!logins);
    QTEST(text::sentence(logins.error()), "says");
}

void AccessErrorTest::proxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("scheme") << u"https://me:s3cret@h"_s
                            << u"Write the proxy as http://host:port or socks5://host:port."_s;
    const QString port = u"The proxy's host or port (1 to 65535) is not valid."_s;
    QTest::newRow("no host") << u"http://s3cret@"_s << port;
    QTest::newRow("port") << u"http://me:s3cret@h:65536"_s << port;
    QTest::newRow("path") << u"http://me:s3cret@h/p"_s
                          << u"A proxy address must not contain a path or query."_s;
    QTest::newRow("long") << u"socks5://me:s3cret%1@h"_s.arg(QString(
        250, u'x')) << u"A SOCKS proxy accepts user names and passwords of at most 255 bytes."_s;
}

void AccessErrorTest::proxies()
{
    QFETCH(QString, text);
    const auto proxy = plan::proxyFrom(text);
    QVERIFY(!proxy);
    QTEST(text::sentence(proxy.error()), "says");
}

void AccessErrorTest::proxiesOfTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"ALL_PROXY"_s, u"https://me:s3cret@h"_s);
    const auto proxies = plan::proxiesOf(environment);
    QVERIFY(!proxies);
    QCOMPARE(text::sentence(proxies.error()),
             u"The environment variable ALL_PROXY: Write the proxy as http://host:port or "
             "socks5://host:port."_s);
}

LAPWING_TEST(AccessErrorTest)
#include "tst_accesserror.moc"
