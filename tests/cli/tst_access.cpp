// SPDX-License-Identifier: MIT
#include "requests.h"
#include "support/testmain.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using cli::GetRequest;
using cli::Read;
using test::Lists;

namespace {

const QString link = QStringLiteral("http://a.example/x");

Read<GetRequest> requestFor(QStringList arguments)
{
    return test::requestFor(arguments << link);
}

/// NETRC and HOME as they are for one test.
class Environment {
public:
    Environment(const QString &netrc, const QString &home)
    {
        qputenv("NETRC", netrc.toUtf8());
        qputenv("HOME", home.toUtf8());
    }
    ~Environment()
    {
        qunsetenv("NETRC");
        qputenv("HOME", m_home);
    }
    Q_DISABLE_COPY_MOVE(Environment)

private:
    QByteArray m_home = qgetenv("HOME");
};

} // namespace

/// What `get` is given to show at a server, and by which way.
class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingUnlessAsked();
    void headersAreTaken();
    void netrcIsRead_data();
    void netrcIsRead();
    void netrcOfOthersIsRefused_data();
    void netrcOfOthersIsRefused();
    void netrcThatIsWrongIsRefused();
    void cookiesAreRead();
    void cookiesThatAreWrongAreRefused();
    void cookiesOfServersAreTakenUnlessRefused();
    void theProxyIsTaken();
    void theProxyOfTheEnvironmentIsTakenUnlessRefused();
};

void AccessTest::nothingUnlessAsked()
{
    Lists files;
    const Environment environment(files.list("netrc", "machine a.example login a password b"), {});
    const Read<GetRequest> request = requestFor({});
    QVERIFY(request);
    const plan::Access &access = request->plan.access;
    QVERIFY(access.headers.empty() && access.logins.empty() && access.cookies.empty());
    QVERIFY(access.proxies.isEmpty() && access.caCertificateFile.isEmpty());
}

void AccessTest::headersAreTaken()
{
    const Read<GetRequest> request =
        requestFor({u"--header"_s, u"X-Key: a"_s, u"--header=User-Agent: b"_s});
    QVERIFY(request);
    const std::vector<plan::Header> expected{{"X-Key", "a"}, {"User-Agent", "b"}};
    QVERIFY(request->plan.access.headers == expected);
}

void AccessTest::netrcIsRead_data()
{
    QTest::addColumn<bool>("named"); // by NETRC
    QTest::newRow("NETRC") << true;
    QTest::newRow("home") << false;
}

void AccessTest::netrcIsRead()
{
    QFETCH(bool, named);
    Lists files;
    files.list(".netrc", "machine a.example login home password b");
    const QString other = files.list("other", "machine a.example login named password b");
    const Environment environment(named ? other : QString(), files.path(""));
    const Read<GetRequest> request = requestFor({u"--netrc"_s});
    QVERIFY2(request, request ? "" : qUtf8Printable(request.error()));
    QCOMPARE(request->plan.access.logins.size(), 1U);
    QCOMPARE(request->plan.access.logins.front().user, named ? u"named"_s : u"home"_s);
}

void AccessTest::netrcOfOthersIsRefused_data()
{
    QTest::addColumn<int>("permission");
    QTest::newRow("group reads") << int(QFile::ReadGroup);
    QTest::newRow("group writes") << int(QFile::WriteGroup);
    QTest::newRow("others read") << int(QFile::ReadOther);
    QTest::newRow("others write") << int(QFile::WriteOther);
}

void AccessTest::netrcOfOthersIsRefused()
{
    QFETCH(int, permission);
    Lists files;
    const QString path = files.list("netrc", "machine a.example login a password hush");
    QVERIFY(QFile::setPermissions(
        path, QFile::ReadOwner | QFile::WriteOwner | QFile::Permission(permission)));
    const Environment environment(path, {});
    const Read<GetRequest> request = requestFor({u"--netrc"_s});
    QVERIFY(!request);
    QVERIFY2(request.error().contains(path) && request.error().contains(u"chmod 600"),
             qUtf8Printable(request.error()));
}

void AccessTest::netrcThatIsWrongIsRefused()
{
    Lists files;
    const Environment environment(files.list("netrc", "machine a.example\nlogin a password b hush"),
                                  {});
    const Read<GetRequest> wrong = requestFor({u"--netrc"_s});
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().contains(u"Line 2") && !wrong.error().contains(u"hush"),
             qUtf8Printable(wrong.error()));
    const Environment missing(files.path("none"), {});
    const Read<GetRequest> none = requestFor({u"--netrc"_s});
    QVERIFY(!none && none.error().contains(files.path("none")));
}

void AccessTest::cookiesAreRead()
{
    Lists files;
    const QString path = files.list("cookies.txt",
                                    "# Netscape HTTP Cookie File\n"
                                    "a.example\tFALSE\t/\tFALSE\t0\tn\tv\n");
    const Read<GetRequest> request = requestFor({u"--load-cookies"_s, path});
    QVERIFY2(request, request ? "" : qUtf8Printable(request.error()));
    QCOMPARE(request->plan.access.cookies.size(), 1U);
    QCOMPARE(request->plan.access.cookies.front().value, QByteArray("v"));
}

void AccessTest::cookiesThatAreWrongAreRefused()
{
    Lists files;
    const QString path = files.list("cookies.txt", "a.example\tFALSE\t/\tFALSE\t0\tn\tv\nhush\n");
    const Read<GetRequest> request = requestFor({u"--load-cookies"_s, path});
    QVERIFY(!request);
    QVERIFY2(request.error().contains(path) && request.error().contains(u"line 2")
                 && !request.error().contains(u"hush"),
             qUtf8Printable(request.error()));
    const Read<GetRequest> endless = requestFor({u"--load-cookies"_s, u"/dev/zero"_s});
    QVERIFY(!endless && endless.error().contains(u"too large"));
}

void AccessTest::cookiesOfServersAreTakenUnlessRefused()
{
    QVERIFY(requestFor({})->plan.access.takesCookies);
    QVERIFY(!requestFor({u"--no-cookies"_s})->plan.access.takesCookies);
}

void AccessTest::theProxyIsTaken()
{
    const Read<GetRequest> request = requestFor({u"--proxy"_s, u"socks5://me:pw@p.example"_s});
    QVERIFY(request);
    const plan::Proxy expected{plan::Proxy::Kind::Socks5, u"p.example"_s, 1080, u"me"_s, u"pw"_s};
    QVERIFY(request->plan.access.proxies.http == expected);
    QVERIFY(request->plan.access.proxies.https == expected);
}

void AccessTest::theProxyOfTheEnvironmentIsTakenUnlessRefused()
{
    const auto putBack = qScopeGuard([] {
        qunsetenv("https_proxy");
        qunsetenv("no_proxy");
    });
    qputenv("https_proxy", "http://me:pw@p.example:3128");
    qputenv("no_proxy", "localhost");
    const plan::Proxies taken = requestFor({})->plan.access.proxies;
    QVERIFY(!taken.isChosen && !taken.http);
    QCOMPARE(plan::displayText(taken), u"http=none https=http://p.example:3128 no=localhost"_s);
    const plan::Proxies none = requestFor({u"--proxy"_s, u"none"_s})->plan.access.proxies;
    QVERIFY(none.isEmpty() && none.isChosen);
    const plan::Proxies chosen = requestFor({u"--proxy"_s, u"q.example"_s})->plan.access.proxies;
    QVERIFY(chosen.isChosen);
    QCOMPARE(plan::displayText(chosen), u"http://q.example:3128 no=localhost"_s);
    qputenv("https_proxy", "gopher://s3cret");
    const auto wrong = requestFor({});
    QVERIFY(!wrong && wrong.error().contains(u"https_proxy") && !wrong.error().contains(u"s3cret"));
}

LAPWING_TEST(AccessTest)
#include "tst_access.moc"
