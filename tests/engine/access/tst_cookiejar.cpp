// SPDX-License-Identifier: MIT
#include "engine/access/cookiejar.h"
#include "support/testmain.h"

using namespace lapwing;
using engine::CookieJar;
using engine::ResponseHead;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();
const QUrl secure(QStringLiteral("https://a.example.org/x"));
const QUrl open(QStringLiteral("http://a.example.org/x"));

void set(CookieJar &jar, const QByteArray &fields, const QUrl &url = secure)
{
    jar.take({302, {{"set-cookie", fields}}}, url, now);
}

QByteArray sent(const CookieJar &jar, const QUrl &url = secure)
{
    return jar.fieldFor(url, now);
}

const plan::Cookie given{
    QStringLiteral("a.example.org"), false, QStringLiteral("/"), false, {}, "given", "1"};

} // namespace

/// The cookies of one run.
class TestCookieJar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsSetBesideWhatWasGiven()
    {
        CookieJar jar({given}, true);
        set(jar, "a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT\nb=2");
        QCOMPARE(sent(jar), QByteArray("given=1; a=1; b=2"));
    }

    void changesInPlace()
    {
        CookieJar jar({given}, true);
        set(jar, "a=1\nb=2\na=3\ngiven=4");
        QCOMPARE(sent(jar), QByteArray("given=4; a=3; b=2"));
        set(jar, "a=5; Path=/x"); // another one
        QCOMPARE(sent(jar), QByteArray("a=5; given=4; a=3; b=2"));
    }

    void takesBack()
    {
        CookieJar jar({given}, true);
        set(jar, "a=1\nb=2");
        set(jar, "a=; Max-Age=0\ngiven=; Expires=Thu, 01 Jan 1970 00:00:00 GMT\nc=; Max-Age=0");
        QCOMPARE(sent(jar), QByteArray("b=2"));
    }

    void whatIsSecureIsChangedByASecureServerAlone()
    {
        CookieJar jar({}, true);
        set(jar, "a=1; Secure");
        set(jar, "a=2\nb=3", open);
        QCOMPARE(sent(jar), QByteArray("a=1; b=3"));
        QCOMPARE(sent(jar, open), QByteArray("b=3"));
    }

    void servesNobodyElse()
    {
        CookieJar jar({}, true);
        set(jar, "a=1\nb=2; Domain=example.org");
        QCOMPARE(sent(jar, QUrl(QStringLiteral("https://b.example.org/"))), QByteArray("b=2"));
        QCOMPARE(sent(jar, QUrl(QStringLiteral("https://b.example.com/"))), QByteArray());
    }

    void oneThatTakesNoneTakesNone()
    {
        CookieJar jar({given}, false);
        set(jar, "a=1\ngiven=; Max-Age=0");
        QCOMPARE(sent(jar), QByteArray("given=1"));
    }

    void hasBounds()
    {
        CookieJar jar({given}, true);
        for (int i = 0; i < 200; ++i)
            set(jar, 'c' + QByteArray::number(i) + "=x");
        QCOMPARE(sent(jar).count("=x"), qsizetype(CookieJar::maxPerDomain));
        QVERIFY(sent(jar).contains("given=1") && sent(jar).contains("c199=x"));
        set(jar, "long=" + QByteArray(5000, 'y'));
        QVERIFY(!sent(jar).contains("yy"));
    }

    void hasBoundsForAllDomains()
    {
        CookieJar jar({given}, true);
        const auto host = [](int i) { return QUrl(QStringLiteral("https://h%1.org/").arg(i)); };
        for (int i = 0; i < 3500; ++i)
            set(jar, "a=1", host(i));
        QCOMPARE(sent(jar, host(499)), QByteArray());
        QCOMPARE(sent(jar, host(500)), QByteArray("a=1"));
        QCOMPARE(sent(jar), QByteArray("given=1"));
    }
};

LAPWING_TEST(TestCookieJar)
#include "tst_cookiejar.moc"
