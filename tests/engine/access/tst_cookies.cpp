// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;

namespace {

/// A login, as a CDN has it: /file sends who has no session to /login, which gives one and sends back.
RawServer::Handler fileBehindLogin()
{
    return [](const Request &request) {
        return request.header("Cookie") == "session=s3cret" ? ok("whole") : redirect("/login");
    };
}

Script login(const QByteArray &to)
{
    return redirect(to).header("Set-Cookie", "session=s3cret; Path=/; HttpOnly");
}

QString failureCode(const record::Run &run, std::size_t place = 0)
{
    const auto &failure = run.tasks.at(place)->failure;
    return failure ? failure->code : QString();
}

} // namespace

/// What becomes of the cookies that servers set while a run lasts.
class TestCookies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLoginByRedirectLeadsToTheFile()
    {
        RawServer server;
        server.route("/file", fileBehindLogin());
        server.route("/login", login("/file"));
        const record::Run run = runPlan(planFor({server.url("/file")}));
        QCOMPARE(failureCode(run), QString());
        QCOMPARE(run.tasks.front()->bytes, 5);
        QCOMPARE(run.tasks.front()->attempts.front().hops.size(), std::size_t(3));
    }

    void aLoginAtAnotherServerLeadsToTheFileAsWell()
    {
        RawServer server;
        RawServer other;
        server.route("/file", [&](const Request &request) {
            return request.header("Cookie").isEmpty() ? redirect(other.url("/login").toEncoded())
                                                      : ok("whole");
        });
        other.route("/login", redirect(server.url("/session").toEncoded()));
        server.route("/session", login("/file"));
        QCOMPARE(failureCode(runPlan(planFor({server.url("/file")}))), QString());
        QCOMPARE(server.requests(), 3);
    }

    void aCircleIsStillOne()
    {
        RawServer server;
        server.route("/file", login("/login"));
        server.route("/login", login("/file"));
        QCOMPARE(failureCode(runPlan(planFor({server.url("/file")}))),
                 QStringLiteral("too-many-redirects"));
        QCOMPARE(server.requests(), 3); // the last with the cookie, and it is set again
    }

    void whoSetsAnotherOneEachTimeIsNotFollowedForEver()
    {
        RawServer server;
        int count = 0;
        server.route("/file", [&count](const Request &) {
            return redirect("/file").header("Set-Cookie", "n=" + QByteArray::number(++count));
        });
        QCOMPARE(failureCode(runPlan(planFor({server.url("/file")}))),
                 QStringLiteral("too-many-redirects"));
        QCOMPARE(server.requests(), 21);
    }

    void oneSetByAnAnswerThatIsTriedAgainIsThereNextTime()
    {
        RawServer server;
        server.route("/file", [](const Request &request) {
            return request.header("Cookie") == "a=b" ? ok("whole")
                                                     : status(503).header("Set-Cookie", "a=b");
        });
        plan::Plan plan = planFor({server.url("/file")});
        plan.retries = {1, std::chrono::milliseconds(1)};
        QCOMPARE(failureCode(runPlan(plan)), QString());
    }

    void oneSetByALinkIsThereForTheNext()
    {
        RawServer server;
        server.route("/one", ok("1").header("Set-Cookie", "a=b; Path=/"));
        server.route("/two", ok("2"));
        plan::Plan plan = planFor({server.url("/one"), server.url("/two")});
        plan.atOnce = 1;
        runPlan(plan);
        QCOMPARE(server.log().at(1).header("Cookie"), QByteArray("a=b"));
    }

    void anotherServerGetsNone()
    {
        RawServer server;
        RawServer other; // another name: cookies do not tell ports apart
        QUrl elsewhere = other.url("/x");
        elsewhere.setHost(QStringLiteral("localhost"));
        server.route("/file", redirect(elsewhere.toEncoded()).header("Set-Cookie", "a=b; Path=/"));
        other.route("/x", ok("x"));
        QCOMPARE(failureCode(runPlan(planFor({server.url("/file")}))), QString());
        QVERIFY(other.log().front().header("Cookie").isNull());
    }

    /// What a run is compared with must not begin where it ended.
    void everyRunBeginsWithout()
    {
        RawServer server;
        server.route("/file", fileBehindLogin());
        server.route("/login", login("/file"));
        const plan::Plan plan = planFor({server.url("/file")});
        runPlan(plan);
        runPlan(plan);
        QCOMPARE(server.requests(), 6);
        QVERIFY(server.log().at(3).header("Cookie").isNull());
    }

    void noneIsTakenWhereNoneIsWanted()
    {
        RawServer server;
        server.route("/file", fileBehindLogin());
        server.route("/login", login("/file"));
        plan::Plan plan = planFor({server.url("/file")});
        plan.access.takesCookies = false;
        QCOMPARE(failureCode(runPlan(plan)), QStringLiteral("too-many-redirects"));
        QCOMPARE(server.requests(), 2);
    }
};

LAPWING_TEST(TestCookies)
#include "tst_cookies.moc"
