// SPDX-License-Identifier: MIT
#include "measure/statistics.h"
#include "support/testmain.h"

#include <numeric>
#include <random>

using namespace lapwing;

namespace {

using Values = std::vector<double>;
using Places = std::vector<std::size_t>;

/// 1 to `count`, in disorder.
Values upTo(int count)
{
    Values values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), 1);
    std::shuffle(values.begin(), values.end(), std::mt19937(7));
    return values;
}

} // namespace

class StatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void median_data();
    void median();
    void quantile_data();
    void quantile();
    void medianDeviation();
    void interval_data();
    void interval();
    void tooFewForAnInterval();
    void anIntervalOfThousands();
    void outliers_data();
    void outliers();
};

void StatisticsTest::median_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<double>("expected");
    QTest::newRow("one") << Values{3} << 3.0;
    QTest::newRow("two") << Values{4, 3} << 3.5;
    QTest::newRow("odd") << Values{9, 1, 5} << 5.0;
    QTest::newRow("even") << Values{9, 1, 5, 6} << 5.5;
    QTest::newRow("one far away") << Values{1, 2, 3, 4, 1e9} << 3.0;
}

void StatisticsTest::median()
{
    QFETCH(Values, values);
    QTEST(measure::median(values), "expected");
}

void StatisticsTest::quantile_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("expected"); // of 1 to 101
    QTest::newRow("least") << 0.0 << 1.0;
    QTest::newRow("p50") << 0.5 << 51.0;
    QTest::newRow("p95") << 0.95 << 96.0;
    QTest::newRow("between two") << 0.125 << 13.5;
    QTest::newRow("most") << 1.0 << 101.0;
}

void StatisticsTest::quantile()
{
    QFETCH(double, share);
    QTEST(measure::quantile(upTo(101), share), "expected");
}

void StatisticsTest::medianDeviation()
{
    QCOMPARE(measure::medianDeviation({5}), 0.0);
    QCOMPARE(measure::medianDeviation({1, 1, 2, 2, 4, 6, 9}), 1.0);
}

/// Levels by hand: 1 - 2 / 64, 1 - 2 / 128, 1 - 2 / 256, 1 - 2 (1 + 9) / 512, 1 - 2 (1 + 12 + 66) / 4096.
void StatisticsTest::interval_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("level");
    QTest::newRow("6") << 6 << 1.0 << 6.0 << 0.96875;
    QTest::newRow("7") << 7 << 1.0 << 7.0 << 0.984375;
    QTest::newRow("8") << 8 << 1.0 << 8.0 << 0.9921875;
    QTest::newRow("9") << 9 << 2.0 << 8.0 << 0.9609375;
    QTest::newRow("12") << 12 << 3.0 << 10.0 << 0.96142578125;
}

void StatisticsTest::interval()
{
    QFETCH(int, count);
    const auto interval = measure::medianInterval(upTo(count));
    QVERIFY(interval);
    QTEST(interval->low, "low");
    QTEST(interval->high, "high");
    QTEST(interval->level, "level");
}

void StatisticsTest::tooFewForAnInterval()
{
    for (int count = 0; count < 6; ++count)
        QVERIFY(!measure::medianInterval(upTo(count)));
    QVERIFY(measure::medianInterval(upTo(5), 0.9)); // 1 - 2 / 32
    QVERIFY(!measure::medianInterval(upTo(6), 0.97));
}

/// By the normal approximation: about 50 values each side of the middle one.
void StatisticsTest::anIntervalOfThousands()
{
    const auto interval = measure::medianInterval(upTo(2501));
    QVERIFY(interval && interval->level >= 0.95 && interval->level < 0.96);
    QVERIFY(std::abs(interval->low - (1251 - 49)) <= 2);
    QVERIFY(std::abs(interval->high - (1251 + 49)) <= 2);
}

void StatisticsTest::outliers_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<Places>("places");
    QTest::newRow("none") << Values{} << Places{};
    QTest::newRow("one value") << Values{3} << Places{};
    QTest::newRow("close together") << Values{9, 10, 11, 12} << Places{};
    // The middle is 10.5, the median deviation 1.5: 22.239 of them is far.
    QTest::newRow("just within") << Values{8, 9, 10, 11, 12, 32.7} << Places{};
    QTest::newRow("just without") << Values{8, 9, 32.8, 10, 11, 12} << Places{2};
    QTest::newRow("on both sides") << Values{10, -90, 11, 9, 10, 120, 9} << Places{1, 5};
    QTest::newRow("all alike but one") << Values{2, 2, 2.001, 2} << Places{2};
}

void StatisticsTest::outliers()
{
    QFETCH(Values, values);
    QTEST(measure::outliers(values), "places");
}

LAPWING_TEST(StatisticsTest)
#include "tst_statistics.moc"
