// SPDX-License-Identifier: MIT
#include "report/json/jsonrun.h"

#include "measure/times.h"
#include "report/document.h"
#include "report/json/jsonvalues.h"
#include "text/verdict.h"

#include <algorithm>

namespace lapwing::report::json {
namespace {

using record::TaskState;

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
    object.insert("holds"_L1, array(facts.holds, [](const record::Hold &hold) {
                      return QJsonObject{{"host"_L1, text(hold.host)},
                                         {"from_s"_L1, number(hold.from)},
                                         {"until_s"_L1, number(hold.until)},
                                         {"to_s"_L1, number(hold.to)}};
                  }));
}

void putSums(QJsonObject &object, const record::Run &run)
{
    object.insert("bytes"_L1, measure::bytesReceived(run));
    for (const TaskState state :
         {TaskState::Done, TaskState::Unverified, TaskState::Failed, TaskState::Cancelled})
        object.insert(record::wordFor(state), countOf(run, state));
}

QJsonObject loopOf(const record::Loop &loop)
{
    QJsonObject object{{"watched_s"_L1, number(loop.watched)},
                       {"cpu_s"_L1, number(loop.cpu)},
                       {"process_cpu_s"_L1, number(loop.processCpu)},
                       {"longest_still_s"_L1, number(loop.longestStall)},
                       {"uncounted_stills"_L1, loop.uncountedStills}};
    putTimes(object, {{"busy_s"_L1, loop.busy}, {"starved_s"_L1, loop.starved}});
    object.insert(
        "stills"_L1, array(loop.stills, [](const record::LoopStall &still) {
            return QJsonObject{{"from_s"_L1, number(still.from)}, {"to_s"_L1, number(still.to)}};
        }));
    return object;
}

QJsonObject verdictOf(const measure::Verdict &verdict, const record::Run &run)
{
    QJsonObject figures;
    for (const auto &[name, figure] : verdict.figures)
        figures.insert(name, number(figure));
    return {{"limited_by"_L1, measure::wordFor(verdict.limitedBy)},
            {"loop"_L1, measure::wordFor(verdict.loop)},
            {"text"_L1, text(text::sentences(verdict, run))},
            {"causes"_L1,
             array(verdict.causes,
                   [](const measure::LimitShare &cause) {
                       return QJsonObject{{"limit"_L1, measure::wordFor(cause.limit)},
                                          {"seconds"_L1, number(cause.seconds)}};
                   })},
            {"figures"_L1, figures}};
}

} // namespace

QJsonObject runOf(const record::Run &run, const measure::Verdict *verdict,
                  plan::Redaction redaction)
{
    const record::RunFacts &facts = run.facts;
    QJsonObject object{{"mode"_L1, toString(facts.mode)},
                       {"at_once"_L1, facts.atOnce},
                       {"per_host"_L1, facts.perHost},
                       {"round"_L1, facts.round},
                       {"discarded"_L1, facts.discarded},
                       {"stopped"_L1, facts.stopped},
                       {"disk_full"_L1, failureOf(facts.diskFull, redaction)},
                       {"started"_L1, moment(facts.started)},
                       {"elapsed_s"_L1, number(facts.elapsed)},
                       {"mean_in_flight"_L1, number(facts.meanConcurrency)}};
    putSums(object, run);
    putChanges(object, facts);
    if (facts.loop) {
        object.insert("loop_still_s"_L1, number(facts.loop->longestStall));
        object.insert("loop"_L1, loopOf(*facts.loop));
    }
    if (verdict != nullptr)
        object.insert("verdict"_L1, verdictOf(*verdict, run));
    return object;
}

} // namespace lapwing::report::json
