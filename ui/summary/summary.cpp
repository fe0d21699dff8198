// SPDX-License-Identifier: MIT
#include "summary/summary.h"

#include "measure/compare/completeness.h"
#include "measure/seconds.h"
#include "run/partialrun.h"
#include "summary/advice.h"
#include "summary/explanation.h"
#include "summary/measurecost.h"
#include "summary/statecounts.h"
#include "text/amounts.h"
#include "text/comparison.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lapwing::ui {
namespace {

using measure::Comparison;
using record::Stamp;
using text::asTime;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Summary)
};

Summary::Phase phaseOf(const Situation &situation)
{
    if (situation.measuring)
        return Summary::Phase::Measuring;
    if (situation.running)
        return Summary::Phase::Running;
    return situation.together ? Summary::Phase::Ended : Summary::Phase::NotStarted;
}

/// Of the files that the comparison is about: what failed has no part in it, also while the run goes on.
Stamp comparedTime(const Situation &situation)
{
    return situation.running ? measure::elapsedOfFiles(withoutWaits(*situation.together),
                                                       situation.elapsed, situation.now)
                             : measure::elapsedOfFiles(*situation.together);
}

QString originOf(const measure::Speedup &speedup, Summary::Phase phase)
{
    if (speedup.value)
        return speedup.rounds == 1 ? Words::tr("measured once (±10 %)") : Words::tr("measured");
    if (phase == Summary::Phase::Running)
        return Words::tr("estimated so far");
    return phase == Summary::Phase::Measuring ? Words::tr("estimated, being measured")
                                              : Words::tr("estimated");
}

QString filesOf(const measure::Speedup &speedup)
{
    return speedup.files < speedup.listed
        ? Words::tr("%1 of %2 files")
              .arg(QLocale().toString(speedup.files), QLocale().toString(speedup.listed))
        : QString();
}

void setVerdict(Summary &summary, const measure::Speedup &speedup)
{
    const std::optional<double> low = speedup.value ? speedup.value : speedup.low;
    const std::optional<double> high = speedup.value ? speedup.value : speedup.high;
    if (!speedup.isComparable() || !low || !high)
        return;
    summary.verdict = text::factorText(*low, *high);
    if (summary.phase != Summary::Phase::Running)
        summary.meaning = text::meaningOf(*low, *high);
    QStringList ground{text::senseOf(*low, *high), originOf(speedup, summary.phase),
                       filesOf(speedup)};
    ground.removeAll(QString());
    summary.ground = ground.join(Words::tr(", "));
}

/// Both ends of what one at a time takes, as drawn.
measure::Range spanOf(const Situation &situation, const std::optional<Comparison> &comparison)
{
    if (situation.measuring)
        return {situation.elapsed, situation.elapsed};
    if (!comparison)
        return {};
    const measure::Baseline &baseline = comparison->baseline;
    return baseline.measured ? measure::Range{*baseline.measured, *baseline.measured}
                             : baseline.range.value_or(measure::Range{});
}

QString rangeText(const measure::Range &range)
{
    const QString low = asTime(range.low);
    const QString high = asTime(range.high);
    return low == high ? low : Words::tr("%1 to %2").arg(low, high);
}

QString soFarText(const QString &text)
{
    return Words::tr("%1 so far").arg(text);
}

void setMeasuring(Summary &summary, const Situation &situation)
{
    const auto &tasks = situation.oneAtATime->tasks;
    const auto ended = std::ranges::count_if(tasks, record::isEnd, &record::TaskRecord::state);
    const QString of = Words::tr("%1 of %2")
                           .arg(QLocale().toString(static_cast<qlonglong>(ended)),
                                QLocale().toString(static_cast<qlonglong>(tasks.size())));
    summary.oneAtATime = Words::tr("%1, %2").arg(soFarText(asTime(situation.elapsed)), of);
    summary.baseline = Words::tr("%1, %2").arg(asTime(situation.elapsed), of);
}

void setOneAtATime(Summary &summary, const std::optional<Comparison> &comparison)
{
    summary.oneAtATime = summary.baseline = text::unknown();
    if (!comparison)
        return;
    const measure::Baseline &baseline = comparison->baseline;
    if (baseline.measured) {
        summary.baseline = asTime(baseline.measured);
        summary.oneAtATime = Words::tr("%1 measured").arg(summary.baseline);
    } else if (baseline.range) {
        summary.baseline = rangeText(*baseline.range);
        summary.oneAtATime = Words::tr("%1 estimated").arg(summary.baseline);
    }
}

void setTimes(Summary &summary, const Situation &situation,
              const std::optional<Comparison> &comparison)
{
    summary.together = text::unknown();
    if (situation.together) {
        summary.togetherTime = comparedTime(situation);
        const QString time = asTime(summary.togetherTime);
        summary.together = situation.running ? soFarText(time) : time;
    }
    if (situation.measuring)
        setMeasuring(summary, situation);
    else
        setOneAtATime(summary, comparison);
    const measure::Range span = spanOf(situation, comparison);
    summary.low = span.low;
    summary.high = span.high;
    summary.measured = situation.measuring
        || (comparison && comparison->baseline.kind == measure::Baseline::Kind::Measured);
}

/// The bytes of the files, and their rate over the time that is shown beside them; while it runs, of what is to be files.
QString amountOf(const Situation &situation, Stamp time)
{
    if (!situation.together)
        return {};
    const record::Run &run = *situation.together;
    const qint64 bytes = situation.running ? measure::bytesOfFilesSoFar(withoutWaits(run))
                                           : measure::bytesOfFiles(run);
    const std::optional<double> rate = measure::meanRate(bytes, time);
    return rate ? Words::tr("%1, %2").arg(text::asBytes(bytes), text::asRate(rate))
                : text::asBytes(bytes);
}

/// Two runs are told side by side.
void tellRuns(Summary &summary)
{
    const QString told =
        Words::tr("This is the list’s run; the timeline shows the one file tried after it.");
    summary.reason = (told + u' ' + summary.reason).trimmed();
}

QString spokenOf(const Summary &summary)
{
    QStringList parts{summary.meaning,
                      summary.verdict,
                      summary.ground,
                      Words::tr("together %1").arg(summary.together),
                      Words::tr("one at a time %1").arg(summary.oneAtATime),
                      summary.counts,
                      summary.amount,
                      summary.reason};
    parts.removeAll(QString());
    QString spoken = parts.join(Words::tr(", "));
    spoken.replace(0, 1, spoken.front().toUpper());
    return spoken;
}

} // namespace

std::optional<Comparison> comparisonOf(const Situation &situation)
{
    if (!situation.together)
        return std::nullopt;
    if (situation.running) {
        record::Run cut = soFar(withoutWaits(*situation.together), situation.now);
        cut.facts.elapsed = comparedTime(situation);
        return measure::compareWithEstimate(cut);
    }
    if (situation.tried && !situation.measuring) {
        const Comparison comparison = measure::compare(*situation.together, *situation.tried);
        if (comparison.speedup.isComparable())
            return comparison;
    }
    if (situation.oneAtATime && !situation.measuring)
        return measure::compare(*situation.together, *situation.oneAtATime);
    std::optional<Comparison> estimate = measure::compareWithEstimate(*situation.together);
    const auto gap = estimate ? estimate->speedup.gap : std::nullopt;
    if (gap && gap->kind == measure::Gap::Kind::Unfinished)
        estimate->baseline.range.reset();
    return estimate;
}

Summary summarise(const Situation &situation)
{
    const std::optional<Comparison> comparison = comparisonOf(situation);
    Summary summary;
    summary.phase = phaseOf(situation);
    summary.isBeforeLast = situation.isBeforeLast;
    setTimes(summary, situation, comparison);
    const bool hasJustBegun =
        situation.running && situation.together && summary.togetherTime < measure::minComparedTime;
    if (comparison && !hasJustBegun && !situation.followsOn)
        setVerdict(summary, comparison->speedup);
    if (!hasJustBegun)
        advise(summary, situation, comparison);
    if (situation.isBeforeLast)
        tellRuns(summary);
    summary.measureCost = measureCostOf(situation, comparison);
    summary.listBytes = bytesOfList(situation);
    summary.counts = countsOf({situation.totals, situation.notStarted});
    summary.amount = amountOf(situation, summary.togetherTime);
    summary.explanation = explanationOf(situation, comparison);
    summary.spoken = spokenOf(summary);
    return summary;
}

} // namespace lapwing::ui
