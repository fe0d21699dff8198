// SPDX-License-Identifier: MIT
#include "measure/sweep/kneedle.h"
#include "support/testmain.h"

using namespace lapwing;

namespace {

using Curve = std::vector<measure::CurvePoint>;

const std::vector<double> swept{1, 2, 3, 4, 6, 8, 12, 24};

Curve curveOf(const std::vector<double> &heights)
{
    Curve curve;
    for (std::size_t place = 0; place < heights.size(); ++place)
        curve.push_back({swept.at(place), heights[place]});
    return curve;
}

} // namespace

class KneedleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knees_data();
    void knees();
    void aHigherSensitivityIsMoreConservative();
    void scaleDoesNotMatter();
};

/// The first three were measured (timing.md, 4).
void KneedleTest::knees_data()
{
    QTest::addColumn<Curve>("curve");
    QTest::addColumn<double>("knee"); // 0: none
    QTest::newRow("latency with a cap at 6")
        << curveOf({1, 2, 2.99, 3.97, 5.95, 5.95, 5.91, 5.89}) << 6.0;
    QTest::newRow("one shared line")
        << curveOf({1, 1.07, 1.07, 1.07, 1.07, 1.07, 1.07, 1.07}) << 2.0;
    QTest::newRow("a serial part of a fifth")
        << curveOf({1, 1.97, 2.85, 3.63, 4.26, 4.27, 4.27, 4.27}) << 6.0;
    QTest::newRow("grows all the way") << curveOf({1, 2, 3, 4, 6, 8, 12, 24}) << 0.0;
    QTest::newRow("grows ever faster") << curveOf({1, 1.1, 1.3, 1.6, 3, 5, 12, 40}) << 0.0;
    QTest::newRow("does not grow") << curveOf({2, 2, 2, 2}) << 0.0;
    QTest::newRow("two points") << curveOf({1, 2}) << 0.0;
    QTest::newRow("nothing") << Curve{} << 0.0;
    QTest::newRow("rises again after a knee") << curveOf({1, 4, 4.1, 4.2, 4.3, 4.4, 4.5, 9}) << 2.0;
}

void KneedleTest::knees()
{
    QFETCH(Curve, curve);
    QTEST(measure::kneeOf(curve).value_or(0), "knee");
}

void KneedleTest::aHigherSensitivityIsMoreConservative()
{
    const Curve curve = curveOf({1, 2, 2.99, 3.97, 5.95, 5.95, 5.91, 5.89});
    QVERIFY(measure::kneeOf(curve, 5));
    QVERIFY(!measure::kneeOf(curve, 6)); // from its peak of 0.78 it falls to 0
}

void KneedleTest::scaleDoesNotMatter()
{
    Curve curve = curveOf({1, 2, 2.99, 3.97, 5.95, 5.95, 5.91, 5.89});
    for (measure::CurvePoint &point : curve) {
        point.x *= 100;
        point.y = 7e6 * point.y + 3;
    }
    QCOMPARE(measure::kneeOf(curve).value_or(0), 600.0);
}

LAPWING_TEST(KneedleTest)
#include "tst_kneedle.moc"
