// SPDX-License-Identifier: MIT
#include "report/json/json.h"

#include "report/json/jsonresults.h"
#include "report/json/jsonrun.h"
#include "report/json/jsontask.h"
#include "report/json/jsonvalues.h"

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
    QJsonObject object{{"entries"_L1, plan.entries},
                       {"at_once"_L1, plan.atOnce},
                       {"per_host"_L1, plan.perHost},
                       {"destination"_L1, plan.destination},
                       {"proxy"_L1, textOrNull(plan.proxy)}};
    if (plan.continues.isValid())
        object.insert("continues"_L1, moment(plan.continues));
    return object;
}

QJsonObject trialOf(const Trial &trial)
{
    QJsonObject object{{"kind"_L1, toString(trial.kind)},
                       {"temperature"_L1, toString(trial.temperature)}};
    if (trial.stopped) {
        object.insert("stopped_code"_L1, toString(trial.stopped->reason));
        object.insert("stopped_at_once"_L1, trial.stopped->atOnce);
    }
    return object;
}

/// In the place of the tasks of a run, of which there may be very many: each becomes a line of its own, by itself,
/// so that no more than one of them is in memory as an object.
QString placeholder(std::size_t run)
{
    return u"tasks of run %1"_s.arg(run);
}

QJsonArray runsOf(const Document &document)
{
    QJsonArray runs;
    for (std::size_t place = 0; place < document.runs.size(); ++place) {
        const bool hasVerdict = place < document.verdicts.size();
        QJsonObject run =
            runOf(document.runs[place], hasVerdict ? &document.verdicts[place] : nullptr,
                  document.redaction);
        run.insert("tasks"_L1, placeholder(place));
        runs.append(run);
    }
    return runs;
}

void appendTasks(QByteArray &json, const record::Run &run, plan::Redaction redaction,
                 Figures figures)
{
    static const QByteArray margin(12, ' '); // as Qt would indent it
    json += "[\n";
    for (const record::TaskRecord &task : run.tasks) {
        const QJsonDocument line(taskOf(task, run.facts, redaction, figures));
        json += margin + "    " + line.toJson(QJsonDocument::Compact);
        json += &task == &*run.tasks.back() ? "\n" : ",\n";
    }
    json += margin + ']';
}

/// No text in the document can look like a placeholder with its name: its quotation marks are escaped.
QByteArray withTasks(const QByteArray &frame, const Document &document, Figures figures)
{
    QByteArray json;
    qsizetype done = 0;
    for (std::size_t place = 0; place < document.runs.size(); ++place) {
        const QByteArray name = "\"tasks\": ";
        const QByteArray text = '"' + placeholder(place).toUtf8() + '"';
        const qsizetype found = frame.indexOf(name + text, done) + name.size();
        json.append(QByteArrayView(frame).sliced(done, found - done));
        appendTasks(json, document.runs[place], document.redaction, figures);
        done = found + text.size();
    }
    json.append(QByteArrayView(frame).sliced(done));
    return json;
}

QJsonArray probesOf(const Document &document)
{
    return array(document.probes, [&document](const record::Probe &probe) {
        QJsonObject object{{"host"_L1, text(probe.host)},
                           {"address"_L1, textOrNull(probe.address)},
                           {"error"_L1, failureOf(probe.failure, document.redaction)}};
        putTimes(
            object,
            {{"look_up_s"_L1, probe.lookUp}, {"tcp_s"_L1, probe.tcp}, {"tls_s"_L1, probe.tls}});
        return object;
    });
}

} // namespace

QByteArray toJson(const Document &document)
{
    return toJson(document, Figures::Told);
}

QByteArray toJson(const Document &document, Figures figures)
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
    return withTasks(QJsonDocument(object).toJson(), document, figures);
}

} // namespace lapwing::report
