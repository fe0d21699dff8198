// SPDX-License-Identifier: MIT
#include "text/sweep.h"

#include "measure/compare/comparison.h"
#include "measure/seconds.h"
#include "text/amounts.h"
#include "text/comparison.h"
#include "text/trial.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::text {
namespace {

using measure::CriticalTask;
using measure::Gap;
using measure::NoDifference;
using measure::OwnLimit;
using measure::Plateau;
using measure::Sweep;
using measure::SweepPoint;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Sweep)
};

SweepPoint pointAt(const Sweep &sweep, int atOnce)
{
    const auto found = std::ranges::find(sweep.points, atOnce, &SweepPoint::atOnce);
    return found == sweep.points.end() ? SweepPoint() : *found;
}

QString figuresOf(const Sweep &sweep, int atOnce)
{
    const SweepPoint point = pointAt(sweep, atOnce);
    const QString time = asSeconds(point.elapsed);
    return point.throughput > 0 ? Words::tr("%1, %2").arg(time, asRate(point.throughput)) : time;
}

QString choice(const Sweep &sweep, int chosen)
{
    const int fastest = sweep.fastest.value_or(chosen);
    const QString figures = figuresOf(sweep, chosen);
    if (chosen != fastest) {
        const QString both = sweep.isWithinNoise
            ? Words::tr("%1 at a time is enough: %2. The fastest, %3 at a time, reached %4, but "
                        "that may be chance.")
            : Words::tr("%1 at a time is enough: %2. The fastest, %3 at a time, reached %4.");
        return both.arg(QString::number(chosen), figures, QString::number(fastest),
                        figuresOf(sweep, fastest));
    }
    const QString sentence =
        Words::tr("%1 at a time was the fastest: %2.").arg(QString::number(chosen), figures);
    return sweep.mayBeExceeded
        ? sentence + u' ' + Words::tr("Higher numbers were not tried and may be faster still.")
        : sentence;
}

/// "7.81 to 8.07", or one figure where both read alike.
QString rangeOf(const QString &low, const QString &high)
{
    return low == high ? high : Words::tr("%1 to %2").arg(low, high);
}

QString sentenceOf(const NoDifference &numbers)
{
    const QString took = rangeOf(asSeconds(numbers.low), asSeconds(numbers.high));
    return (numbers.reason == NoDifference::Reason::ShortRuns
                ? Words::tr("The runs are too short (%1): measure a longer list, or more rounds.")
                : Words::tr("The runs vary too much (%1): measure more rounds, or a longer list."))
        .arg(took);
}

/// A number at once is held against the whole sweep, not against one other run.
QString sentenceOf(const Gap &gap)
{
    if (gap.kind == Gap::Kind::OtherList)
        return Words::tr("It did not download the same list.");
    if (gap.kind == Gap::Kind::OtherSizes)
        return Words::tr("%1 of %n downloads had a different size.", nullptr, gap.all)
            .arg(gap.count);
    return sentence(gap);
}

QStringList reservations(const Sweep &sweep)
{
    QStringList parts;
    if (sweep.throttledFrom)
        parts << Words::tr("With %1 at a time the server reported too many requests (%2 "
                           "responses): this number and higher ones are not recommended.")
                     .arg(*sweep.throttledFrom)
                     .arg(pointAt(sweep, *sweep.throttledFrom).throttled);
    for (const SweepPoint &point : sweep.points) {
        if (point.gap)
            parts << Words::tr("%1 at a time does not count: %2")
                         .arg(QString::number(point.atOnce), sentenceOf(*point.gap));
    }
    const double shortest = measure::seconds(measure::minComparedTime);
    const double taken = sweep.recommended ? pointAt(sweep, *sweep.recommended).elapsed : shortest;
    if (taken < shortest)
        parts
            << Words::tr(
                   "The runs with this number are short (%1): a longer list gives a surer answer.")
                   .arg(asSeconds(taken));
    if (sweep.fewRounds)
        parts << Words::tr("Rounds for each number: %1; six are needed for 95 % intervals.")
                     .arg(*sweep.fewRounds);
    return parts;
}

QString bottleneck(const CriticalTask &critical)
{
    return Words::tr(
               "One file is the bottleneck: %1 alone takes %2, so the speed-up cannot exceed %3×.")
        .arg(critical.name, asSeconds(critical.seconds), boundText(critical));
}

/// Empty: the reason is unknown.
QString causeOf(const Plateau &plateau)
{
    const QString before = asSeconds(plateau.before);
    const QString after = asSeconds(plateau.after);
    switch (plateau.kind) {
    case Plateau::Kind::ServerAllows:
        return Words::tr("The server responds to no more than %1 at a time: with more, each waits "
                         "longer for its response (%2 instead of %3).")
            .arg(QString::number(plateau.atOnce), after, before);
    case Plateau::Kind::ServerIsBusy:
        return Words::tr(
                   "The server is at its limit: with more, each waits longer for its response "
                   "(%1 instead of %2).")
            .arg(after, before);
    case Plateau::Kind::Bandwidth:
        return Words::
            tr("The bandwidth is used up: with more, each file takes longer (%1 instead of %2).")
                .arg(after, before);
    case Plateau::Kind::OneFile:
        return Words::tr("No run is shorter than its longest file.");
    case Plateau::Kind::Unexplained:
        return {};
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const OwnLimit &limit)
{
    switch (limit.kind) {
    case OwnLimit::Kind::Files:
        return Words::tr("The list has only %1 files, so no more than that ever ran at a time.")
            .arg(limit.reached);
    case OwnLimit::Kind::PerHost:
        return Words::tr("The limit per host was reached: %1 at a time.").arg(limit.reached);
    case OwnLimit::Kind::ShortFiles:
        return Words::tr("With %1 allowed, no more than %2 were ever active: files finish before "
                         "others start.")
            .arg(limit.allowed)
            .arg(limit.reached);
    }
    Q_UNREACHABLE();
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

QString noRecommendation(const Sweep &sweep)
{
    if (sweep.noDifference)
        return Words::tr("No difference between these numbers could be measured.");
    return Words::tr("No number of simultaneous downloads can be recommended.");
}

QString whyRecommended(const Sweep &sweep)
{
    const QString grounds = groundsOf(sweep);
    return sweep.recommended || sweep.points.empty() ? grounds
                                                     : joined({noRecommendation(sweep), grounds});
}

QString groundsOf(const Sweep &sweep)
{
    if (sweep.points.empty())
        return Words::tr("There was no parallel run.");
    QStringList parts;
    if (sweep.recommended)
        parts << choice(sweep, *sweep.recommended);
    if (sweep.noDifference)
        parts << sentenceOf(*sweep.noDifference);
    parts << reservations(sweep);
    if (sweep.recommended && sweep.critical && sweep.critical->isMet)
        parts << bottleneck(*sweep.critical);
    return joined(parts);
}

QString limitMet(const Sweep &sweep)
{
    QStringList parts;
    if (sweep.plateau)
        parts << Words::tr("Throughput stops growing at %1 at a time.").arg(sweep.plateau->atOnce)
              << causeOf(*sweep.plateau);
    if (sweep.ownLimit)
        parts << sentenceOf(*sweep.ownLimit);
    return joined(parts);
}

QString whyStopped(const Sweep &sweep)
{
    return whyStopped(record::Trial::Kind::Sweep, sweep.stopped);
}

QString boundText(const CriticalTask &critical)
{
    return rangeOf(asRatio(critical.low), asRatio(critical.high));
}

} // namespace lapwing::text
