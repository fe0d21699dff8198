// SPDX-License-Identifier: MIT
#include "measure/budget/requirements.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using measure::FigureUnit;
using measure::Requirement;
using measure::RequirementError;
using measure::Violation;
using Order = measure::Requirement::Order;

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

measure::Comparison measured(double speedup)
{
    measure::Comparison comparison;
    comparison.speedup.kind = measure::Baseline::Kind::Measured;
    comparison.speedup.value = speedup;
    return comparison;
}

measure::Comparison estimated(double low, double high)
{
    measure::Comparison comparison;
    comparison.speedup.low = low;
    comparison.speedup.high = high;
    return comparison;
}

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// What does not hold of it.
std::vector<Violation> broken(const QString &budget, const record::Run &run,
                              const std::optional<measure::Comparison> &comparison = {})
{
    return measure::violations(measure::budgetFrom(budget).value(), run, comparison);
}

} // namespace

class RequirementsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clausesAreRead();
    void everyOperatorIsRead_data();
    void everyOperatorIsRead();
    void errorsNameTheClause_data();
    void errorsNameTheClause();
    void whatHoldsIsNotTold_data();
    void whatHoldsIsNotTold();
    void whatDoesNotHoldIsTold_data();
    void whatDoesNotHoldIsTold();
    void everyBrokenClauseIsTold();
    void onlyFetchedFilesHaveOwnTimes();
    void aPercentileOfTooFewIsTheSlowest_data();
    void aPercentileOfTooFewIsTheSlowest();
    void theSpeedup_data();
    void theSpeedup();
    void withoutASpeedupTheReasonIsKept();
    void withoutAFigureNothingIsKept();
};

void RequirementsTest::clausesAreRead()
{
    const auto budget = measure::budgetFrom(text("elapsed<=60, p95 < 5.5,speedup>=2,failed==0 "));
    QVERIFY(budget);
    QCOMPARE(budget->size(), std::size_t{4});
    QCOMPARE(budget->at(0).name, text("elapsed"));
    QCOMPARE(budget->at(0).bound, 60.0);
    QCOMPARE(budget->at(0).text, text("elapsed<=60"));
    QCOMPARE(budget->at(1).text, text("p95 < 5.5"));
    QCOMPARE(budget->at(1).bound, 5.5);
    QVERIFY(budget->at(1).order == Order::Below);
    QCOMPARE(budget->at(3).text, text("failed==0"));
}

void RequirementsTest::everyOperatorIsRead_data()
{
    QTest::addColumn<QString>("sign");
    QTest::addColumn<Order>("order");
    QTest::addColumn<QStringList>("broken"); // of done 1, 2 and 3, where it was 2
    QTest::newRow("at most") << text("<=") << Order::AtMost << QStringList{text("1")};
    QTest::newRow("below") << text("<") << Order::Below << QStringList{text("1"), text("2")};
    QTest::newRow("at least") << text(">=") << Order::AtLeast << QStringList{text("3")};
    QTest::newRow("above") << text(">") << Order::Above << QStringList{text("2"), text("3")};
    QTest::newRow("equal") << text("==") << Order::Equal << QStringList{text("1"), text("3")};
    QTest::newRow("not equal") << text("!=") << Order::NotEqual << QStringList{text("2")};
}

void RequirementsTest::everyOperatorIsRead()
{
    QFETCH(QString, sign);
    QFETCH(Order, order);
    QStringList actual;
    for (const QString &bound : {text("1"), text("2"), text("3")}) {
        const auto budget = measure::budgetFrom(text("done") + sign + bound);
        QVERIFY(budget && budget->front().order == order);
        if (!measure::violations(*budget, runOf(2), {}).empty())
            actual << bound;
    }
    QTEST(actual, "broken");
}

void RequirementsTest::errorsNameTheClause_data()
{
    using Kind = RequirementError::Kind;
    QTest::addColumn<QString>("budget");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *budget, Kind kind, const char *clause = "",
                        const char *part = "") {
        QTest::newRow(name) << text(budget) << kind << text(clause) << text(part);
    };
    row("empty", " ", Kind::Nothing);
    row("nothing between commas", "failed==0,,done>1", Kind::EmptyClause);
    row("a comma at the end", "failed==0,", Kind::EmptyClause);
    row("no operator", "failed==0, elapsed", Kind::NoClause, "elapsed");
    row("no such name", "p75<=1", Kind::UnknownFigure, "p75<=1", "p75");
    row("no name", "<=1", Kind::UnknownFigure, "<=1");
    row("one equals sign", "failed=0", Kind::SingleEqual, "failed=0");
    row("a unit", "elapsed<=60s", Kind::NoNumber, "elapsed<=60s", "60s");
    row("no number", "elapsed<=", Kind::NoNumber, "elapsed<=");
    row("not finite", "elapsed<=inf", Kind::NoNumber, "elapsed<=inf", "inf");
}

void RequirementsTest::errorsNameTheClause()
{
    QFETCH(QString, budget);
    const auto read = measure::budgetFrom(budget);
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
    QTEST(read.error().clause, "clause");
    QTEST(read.error().part, "part");
}

void RequirementsTest::whatHoldsIsNotTold_data()
{
    QTest::addColumn<QString>("budget");
    for (const char *budget :
         {"elapsed<=2", "elapsed>=2", "p50<0.1051,p50>0.1049", "p90<=0.182", "p95<=0.191",
          "max==0.2", "p99==0.2", "failed==0", "unverified==0", "done==20", "bytes==20000",
          "rate==10000", "elapsed<60,failed==0,done>1"})
        QTest::newRow(budget) << text(budget);
}

void RequirementsTest::whatHoldsIsNotTold()
{
    QFETCH(QString, budget);
    QVERIFY(broken(budget, runOf(20)).empty());
}

void RequirementsTest::whatDoesNotHoldIsTold_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<double>("figure");
    QTest::addColumn<FigureUnit>("unit");
    const auto add = [](const char *budget, double figure, FigureUnit unit) {
        QTest::newRow(budget) << text(budget) << figure << unit;
    };
    add("elapsed<1.5", 2, FigureUnit::Second);
    add("p50<=0.1", 0.105, FigureUnit::Second);
    add("max<0.2", 0.2, FigureUnit::Second);
    add("failed>0", 0, FigureUnit::Count);
    add("done==19", 20, FigureUnit::Count);
    add("bytes<1", 20'000, FigureUnit::Bytes);
    add("rate>1e6", 10'000, FigureUnit::Rate);
}

void RequirementsTest::whatDoesNotHoldIsTold()
{
    QFETCH(QString, budget);
    const std::vector<Violation> told = broken(budget, runOf(20));
    QCOMPARE(told.size(), std::size_t{1});
    QCOMPARE(told.front().clause.text, budget);
    QVERIFY(told.front().figure);
    QTEST(*told.front().figure, "figure");
    QTEST(told.front().unit, "unit");
    QVERIFY(!told.front().wasEstimated && !told.front().gap);
}

void RequirementsTest::everyBrokenClauseIsTold()
{
    const std::vector<Violation> told = broken(text("failed==1,done==20,elapsed<1"), runOf(20));
    QCOMPARE(told.size(), std::size_t{2});
    QCOMPARE(told.front().clause.text, text("failed==1"));
    QCOMPARE(told.back().clause.text, text("elapsed<1"));
}

void RequirementsTest::onlyFetchedFilesHaveOwnTimes()
{
    record::Run run = runOf(3);
    run.tasks.at(2).edit().state = record::TaskState::Failed;
    QVERIFY(broken(text("max==0.02"), run).empty());
    run.tasks.at(1).edit().alreadyThere = true;
    QVERIFY(!broken(text("max==0.01"), run).empty()); // it came all the same
    run.tasks.at(1).edit().bytes = 0;
    QVERIFY(broken(text("max==0.01"), run).empty());
    run.tasks.resize(0);
    QCOMPARE(broken(text("max>=0"), run).size(), std::size_t{1});
}

void RequirementsTest::aPercentileOfTooFewIsTheSlowest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("enough");
    QTest::newRow("p50") << text("p50") << 2;
    QTest::newRow("p90") << text("p90") << 10;
    QTest::newRow("p95") << text("p95") << 20;
    QTest::newRow("p99") << text("p99") << 100;
}

void RequirementsTest::aPercentileOfTooFewIsTheSlowest()
{
    QFETCH(QString, name);
    QFETCH(int, enough);
    const auto isSlowest = [&name](int count) {
        const QString budget = name + text(">=") + QString::number(count * 0.01);
        return broken(budget, runOf(count)).empty();
    };
    QVERIFY(isSlowest(enough - 1));
    QVERIFY(!isSlowest(enough));
}

void RequirementsTest::theSpeedup_data()
{
    using Figure = std::optional<double>;
    QTest::addColumn<measure::Comparison>("comparison");
    QTest::addColumn<QString>("budget");
    QTest::addColumn<bool>("holds");
    QTest::addColumn<Figure>("figure");
    QTest::addColumn<bool>("wasEstimated");
    const auto row = [](const char *name, const measure::Comparison &comparison, const char *budget,
                        bool holds, Figure figure, bool wasEstimated) {
        QTest::newRow(name) << comparison << text(budget) << holds << figure << wasEstimated;
    };
    row("measured, holds", measured(2.5), "speedup>=2.5", true, {}, false);
    row("measured, does not", measured(2.5), "speedup>3", false, 2.5, false);
    row("the low end for at least", estimated(2, 4), "speedup>=2", true, {}, false);
    row("the low end for above", estimated(2, 4), "speedup>2", false, 2, true);
    row("the high end for at most", estimated(2, 4), "speedup<=4", true, {}, false);
    row("the high end for below", estimated(2, 4), "speedup<4", false, 4, true);
    row("equal to an estimate", estimated(2, 4), "speedup!=9", false, {}, true);
}

void RequirementsTest::theSpeedup()
{
    QFETCH(measure::Comparison, comparison);
    QFETCH(QString, budget);
    QFETCH(bool, holds);
    const std::vector<Violation> told = broken(budget, runOf(1), comparison);
    QCOMPARE(told.empty(), holds);
    if (holds)
        return;
    QTEST(told.front().figure, "figure");
    QTEST(told.front().wasEstimated, "wasEstimated");
    QVERIFY(!told.front().gap);
}

void RequirementsTest::withoutASpeedupTheReasonIsKept()
{
    const measure::Gap gap{measure::Gap::Kind::Failed, 2, 10};
    for (measure::Comparison comparison : {measured(3), estimated(2, 4)}) {
        comparison.speedup.gap = gap;
        const std::vector<Violation> told = broken(text("speedup>1"), runOf(1), comparison);
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(!told.front().figure && !told.front().wasEstimated);
        QCOMPARE(told.front().gap, gap);
        QVERIFY(!broken(text("done>1"), runOf(1), comparison).front().gap); // it is not about that
    }
}

void RequirementsTest::withoutAFigureNothingIsKept()
{
    record::Run nothing;
    for (const char *name : {"p95<=5", "max<1", "speedup>0", "speedup<9", "rate>=0"}) {
        const std::vector<Violation> told = broken(text(name), nothing);
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told.front().clause.text, text(name));
        QVERIFY(!told.front().figure);
    }
}

LAPWING_TEST(RequirementsTest)
#include "tst_requirements.moc"
