// SPDX-License-Identifier: MIT
#include "report/json/jsontask.h"

#include "measure/phases.h"
#include "measure/times.h"
#include "record/mirrors.h"
#include "report/document.h"
#include "report/json/jsonvalues.h"

namespace lapwing::report::json {
namespace {

/// What is the same for all of a run.
struct Told {
    const record::RunFacts &facts;
    plan::Redaction redaction;
    Figures figures;
};

template<typename Phases>
QJsonObject phasesFrom(const Phases &phases)
{
    QJsonObject object;
    for (const measure::PhaseTime &phase : phases) {
        QJsonObject one{{"known"_L1, measure::wordFor(phase.known)}};
        putTimes(one, {{"seconds"_L1, phase.time}});
        if (phase.isLate)
            one.insert("late"_L1, true);
        object.insert(measure::wordFor(phase.phase), one);
    }
    return object;
}

QJsonObject hopOf(const record::Hop &hop, std::optional<record::Stamp> firstByte, const Told &told)
{
    QJsonObject object{{"url"_L1, plan::displayUrl(hop.url, told.redaction)},
                       {"status"_L1, integer(hop.status)},
                       {"sends"_L1, hop.sends}};
    putTimes(object,
             {{"look_up_s"_L1, hop.lookUp},
              {"asked_s"_L1, hop.asked},
              {"encrypted_s"_L1, hop.encrypted},
              {"sent_s"_L1, hop.sent},
              {"headers_s"_L1, hop.headers},
              {"end_s"_L1, hop.end},
              {"requeued_s"_L1, hop.requeued},
              {"taken_s"_L1, hop.taken}});
    if (told.figures == Figures::Told)
        object.insert("phases"_L1, phasesFrom(measure::phasesOf(hop, firstByte, told.facts.loop)));
    return object;
}

QJsonArray hopsOf(const record::Attempt &attempt, const Told &told)
{
    return array(attempt.hops, [&](const record::Hop &hop) {
        const bool hasBody = &hop == &attempt.hops.back();
        return hopOf(hop, hasBody ? attempt.firstByte : std::nullopt, told);
    });
}

QJsonObject attemptOf(const record::Attempt &attempt, const Told &told)
{
    QJsonObject object{{"from"_L1, attempt.from},
                       {"bytes"_L1, attempt.bytes},
                       {"requests"_L1, record::requestsOf(attempt)},
                       {"error"_L1, failureOf(attempt.failure, told.redaction)},
                       {"hops"_L1, hopsOf(attempt, told)}};
    if (attempt.discarded)
        object.insert("discarded"_L1,
                      QJsonObject{{"bytes"_L1, attempt.discarded->bytes},
                                  {"why"_L1, record::wordFor(attempt.discarded->why)}});
    if (!attempt.mirror.isEmpty())
        object.insert("mirror"_L1, plan::displayUrl(attempt.mirror, told.redaction));
    putTimes(object,
             {{"start_s"_L1, attempt.start},
              {"first_byte_s"_L1, attempt.firstByte},
              {"received_s"_L1, attempt.received},
              {"end_s"_L1, attempt.end},
              {"stalled_s"_L1, attempt.stalled},
              {"disk_s"_L1, attempt.disk},
              {"verify_s"_L1, attempt.verify}});
    if (!attempt.hops.empty())
        putTimes(object,
                 {{"sent_s"_L1, attempt.hops.back().sent},
                  {"headers_s"_L1, attempt.hops.back().headers}});
    if (told.figures == Figures::Told)
        object.insert("phases"_L1, phasesFrom(measure::phasesOf(attempt, told.facts.loop)));
    return object;
}

QJsonObject pauseOf(const record::Pause &pause)
{
    return {{"from_s"_L1, number(pause.from)}, {"to_s"_L1, number(pause.to)}};
}

void putStamps(QJsonObject &object, const record::TaskRecord &task)
{
    putTimes(
        object,
        {{"held_s"_L1, task.held},
         {"joined_s"_L1, task.joined > record::Stamp{} ? std::optional(task.joined) : std::nullopt},
         {"start_s"_L1, task.start},
         {"end_s"_L1, task.end},
         {"retry_at_s"_L1, task.state == record::TaskState::Failed ? task.retryAt : std::nullopt}});
}

void putFigures(QJsonObject &object, const record::TaskRecord &task, const record::RunFacts &facts)
{
    const measure::TaskTimes times = measure::timesOf(task);
    putTimes(object,
             {{"queued_s"_L1, times.queued},
              {"setup_s"_L1, times.setUp},
              {"own_s"_L1, times.own},
              {"wait_s"_L1, times.wait},
              {"receive_s"_L1, times.receive},
              {"commit_s"_L1, times.commit}});
    object.insert("phases"_L1, phasesFrom(measure::phasesOf(task, facts.loop)));
}

} // namespace

QJsonObject taskOf(const record::TaskRecord &task, const record::RunFacts &facts,
                   plan::Redaction redaction, Figures figures)
{
    const Told told{facts, redaction, figures};
    QJsonObject object{{"id"_L1, task.id},
                       {"url"_L1, plan::displayUrl(task.url, redaction)},
                       {"name"_L1, text(task.name)},
                       {"path"_L1, textOrNull(task.path)},
                       {"state"_L1, record::wordFor(report::reportedState(task.state, facts))},
                       {"error"_L1, failureOf(task.failure, redaction)},
                       {"status"_L1, integer(task.status)},
                       {"already_there"_L1, task.alreadyThere},
                       {"name_taken"_L1, task.nameTaken},
                       {"bytes"_L1, task.bytes},
                       {"kept"_L1, task.kept},
                       {"size"_L1, integer(task.size)}};
    if (!task.protocol.isEmpty())
        object.insert("protocol"_L1, text(task.protocol));
    if (!task.coding.isEmpty())
        object.insert("coding"_L1, text(task.coding));
    if (task.startsAgain)
        object.insert("starts_again"_L1, true);
    putStamps(object, task);
    if (figures == Figures::Told)
        putFigures(object, task, facts);
    object.insert("pauses"_L1, array(task.pauses, pauseOf));
    object.insert("attempts"_L1, array(task.attempts, [&](const record::Attempt &attempt) {
                      QJsonObject each = attemptOf(attempt, told);
                      if (record::wasDropped(task, attempt))
                          each.insert("dropped"_L1, true);
                      return each;
                  }));
    return object;
}

} // namespace lapwing::report::json
