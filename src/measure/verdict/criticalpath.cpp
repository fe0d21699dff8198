// SPDX-License-Identifier: MIT
#include "measure/verdict/criticalpath.h"

#include "measure/concurrency.h"
#include "measure/phases.h"
#include "plan/origin.h"

#include <algorithm>
#include <iterator>

namespace lapwing::measure {
namespace {

using namespace std::chrono_literals;
using record::Attempt;
using record::Run;
using record::TaskRecord;

/// A lane that was given free takes the next task within this; stamps are up to a millisecond late.
constexpr Stamp handover = 5ms;

/// One attempt, or a part of one whose redirects led to servers without room, and when it gave its lane free: with the
/// last byte, for no lane waits for a commit, unless the disk is far behind.
struct Flight {
    const TaskRecord *task = nullptr;
    std::size_t attempt = 0;
    std::size_t hop = 0;    ///< its first
    std::size_t hopEnd = 0; ///< after its last
    Stamp start{};
    Stamp receiveEnd{};
    Stamp end{};

    [[nodiscard]] const Attempt &it() const { return task->attempts[attempt]; }
    [[nodiscard]] bool isFirstPart() const { return hop == 0; }
    [[nodiscard]] QUrl server() const { return hop < hopEnd ? it().hops[hop].url : task->url; }
};

/// The parts of an attempt, in order.
std::vector<Flight> partsOf(const TaskRecord &task, std::size_t place)
{
    const Attempt &attempt = task.attempts[place];
    std::vector<Flight> parts;
    std::size_t hop = 0;
    for (const Span &span : flightsOf(attempt)) {
        Flight part{&task, place, hop, hop, span.from, span.to, span.to};
        for (bool isLast = false; !isLast && hop < attempt.hops.size(); ++hop)
            isLast = attempt.hops[hop].requeued.has_value();
        part.hopEnd = hop;
        parts.push_back(part);
    }
    parts.back().end = std::max(parts.back().end, attempt.end.value_or(attempt.start));
    return parts;
}

std::vector<Flight> flightsIn(const Run &run)
{
    std::vector<Flight> flights;
    for (const TaskRecord &task : run.tasks) {
        for (std::size_t place = 0; place < task.attempts.size(); ++place)
            std::ranges::copy(partsOf(task, place), std::back_inserter(flights));
    }
    std::ranges::sort(flights, {}, &Flight::receiveEnd);
    return flights;
}

StepFunction profileOf(const std::vector<Flight> &flights)
{
    std::vector<Span> spans;
    spans.reserve(flights.size());
    for (const Flight &flight : flights)
        spans.push_back({flight.start, flight.receiveEnd});
    return StepFunction(spans);
}

int atOnceAt(const Run &run, Stamp moment)
{
    int atOnce = run.facts.atOnce;
    for (const record::AtOnceChange &change : run.facts.atOnceChanges)
        atOnce = change.at <= moment ? change.atOnce : atOnce;
    return std::max(1, atOnce);
}

class Walk {
public:
    explicit Walk(const Run &run)
        : m_run(run), m_flights(flightsIn(run)), m_profile(profileOf(m_flights))
    {
    }

    std::vector<CriticalStretch> path()
    {
        const auto last = std::ranges::max_element(m_flights, {}, &Flight::end);
        if (last == m_flights.end())
            return {};
        m_at = last->end;
        beginWithHold();
        std::optional<Flight> flight = *last;
        for (std::size_t step = 0; flight && step < m_flights.size(); ++step) // once each at most
            flight = before(*flight);
        return std::move(m_path);
    }

private:
    /// A stop may come while a server holds off all that is left.
    void beginWithHold()
    {
        const record::Hold *last = nullptr;
        for (const record::Hold &hold : m_run.facts.holds) {
            if (hold.to && *hold.to > m_at && (last == nullptr || *hold.to > *last->to))
                last = &hold;
        }
        if (last == nullptr)
            return;
        const Stamp end = std::exchange(m_at, *last->to);
        add(Work::Held, std::max(end, last->from), nullptr);
        add(Work::Nothing, end, nullptr);
    }

    /// Of no task: null.
    void add(Work work, Stamp from, const Flight *flight, Stamp disk = {})
    {
        if (from >= m_at)
            return;
        CriticalStretch stretch{
            work, {from, m_at}, nullptr, std::min(disk, m_at - from), m_isWaitedFor};
        if (flight != nullptr) {
            stretch.task = flight->task;
            stretch.server = flight->server();
        }
        m_path.push_back(std::move(stretch));
        m_at = from;
    }

    /// What went on in it up to where the path is now.
    void addAttempt(const Flight &flight)
    {
        const Attempt &attempt = flight.it();
        if (attempt.failure && !wasInterrupted(attempt)) {
            add(endedByRefusal(attempt) ? Work::Refused : Work::Lost, flight.start, &flight);
            return;
        }
        add(Work::Commit, flight.receiveEnd, &flight);
        for (std::size_t place = flight.hopEnd; place-- > flight.hop;) {
            const record::Hop &hop = attempt.hops[place];
            const bool isLast = place + 1 == attempt.hops.size();
            const Stamp headers = hop.headers.value_or(hop.sent.value_or(hop.asked));
            add(Work::Body, headers, &flight, isLast ? attempt.disk : Stamp{});
            add(Work::Answer, hop.sent.value_or(hop.asked), &flight);
            add(Work::SetUp, hop.lookUp.value_or(hop.asked), &flight);
        }
        add(Work::Nothing, flight.start, &flight);
    }

    /// What the path leads to from the start of a flight; absent: to the start of the run.
    std::optional<Flight> before(const Flight &flight)
    {
        addAttempt(flight);
        m_isWaitedFor = false;
        const std::optional<Flight> lane = lastLanding(flight, m_at);
        if (flight.isFirstPart() && flight.attempt > 0 && !wasWaitingForALane(flight, lane))
            return earlierAttempt(flight);
        if (const record::Hold *hold = holdBefore(flight, lane)) {
            add(Work::Nothing, record::endOf(*hold, m_at), nullptr);
            add(Work::Held, hold->from, &flight);
            return lastLanding(flight, m_at + handover); // the refused one ends just after
        }
        if (!flight.isFirstPart()) {
            const Flight earlier = earlierPart(flight);
            if (!lane || lane->receiveEnd < earlier.receiveEnd) {
                add(Work::Nothing, earlier.receiveEnd, nullptr);
                return earlier;
            }
        }
        if (lane) {
            add(Work::Nothing, lane->receiveEnd, nullptr);
            m_isWaitedFor = !cameLater(flight, *lane);
        }
        return lane;
    }

    /// The attempt that gave its lane free last by then, and began before where the path is.
    std::optional<Flight> lastLanding(const Flight &but, Stamp by) const
    {
        auto next = std::ranges::upper_bound(m_flights, by, {}, &Flight::receiveEnd);
        while (next != m_flights.begin()) {
            const Flight &flight = *--next;
            const bool isSame = flight.task == but.task && flight.attempt >= but.attempt;
            if (!isSame && flight.start < m_at)
                return flight;
        }
        return std::nullopt;
    }

    bool wasWaitingForALane(const Flight &flight, const std::optional<Flight> &lane) const
    {
        if (!lane || m_at - lane->receiveEnd > handover || lane->task == flight.task)
            return false;
        const Span just{lane->receiveEnd - 1us, lane->receiveEnd};
        return m_profile.meanOver(just) >= atOnceAt(m_run, lane->receiveEnd) - 0.5;
    }

    /// The lane was free before the entry was there, or while it was paused: it did not wait for a lane.
    static bool cameLater(const Flight &flight, const Flight &lane)
    {
        return flight.isFirstPart() && flight.attempt == 0
            && queuedSince(*flight.task) > lane.receiveEnd;
    }

    Flight earlierAttempt(const Flight &flight)
    {
        const Flight earlier = partsOf(*flight.task, flight.attempt - 1).back();
        const bool isRefused = endedByRefusal(waitedAfter(*flight.task, flight.attempt));
        const Work wait = isRefused ? Work::Refused : Work::Retry;
        const std::vector<Span> waits = waitsBefore(*flight.task, flight.attempt);
        for (auto part = waits.crbegin(); part != waits.crend(); ++part) {
            add(Work::Nothing, part->to, nullptr); // paused
            add(wasInterrupted(earlier.it()) ? Work::Nothing : wait, part->from, &flight);
        }
        add(Work::Nothing, earlier.end, nullptr);
        return earlier;
    }

    static Flight earlierPart(const Flight &flight)
    {
        const std::vector<Flight> parts = partsOf(*flight.task, flight.attempt);
        return *std::ranges::find(parts, flight.hop, &Flight::hopEnd);
    }

    /// The hold of its server that ended last before where the path is, and after any lane was given free.
    const record::Hold *holdBefore(const Flight &flight, const std::optional<Flight> &lane) const
    {
        const QString host = plan::Origin(flight.server()).text;
        const record::Hold *last = nullptr;
        for (const record::Hold &hold : m_run.facts.holds) {
            const Stamp end = record::endOf(hold, m_at);
            const bool isLater = !lane || end >= lane->receiveEnd;
            if (hold.host == host && hold.from < m_at && end <= m_at && isLater)
                last = &hold;
        }
        return last;
    }

    const Run &m_run;
    std::vector<Flight> m_flights; ///< by landing
    StepFunction m_profile;
    std::vector<CriticalStretch> m_path;
    Stamp m_at{};
    bool m_isWaitedFor = false;
};

} // namespace

std::vector<CriticalStretch> criticalPathOf(const Run &run)
{
    return Walk(run).path();
}

} // namespace lapwing::measure
