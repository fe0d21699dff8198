// SPDX-License-Identifier: MIT
#include "text/captions.h"

#include <QCoreApplication>

#include <array>

namespace lapwing::text {
namespace {

struct Row {
    Caption caption;
    const char *text;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Caption)
public:
    static constexpr auto all = std::to_array<Row>({
        {Caption::AndMore, QT_TR_NOOP("and %1 more")},
        {Caption::AndMoreNotDrawn, QT_TR_NOOP("and %1 more, not drawn: %2")},
        {Caption::AtOnce, QT_TR_NOOP("%1 at once")},
        {Caption::BarsAreIntervals,
         QT_TR_NOOP("bars: confidence interval of the median (95 % or more)")},
        {Caption::BarsAreRanges,
         QT_TR_NOOP("bars: slowest to fastest round (too few for a 95 % interval)")},
        {Caption::BlockedTimes, QT_TR_N_NOOP("blocked %n times, longest %1")},
        {Caption::ConnectMeans,
         QT_TR_NOOP("From starting the request until it is sent: connecting and TLS. Qt does not "
                    "tell the two apart; the probes do.")},
        {Caption::CountCancelled, QT_TR_NOOP("%1 cancelled")},
        {Caption::CountDone, QT_TR_NOOP("%1 done")},
        {Caption::CountFailed, QT_TR_NOOP("%1 failed")},
        {Caption::CountNotFinished, QT_TR_NOOP("%1 not finished")},
        {Caption::CountUnverified, QT_TR_NOOP("%1 unverified")},
        {Caption::DownloadCount, QT_TR_N_NOOP("%n downloads")},
        {Caption::DownloadsOneAtATime, QT_TR_N_NOOP("%n downloads, one at a time")},
        {Caption::DownloadsTogether, QT_TR_N_NOOP("%n downloads, together")},
        {Caption::EachCold, QT_TR_NOOP("Each run opened new connections.")},
        {Caption::EachRound, QT_TR_NOOP("Each round: %1.")},
        {Caption::EachWarm, QT_TR_NOOP("Each was preceded by an uncounted warm-up run.")},
        {Caption::Either, QT_TR_NOOP("%1 or %2")},
        {Caption::EstimateWas, QT_TR_NOOP("The estimate from one run alone was %1")},
        {Caption::EstimatedSentence, QT_TR_NOOP("estimated.")},
        {Caption::ExpectedAString, QT_TR_NOOP("expected a string.")},
        {Caption::ExpectedAnArray, QT_TR_NOOP("expected an array.")},
        {Caption::ExpectedAnObject, QT_TR_NOOP("expected an object.")},
        {Caption::ExpectedDateAndTimeWithUTC,
         QT_TR_NOOP("expected a date and time with a UTC offset.")},
        {Caption::ExpectedHttpOrHttpsURL, QT_TR_NOOP("expected an http or https URL.")},
        {Caption::ExpectedNumberNotBelow0, QT_TR_NOOP("expected a number that is not below 0.")},
        {Caption::ExpectedNumberSecondsFrom052,
         QT_TR_NOOP("expected a number of seconds, from 0 to 52 days.")},
        {Caption::ExpectedOneOf, QT_TR_NOOP("expected one of: %1.")},
        {Caption::ExpectedTrueOrFalse, QT_TR_NOOP("expected true or false.")},
        {Caption::ExpectedWholeNumberFrom, QT_TR_NOOP("expected a whole number from %1 to %2.")},
        {Caption::FailuresTogether, QT_TR_NOOP("Failures, together, %1 at a time")},
        {Caption::FewRoundsExplained,
         QT_TR_NOOP("With fewer than 6 rounds, “from” and “to” are the shortest and the longest "
                    "seen, not a 95 % interval.")},
        {Caption::FileThatLimits,
         QT_TR_NOOP("The file that limits the speed-up, however many downloads run at a time: %1, "
                    "at most %2×.")},
        {Caption::FilesInTime, QT_TR_N_NOOP("%1 of %n files in %2.")},
        {Caption::GunthersLaw, QT_TR_NOOP("Gunther's law fits: contention %1, coherency %2.")},
        {Caption::GunthersLawDrawn,
         QT_TR_NOOP("Dotted: Gunther's Universal Scalability Law, R² %1.")},
        {Caption::HoldCount, QT_TR_N_NOOP("%n times, %1 in all")},
        {Caption::IdAppearsTwice, QT_TR_NOOP("the id %1 appears twice.")},
        {Caption::ItTook, QT_TR_NOOP("It took %1.")},
        {Caption::KneeAt, QT_TR_NOOP("The knee of the curve is at %1.")},
        {Caption::KneeByKneedle, QT_TR_NOOP("The knee of the curve (Kneedle) is at %1.")},
        {Caption::KneeMark, QT_TR_NOOP("knee: %1")},
        {Caption::LapwingPictureFailed, QT_TR_NOOP("lapwing-picture failed: %1")},
        {Caption::LapwingPictureWhichDrawsPNGAnd,
         QT_TR_NOOP("lapwing-picture, which draws PNG and PDF, is not installed.")},
        {Caption::LateMeans,
         QT_TR_NOOP(
             "One of its times was recorded late: the event loop was blocked until just before.")},
        {Caption::LeftOut, QT_TR_NOOP("Left out because they failed: %1.")},
        {Caption::LeftOutAndMore, QT_TR_NOOP("Left out because they failed: %1 and %2 more.")},
        {Caption::LittlesLawCheck,
         QT_TR_NOOP("Internal consistency check (Little's law): error at most %1.")},
        {Caption::LittlesLawTooShort,
         QT_TR_NOOP("Internal consistency check (Little's law): the runs were too short for it.")},
        {Caption::MadeBy,
         QT_TR_NOOP("Made by Lapwing %1 with Qt %2. This page loads nothing from any server.")},
        {Caption::MeasuredAtOnce, QT_TR_NOOP("measured, %1 at once")},
        {Caption::MeasuredMeans,
         QT_TR_NOOP("Measured. Times are on a monotonic clock, from the start of the run.")},
        {Caption::MeasurementWithin, QT_TR_NOOP(": the measured value is within that range.")},
        {Caption::MediansMeasured,
         QT_TR_NOOP("Together: %1. One at a time: %2. Medians, measured.")},
        {Caption::NameAndValue, QT_TR_NOOP("%1: %2")},
        {Caption::NeverBlocked, QT_TR_NOOP("never blocked for %1 ms or longer")},
        {Caption::NoRun, QT_TR_NOOP("There is no run.")},
        {Caption::NoStamp, QT_TR_NOOP("Not observable: no time was recorded.")},
        {Caption::NoSuchPhase, QT_TR_NOOP("This phase did not occur.")},
        {Caption::NotComparableBecause, QT_TR_NOOP("Not comparable: %1")},
        {Caption::NotObservableMeans,
         QT_TR_NOOP("It took time, but Qt cannot tell how much, so no figure is shown.")},
        {Caption::NothingCompared, QT_TR_NOOP("Nothing was compared.")},
        {Caption::OffBy, QT_TR_NOOP(": off by %1.")},
        {Caption::OneAtATimeHead, QT_TR_NOOP("One at a time: %1")},
        {Caption::OneFileBounds,
         QT_TR_NOOP("“%1” alone takes %2, so the speed-up cannot exceed %3×.")},
        {Caption::OneRunOfLevel, QT_TR_NOOP("One of the runs with %1 at a time.")},
        {Caption::OnlyTheFirst,
         QT_TR_NOOP("%1: only the first %2 are shown. A JSON or CSV export contains all of them.")},
        {Caption::OutliersMarked, QT_TR_NOOP("! marks outliers (still counted).")},
        {Caption::PartOfAnother, QT_TR_NOOP("%1 (a part)")},
        {Caption::PartWithTimes, QT_TR_NOOP("%1: %2, from %3")},
        {Caption::Percent, QT_TR_NOOP("%1 %")},
        {Caption::PhaseTableExplained,
         QT_TR_NOOP("Summed over the downloads of the median run. A phase marked “a part” is "
                    "already included in another phase. A dash means that the phase did not occur, "
                    "or that its time cannot be observed.")},
        {Caption::ProbeFailed, QT_TR_NOOP("Probe of %1: %2")},
        {Caption::ProbeTimes,
         QT_TR_NOOP("Probe of %1 (%2), not one of the downloads: DNS lookup %3, TCP %4, TLS %5.")},
        {Caption::ProbesExplained,
         QT_TR_NOOP(
             "One separate connection to each host, made to time DNS lookup, TCP and TLS "
             "individually. It is not one of the downloads; its times may differ from theirs.")},
        {Caption::Proxy, QT_TR_NOOP("Proxy: %1")},
        {Caption::ProxyLower, QT_TR_NOOP("proxy: %1")},
        {Caption::QueryValuesRedacted, QT_TR_NOOP("The query values of links are redacted.")},
        {Caption::Range, QT_TR_NOOP("%1 to %2")},
        {Caption::RangeEstimated, QT_TR_NOOP("%1 to %2, estimated")},
        {Caption::RangeInSeconds, QT_TR_NOOP("%1 to %2 s")},
        {Caption::RangeSaved, QT_TR_NOOP("%1 to %2 saved, estimated")},
        {Caption::RangeWithInterval, QT_TR_NOOP("%1 to %2, %3 % interval")},
        {Caption::RangeWithLevel, QT_TR_NOOP("%1 to %2 with %3")},
        {Caption::Recommended, QT_TR_NOOP("Recommended: %1 at a time.")},
        {Caption::RecommendedForServers,
         QT_TR_N_NOOP("Recommended for these servers: %n at a time.")},
        {Caption::RecommendedMark, QT_TR_NOOP("recommended: %1")},
        {Caption::RecordedLate,
         QT_TR_NOOP("Its start or end was recorded late, after the event loop was blocked.")},
        {Caption::RefusedMark, QT_TR_NOOP("✕ refused %1")},
        {Caption::ReusedFromStartToSent,
         QT_TR_NOOP("The connection was reused. From start to sent: %1")},
        {Caption::ReusedMeans,
         QT_TR_NOOP("An open connection was reused; there was nothing to set up.")},
        {Caption::RoundCount, QT_TR_N_NOOP("%n rounds")},
        {Caption::SavingMeans,
         QT_TR_NOOP("From the last byte until the file is safely on disk under its name.")},
        {Caption::Seconds, QT_TR_NOOP("%1 s")},
        {Caption::SendNotObservable,
         QT_TR_NOOP("Not observable: Qt says when a request is handed to the system, not when it "
                    "is on the wire.")},
        {Caption::SumsExceedElapsed,
         QT_TR_NOOP("Sums over all downloads: many ran at once, so they exceed the elapsed time")},
        {Caption::SweepDescription,
         QT_TR_NOOP("Throughput by number of simultaneous downloads. %1")},
        {Caption::TheseTimesOutOrder, QT_TR_NOOP("these times are out of order.")},
        {Caption::ThisIsMissing, QT_TR_NOOP("this is missing.")},
        {Caption::ThisNotJSONAtByte, QT_TR_NOOP("This is not JSON: %1 (at byte %2).")},
        {Caption::ThisNotLapwingRunDocument, QT_TR_NOOP("This is not a Lapwing run document.")},
        {Caption::ThisRunDocumentLaterVersionLapwing,
         QT_TR_NOOP("This run document is of a later version, %1; Lapwing %2 reads version 1.")},
        {Caption::ThisTooLargeBeRunDocument, QT_TR_NOOP("This is too large to be a run document.")},
        {Caption::ThroughputByNumber, QT_TR_NOOP("Throughput by number of simultaneous downloads")},
        {Caption::ThroughputByNumberSentence,
         QT_TR_NOOP("Throughput by number of simultaneous downloads.")},
        {Caption::TimeFrom, QT_TR_NOOP("%1, from %2")},
        {Caption::TimeLost, QT_TR_NOOP("%1 lost")},
        {Caption::TimeMeasured, QT_TR_NOOP("%1, measured")},
        {Caption::TimeSaved, QT_TR_NOOP("%1 saved")},
        {Caption::TimelineDescription,
         QT_TR_NOOP("One row for each download, with its phases over the run's time; below them "
                    "the same list one at a time. %1")},
        {Caption::Times, QT_TR_NOOP("%1 ×")},
        {Caption::TimesDuringWhichServersHadAsked,
         QT_TR_NOOP("Times during which servers had asked Lapwing to wait")},
        {Caption::TimesThisDocumentTooLargeBe,
         QT_TR_NOOP("the times in this document are too large to be added up.")},
        {Caption::TogetherHead, QT_TR_NOOP("Together, %1 at a time: %2")},
        {Caption::TypicalRound, QT_TR_NOOP("Round %1 of %2: the one closest to the median.")},
        {Caption::UnverifiedMeans,
         QT_TR_NOOP("The download ended without an error, but the server provided no length or "
                    "checksum to verify it.")},
        {Caption::UpToSaved, QT_TR_NOOP("up to %1 saved, estimated")},
        {Caption::VersionExpectedWholeNumberFrom1,
         QT_TR_NOOP("version: expected a whole number from 1.")},
        {Caption::WaterfallExplained,
         QT_TR_NOOP("Every download over time; hover over a row for details.")},
        {Caption::WithNote, QT_TR_NOOP("%1 (%2)")},
        {Caption::WithinFivePercent, QT_TR_NOOP("within 5 % of the best")},
    });
};

consteval bool isInOrder()
{
    for (std::size_t place = 0; place < Words::all.size(); ++place) {
        if (static_cast<std::size_t>(Words::all[place].caption) != place)
            return false;
    }
    return true;
}
static_assert(isInOrder());

const char *textOf(Caption caption)
{
    return Words::all[static_cast<std::size_t>(caption)].text;
}

} // namespace

QString caption(Caption caption)
{
    return Words::tr(textOf(caption));
}

QString caption(Caption caption, int count)
{
    return Words::tr(textOf(caption), nullptr, count);
}

} // namespace lapwing::text
