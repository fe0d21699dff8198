// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/sweep.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using measure::CriticalTask;
using measure::Gap;
using measure::OwnLimit;
using measure::Plateau;
using measure::Sweep;

namespace {

measure::SweepPoint pointOf(int atOnce, double elapsed, double throughput)
{
    measure::SweepPoint point;
    point.atOnce = atOnce;
    point.elapsed = elapsed;
    point.throughput = throughput;
    return point;
}

/// 6 is enough, 8 was the fastest.
Sweep sweepOfThree()
{
    Sweep sweep;
    sweep.points = {pointOf(1, 6, 1e6), pointOf(6, 1.02, 5.9e6), pointOf(8, 1, 6e6)};
    sweep.recommended = 6;
    sweep.fastest = 8;
    return sweep;
}

const QString choice =
    u"6 at a time is enough: 1.02 s, 5.9 MB/s. The fastest, 8 at a time, reached 1.00 s, 6.0 MB/s."_s;

} // namespace

class SweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingWasRun();
    void whatIsRecommended();
    void whatMayBeChanceIsSaid();
    void numbersThatCannotBeToldApart();
    void higherNumbersMayBeFaster();
    void throttling();
    void whatDoesNotCount_data();
    void whatDoesNotCount();
    void tooFewRounds();
    void oneHugeFileIsNamed();
    void limits_data();
    void limits();
    void limitsStandBesideEachOther();
    void whyItStopped();
};

void SweepTest::nothingWasRun()
{
    QCOMPARE(text::whyRecommended(Sweep()), u"There was no parallel run."_s);
    QCOMPARE(text::limitMet(Sweep()), QString());
}

void SweepTest::whatIsRecommended()
{
    Sweep sweep = sweepOfThree();
    QCOMPARE(text::whyRecommended(sweep), choice);
    sweep.recommended = 8;
    QCOMPARE(text::whyRecommended(sweep), u"8 at a time was the fastest: 1.00 s, 6.0 MB/s."_s);
    sweep.points.back().throughput = 0;
    QCOMPARE(text::whyRecommended(sweep), u"8 at a time was the fastest: 1.00 s."_s);
    sweep.points.back().elapsed = 0.01;
    QCOMPARE(
        text::whyRecommended(sweep),
        u"8 at a time was the fastest: 0.010 s. The runs with this number are short (0.010 s): "
        "a longer list gives a surer answer."_s);
    sweep.recommended.reset();
    sweep.fastest.reset();
    QCOMPARE(text::whyRecommended(sweep),
             u"No number of simultaneous downloads can be recommended."_s);
    QCOMPARE(text::groundsOf(sweep), QString()); // the line above it says that
}

void SweepTest::whatMayBeChanceIsSaid()
{
    Sweep sweep = sweepOfThree();
    sweep.isWithinNoise = true;
    QCOMPARE(text::whyRecommended(sweep), choice.chopped(1) + u", but that may be chance."_s);
}

void SweepTest::numbersThatCannotBeToldApart()
{
    using Reason = measure::NoDifference::Reason;
    Sweep sweep = sweepOfThree();
    sweep.recommended.reset();
    sweep.fastest.reset();
    sweep.noDifference = measure::NoDifference{Reason::ShortRuns, 0.06, 0.631};
    QCOMPARE(text::noRecommendation(sweep),
             u"No difference between these numbers could be measured."_s);
    QCOMPARE(
        text::groundsOf(sweep),
        u"The runs are too short (0.060 s to 0.63 s): measure a longer list, or more rounds."_s);
    sweep.noDifference->reason = Reason::VaryingRuns;
    sweep.fewRounds = 2;
    QCOMPARE(text::whyRecommended(sweep),
             u"No difference between these numbers could be measured. The runs vary too much "
             "(0.060 s to 0.63 s): measure more rounds, or a longer list. Rounds for each number: "
             "2; six are needed for 95 % intervals."_s);
}

/// Where fewer are as good, nobody needs to know.
void SweepTest::higherNumbersMayBeFaster()
{
    Sweep sweep = sweepOfThree();
    sweep.mayBeExceeded = true;
    QCOMPARE(text::whyRecommended(sweep), choice);
    sweep.recommended = 8;
    QCOMPARE(text::whyRecommended(sweep),
             u"8 at a time was the fastest: 1.00 s, 6.0 MB/s. Higher numbers were not tried and "
             u"may be faster still."_s);
}

void SweepTest::throttling()
{
    Sweep sweep = sweepOfThree();
    sweep.points.push_back(pointOf(12, 1, 6e6));
    sweep.points.back().throttled = 3;
    sweep.throttledFrom = 12;
    QCOMPARE(text::whyRecommended(sweep),
             choice
                 + u" With 12 at a time the server reported too many requests (3 responses): this "
                   u"number and higher ones are not recommended."_s);
}

void SweepTest::whatDoesNotCount_data()
{
    QTest::addColumn<Gap>("gap");
    QTest::addColumn<QString>("reason");
    QTest::newRow("failed") << Gap{Gap::Kind::Failed, 1, 24}
                            << u"1 of 24 downloads failed in the parallel run."_s;
    QTest::newRow("sizes") << Gap{Gap::Kind::OtherSizes, 1, 24}
                           << u"1 of 24 downloads had a different size."_s;
    QTest::newRow("list") << Gap{Gap::Kind::OtherList} << u"It did not download the same list."_s;
}

void SweepTest::whatDoesNotCount()
{
    QFETCH(Gap, gap);
    QFETCH(QString, reason);
    Sweep sweep = sweepOfThree();
    sweep.points.front().gap = gap;
    QCOMPARE(text::whyRecommended(sweep), choice + u" 1 at a time does not count: "_s + reason);
}

void SweepTest::tooFewRounds()
{
    Sweep sweep = sweepOfThree();
    sweep.fewRounds = 3;
    QCOMPARE(text::whyRecommended(sweep),
             choice + u" Rounds for each number: 3; six are needed for 95 % intervals."_s);
}

void SweepTest::oneHugeFileIsNamed()
{
    Sweep sweep = sweepOfThree();
    sweep.critical = CriticalTask{1, u"huge.iso"_s, 2.04, 1.46, 1.45, 1.47};
    QCOMPARE(text::boundText(*sweep.critical), u"1.45 to 1.47"_s);
    QCOMPARE(text::whyRecommended(sweep), choice);
    sweep.critical->isMet = true;
    sweep.critical->low = 1.466;
    QCOMPARE(text::whyRecommended(sweep),
             choice
                 + u" One file is the bottleneck: huge.iso alone takes 2.04 s, so the speed-up "
                   u"cannot exceed 1.47×."_s);
}

void SweepTest::limits_data()
{
    QTest::addColumn<std::optional<Plateau>>("plateau");
    QTest::addColumn<std::optional<OwnLimit>>("limit");
    QTest::addColumn<QString>("expected");
    const auto plateau = [](const char *name, Plateau::Kind kind, const QString &cause) {
        QTest::newRow(name) << std::optional(Plateau{kind, 6, 0.1, 0.42})
                            << std::optional<OwnLimit>()
                            << (u"Throughput stops growing at 6 at a time. "_s + cause).trimmed();
    };
    plateau(
        "allows", Plateau::Kind::ServerAllows,
        u"The server responds to no more than 6 at a time: with more, each waits longer for its "
        u"response (0.42 s instead of 0.10 s)."_s);
    plateau("busy", Plateau::Kind::ServerIsBusy,
            u"The server is at its limit: with more, each waits longer for its response (0.42 s "
            u"instead of 0.10 s)."_s);
    plateau("bandwidth", Plateau::Kind::Bandwidth,
            u"The bandwidth is used up: with more, each file takes longer (0.42 s instead of 0.10 "
            u"s)."_s);
    plateau("one file", Plateau::Kind::OneFile, u"No run is shorter than its longest file."_s);
    plateau("unexplained", Plateau::Kind::Unexplained, {});
    const auto own = [](const char *name, OwnLimit::Kind kind, const QString &expected) {
        QTest::newRow(name) << std::optional<Plateau>() << std::optional(OwnLimit{kind, 24, 5})
                            << expected;
    };
    own("files", OwnLimit::Kind::Files,
        u"The list has only 5 files, so no more than that ever ran at a time."_s);
    own("per host", OwnLimit::Kind::PerHost, u"The limit per host was reached: 5 at a time."_s);
    own("short files", OwnLimit::Kind::ShortFiles,
        u"With 24 allowed, no more than 5 were ever active: files finish before others start."_s);
}

void SweepTest::limits()
{
    QFETCH(std::optional<Plateau>, plateau);
    QFETCH(std::optional<OwnLimit>, limit);
    QFETCH(QString, expected);
    Sweep sweep = sweepOfThree();
    sweep.plateau = plateau;
    sweep.ownLimit = limit;
    QCOMPARE(text::limitMet(sweep), expected);
}

void SweepTest::limitsStandBesideEachOther()
{
    Sweep sweep = sweepOfThree();
    sweep.plateau = Plateau{Plateau::Kind::Unexplained, 6, 0, 0};
    sweep.ownLimit = OwnLimit{OwnLimit::Kind::PerHost, 8, 6};
    QCOMPARE(text::limitMet(sweep),
             u"Throughput stops growing at 6 at a time. The limit per host was reached: 6 at a "
             u"time."_s);
}

void SweepTest::whyItStopped()
{
    Sweep sweep = sweepOfThree();
    QCOMPARE(text::whyStopped(sweep), QString());
    sweep.stopped = record::Stop{record::Stop::Reason::Refused, 12};
    QCOMPARE(text::whyStopped(sweep),
             u"A server reported that 12 at a time is too many. Higher numbers were not tried."_s);
}

LAPWING_TEST(SweepTest)
#include "tst_sweep.moc"
