// SPDX-License-Identifier: MIT
#include "measure/compare/heldoff.h"

#include "measure/compare/completeness.h"
#include "measure/elapsed.h"
#include "plan/origin.h"

#include <QHash>

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Hold;
using record::TaskRecord;

/// By server: when something waited to ask it.
using Waits = QHash<QString, std::vector<Span>>;

/// Until a lane took it, and then between its requests.
void addWaits(const TaskRecord &task, Waits &waits)
{
    const auto add = [&](const QUrl &server, Stamp from, Stamp to) {
        addWithoutPauses(task, {from, to}, waits[plan::Origin(server).text]);
    };
    const Stamp start = task.start.value_or(task.end.value_or(Stamp::max()));
    add(task.url, task.joined, start);
    Stamp since = start;
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops) {
            add(hop.url, since, hop.lookUp.value_or(hop.asked));
            since = hop.end.value_or(hop.asked);
        }
    }
}

Waits waitsOfFiles(const record::Run &run)
{
    Waits waits;
    for (const TaskRecord &task : run.tasks) {
        if (!isLeftOut(task, run.facts))
            addWaits(task, waits);
    }
    for (std::vector<Span> &spans : waits)
        spans = StepFunction(spans).stretches();
    return waits;
}

/// A hold that goes on does so within a wait that does.
Hold within(const Span &wait, Hold hold)
{
    hold.from = std::max(hold.from, wait.from);
    if (wait.to < hold.to.value_or(hold.until))
        hold.to = wait.to;
    return hold;
}

} // namespace

std::vector<Hold> holdsOfFiles(const record::Run &run)
{
    if (run.facts.holds.empty() || leftOutOf(run) == 0)
        return run.facts.holds;
    const Waits waits = waitsOfFiles(run);
    std::vector<Hold> holds;
    for (const Hold &hold : run.facts.holds) {
        for (const Span &wait : waits.value(hold.host)) {
            const Hold part = within(wait, hold);
            if (record::endOf(part, part.until) > part.from)
                holds.push_back(part);
        }
    }
    return holds;
}

} // namespace lapwing::measure
