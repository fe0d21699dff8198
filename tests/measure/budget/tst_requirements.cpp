// SPDX-License-Identifier: MIT
#include "measure/budget/requirements.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using measure::Requirement;
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
    comparison.speedup.comparable = true;
    return comparison;
}

measure::Comparison estimated(double low, double high)
{
    measure::Comparison comparison;
    comparison.speedup.low = low;
    comparison.speedup.high = high;
    comparison.speedup.comparable = true;
    return comparison;
}

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// What does not hold of it; of a text that is no budget, its error.
QStringList broken(const QString &budget, const record::Run &run,
                   const std::optional<measure::Comparison> &comparison = {})
{
    const auto clauses = measure::budgetFrom(budget);
    return clauses ? measure::violations(*clauses, run, comparison) : QStringList{clauses.error()};
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
    void withoutAFigureNothingIsKept();
    void theFigureIsNeverShownAsItsBound();
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
        if (!measure::violations(*budget, runOf(2), {}).isEmpty())
            actual << bound;
    }
    QTEST(actual, "broken");
}

void RequirementsTest::errorsNameTheClause_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << text(" ") << text("No requirement is given.");
    QTest::newRow("nothing between commas")
        << text("failed==0,,done>1") << text("There is an empty requirement between two commas.");
    QTest::newRow("a comma at the end")
        << text("failed==0,") << text("There is an empty requirement between two commas.");
    QTest::newRow("no operator")
        << text("failed==0,elapsed")
        << text("'elapsed' is not a valid requirement. Write a name, one of <=, <, >=, >, == and "
                "!=, and a number, for example elapsed<=60.");
    QTest::newRow("no such name")
        << text("p75<=1")
        << text("'p75<=1': there is no figure called 'p75'. Available: elapsed, p50, p90, p95, p99, max, "
                "speedup, failed, unverified, done, bytes, rate.");
    QTest::newRow("no name") << text("<=1")
                             << text("'<=1': there is no figure called ''. Available: elapsed, p50, p90, "
                                     "p95, p99, max, speedup, failed, unverified, done, bytes, "
                                     "rate.");
    QTest::newRow("one equals sign") << text("failed=0") << text("'failed=0': use == to compare.");
    QTest::newRow("a unit") << text("elapsed<=60s")
                            << text("'elapsed<=60s': '60s' is not a number. Write it without a "
                                    "unit and with a decimal point.");
    QTest::newRow("no number") << text("elapsed<=")
                               << text("'elapsed<=': '' is not a number. Write it without a unit, "
                                       "with a point.");
    QTest::newRow("not finite") << text("elapsed<=inf")
                                << text("'elapsed<=inf': 'inf' is not a number. Write it without a "
                                        "unit and with a decimal point.");
}

void RequirementsTest::errorsNameTheClause()
{
    QFETCH(QString, budget);
    const auto read = measure::budgetFrom(budget);
    QVERIFY(!read);
    QTEST(read.error(), "error");
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
    QCOMPARE(broken(budget, runOf(20)), QStringList());
}

void RequirementsTest::whatDoesNotHoldIsTold_data()
{
    QTest::addColumn<QString>("budget");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *budget, const char *figure) {
        QTest::newRow(budget) << text(
            budget) << text("Requirement not met: %1 (it was %2).").arg(text(budget), text(figure));
    };
    add("elapsed<1.5", "2.000 s");
    add("p50<=0.1", "0.105 s");
    add("max<0.2", "0.200 s");
    add("failed>0", "0");
    add("done==19", "20");
    add("bytes<1", "20,000 bytes");
    add("rate>1e6", "10,000 bytes a second");
}

void RequirementsTest::whatDoesNotHoldIsTold()
{
    QFETCH(QString, budget);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(broken(budget, runOf(20)), QStringList{sentence});
}

void RequirementsTest::everyBrokenClauseIsTold()
{
    const QStringList told = broken(text("failed==1,done==20,elapsed<1"), runOf(20));
    QCOMPARE(told.size(), 2);
    QVERIFY(told.front().startsWith(text("failed==1 ")));
    QVERIFY(told.back().startsWith(text("elapsed<1 ")));
}

void RequirementsTest::onlyFetchedFilesHaveOwnTimes()
{
    record::Run run = runOf(3);
    run.tasks.at(2).state = record::TaskState::Failed;
    QCOMPARE(broken(text("max==0.02"), run), QStringList());
    run.tasks.at(1).alreadyThere = true;
    QCOMPARE(broken(text("max==0.01"), run), QStringList());
    run.tasks.resize(0);
    QCOMPARE(broken(text("max>=0"), run).size(), 1);
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
        return broken(budget, runOf(count)).isEmpty();
    };
    QVERIFY(isSlowest(enough - 1));
    QVERIFY(!isSlowest(enough));
}

void RequirementsTest::theSpeedup_data()
{
    QTest::addColumn<measure::Comparison>("comparison");
    QTest::addColumn<QString>("budget");
    QTest::addColumn<QString>("sentence");
    const QString none;
    const auto estimate = [](const char *start) {
        return text(start) + text(" It was estimated, not measured.");
    };
    QTest::newRow("measured, holds") << measured(2.5) << text("speedup>=2.5") << none;
    QTest::newRow("measured, does not") << measured(2.5) << text("speedup>3")
                                        << text("Requirement not met: speedup>3 (it was 2).50.");
    QTest::newRow("the low end for at least") << estimated(2, 4) << text("speedup>=2") << none;
    QTest::newRow("the low end for above")
        << estimated(2, 4) << text("speedup>2")
        << text("Requirement not met: speedup>2 (it was 2).00. It was estimated, not measured.");
    QTest::newRow("the high end for at most") << estimated(2, 4) << text("speedup<=4") << none;
    QTest::newRow("the high end for below")
        << estimated(2, 4) << text("speedup<4")
        << estimate("Requirement not met: speedup<4 (it was 4).00.");
    QTest::newRow("equal to an estimate")
        << estimated(2, 4) << text("speedup!=9")
        << estimate("Requirement not met: speedup!=9 (there is no such figure in this run).");
    measure::Comparison refused = measured(3);
    refused.speedup.comparable = false;
    refused.speedup.why = text("Two failed.");
    QTest::newRow("not comparable")
        << refused << text("speedup>1")
        << text(
               "Requirement not met: speedup>1 (there is no such figure in this run). Two failed.");
}

void RequirementsTest::theSpeedup()
{
    QFETCH(measure::Comparison, comparison);
    QFETCH(QString, budget);
    QTEST(broken(budget, runOf(1), comparison).value(0), "sentence");
}

void RequirementsTest::withoutAFigureNothingIsKept()
{
    record::Run nothing;
    for (const char *name : {"p95<=5", "max<1", "speedup>0", "speedup<9", "rate>=0"})
        QCOMPARE(broken(text(name), nothing),
                 QStringList{text("Requirement not met: ") + text(name)
                             + text(" (there is no such figure in this run).")});
}

void RequirementsTest::theFigureIsNeverShownAsItsBound()
{
    record::Run run = runOf(1);
    run.facts.elapsed = record::Stamp(60'000'100'000);
    QCOMPARE(broken(text("elapsed<=60"), run),
             QStringList{text("Requirement not met: elapsed<=60 (it was 60).0001 s.")});
}

LAPWING_TEST(RequirementsTest)
#include "tst_requirements.moc"
