// SPDX-License-Identifier: MIT
#include "engine/http/sizes.h"
#include "engine/listed.h"
#include "engine/schedule/retry.h"
#include "plan/http/httpdate.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using record::TaskState;

namespace {

plan::Plan planWith(const QUrl &link, const QString &folder,
                    const std::vector<plan::ListedOption> &options)
{
    return listedPlan(link, folder, [&options](plan::Extras &extras) { extras.options = options; });
}

/// A file of three bytes, last modified in that year.
bool put(const QTemporaryDir &home, const QString &name, int year)
{
    QFile file(home.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write("old") == 3 && file.flush()
        && file.setFileTime(QDateTime(QDate(year, 7, 1), QTime(12, 0)),
                            QFileDevice::FileModificationTime);
}

} // namespace

class ListedSettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void triesCountWithTheFirst();
    void aMissingFileIsTriedAgainWhereThatIsWanted();
    void aWaitIsAlwaysTheSame();
    void theTimeoutIsItsOwn();
    void theLowestSpeedIsItsOwn();
    void aSpeedLimitIsKept();
    void aLimitedOneCanBeStopped();
    void anExistingFileIsReplacedOrLeft();
    void aFileIsLeftWhereTheServerHasNoNewerOne();
    void whatTellsMoreThanATimeCountsBeforeIt();
    void theTimeIsTheServersWhereThatIsWanted();
    void cachesArePassedByWhereThatIsWanted();
    void aNetrcIsLeftAloneWhereThatIsWanted();
    void aKnownSizeIsNotAskedFor();
};

void ListedSettingsTest::triesCountWithTheFirst()
{
    RawServer server;
    server.route("/f", status(500));
    plan::Plan plan = planWith(server.url("/f"), m_home.path(),
                               {{u"max-tries"_s, u"2"_s}, {u"retry-wait"_s, u"0"_s}});
    plan.retries = {4, 1min};
    QCOMPARE(runPlan(plan).tasks.front()->attempts.size(), std::size_t{2});
    QCOMPARE(server.requests(), 2);
}

void ListedSettingsTest::aMissingFileIsTriedAgainWhereThatIsWanted()
{
    RawServer server;
    server.route("/late", {status(404), status(404), ok("late")});
    server.route("/gone", status(404));
    const auto run = [&](const char *path, const QString &most, const QString &tries) {
        const auto plan = planWith(
            server.url(path), m_home.path(),
            {{u"max-file-not-found"_s, most}, {u"max-tries"_s, tries}, {u"retry-wait"_s, u"0"_s}});
        return runPlan(plan).tasks.front();
    };
    QCOMPARE(run("/gone", u"0"_s, u"9"_s)->attempts.size(), std::size_t{1});
    QCOMPARE(run("/gone", u"3"_s, u"9"_s)->attempts.size(), std::size_t{3});
    QCOMPARE(run("/gone", u"9"_s, u"2"_s)->attempts.size(), std::size_t{2});
    QCOMPARE(run("/late", u"3"_s, u"9"_s)->state, TaskState::Done);
}

void ListedSettingsTest::aWaitIsAlwaysTheSame()
{
    plan::EntryTerms own;
    own.retryWait = 7s;
    engine::Retry retry({4, 1s});
    const record::Failure failure = record::make(record::Cause::HttpStatus, {}, 503);
    for (int failed = 1; failed <= 4; ++failed)
        QCOMPARE(*retry.waitAfter(failure, failed, {}, own), std::chrono::milliseconds(7s));
    QCOMPARE(*retry.waitAfter(failure, 1, 30s, own), std::chrono::milliseconds(30s));
    QVERIFY(!retry.waitAfter(failure, 5, {}, own));
    own.maxTries = 0;
    QVERIFY(retry.waitAfter(failure, 1000, {}, own));
    own.maxTries = 1;
    QVERIFY(!retry.waitAfter(failure, 1, {}, own));
}

void ListedSettingsTest::theTimeoutIsItsOwn()
{
    RawServer server;
    server.route("/f", Script().hold());
    plan::Plan plan = planWith(server.url("/f"), m_home.path(), {{u"timeout"_s, u"1"_s}});
    plan.timeouts.firstByte = 1h;
    QCOMPARE(runPlan(plan).tasks.front()->failure->code, u"first-byte-timeout"_s);
}

void ListedSettingsTest::theLowestSpeedIsItsOwn()
{
    RawServer server;
    server.route("/f", Script(withLength(20'000, {})).drip(filler(20'000), 100, 50ms));
    plan::Plan plan =
        planWith(server.url("/f"), m_home.path(), {{u"lowest-speed-limit"_s, u"1M"_s}});
    plan.minimumRate = {0, 500ms};
    QCOMPARE(runPlan(plan).tasks.front()->failure->code, u"too-slow"_s);
}

void ListedSettingsTest::aSpeedLimitIsKept()
{
    RawServer server;
    server.route("/f", okFilled(60'000));
    server.route("/other", okFilled(60'000));
    plan::Plan plan = planFor({server.url("/f"), server.url("/other")}, m_home.path());
    auto extras = std::make_shared<plan::Extras>();
    extras->options = {{u"max-download-limit"_s, u"40K"_s}};
    plan.entries.front().extras = extras;
    plan.minimumRate = {1'000'000, 500ms}; // our own wait is not the server's
    const record::Run run = runPlan(plan);
    const record::TaskRecord &task = run.tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(contentOf(task.path) == filler(60'000));
    const record::Stamp limited = *task.end - *task.start;
    QVERIFY(limited >= 1300ms); // 60,000 bytes at 40,960 a second, less what may be made up for
    QVERIFY(*run.tasks.back()->end - *run.tasks.back()->start < limited);
}

void ListedSettingsTest::aLimitedOneCanBeStopped()
{
    RawServer server;
    server.route("/f", okFilled(1'000'000));
    engine::Session session(
        planWith(server.url("/f"), m_home.path(), {{u"max-download-limit"_s, u"1K"_s}}));
    bool isUnderWay = false;
    connect(&session, &engine::Session::changed, this, [&](const record::Batch &batch) {
        for (const record::TaskRecord &task : batch.changed)
            isUnderWay = isUnderWay || task.bytes > 0;
    });
    bool hasEnded = false;
    connect(&session, &engine::Session::finished, this, [&] { hasEnded = true; });
    session.start();
    QTRY_VERIFY(isUnderWay);
    session.requestStop();
    QElapsedTimer stopping;
    stopping.start();
    QTRY_VERIFY(
        hasEnded); // 1,000 seconds before it would by itself, and with most of it in our buffers
    QVERIFY(stopping.elapsed() < 3000);
}

void ListedSettingsTest::anExistingFileIsReplacedOrLeft()
{
    RawServer server;
    server.route("/g", ok("new"));
    const QTemporaryDir home;
    const auto put = [&home] {
        QFile file(home.filePath(u"g"_s));
        return file.open(QIODevice::WriteOnly) && file.write("old") == 3;
    };
    QVERIFY(put());
    plan::Plan plan =
        planWith(server.url("/g"), home.path(), {{u"auto-file-renaming"_s, u"false"_s}});
    QVERIFY(runPlan(plan).tasks.front()->nameTaken);
    QCOMPARE(contentOf(home.filePath(u"g"_s)), QByteArray("old"));
    plan = planWith(server.url("/g"), home.path(), {{u"allow-overwrite"_s, u"true"_s}});
    QCOMPARE(runPlan(plan).tasks.front()->path, home.filePath(u"g (1)"_s));
    QCOMPARE(contentOf(home.filePath(u"g"_s)), QByteArray("old"));
    QVERIFY(QFile::remove(home.filePath(u"g (1)"_s)));
    plan = planWith(server.url("/g"), home.path(), {{u"allow-overwrite"_s, u"false"_s}});
    plan.destination.conflict = plan::Conflict::Replace;
    QVERIFY(put());
    QCOMPARE(runPlan(plan).tasks.front()->path, home.filePath(u"g (1)"_s));
    QCOMPARE(contentOf(home.filePath(u"g"_s)), QByteArray("old"));
}

void ListedSettingsTest::aFileIsLeftWhereTheServerHasNoNewerOne()
{
    RawServer server;
    server.route("/g", RawServer::Handler([](const Request &request) {
                     const auto since = plan::httpDate(request.header("If-Modified-Since"));
                     return since && since->date().year() >= 2015 ? status(304) : ok("newer");
                 }));
    const QTemporaryDir home;
    const plan::Plan plan =
        planWith(server.url("/g"), home.path(), {{u"conditional-get"_s, u"true"_s}});
    QVERIFY(put(home, u"g"_s, 2015));
    const record::Run left = runPlan(plan);
    QVERIFY(left.tasks.front()->nameTaken);
    QCOMPARE(left.tasks.front()->state, TaskState::Unverified);
    QCOMPARE(left.tasks.front()->path, home.filePath(u"g"_s));
    QCOMPARE(left.tasks.front()->bytes, 0);
    QCOMPARE(namesIn(home.path()), QStringList{u"g"_s});
    QCOMPARE(contentOf(home.filePath(u"g"_s)), QByteArray("old"));

    QVERIFY(put(home, u"g"_s, 2014));
    QCOMPARE(runPlan(plan).tasks.front()->path, home.filePath(u"g (1)"_s));
    QCOMPARE(contentOf(home.filePath(u"g"_s)), QByteArray("old"));
    QCOMPARE(contentOf(home.filePath(u"g (1)"_s)), QByteArray("newer"));
}

/// A checksum or a size of the list; a part that aria2 left under the name of the file.
void ListedSettingsTest::whatTellsMoreThanATimeCountsBeforeIt()
{
    RawServer server;
    server.route("/*", ok("newer"));
    const QTemporaryDir home;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"c.aria2"_s, u"d"_s})
        QVERIFY(put(home, name, 2015));
    const auto isAsked = [&](const char *path, const std::function<void(plan::Entry &)> &say) {
        plan::Plan plan =
            planWith(server.url(path), home.path(), {{u"conditional-get"_s, u"true"_s}});
        say(plan.entries.front());
        runPlan(plan);
        return !server.log().back().header("If-Modified-Since").isNull();
    };
    QVERIFY(!isAsked("/a", [](plan::Entry &entry) { entry.checksum = sha256Of("newer"); }));
    QVERIFY(!isAsked("/b", [](plan::Entry &entry) {
        auto extras = std::make_shared<plan::Extras>(*entry.extras);
        extras->size = 5;
        entry.extras = extras;
    }));
    QVERIFY(!isAsked("/c", [](plan::Entry &) {}));
    QVERIFY(isAsked("/d", [](plan::Entry &) {}));
    QVERIFY(!isAsked("/e", [](plan::Entry &) {})); // nothing is there
}

void ListedSettingsTest::theTimeIsTheServersWhereThatIsWanted()
{
    RawServer server;
    const QByteArray date = "Wed, 21 Oct 2015 07:28:00 GMT";
    server.route("/*", ok("bytes").header("Last-Modified", date));
    const QTemporaryDir home;
    const QDateTime served = *plan::httpDate(date);
    const plan::Plan kept =
        planWith(server.url("/kept"), home.path(), {{u"remote-time"_s, u"true"_s}});
    const auto modified = [](const record::Run &run) {
        return QFileInfo(run.tasks.front()->path).lastModified();
    };
    QCOMPARE(modified(runPlan(kept)), served);
    const record::Run again = runPlan(kept); // it is known, for all its age
    QVERIFY(again.tasks.front()->alreadyThere);
    QCOMPARE(modified(again), served);
    QVERIFY(
        modified(runPlan(planWith(server.url("/f"), home.path(), {{u"remote-time"_s, u"false"_s}})))
        > served);
}

void ListedSettingsTest::cachesArePassedByWhereThatIsWanted()
{
    RawServer server;
    server.route("/*", ok("x"));
    runPlan(planWith(server.url("/a"), m_home.path(), {{u"http-no-cache"_s, u"true"_s}}));
    runPlan(planWith(server.url("/b"), m_home.path(), {{u"http-no-cache"_s, u"false"_s}}));
    QCOMPARE(server.log().at(0).header("Cache-Control"), QByteArray("no-cache"));
    QCOMPARE(server.log().at(0).header("Pragma"), QByteArray("no-cache"));
    QVERIFY(server.log().at(1).header("Pragma").isNull());
}

void ListedSettingsTest::aNetrcIsLeftAloneWhereThatIsWanted()
{
    RawServer server;
    server.route("/*", ok("x"));
    const auto authorization = [&](const std::vector<plan::ListedOption> &options) {
        plan::Plan plan = planWith(server.url("/c"), m_home.path(), options);
        plan.access.logins = *plan::netrcFrom("default login me password pw");
        runPlan(plan);
        return server.log().back().header("Authorization");
    };
    QVERIFY(!authorization({}).isEmpty());
    QVERIFY(authorization({{u"no-netrc"_s, u"true"_s}}).isEmpty());
}

void ListedSettingsTest::aKnownSizeIsNotAskedFor()
{
    RawServer server;
    server.route("/f", ok("12345"));
    const plan::Plan plan = mirroredPlan(server.url("/f"), {}, m_home.path(), 5);
    const engine::Sizes sizes = async::run(engine::askSizes(plan, {}));
    QCOMPARE(sizes.bytes, 5);
    QCOMPARE(server.requests(), 0);
}

LAPWING_TEST(ListedSettingsTest)
#include "tst_listedsettings.moc"
