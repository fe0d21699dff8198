// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "summary/runlimit.h"
#include "support/testmain.h"
#include "text/limit.h"
#include "ui/rows.h"

#include <QSignalSpy>

using namespace lapwing;
using ui::RunLimit;

namespace {

constexpr qint64 size = 1'000'000;

record::TaskRecord received(int id, double from)
{
    record::TaskRecord task = test::simpleTask(id, from, from + 10, from + 1000, size);
    task.url = QUrl(QStringLiteral("http://one.example/%1").arg(id));
    return task;
}

/// Two at a time, all the time.
record::Run inPairs()
{
    std::vector<record::SharedRecord> tasks;
    for (int id = 1; id <= 8; ++id)
        tasks.push_back(received(id, (id - 1) / 2 * 1000));
    record::Run run = test::runOf(plan::Mode::Together, 4, std::move(tasks));
    run.facts.atOnce = 2;
    run.facts.perHost = 2;
    return run;
}

record::Run oneByOne()
{
    std::vector<record::SharedRecord> tasks;
    for (int id = 1; id <= 8; ++id)
        tasks.push_back(received(id, (id - 1) * 1000));
    record::Run run = test::runOf(plan::Mode::OneAtATime, 8, std::move(tasks));
    run.facts.atOnce = 1;
    return run;
}

} // namespace

class RunLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// As the report of both says it.
    void aMeasurementTellsMoreOfTheRun()
    {
        const auto run = std::make_shared<const record::Run>(inPairs());
        const auto once = std::make_shared<const record::Run>(oneByOne());
        RunLimit limit;
        const QSignalSpy known(&limit, &RunLimit::known);
        limit.ask(run);
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(known.last().first().toString(),
                 u"One run cannot tell whether more at once would help.");
        limit.ask(run, once);
        QTRY_COMPARE(known.size(), 2);
        const QString sentence = known.last().first().toString();
        const std::vector<record::Run> both{*run, *once};
        QCOMPARE(sentence, text::limitSentence(measure::verdictOf(both.front(), both), *run));
        QVERIFY2(sentence.startsWith(u"Each connection was the limit"), qPrintable(sentence));
    }

    void aSweepTellsWhatOneRunCannot()
    {
        const auto run = std::make_shared<const record::Run>(inPairs());
        RunLimit limit;
        const QSignalSpy known(&limit, &RunLimit::known);
        limit.ask(run);
        QTRY_COMPARE(known.size(), 1);
        limit.ask(run, {}, measure::Recommendation{8}); // it has ended since
        QTRY_COMPARE(known.size(), 2);
        QCOMPARE(known.last().first().toString(),
                 u"The measurement of this list recommends 8 at a time.");
    }
};

LAPWING_TEST(RunLimitTest)
#include "tst_runlimit.moc"
