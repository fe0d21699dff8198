// SPDX-License-Identifier: MIT
#include "engine/listed.h"
#include "support/testmain.h"
#include "support/versioned.h"

#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using record::TaskState;

namespace {

constexpr qint64 size = 3'000'000;

/// A server with the file, which a cut after so many bytes (-1: never) makes fail.
struct Place {
    explicit Place(Versioned what) : file(std::move(what))
    {
        file.resets = false;
        server.route("/f", RawServer::Handler([this](const Request &request) {
                         return answerFor(file, request);
                     }));
    }
    Versioned file;
    RawServer server;
};

Versioned fileOf(const QByteArray &content, const QByteArray &etag, qint64 cutAfter = -1)
{
    Versioned file;
    file.content = content;
    file.etag = etag;
    file.cutAfter = cutAfter;
    return file;
}

} // namespace

class ResumeElsewhereTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    [[nodiscard]] plan::Plan planFrom(const Place &link, const QList<QUrl> &mirrors) const
    {
        return mirroredPlan(link.server.url("/f"), mirrors, m_home.path());
    }

private Q_SLOTS:
    void cleanup();
    void aMirrorHasTheRestWhereAChecksumWillTell();
    void withoutAChecksumItBeginsAnew();
    void whatDoesNotFitIsAskedForAsAWhole();
    void aMixedFileThatNobodyCanProveIsNotKept();
    void aLaterRunDoesNotTrustAMixedPart();
    void aClosedMirrorLeavesWhatIsThere();
};

void ResumeElsewhereTest::cleanup()
{
    for (const QString &name : namesIn(m_home.path()))
        QVERIFY(QFile::remove(m_home.filePath(name)));
}

void ResumeElsewhereTest::aMirrorHasTheRestWhereAChecksumWillTell()
{
    Place link(fileOf(filler(size), "\"1\"", 2'000'000));
    Place mirror(fileOf(filler(size), "\"of its own\""));
    plan::Plan plan = planFrom(link, {mirror.server.url("/f")});
    plan.entries.front().checksum = sha256Of(filler(size));
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(contentOf(task.path) == filler(size));
    QVERIFY(task.attempts.back().from > 1'000'000);
    QCOMPARE(task.bytes, size);
    QCOMPARE(mirror.server.requests(), 1);
    const Request request = mirror.server.log().front();
    QVERIFY(request.header("Range").startsWith("bytes="));
    QVERIFY(request.header("If-Range").isNull()); // what the link has says nothing to it
}

void ResumeElsewhereTest::withoutAChecksumItBeginsAnew()
{
    Place link(fileOf(filler(size), "\"1\"", 2'000'000));
    Place mirror(fileOf(filler(size), "\"1\""));
    const record::TaskRecord task =
        runPlan(planFrom(link, {mirror.server.url("/f")})).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(contentOf(task.path) == filler(size));
    QCOMPARE(task.attempts.back().from, 0);
    QVERIFY(mirror.server.log().front().header("Range").isNull());
}

/// The beginning was another file's, which the overlap does not show.
void ResumeElsewhereTest::whatDoesNotFitIsAskedForAsAWhole()
{
    QByteArray wrong = filler(size);
    wrong[10] = 'x';
    Place link(fileOf(wrong, "\"1\"", 2'000'000));
    Place mirror(fileOf(filler(size), "\"1\""));
    plan::Plan plan = planFrom(link, {mirror.server.url("/f")});
    plan.entries.front().checksum = sha256Of(filler(size));
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QVERIFY(contentOf(task.path) == filler(size));
    QCOMPARE(codesOf(task), (QStringList{u"connection-cut"_s, u"checksum-mismatch"_s, QString()}));
    QCOMPARE(mirror.server.requests(), 2);
    QVERIFY(mirror.server.log().back().header("Range").isNull());
}

void ResumeElsewhereTest::aMixedFileThatNobodyCanProveIsNotKept()
{
    QByteArray wrong = filler(size);
    wrong[size - 10] = 'x';
    Place link(fileOf(filler(size), "\"1\"", 2'000'000));
    Place mirror(fileOf(wrong, "\"1\""));
    plan::Plan plan = planFrom(link, {mirror.server.url("/f")});
    plan.entries.front().checksum = sha256Of(filler(size));
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Failed);
    QCOMPARE(task.failure->code, u"checksum-mismatch"_s);
    QVERIFY(namesIn(m_home.path()).isEmpty());
}

void ResumeElsewhereTest::aLaterRunDoesNotTrustAMixedPart()
{
    Place link(fileOf(filler(size), "\"1\"", 1'500'000));
    Place mirror(fileOf(filler(size), "\"2\"", 1'000'000));
    plan::Plan plan = planFrom(link, {mirror.server.url("/f")});
    plan.entries.front().checksum = sha256Of(filler(size));
    const record::TaskRecord cut = runPlan(plan).tasks.front();
    QCOMPARE(cut.state, TaskState::Failed);
    QVERIFY(cut.attempts.back().from > 0);
    QVERIFY(namesIn(m_home.path()).contains(u"f.part"_s));
    link.file.cutAfter = -1;
    plan.entries.front().checksum.reset();
    const record::TaskRecord task = runPlan(plan).tasks.front();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(task.kept, 0);
    QVERIFY(link.server.log().back().header("Range").isNull());
    QVERIFY(contentOf(task.path) == filler(size));
}

/// Passed by between two attempts at the link, neither of which asked how much is there meanwhile.
void ResumeElsewhereTest::aClosedMirrorLeavesWhatIsThere()
{
    std::vector<qint64> cuts{1'000'000, 500'000}; // an earlier run's, and then this one's
    RawServer link;
    link.route("/f", RawServer::Handler([&cuts](const Request &request) {
                   Versioned file = fileOf(filler(size), "\"1\"");
                   file.resets = false;
                   if (!cuts.empty()) {
                       file.cutAfter = cuts.front();
                       cuts.erase(cuts.begin());
                   }
                   return answerFor(file, request);
               }));
    RawServer mirror;
    mirror.route("/*", status(429).header("Retry-After", "7200"));
    const qint64 earlier = runPlan(planFor({link.url("/f")}, m_home.path())).tasks.front()->bytes;
    QVERIFY(earlier > 0);
    plan::Plan plan = planFor({mirror.url("/x"), link.url("/f")}, m_home.path());
    plan.entries.back().extras =
        mirroredPlan(link.url("/f"), {mirror.url("/f")}, {}).entries.front().extras;
    plan.atOnce = 1;
    plan.retries = {2, 1ms};
    const record::TaskRecord task = runPlan(plan).tasks.back();
    QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(codesOf(task), (QStringList{u"connection-cut"_s, u"http-429"_s, QString()}));
    QCOMPARE(mirror.requests(), 1);
    QCOMPARE(task.kept, earlier);
    QCOMPARE(task.bytes, size - earlier);
    QVERIFY(task.attempts.back().from > earlier);
}

LAPWING_TEST(ResumeElsewhereTest)
#include "tst_resumeelsewhere.moc"
