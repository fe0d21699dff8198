// SPDX-License-Identifier: MIT
#include "report/text/trialtext.h"

#include "measure/compare/completeness.h"
#include "measure/compare/rounds.h"
#include "measure/seconds.h"
#include "measure/statistics.h"
#include "report/selectedruns.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"
#include "text/displaywidth.h"
#include "text/failure.h"
#include "text/labels.h"
#include "text/runword.h"
#include "text/sweep.h"
#include "text/trial.h"
#include "text/verdict.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using measure::Comparison;
using measure::Sweep;
using measure::SweepPoint;

constexpr qsizetype maxNamed = 5; ///< links that failed

QString inPercent(double share)
{
    return text::caption(Caption::Percent).arg(QLocale().toString(share * 100, 'f', 1));
}

/// "4.58 to 5.12 with 96.9 %"
QString intervalOf(const measure::Speedup &speedup)
{
    if (!speedup.low || !speedup.high || !speedup.level)
        return {};
    return text::caption(Caption::RangeWithLevel)
        .arg(text::asRatio(*speedup.low), text::asRatio(*speedup.high), inPercent(*speedup.level));
}

QString resultOf(const Document &document)
{
    const QString stopped = text::whyStopped(document.trial.kind, document.trial.stopped);
    if (!document.comparison)
        return stopped.isEmpty() ? text::caption(Caption::NothingCompared)
                                 : text::caption(Caption::NotComparableBecause).arg(stopped);
    const measure::Speedup &speedup = document.comparison->speedup;
    if (!speedup.isComparable())
        return text::caption(Caption::NotComparableBecause).arg(text::reasonOf(speedup));
    if (document.trial.kind == Trial::Kind::Get)
        return text::speedupSentence(speedup);
    QStringList facts{intervalOf(speedup), text::caption(Caption::RoundCount, speedup.rounds),
                      text::temperatureWord(document.trial.temperature)};
    facts.removeAll(QString());
    return text::caption(Caption::WithNote)
        .arg(text::speedupSentence(speedup), facts.join(QStringLiteral(", ")));
}

QString roundsOf(const measure::Speedup &speedup)
{
    QStringList ratios;
    for (std::size_t round = 0; round < speedup.ratios.size(); ++round) {
        const bool isFar = std::ranges::count(speedup.outliers, static_cast<int>(round) + 1) > 0;
        ratios << text::asRatio(speedup.ratios[round]) + (isFar ? QStringLiteral("!") : QString());
    }
    const QString line = text::caption(Caption::EachRound).arg(ratios.join(QStringLiteral(", ")));
    return speedup.outliers.empty() ? line : line + u' ' + text::caption(Caption::OutliersMarked);
}

/// How good the range was that would have been told without a measurement.
QString estimateOf(const Document &document)
{
    if (!document.estimate || !document.comparison || !document.estimate->speedup.low)
        return {};
    const auto error = measure::errorOf(*document.estimate, *document.comparison);
    if (!error)
        return {};
    const QString range = text::caption(Caption::EstimateWas)
                              .arg(text::factorText(*document.estimate->speedup.low,
                                                    *document.estimate->speedup.high));
    return range
        + (*error <= 1 ? text::caption(Caption::MeasurementWithin)
                       : text::caption(Caption::OffBy).arg(inPercent(*error - 1)));
}

/// Of all rounds, as that of one at a time is.
std::optional<record::Stamp> medianTogether(const Document &document)
{
    std::vector<double> times;
    for (const measure::Round &round : measure::roundsOf(document.runs))
        times.push_back(measure::seconds(measure::elapsedOfFiles(*round.together)));
    if (times.empty())
        return std::nullopt;
    return measure::stampOf(measure::median(std::move(times)));
}

QStringList comparisonLines(const Document &document, Tables tables)
{
    QStringList lines{resultOf(document)};
    lines << stopLines(document);
    if (!document.comparison || !document.comparison->speedup.isComparable())
        return lines;
    const Comparison &comparison = *document.comparison;
    if (const std::optional<record::Stamp> together = medianTogether(document);
        together && comparison.baseline.measured)
        lines << text::caption(Caption::MediansMeasured)
                     .arg(text::asTime(*together), text::asTime(*comparison.baseline.measured));
    if (tables == Tables::Written && comparison.speedup.ratios.size() > 1)
        lines << roundsOf(comparison.speedup);
    return lines << text::reasonOf(comparison.speedup) << estimateOf(document);
}

constexpr std::array<qsizetype, 7> columnWidths{8, 10, 9, 9, 8, 10, 12};

QString inColumns(const std::array<QString, columnWidths.size()> &cells)
{
    QStringList row;
    for (std::size_t place = 0; place < cells.size(); ++place)
        row << text::rightAligned(cells[place], columnWidths[place]);
    return row.join(u' ');
}

QString rowOf(const SweepPoint &point, bool isRecommended)
{
    const auto orDash = [](const std::optional<double> &value) {
        return value ? QLocale().toString(*value, 'f', 2) : text::unknown();
    };
    const QString row =
        inColumns({QString::number(point.atOnce), text::asSeconds(point.elapsed),
                   text::asSeconds(point.low), text::asSeconds(point.high), orDash(point.speedup),
                   orDash(point.efficiency), text::asRate(point.throughput)});
    return isRecommended ? row + QStringLiteral("  <-") : row;
}

QStringList tableOf(const Sweep &sweep)
{
    QStringList lines{
        inColumns({text::label(Label::AtOnceLower), text::label(Label::ElapsedLower),
                   text::label(Label::FromLower), text::label(Label::ToLower),
                   text::label(Label::SpeedUpLower), text::label(Label::EfficiencyLower),
                   text::label(Label::ThroughputLower)})};
    for (const SweepPoint &point : sweep.points)
        lines << rowOf(point, point.atOnce == sweep.recommended);
    return lines;
}

QStringList secondOpinions(const Sweep &sweep)
{
    QStringList lines;
    if (sweep.knee)
        lines << text::caption(Caption::KneeByKneedle).arg(*sweep.knee);
    if (sweep.law)
        lines << text::caption(Caption::GunthersLaw)
                     .arg(QLocale().toString(sweep.law->sigma, 'g', 2),
                          QLocale().toString(sweep.law->kappa, 'g', 2));
    if (sweep.critical)
        lines << text::caption(Caption::OneFileBounds)
                     .arg(sweep.critical->name,
                          text::asTime(measure::stampOf(sweep.critical->seconds)),
                          text::boundText(*sweep.critical));
    if (sweep.bookkeepingError)
        lines << text::caption(Caption::LittlesLawCheck).arg(inPercent(*sweep.bookkeepingError));
    if (sweep.isTooShortToCheck)
        lines << text::caption(Caption::LittlesLawTooShort);
    return lines;
}

QStringList sweepLines(const Document &document, Tables tables)
{
    const Sweep &sweep = *document.sweep;
    QStringList lines{sweep.recommended
                          ? text::caption(Caption::RecommendedForServers, *sweep.recommended)
                          : text::noRecommendation(sweep)};
    lines << text::groundsOf(sweep);
    if (tables == Tables::Written && !sweep.points.empty())
        lines << tableOf(sweep);
    const bool isThin = std::ranges::any_of(
        sweep.points, [](const SweepPoint &point) { return point.level < 0.95; });
    if (isThin)
        lines << text::caption(Caption::FewRoundsExplained);
    return lines << text::limitMet(sweep) << text::whyStopped(sweep) << secondOpinions(sweep);
}

QString probeLine(const record::Probe &probe)
{
    if (probe.failure)
        return text::caption(Caption::ProbeFailed).arg(probe.host, text::sentence(*probe.failure));
    return text::caption(Caption::ProbeTimes)
        .arg(probe.host, probe.address, text::asTime(probe.lookUp), text::asTime(probe.tcp),
             text::asTime(probe.tls));
}

} // namespace

QStringList stopLines(const Document &document)
{
    const std::optional<record::Stop> &stop = document.trial.stopped;
    if (document.sweep || !stop || document.runs.empty())
        return {};
    QStringList lines;
    if (document.comparison) // else it is the result
        lines << text::whyStopped(document.trial.kind, stop);
    qsizetype failed = 0;
    const record::Run &last = document.runs.back();
    for (const record::TaskRecord &task : last.tasks) {
        if (task.failure && measure::isLeftOut(task, last.facts) && ++failed <= maxNamed)
            lines << text::caption(Caption::NameAndValue)
                         .arg(task.name, text::sentence(*task.failure));
    }
    if (failed > maxNamed)
        lines << text::caption(Caption::AndMore).arg(failed - maxNamed);
    return lines;
}

QString leftOutLine(const Document &document)
{
    if (document.runs.empty() || document.runs.front().facts.stopped)
        return {};
    QStringList names;
    for (const record::TaskRecord &task : document.runs.front().tasks) {
        if (measure::isLeftOut(task, document.runs.front().facts))
            names << task.name;
    }
    if (names.isEmpty())
        return {};
    const qsizetype more = names.size() - maxNamed;
    const QString named = names.mid(0, maxNamed).join(QStringLiteral(", "));
    return more > 0 ? text::caption(Caption::LeftOutAndMore)
                          .arg(named, QLocale().toString(static_cast<qlonglong>(more)))
                    : text::caption(Caption::LeftOut).arg(named);
}

QStringList textSummary(const Document &document, Tables tables)
{
    QStringList lines =
        document.sweep ? sweepLines(document, tables) : comparisonLines(document, tables);
    const record::Run *together = runsToDraw(document).together;
    const measure::Verdict *verdict = verdictOn(document, together);
    if (!document.sweep && verdict != nullptr)
        lines << text::sentences(*verdict, *together);
    lines << leftOutLine(document);
    for (const record::Probe &probe : document.probes)
        lines << probeLine(probe);
    lines.removeAll(QString());
    return lines;
}

} // namespace lapwing::report
