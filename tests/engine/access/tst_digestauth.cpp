// SPDX-License-Identifier: MIT
#include "engine/access/authcache.h"
#include "engine/access/digestauth.h"
#include "support/testmain.h"

using namespace lapwing;
using engine::AuthCache;
using engine::Challenge;
using engine::challengesFrom;
using engine::DigestRequest;

namespace {

const plan::Credentials mufasa{"Mufasa", "Circle of Life"};

QByteArray responseIn(const QByteArray &authorization)
{
    return authorization.mid(authorization.indexOf("response=\"") + 10).split('"').front();
}

/// "basic digest(algorithm)": what was understood.
QByteArray schemesOf(const std::vector<Challenge> &challenges)
{
    QByteArrayList schemes;
    for (const Challenge &one : challenges)
        schemes << one.scheme + '(' + one.parameter("realm") + ')';
    return schemes.join(' ');
}

} // namespace

/// Challenges read, and answered as the RFCs answer theirs.
class TestDigestAuth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void challengesAreRead_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("schemes");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("one") << QByteArray("Basic realm=\"x\"") << QByteArray("basic(x)");
        QTest::newRow("two") << QByteArray("Digest realm=\"a, b\", nonce=\"c=\", Basic realm=d")
                             << QByteArray("digest(a, b) basic(d)");
        QTest::newRow("no parameters") << QByteArray("Negotiate, NTLM, basic REALM = \"x\"")
                                       << QByteArray("negotiate() ntlm() basic(x)");
        QTest::newRow("a token") << QByteArray("Negotiate abc==, Basic realm=\"x\"")
                                 << QByteArray("negotiate() basic(x)");
        QTest::newRow("escaped") << QByteArray("Basic realm=\"a\\\"b, Digest c\"")
                                 << QByteArray("basic(a\"b, Digest c)");
        QTest::newRow("unclosed") << QByteArray("Basic realm=\"a, Digest")
                                  << QByteArray("basic(a, Digest)");
        QTest::newRow("rubbish") << QByteArray(",, =x, \"") << QByteArray("\"()");
    }
    void challengesAreRead()
    {
        QFETCH(QByteArray, field);
        QTEST(schemesOf(challengesFrom(field)), "schemes");
    }

    /// RFC 7616 section 3.9.1.
    void theExampleOfRfc7616_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<QByteArray>("response");
        QTest::newRow("MD5") << QByteArray("MD5") << QByteArray("8ca523f5e9506fed4657c9700eebdbec");
        QTest::newRow("SHA-256")
            << QByteArray("SHA-256")
            << QByteArray("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }
    void theExampleOfRfc7616()
    {
        QFETCH(QByteArray, algorithm);
        const auto challenges = challengesFrom(
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm
            + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
              "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
        QVERIFY(isDigest(challenges.front()));
        const DigestRequest request{"GET", "/dir/index.html",
                                    "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", 1};
        const QByteArray field = digestAuthorization(challenges.front(), mufasa, request);
        QTEST(responseIn(field), "response");
        QVERIFY(field.startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\""));
        QVERIFY(field.contains("nc=00000001") && field.contains("qop=auth,"));
        QVERIFY(field.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
        QVERIFY(field.contains("algorithm=" + algorithm));
    }

    /// RFC 2617 section 3.5, and without a quality of protection (RFC 2069).
    void theExampleOfRfc2617()
    {
        const plan::Credentials credentials{"Mufasa", "Circle Of Life"};
        const QByteArray start =
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";
        const DigestRequest request{"GET", "/dir/index.html", "0a4f113b", 1};
        const auto with = challengesFrom(start + ", qop=\"auth,auth-int\"");
        QCOMPARE(responseIn(digestAuthorization(with.front(), credentials, request)),
                 QByteArray("6629fae49393a05397450978507c4ef1"));
        const auto without = challengesFrom(start);
        const QByteArray field = digestAuthorization(without.front(), credentials, request);
        QCOMPARE(responseIn(field), QByteArray("670fd8c2df070c60b045671b8b24ff02"));
        QVERIFY(!field.contains("nc=") && !field.contains("qop"));
    }

    void whatCannotBeAnswered_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("another hash") << QByteArray("Digest nonce=a, algorithm=SHA-512-256");
        QTest::newRow("the body too") << QByteArray("Digest nonce=a, qop=\"auth-int\"");
        QTest::newRow("no nonce") << QByteArray("Digest realm=a");
        QTest::newRow("another scheme") << QByteArray("NTLM");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatCannotBeAnswered()
    {
        QFETCH(QByteArray, field);
        QVERIFY(!AuthCache().take(challengesFrom(field), QUrl(QStringLiteral("http://a/"))));
    }

    void theStrongestCounts()
    {
        AuthCache cache;
        const QUrl url(QStringLiteral("http://a/x?y#z"));
        QVERIFY(cache.fieldFor(mufasa, url, "GET").startsWith("Basic "));
        QVERIFY(cache.take(challengesFrom("Basic realm=r, Digest nonce=m, realm=r, "
                                          "Digest nonce=s, realm=r, algorithm=SHA-256"),
                           url));
        const QByteArray field = cache.fieldFor(mufasa, url, "GET");
        QVERIFY(field.contains("algorithm=SHA-256") && field.contains("uri=\"/x?y\""));
        const QUrl elsewhere(QStringLiteral("http://b/x"));
        QVERIFY(cache.fieldFor(mufasa, elsewhere, "GET").startsWith("Basic "));
    }

    void requestsWithOneNonceAreCounted()
    {
        AuthCache cache;
        const QUrl url(QStringLiteral("http://a"));
        QVERIFY(cache.take(challengesFrom("Digest nonce=m, realm=r, qop=auth"), url));
        const QByteArray first = cache.fieldFor(mufasa, url, "GET");
        const QByteArray second = cache.fieldFor(mufasa, url, "GET");
        QVERIFY(first.contains("nc=00000001") && first.contains("uri=\"/\""));
        QVERIFY(second.contains("nc=00000002"));
        const auto cnonceIn = [](const QByteArray &field) {
            return field.mid(field.indexOf("cnonce="));
        };
        QVERIFY(cnonceIn(first) != cnonceIn(second));
    }
};

LAPWING_TEST(TestDigestAuth)
#include "tst_digestauth.moc"
