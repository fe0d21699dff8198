// SPDX-License-Identifier: MIT
#include "trial/agenda.h"

#include "measure/flight.h"

#include <QCoreApplication>

#include <algorithm>
#include <random>

namespace lapwing::trial {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::trial::Agenda)
};

bool hasGap(const record::Run &run)
{
    return !std::ranges::all_of(run.tasks, record::hasFile, &record::TaskRecord::state);
}

/// Of a sweep one at the lowest number, the least that a server may mind; else one of each kind.
int warmUpsOf(const Rounds &rounds, int kinds, record::Trial::Kind kind)
{
    if (rounds.temperature == record::Temperature::Cold)
        return 0;
    return kind == record::Trial::Kind::Sweep ? 1 : kinds;
}

} // namespace

tl::expected<std::vector<int>, QString> levelsFrom(const QString &text)
{
    std::vector<int> levels;
    for (const QString &word : text.split(u',')) {
        bool isNumber = false;
        const int level = word.trimmed().toInt(&isNumber);
        if (!isNumber || level < 1 || level > plan::highestAtOnce)
            return tl::unexpected(word);
        if (std::ranges::find(levels, level) == levels.end())
            levels.push_back(level);
    }
    return levels;
}

int runsOf(const Rounds &rounds, int kinds, record::Trial::Kind kind)
{
    return kinds * rounds.count + warmUpsOf(rounds, kinds, kind);
}

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
    const int warmUps = warmUpsOf(rounds, static_cast<int>(each.size()), m_trial.kind);
    m_steps.assign(each.begin(), each.begin() + warmUps);
    for (Step &step : m_steps)
        step.isKept = false;
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
    if (m_trial.kind == record::Trial::Kind::Sweep && measure::throttlingsIn(run) > 0)
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
