// SPDX-License-Identifier: MIT
#include "summary/summary.h"

#include "measure/compare/comparison.h"
#include "measure/compare/completeness.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "run/partialrun.h"
#include "text/amounts.h"
#include "text/comparison.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {
namespace {

using record::Stamp;
using record::TaskState;
using text::asBytes;
using text::asFactor;
using text::asTime;
using text::unknown;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Summary)
};

/// Below this a stopwatch says more about itself than about the list.
constexpr Stamp shortest = std::chrono::milliseconds(500);

Stamp elapsedOf(const Situation &situation)
{
    return situation.running ? situation.elapsed : situation.together->facts.elapsed;
}

/// Of the files that the comparison is about.
Stamp comparedTime(const Situation &situation)
{
    return situation.running ? situation.elapsed : measure::elapsedOfFiles(*situation.together);
}

std::optional<measure::Comparison> comparisonOf(const Situation &situation)
{
    if (!situation.together)
        return std::nullopt;
    if (situation.running) {
        record::Run cut = soFar(*situation.together, situation.now);
        cut.facts.elapsed = situation.elapsed;
        return measure::compareWithEstimate(cut);
    }
    if (situation.oneAtATime && !situation.measuring)
        return measure::compare(*situation.together, *situation.oneAtATime);
    return measure::compareWithEstimate(*situation.together);
}

QString factorWords(double low, double high)
{
    const auto tenths = [](double times) { return std::lround(times * 10); };
    const QString figure = tenths(low) == tenths(high)
        ? asFactor(low)
        : Words::tr("%1 to %2").arg(asFactor(low), asFactor(high));
    if (tenths(low) > 10)
        return Words::tr("%1× as fast").arg(figure);
    if (tenths(high) < 10)
        return Words::tr("%1× (slower)").arg(figure);
    return tenths(low) == tenths(high) ? Words::tr("%1× (no difference)").arg(figure)
                                       : Words::tr("%1× as fast").arg(figure);
}

QString verdictOf(const measure::Speedup &speedup)
{
    if (!speedup.isComparable())
        return Words::tr("not comparable");
    if (speedup.value)
        return factorWords(*speedup.value, *speedup.value);
    if (speedup.low && speedup.high)
        return Words::tr("%1, estimated").arg(factorWords(*speedup.low, *speedup.high));
    return {};
}

QString rangeText(const measure::Range &range)
{
    const QString low = asTime(range.low);
    const QString high = asTime(range.high);
    return low == high ? Words::tr("%1 estimated").arg(low)
                       : Words::tr("%1 to %2 estimated").arg(low, high);
}

QString soFarText(const QString &text)
{
    return Words::tr("%1 so far").arg(text);
}

/// Both ends of what one at a time takes, as drawn.
measure::Range spanOf(const Situation &situation,
                      const std::optional<measure::Comparison> &comparison)
{
    if (situation.measuring)
        return {situation.elapsed, situation.elapsed};
    if (!comparison)
        return {};
    const measure::Baseline &baseline = comparison->baseline;
    return baseline.measured ? measure::Range{*baseline.measured, *baseline.measured}
                             : baseline.range.value_or(measure::Range{});
}

/// While measuring the scale is already that of the estimate, so that the bars do not shrink as they grow.
Stamp scaleOf(const Situation &situation, const measure::Range &span,
              const std::optional<measure::Comparison> &comparison)
{
    Stamp scale = std::max(comparedTime(situation), span.high);
    if (comparison && comparison->baseline.range)
        scale = std::max(scale, comparison->baseline.range->high);
    return scale;
}

void setBars(Summary &summary, const Situation &situation,
             const std::optional<measure::Comparison> &comparison)
{
    const measure::Range span = spanOf(situation, comparison);
    const double scale = measure::seconds(scaleOf(situation, span, comparison));
    summary.measured = situation.measuring
        || (comparison && comparison->baseline.kind == measure::Baseline::Kind::Measured);
    if (scale <= 0)
        return;
    summary.togetherShare = measure::seconds(comparedTime(situation)) / scale;
    summary.lowShare = measure::seconds(span.low) / scale;
    summary.highShare = measure::seconds(span.high) / scale;
}

QString measuringText(const Situation &situation)
{
    const auto &tasks = situation.oneAtATime->tasks;
    const auto ended = std::ranges::count_if(tasks, record::isEnd, &record::TaskRecord::state);
    return Words::tr("%1 so far, %2 of %3")
        .arg(asTime(situation.elapsed), QLocale().toString(static_cast<qlonglong>(ended)),
             QLocale().toString(static_cast<qlonglong>(tasks.size())));
}

QString oneAtATimeText(const Situation &situation,
                       const std::optional<measure::Comparison> &comparison)
{
    if (situation.measuring)
        return measuringText(situation);
    if (!comparison)
        return unknown();
    const measure::Baseline &baseline = comparison->baseline;
    if (baseline.measured)
        return Words::tr("%1 measured").arg(asTime(baseline.measured));
    return baseline.range ? rangeText(*baseline.range) : unknown();
}

void setVerdict(Summary &summary, const Situation &situation,
                const std::optional<measure::Comparison> &comparison)
{
    if (!comparison) {
        summary.reason = situation.together && !situation.running
            ? Words::tr("No files were downloaded, so there is nothing to compare.")
            : QString();
        return;
    }
    const bool tooShort = elapsedOf(situation) < shortest;
    if (tooShort && comparison->speedup.isComparable()) {
        summary.reason = situation.running
            ? QString()
            : Words::tr("The run was too short to compare (under 0.5 s).");
        return;
    }
    summary.verdict = verdictOf(comparison->speedup);
    if (situation.running)
        summary.verdict = soFarText(summary.verdict);
    const measure::Speedup &speedup = comparison->speedup;
    if (!speedup.isComparable())
        summary.reason = text::reasonOf(speedup);
    else if (!situation.running)
        summary.reason = text::caveatOf(speedup);
}

QString countsOf(const record::Totals &totals)
{
    const auto say = [](const QString &text, int count) {
        return text.arg(QLocale().toString(count));
    };
    QStringList parts{say(Words::tr("%1 done"), totals.in(TaskState::Done))};
    if (const int unverified = totals.in(TaskState::Unverified)-totals.skipped)
        parts << say(Words::tr("%1 unverified"), unverified);
    if (totals.skipped > 0)
        parts << say(Words::tr("%1 skipped"), totals.skipped);
    parts << say(Words::tr("%1 failed"), totals.in(TaskState::Failed));
    if (const int stopped = totals.in(TaskState::Cancelled))
        parts << say(Words::tr("%1 cancelled"), stopped);
    if (const int paused = totals.in(TaskState::Paused))
        parts << say(Words::tr("%1 paused"), paused);
    if (const int retrying = totals.in(TaskState::Retrying))
        parts << say(Words::tr("%1 retrying"), retrying);
    parts << say(Words::tr("%1 running"), totals.running())
          << say(Words::tr("%1 queued"), totals.in(TaskState::Queued));
    return parts.join(Words::tr(", "));
}

/// The bytes of the last run and their rate over its elapsed time.
QString amountOf(const Situation &situation)
{
    if (!situation.together)
        return {};
    const qint64 bytes = measure::bytesOf(*situation.together);
    const std::optional<double> rate = measure::meanRate(bytes, elapsedOf(situation));
    return rate ? Words::tr("%1, %2").arg(asBytes(bytes), text::asRate(rate)) : asBytes(bytes);
}

QString explanationOf(const Situation &situation,
                      const std::optional<measure::Comparison> &comparison)
{
    QStringList parts{
        Words::tr("“Together” is the time during which at least one download was active.")};
    if (!comparison)
        parts << Words::tr("“One at a time” is first estimated from that run as a range; its "
                           "limits are explained here.");
    else if (situation.running)
        parts << Words::tr("So far: what has been received, compared with the time elapsed.");
    if (comparison)
        parts << text::reasonOf(comparison->speedup);
    if (situation.together && asTime(comparedTime(situation)) != asTime(elapsedOf(situation)))
        parts << Words::tr("Including failed downloads, the run took %1.")
                     .arg(asTime(elapsedOf(situation)));
    if (comparison && comparison->baseline.range && !comparison->speedup.isComparable())
        parts << text::rangeExplanation();
    if (comparison && comparison->baseline.measured)
        parts << Words::tr("Measured: the same files were downloaded again, one at a time, with "
                           "all other settings unchanged.");
    else
        parts << Words::tr("Measure downloads the same list again, one file at a time, and "
                           "replaces the estimate with the true time.");
    if (situation.totals.in(TaskState::Unverified) > situation.totals.skipped)
        parts << Words::tr("Unverified: the download ended without an error, but the server "
                           "provided no length or checksum to verify it.");
    if (situation.totals.skipped > 0)
        parts << Words::tr("Skipped: a file of that name existed, and you chose to keep it.");
    return parts.join(u'\n');
}

QString spokenOf(const Summary &summary)
{
    QStringList parts{Words::tr("Together %1").arg(summary.together),
                      Words::tr("one at a time %1").arg(summary.oneAtATime)};
    for (const QString &part : {summary.verdict, summary.reason, summary.counts, summary.amount}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(Words::tr(", "));
}

} // namespace

Summary summarise(const Situation &situation)
{
    const std::optional<measure::Comparison> comparison = comparisonOf(situation);
    Summary summary;
    summary.together = unknown();
    if (situation.together) {
        const QString time = asTime(comparedTime(situation));
        summary.together = situation.running ? soFarText(time) : time;
        setBars(summary, situation, comparison);
    }
    summary.oneAtATime = oneAtATimeText(situation, comparison);
    setVerdict(summary, situation, comparison);
    summary.counts = countsOf(situation.totals);
    summary.amount = amountOf(situation);
    summary.explanation = explanationOf(situation, comparison);
    summary.spoken = spokenOf(summary);
    return summary;
}

} // namespace lapwing::ui
