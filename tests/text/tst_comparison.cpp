// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/catalogue.h"
#include "text/comparison.h"

#include <QLocale>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using measure::Gap;
using measure::Speedup;
using plan::Mode;

namespace {

Speedup estimated(double low, double high)
{
    Speedup speedup;
    speedup.low = low;
    speedup.high = high;
    return speedup;
}

Speedup measured(double value, int rounds = 1)
{
    Speedup speedup;
    speedup.kind = measure::Baseline::Kind::Measured;
    speedup.value = value;
    speedup.rounds = rounds;
    return speedup;
}

Speedup withInterval(double value, double low, double high)
{
    Speedup speedup = measured(value, 6);
    speedup.low = low;
    speedup.high = high;
    speedup.level = 0.96875;
    return speedup;
}

Speedup incomparable()
{
    Speedup speedup = measured(2);
    speedup.gap = Gap{Gap::Kind::Failed, 1, 10, Mode::OneAtATime};
    return speedup;
}

} // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void gaps_data();
    void gaps();
    void theSpeedup_data();
    void theSpeedup();
    void partOfTheListIsSaid();
    void thePairIsToldInItsOrder();
    void theMedianNeedsSixRoundsForAnInterval();
    void aSlowDownIsSaidFirst();
    void anIntervalAroundOneProvesNothing();
    void outliersAreNamed();
    void aWideRangeIsSaidInWords_data();
    void aWideRangeIsSaidInWords();
    void anEstimateIsExplained();
    void oneFileIsTheSameEitherWay();
    void aHoldIsExplainedWithIt();
    void withoutAFigureTheGapIsTheReason();
    void nothingIsNothing();
    void figuresFollowTheLocale();
    void ofOneTheNounIsSingular();
};

void ComparisonTest::gaps_data()
{
    using Kind = Gap::Kind;
    QTest::addColumn<Gap>("gap");
    const auto row = [](const char *sentence, Gap gap) { QTest::newRow(sentence) << gap; };
    row("1 of 10 downloads failed in the parallel run.", {Kind::Failed, 1, 10, Mode::Together});
    row("10 of 10 downloads failed in the one-at-a-time run.",
        {Kind::Failed, 10, 10, Mode::OneAtATime});
    row("1 of 10 downloads did not finish in the parallel run.",
        {Kind::Unfinished, 1, 10, Mode::Together});
    row("2 of 10 downloads did not finish in the one-at-a-time run.",
        {Kind::Unfinished, 2, 10, Mode::OneAtATime});
    row("1 of 10 files had been fully or partly on disk before the parallel run.",
        {Kind::OnDiskBefore, 1, 10, Mode::Together});
    row("1 of 10 files had been fully or partly on disk before the one-at-a-time run.",
        {Kind::OnDiskBefore, 1, 10, Mode::OneAtATime});
    row("The files arrived too quickly to compare (in under 0.5 s).", {Kind::TooShort, 0, 10});
    row("The two runs did not download the same list.", {Kind::OtherList, 0, 10});
    row("Rounds 1 and 2 did not download the same list.",
        {Kind::OtherList, 0, 10, Mode::Together, 2, 1});
    row("1 of 10 downloads had a different size the second time.", {Kind::OtherSizes, 1, 10});
    row("1 of 10 downloads had a different size in round 3 than in round 1.",
        {Kind::OtherSizes, 1, 10, Mode::Together, 3, 1});
    row("Round 3: 1 of 10 downloads failed in the one-at-a-time run.",
        {Kind::Failed, 1, 10, Mode::OneAtATime, 3});
    row("Round 2: 1 of 10 downloads had a different size the second time.",
        {Kind::OtherSizes, 1, 10, Mode::OneAtATime, 2});
}

void ComparisonTest::gaps()
{
    QFETCH(Gap, gap);
    QCOMPARE(text::sentence(gap), QString::fromUtf8(QTest::currentDataTag()));
}

void ComparisonTest::theSpeedup_data()
{
    QTest::addColumn<Speedup>("speedup");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("headline");
    const auto row = [](const char *name, const Speedup &speedup, const char *sentence,
                        const char *headline) {
        QTest::newRow(name) << speedup << QString::fromUtf8(sentence)
                            << QString::fromUtf8(headline);
    };
    row("faster", measured(4.8, 6), "Together was 4.8× as fast (measured).",
        "Together was 4.8× as fast as one at a time.");
    row("slower", measured(0.9, 6), "Together was slower: 0.9× as fast (measured).",
        "Together was slower: 0.9× as fast as one at a time.");
    row("what is read counts", measured(1.04, 6),
        "Together was no faster: 1.0× as fast (measured).",
        "Together was no faster than one at a time.");
    row("one pair", measured(4.8),
        "Together was 4.8× as fast (measured). From a single pair of runs: may be off by about 10 "
        "%.",
        "Together was 4.8× as fast as one at a time. From a single pair of runs: may be off by "
        "about 10 %.");
    row("a bound", estimated(0.02, 1.04), "Together was up to 1.0× as fast (estimated).",
        "Together was up to 1.0× as fast as one at a time (estimated).");
    row("both ends alike", estimated(0.07, 0.12), "Together was 0.1× as fast (estimated).",
        "Together was 0.1× as fast as one at a time (estimated).");
    row("estimated", estimated(1.02, 2.4), "Together was between 1.0 and 2.4× as fast (estimated).",
        "Together was 1.0 to 2.4× as fast as one at a time (estimated).");
    row("not comparable", incomparable(), "Together and one at a time are not comparable.",
        "Together and one at a time are not comparable.");
}

void ComparisonTest::theSpeedup()
{
    QFETCH(Speedup, speedup);
    QTEST(text::speedupSentence(speedup), "sentence");
    QTEST(text::speedupHeadline(speedup), "headline");
}

void ComparisonTest::partOfTheListIsSaid()
{
    Speedup speedup = measured(2);
    speedup.files = 8;
    speedup.listed = 10;
    QCOMPARE(
        text::caveatOf(speedup),
        u"From a single pair of runs: may be off by about 10 %. For 8 of 10 files; the others were not downloaded."_s);
    speedup.files = 10;
    speedup.rounds = 2;
    QCOMPARE(text::caveatOf(speedup), QString());
}

void ComparisonTest::thePairIsToldInItsOrder()
{
    Speedup speedup = measured(3);
    QCOMPARE(
        text::reasonOf(speedup),
        u"The list ran once each way, first together, then one at a time: caches may have been warm the second time."_s);
    speedup.togetherFirst = false;
    QCOMPARE(
        text::reasonOf(speedup),
        u"The list ran once each way, first one at a time, then together: caches may have been warm the second time."_s);
}

void ComparisonTest::theMedianNeedsSixRoundsForAnInterval()
{
    QCOMPARE(text::reasonOf(measured(3.5, 4)),
             u"Median of 4 rounds; six are needed for a 95 % interval."_s);
    QCOMPARE(text::reasonOf(withInterval(4.25, 2.5, 6)),
             u"Median of 6 rounds; the interval from 2.50 to 6.00 covers the true figure with 96.9 "
             "% confidence."_s);
}

void ComparisonTest::aSlowDownIsSaidFirst()
{
    QVERIFY(text::reasonOf(withInterval(0.6, 0.5, 0.7))
                .startsWith(u"Together was slower: 0.60× as fast. Median of 6 rounds; "));
    for (const double value : {0.97, 0.996}) { // which is "no faster: 1.0×"
        const Speedup speedup = withInterval(value, 0.9, 1.02);
        QVERIFY(text::speedupSentence(speedup).startsWith(u"Together was no faster: 1.0×"));
        QVERIFY(text::reasonOf(speedup).startsWith(u"Median of 6 rounds; "));
    }
}

void ComparisonTest::anIntervalAroundOneProvesNothing()
{
    const QString sentence = u" The interval includes 1: neither way is proven faster."_s;
    QVERIFY(text::reasonOf(withInterval(1.2, 0.9, 1.3)).endsWith(sentence));
    QVERIFY(text::reasonOf(withInterval(1.2, 1, 1.3)).endsWith(sentence));
    QVERIFY(!text::reasonOf(withInterval(1.2, 1.1, 1.3)).contains(sentence));
}

void ComparisonTest::outliersAreNamed()
{
    Speedup speedup = withInterval(3, 2.98, 30);
    speedup.outliers = {3};
    QVERIFY(text::reasonOf(speedup).endsWith(u" Outlier, still counted: round 3."));
    speedup.outliers = {3, 5};
    QVERIFY(text::reasonOf(speedup).endsWith(u" Outlier, still counted: round 3, 5."));
}

void ComparisonTest::anEstimateIsExplained()
{
    QCOMPARE(text::reasonOf(estimated(2, 4)), text::rangeExplanation());
    QCOMPARE(
        text::rangeExplanation(),
        u"An estimate from the parallel run, not a measurement. Low end: every file waits the "
        "shortest time seen from its server, then downloads at the best rate seen, and the "
        "last one is saved in one file's share of the time spent saving; where the run shows that "
        "files hardly slowed each other, none is taken to be much faster alone. Too high if the "
        "server slows down under load. High end: the times of all downloads added up, and the time "
        "spent saving them; too low if the server is slower when asked one at a time."_s);
}

void ComparisonTest::oneFileIsTheSameEitherWay()
{
    measure::Speedup one = estimated(1, 1);
    one.files = 1;
    one.listed = 1;
    QCOMPARE(text::speedupSentence(one), u"Together was no faster than one at a time."_s);
    QCOMPARE(text::speedupHeadline(one), text::speedupSentence(one));
    QCOMPARE(text::reasonOf(one), u"There is one file: together and one at a time are the same."_s);
    one.listed = 2; // another one failed beside it
    QCOMPARE(text::reasonOf(one), text::rangeExplanation());
}

void ComparisonTest::aHoldIsExplainedWithIt()
{
    Speedup speedup = estimated(2, 4);
    speedup.heldOff = true;
    QCOMPARE(
        text::reasonOf(speedup),
        text::rangeExplanation()
            + u" A server asked Lapwing to wait for a while. That time counts toward the high end only: the server might not ask when files are requested one at a time."_s);
}

void ComparisonTest::withoutAFigureTheGapIsTheReason()
{
    QCOMPARE(text::reasonOf(incomparable()),
             u"1 of 10 downloads failed in the one-at-a-time run."_s);
}

void ComparisonTest::aWideRangeIsSaidInWords_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char *name, double low, double high, const char *meaning) {
        QTest::newRow(name) << low << high << QString::fromUtf8(meaning);
    };
    row("a figure", 2.4, 2.4, "");
    row("narrow", 2.1, 3.1, "");
    row("wide", 2.1, 3.2, "Probably faster");
    row("wide, below 1", 0.4, 0.9, "Probably slower");
    row("around 1", 0.5, 3.9, "Not clear yet");
    row("narrow, around 1", 0.9, 1.1, "Not clear yet");
    row("narrow, from 1", 1.0, 1.4, "");
    row("what is read counts", 1.04, 2.4, "Not clear yet");
    row("read alike", 0.07, 0.12, "");
    row("a bound", 0.02, 4, "Not clear yet");
}

void ComparisonTest::aWideRangeIsSaidInWords()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QTEST(text::meaningOf(low, high), "meaning");
}

void ComparisonTest::nothingIsNothing()
{
    QCOMPARE(text::speedupSentence({}), QString());
    QCOMPARE(text::speedupHeadline({}), QString());
    QCOMPARE(text::reasonOf({}), QString());
    QCOMPARE(text::caveatOf({}), QString());
}

void ComparisonTest::figuresFollowTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(text::speedupSentence(measured(4.8, 6)).contains(u"4,8×"));
    QVERIFY(text::reasonOf(withInterval(4.25, 2.5, 6)).contains(u"from 2,50 to 6,00"));
}

/// "1 of 1 files was fully or partly on disk."
void ComparisonTest::ofOneTheNounIsSingular()
{
    using Kind = Gap::Kind;
    text::speak(u"en"_s); // the words for one are in its catalogue
    QCOMPARE(text::sentence(Gap{Kind::OnDiskBefore, 1, 1}),
             u"1 of 1 file had been fully or partly on disk before the parallel run."_s);
    QCOMPARE(text::sentence(Gap{Kind::OnDiskBefore, 1, 5}),
             u"1 of 5 files had been fully or partly on disk before the parallel run."_s);
    QCOMPARE(text::sentence(Gap{Kind::Unfinished, 1, 1}),
             u"1 of 1 download did not finish in the parallel run."_s);
    Speedup speedup = measured(2, 6);
    speedup.files = 2;
    speedup.listed = 3;
    QCOMPARE(text::caveatOf(speedup), u"For 2 of 3 files; the other was not downloaded."_s);
}

LAPWING_TEST(ComparisonTest)
#include "tst_comparison.moc"
