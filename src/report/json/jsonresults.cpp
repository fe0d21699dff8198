// SPDX-License-Identifier: MIT
#include "report/json/jsonresults.h"

#include "report/document.h"
#include "report/json/jsonvalues.h"
#include "text/comparison.h"
#include "text/sweep.h"

namespace lapwing::report::json {
namespace {

using measure::Baseline;

QString kindOf(Baseline::Kind kind)
{
    return kind == Baseline::Kind::Measured ? u"measured"_s : u"range"_s;
}

QJsonObject pointOf(const measure::SweepPoint &point)
{
    return {{"at_once"_L1, point.atOnce},
            {"rounds"_L1, point.rounds},
            {"elapsed_s"_L1, number(point.elapsed)},
            {"low"_L1, number(point.low)},
            {"high"_L1, number(point.high)},
            {"level"_L1, number(point.level)},
            {"speedup"_L1, number(point.speedup)},
            {"efficiency"_L1, number(point.efficiency)},
            {"throughput"_L1, number(point.throughput)},
            {"serial_share"_L1, number(point.serialShare)},
            {"in_flight"_L1, number(point.inFlight)},
            {"slot_use"_L1, number(point.slotUse)},
            {"most_at_once"_L1, point.maxAtOnce},
            {"throttled"_L1, point.throttled}};
}

QJsonValue lawOf(const std::optional<measure::ScalabilityLaw> &law)
{
    if (!law)
        return {};
    return QJsonObject{{"lambda"_L1, number(law->lambda)},
                       {"sigma"_L1, number(law->sigma)},
                       {"kappa"_L1, number(law->kappa)},
                       {"fit"_L1, number(law->fit)},
                       {"peak"_L1, number(law->peak)}};
}

QJsonValue criticalOf(const std::optional<measure::CriticalTask> &critical)
{
    if (!critical)
        return {};
    return QJsonObject{{"id"_L1, critical->id},
                       {"name"_L1, text(critical->name)},
                       {"seconds"_L1, number(critical->seconds)},
                       {"bound"_L1, number(critical->bound)},
                       {"low"_L1, number(critical->low)},
                       {"high"_L1, number(critical->high)}};
}

} // namespace

QJsonObject baselineOf(const Baseline &baseline)
{
    const auto &range = baseline.range;
    return {{"kind"_L1, kindOf(baseline.kind)},
            {"seconds"_L1, number(baseline.measured)},
            {"low_s"_L1, range ? number(range->low) : QJsonValue()},
            {"high_s"_L1, range ? number(range->high) : QJsonValue()}};
}

QJsonObject speedupOf(const measure::Speedup &speedup)
{
    QJsonObject object{{"kind"_L1, kindOf(speedup.kind)},
                       {"value"_L1, number(speedup.value)},
                       {"low"_L1, number(speedup.low)},
                       {"high"_L1, number(speedup.high)},
                       {"comparable"_L1, speedup.isComparable()},
                       {"why"_L1, text(text::reasonOf(speedup))},
                       {"files"_L1, speedup.files},
                       {"listed"_L1, speedup.listed}};
    if (speedup.kind == Baseline::Kind::Range)
        return object;
    object.insert("level"_L1, number(speedup.level));
    object.insert("rounds"_L1, speedup.rounds);
    object.insert("ratios"_L1, array(speedup.ratios, [](double ratio) { return number(ratio); }));
    object.insert("outliers"_L1,
                  array(speedup.outliers, [](int round) { return QJsonValue(round); }));
    return object;
}

QJsonObject estimateOf(const measure::Comparison &estimate,
                       const std::optional<measure::Comparison> &comparison)
{
    const bool wasMeasured = comparison && comparison->speedup.kind == Baseline::Kind::Measured;
    return {
        {"baseline"_L1, baselineOf(estimate.baseline)},
        {"speedup"_L1, speedupOf(estimate.speedup)},
        {"error"_L1, wasMeasured ? number(measure::errorOf(estimate, *comparison)) : QJsonValue()}};
}

QJsonObject sweepOf(const measure::Sweep &sweep)
{
    const std::optional<record::Stop> &stop = sweep.stopped;
    return {{"points"_L1, array(sweep.points, pointOf)},
            {"recommended"_L1,
             QJsonObject{{"at_once"_L1, integer(sweep.recommended)},
                         {"why"_L1, text(text::whyRecommended(sweep))}}},
            {"knee"_L1, integer(sweep.knee)},
            {"usl"_L1, lawOf(sweep.law)},
            {"critical"_L1, criticalOf(sweep.critical)},
            {"cap"_L1, textOrNull(text::limitMet(sweep))},
            {"stopped"_L1, textOrNull(text::whyStopped(sweep))},
            {"stopped_code"_L1, stop ? textOrNull(toString(stop->reason)) : QJsonValue()},
            {"stopped_at_once"_L1, stop ? QJsonValue(stop->atOnce) : QJsonValue()},
            {"bookkeeping_error"_L1, number(sweep.bookkeepingError)}};
}

} // namespace lapwing::report::json
