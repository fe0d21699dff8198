// SPDX-License-Identifier: MIT
#include "report/fullsample.h"
#include "report/json/json.h"
#include "report/python.h"
#include "report/sample.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;

namespace {

/// What figures.py says of a document: nothing is wrong, and so many figures of each kind were looked at.
QJsonObject lookedAt(const QByteArray &json)
{
    const Ran ran = runScript("figures.py", json);
    if (ran.status != 0)
        qWarning("%s", ran.errors.constData());
    return ran.status == 0 ? QJsonDocument::fromJson(ran.output).object() : QJsonObject();
}

} // namespace

/// Each figure of a run document, worked out again by another program from the stamps in it.
class FiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasPython())
            QSKIP("python3 is not installed");
    }

    void areRight_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("kinds");
        const QStringList sums{QStringLiteral("elapsed_s"), QStringLiteral("own_s"),
                               QStringLiteral("wait_s"),    QStringLiteral("setup_s"),
                               QStringLiteral("receive_s"), QStringLiteral("commit_s"),
                               QStringLiteral("queued_s"),  QStringLiteral("phase retry"),
                               QStringLiteral("bytes"),     QStringLiteral("done")};
        const QStringList range{QStringLiteral("speedup low"), QStringLiteral("speedup high")};
        const QStringList measured = range + QStringList{QStringLiteral("speedup value")};
        record::Run sample = sampleRun();
        sample.tasks.at(1).edit().pauses.pop_back(); // it ended, so it did not stay paused
        QTest::newRow("every kind of task") << report::toJson(sampleDocument({sample})) << sums;
        QTest::newRow("range") << report::toJson(sampleDocument({richRun()})) << sums + range;
        QTest::newRow("measured once")
            << report::toJson(sampleDocument({richRun(), richRun(Mode::OneAtATime, 1, 3)}))
            << sums + measured;
        QTest::newRow("compared") << report::toJson(comparedDocument()) << sums + measured;
        QTest::newRow("swept") << report::toJson(sweptDocument())
                               << sums
                + QStringList{QStringLiteral("sweep elapsed_s"), QStringLiteral("sweep low"),
                              QStringLiteral("sweep speedup"), QStringLiteral("sweep efficiency")};
    }

    void areRight()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, kinds);
        const QJsonObject counts = lookedAt(json);
        for (const QString &kind : kinds)
            QVERIFY2(counts.value(kind).toInt() > 0, qPrintable(kind));
    }

    /// A reader that agrees with everything would prove nothing.
    void aWrongOneIsFound_data()
    {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char *good, const char *bad) {
            QTest::newRow(bad) << QByteArray(good) << QByteArray(bad);
        };
        row("\"wait_s\":0.029", "\"wait_s\":0.029000001");
        row("\"commit_s\":0.011", "\"commit_s\":0.012");
        row("\"seconds\":0.399", "\"seconds\":0.499");
        row("\"elapsed_s\": 2.109", "\"elapsed_s\": 2.209");
        row("\"done\": 2", "\"done\": 3");
        row("\"bytes\": 5003070", "\"bytes\": 5003071");
    }

    void aWrongOneIsFound()
    {
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QByteArray json = report::toJson(sampleDocument({richRun()}));
        QVERIFY2(json.contains(good), json.constData());
        QCOMPARE(runScript("figures.py", json.replace(good, bad)).status, 3);
    }
};

LAPWING_TEST(FiguresTest)
#include "tst_figures.moc"
