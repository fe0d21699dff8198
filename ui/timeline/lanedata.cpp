// SPDX-License-Identifier: MIT
#include "timeline/lanedata.h"

#include "measure/concurrency.h"
#include "measure/seconds.h"
#include "measure/times.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace lapwing::ui {
namespace {

using record::Stamp;

/// Bytes that came in one packet would be gigabytes a second (measure/compare/estimate.cpp has the figures).
constexpr Stamp shortestReceipt = std::chrono::milliseconds(1);
/// Shares are told in so many steps, so that neighbours that look alike become one.
constexpr double shareSteps = 4;

/// The body, which came in the last flight of its attempt.
void addBody(const record::Attempt &attempt, Flight &flight)
{
    if (attempt.hops.empty() || !attempt.hops.back().headers)
        return;
    const record::Hop &hop = attempt.hops.back();
    flight.receiveFrom = *hop.headers;
    flight.receiveTo = std::max(attempt.received.value_or(hop.end.value_or(flight.to)),
                                flight.receiveFrom + shortestReceipt);
    flight.bytes = attempt.bytes;
}

Stamp aloneOf(const record::TaskRecord &task)
{
    Stamp sum{};
    if (!record::isFetched(task))
        return sum;
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops)
            sum += measure::between(hop.asked, hop.end).value_or(Stamp{});
    }
    return sum;
}

/// Makes spans of one slot coarser; what is narrower than a grain is gathered in grains.
class Coarsener {
public:
    Coarsener(const Stretch &window, Stamp grain, std::vector<SlotSpan> &to)
        : m_window(window), m_grain(grain), m_spans(to)
    {
    }

    void add(SlotSpan span)
    {
        span.from = std::max(span.from, m_window.from);
        span.to = std::min(span.to, m_window.to);
        if (span.to <= span.from)
            return;
        if (span.to - span.from >= m_grain) {
            flush();
            m_spans.push_back(span);
            return;
        }
        while (span.from < span.to) {
            const Stamp cell = m_window.from + (span.from - m_window.from) / m_grain * m_grain;
            const Stamp to = std::min(span.to, cell + m_grain);
            take(cell, span.slot, to - span.from);
            span.from = to;
        }
    }
    void flush()
    {
        if (m_taken == Stamp{})
            return;
        const double share = std::min(1., measure::seconds(m_taken) / measure::seconds(m_grain));
        append({m_slot, m_cell, m_cell + m_grain, -1, std::ceil(share * shareSteps) / shareSteps});
        m_taken = {};
    }

private:
    void take(Stamp cell, int slot, Stamp time)
    {
        if (cell != m_cell || slot != m_slot)
            flush();
        m_cell = cell;
        m_slot = slot;
        m_taken += time;
    }
    void append(const SlotSpan &span)
    {
        SlotSpan *const last = m_spans.empty() ? nullptr : &m_spans.back();
        if (last != nullptr && last->slot == span.slot && last->row < 0 && last->to >= span.from
            && last->share == span.share)
            last->to = span.to;
        else
            m_spans.push_back(span);
    }

    Stretch m_window;
    Stamp m_grain;
    std::vector<SlotSpan> &m_spans;
    Stamp m_cell{-1};
    Stamp m_taken{};
    int m_slot = 0;
};

HighestRate highestOf(const measure::StepFunction &throughput)
{
    const std::vector<Stamp> corners = throughput.corners();
    if (corners.empty())
        return {};
    const Stamp over = std::min<Stamp>(std::chrono::seconds(1), corners.back() - corners.front());
    return {throughput.highestMeanOver(over), over};
}

} // namespace

void LaneInput::add(const record::TaskRecord &task)
{
    const int row = static_cast<int>(alone.size());
    alone.push_back(aloneOf(task));
    for (const record::Attempt &attempt : task.attempts) {
        for (const measure::Span &span : measure::flightsOf(attempt, now))
            flights.push_back({span.from, span.to, row});
        addBody(attempt, flights.back());
    }
}

std::vector<SlotSpan> slotsOf(std::vector<Flight> flights)
{
    using Busy = std::pair<Stamp, int>; // until when, which slot
    std::ranges::stable_sort(flights, {}, &Flight::from);
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
    std::priority_queue<int, std::vector<int>, std::greater<>> free;
    int count = 0;
    std::vector<SlotSpan> spans;
    spans.reserve(flights.size());
    for (const Flight &flight : flights) {
        for (; !busy.empty() && busy.top().first <= flight.from; busy.pop())
            free.push(busy.top().second);
        if (free.empty())
            free.push(count++);
        spans.push_back({free.top(), flight.from, flight.to, flight.row, 1});
        busy.emplace(flight.to, free.top());
        free.pop();
    }
    std::ranges::stable_sort(spans, {}, &SlotSpan::slot);
    return spans;
}

std::vector<SlotSpan> endToEnd(const std::vector<Stamp> &alone)
{
    std::vector<SlotSpan> spans;
    Stamp at{};
    for (std::size_t row = 0; row < alone.size(); ++row) {
        if (alone[row] > Stamp{})
            spans.push_back({0, at, at + alone[row], static_cast<int>(row), 1});
        at += alone[row];
    }
    return spans;
}

measure::StepFunction throughputOf(const std::vector<Flight> &flights)
{
    std::vector<measure::Span> spans;
    spans.reserve(flights.size());
    for (const Flight &flight : flights) {
        const double time = measure::seconds(flight.receiveTo - flight.receiveFrom);
        if (flight.bytes > 0 && time > 0)
            spans.push_back(
                {flight.receiveFrom, flight.receiveTo, static_cast<double>(flight.bytes) / time});
    }
    return measure::StepFunction(spans);
}

std::vector<SlotSpan> coarsened(const std::vector<SlotSpan> &spans, const Stretch &window,
                                Stamp grain)
{
    std::vector<SlotSpan> coarse;
    Coarsener coarsener(window, grain, coarse);
    for (const SlotSpan &span : spans)
        coarsener.add(span);
    coarsener.flush();
    return coarse;
}

std::vector<double> binned(const measure::StepFunction &function, const Stretch &window,
                           Stamp grain)
{
    std::vector<double> means;
    double before = function.integralTo(window.from);
    for (Stamp at = window.from; at < window.to; at += grain) {
        const double sum = function.integralTo(at + grain);
        means.push_back(std::max(0., (sum - before) / measure::seconds(grain)));
        before = sum;
    }
    return means;
}

LaneSums sumsOf(LaneInput input)
{
    LaneSums sums;
    sums.now = input.now;
    sums.throughput = throughputOf(input.flights);
    sums.highest = highestOf(sums.throughput);
    sums.ghost = endToEnd(input.alone);
    sums.ghostEnd = sums.ghost.empty() ? Stamp{} : sums.ghost.back().to;
    sums.slots = slotsOf(std::move(input.flights));
    sums.slotCount = sums.slots.empty() ? 0 : sums.slots.back().slot + 1;
    return sums;
}

LanePicture pictureOf(const LaneSums &sums, const Stretch &window, Stamp grain)
{
    LanePicture picture;
    picture.window = window;
    picture.grain = grain;
    picture.slots = coarsened(sums.slots, window, grain);
    picture.ghost = coarsened(sums.ghost, window, grain);
    picture.highest = sums.highest;
    picture.rates = binned(sums.throughput, window, grain);
    picture.slotCount = sums.slotCount;
    picture.ghostEnd = sums.ghostEnd;
    picture.now = sums.now;
    return picture;
}

} // namespace lapwing::ui
