// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "report/data/har.h"
#include "report/data/hartimings.h"
#include "report/fullsample.h"
#include "report/python.h"
#include "report/sample.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;

namespace {

const QJsonValue absent = QJsonValue::Undefined;

QJsonValue at(QJsonValue value, const QString &path)
{
    for (const QString &step : path.split(QLatin1Char('/')))
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

/// Of richRun, with a probe of its host. The entries: fresh, again and moved, here, again's second attempt.
QJsonValue richHar()
{
    report::Document document = sampleDocument({richRun()});
    document.probes = sweptDocument().probes;
    return QJsonDocument::fromJson(report::toHar(document)).object();
}

int entryOf(const QJsonValue &har, int task, int attempt, int hop)
{
    const QJsonArray entries = at(har, QStringLiteral("log/entries")).toArray();
    for (int place = 0; place < entries.size(); ++place) {
        const QJsonObject entry = entries.at(place).toObject();
        if (entry.value(QStringLiteral("_task")) == task
            && entry.value(QStringLiteral("_attempt")) == attempt
            && entry.value(QStringLiteral("_hop")) == hop)
            return place;
    }
    return -1;
}

} // namespace

class HarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItPromises_data();
    void keepsWhatItPromises();
    void theCheckCanFail_data();
    void theCheckCanFail();
    void values_data();
    void values();
    void anEntryBeginsAfterThePausesBeforeIt();
    void onePageForEachRun();
    void secretsAppearNowhere();
};

void HarTest::keepsWhatItPromises_data()
{
    QTest::addColumn<QByteArray>("har");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("entries");
    record::Run dateless = richRun();
    dateless.facts.started = {};
    record::Run running = richRun();
    running.tasks.front().edit().attempts.front().hops.front().end.reset();
    running.tasks.front().edit().attempts.front().hops.front().headers.reset();
    QTest::newRow("no run") << report::toHar(sampleDocument({})) << 0 << 0;
    QTest::newRow("every kind of task") << report::toHar(sampleDocument({sampleRun()})) << 1 << 5;
    QTest::newRow("rich") << report::toHar(sampleDocument({richRun()})) << 1 << 5;
    QTest::newRow("no date") << report::toHar(sampleDocument({dateless})) << 1 << 5;
    QTest::newRow("running") << report::toHar(sampleDocument({running})) << 1 << 5;
    QTest::newRow("compared") << report::toHar(comparedDocument()) << 12 << 60;
    QTest::newRow("swept") << report::toHar(sweptDocument()) << 9 << 45;
}

void HarTest::keepsWhatItPromises()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    QFETCH(QByteArray, har);
    const Ran ran = runScript("har.py", har);
    QVERIFY2(ran.status == 0, ran.errors.constData());
    const QJsonObject counts = QJsonDocument::fromJson(ran.output).object();
    QTEST(counts.value(QStringLiteral("pages")).toInt(), "pages");
    QTEST(counts.value(QStringLiteral("entries")).toInt(), "entries");
}

void HarTest::theCheckCanFail_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    const auto row = [](const char *good, const char *bad) {
        QTest::newRow(bad) << QByteArray(good) << QByteArray(bad);
    };
    row("\"send\": 0", "\"send\": -1");
    row("\"wait\": 29\n", "\"wait\": 28\n");
    row("\"startedDateTime\": \"2024-05-06T07:08:01.123+02:00\"",
        "\"startedDateTime\": \"2024-05-06T07:08:01.123\"");
    row("\"cache\": {", "\"cash\": {");
    row("\"url\": \"https://one", "\"url\": \"https://me@one");
    row("\"id\": \"run_1\"", "\"id\": \"run_2\"");
    row("\"mimeType\": \"\"", "\"mimeType\": null");
    row("\"_transferSize\": 1000", "\"transferSize\": 1000");
    row("\"bodySize\": 1000", "\"bodySize\": 1000.5");
}

void HarTest::theCheckCanFail()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QByteArray har = report::toHar(sampleDocument({richRun()}));
    QVERIFY2(har.contains(good), har.constData());
    QCOMPARE(runScript("har.py", har.replace(good, bad)).status, 3);
}

void HarTest::values_data()
{
    QTest::addColumn<int>("task");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("hop");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](int task, int attempt, int hop, const char *path,
                        const QJsonValue &expected) {
        QTest::addRow("%d.%d.%d %s", task, attempt, hop, path)
            << task << attempt << hop << QString::fromLatin1(path) << expected;
    };
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    // A new TLS connection, after a look-up of our own.
    row(1, 1, 1, "startedDateTime", text("2024-05-06T07:08:01.123+02:00"));
    row(1, 1, 1, "timings/blocked", 2.000007);
    row(1, 1, 1, "timings/_blocked_queueing", 1.000007);
    row(1, 1, 1, "timings/dns", 3.0);
    row(1, 1, 1, "timings/connect", 16.0);
    row(1, 1, 1, "timings/ssl", absent); // nobody sees it begin
    row(1, 1, 1, "timings/_tlsUpperBoundMs", 15.0);
    row(1, 1, 1, "timings/wait", 29.0);
    row(1, 1, 1, "timings/receive", 150.0);
    row(1, 1, 1, "timings/_firstBodyByte", 31.0);
    row(1, 1, 1, "_probeAddress", text("192.0.2.1"));
    row(1, 1, 1, "_probeTlsMs", 9.0);
    row(1, 1, 1, "serverIPAddress", absent);
    row(1, 1, 1, "_sends", 2);
    row(1, 1, 1, "_late", true);
    row(1, 1, 1, "request/url", text("https://one.example/fresh?key=redacted"));
    row(1, 1, 1, "request/queryString/0/value", text("redacted"));
    row(1, 1, 1, "response/content/size", 5'000'000);
    row(1, 1, 1, "response/_transferSize", 5'000'000);
    // One that was there.
    row(2, 1, 1, "timings/connect", -1);
    row(2, 1, 1, "timings/ssl", -1);
    row(2, 1, 1, "timings/blocked", 3.000007); // one for the lane, two until it was sent
    row(2, 1, 1, "response/_error", text("stalled"));
    row(2, 1, 1, "request/httpVersion", text("HTTP/2.0"));
    row(2, 2, 1, "startedDateTime", text("2024-05-06T07:08:03.122+02:00"));
    row(2, 2, 1, "timings/_blocked_queueing", absent);
    row(2, 2, 1, "response/_error", absent);
    // Without TLS nobody tells, and a number is not looked up.
    row(3, 1, 1, "timings/dns", -1);
    row(3, 1, 1, "timings/connect", absent);
    row(3, 1, 1, "timings/ssl", -1);
    row(3, 1, 1, "response/redirectURL", text("http://127.0.0.1:8080/here"));
    row(3, 1, 1, "response/bodySize", -1);
    row(3, 1, 2, "response/bodySize", 70);
    row(3, 1, 2, "_probeAddress", absent); // it was refused
}

void HarTest::values()
{
    QFETCH(int, task);
    QFETCH(int, attempt);
    QFETCH(int, hop);
    QFETCH(QString, path);
    QFETCH(QJsonValue, expected);
    const QJsonValue har = richHar();
    const int place = entryOf(har, task, attempt, hop);
    QVERIFY(place >= 0);
    const QJsonValue actual = at(har, QStringLiteral("log/entries/%1/").arg(place) + path);
    QVERIFY2(actual == expected, qPrintable(actual.toVariant().toString()));
}

void HarTest::anEntryBeginsAfterThePausesBeforeIt()
{
    record::TaskRecord task = simpleTask(1, 700, 750, 800, 10);
    task.pauses = {{ms(100), ms(400)}};
    const report::har::Request request{task};
    QCOMPARE(request.begin(), ms(400));
    record::Stamp total{};
    const QJsonObject timings = report::har::timingsOf(request, total);
    QCOMPARE(timings.value(QStringLiteral("_blocked_queueing")).toDouble(), 300.0);
    QCOMPARE(total, ms(400));
}

void HarTest::onePageForEachRun()
{
    const QJsonValue har = richHar();
    QCOMPARE(at(har, QStringLiteral("log/pages")).toArray().size(), 1);
    QCOMPARE(at(har, QStringLiteral("log/pages/0/title")),
             QJsonValue(QStringLiteral("together, 6 at once, round 1")));
    QCOMPARE(at(har, QStringLiteral("log/pages/0/startedDateTime")),
             QJsonValue(QStringLiteral("2024-05-06T07:08:01.123+02:00")));
}

void HarTest::secretsAppearNowhere()
{
    const QByteArray har = report::toHar(sampleDocument({sampleRun()}));
    QVERIFY(har.contains("one.example"));
    QVERIFY(!har.contains(password.toUtf8()));
    QVERIFY(!har.contains(token.toUtf8()));
    QVERIFY(!har.toLower().contains("cookie:"));
    const QByteArray full = report::toHar(sampleDocument({sampleRun()}, plan::Redaction::Full));
    QVERIFY(full.contains(token.toUtf8()));
    QVERIFY(!full.contains(password.toUtf8()));
}

LAPWING_TEST(HarTest)
#include "tst_har.moc"
