// SPDX-License-Identifier: MIT
#include "engine/listed.h"
#include "measure/verdict/evidence.h"
#include "record/mirrors.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using record::TaskState;

class MirrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMirrorIsAskedOnlyWhenTheLinkFails();
    void theNextOneIsAsked_data();
    void theNextOneIsAsked();
    void aFailureThatNoServerCanHelpEndsIt();
    void oneOfAnotherSizeIsDropped_data();
    void oneOfAnotherSizeIsDropped();
    void oneOfAnotherDigestIsDropped();
    void aListedSizeProvesWhatHasNoLength();
    void eachThatFailsHasItsReason();
    void thoseThatMayComeBackAreAskedAgain();
    void secretsStayWithTheLink();
    void aHeaderOfTheListStaysWithItsOrigin();
    void theLimitOfAHostIsThatOfTheMirror();
    void aServerThatIsNotAskedAnyMoreIsPassedBy();
    void whatAMirrorSentIsFoundAgain_data();
    void whatAMirrorSentIsFoundAgain();
};

void MirrorsTest::aMirrorIsAskedOnlyWhenTheLinkFails()
{
    RawServer link;
    RawServer mirror;
    link.route("/f", ok("link"));
    const QTemporaryDir home;
    const record::TaskRecord task =
        runPlan(mirroredPlan(link.url("/f"), {mirror.url("/g")}, home.path())).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(contentOf(task.path), QByteArray("link"));
    QVERIFY(task.attempts.front().mirror.isEmpty());
    QCOMPARE(mirror.connections(), 0);
}

void MirrorsTest::theNextOneIsAsked_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("code");
    QTest::newRow("404") << status(404) << u"http-404"_s;
    QTest::newRow("503") << status(503) << u"http-503"_s;
    QTest::newRow("cut") << withLength(10, "abc").close() << u"connection-cut"_s;
    QTest::newRow("encoded") << ok("mirror").header("Content-Encoding", "br") << u"encoded-body"_s;
    QTest::newRow("redirected to a file") << redirect("file:///etc/passwd") << u"unsafe-redirect"_s;
    QTest::newRow("silent") << Script().hold() << u"first-byte-timeout"_s;
}

void MirrorsTest::theNextOneIsAsked()
{
    QFETCH(Script, script);
    QFETCH(QString, code);
    RawServer link;
    RawServer mirror;
    link.route("/f", script);
    mirror.route("/g", ok("mirror"));
    const QTemporaryDir home;
    plan::Plan plan = mirroredPlan(link.url("/f"), {mirror.url("/g")}, home.path());
    plan.timeouts.firstByte = 300ms;
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(task.path, home.filePath(u"f"_s));
    QCOMPARE(contentOf(task.path), QByteArray("mirror"));
    QCOMPARE(codesOf(task), (QStringList{code, QString()}));
    QVERIFY(task.attempts[0].mirror.isEmpty());
    QCOMPARE(task.attempts[1].mirror, mirror.url("/g"));
    QVERIFY(!record::wasDropped(task, task.attempts[0]));
    QCOMPARE(link.connections(), 1);
    QCOMPARE(mirror.connections(), 1);
    QVERIFY(!task.failure);
}

void MirrorsTest::aFailureThatNoServerCanHelpEndsIt()
{
    RawServer link;
    RawServer mirror;
    link.route("/f", ok("too much"));
    const QTemporaryDir home;
    plan::Plan plan = mirroredPlan(link.url("/f"), {mirror.url("/g")}, home.path());
    plan.maxFileSize = 4;
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.failure->code, u"too-large"_s);
    QCOMPARE(mirror.connections(), 0);
}

void MirrorsTest::oneOfAnotherSizeIsDropped_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("announced") << ok("four");
    QTest::newRow("too few, not announced") << noLength("four");
    QTest::newRow("too many, in chunks") << chunked("more than that");
}

void MirrorsTest::oneOfAnotherSizeIsDropped()
{
    QFETCH(Script, script);
    RawServer link;
    RawServer mirror;
    link.route("/f", script);
    mirror.route("/g", ok("right"));
    const QTemporaryDir home;
    plan::Plan plan = mirroredPlan(link.url("/f"), {mirror.url("/g")}, home.path(), 5);
    plan.retries = {3, 1ms};
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(contentOf(task.path), QByteArray("right"));
    QCOMPARE(codesOf(task), (QStringList{u"size-mismatch"_s, QString()}));
    QVERIFY(record::wasDropped(task, task.attempts[0]));
    QCOMPARE(record::addressOf(task, task.attempts[0]), link.url("/f"));
    QCOMPARE(link.requests(), 1);
    QCOMPARE(namesIn(home.path()), QStringList{u"f"_s});
}

void MirrorsTest::oneOfAnotherDigestIsDropped()
{
    RawServer link;
    RawServer wrong;
    RawServer right;
    link.route("/f", ok("wrong"));
    wrong.route("/g", ok("wrong"));
    right.route("/h", ok("right"));
    const QTemporaryDir home;
    plan::Plan plan = mirroredPlan(link.url("/f"), {wrong.url("/g"), right.url("/h")}, home.path());
    plan.entries.front().checksum = sha256Of("right");
    plan.retries = {3, 1ms};
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(contentOf(task.path), QByteArray("right"));
    QCOMPARE(codesOf(task), (QStringList{u"checksum-mismatch"_s, u"checksum-mismatch"_s, {}}));
    QVERIFY(record::wasDropped(task, task.attempts[1]));
    QCOMPARE(record::addressOf(task, task.attempts[1]), wrong.url("/g"));
    QCOMPARE(link.requests(), 1);
    QCOMPARE(wrong.requests(), 1);
    QCOMPARE(namesIn(home.path()), QStringList{u"f"_s});
}

void MirrorsTest::aListedSizeProvesWhatHasNoLength()
{
    RawServer link;
    link.route("/f", noLength("right"));
    const QTemporaryDir home;
    const plan::Plan plan = mirroredPlan(link.url("/f"), {}, home.path(), 5);
    QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Done);
}

void MirrorsTest::eachThatFailsHasItsReason()
{
    RawServer gone;
    RawServer other;
    gone.route("/f", status(410));
    other.route("/g", ok("four"));
    QUrl refusing(u"http://127.0.0.1/h"_s);
    refusing.setPort(refusingPort());
    const QTemporaryDir home;
    const record::TaskRecord task =
        runPlan(mirroredPlan(gone.url("/f"), {other.url("/g"), refusing}, home.path(), 5))
            .tasks.front();
    QCOMPARE(task.state, TaskState::Failed);
    QCOMPARE(codesOf(task),
             (QStringList{u"http-410"_s, u"size-mismatch"_s, u"connection-refused"_s}));
    QCOMPARE(task.failure->code, u"connection-refused"_s);
    QCOMPARE(gone.connections() + other.connections(), 2);
    QVERIFY(namesIn(home.path()).isEmpty());
}

void MirrorsTest::thoseThatMayComeBackAreAskedAgain()
{
    RawServer link;
    RawServer mirror;
    link.route("/f", {status(503), ok("at last")});
    mirror.route("/g", status(404));
    const QTemporaryDir home;
    plan::Plan plan = mirroredPlan(link.url("/f"), {mirror.url("/g")}, home.path());
    plan.retries = {1, 50ms};
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(codesOf(task), (QStringList{u"http-503"_s, u"http-404"_s, {}}));
    QCOMPARE(mirror.requests(), 1);
    QVERIFY(task.attempts.back().mirror.isEmpty());
}

void MirrorsTest::secretsStayWithTheLink()
{
    RawServer link;
    RawServer mirror;
    link.route("/f", status(404));
    mirror.route("/g", ok("mirror"));
    QUrl withPassword = mirror.url("/g");
    withPassword.setUserInfo(u"other:password"_s);
    const QTemporaryDir home;
    plan::Plan plan = listedPlan(link.url("/f"), home.path(), [&](plan::Extras &extras) {
        extras.mirrors.push_back({withPassword});
        extras.headers = {{"X-List", "secret"}, {"Referer", "http://secret.example/"}};
    });
    plan.entries.front().userInfo = u"name:secret"_s;
    plan.access.headers = {{"X-Own", "secret"}, {"Cookie", "a=secret"}};
    plan.access.logins = {{u"127.0.0.1"_s, u"name"_s, u"secret"_s}};
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    const Request first = link.log().front();
    for (const char *name : {"Authorization", "X-List", "Referer", "X-Own", "Cookie"})
        QVERIFY2(!first.header(name).isEmpty(), name);
    const QByteArray second = mirror.log().front().head;
    QVERIFY2(!second.contains("secret") && !second.contains("Authorization"), second);
    QVERIFY(task.attempts.back().mirror.userInfo().isEmpty());
}

void MirrorsTest::aHeaderOfTheListStaysWithItsOrigin()
{
    RawServer link;
    RawServer away;
    link.route("/f", redirect(away.url("/f").toEncoded()));
    away.route("/f", ok("away"));
    const QTemporaryDir home;
    const plan::Plan plan = listedPlan(link.url("/f"), home.path(), [](plan::Extras &extras) {
        extras.headers = {{"X-List", "secret"}, {"User-Agent", "own/1"}};
    });
    QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Done);
    QCOMPARE(link.log().front().header("X-List"), QByteArray("secret"));
    QCOMPARE(link.log().front().header("User-Agent"), QByteArray("own/1"));
    QVERIFY(away.log().front().header("X-List").isNull());
    QVERIFY(away.log().front().header("User-Agent").startsWith("Lapwing/"));
}

void MirrorsTest::theLimitOfAHostIsThatOfTheMirror()
{
    RawServer mirror;
    mirror.route("/*", ok("mirror").after(50ms));
    QList<QUrl> links;
    for (int number = 0; number < 4; ++number) {
        QUrl link(u"http://127.0.0.1/%1"_s.arg(number));
        link.setPort(refusingPort());
        links << link;
    }
    const QTemporaryDir home;
    plan::Plan plan = planFor(links, home.path());
    for (plan::Entry &entry : plan.entries) {
        auto extras = std::make_shared<plan::Extras>();
        extras->mirrors.push_back({mirror.url('/' + entry.name.toLatin1())});
        entry.extras = extras;
    }
    plan.perHost = 1;
    for (const record::TaskRecord &task : runPlan(plan).tasks)
        QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(mirror.requests(), 4);
    QCOMPARE(mirror.peakConcurrency(), 1);
}

/// It said so itself, to the first; the second has another address.
void MirrorsTest::aServerThatIsNotAskedAnyMoreIsPassedBy()
{
    RawServer link;
    RawServer mirror;
    link.route("/*", status(503).header("Retry-After", "7200"));
    mirror.route("/*", ok("mirror"));
    const QTemporaryDir home;
    plan::Plan plan = planFor({link.url("/a"), link.url("/b")}, home.path());
    for (plan::Entry &entry : plan.entries) {
        auto extras = std::make_shared<plan::Extras>();
        extras->mirrors.push_back({mirror.url('/' + entry.name.toLatin1())});
        entry.extras = extras;
    }
    plan.atOnce = 1;
    const record::Run run = runPlan(plan);
    for (const record::TaskRecord &task : run.tasks) {
        QCOMPARE(task.state, TaskState::Done);
        QCOMPARE(codesOf(task), (QStringList{u"http-503"_s, {}}));
    }
    QCOMPARE(link.requests(), 1);
    QCOMPARE(mirror.requests(), 2);
    QCOMPARE(measure::evidenceOf(run, {}).refusals, link.requests());
}

void MirrorsTest::whatAMirrorSentIsFoundAgain_data()
{
    QTest::addColumn<bool>("isProven");
    QTest::newRow("by its checksum") << true;
    QTest::newRow("byte for byte") << false;
}

void MirrorsTest::whatAMirrorSentIsFoundAgain()
{
    QFETCH(bool, isProven);
    RawServer link;
    RawServer mirror;
    link.route("/f", {status(404), ok("mirror").header("ETag", "\"2\"")});
    mirror.route("/g", ok("mirror").header("ETag", "\"1\""));
    const QTemporaryDir home;
    plan::Plan plan = mirroredPlan(link.url("/f"), {mirror.url("/g")}, home.path());
    if (isProven)
        plan.entries.front().checksum = sha256Of("mirror");
    QCOMPARE(runPlan(plan).tasks.front()->state, TaskState::Done);
    const record::TaskRecord again = runPlan(plan).tasks.front();
    if (!again.alreadyThere)
        QSKIP("this file system keeps no extended attributes");
    QCOMPARE(again.state, TaskState::Done);
    QCOMPARE(link.requests(), isProven ? 1 : 2);
    QCOMPARE(mirror.requests(), 1);
    QCOMPARE(namesIn(home.path()), QStringList{u"f"_s});
}

LAPWING_TEST(MirrorsTest)
#include "tst_mirrors.moc"
