// SPDX-License-Identifier: MIT
#include "trial/runschedule.h"

#include "measure/compare/completeness.h"
#include "measure/concurrency.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <set>

namespace lapwing::trial {
namespace {

bool hasGap(const record::Run &run)
{
    return !std::ranges::all_of(run.tasks, record::hasFile, &record::TaskRecord::state);
}

bool hasFiles(const record::Run &run)
{
    return std::ranges::any_of(run.tasks, record::hasFile, &record::TaskRecord::state);
}

/// Refused because they were too many: by servers that sent the file in the end.
int refusalsOfFiles(const record::Run &run)
{
    record::Run files{run.facts, {}};
    std::ranges::copy_if(run.tasks, std::back_inserter(files.tasks), record::hasFile,
                         &record::TaskRecord::state);
    return measure::refusalsIn(files);
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
        if (!isNumber || level < 1 || level > plan::maxConcurrency)
            return tl::unexpected(word);
        if (std::ranges::find(levels, level) == levels.end())
            levels.push_back(level);
    }
    return levels;
}

std::vector<int> levelsUpTo(std::vector<int> levels, int entries)
{
    for (int &level : levels)
        level = std::min(level, std::max(entries, 1));
    std::ranges::sort(levels);
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

plan::Plan withoutFailed(plan::Plan plan, const record::Run &run)
{
    std::set<int> failed;
    for (const record::TaskRecord &task : run.tasks) {
        if (measure::isLeftOut(task, run.facts))
            failed.insert(task.id);
    }
    std::erase_if(plan.entries,
                  [&failed](const plan::Entry &entry) { return failed.contains(entry.id); });
    return plan;
}

int runsOf(const Rounds &rounds, int kinds, record::Trial::Kind kind)
{
    return kinds * rounds.count + warmUpsOf(rounds, kinds, kind);
}

RunSchedule::RunSchedule(const plan::Plan &plan)
    : m_plan(plan), m_scratch(std::make_unique<Scratch>(plan.destination))
{
    m_plan.destination = m_scratch->destination();
}

RunSchedule RunSchedule::baseline(const plan::Plan &together)
{
    RunSchedule schedule(together);
    schedule.m_steps = {{plan::Mode::OneAtATime, 1, together.round, true}};
    return schedule;
}

RunSchedule RunSchedule::compare(const plan::Plan &plan, const Rounds &rounds)
{
    RunSchedule schedule(plan);
    schedule.m_trial.kind = record::Trial::Kind::Compare;
    schedule.addRounds(
        {{plan::Mode::Together, plan.atOnce, 1, true}, {plan::Mode::OneAtATime, 1, 1, true}},
        rounds);
    return schedule;
}

RunSchedule RunSchedule::sweep(const plan::Plan &plan, std::vector<int> levels,
                               const Rounds &rounds)
{
    RunSchedule schedule(plan);
    schedule.m_trial.kind = record::Trial::Kind::Sweep;
    schedule.m_plan.perHost.reset(); // it rises with each number at once
    levels = levelsUpTo(std::move(levels), static_cast<int>(plan.entries.size()));
    std::vector<Step> each;
    for (const int level : levels)
        each.push_back({plan::Mode::Together, level, 1, true});
    schedule.addRounds(std::move(each), rounds);
    return schedule;
}

void RunSchedule::addRounds(std::vector<Step> each, const Rounds &rounds)
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

std::optional<plan::Plan> RunSchedule::next() const
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

void RunSchedule::ended(record::Run run)
{
    const Step step = m_steps.front();
    m_steps.erase(m_steps.begin());
    if (run.facts.stopped) {
        m_steps.clear();
        m_cutRound = step.round;
    } else if (const std::optional<record::Stop> objection = objectionTo(run, step.atOnce)) {
        leaveOut(*objection);
    }
    if (!step.isKept)
        return;
    if (m_runs.empty())
        goOnWithFilesOf(run);
    m_runs.push_back(std::move(run));
}

bool RunSchedule::endEarly()
{
    if (!m_cutRound && !m_steps.empty())
        m_cutRound = m_steps.front().round;
    m_steps.clear();
    if (!m_cutRound)
        return false;
    std::erase_if(m_runs,
                  [cut = *m_cutRound](const record::Run &run) { return run.facts.round >= cut; });
    return true;
}

/// Why so many at once are not asked for again; absent: they are. What fails from the first run on fails by
/// itself, and not because of the number.
std::optional<record::Stop> RunSchedule::objectionTo(const record::Run &run, int atOnce) const
{
    const bool isFirst = m_runs.empty();
    const bool isFewest = isFirst && atOnce == 1; // which is never too many
    const int refusals = isFewest ? refusalsOfFiles(run) : measure::refusalsIn(run);
    if (m_trial.kind == record::Trial::Kind::Sweep && refusals > 0)
        return record::Stop{record::Stop::Reason::Refused, atOnce};
    if (isFirst ? !hasFiles(run) : hasGap(run))
        return record::Stop{record::Stop::Reason::Failed, atOnce};
    return std::nullopt;
}

/// A sweep of fewer files has fewer numbers at once.
void RunSchedule::goOnWithFilesOf(const record::Run &run)
{
    m_plan = withoutFailed(std::move(m_plan), run);
    if (m_trial.kind != record::Trial::Kind::Sweep)
        return;
    const int max = std::max(static_cast<int>(m_plan.entries.size()), 1);
    for (Step &step : m_steps)
        step.atOnce = std::min(step.atOnce, max);
    std::set<std::pair<int, int>> seen{{run.facts.round, run.facts.atOnce}};
    std::erase_if(m_steps, [&seen](const Step &step) {
        return !seen.emplace(step.round, step.atOnce).second;
    });
}

/// What could not be compared would waste bandwidth on runs that cannot be compared.
void RunSchedule::leaveOut(const record::Stop &stop)
{
    const bool isSweep = m_trial.kind == record::Trial::Kind::Sweep;
    std::erase_if(m_steps,
                  [&](const Step &step) { return !isSweep || step.atOnce >= stop.atOnce; });
    m_trial.stopped = stop;
}

} // namespace lapwing::trial
