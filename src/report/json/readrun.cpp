// SPDX-License-Identifier: MIT
#include "report/json/readrun.h"

#include "report/document.h"
#include "report/json/readtask.h"
#include "text/captions.h"

#include <QSet>

namespace lapwing::report::json {
namespace {

using text::Caption;

int atOnceFrom(const JsonReader &node, const char *name, std::optional<int> otherwise = {})
{
    return static_cast<int>(node.whole(name, 1, maxInt, otherwise));
}

/// In order: measure/phases.h searches them.
record::Loop loopFrom(const JsonReader &node)
{
    record::Loop loop;
    loop.watched = node.neededStamp("watched_s");
    loop.busy = node.stamp("busy_s");
    loop.starved = node.stamp("starved_s");
    loop.cpu = node.neededStamp("cpu_s");
    loop.processCpu = node.neededStamp("process_cpu_s");
    loop.longestStall = node.neededStamp("longest_still_s");
    loop.uncountedStills = static_cast<int>(node.whole("uncounted_stills", 0, maxInt));
    node.each("stills", [&loop](const JsonReader &each) {
        const record::LoopStall still{each.neededStamp("from_s"), each.neededStamp("to_s")};
        const record::Stamp before = loop.stills.empty() ? record::Stamp{} : loop.stills.back().to;
        if (still.from < before || still.to < still.from)
            each.reportError(text::caption(Caption::TheseTimesOutOrder));
        loop.stills.push_back(still);
    });
    return loop;
}

void readChanges(const JsonReader &node, record::RunFacts &facts)
{
    node.each("at_once_changes", [&facts](const JsonReader &each) {
        facts.atOnceChanges.push_back({each.neededStamp("at_s"), atOnceFrom(each, "at_once")});
    });
    node.each("stepped_down", [&facts](const JsonReader &each) {
        facts.steppedDown.push_back(
            {each.neededStamp("at_s"), each.text("host"), atOnceFrom(each, "at_once")});
    });
    node.each("holds", [&facts](const JsonReader &each) {
        facts.holds.push_back({each.text("host"), each.neededStamp("from_s"),
                               each.neededStamp("until_s"), each.stamp("to_s")});
        each.count(facts.holds.back().from, facts.holds.back().until);
    });
}

record::RunFacts factsFrom(const JsonReader &node)
{
    static const QStringList modes{toString(plan::Mode::Together),
                                   toString(plan::Mode::OneAtATime)};
    record::RunFacts facts;
    facts.mode = node.word("mode", modes) == 0 ? plan::Mode::Together : plan::Mode::OneAtATime;
    facts.round = static_cast<int>(node.whole("round", 1, maxInt));
    facts.atOnce = atOnceFrom(node, "at_once");
    facts.perHost = atOnceFrom(node, "per_host", facts.atOnce);
    facts.discarded = node.truth("discarded");
    facts.started = node.moment("started");
    facts.elapsed = node.neededStamp("elapsed_s");
    facts.stopped = node.truth("stopped");
    facts.diskFull = failureFrom(node, "disk_full");
    facts.meanConcurrency = node.number("mean_in_flight");
    if (node.has("loop"))
        facts.loop = loopFrom(node.object("loop"));
    readChanges(node, facts);
    return facts;
}

} // namespace

record::Run runFrom(const JsonReader &node)
{
    record::Run run;
    run.facts = factsFrom(node);
    node.count({}, run.facts.elapsed);
    QSet<int> ids;
    node.each("tasks", [&](const JsonReader &each) {
        run.tasks.push_back(taskFrom(each));
        const int id = run.tasks.back()->id;
        if (ids.contains(id))
            each.reportError(text::caption(Caption::IdAppearsTwice).arg(id));
        ids.insert(id);
    });
    return run;
}

record::Probe probeFrom(const JsonReader &node)
{
    record::Probe probe;
    probe.host = node.text("host");
    probe.lookUp = node.stamp("look_up_s");
    probe.tcp = node.stamp("tcp_s");
    probe.tls = node.stamp("tls_s");
    probe.address = node.textOr("address");
    probe.failure = failureFrom(node, "error");
    return probe;
}

} // namespace lapwing::report::json
