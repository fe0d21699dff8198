// SPDX-License-Identifier: MIT
#include "measure/seconds.h"
#include "record/saturated.h"
#include "support/testmain.h"
#include "text/amounts.h"

#include <QLocale>

using namespace lapwing;
using namespace lapwing::text;
using measure::meanRate;
using namespace std::chrono_literals;

class AmountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void timesHaveTheUnitThatFits_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("time");
        QTest::addColumn<QString>("text");
        const auto row = [](std::chrono::milliseconds time, const char *text) {
            QTest::newRow(text) << time << QString::fromLatin1(text);
        };
        row(0ms, "0.0 s");
        row(12ms, "0.012 s");
        row(100ms, "0.1 s");
        row(12s, "12.0 s");
        row(59'949ms, "59.9 s");
        row(59'950ms, "1 min 0 s"); // and never "60.0 s"
        row(83s, "1 min 23 s");     // as one end of "1 min 23 s to 2 min 27 s"
        row(3'599'499ms, "59 min 59 s");
        row(3'599'500ms, "1 h 0 min");
        row(3'720s, "1 h 2 min");
    }

    void timesHaveTheUnitThatFits()
    {
        QFETCH(std::chrono::milliseconds, time);
        QTEST(asTime(time), "text");
    }

    void bytesAreCountedInThousands()
    {
        QCOMPARE(asBytes(0), u"0 bytes");
        QCOMPARE(asBytes(1), u"1 byte");
        QCOMPARE(asBytes(512), u"512 bytes");
        QCOMPARE(asBytes(1'000), u"1.0 kB");
        QCOMPARE(asBytes(12'345'678), u"12.3 MB");
        QCOMPARE(asBytes(1'500'000'000), u"1.5 GB");
        QCOMPARE(asRate(12'345'678.0), u"12.3 MB/s");
    }

    void aSumThatIsTooLargeToCountSaysSo()
    {
        using namespace record;
        QCOMPARE(asBytes(saturatedSum(saturated - 1, 2)), u"more than 9.2 EB");
        QCOMPARE(asBytes(saturatedProduct(saturated / 2, 3)), u"more than 9.2 EB");
        QCOMPARE(asBytes(saturatedProduct(saturatedSum(1'000, 500), 2)), u"3.0 kB");
        QCOMPARE(asBytes(saturated - 1), u"9.2 EB");
    }

    void hundredPerCentIsNotSaidTooEarly()
    {
        QCOMPARE(asPercent(0.999), u"99 %");
        QCOMPARE(asPercent(1.0), u"100 %");
    }

    void whatWasNotObservedIsADash()
    {
        QCOMPARE(asTime(std::nullopt), unknown());
        QCOMPARE(asBytes(std::nullopt), unknown());
        QCOMPARE(asRate(std::nullopt), unknown());
        QCOMPARE(asPercent(std::nullopt), unknown());
    }

    void aRateNeedsBytesAndTime()
    {
        QCOMPARE(meanRate(3'000'000, 2s), std::optional(1'500'000.0));
        QVERIFY(!meanRate(3'000'000, 0s));
        QVERIFY(!meanRate(0, 2s));
    }

    void figuresFollowTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(asTime(1500ms), u"1,5 s");
        QCOMPARE(asBytes(1'500'000), u"1,5 MB");
        QCOMPARE(asFactor(2.4), u"2,4");
    }
};

LAPWING_TEST(AmountsTest)
#include "tst_amounts.moc"
