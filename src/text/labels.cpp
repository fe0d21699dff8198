// SPDX-License-Identifier: MIT
#include "text/labels.h"

#include <QCoreApplication>

#include <array>

namespace lapwing::text {
namespace {

struct Row {
    Label label;
    const char *text;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Label)
public:
    static constexpr auto all = std::to_array<Row>({
        {Label::ActiveMaximum, QT_TR_NOOP("Active, maximum")},
        {Label::ActiveMean, QT_TR_NOOP("Active, mean")},
        {Label::Address, QT_TR_NOOP("Address")},
        {Label::AllRoundsBothOrder, QT_TR_NOOP("All rounds of both, in order")},
        {Label::AtOnce, QT_TR_NOOP("At once")},
        {Label::AtOnceLower, QT_TR_NOOP("at once")},
        {Label::Bytes, QT_TR_NOOP("Bytes")},
        {Label::ColdExplained, QT_TR_NOOP("cold: every run opens new connections")},
        {Label::Connect, QT_TR_NOOP("Connect")},
        {Label::ConnectConnectionReused, QT_TR_NOOP("Connect, connection reused")},
        {Label::DNSLookup, QT_TR_NOOP("DNS lookup")},
        {Label::Detail, QT_TR_NOOP("Detail")},
        {Label::Done, QT_TR_NOOP("Done")},
        {Label::DownloadTimeline, QT_TR_NOOP("Download timeline")},
        {Label::Downloads, QT_TR_NOOP("Downloads")},
        {Label::EachNumberSimultaneousDownloads,
         QT_TR_NOOP("Each number of simultaneous downloads")},
        {Label::Efficiency, QT_TR_NOOP("Efficiency")},
        {Label::EfficiencyLower, QT_TR_NOOP("efficiency")},
        {Label::Elapsed, QT_TR_NOOP("Elapsed")},
        {Label::ElapsedLower, QT_TR_NOOP("elapsed")},
        {Label::Estimated, QT_TR_NOOP("estimated")},
        {Label::EventLoop, QT_TR_NOOP("Event loop")},
        {Label::EventLoopBlocked, QT_TR_NOOP("Event loop blocked")},
        {Label::EventLoopEngine, QT_TR_NOOP("The event loop of the engine")},
        {Label::ExampleLateTime, QT_TR_NOOP("~0.82 s")},
        {Label::ExampleTime, QT_TR_NOOP("0.82 s")},
        {Label::Failed, QT_TR_NOOP("Failed")},
        {Label::FailedDownloads, QT_TR_NOOP("Failed downloads")},
        {Label::Failure, QT_TR_NOOP("Failure")},
        {Label::FailuresOneAtATime, QT_TR_NOOP("Failures, one at a time")},
        {Label::Figure, QT_TR_NOOP("Figure")},
        {Label::FromLower, QT_TR_NOOP("from")},
        {Label::FromTo, QT_TR_NOOP("From, to")},
        {Label::HeldOffByServer, QT_TR_NOOP("Held off by a server")},
        {Label::Host, QT_TR_NOOP("Host")},
        {Label::How, QT_TR_NOOP("How")},
        {Label::HowRead, QT_TR_NOOP("How to read it")},
        {Label::InQueued, QT_TR_NOOP("part of Queued")},
        {Label::InReceive, QT_TR_NOOP("part of Receive, or alongside it")},
        {Label::LapwingDownloadsTogether, QT_TR_NOOP("Lapwing: downloads together")},
        {Label::Levels, QT_TR_NOOP("Levels")},
        {Label::Measured, QT_TR_NOOP("measured")},
        {Label::Name, QT_TR_NOOP("Name")},
        {Label::NotApplicable, QT_TR_NOOP("n/a")},
        {Label::NotComparable, QT_TR_NOOP("not comparable")},
        {Label::NotObservable, QT_TR_NOOP("Not observable")},
        {Label::NotObservableLower, QT_TR_NOOP("not observable")},
        {Label::NotResumed, QT_TR_NOOP("Not resumed")},
        {Label::Note, QT_TR_NOOP("Note")},
        {Label::OnOneScale, QT_TR_NOOP("on the same scale as one at a time")},
        {Label::OneAtATime, QT_TR_NOOP("One at a time")},
        {Label::OneAtATimeLower, QT_TR_NOOP("one at a time")},
        {Label::OneTimeRecordedLate, QT_TR_NOOP(" (one of its times was recorded late)")},
        {Label::OutlierCounted, QT_TR_NOOP("outlier (counted)")},
        {Label::Paused, QT_TR_NOOP("Paused")},
        {Label::Phase, QT_TR_NOOP("Phase")},
        {Label::ProbeNotOneDownloads, QT_TR_NOOP("Probe, not one of the downloads")},
        {Label::Probes, QT_TR_NOOP("Probes")},
        {Label::Ratio, QT_TR_NOOP("Ratio")},
        {Label::Recommended, QT_TR_NOOP("Recommended")},
        {Label::RecommendedLower, QT_TR_NOOP("recommended")},
        {Label::Refused, QT_TR_NOOP("Refused")},
        {Label::Reused, QT_TR_NOOP("reused")},
        {Label::Round, QT_TR_NOOP("Round")},
        {Label::Rounds, QT_TR_NOOP("Rounds")},
        {Label::Runs, QT_TR_NOOP("Runs")},
        {Label::SameOneAtATime, QT_TR_NOOP("The same, one at a time")},
        {Label::Saving, QT_TR_NOOP("Saving")},
        {Label::SerialShare, QT_TR_NOOP("Serial share")},
        {Label::Share, QT_TR_NOOP("Share")},
        {Label::SimultaneousDownloads, QT_TR_NOOP("Simultaneous downloads")},
        {Label::Size, QT_TR_NOOP("Size")},
        {Label::SpeedUp, QT_TR_NOOP("Speed-up")},
        {Label::SpeedUpLower, QT_TR_NOOP("speed-up")},
        {Label::Spread, QT_TR_NOOP("Spread")},
        {Label::State, QT_TR_NOOP("State")},
        {Label::StateCancelled, QT_TR_NOOP("cancelled")},
        {Label::StateDone, QT_TR_NOOP("done")},
        {Label::StateFailed, QT_TR_NOOP("failed")},
        {Label::StateNotFinished, QT_TR_NOOP("not finished")},
        {Label::StateOnDisk, QT_TR_NOOP("already on disk")},
        {Label::StateUnverified, QT_TR_NOOP("unverified")},
        {Label::Sum, QT_TR_NOOP("Sum")},
        {Label::SupportingFigures, QT_TR_NOOP("Supporting figures")},
        {Label::TCP, QT_TR_NOOP("TCP")},
        {Label::TLS, QT_TR_NOOP("TLS")},
        {Label::TheDownloads, QT_TR_NOOP("The downloads")},
        {Label::TheRounds, QT_TR_NOOP("The rounds")},
        {Label::Throughput, QT_TR_NOOP("Throughput")},
        {Label::ThroughputLower, QT_TR_NOOP("throughput")},
        {Label::Time, QT_TR_NOOP("Time")},
        {Label::TimeRecordedLate, QT_TR_NOOP("Time recorded late")},
        {Label::ToLower, QT_TR_NOOP("to")},
        {Label::Together, QT_TR_NOOP("Together")},
        {Label::TogetherLower, QT_TR_NOOP("together")},
        {Label::Unverified, QT_TR_NOOP("Unverified")},
        {Label::Value, QT_TR_NOOP("Value")},
        {Label::Verdict, QT_TR_NOOP("Verdict")},
        {Label::WarmExplained, QT_TR_NOOP("warm: after an uncounted run")},
        {Label::WhatHappened, QT_TR_NOOP("What happened")},
        {Label::WhatLimitedIt, QT_TR_NOOP("What limited it")},
        {Label::WhatToDo, QT_TR_NOOP("What to do")},
        {Label::WhereTimeWent, QT_TR_NOOP("Where the time went")},
    });
};

consteval bool isInOrder()
{
    for (std::size_t place = 0; place < Words::all.size(); ++place) {
        if (static_cast<std::size_t>(Words::all[place].label) != place)
            return false;
    }
    return true;
}
static_assert(isInOrder());

const char *textOf(Label label)
{
    return Words::all[static_cast<std::size_t>(label)].text;
}

} // namespace

QString label(Label label)
{
    return Words::tr(textOf(label));
}

QString label(Label label, int count)
{
    return Words::tr(textOf(label), nullptr, count);
}

} // namespace lapwing::text
