// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "text/requirement.h"

#include <QLocale>

using namespace lapwing;
using namespace lapwing::test;
using measure::Comparison;

namespace {

/// `count` files of 1000 bytes in two seconds: the first took 10 ms of its own, the second 20, and so on.
record::Run runOf(int count)
{
    record::Run run;
    run.facts.elapsed = ms(2000);
    for (int id = 1; id <= count; ++id)
        run.tasks.push_back(simpleTask(id, 0, 5, 10 * id, 1000));
    return run;
}

Comparison measured(double speedup)
{
    Comparison comparison;
    comparison.speedup.kind = measure::Baseline::Kind::Measured;
    comparison.speedup.value = speedup;
    return comparison;
}

Comparison estimated(double low, double high)
{
    Comparison comparison;
    comparison.speedup.low = low;
    comparison.speedup.high = high;
    return comparison;
}

QString words(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// What is said of it: what does not hold, or its error.
QStringList told(const QString &budget, const record::Run &run,
                 const std::optional<Comparison> &comparison = {})
{
    const auto clauses = measure::budgetFrom(budget);
    if (!clauses)
        return {text::sentence(clauses.error())};
    QStringList sentences;
    for (const measure::Violation &violation : measure::violations(*clauses, run, comparison))
        sentences << text::sentence(violation);
    return sentences;
}

} // namespace

class RequirementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void errorsNameTheClause_data();
    void errorsNameTheClause();
    void whatDoesNotHoldIsTold_data();
    void whatDoesNotHoldIsTold();
    void everyBrokenClauseIsTold();
    void theSpeedup_data();
    void theSpeedup();
    void withoutAFigureThereIsNone();
    void theFigureIsNeverShownAsItsBound();
    void aClauseIsNoPattern();
};

void RequirementTest::errorsNameTheClause_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *budget, const char *error) {
        QTest::newRow(name) << words(budget) << words(error);
    };
    row("empty", " ", "No requirement is given.");
    row("nothing between commas", "failed==0,,done>1",
        "There is an empty requirement between two commas.");
    row("a comma at the end", "failed==0,", "There is an empty requirement between two commas.");
    row("no operator", "failed==0,elapsed",
        "'elapsed' is not a valid requirement. Write a name, one of <=, <, >=, >, == and !=, and a "
        "number, for example elapsed<=60.");
    row("no such name", "p75<=1",
        "'p75<=1': there is no figure called 'p75'. Available: elapsed, p50, p90, p95, p99, max, "
        "speedup, failed, unverified, done, bytes, rate.");
    row("no name", "<=1",
        "'<=1': there is no figure called ''. Available: elapsed, p50, p90, p95, p99, max, "
        "speedup, failed, unverified, done, bytes, rate.");
    row("one equals sign", "failed=0", "'failed=0': use == to compare.");
    row("a unit", "elapsed<=60s",
        "'elapsed<=60s': '60s' is not a number. Write it without a unit and with a decimal point.");
    row("no number", "elapsed<=",
        "'elapsed<=': '' is not a number. Write it without a unit and with a decimal point.");
    row("not finite", "elapsed<=inf",
        "'elapsed<=inf': 'inf' is not a number. Write it without a unit and with a decimal point.");
}

void RequirementTest::errorsNameTheClause()
{
    QFETCH(QString, budget);
    QTEST(told(budget, runOf(1)).value(0), "error");
}

void RequirementTest::whatDoesNotHoldIsTold_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *budget, const char *figure) {
        QTest::newRow(budget)
            << words(budget)
            << words("Requirement not met: %1 (it was %2).").arg(words(budget), words(figure));
    };
    add("elapsed<1.5", "2.000 s");
    add("p50<=0.1", "0.105 s");
    add("max<0.2", "0.200 s");
    add("failed>0", "0");
    add("done==19", "20");
    add("bytes<1", "20,000 bytes");
    add("rate>1e6", "10,000 bytes a second");
}

void RequirementTest::whatDoesNotHoldIsTold()
{
    QFETCH(QString, budget);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(told(budget, runOf(20)), QStringList{sentence});
}

void RequirementTest::everyBrokenClauseIsTold()
{
    const QStringList sentences = told(words("failed==1,done==20,elapsed<1"), runOf(20));
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences.front().startsWith(words("Requirement not met: failed==1 ")));
    QVERIFY(sentences.back().startsWith(words("Requirement not met: elapsed<1 ")));
}

void RequirementTest::theSpeedup_data()
{
    QTest::addColumn<Comparison>("comparison");
    QTest::addColumn<QString>("budget");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const Comparison &comparison, const char *budget,
                        const char *sentence) {
        QTest::newRow(name) << comparison << words(budget) << words(sentence);
    };
    row("measured, holds", measured(2.5), "speedup>=2.5", "");
    row("measured, does not", measured(2.5), "speedup>3",
        "Requirement not met: speedup>3 (it was 2.50).");
    row("the low end", estimated(2, 4), "speedup>2",
        "Requirement not met: speedup>2 (it was 2.00). It was estimated, not measured.");
    row("the high end", estimated(2, 4), "speedup<4",
        "Requirement not met: speedup<4 (it was 4.00). It was estimated, not measured.");
    row("equal to an estimate", estimated(2, 4), "speedup!=9",
        "Requirement not met: speedup!=9 (there is no such figure in this run). It was estimated, "
        "not measured.");
    Comparison refused = measured(3);
    refused.speedup.gap = measure::Gap{measure::Gap::Kind::Failed, 2, 10};
    row("not comparable", refused, "speedup>1",
        "Requirement not met: speedup>1 (there is no such figure in this run). 2 of 10 downloads "
        "failed in the parallel run.");
}

void RequirementTest::theSpeedup()
{
    QFETCH(Comparison, comparison);
    QFETCH(QString, budget);
    QTEST(told(budget, runOf(1), comparison).value(0), "sentence");
}

void RequirementTest::withoutAFigureThereIsNone()
{
    record::Run nothing;
    for (const char *name : {"p95<=5", "max<1", "speedup>0", "speedup<9", "rate>=0"})
        QCOMPARE(told(words(name), nothing),
                 QStringList{words("Requirement not met: ") + words(name)
                             + words(" (there is no such figure in this run).")});
}

void RequirementTest::theFigureIsNeverShownAsItsBound()
{
    record::Run run = runOf(1);
    run.facts.elapsed = record::Stamp(60'000'100'000);
    QCOMPARE(told(words("elapsed<=60"), run),
             QStringList{words("Requirement not met: elapsed<=60 (it was 60.0001 s).")});
}

/// It is what somebody wrote, with whatever is in it.
void RequirementTest::aClauseIsNoPattern()
{
    QCOMPARE(told(words("%2<%1"), runOf(1)),
             QStringList{words("'%2<%1' is not a valid requirement. Write a name, one of <=, <, "
                               ">=, >, == and !=, and a number, for example elapsed<=60.")});
    QCOMPARE(told(words("done<%1"), runOf(1)),
             QStringList{words("'done<%1': '%1' is not a number. Write it without a unit and with "
                               "a decimal point.")});
}

LAPWING_TEST(RequirementTest)
#include "tst_requirement.moc"
