// SPDX-License-Identifier: MIT
#include "plan/access/access.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();

/// "Name: value|Name: value".
QByteArray fieldsFor(const Access &access, const QString &userInfo, const QString &hop)
{
    const Entry entry{1, QUrl(u"https://a.example/x"_s), userInfo, u"x"_s};
    QByteArrayList fields;
    const QUrl url(hop);
    const auto credentials = credentialsFor(access, entry, url, nullptr);
    const Proofs proofs{credentials ? basicAuthorization(*credentials) : QByteArray(),
                        cookieFieldFor(access.cookies, url, now)};
    for (const Header &field : headersFor(access, entry, url, proofs, nullptr))
        fields << field.name + ": " + field.value;
    return fields.join('|');
}

/// A header, a netrc and a cookie of two hosts.
Access everything()
{
    Access access;
    access.headers = {{"X-Key", "k"}};
    access.logins = *netrcFrom("machine a.example login net password rc\ndefault login d");
    access.cookies = cookiesFrom("a.example\tFALSE\t/\tFALSE\t0\tc\ta\n"
                                 "b.example\tFALSE\t/\tFALSE\t0\tc\tb\n")
                         .cookies;
    return access;
}

QByteArray basic(const QByteArray &credentials)
{
    return "Authorization: Basic " + credentials.toBase64();
}

} // namespace

class Accesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMadeUp();
    void stayAtTheOrigin_data();
    void stayAtTheOrigin();
    void makeBasicAuthorization_data();
    void makeBasicAuthorization();
    void thePersonsHeaderGoesBefore_data();
    void thePersonsHeaderGoesBefore();
    void nothingBreaksOutOfItsLine_data();
    void nothingBreaksOutOfItsLine();
    void theListsHeadersStayAtTheOriginToo();
    void throughAProxyOfTheListGoesOnlyWhatIsOfTheList();
};

void Accesses::nothingIsMadeUp()
{
    QCOMPARE(fieldsFor({}, {}, u"https://a.example/x"_s), QByteArray());
    Access access;
    access.logins = *netrcFrom("machine a.example\ndefault login d");
    QCOMPARE(fieldsFor(access, {}, u"https://a.example/x"_s), QByteArray());
}

void Accesses::stayAtTheOrigin_data()
{
    QTest::addColumn<QString>("hop");
    QTest::addColumn<QByteArray>("fields");

    const QByteArray all = "X-Key: k|" + basic("net:rc") + "|Cookie: c=a";
    QTest::newRow("the link") << u"https://a.example/x"_s << all;
    QTest::newRow("another path") << u"https://a.example:443/y?z"_s << all;
    QTest::newRow("another scheme") << u"http://a.example/x"_s << QByteArray("Cookie: c=a");
    QTest::newRow("another port") << u"https://a.example:444/x"_s << QByteArray("Cookie: c=a");
    QTest::newRow("another host") << u"https://b.example/x"_s << QByteArray("Cookie: c=b");
    QTest::newRow("a host below") << u"https://w.a.example/x"_s << QByteArray();
}

void Accesses::stayAtTheOrigin()
{
    QFETCH(QString, hop);
    QTEST(fieldsFor(everything(), {}, hop), "fields");
}

void Accesses::makeBasicAuthorization_data()
{
    QTest::addColumn<QString>("userInfo");
    QTest::addColumn<QByteArray>("credentials");

    QTest::newRow("netrc") << QString() << QByteArray("net:rc");
    QTest::newRow("link") << u"me:pw"_s << QByteArray("me:pw");
    QTest::newRow("percent-encoded") << u"me%40x:p%3Aw%25"_s << QByteArray("me@x:p:w%");
    QTest::newRow("UTF-8") << u"m%C3%A4:€"_s << QByteArray("m\xC3\xA4:\xE2\x82\xAC");
    QTest::newRow("not UTF-8") << u"m%E4:p"_s << QByteArray("m\xE4:p");
    QTest::newRow("line break") << u"me%0D%0AX:y"_s << QByteArray("me\r\nX:y");
    QTest::newRow("no password") << u"me"_s << QByteArray("me:");
    QTest::newRow("empty password") << u"me:"_s << QByteArray("me:");
}

void Accesses::makeBasicAuthorization()
{
    QFETCH(QString, userInfo);
    QFETCH(QByteArray, credentials);
    const QByteArray fields = fieldsFor(everything(), userInfo, u"https://a.example/x"_s);
    QCOMPARE(fields, "X-Key: k|" + basic(credentials) + "|Cookie: c=a");
}

void Accesses::thePersonsHeaderGoesBefore_data()
{
    QTest::addColumn<Header>("header");
    QTest::addColumn<QByteArray>("fields");

    const QByteArray authorization = basic("me:pw");
    QTest::newRow("Authorization")
        << Header{"authorization", "Bearer t"} << QByteArray("authorization: Bearer t|Cookie: c=a");
    QTest::newRow("Cookie") << Header{"COOKIE", "x=y"} << "COOKIE: x=y|" + authorization;
    QTest::newRow("User-Agent") << Header{"User-Agent", "Mine"}
                                << "User-Agent: Mine|" + authorization + "|Cookie: c=a";
}

void Accesses::thePersonsHeaderGoesBefore()
{
    QFETCH(Header, header);
    QFETCH(QByteArray, fields);
    Access access = everything();
    access.headers = {header, {header.name.toUpper(), "twice"}};
    QCOMPARE(fieldsFor(access, u"me:pw"_s, u"https://a.example/x"_s), fields);
}

void Accesses::nothingBreaksOutOfItsLine_data()
{
    QTest::addColumn<QByteArray>("bad");

    QTest::newRow("CR LF") << QByteArray("a\r\nX: y");
    QTest::newRow("LF") << QByteArray("a\nX: y");
    QTest::newRow("CR") << QByteArray("a\rX: y");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

/// However they came into the plan: no reader lets them through.
void Accesses::nothingBreaksOutOfItsLine()
{
    QFETCH(QByteArray, bad);
    Access access;
    access.headers = {{"X", bad}, {bad, "x"}, {"Y", "y"}};
    access.cookies = {{u"a.example"_s, false, u"/"_s, false, {}, "c", bad}};
    QCOMPARE(fieldsFor(access, {}, u"https://a.example/x"_s), QByteArray("Y: y"));
}

/// And go before those of the person, who cannot know what one file needs.
void Accesses::theListsHeadersStayAtTheOriginToo()
{
    Extras extras;
    extras.headers = {{"X-Key", "list"}, {"Authorization", "Bearer t"}, {"Cookie", "l=1"}};
    Entry entry{1, QUrl(u"https://a.example/x"_s), u"me:pw"_s, u"x"_s};
    entry.extras = std::make_shared<const Extras>(extras);
    const Access access = everything();
    QVERIFY(!credentialsFor(access, entry, entry.url, nullptr));
    const auto fields = headersFor(access, entry, entry.url, {{}, "c=a"}, nullptr);
    QVERIFY(fields == extras.headers);
    const auto elsewhere =
        headersFor(access, entry, QUrl(u"https://b.example/x"_s), {{}, "c=b"}, nullptr);
    QVERIFY(elsewhere == (std::vector<Header>{{"Cookie", "c=b"}}));
}

void Accesses::throughAProxyOfTheListGoesOnlyWhatIsOfTheList()
{
    Extras extras;
    extras.headers = {{"X-Listed", "1"}};
    Entry entry{1, QUrl(u"https://a.example/x"_s), {}, u"x"_s};
    entry.extras = std::make_shared<const Extras>(extras);
    Access access = everything();
    Proxy proxy = *proxyFrom(u"proxy"_s);
    QVERIFY(credentialsFor(access, entry, entry.url, &proxy)); // of the user's choice
    QCOMPARE(headersFor(access, entry, entry.url, {}, &proxy).size(), std::size_t(2));
    proxy.isListed = true;
    access.headers.push_back({"Authorization", "Bearer t"});
    QVERIFY(!credentialsFor(access, entry, entry.url, &proxy));
    QVERIFY(headersFor(access, entry, entry.url, {}, &proxy) == extras.headers);
    entry.userInfo = u"me:pw"_s;
    QVERIFY((credentialsFor(access, entry, entry.url, &proxy) == Credentials{"me", "pw"}));
}

LAPWING_TEST(Accesses)
#include "tst_access.moc"
