// SPDX-License-Identifier: MIT
#include "report/json.h"

#include "report/jsonmeaning.h"
#include "report/jsonrun.h"
#include "report/jsonvalues.h"

#include <QJsonDocument>

namespace lapwing::report {
namespace {

using namespace json;

QJsonObject toolOf()
{
    return {{"name"_L1, u"lapwing"_s},
            {"version"_L1, QStringLiteral(LAPWING_VERSION)},
            {"qt"_L1, QString::fromLatin1(qVersion())}};
}

QJsonObject planOf(const PlanFacts &plan)
{
    return {{"entries"_L1, plan.entries},
            {"at_once"_L1, plan.atOnce},
            {"per_host"_L1, plan.perHost},
            {"destination"_L1, plan.destination}};
}

QJsonObject trialOf(const Trial &trial)
{
    return {{"kind"_L1, toString(trial.kind)}, {"temperature"_L1, toString(trial.temperature)}};
}

QJsonArray runsOf(const Document &document)
{
    QJsonArray runs;
    for (std::size_t place = 0; place < document.runs.size(); ++place) {
        const bool hasVerdict = place < document.verdicts.size();
        runs.append(runOf(document.runs[place], hasVerdict ? &document.verdicts[place] : nullptr,
                          document.disclosure));
    }
    return runs;
}

QJsonArray probesOf(const Document &document)
{
    return array(document.probes, [&document](const record::Probe &probe) {
        QJsonObject object{{"host"_L1, text(probe.host)},
                           {"address"_L1, textOrNull(probe.address)},
                           {"error"_L1, failureOf(probe.failure, document.disclosure)}};
        putTimes(
            object,
            {{"look_up_s"_L1, probe.lookUp}, {"tcp_s"_L1, probe.tcp}, {"tls_s"_L1, probe.tls}});
        return object;
    });
}

} // namespace

QByteArray toJson(const Document &document)
{
    const auto &comparison = document.comparison;
    const auto &estimate = document.estimate;
    QJsonObject object{
        {"format"_L1, u"lapwing-run"_s},
        {"version"_L1, 1},
        {"tool"_L1, toolOf()},
        {"plan"_L1, planOf(document.plan)},
        {"trial"_L1, trialOf(document.trial)},
        {"baseline"_L1, comparison ? baselineOf(comparison->baseline) : QJsonValue()},
        {"speedup"_L1, comparison ? speedupOf(comparison->speedup) : QJsonValue()},
        {"estimate"_L1, estimate ? estimateOf(*estimate, comparison) : QJsonValue()},
        {"probes"_L1, probesOf(document)},
        {"runs"_L1, runsOf(document)}};
    object.insert("started"_L1,
                  document.runs.empty() ? QJsonValue()
                                        : moment(document.runs.front().facts.started));
    if (document.sweep)
        object.insert("sweep"_L1, sweepOf(*document.sweep));
    return QJsonDocument(object).toJson();
}

} // namespace lapwing::report
