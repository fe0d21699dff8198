// SPDX-License-Identifier: MIT
#include "trial/agenda.h"

#include <QCoreApplication>

#include <algorithm>
#include <random>

namespace lapwing::trial {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::trial::Agenda)
};

bool isRefusal(const std::optional<record::Failure> &failure)
{
    return failure && failure->cause == record::Cause::HttpStatus
        && (failure->status == 429 || failure->status == 503);
}

/// The server said that these were too many.
bool wasThrottled(const record::Run &run)
{
    return !run.facts.steppedDown.empty()
        || std::ranges::any_of(run.tasks, [](const record::TaskRecord &task) {
               return std::ranges::any_of(task.attempts, isRefusal, &record::Attempt::failure);
           });
}

bool hasGap(const record::Run &run)
{
    return !std::ranges::all_of(run.tasks, record::hasFile, &record::TaskRecord::state);
}

} // namespace

Agenda::Agenda(const plan::Plan &plan)
    : m_plan(plan), m_scratch(std::make_unique<Scratch>(plan.destination))
{
    m_plan.destination = m_scratch->destination();
}

Agenda Agenda::baseline(const plan::Plan &together)
{
    Agenda agenda(together);
    agenda.m_steps = {{plan::Mode::OneAtATime, 1, together.round, true}};
    return agenda;
}

Agenda Agenda::compare(const plan::Plan &plan, const Rounds &rounds)
{
    Agenda agenda(plan);
    agenda.m_trial.kind = record::Trial::Kind::Compare;
    agenda.addRounds(
        {{plan::Mode::Together, plan.atOnce, 1, true}, {plan::Mode::OneAtATime, 1, 1, true}},
        rounds);
    return agenda;
}

Agenda Agenda::sweep(const plan::Plan &plan, std::vector<int> levels, const Rounds &rounds)
{
    Agenda agenda(plan);
    agenda.m_trial.kind = record::Trial::Kind::Sweep;
    agenda.m_plan.perHost.reset(); // it rises with each number at once
    std::ranges::sort(levels);
    std::vector<Step> each;
    for (const int level : levels)
        each.push_back({plan::Mode::Together, level, 1, true});
    agenda.addRounds(std::move(each), rounds);
    return agenda;
}

void Agenda::addRounds(std::vector<Step> each, const Rounds &rounds)
{
    m_trial.temperature = rounds.temperature;
    const bool isSweep = m_trial.kind == record::Trial::Kind::Sweep;
    if (rounds.temperature == record::Temperature::Warm) {
        m_steps = each;
        if (isSweep)
            m_steps.resize(1); // one at a time, the least that a server may mind
        for (Step &step : m_steps)
            step.isKept = false;
    }
    std::mt19937 lot(rounds.seed);
    for (int round = 1; round <= rounds.count; ++round) {
        if (!isSweep || round > 1)
            std::ranges::shuffle(each, lot);
        for (Step step : each) {
            step.round = round;
            m_steps.push_back(step);
        }
    }
}

std::optional<plan::Plan> Agenda::next() const
{
    if (m_steps.empty())
        return std::nullopt;
    const Step &step = m_steps.front();
    plan::Plan plan = m_plan;
    plan.mode = step.mode;
    plan.atOnce = step.atOnce;
    plan.round = step.round;
    if (step.mode == plan::Mode::OneAtATime)
        plan.perHost.reset();
    return plan;
}

void Agenda::ended(record::Run run)
{
    const Step step = m_steps.front();
    m_steps.erase(m_steps.begin());
    if (m_trial.kind == record::Trial::Kind::Sweep && wasThrottled(run))
        leaveOut(step.atOnce,
                 Words::tr("A server said that %n at once are too many.", nullptr, step.atOnce));
    else if (hasGap(run))
        leaveOut(step.atOnce,
                 Words::tr("With %n at once some downloads failed.", nullptr, step.atOnce));
    if (run.facts.stopped)
        m_steps.clear();
    if (step.isKept)
        m_runs.push_back(std::move(run));
}

/// What could not be compared would cost the person and the servers everything for nothing.
void Agenda::leaveOut(int atOnce, const QString &reason)
{
    const bool isSweep = m_trial.kind == record::Trial::Kind::Sweep;
    std::erase_if(m_steps, [=](const Step &step) { return !isSweep || step.atOnce >= atOnce; });
    m_trial.stopped = reason + u' '
        + (isSweep ? Words::tr("No more at once were tried.")
                   : Words::tr("The rounds that were left could not have been compared."));
}

} // namespace lapwing::trial
