// SPDX-License-Identifier: MIT
#include "report/data/prometheus.h"
#include "report/fullsample.h"
#include "report/python.h"
#include "report/sample.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;

namespace {

/// The samples by name and labels, as a strict reader takes them; empty when it does not.
QJsonObject samplesOf(const report::Document &document)
{
    const Ran ran = runScript("prometheus.py", report::toPrometheus(document));
    if (ran.status != 0)
        qWarning("%s", ran.errors.constData());
    return ran.status == 0 ? QJsonDocument::fromJson(ran.output).object() : QJsonObject();
}

report::Document ofManyHosts(int count)
{
    record::Run run = sampleRun();
    run.tasks.resize(1);
    for (int host = 2; host <= count; ++host) {
        run.tasks.push_back(run.tasks.front());
        run.tasks.back().edit().id = host;
        run.tasks.back().edit().url = QUrl(QStringLiteral("https://h%1.example/a").arg(host));
        run.tasks.back().edit().bytes = 10'000 - host;
    }
    return sampleDocument({run});
}

} // namespace

class PrometheusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasPython())
            QSKIP("python3 is not installed");
    }

    void samples_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("value");
        const auto row = [](const char *key, double value) {
            QTest::newRow(key) << QStringLiteral("lapwing_") + QLatin1String(key) << value;
        };
        row("runs mode=together", 6);
        row("elapsed_seconds mode=together", 2.17227); // the third of six: 2.109 s, 1.03 times
        row("elapsed_seconds mode=one-at-a-time", 6.9597);
        row("at_once mode=one-at-a-time", 1);
        row("received_bytes mode=together", 5'003'070);
        row("tasks mode=together state=done", 2);
        row("tasks mode=together state=unverified", 1);
        row("tasks mode=together state=failed", 0);
        row("own_seconds_count mode=together", 3);
        row("phase_seconds mode=together phase=retry", 0.41097);
        row("host_received_bytes host=one.example:443 mode=together", 5'003'000);
        row("host_tasks host=127.0.0.1:8080 mode=together", 1);
        row("comparable", 1);
    }

    void samples()
    {
        QFETCH(QString, key);
        QFETCH(double, value);
        static const QJsonObject samples = samplesOf(comparedDocument());
        QVERIFY2(samples.contains(key), qPrintable(samples.keys().join(u'\n')));
        QVERIFY2(std::abs(samples.value(key).toDouble() - value) < 1e-6 * std::max(1.0, value),
                 qPrintable(QString::number(samples.value(key).toDouble(), 'g', 12)));
    }

    void whatNobodyKnowsHasNoSample()
    {
        const QJsonObject samples = samplesOf(sampleDocument({sampleRun()}));
        QVERIFY(!samples.isEmpty());
        QVERIFY(!samples.contains(QStringLiteral("lapwing_speedup_ratio")));
        QVERIFY(
            !samples.contains(QStringLiteral("lapwing_loop_longest_still_seconds mode=together")));
        QCOMPARE(report::toPrometheus(sampleDocument({})), QByteArray());
        QVERIFY(samplesOf(sweptDocument()).contains(QStringLiteral("lapwing_recommended_at_once")));
    }

    /// Both sums are of all that came, whatever became of it.
    void whatWasReceivedIsToldAlike()
    {
        const QByteArray text = report::toPrometheus(sampleDocument({sampleRun()}));
        const QByteArray ofFailed = "also of downloads that failed.\n";
        QVERIFY(
            text.contains("# HELP lapwing_received_bytes Bytes that were received, " + ofFailed));
        QVERIFY(text.contains("# HELP lapwing_host_received_bytes Bytes that were received, by the "
                              "host of their link, "
                              + ofFailed));
    }

    /// They may have done the same work.
    void runsThatAreTooShortCannotBeCompared()
    {
        report::Document document = comparedDocument();
        document.comparison->speedup.gap = measure::Gap{measure::Gap::Kind::TooShort, 0, 3};
        const QByteArray text = report::toPrometheus(document);
        QVERIFY(text.contains("\nlapwing_comparable 0\n"));
        QVERIFY(
            text.contains("# HELP lapwing_comparable Whether the runs can be compared: 1 or 0."));
    }

    void hostsAreFew()
    {
        const auto hosts = [](int count) {
            return samplesOf(ofManyHosts(count)).keys().filter(QStringLiteral("_host_tasks "));
        };
        QCOMPARE(hosts(20).size(), 20);
        QVERIFY(!hosts(20).join(u' ').contains(u"host=other"));
        QCOMPARE(hosts(30).size(), 20);
        const QJsonObject samples = samplesOf(ofManyHosts(30));
        const QString other = QStringLiteral("host=other mode=together");
        QCOMPARE(samples.value(QStringLiteral("lapwing_host_tasks ") + other), QJsonValue(11));
    }

    void secretsAndLinksAppearNowhere()
    {
        const QByteArray text =
            report::toPrometheus(sampleDocument({sampleRun()}, plan::Redaction::Full));
        QVERIFY(text.contains("one.example:80"));
        for (const QByteArray &secret : {password.toUtf8(), token.toUtf8(), QByteArray("://")})
            QVERIFY(!text.contains(secret));
    }

    void promtoolAccepts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("every kind of task") << report::toPrometheus(sampleDocument({sampleRun()}));
        QTest::newRow("compared") << report::toPrometheus(comparedDocument());
        QTest::newRow("swept") << report::toPrometheus(sweptDocument());
        QTest::newRow("many hosts") << report::toPrometheus(ofManyHosts(30));
    }

    void promtoolAccepts()
    {
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP("promtool is not installed (package prometheus)");
        QFETCH(QByteArray, text);
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
        check.write(text);
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        QVERIFY2(check.exitCode() == 0, check.readAll().constData());
    }
};

LAPWING_TEST(PrometheusTest)
#include "tst_prometheus.moc"
