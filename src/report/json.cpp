// SPDX-License-Identifier: MIT
#include "report/json.h"

#include "measure/times.h"
#include "report/amounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lapwing::report {
namespace {

using namespace Qt::Literals::StringLiterals;

using record::Stamp;
using record::TaskState;

/// Qt writes what is not finite as null: JSON has no word for it.
QJsonValue number(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue number(std::optional<Stamp> stamp)
{
    return stamp ? QJsonValue(seconds(*stamp)) : QJsonValue();
}

template<typename Integer>
QJsonValue integer(std::optional<Integer> value)
{
    return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue();
}

/// From outside. Half a surrogate pair, which Qt would write as it is and strict readers refuse, is replaced.
QString text(const QString &value)
{
    return QString::fromUtf8(value.toUtf8());
}

/// With its offset from UTC: ISODate alone leaves a local time without one.
QJsonValue moment(const QDateTime &when)
{
    return when.isValid() ? when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODateWithMs)
                          : QJsonValue();
}

/// Times that were not observed are left out.
void putTimes(QJsonObject &object,
              std::initializer_list<std::pair<QLatin1String, std::optional<Stamp>>> times)
{
    for (const auto &[key, stamp] : times) {
        if (stamp)
            object.insert(key, number(stamp));
    }
}

template<typename Items, typename ToObject>
QJsonArray array(const Items &items, ToObject toObject)
{
    QJsonArray list;
    for (const auto &item : items)
        list.append(toObject(item));
    return list;
}

QJsonValue failureOf(const std::optional<record::Failure> &failure, plan::Disclosure disclosure)
{
    if (!failure)
        return {};
    return QJsonObject{{"code"_L1, failure->code},
                       {"text"_L1, failure->text},
                       {"advice"_L1, failure->advice},
                       {"detail"_L1, text(plan::shownText(failure->detail, disclosure))}};
}

QJsonObject hopOf(const record::Hop &hop, plan::Disclosure disclosure)
{
    QJsonObject object{{"url"_L1, plan::shown(hop.url, disclosure)},
                       {"status"_L1, integer(hop.status)}};
    putTimes(object,
             {{"asked_s"_L1, hop.asked},
              {"sent_s"_L1, hop.sent},
              {"headers_s"_L1, hop.headers},
              {"end_s"_L1, hop.end}});
    return object;
}

QJsonObject attemptOf(const record::Attempt &attempt, plan::Disclosure disclosure)
{
    QJsonObject object{{"from"_L1, attempt.from},
                       {"bytes"_L1, attempt.bytes},
                       {"error"_L1, failureOf(attempt.failure, disclosure)}};
    object.insert("hops"_L1, array(attempt.hops, [=](const record::Hop &hop) {
                      return hopOf(hop, disclosure);
                  }));
    putTimes(object,
             {{"start_s"_L1, attempt.start},
              {"first_byte_s"_L1, attempt.firstByte},
              {"received_s"_L1, attempt.received},
              {"end_s"_L1, attempt.end}});
    if (!attempt.hops.empty())
        putTimes(object,
                 {{"sent_s"_L1, attempt.hops.back().sent},
                  {"headers_s"_L1, attempt.hops.back().headers}});
    return object;
}

QJsonObject pauseOf(const record::Pause &pause)
{
    return {{"from_s"_L1, number(pause.from)}, {"to_s"_L1, number(pause.to)}};
}

void putTaskTimes(QJsonObject &object, const record::TaskRecord &task)
{
    const measure::TaskTimes times = measure::timesOf(task);
    putTimes(object,
             {{"queued_s"_L1, times.queued},
              {"setup_s"_L1, times.setUp},
              {"own_s"_L1, times.own},
              {"wait_s"_L1, times.wait},
              {"receive_s"_L1, times.receive},
              {"commit_s"_L1, times.commit},
              {"start_s"_L1, task.start},
              {"end_s"_L1, task.end}});
}

QJsonObject taskOf(const record::TaskRecord &task, const record::RunFacts &facts,
                   plan::Disclosure disclosure)
{
    QJsonObject object{{"id"_L1, task.id},
                       {"url"_L1, plan::shown(task.url, disclosure)},
                       {"name"_L1, text(task.name)},
                       {"path"_L1, task.path.isEmpty() ? QJsonValue() : text(task.path)},
                       {"state"_L1, record::wordFor(told(task.state, facts))},
                       {"error"_L1, failureOf(task.failure, disclosure)},
                       {"status"_L1, integer(task.status)},
                       {"already_there"_L1, task.alreadyThere},
                       {"bytes"_L1, task.bytes},
                       {"kept"_L1, task.kept},
                       {"size"_L1, integer(task.size)}};
    if (!task.protocol.isEmpty())
        object.insert("protocol"_L1, text(task.protocol));
    putTaskTimes(object, task);
    object.insert("pauses"_L1, array(task.pauses, pauseOf));
    object.insert("attempts"_L1, array(task.attempts, [=](const record::Attempt &attempt) {
                      return attemptOf(attempt, disclosure);
                  }));
    return object;
}

void putChanges(QJsonObject &object, const record::RunFacts &facts)
{
    object.insert(
        "at_once_changes"_L1, array(facts.atOnceChanges, [](const record::AtOnceChange &change) {
            return QJsonObject{{"at_s"_L1, number(change.at)}, {"at_once"_L1, change.atOnce}};
        }));
    object.insert("stepped_down"_L1, array(facts.steppedDown, [](const record::SteppedDown &step) {
                      return QJsonObject{{"at_s"_L1, number(step.at)},
                                         {"host"_L1, text(step.host)},
                                         {"at_once"_L1, step.atOnce}};
                  }));
}

void putSums(QJsonObject &object, const record::Run &run)
{
    const auto count = [&run](TaskState state) {
        return static_cast<qint64>(
            std::ranges::count_if(run.tasks, [&](const record::TaskRecord &task) {
                return told(task.state, run.facts) == state;
            }));
    };
    qint64 bytes = 0;
    for (const record::TaskRecord &task : run.tasks)
        bytes += task.bytes;
    object.insert("bytes"_L1, bytes);
    for (const TaskState state :
         {TaskState::Done, TaskState::Unverified, TaskState::Failed, TaskState::Cancelled})
        object.insert(record::wordFor(state), count(state));
}

QJsonObject runOf(const record::Run &run, plan::Disclosure disclosure)
{
    QJsonObject object{{"mode"_L1, toString(run.facts.mode)},
                       {"at_once"_L1, run.facts.atOnce},
                       {"round"_L1, run.facts.round},
                       {"started"_L1, moment(run.facts.started)},
                       {"elapsed_s"_L1, number(run.facts.elapsed)}};
    putSums(object, run);
    if (run.facts.loop)
        object.insert("loop_still_s"_L1, number(run.facts.loop->longestStill));
    object.insert("tasks"_L1, array(run.tasks, [&](const record::TaskRecord &task) {
                      return taskOf(task, run.facts, disclosure);
                  }));
    putChanges(object, run.facts);
    return object;
}

QString kindOf(measure::Baseline::Kind kind)
{
    return kind == measure::Baseline::Kind::Measured ? u"measured"_s : u"range"_s;
}

QJsonObject baselineOf(const measure::Baseline &baseline)
{
    const auto &range = baseline.range;
    return {{"kind"_L1, kindOf(baseline.kind)},
            {"seconds"_L1, number(baseline.measured)},
            {"low_s"_L1, range ? number(range->low) : QJsonValue()},
            {"high_s"_L1, range ? number(range->high) : QJsonValue()}};
}

QJsonObject speedupOf(const measure::Speedup &speedup)
{
    return {{"kind"_L1, kindOf(speedup.kind)},     {"value"_L1, number(speedup.value)},
            {"low"_L1, number(speedup.low)},       {"high"_L1, number(speedup.high)},
            {"comparable"_L1, speedup.comparable}, {"why"_L1, speedup.why}};
}

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

} // namespace

QByteArray toJson(const Document &document)
{
    const auto &comparison = document.comparison;
    QJsonObject object{
        {"format"_L1, u"lapwing-run"_s},
        {"version"_L1, 1},
        {"tool"_L1, toolOf()},
        {"plan"_L1, planOf(document.plan)},
        {"baseline"_L1, comparison ? baselineOf(comparison->baseline) : QJsonValue()},
        {"speedup"_L1, comparison ? speedupOf(comparison->speedup) : QJsonValue()}};
    object.insert("started"_L1,
                  document.runs.empty() ? QJsonValue()
                                        : moment(document.runs.front().facts.started));
    object.insert("runs"_L1, array(document.runs, [&document](const record::Run &run) {
                      return runOf(run, document.disclosure);
                  }));
    return QJsonDocument(object).toJson();
}

} // namespace lapwing::report
