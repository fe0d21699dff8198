// SPDX-License-Identifier: MIT
#include "text/comparison.h"

#include "measure/compare/completeness.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lapwing::text {
namespace {

using measure::Baseline;
using measure::Gap;
using measure::Speedup;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Comparison)
};

// Of sentences with two counts the noun is that of the larger; no verb in them depends on the other.

/// What was there from an earlier run took no time in this one.
QString onDiskBefore(const Gap &gap)
{
    return gap.mode == plan::Mode::Together
        ? Words::tr("%1 of %n files had been fully or partly on disk before the parallel run.",
                    nullptr, gap.all)
        : Words::tr("%1 of %n files had been fully or partly on disk before the one-at-a-time run.",
                    nullptr, gap.all);
}

QString failed(const Gap &gap)
{
    return gap.mode == plan::Mode::Together
        ? Words::tr("%1 of %n downloads failed in the parallel run.", nullptr, gap.all)
        : Words::tr("%1 of %n downloads failed in the one-at-a-time run.", nullptr, gap.all);
}

QString unfinished(const Gap &gap)
{
    return gap.mode == plan::Mode::Together
        ? Words::tr("%1 of %n downloads did not finish in the parallel run.", nullptr, gap.all)
        : Words::tr("%1 of %n downloads did not finish in the one-at-a-time run.", nullptr,
                    gap.all);
}

QString otherList(const Gap &gap)
{
    if (gap.against > 0)
        return Words::tr("Rounds %1 and %2 did not download the same list.")
            .arg(gap.against)
            .arg(gap.round);
    return Words::tr("The two runs did not download the same list.");
}

QString otherSizes(const Gap &gap)
{
    if (gap.against > 0)
        return Words::tr("%1 of %n downloads had a different size in round %2 than in round %3.",
                         nullptr, gap.all)
            .arg(gap.count)
            .arg(gap.round)
            .arg(gap.against);
    return Words::tr("%1 of %n downloads had a different size the second time.", nullptr, gap.all)
        .arg(gap.count);
}

QString withoutRound(const Gap &gap)
{
    switch (gap.kind) {
    case Gap::Kind::OnDiskBefore:
        return onDiskBefore(gap).arg(gap.count);
    case Gap::Kind::Failed:
        return failed(gap).arg(gap.count);
    case Gap::Kind::Unfinished:
        return unfinished(gap).arg(gap.count);
    case Gap::Kind::TooShort:
        return Words::tr("The files arrived too quickly to compare (in under 0.5 s).");
    case Gap::Kind::OtherList:
        return otherList(gap);
    case Gap::Kind::OtherSizes:
        return otherSizes(gap);
    }
    Q_UNREACHABLE();
}

bool hasFigure(const Speedup &speedup)
{
    return !speedup.gap && (speedup.value || (speedup.low && speedup.high));
}

/// What will be read.
long tenths(double times)
{
    return std::lround(times * 10);
}

enum class Sense { Faster, Slower, Same };

Sense senseOf(double value)
{
    if (tenths(value) > 10)
        return Sense::Faster;
    return tenths(value) < 10 ? Sense::Slower : Sense::Same;
}

QString measuredSentence(double value)
{
    switch (senseOf(value)) {
    case Sense::Faster:
        return Words::tr("Together was %1× as fast (measured).").arg(asFactor(value));
    case Sense::Slower:
        return Words::tr("Together was slower: %1× as fast (measured).").arg(asFactor(value));
    case Sense::Same:
        return Words::tr("Together was no faster: %1× as fast (measured).").arg(asFactor(value));
    }
    Q_UNREACHABLE();
}

QString measuredHeadline(double value)
{
    switch (senseOf(value)) {
    case Sense::Faster:
        return Words::tr("Together was %1× as fast as one at a time.").arg(asFactor(value));
    case Sense::Slower:
        return Words::tr("Together was slower: %1× as fast as one at a time.").arg(asFactor(value));
    case Sense::Same:
        return Words::tr("Together was no faster than one at a time.");
    }
    Q_UNREACHABLE();
}

QString notComparable()
{
    return Words::tr("Together and one at a time are not comparable.");
}

QString withCaveat(const QString &result, const Speedup &speedup)
{
    return (result + u' ' + caveatOf(speedup)).trimmed();
}

/// Caches may have made the second faster.
QString orderOfPair(const Speedup &speedup)
{
    return speedup.togetherFirst
        ? Words::tr("The list ran once each way, first together, then one at a time: caches may "
                    "have been warm the second time.")
        : Words::tr("The list ran once each way, first one at a time, then together: caches may "
                    "have been warm the second time.");
}

QString howEstimated(const Speedup &speedup)
{
    if (speedup.isOfOneFile())
        return Words::tr("There is one file: together and one at a time are the same.");
    if (!speedup.heldOff)
        return rangeExplanation();
    return rangeExplanation() + u' '
        + Words::tr("A server asked Lapwing to wait for a while. That time counts toward the high "
                    "end only: the server might not ask when files are requested one at a time.");
}

/// What the figure stands on.
QString groundOf(const Speedup &speedup)
{
    if (!speedup.level || !speedup.low || !speedup.high)
        return Words::tr("Median of %n rounds; six are needed for a 95 % interval.", nullptr,
                         speedup.rounds);
    QString ground = Words::tr("Median of %n rounds; the interval from %1 to %2 covers the true "
                               "figure with %3 % confidence.",
                               nullptr, speedup.rounds)
                         .arg(asRatio(*speedup.low), asRatio(*speedup.high),
                              QLocale().toString(*speedup.level * 100, 'f', 1));
    if (*speedup.low <= 1 && *speedup.high >= 1)
        ground += u' ' + Words::tr("The interval includes 1: neither way is proven faster.");
    return ground;
}

/// A slow-down is said before anything else; it is one where the figure that is told says so.
QString aboutRounds(const Speedup &speedup)
{
    QStringList parts;
    if (senseOf(*speedup.value) == Sense::Slower)
        parts << Words::tr("Together was slower: %1× as fast.").arg(asRatio(*speedup.value));
    parts << groundOf(speedup);
    QStringList outliers;
    for (const int round : speedup.outliers)
        outliers << QLocale().toString(round);
    if (!outliers.isEmpty())
        parts << Words::tr("Outlier, still counted: round %1.")
                     .arg(outliers.join(QStringLiteral(", ")));
    return parts.join(u' ');
}

/// Else it rounds to nothing: an estimate that is no more than a bound.
bool hasLowEnd(double low)
{
    return tenths(low) > 0;
}

QString estimatedSentence(double low, double high)
{
    if (!hasLowEnd(low))
        return Words::tr("Together was up to %1× as fast (estimated).").arg(asFactor(high));
    return tenths(low) == tenths(high)
        ? Words::tr("Together was %1× as fast (estimated).").arg(asFactor(high))
        : Words::tr("Together was between %1 and %2× as fast (estimated).")
              .arg(asFactor(low), asFactor(high));
}

QString estimatedHeadline(double low, double high)
{
    if (!hasLowEnd(low))
        return Words::tr("Together was up to %1× as fast as one at a time (estimated).")
            .arg(asFactor(high));
    return tenths(low) == tenths(high)
        ? Words::tr("Together was %1× as fast as one at a time (estimated).").arg(asFactor(high))
        : Words::tr("Together was %1 to %2× as fast as one at a time (estimated).")
              .arg(asFactor(low), asFactor(high));
}

} // namespace

QString sentence(const Gap &gap)
{
    const QString reason = withoutRound(gap);
    const bool isWithinRound = gap.round > 0 && gap.against == 0;
    return isWithinRound ? Words::tr("Round %1: %2").arg(gap.round).arg(reason) : reason;
}

QString speedupSentence(const Speedup &speedup)
{
    if (speedup.gap)
        return notComparable();
    if (!hasFigure(speedup))
        return {};
    if (speedup.value)
        return withCaveat(measuredSentence(*speedup.value), speedup);
    if (speedup.isOfOneFile())
        return withCaveat(Words::tr("Together was no faster than one at a time."), speedup);
    return withCaveat(estimatedSentence(*speedup.low, *speedup.high), speedup);
}

QString speedupHeadline(const Speedup &speedup)
{
    if (speedup.gap)
        return notComparable();
    if (!hasFigure(speedup))
        return {};
    if (speedup.value)
        return withCaveat(measuredHeadline(*speedup.value), speedup);
    if (speedup.isOfOneFile())
        return withCaveat(Words::tr("Together was no faster than one at a time."), speedup);
    return withCaveat(estimatedHeadline(*speedup.low, *speedup.high), speedup);
}

QString caveatOf(const Speedup &speedup)
{
    QStringList caveats;
    if (speedup.value && speedup.rounds == 1)
        caveats << Words::tr("From a single pair of runs: may be off by about 10 %.");
    if (speedup.files < speedup.listed)
        caveats << Words::tr("For %1 of %2 files; the others were not downloaded.", nullptr,
                             speedup.listed - speedup.files)
                       .arg(QLocale().toString(speedup.files), QLocale().toString(speedup.listed));
    return caveats.join(u' ');
}

QString reasonOf(const Speedup &speedup)
{
    if (speedup.gap)
        return sentence(*speedup.gap);
    if (!hasFigure(speedup))
        return {};
    if (speedup.kind == Baseline::Kind::Range)
        return howEstimated(speedup);
    return speedup.value && speedup.rounds > 1 ? aboutRounds(speedup) : orderOfPair(speedup);
}

QString factorText(double low, double high)
{
    if (tenths(low) == tenths(high))
        return Words::tr("%1× as fast").arg(asFactor(low));
    return hasLowEnd(low) ? Words::tr("%1–%2× as fast").arg(asFactor(low), asFactor(high))
                          : Words::tr("up to %1× as fast").arg(asFactor(high));
}

QString senseOf(double low, double high)
{
    if (tenths(high) < 10)
        return Words::tr("slower");
    return tenths(low) == 10 && tenths(high) == 10 ? Words::tr("no difference") : QString();
}

QString meaningOf(double low, double high)
{
    constexpr double widest = 1.5;
    const bool isFaster = tenths(low) > 10;
    const bool isSlower = tenths(high) < 10;
    const bool isOpen = tenths(low) < 10 && tenths(high) > 10;
    if (tenths(low) == tenths(high) || (high <= widest * low && !isOpen))
        return {};
    if (isFaster || isSlower)
        return isFaster ? Words::tr("Probably faster") : Words::tr("Probably slower");
    return Words::tr("Not clear yet");
}

QString comparedTime(const record::Run &run, QString (*asText)(std::optional<record::Stamp>))
{
    const QString files = asText(measure::elapsedOfFiles(run));
    const QString all = asText(run.facts.elapsed);
    return files == all ? files : Words::tr("%1 (whole run: %2)").arg(files, all);
}

QString rangeExplanation()
{
    return Words::tr(
        "An estimate from the parallel run, not a measurement. Low end: every file waits the "
        "shortest time seen from its server, then downloads at the best rate seen, and the last "
        "one is saved in one file's share of the time spent saving; where the run shows that files "
        "hardly slowed each other, none is taken to be much faster alone. Too "
        "high if the server slows down under load. High end: the times of all downloads added up, "
        "and the time spent saving "
        "them; too low if the server is slower when asked one at a time.");
}

} // namespace lapwing::text
