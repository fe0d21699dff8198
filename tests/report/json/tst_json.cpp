// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "report/fullsample.h"
#include "report/json/json.h"
#include "report/json/readjson.h"
#include "report/python.h"
#include "report/sample.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;

namespace {

const char validate[] = R"(
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1]))
Draft202012Validator.check_schema(schema)
errors = list(Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))
print(*(f"{e.json_path}: {e.message}" for e in errors), sep="\n")
sys.exit(3 if errors else 0)
)";

Ran validated(const QByteArray &json)
{
    const QString source = qEnvironmentVariable("LAPWING_SOURCE_DIR");
    return runPython(validate, {source + QStringLiteral("/resources/run-document.schema.json")},
                     json);
}

bool hasValidator()
{
    static const bool has = runPython("import jsonschema", {}, {}).status == 0;
    return has;
}

QJsonValue parsed(const report::Document &document)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(report::toJson(document), &error);
    return error.error == QJsonParseError::NoError ? QJsonValue(json.object())
                                                   : QJsonValue(QJsonValue::Undefined);
}

/// "runs/0/tasks/1/own_s"
QJsonValue at(QJsonValue value, const QString &path)
{
    for (const QString &step : path.split(QLatin1Char('/')))
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

const QJsonValue absent = QJsonValue::Undefined;
const QJsonValue null = QJsonValue::Null;

void addRow(const char *path, const QJsonValue &expected)
{
    QTest::newRow(path) << QString::fromLatin1(path) << expected;
}

QJsonValue text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

void addHeadRows()
{
    addRow("format", text("lapwing-run"));
    addRow("version", 1);
    addRow("tool/name", text("lapwing"));
    addRow("tool/version", text(LAPWING_VERSION));
    addRow("tool/qt", text(qVersion()));
    addRow("started", text("2024-05-06T07:08:09.123+02:00"));
    addRow("plan/entries", 4);
    addRow("plan/at_once", 6);
    addRow("plan/per_host", 6);
    addRow("plan/destination", text("folder"));
    addRow("plan/proxy", QJsonValue::Null);
    addRow("runs/0/mode", text("together"));
    addRow("runs/1/mode", text("one-at-a-time"));
    addRow("runs/1/at_once", 1);
    addRow("runs/0/round", 1);
    addRow("runs/0/elapsed_s", 1.12);
    addRow("runs/0/bytes", 3000);
    addRow("runs/0/done", 1);
    addRow("runs/0/unverified", 1);
    addRow("runs/0/failed", 1);
    addRow("runs/0/cancelled", 0);
    addRow("runs/0/at_once_changes/0/at_s", 0.5);
    addRow("runs/0/at_once_changes/0/at_once", 12);
    addRow("runs/0/stepped_down/0/at_s", 0.6);
    addRow("runs/0/stepped_down/0/host", text("http://one.example:80"));
    addRow("runs/0/stepped_down/0/at_once", 3);
    addRow("runs/0/holds/0/host", text("http://one.example:80"));
    addRow("runs/0/holds/0/from_s", 0.7);
    addRow("runs/0/holds/0/until_s", 0.9);
    addRow("runs/0/holds/0/to_s", 0.85);
    addRow("runs/0/tasks/2/retry_at_s", 3600.0);
    addRow("runs/0/tasks/0/retry_at_s", absent);
}

void addDoneTaskRows()
{
    addRow("runs/0/tasks/0/id", 1);
    addRow("runs/0/tasks/0/url", text("http://one.example/a?key=redacted&n=redacted"));
    addRow("runs/0/tasks/0/name", text("a.bin"));
    addRow("runs/0/tasks/0/path", text("/downloads/a.bin"));
    addRow("runs/0/tasks/0/state", text("done"));
    addRow("runs/0/tasks/0/error", null);
    addRow("runs/0/tasks/0/status", 200);
    addRow("runs/0/tasks/0/protocol", text("HTTP/1.1"));
    addRow("runs/0/tasks/0/already_there", false);
    addRow("runs/0/tasks/0/pauses", QJsonArray());
    addRow("runs/0/tasks/0/kept", 0);
    addRow("runs/0/tasks/0/bytes", 1000);
    addRow("runs/0/tasks/0/size", 1000);
    addRow("runs/0/tasks/0/queued_s", 0.005);
    addRow("runs/0/tasks/0/setup_s", 0.012);
    addRow("runs/0/tasks/0/own_s", 0.331);
    addRow("runs/0/tasks/0/wait_s", 0.08);
    addRow("runs/0/tasks/0/receive_s", 0.251);
    addRow("runs/0/tasks/0/commit_s", 0.01);
    addRow("runs/0/tasks/0/start_s", 0.005);
    addRow("runs/0/tasks/0/end_s", 0.36);
    addRow("runs/0/tasks/0/attempts/0/start_s", 0.005);
    addRow("runs/0/tasks/0/attempts/0/sent_s", 0.052);
    addRow("runs/0/tasks/0/attempts/0/headers_s", 0.102);
    addRow("runs/0/tasks/0/attempts/0/first_byte_s", 0.103);
    addRow("runs/0/tasks/0/attempts/0/end_s", 0.36);
    addRow("runs/0/tasks/0/attempts/0/bytes", 1000);
    addRow("runs/0/tasks/0/attempts/0/error", null);
    addRow("runs/0/tasks/0/attempts/0/hops/0/url",
           text("http://one.example/a?key=redacted&n=redacted"));
    addRow("runs/0/tasks/0/attempts/0/hops/0/status", 302);
    addRow("runs/0/tasks/0/attempts/0/hops/0/sent_s", 0.015);
    addRow("runs/0/tasks/0/attempts/0/hops/0/headers_s", 0.045);
}

/// A file that was gone on with, and one that was there.
void addEarlierRows()
{
    addRow("runs/0/tasks/1/already_there", false);
    addRow("runs/0/tasks/1/kept", 500);
    addRow("runs/0/tasks/1/attempts/0/from", 500);
    addRow("runs/0/tasks/1/pauses/0/from_s", 0.2);
    addRow("runs/0/tasks/1/pauses/0/to_s", 0.3);
    addRow("runs/0/tasks/1/pauses/1/to_s", null);
    addRow("runs/2/tasks/0/already_there", true);
    addRow("runs/2/tasks/0/state", text("done"));
    addRow("runs/2/tasks/0/bytes", 0);
}

/// What was not observed.
void addAbsentRows()
{
    addRow("runs/0/tasks/1/state", text("unverified"));
    addRow("runs/0/tasks/1/size", null);
    addRow("runs/0/tasks/2/path", null);
    addRow("runs/0/tasks/2/error/code", text("http-404"));
    addRow("runs/0/tasks/2/error/detail",
           text("GET http://one.example/e?key=redacted&n=redacted gave 404"));
    addRow("runs/0/tasks/2/attempts/0/sent_s", absent);
    addRow("runs/0/tasks/2/attempts/0/first_byte_s", absent);
    addRow("runs/0/tasks/2/attempts/0/hops/0/status", null);
    addRow("runs/0/tasks/2/attempts/1/error/code", text("http-404"));
    addRow("runs/0/tasks/2/commit_s", absent);
    addRow("runs/0/tasks/3/state", text("queued"));
    addRow("runs/0/tasks/3/status", null);
    addRow("runs/0/tasks/3/protocol", absent);
    for (const char *path :
         {"runs/0/tasks/3/queued_s", "runs/0/tasks/3/own_s", "runs/0/tasks/3/wait_s",
          "runs/0/tasks/3/receive_s", "runs/0/tasks/3/start_s", "runs/0/tasks/3/end_s"})
        addRow(path, absent);
    addRow("runs/0/tasks/3/attempts", QJsonArray());
}

/// What a run tells since phases are kept.
void addRichRows()
{
    addRow("trial/kind", text("sweep"));
    addRow("trial/temperature", text("cold"));
    addRow("probes/0/host", text("https://one.example:443"));
    addRow("probes/0/look_up_s", 0.003);
    addRow("probes/0/tcp_s", 0.004);
    addRow("probes/0/tls_s", 0.009);
    addRow("probes/0/address", text("192.0.2.1"));
    addRow("probes/0/error", null);
    addRow("probes/1/tcp_s", absent);
    addRow("probes/1/address", null);
    addRow("probes/1/error/code", text("connection-refused"));
    addRow("runs/0/per_host", 1);
    addRow("runs/0/discarded", false);
    addRow("runs/0/stopped", false);
    addRow("runs/0/disk_full", null);
    addRow("runs/0/mean_in_flight", 1.25);
    addRow("runs/0/loop/uncounted_stills", 1);
    addRow("estimate/error", null);
}

/// Of the third run with four at once: `at` is 1.3 times as slow.
void addRichTimes()
{
    addRow("runs/8/loop/stills/1/to_s", 0.397800007);
    addRow("runs/8/loop/busy_s", 0.052000007);
    addRow("runs/8/loop/starved_s", 0.003900007);
    addRow("runs/8/loop_still_s", 0.011700007);
    addRow("runs/8/tasks/0/attempts/0/hops/0/look_up_s", 0.002600007);
    addRow("runs/8/tasks/0/attempts/0/hops/0/encrypted_s", 0.026000007);
    addRow("runs/8/tasks/0/attempts/0/hops/0/sends", 2);
    addRow("runs/8/tasks/0/attempts/0/requests", 2);
    addRow("runs/8/tasks/0/coding", text("gzip"));
    addRow("runs/8/tasks/0/attempts/0/hops/0/phases/set-up/known", text("measured"));
    addRow("runs/8/tasks/0/attempts/0/hops/0/phases/set-up/seconds", 0.0208);
    addRow("runs/8/tasks/0/attempts/0/hops/0/phases/send/known", text("not-observable"));
    addRow("runs/8/tasks/0/attempts/0/hops/0/phases/send/seconds", absent);
    addRow("runs/8/tasks/0/attempts/0/hops/0/phases/wait/late", true);
    addRow("runs/8/tasks/0/attempts/0/hops/0/phases/look-up/late", absent);
    addRow("runs/8/tasks/0/attempts/0/stalled_s", 0);
    addRow("runs/8/tasks/0/attempts/0/disk_s", 0.014300007);
    addRow("runs/8/tasks/0/attempts/0/verify_s", 0.022100007);
    addRow("runs/8/tasks/0/attempts/0/phases/commit/known", text("measured"));
    addRow("runs/8/tasks/0/phases/retry/known", text("does-not-apply"));
    addRow("runs/8/tasks/1/attempts/1/verify_s", absent);
    addRow("runs/8/tasks/1/attempts/1/hops/0/phases/set-up/known", text("reused"));
}

void addSweepRows()
{
    addRow("sweep/points/1/at_once", 2);
    addRow("sweep/points/1/rounds", 3);
    addRow("sweep/points/0/speedup", 1);
    addRow("sweep/points/0/serial_share", null);
    addRow("sweep/points/2/throttled", 2);
    addRow("sweep/recommended/at_once", 2);
    addRow("sweep/recommended/why",
           text("2 at a time was the fastest: 4.64 s, 1.1 MB/s. With 4 at a time the server "
                "reported too many requests (2 responses): this number and higher ones are not "
                "recommended. Rounds for each number: 3; six are needed for 95 % intervals."));
    addRow("sweep/knee", 2);
    addRow("sweep/usl/kappa", 0.01);
    addRow("sweep/critical/name", text("again"));
    addRow("sweep/critical/low", 1.1);
    addRow("sweep/critical/high", 1.3);
    addRow(
        "sweep/cap",
        text("Throughput stops growing at 2 at a time. The server responds to no more than 2 at a "
             "time: with more, each waits longer for its response (0.40 s instead of 0.10 s)."));
    addRow("sweep/stopped",
           text("A server reported that 4 at a time is too many. Higher numbers were not tried."));
    addRow("sweep/stopped_code", text("refused"));
    addRow("sweep/stopped_at_once", 4);
    addRow("sweep/bookkeeping_error", 0.01);
}

/// One task still runs.
record::Run onItsWay()
{
    record::Run run = sampleRun();
    run.tasks.front().edit().state = record::TaskState::Downloading;
    run.tasks.front().edit().end.reset();
    return run;
}

/// It has to be begun anew, and does not fit either.
record::Run withoutAWayOn()
{
    record::Run run = sampleRun();
    run.tasks.at(2).edit().startsAgain = true;
    run.tasks.at(2).edit().failure = record::makeLargerThanDisk(5'000'000'000, 1'000'000'000);
    return run;
}

double sumOver(const QJsonValue &task, const char *from, const char *to)
{
    double sum = 0;
    for (const QJsonValue attempt : task.toObject().value(QStringLiteral("attempts")).toArray()) {
        for (const QJsonValue hop : attempt.toObject().value(QStringLiteral("hops")).toArray()) {
            const QJsonValue first = hop.toObject().value(QLatin1String(from));
            const QJsonValue last = hop.toObject().value(QLatin1String(to));
            if (first.isDouble() && last.isDouble())
                sum += last.toDouble() - first.toDouble();
        }
    }
    return sum;
}

} // namespace

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenValues_data();
    void goldenValues();
    void richValues_data();
    void richValues();
    void measuredSpeedup_data();
    void measuredSpeedup();
    void verdictsAreTold();
    void ends_data();
    void ends();
    void secondsAreExactAndShort_data();
    void secondsAreExactAndShort();
    void timesCanBeRecomputed();
    void aLocalTimeHasItsOffset();
    void noFigureIsNotFinite();
    void brokenTextIsStillUtf8();
    void secretsAppearNowhere();
    void fullLinksWhenAskedFor();
    void schemaAccepts_data();
    void schemaAccepts();
    void schemaRejects_data();
    void schemaRejects();
};

void JsonTest::goldenValues_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    addHeadRows();
    addDoneTaskRows();
    addEarlierRows();
    addAbsentRows();
}

void JsonTest::goldenValues()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    const QJsonValue document =
        parsed(sampleDocument({sampleRun(), sampleRun(Mode::OneAtATime), runAgain()}));
    QVERIFY(document.isObject());
    const QJsonValue actual = at(document, path);
    QVERIFY2(actual == expected, qPrintable(QVariant(actual.toVariant()).toString()));
}

void JsonTest::richValues_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    addRichRows();
    addRichTimes();
    addSweepRows();
}

void JsonTest::richValues()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    static const QJsonValue document = parsed(sweptDocument());
    const QJsonValue actual = at(document, path);
    QVERIFY2(actual == expected, qPrintable(QVariant(actual.toVariant()).toString()));
}

void JsonTest::measuredSpeedup_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    addRow("trial/kind", text("compare"));
    addRow("trial/temperature", text("warm"));
    addRow("speedup/kind", text("measured"));
    addRow("speedup/level", 0.96875);
    addRow("speedup/rounds", 6);
    addRow("speedup/files", 2);
    addRow("speedup/listed", 3);
    addRow("speedup/outliers", QJsonArray{2});
    addRow("estimate/speedup/kind", text("range"));
    addRow("estimate/speedup/rounds", absent);
    addRow("sweep", absent);
}

void JsonTest::measuredSpeedup()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    static const QJsonValue document = parsed(comparedDocument());
    QCOMPARE(at(document, QStringLiteral("speedup/ratios")).toArray().size(), 6);
    const QJsonValue actual = at(document, path);
    QVERIFY2(actual == expected, qPrintable(QVariant(actual.toVariant()).toString()));
}

void JsonTest::verdictsAreTold()
{
    report::Document document = sampleDocument({sampleRun(), sampleRun()});
    document.verdicts.resize(1);
    document.verdicts.front() = {measure::LimitedBy::Line,
                                 measure::LoopKind::Blocked,
                                 {{QStringLiteral("share"), 0.5}, {QStringLiteral("none"), NAN}},
                                 {{measure::LimitedBy::Line, 0.5}},
                                 {},
                                 {}};
    const QJsonValue json = parsed(document);
    const auto told = [&json](const char *name) {
        return at(json, QStringLiteral("runs/0/verdict/") + QLatin1String(name));
    };
    QCOMPARE(told("limited_by").toString(), measure::wordFor(measure::LimitedBy::Line));
    QCOMPARE(told("loop").toString(), measure::wordFor(measure::LoopKind::Blocked));
    QVERIFY2(told("text").toString().startsWith(
                 QStringLiteral("Limited by bandwidth for 0.50 s of 1.12 s (45 %). ")),
             qPrintable(told("text").toString()));
    QCOMPARE(told("figures/share"), QJsonValue(0.5));
    QCOMPARE(told("causes/0/limit"), text("line"));
    QCOMPARE(told("causes/0/seconds"), QJsonValue(0.5));
    QCOMPARE(told("figures/none"), null);
    QCOMPARE(at(json, QStringLiteral("runs/1/verdict")), absent);
}

void JsonTest::ends_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("measured");
    QTest::addColumn<QJsonValue>("estimated");
    QTest::addColumn<QJsonValue>("incomparable");
    const auto row = [](const char *path, QJsonValue measured, QJsonValue estimated,
                        QJsonValue incomparable) {
        QTest::newRow(path) << QString::fromLatin1(path) << measured << estimated << incomparable;
    };
    row("baseline/kind", text("measured"), text("range"), text("range"));
    row("baseline/seconds", 3.0, null, null);
    // 0.041 + 0.302 + 1.11, and 0.018 to save them; then with its hold.
    row("baseline/high_s", null, 1.471, 1.621);
    row("speedup/kind", text("measured"), text("range"), text("range"));
    row("speedup/value", 3.0, null, null);
    row("speedup/high", null, 1.471, null);
    row("speedup/comparable", true, true, false);
}

void JsonTest::ends()
{
    QFETCH(QString, path);
    const record::Run whole = wholeRun(Mode::Together, 1000);
    QTEST(at(parsed(sampleDocument({whole, wholeRun(Mode::OneAtATime, 3000)})), path), "measured");
    QTEST(at(parsed(sampleDocument({whole})), path), "estimated");
    QTEST(at(parsed(sampleDocument({sampleRun()})), path), "incomparable");
    QCOMPARE(at(parsed(sampleDocument({})), path.section(QLatin1Char('/'), 0, 0)), null);
}

void JsonTest::secondsAreExactAndShort_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("0") << qint64(0) << QByteArray("0");
    QTest::newRow("no noise") << qint64(300'000'000) << QByteArray("0.3");
    QTest::newRow("all digits") << qint64(1'123'456'789) << QByteArray("1.123456789");
    QTest::newRow("a day") << qint64(86'400'000'000'001) << QByteArray("86400.000000001");
    QTest::newRow("52 days") << qint64(4'492'800'000'000'001) << QByteArray("4492800.000000001");
    QTest::newRow("whole") << qint64(12'000'000'000) << QByteArray("12");
}

void JsonTest::secondsAreExactAndShort()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QByteArray, written);
    record::Run run = sampleRun();
    run.facts.elapsed = record::Stamp{nanoseconds};
    const QByteArray json = report::toJson(sampleDocument({run}));
    QVERIFY(json.contains("\"elapsed_s\": " + written + ",\n"));
    const auto again = report::fromJson(json);
    QVERIFY2(again, qPrintable(again ? QString() : again.error()));
    QCOMPARE(again->runs.front().facts.elapsed.count(), nanoseconds);
}

/// Every sum of a task from the stamps of its hops in the same document, and elapsed from the tasks.
void JsonTest::timesCanBeRecomputed()
{
    const QJsonValue document = parsed(sampleDocument({sampleRun()}));
    int compared = 0;
    const std::array<std::array<const char *, 3>, 4> sums{{{"setup_s", "asked_s", "sent_s"},
                                                           {"own_s", "sent_s", "end_s"},
                                                           {"wait_s", "sent_s", "headers_s"},
                                                           {"receive_s", "headers_s", "end_s"}}};
    double last = 0;
    for (const QJsonValue task : at(document, QStringLiteral("runs/0/tasks")).toArray()) {
        last = std::max(last, task.toObject().value(QStringLiteral("end_s")).toDouble());
        for (const auto &[name, from, to] : sums) {
            QVERIFY(std::abs(task.toObject().value(QLatin1String(name)).toDouble()
                             - sumOver(task, from, to))
                    < 1e-9);
            ++compared;
        }
    }
    QCOMPARE(compared, 16);
    QCOMPARE(at(document, QStringLiteral("runs/0/elapsed_s")).toDouble(),
             last); // no gap in this run
}

void JsonTest::aLocalTimeHasItsOffset()
{
    record::Run run = sampleRun();
    run.facts.started = QDateTime({2024, 5, 6}, {7, 8, 9, 123});
    const QString written = at(parsed(sampleDocument({run})), QStringLiteral("started")).toString();
    const QDateTime read = QDateTime::fromString(written, Qt::ISODateWithMs);
    QVERIFY2(read.timeSpec() != Qt::LocalTime, qPrintable(written));
    QCOMPARE(read, run.facts.started);
    run.facts.started = {};
    QCOMPARE(at(parsed(sampleDocument({run})), QStringLiteral("started")), null);
}

void JsonTest::noFigureIsNotFinite()
{
    report::Document document = sampleDocument({wholeRun(Mode::Together, 1000)});
    document.comparison->speedup.low = std::numeric_limits<double>::quiet_NaN();
    document.comparison->speedup.high = std::numeric_limits<double>::infinity();
    QCOMPARE(at(parsed(document), QStringLiteral("speedup/low")), null);
    QCOMPARE(at(parsed(document), QStringLiteral("speedup/high")), null);
}

void JsonTest::brokenTextIsStillUtf8()
{
    record::Run run = sampleRun();
    run.tasks.front().edit().name =
        QString(QChar(0xD800)) + QStringLiteral("a\"\\\n") + QChar(0) + QChar(0xDC00);
    const QByteArray json = report::toJson(sampleDocument({run}));
    QVERIFY(QUtf8StringView(json).isValidUtf8());
    QVERIFY(!json.contains("\\ud"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QString name = at(document.object(), QStringLiteral("runs/0/tasks/0/name")).toString();
    QVERIFY(name.contains(QStringLiteral("a\"\\\n") + QChar(0)));
}

void JsonTest::secretsAppearNowhere()
{
    const QByteArray json =
        report::toJson(sampleDocument({sampleRun(), sampleRun(Mode::OneAtATime)}));
    QVERIFY(json.contains("one.example"));
    QVERIFY(!json.contains(password.toUtf8()));
    QVERIFY(!json.contains(token.toUtf8()));
}

void JsonTest::fullLinksWhenAskedFor()
{
    const QByteArray json = report::toJson(sampleDocument({sampleRun()}, plan::Redaction::Full));
    QVERIFY(json.contains("http://one.example/a?key=" + token.toUtf8()));
    QVERIFY(!json.contains(password.toUtf8()));
}

void JsonTest::schemaAccepts_data()
{
    QTest::addColumn<QByteArray>("json");
    const record::Run whole = wholeRun(Mode::Together, 1000);
    QTest::newRow("no run") << report::toJson(sampleDocument({}));
    QTest::newRow("every kind of task") << report::toJson(sampleDocument({sampleRun()}));
    QTest::newRow("range") << report::toJson(sampleDocument({whole}));
    QTest::newRow("measured") << report::toJson(
        sampleDocument({whole, wholeRun(Mode::OneAtATime, 3000)}));
    QTest::newRow("not comparable")
        << report::toJson(sampleDocument({whole, sampleRun(Mode::OneAtATime)}));
    QTest::newRow("running") << report::toJson(sampleDocument({onItsWay()}));
    record::Run announced = sampleRun();
    announced.tasks.front().edit().size = std::numeric_limits<qint64>::max();
    QTest::newRow("a length beyond reason") << report::toJson(sampleDocument({announced}));
    QTest::newRow("no way on") << report::toJson(sampleDocument({withoutAWayOn()}));
    QTest::newRow("compared") << report::toJson(comparedDocument());
    QTest::newRow("swept") << report::toJson(sweptDocument());
    QTest::newRow("stopped") << report::toJson(stoppedDocument());
    report::Document rest = sampleDocument({whole});
    rest.plan.continues = whole.facts.started.addSecs(-60);
    QTest::newRow("continued") << report::toJson(rest);
}

void JsonTest::schemaAccepts()
{
    if (!hasValidator())
        QSKIP("python3-jsonschema is not installed");
    QFETCH(QByteArray, json);
    const Ran ran = validated(json);
    QVERIFY2(ran.status == 0, (ran.output + ran.errors).constData());
}

/// A schema that takes everything would promise nothing.
void JsonTest::schemaRejects_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    const auto row = [](const char *name, const char *good, const char *bad) {
        QTest::newRow(name) << QByteArray(good) << QByteArray(bad);
    };
    row("other format", "\"lapwing-run\"", "\"other\"");
    row("other version", "\"version\": 1\n", "\"version\": 2\n");
    row("a name is missing", "\"runs\":", "\"rans\":");
    row("unknown state", "\"queued\"", "\"downloading\"");
    row("no zone", "123+02:00", "123");
    row("null time", "\"wait_s\":0.1", "\"wait_s\":null");
    row("negative time", "\"wait_s\":0.1", "\"wait_s\":-0.1");
    row("broken byte", "\"bytes\": 3000", "\"bytes\": 3000.5");
    row("a word for a truth", "\"already_there\":false", "\"already_there\":\"no\"");
    row("nameless server", "\"host\": \"http://one.example:80\"", "\"host\": \"\"");
    row("pause without an end", "\"to_s\":null", "\"too_s\": null");
    row("a place before the file", "\"from\":500", "\"from\":-1");
    row("figure although not comparable", "\"high\": null", "\"high\": 2.0");
    row("range without an end", "\"high_s\": 1.621", "\"high_s\": null");
    row("unknown phase", "\"set-up\":", "\"setup\":");
    row("a figure that nobody can know", "\"known\":\"not-observable\"",
        "\"known\":\"not-observable\", \"seconds\":1");
    row("a figure that is not there", "\"known\":\"does-not-apply\"", "\"known\":\"measured\"");
}

void JsonTest::schemaRejects()
{
    if (!hasValidator())
        QSKIP("python3-jsonschema is not installed");
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QByteArray json = report::toJson(sampleDocument({sampleRun()}));
    QVERIFY2(json.contains(good), json.constData());
    const Ran ran = validated(json.replace(good, bad));
    QVERIFY2(ran.status == 3, (ran.output + ran.errors).constData());
}

LAPWING_TEST(JsonTest)
#include "tst_json.moc"
