// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QCryptographicHash>

using namespace lapwing;
using namespace lapwing::test;
using Hash = QCryptographicHash::Algorithm;

namespace {

QByteArray parameterOf(const QByteArray &field, const QByteArray &name)
{
    const QByteArray rest = field.mid(field.indexOf(' ' + name + '=') + name.size() + 2);
    return rest.startsWith('"') ? rest.split('"').at(1) : rest.split(',').front();
}

/// Whether `field` is what a server that knows "me" and "p:w" expects for `target`.
bool isRight(const QByteArray &field, const QByteArray &target, Hash hash)
{
    const auto of = [hash](const QByteArrayList &parts) {
        return QCryptographicHash::hash(parts.join(':'), hash).toHex();
    };
    const QByteArray response =
        of({of({"me", "the realm", "p:w"}), parameterOf(field, "nonce"), parameterOf(field, "nc"),
            parameterOf(field, "cnonce"), "auth", of({"GET", target})});
    return field.startsWith("Digest ") && parameterOf(field, "response") == response
        && parameterOf(field, "uri") == target;
}

QByteArray challengeOf(Hash hash, const QByteArray &nonce)
{
    return "Digest realm=\"the realm\", qop=\"auth\", nonce=\"" + nonce
        + "\", algorithm=" + (hash == Hash::Md5 ? "MD5" : "SHA-256");
}

Script refusal(const QByteArray &challenge)
{
    return status(401, "no").header("WWW-Authenticate", challenge);
}

/// Gives the file to who answers its challenge, whatever the nonce.
RawServer::Handler guarded(Hash hash)
{
    return [hash](const Request &request) {
        return isRight(request.header("Authorization"), request.target, hash)
            ? ok("whole")
            : refusal(challengeOf(hash, "one"));
    };
}

plan::Plan planOf(const QList<QUrl> &urls, const QString &userInfo = QStringLiteral("me:p%3Aw"))
{
    plan::Plan plan = planFor(urls);
    for (plan::Entry &entry : plan.entries)
        entry.userInfo = userInfo;
    plan.atOnce = 1;
    return plan;
}

QString codeOf(const record::Run &run)
{
    for (const record::TaskRecord &task : run.tasks) {
        if (task.failure)
            return task.failure->code;
    }
    return {};
}

} // namespace

/// A server that asks who is there is told, in the way that it asks for.
class TestAuthentication : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void digestIsAnswered_data()
    {
        QTest::addColumn<int>("hash");
        QTest::newRow("MD5") << int(Hash::Md5);
        QTest::newRow("SHA-256") << int(Hash::Sha256);
    }
    void digestIsAnswered()
    {
        QFETCH(int, hash);
        RawServer server;
        server.route("/a%20b", guarded(Hash(hash)));
        const record::Run run = runPlan(planOf({server.url("/a%20b?c=%2F")}));
        QCOMPARE(codeOf(run), QString());
        QCOMPARE(run.tasks.front()->bytes, 5);
        QCOMPARE(server.requests(), 2);
        QCOMPARE(run.tasks.front()->attempts.size(), std::size_t(1));
        QCOMPARE(run.tasks.front()->attempts.front().hops.size(), std::size_t(2));
    }

    void whoWasAskedOnceKnowsIt()
    {
        RawServer server;
        server.route("/*", guarded(Hash::Md5));
        const record::Run run =
            runPlan(planOf({server.url("/1"), server.url("/2"), server.url("/3")}));
        QCOMPARE(codeOf(run), QString());
        QCOMPARE(server.requests(), 4);
        QCOMPARE(parameterOf(server.log().back().header("Authorization"), "nc"),
                 QByteArray("00000003"));
    }

    void whatWentStaleIsAnsweredAnew()
    {
        RawServer server;
        int count = 0;
        server.route("/*", [&count](const Request &request) {
            const QByteArray nonce = 'n' + QByteArray::number(++count);
            const QByteArray field = request.header("Authorization");
            const bool isFresh = parameterOf(field, "nonce") == 'n' + QByteArray::number(count - 1);
            if (isRight(field, request.target, Hash::Md5) && isFresh)
                return ok("whole");
            return refusal(challengeOf(Hash::Md5, nonce) + ", stale=true");
        });
        const record::Run run = runPlan(planOf({server.url("/1"), server.url("/2")}));
        QCOMPARE(codeOf(run), QString());
        QCOMPARE(server.requests(), 4);
    }

    void wrongOnesAreSaidAndNotTriedForEver_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<int>("requests");
        const QByteArray digest = challengeOf(Hash::Md5, "n");
        QTest::newRow("Basic") << QByteArray("Basic realm=\"r\"") << 1;
        QTest::newRow("none said") << QByteArray() << 1;
        QTest::newRow("Digest") << digest << 2;
        QTest::newRow("both") << digest + ", Basic realm=\"r\"" << 2;
        QTest::newRow("always stale") << digest + ", stale=true" << 4;
    }
    void wrongOnesAreSaidAndNotTriedForEver()
    {
        QFETCH(QByteArray, challenge);
        RawServer server;
        server.route("/a", challenge.isEmpty() ? status(401) : refusal(challenge));
        QCOMPARE(codeOf(runPlan(planOf({server.url("/a")}))), QStringLiteral("http-401"));
        QTEST(server.requests(), "requests");
    }

    void anUnknownWayIsToldAsThat()
    {
        RawServer server;
        server.route("/a", refusal("Negotiate, NTLM"));
        const record::Run run = runPlan(planOf({server.url("/a")}));
        QCOMPARE(codeOf(run), QStringLiteral("login-unknown"));
        QCOMPARE(run.tasks.front()->failure->detail, QStringLiteral("negotiate, ntlm"));
        QCOMPARE(codeOf(runPlan(planOf({server.url("/a")}, {}))), QStringLiteral("http-401"));
    }

    void anotherServerIsToldNothing()
    {
        RawServer server;
        RawServer other;
        server.route("/a", redirect(other.url("/b").toEncoded()));
        other.route("/b", refusal(challengeOf(Hash::Md5, "n")));
        QCOMPARE(codeOf(runPlan(planOf({server.url("/a")}))), QStringLiteral("http-401"));
        QCOMPARE(other.requests(), 1);
        QVERIFY(other.log().front().header("Authorization").isNull());
    }

    void behindARedirectOfTheSameServerItIsAnsweredAgain()
    {
        RawServer server;
        server.route("/a", [](const Request &request) {
            return isRight(request.header("Authorization"), request.target, Hash::Md5)
                ? redirect("/b")
                : refusal(challengeOf(Hash::Md5, "n"));
        });
        server.route("/b", guarded(Hash::Sha256));
        QCOMPARE(codeOf(runPlan(planOf({server.url("/a")}))), QString());
    }
};

LAPWING_TEST(TestAuthentication)
#include "tst_authentication.moc"
