// SPDX-License-Identifier: MIT
#include "report/picture/segments.h"

#include "measure/elapsed.h"
#include "text/labels.h"
#include "text/phases.h"

#include <algorithm>

namespace lapwing::report {
namespace {

using text::Label;

using measure::Known;
using measure::Phase;
using record::Stamp;

/// Absent: it is a part of another, or has no place on the clock.
std::optional<Part> partOf(const measure::PhaseTime &phase)
{
    switch (phase.phase) {
    case Phase::LookUp:
        return Part::LookUp;
    case Phase::SetUp:
        return phase.known == Known::Reused ? Part::Reused : Part::SetUp;
    case Phase::Wait:
        return Part::Wait;
    case Phase::Receive:
        return Part::Receive;
    case Phase::Commit:
        return Part::Commit;
    default:
        return std::nullopt;
    }
}

void add(std::vector<Segment> &known, const std::vector<measure::PhaseTime> &phases,
         const std::optional<record::Loop> &loop)
{
    for (const measure::PhaseTime &phase : phases) {
        const std::optional<Part> part = partOf(phase);
        if (!part || !phase.from || !phase.time)
            continue;
        const Stamp to = *phase.from + *phase.time;
        known.push_back({*part, *phase.from, to, measure::isLate(*phase.from, loop),
                         measure::isLate(to, loop)});
    }
}

/// What stamps say of a task, in their order. They may leave gaps. What goes on does so until `now`.
std::vector<Segment> knownOf(const record::TaskRecord &task, Stamp now,
                             const std::optional<record::Loop> &loop)
{
    std::vector<Segment> known;
    std::optional<Stamp> before;
    for (const record::Attempt &attempt : task.attempts) {
        if (before)
            known.push_back({Part::Retry, *before, attempt.start});
        before = attempt.end;
        for (const record::Hop &hop : attempt.hops) {
            add(known, measure::phasesOf(hop, std::nullopt, loop), loop);
            if (hop.requeued)
                known.push_back(
                    {Part::Queued, *hop.requeued, hop.taken.value_or(attempt.end.value_or(now))});
        }
        add(known, measure::phasesOf(attempt, loop), loop);
    }
    std::ranges::stable_sort(known, {}, &Segment::from);
    return known;
}

/// The segments of one task, one after the other.
class Line {
public:
    Line(const record::TaskRecord &task, Stamp begin) : m_task(task), m_at(begin) { }

    /// Up to `to`; what was paused of a time in which nothing went on is told apart.
    void fill(Part part, Stamp to)
    {
        for (const record::Pause &pause : m_task.pauses) {
            append({part, m_at, std::min(pause.from, to)});
            append({Part::Paused, m_at, std::min(pause.to.value_or(to), to)});
        }
        append({part, m_at, to});
    }
    /// From where the line ends.
    void append(Segment segment)
    {
        if (segment.to <= m_at)
            return;
        segment.from = m_at;
        m_at = segment.to;
        m_segments.push_back(segment);
    }
    std::vector<Segment> take() { return std::move(m_segments); }

private:
    const record::TaskRecord &m_task;
    Stamp m_at;
    std::vector<Segment> m_segments;
};

Stamp lastOf(const record::TaskRecord &task)
{
    Stamp last = task.end.value_or(task.start.value_or(Stamp{}));
    for (const record::Attempt &attempt : task.attempts) {
        last = std::max(last, attempt.end.value_or(attempt.start));
        for (const record::Hop &hop : attempt.hops)
            last = std::max(last, hop.end.value_or(hop.asked));
    }
    return last;
}

} // namespace

QString titleOf(Part part)
{
    switch (part) {
    case Part::Queued:
        return text::titleOf(Phase::Queued);
    case Part::LookUp:
        return text::titleOf(Phase::LookUp);
    case Part::SetUp:
        return text::titleOf(Phase::SetUp);
    case Part::Reused:
        return text::label(Label::ConnectConnectionReused);
    case Part::Wait:
        return text::titleOf(Phase::Wait);
    case Part::Receive:
        return text::titleOf(Phase::Receive);
    case Part::Retry:
        return text::titleOf(Phase::Retry);
    case Part::Commit:
        return text::titleOf(Phase::Commit);
    case Part::Paused:
        return text::label(Label::Paused);
    case Part::Unexplained:
        return text::label(Label::NotObservable);
    }
    Q_UNREACHABLE();
}

std::vector<Segment> segmentsOf(const record::TaskRecord &task, Stamp now,
                                const std::optional<record::Loop> &loop)
{
    Line line(task, task.joined);
    if (!task.start) {
        if (!record::isEnd(task.state))
            line.fill(Part::Queued, now);
        return line.take();
    }
    line.fill(Part::Queued, *task.start);
    for (const Segment &segment : knownOf(task, now, loop)) {
        line.fill(Part::Unexplained, segment.from);
        if (segment.part == Part::Retry || segment.part == Part::Queued)
            line.fill(segment.part, segment.to);
        else
            line.append(segment);
    }
    line.fill(Part::Unexplained, task.end ? *task.end : std::max(now, lastOf(task)));
    return line.take();
}

namespace {

/// Nobody saw the end of it.
bool isCutOff(const record::Run &run)
{
    return std::ranges::any_of(run.tasks, [](const record::TaskRecord &task) {
        return task.start && !task.end && !record::isEnd(task.state);
    });
}

/// Its elapsed time goes further than `last`: pauses are not in it, and are in the stamps.
Stamp missingAt(const record::Run &run, Stamp last)
{
    const Stamp covered = measure::elapsed(run.tasks, last, run.facts.holds);
    return std::max(run.facts.elapsed - covered, Stamp{});
}

} // namespace

Stamp endOf(const record::Run &run)
{
    Stamp last = run.facts.elapsed;
    for (const record::TaskRecord &task : run.tasks)
        last = std::max(last, lastOf(task));
    for (const record::Hold &hold : run.facts.holds)
        last = std::max(last, hold.to.value_or(hold.from));
    return isCutOff(run) ? last + missingAt(run, last) : last;
}

} // namespace lapwing::report
