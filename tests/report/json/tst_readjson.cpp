// SPDX-License-Identifier: MIT
#include "report/fullsample.h"
#include "report/json/json.h"
#include "report/json/readjson.h"
#include "report/sample.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using plan::Mode;

namespace {

report::Document richDocument()
{
    record::Run run = richRun();
    run.tasks.at(1).edit().startsAgain = true;
    run.tasks.at(1).edit().attempts.front().discarded =
        record::Discarded{5000, record::Discarded::Why::NotResumed};
    run.tasks.at(2).edit().failure = record::makeLargerThanDisk(5'000'000'000, 1'000'000'000);
    record::Attempt &first = run.tasks.front().edit().attempts.front();
    first.mirror = QUrl(QStringLiteral("http://mirror.example/f"));
    first.failure = record::make(record::Cause::SizeMismatch, QStringLiteral("4 bytes, not 5"));
    run.facts.stopped = true;
    run.facts.discarded = true;
    run.facts.perHost = 3;
    run.facts.diskFull = record::make(record::Cause::DiskFull, QStringLiteral("/downloads"));
    const report::Document swept = sweptDocument();
    return report::makeDocument({3, 6, 6, QStringLiteral("folder")},
                                {run, richRun(Mode::OneAtATime, 1, 3)}, plan::Redaction::Redacted,
                                swept.trial, swept.probes);
}

QString refusalOf(const QByteArray &json)
{
    const auto document = report::fromJson(json);
    return document ? QString() : document.error();
}

/// A length beyond any disk, and a server that wants to be left alone.
report::Document farDocument(record::Stamp retryAt)
{
    record::Run run = sampleRun();
    run.tasks.at(0).edit().size = std::numeric_limits<qint64>::max();
    run.tasks.at(2).edit().failure =
        record::makeLargerThanDisk(std::numeric_limits<qint64>::max(), (qint64{1} << 53) + 1);
    run.tasks.at(2).edit().size = (qint64{1} << 53) + 1;
    run.tasks.at(2).edit().retryAt = retryAt;
    return sampleDocument({run});
}

/// As documents were before phases were kept.
QJsonValue earlier(const QJsonValue &value)
{
    static const QStringList later{
        QStringLiteral("trial"),     QStringLiteral("probes"),    QStringLiteral("estimate"),
        QStringLiteral("stopped"),   QStringLiteral("discarded"), QStringLiteral("loop"),
        QStringLiteral("phases"),    QStringLiteral("sends"),     QStringLiteral("disk_s"),
        QStringLiteral("stalled_s"), QStringLiteral("disk_full"), QStringLiteral("verdict")};
    QJsonArray array = value.toArray();
    QJsonObject object = value.toObject();
    for (QJsonValueRef item : array)
        item = earlier(item);
    for (const QString &name : object.keys())
        object[name] = earlier(object.value(name));
    for (const QString &name : later)
        object.remove(name);
    if (object.contains(QStringLiteral("tasks")))
        object.remove(QStringLiteral("per_host"));
    if (value.isArray())
        return array;
    return value.isObject() ? QJsonValue(object) : value;
}

} // namespace

class ReadJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackByteForByte_data();
    void comesBackByteForByte();
    void everyStampComesBack();
    void whereAnAttemptWasMadeComesBack();
    void failuresKeepTheirCause();
    void theWayOnComesBack();
    void earlierDocumentsAreRead();
    void aStatusThatIsNoneIsAbsent_data();
    void aStatusThatIsNoneIsAbsent();
    void aStopIsReadByItsCode();
    void whatIsRedactedStays();
    void refusals_data();
    void refusals();
    void manyTimesAreRefused();
    void foreignBytesAreRefused_data();
    void foreignBytesAreRefused();
};

void ReadJsonTest::comesBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("json");
    const record::Run whole = wholeRun(Mode::Together, 1000);
    QTest::newRow("no run") << report::toJson(sampleDocument({}));
    QTest::newRow("every kind of task")
        << report::toJson(sampleDocument({sampleRun(), runAgain()}));
    QTest::newRow("measured") << report::toJson(
        sampleDocument({whole, wholeRun(Mode::OneAtATime, 3000)}));
    QTest::newRow("weeks away") << report::toJson(farDocument(4'256'188'007'393'859ns));
    QTest::newRow("a year away") << report::toJson(farDocument(31'536'000s));
    QTest::newRow("a century away") << report::toJson(farDocument(3'155'760'000s));
    const QByteArray late = report::toJson(farDocument(25'367'486'449'231'771ns));
    QTest::newRow("to the second") << report::toJson(*report::fromJson(late));
    QTest::newRow("stopped early") << report::toJson(stoppedDocument());
    QTest::newRow("everything") << report::toJson(richDocument());
}

void ReadJsonTest::comesBackByteForByte()
{
    QFETCH(QByteArray, json);
    const auto document = report::fromJson(json);
    QVERIFY2(document, qPrintable(refusalOf(json)));
    QCOMPARE(report::toJson(*document), json);
}

void ReadJsonTest::whereAnAttemptWasMadeComesBack()
{
    const QByteArray json = report::toJson(richDocument());
    const QJsonValue run = QJsonDocument::fromJson(json)[u"runs"][0];
    const QJsonValue attempt = run[u"tasks"][0][u"attempts"][0];
    QCOMPARE(attempt[u"mirror"].toString(), QStringLiteral("http://mirror.example/f"));
    QCOMPARE(attempt[u"dropped"].toBool(), true);
    const auto after = report::fromJson(json);
    QVERIFY(after);
    const record::Attempt &is = after->runs.front().tasks.front()->attempts.front();
    QCOMPARE(is.mirror, QUrl(QStringLiteral("http://mirror.example/f")));
    QVERIFY(after->runs.front().tasks.back()->attempts.front().mirror.isEmpty());
}

/// toJson might forget the same on both ways.
void ReadJsonTest::everyStampComesBack()
{
    report::Document before = richDocument();
    record::Hop &hop = before.runs.front().tasks.front().edit().attempts.front().hops.front();
    hop.requeued = *hop.end + std::chrono::nanoseconds(7);
    hop.taken = *hop.end + std::chrono::milliseconds(7);
    const auto after = report::fromJson(report::toJson(before));
    QVERIFY(after);
    const record::Attempt &was = before.runs.front().tasks.front()->attempts.front();
    const record::Attempt &is = after->runs.front().tasks.front()->attempts.front();
    const record::Hop &wasHop = was.hops.front();
    const record::Hop &isHop = is.hops.front();
    QVERIFY(is.start == was.start && is.firstByte == was.firstByte && is.received == was.received);
    QVERIFY(is.end == was.end && is.disk == was.disk && is.verify == was.verify);
    QVERIFY(isHop.lookUp == wasHop.lookUp && isHop.asked == wasHop.asked);
    QVERIFY(isHop.encrypted == wasHop.encrypted && isHop.sent == wasHop.sent);
    QVERIFY(isHop.headers == wasHop.headers && isHop.end == wasHop.end);
    QVERIFY(isHop.requeued == wasHop.requeued && isHop.taken == wasHop.taken);
    QCOMPARE(isHop.sends, wasHop.sends);
    QVERIFY(after->runs.front().facts.loop->stills == before.runs.front().facts.loop->stills);
    QVERIFY(after->runs.front().facts.started == before.runs.front().facts.started);
    QCOMPARE(after->runs.front().facts.perHost, 3);
    QVERIFY(after->trial.stopped && after->trial.stopped == before.trial.stopped);
    QCOMPARE(after->probes.size(), std::size_t{2});
    QVERIFY(after->probes.front().tls == before.probes.front().tls);
}

void ReadJsonTest::failuresKeepTheirCause()
{
    const auto after = report::fromJson(report::toJson(richDocument()));
    QVERIFY(after);
    QVERIFY(after->runs.front().facts.diskFull->isLocal());
    QCOMPARE(after->runs.front().tasks.at(1)->attempts.front().failure->cause,
             record::Cause::Stalled);
    const auto sample = report::fromJson(report::toJson(sampleDocument({sampleRun()})));
    QVERIFY(sample);
    QCOMPARE(sample->runs.front().tasks.at(2)->failure->cause, record::Cause::HttpStatus);
    QCOMPARE(sample->runs.front().tasks.at(2)->failure->status, 404);
}

void ReadJsonTest::theWayOnComesBack()
{
    const auto after = report::fromJson(report::toJson(richDocument()));
    QVERIFY(after);
    const std::vector<record::SharedRecord> &tasks = after->runs.front().tasks;
    QVERIFY(!tasks.at(0)->startsAgain && tasks.at(1)->startsAgain);
    const record::Discarded discarded{5000, record::Discarded::Why::NotResumed};
    QVERIFY(tasks.at(1)->attempts.front().discarded == discarded);
    QVERIFY(tasks.at(2)->failure == richDocument().runs.front().tasks.at(2)->failure);
}

void ReadJsonTest::earlierDocumentsAreRead()
{
    const QJsonDocument now =
        QJsonDocument::fromJson(report::toJson(sampleDocument({sampleRun()})));
    const QJsonDocument then(earlier(now.object()).toObject());
    QVERIFY(then != now);
    const auto document = report::fromJson(then.toJson());
    QVERIFY2(document, qPrintable(document ? QString() : document.error()));
    const record::Run &run = document->runs.front();
    QCOMPARE(document->trial.kind, report::Trial::Kind::Get);
    QCOMPARE(run.facts.perHost, 6);
    QCOMPARE(run.tasks.size(), std::size_t{4});
    QCOMPARE(run.tasks.front()->attempts.front().hops.front().sends, 0);
}

void ReadJsonTest::aStatusThatIsNoneIsAbsent_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"2", "0", "1000", "-12"})
        QTest::newRow(status) << QByteArray(status);
}

/// As earlier versions wrote it.
void ReadJsonTest::aStatusThatIsNoneIsAbsent()
{
    QFETCH(QByteArray, status);
    const QByteArray json = report::toJson(sampleDocument({sampleRun()}));
    QVERIFY(json.contains("\"status\":200"));
    const auto document =
        report::fromJson(QByteArray(json).replace("\"status\":200", "\"status\":" + status));
    QVERIFY2(document, qPrintable(document ? QString() : document.error()));
    const record::TaskRecord &task = document->runs.front().tasks.front();
    QVERIFY(!task.status && !task.attempts.front().hops.back().status);
    QCOMPARE(task.attempts.front().hops.front().status, 302);
    QVERIFY(refusalOf(QByteArray(json).replace("\"status\":200", "\"status\":\"OK\""))
                .startsWith(u"runs[0].tasks[0].status: "));
}

/// Words of another version, or of anybody, are not handed on.
void ReadJsonTest::aStopIsReadByItsCode()
{
    const QByteArray code = "\"stopped_code\": \"refused\"";
    const QByteArray json = report::toJson(richDocument());
    QVERIFY2(json.contains(code), json.constData());
    for (const QByteArray &other :
         {QByteArray("\"stopped_code\": null"), QByteArray("\"stopped_code\": \"closed\"")}) {
        const auto document = report::fromJson(QByteArray(json).replace(code, other));
        QVERIFY(document);
        QVERIFY(!document->trial.stopped && !document->sweep->stopped);
        QVERIFY(!report::toJson(*document).contains("too many. Higher numbers"));
    }
    QVERIFY(refusalOf(QByteArray(json).replace(code, "\"stopped_code\": 7"))
                .startsWith(u"trial.stopped_code: "));
    QVERIFY(refusalOf(QByteArray(json).replace("\"stopped_at_once\": 4", "\"stopped_at_once\": 0"))
                .startsWith(u"trial.stopped_at_once: "));
    QJsonObject then = QJsonDocument::fromJson(json).object(); // had it in the sweep alone
    QJsonObject trial = then.value(u"trial").toObject();
    trial.remove(u"stopped_code");
    then.insert(u"trial", trial);
    const auto document = report::fromJson(QJsonDocument(then).toJson());
    QVERIFY(document && document->trial.stopped == richDocument().trial.stopped);
}

void ReadJsonTest::whatIsRedactedStays()
{
    auto document = report::fromJson(report::toJson(sampleDocument({sampleRun()})));
    QVERIFY(document);
    document->redaction = plan::Redaction::Full;
    QVERIFY(!report::toJson(*document).contains(token.toUtf8()));
    const QByteArray full = report::toJson(sampleDocument({sampleRun()}, plan::Redaction::Full));
    QVERIFY(!report::toJson(*report::fromJson(full)).contains(token.toUtf8()));
}

void ReadJsonTest::refusals_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *good, const char *bad, const char *where) {
        QTest::newRow(bad) << QByteArray(good) << QByteArray(bad) << QString::fromLatin1(where);
    };
    row("\"lapwing-run\"", "\"har\"", "not a Lapwing run document");
    row("\"version\": 1\n", "\"version\": 2\n", "later version, 2");
    row("\"version\": 1\n", "\"version\": 0\n", "version: ");
    row("\"version\": 1\n", "\"version\": \"1\"\n", "version: ");
    row("\"start_s\":0.005", "\"start_s\":\"0.005\"", "runs[0].tasks[0].start_s: ");
    row("\"start_s\":0.005", "\"start_s\":-0.005", "runs[0].tasks[0].start_s: ");
    row("\"start_s\":0.005", "\"start_s\":1e300", "runs[0].tasks[0].start_s: ");
    row("\"start_s\":0.005", "\"begin_s\":0.005", "runs[0].tasks[0].attempts[0].start_s: ");
    row("\"end_s\":0.36,", "\"end_s\":[],", "runs[0].tasks[0].end_s: ");
    row("\"asked_s\":0.05,", "\"asked_s\":null,", "runs[0].tasks[0].attempts[0].hops[1].asked_s: ");
    row("\"state\":\"done\"", "\"state\":\"waiting\"", "runs[0].tasks[0].state: ");
    row("\"id\":2,", "\"id\":1,", "runs[0].tasks[1]: ");
    row("\"id\":2,", "\"id\":0,", "runs[0].tasks[1].id: ");
    row("\"id\":2,", "\"id\":2147483647,", "runs[0].tasks[1].id: ");
    row("\"id\":2,", "\"id\":2.5,", "runs[0].tasks[1].id: ");
    row("\"bytes\":2000,", "\"bytes\":9223372036854775807,", "runs[0].tasks[1]");
    row("\"bytes\":2000,", "\"bytes\":-1,", "runs[0].tasks[1]");
    row("\"mode\": \"together\"", "\"mode\": \"both\"", "runs[0].mode: ");
    row("\"at_once\": 12,", "\"at_once\": 0,", "runs[0].at_once_changes[0].at_once: ");
    row("\"round\": 1,", "\"round\": 0,", "runs[0].round: ");
    row("07:08:09.123+02:00", "07:08:09", "runs[0].started: ");
    row("07:08:09.123+02:00", "27:08:09.123+02:00", "runs[0].started: ");
    row("http://one.example/c?", "javascript:alert(1)//c?", "runs[0].tasks[1]");
    row("http://one.example/c?", "http:///c?", "runs[0].tasks[1]");
    row("\"code\":\"http-404\"", "\"code\":404", "runs[0].tasks[2]");
    row("\"destination\": \"folder\"", "\"destination\": \"/etc\"", "plan.destination: ");
    row("\"kind\": \"get\"", "\"kind\": \"got\"", "trial.kind: ");
    row("\"runs\": [", "\"runs\": [ 7, ", "runs[0]: ");
    row("\"runs\": [", "\"runs\": {}, \"walks\": [", "runs: ");
    row("\"already_there\":false", "\"already_there\":0", "runs[0].tasks[0].already_there: ");
}

void ReadJsonTest::refusals()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(QString, where);
    QByteArray json = report::toJson(sampleDocument({sampleRun()}));
    QVERIFY2(json.contains(good), json.constData());
    const QString refusal = refusalOf(json.replace(good, bad));
    QVERIFY2(refusal.contains(where) && refusal.endsWith(u'.'), qPrintable(refusal));
}

/// Each is allowed, but their sum has no room.
void ReadJsonTest::manyTimesAreRefused()
{
    record::Run run = wholeRun(Mode::Together, 1000);
    record::TaskRecord task = run.tasks.back();
    task.end = record::Stamp{(std::int64_t{1} << 52) - 1'000'000};
    for (int id = 3; id < 2400; ++id) {
        task.id = id;
        run.tasks.push_back(task);
    }
    QVERIFY(refusalOf(report::toJson(sampleDocument({run}))).contains(u"added up"));
}

void ReadJsonTest::foreignBytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const QString noJson = QStringLiteral("not JSON");
    QTest::newRow("nothing") << QByteArray() << noJson;
    QTest::newRow("words") << QByteArray("hello") << noJson;
    QTest::newRow("deep") << QByteArray(1'000'000, '[') << noJson;
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100'000) << noJson;
    QTest::newRow("NaN") << QByteArray("{\"format\":NaN}") << noJson;
    QTest::newRow("cut off") << report::toJson(richDocument()).chopped(100) << noJson;
    QTest::newRow("no UTF-8") << QByteArray("{\"format\":\"\xff\xfe\"}") << noJson;
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("not a Lapwing run document");
    QTest::newRow("other") << QByteArray("{\"log\":{}}")
                           << QStringLiteral("not a Lapwing run document");
    QTest::newRow("empty values") << '[' + QByteArray(50'000'001, ',') + ']'
                                  << QStringLiteral("too large to be a run document");
}

void ReadJsonTest::foreignBytesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    QVERIFY2(refusalOf(bytes).contains(said), qPrintable(refusalOf(bytes)));
}

LAPWING_TEST(ReadJsonTest)
#include "tst_readjson.moc"
