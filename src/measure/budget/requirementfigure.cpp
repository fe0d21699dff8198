// SPDX-License-Identifier: MIT
#include "measure/budget/requirementfigure.h"

#include "measure/statistics.h"
#include "measure/times.h"

#include <algorithm>
#include <array>

namespace lapwing::measure {
namespace {

using record::Run;
using record::TaskRecord;
using record::TaskState;
using Order = Requirement::Order;
using Seconds = std::chrono::duration<double>;

std::vector<double> ownTimes(const Run &run)
{
    std::vector<double> times;
    for (const TaskRecord &task : run.tasks) {
        const std::optional<Stamp> own = timesOf(task).own;
        if (own && record::isFetched(task))
            times.push_back(Seconds(*own).count());
    }
    return times;
}

template<std::size_t perCent>
std::optional<double> percentile(const FigureContext &held)
{
    const std::vector<double> times = ownTimes(held.run);
    if (times.empty())
        return std::nullopt;
    const bool isEnough = times.size() * (100 - perCent) >= 100;
    return quantile(times, isEnough ? perCent / 100.0 : 1);
}

template<TaskState state>
std::optional<double> tasksIn(const FigureContext &held)
{
    return static_cast<double>(std::ranges::count(held.run.tasks, state, &TaskRecord::state));
}

std::optional<double> elapsedOf(const FigureContext &held)
{
    return Seconds(held.run.facts.elapsed).count();
}

std::optional<double> bytesOf(const FigureContext &held)
{
    return static_cast<double>(measure::bytesReceived(held.run));
}

std::optional<double> rateOf(const FigureContext &held)
{
    const double seconds = *elapsedOf(held);
    return seconds > 0 ? std::optional(*bytesOf(held) / seconds) : std::nullopt;
}

/// Of a range the end that makes the clause harder to keep.
std::optional<double> speedupOf(const FigureContext &held)
{
    if (!held.comparison || !held.comparison->speedup.isComparable())
        return std::nullopt;
    const Speedup &speedup = held.comparison->speedup;
    if (speedup.value)
        return speedup.value;
    if (held.order == Order::Equal || held.order == Order::NotEqual)
        return std::nullopt;
    const bool wantsMuch = held.order == Order::AtLeast || held.order == Order::Above;
    return wantsMuch ? speedup.low : speedup.high;
}

constexpr std::array figures{
    BudgetFigure{QLatin1StringView("elapsed"), FigureUnit::Second, elapsedOf},
    BudgetFigure{QLatin1StringView("p50"), FigureUnit::Second, percentile<50>},
    BudgetFigure{QLatin1StringView("p90"), FigureUnit::Second, percentile<90>},
    BudgetFigure{QLatin1StringView("p95"), FigureUnit::Second, percentile<95>},
    BudgetFigure{QLatin1StringView("p99"), FigureUnit::Second, percentile<99>},
    BudgetFigure{QLatin1StringView("max"), FigureUnit::Second, percentile<100>},
    BudgetFigure{QLatin1StringView("speedup"), FigureUnit::Times, speedupOf},
    BudgetFigure{QLatin1StringView("failed"), FigureUnit::Count, tasksIn<TaskState::Failed>},
    BudgetFigure{QLatin1StringView("unverified"), FigureUnit::Count,
                 tasksIn<TaskState::Unverified>},
    BudgetFigure{QLatin1StringView("done"), FigureUnit::Count, tasksIn<TaskState::Done>},
    BudgetFigure{QLatin1StringView("bytes"), FigureUnit::Bytes, bytesOf},
    BudgetFigure{QLatin1StringView("rate"), FigureUnit::Rate, rateOf},
};

} // namespace

const BudgetFigure *budgetFigure(const QString &word)
{
    const auto *const found = std::ranges::find_if(
        figures, [&word](const BudgetFigure &figure) { return figure.word == word; });
    return found == figures.end() ? nullptr : found;
}

QStringList budgetWords()
{
    QStringList words;
    for (const BudgetFigure &figure : figures)
        words << figure.word;
    return words;
}

} // namespace lapwing::measure
