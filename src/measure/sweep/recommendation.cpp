// SPDX-License-Identifier: MIT
#include "measure/sweep/recommendation.h"

#include "measure/figurewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::measure {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Recommendation)
};

constexpr double near = 0.95;  ///< of the best throughput
constexpr double slack = 1.02; ///< intervals this far apart may still be chance
constexpr int roundsForAnInterval = 6;

const SweepPoint *minThrottled(const std::vector<SweepPoint> &points)
{
    const auto found =
        std::ranges::find_if(points, [](const SweepPoint &point) { return point.throttled > 0; });
    return found == points.end() ? nullptr : &*found;
}

bool isAsGood(const SweepPoint &point, const SweepPoint &best)
{
    const bool overlaps = point.low <= best.high * slack && best.low <= point.high * slack;
    return overlaps && best.elapsed >= near * point.elapsed;
}

/// Nothing higher was tried, and it would have been possible: there are more files, and all lanes were used.
bool mayBeExceeded(const SweepPoint &best, const std::vector<SweepPoint> &points)
{
    return best.atOnce == points.back().atOnce && best.maxAtOnce >= best.atOnce
        && best.atOnce < std::min(best.files, plan::maxConcurrency);
}

QString told(const SweepPoint &point)
{
    const QString time = asSeconds(point.elapsed);
    return point.throughput > 0 ? Words::tr("%1, %2").arg(time, asRate(point.throughput)) : time;
}

QString choiceWords(const SweepPoint &chosen, const SweepPoint &best, bool mayBeExceeded)
{
    if (chosen.atOnce != best.atOnce)
        return Words::tr("%1 at a time is enough: %2. The fastest, %3 at a time, reached %4.")
            .arg(QString::number(chosen.atOnce), told(chosen), QString::number(best.atOnce),
                 told(best));
    const QString words = Words::tr("%1 at a time was the fastest: %2.")
                              .arg(QString::number(chosen.atOnce), told(chosen));
    return mayBeExceeded
        ? words + u' ' + Words::tr("Higher numbers were not tried and may be faster still.")
        : words;
}

/// `candidates` are those of the points that may be recommended.
QStringList reservations(const std::vector<SweepPoint> &points,
                         const std::vector<SweepPoint> &candidates)
{
    QStringList words;
    if (const SweepPoint *throttled = minThrottled(points))
        words << Words::tr("With %1 at a time the server reported too many requests (%2 "
                           "responses): that many or more is not recommended.")
                     .arg(throttled->atOnce)
                     .arg(throttled->throttled);
    for (const SweepPoint &point : points) {
        if (!point.gap.isEmpty())
            words << Words::tr("%1 at a time does not count: %2").arg(point.atOnce).arg(point.gap);
    }
    const auto fewest = std::ranges::min_element(candidates, {}, &SweepPoint::rounds);
    if (fewest != candidates.end() && fewest->rounds < roundsForAnInterval)
        words
            << Words::tr("Rounds each: %1; six are needed for 95 % intervals.").arg(fewest->rounds);
    return words;
}

} // namespace

std::vector<SweepPoint> eligible(const std::vector<SweepPoint> &points)
{
    const SweepPoint *throttled = minThrottled(points);
    std::vector<SweepPoint> eligible;
    for (const SweepPoint &point : points) {
        if (point.gap.isEmpty() && (throttled == nullptr || point.atOnce < throttled->atOnce))
            eligible.push_back(point);
    }
    return eligible;
}

Recommendation recommend(const std::vector<SweepPoint> &points)
{
    if (points.empty())
        return {std::nullopt, Words::tr("There was no parallel run.")};
    const std::vector<SweepPoint> candidates = eligible(points);
    const QString but = reservations(points, candidates).join(u' ');
    if (candidates.empty())
        return {std::nullopt,
                Words::tr("No number of simultaneous downloads can be recommended.") + u' ' + but};
    const SweepPoint &best = *std::ranges::min_element(candidates, {}, &SweepPoint::elapsed);
    const SweepPoint &chosen = *std::ranges::find_if(candidates, [&best](const SweepPoint &point) {
        return isAsGood(point, best) || point.maxAtOnce >= best.maxAtOnce;
    });
    const QString words = choiceWords(chosen, best, mayBeExceeded(best, points));
    return {chosen.atOnce, but.isEmpty() ? words : words + u' ' + but};
}

} // namespace lapwing::measure
