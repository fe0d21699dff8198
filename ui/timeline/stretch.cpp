// SPDX-License-Identifier: MIT
#include "timeline/stretch.h"

#include "measure/concurrency.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {
namespace {

using record::Stamp;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Stretch)
};

Stamp overlap(const Stretch &stretch, Stamp from, Stamp to)
{
    return std::max(std::min(stretch.to, to) - std::max(stretch.from, from), Stamp{});
}

/// The body of an attempt: from its header until its last byte was here, or `now`.
std::optional<Stretch> bodyOf(const record::Attempt &attempt, Stamp now)
{
    if (attempt.hops.empty() || !attempt.hops.back().headers)
        return std::nullopt;
    const record::Hop &hop = attempt.hops.back();
    const Stamp to = attempt.received.value_or(hop.end.value_or(attempt.end.value_or(now)));
    return Stretch{*hop.headers, std::max(to, *hop.headers)};
}

/// Adds up what attempts did in one stretch.
class Adder {
public:
    Adder(const Stretch &stretch, Stamp now) : m_stretch(stretch), m_now(now) { }

    void add(const record::Attempt &attempt)
    {
        const Stamp end = attempt.received.value_or(attempt.end.value_or(m_now));
        for (const measure::Span &flight : measure::flightsOf(attempt, m_now))
            m_sums.active += overlap(m_stretch, flight.from, flight.to);
        for (const record::Hop &hop : attempt.hops)
            addWait(hop, end);
        if (const auto body = bodyOf(attempt, m_now))
            addBody(*body, attempt.bytes);
    }
    [[nodiscard]] StretchSums &sums() { return m_sums; }
    void finish()
    {
        if (m_hasBytes)
            m_sums.bytes = std::llround(m_bytes);
    }

private:
    void addWait(const record::Hop &hop, Stamp end)
    {
        if (hop.sent)
            m_sums.waiting +=
                overlap(m_stretch, *hop.sent, hop.headers.value_or(hop.end.value_or(end)));
    }
    void addBody(const Stretch &body, qint64 bytes)
    {
        const Stamp inside = overlap(m_stretch, body.from, body.to);
        m_sums.receiving += inside;
        const bool isMoment =
            body.from == body.to && body.from >= m_stretch.from && body.from < m_stretch.to;
        if (bytes <= 0 || (inside == Stamp{} && !isMoment))
            return;
        m_hasBytes = true;
        const bool isWhole = isMoment || inside == body.to - body.from;
        m_sums.isBytesExact = m_sums.isBytesExact && isWhole;
        const double share =
            isWhole ? 1 : measure::seconds(inside) / measure::seconds(body.to - body.from);
        m_bytes += static_cast<double>(bytes) * share;
    }

    Stretch m_stretch;
    Stamp m_now;
    StretchSums m_sums;
    double m_bytes = 0;
    bool m_hasBytes = false;
};

/// Places times seconds.
double atOnceSeconds(const record::RunFacts &facts, const Stretch &stretch)
{
    double sum = 0;
    int level = facts.atOnce;
    Stamp from{};
    for (const record::AtOnceChange &change : facts.atOnceChanges) {
        sum += level * measure::seconds(overlap(stretch, from, change.at));
        level = change.atOnce;
        from = change.at;
    }
    return sum + level * measure::seconds(overlap(stretch, from, Stamp::max()));
}

QString shares(const StretchSums &sums)
{
    const double active = measure::seconds(sums.active);
    return Words::tr("%1 waiting, %2 receiving")
        .arg(text::asShare(measure::seconds(sums.waiting) / active),
             text::asShare(measure::seconds(sums.receiving) / active));
}

} // namespace

bool isActiveIn(const record::TaskRecord &task, const Stretch &stretch)
{
    return task.start && *task.start < stretch.to && (!task.end || *task.end > stretch.from);
}

StretchSums sumsOf(const std::vector<record::SharedRecord> &tasks, const record::RunFacts &facts,
                   const Stretch &stretch, Stamp now)
{
    const Stretch passed{stretch.from, std::min(stretch.to, now)};
    Adder adder(passed, now);
    StretchSums &sums = adder.sums();
    sums.time = std::max(passed.to - passed.from, Stamp{});
    if (sums.time == Stamp{})
        return sums;
    for (const record::TaskRecord &task : tasks) {
        if (!isActiveIn(task, passed))
            continue;
        ++sums.tasks;
        for (const record::Attempt &attempt : task.attempts)
            adder.add(attempt);
    }
    adder.finish();
    const double time = measure::seconds(sums.time);
    sums.slots = atOnceSeconds(facts, passed) / time;
    sums.idleSlots = std::max(0., sums.slots - measure::seconds(sums.active) / time);
    return sums;
}

QString wordsFor(const StretchSums &sums)
{
    QStringList parts{text::asFineTime(sums.time),
                      Words::tr("%n downloads active", nullptr, sums.tasks)};
    if (sums.bytes)
        parts << (sums.isBytesExact ? text::asBytes(sums.bytes)
                                    : Words::tr("about %1").arg(text::asBytes(sums.bytes)));
    if (sums.active > Stamp{})
        parts << shares(sums);
    if (const double slots = std::round(sums.slots * 10) / 10; slots > 0)
        parts << Words::tr("%1 of %2 slots idle", nullptr, slots == 1 ? 1 : 2)
                     .arg(QLocale().toString(sums.idleSlots, 'f', 1), QLocale().toString(slots));
    return parts.join(QStringLiteral("  ·  "));
}

int atOnceAt(const record::RunFacts &facts, Stamp moment)
{
    int level = facts.atOnce;
    for (const record::AtOnceChange &change : facts.atOnceChanges)
        level = change.at <= moment ? change.atOnce : level;
    return level;
}

} // namespace lapwing::ui
