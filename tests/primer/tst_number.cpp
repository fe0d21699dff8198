// SPDX-License-Identifier: MIT
#include "primer/number.h"
#include "support/testmain.h"
#include "text/primer.h"

using namespace lapwing;
using primer::NumberProblem;
using primer::plusHundred;

namespace {

/// With QVERIFY: QCOMPARE would take toString() of a problem for its own.
bool is(const primer::Sum &sum, qint64 number)
{
    return sum && *sum == number;
}

} // namespace

class NumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void is100More()
    {
        QVERIFY(is(plusHundred(QStringLiteral("42")), 142));
        QVERIFY(is(plusHundred(QStringLiteral("  -100 ")), 0));
        QVERIFY(is(plusHundred(QStringLiteral("+7")), 107));
        QVERIFY(is(plusHundred(QStringLiteral("9223372036854775707")),
                   std::numeric_limits<qint64>::max()));
        QVERIFY(is(plusHundred(QStringLiteral("-9223372036854775808")),
                   std::numeric_limits<qint64>::min() + 100));
    }

    void orItIsSaidWhy_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<NumberProblem>("problem");
        QTest::newRow("empty") << QString() << NumberProblem::Missing;
        QTest::newRow("spaces") << QStringLiteral("  ") << NumberProblem::Missing;
        QTest::newRow("word") << QStringLiteral("many") << NumberProblem::NotANumber;
        QTest::newRow("fraction") << QStringLiteral("1.5") << NumberProblem::NotANumber;
        QTest::newRow("sign") << QStringLiteral("-") << NumberProblem::NotANumber;
        QTest::newRow("hexadecimal") << QStringLiteral("0x10") << NumberProblem::NotANumber;
        QTest::newRow("sum too large")
            << QStringLiteral("9223372036854775708") << NumberProblem::TooLarge;
        QTest::newRow("huge") << QString(300, u'9') << NumberProblem::TooLarge;
    }

    void orItIsSaidWhy()
    {
        QFETCH(QString, typed);
        QFETCH(NumberProblem, problem);
        const primer::Sum sum = plusHundred(typed);
        QVERIFY(!sum);
        QVERIFY(sum.error() == problem);
        QVERIFY(!text::numberProblem(primer::toString(problem)).isEmpty());
    }

    void nothingTypedIsNoNumber()
    {
        const primer::Sum sum = plusHundred(std::nullopt);
        QVERIFY(!sum && sum.error() == NumberProblem::Missing);
    }
};

LAPWING_TEST(NumberTest)
#include "tst_number.moc"
