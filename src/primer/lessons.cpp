// SPDX-License-Identifier: MIT
#include "primer/lessons.h"

#include "primer/examples/examples.h"

#include <algorithm>

namespace lapwing::primer {
namespace {

constexpr Scene bound[] = {{"io-bound", examples::ioBound},
                           {"blocking", examples::blocking},
                           {"cpu-bound", examples::cpuBound},
                           {"cpu-threads", examples::cpuBoundOnThreads}};
constexpr Scene synchronous[] = {{"synchronous", examples::synchronous},
                                 {"asynchronous", examples::asynchronous}};
constexpr Scene routines[] = {{"subroutine", examples::callsSubroutine},
                              {"coroutine", examples::callsCoroutine}};
constexpr Scene await[] = {{"awaits", examples::awaits}};
constexpr Scene tasks[] = {{"task", examples::taskMeanwhile},
                           {"future", examples::futureMeanwhile}};
constexpr Scene tools[] = {{"gather", examples::tools}};
constexpr Scene fetch[] = {{"fetch-in-turn", examples::fetchInTurn, true},
                           {"fetch-together", examples::fetchTogether, true}};
constexpr Scene deliveries[] = {{"deliveries-in-turn", examples::deliveriesInTurn},
                                {"deliveries-together", examples::deliveriesTogether}};
constexpr Scene number[] = {{"number-awaited", examples::numberAwaited, false, true},
                            {"number-blocking", examples::numberBlocking}};
constexpr Scene inTurn[] = {{"two-calls", examples::twoCalls}, {"two-tasks", examples::twoTasks}};

constexpr Lesson table[] = {
    {"bound", "bound", bound},          {"synchronous", "synchronous", synchronous},
    {"routines", "routines", routines}, {"await", "await", await},
    {"tasks", "tasks", tasks},          {"tools", "tools", tools},
    {"fetch", "fetch", fetch},          {"deliveries", "deliveries", deliveries},
    {"number", "number", number, true}, {"in-turn", "inturn", inTurn},
};

} // namespace

std::span<const Lesson> lessons()
{
    return table;
}

const Lesson *lessonOf(const QString &id)
{
    const auto *const found = std::ranges::find_if(
        table, [&id](const Lesson &each) { return id == QLatin1String(each.id); });
    return found == std::end(table) ? nullptr : found;
}

} // namespace lapwing::primer
