// SPDX-License-Identifier: MIT
#include "cli/commands/demonarrator.h"

#include "cli/command.h"
#include "measure/verdict/verdict.h"
#include "text/amounts.h"
#include "text/displaywidth.h"

#include <algorithm>

namespace lapwing::cli {

using demo::DemoEvent;
using demo::DemoMode;
using record::Stamp;

namespace {

QString nameOf(DemoMode mode)
{
    switch (mode) {
    case DemoMode::OneAtATime:
        return Text::tr("One at a time");
    case DemoMode::Tasks:
        return Text::tr("As tasks, awaited in turn");
    case DemoMode::Gather:
        return Text::tr("Gathered");
    }
    Q_UNREACHABLE();
}

QString kindOf(const record::Loop &loop)
{
    switch (measure::loopKindOf(loop)) {
    case measure::LoopKind::IoBound:
        return Text::tr("I/O-bound");
    case measure::LoopKind::CpuBound:
        return Text::tr("CPU-bound");
    case measure::LoopKind::Blocked:
        return Text::tr("blocked");
    case measure::LoopKind::CpuElsewhere:
        return Text::tr("free, with CPU-bound work on other threads");
    case measure::LoopKind::Unknown:
        return Text::tr("not observed");
    }
    Q_UNREACHABLE();
}

std::vector<DemoEvent> deliveriesIn(const demo::DemoResult &served)
{
    std::vector<DemoEvent> deliveries;
    std::ranges::copy_if(served.events, std::back_inserter(deliveries), [](const DemoEvent &event) {
        return event.kind == DemoEvent::Kind::Delivered;
    });
    return deliveries;
}

} // namespace

DemoNarrator::DemoNarrator(Outlet &out, double scale) : m_out(out), m_scale(scale) { }

QString DemoNarrator::time(Stamp stamp) const
{
    return text::asSeconds(stamp, m_scale < 0.5 ? 2 : 1);
}

void DemoNarrator::sayMode(DemoMode mode)
{
    say(m_out, nameOf(mode));
}

QString DemoNarrator::sentenceFor(const DemoEvent &event) const
{
    switch (event.kind) {
    case DemoEvent::Kind::Ordered:
        return Text::tr("%1 orders.").arg(event.name);
    case DemoEvent::Kind::Delivered:
        return Text::tr("%1's meal is delivered after %2; %1 is eating.")
            .arg(event.name, time(event.waited));
    case DemoEvent::Kind::Collected:
        return Text::tr("%1 has eaten; %1's bowl is collected.").arg(event.name);
    }
    Q_UNREACHABLE();
}

/// "   5.0 s  B's meal is delivered …"
void DemoNarrator::sayEvent(const DemoEvent &event)
{
    sayNow(text::rightAligned(time(event.at), 8) + QStringLiteral("  ") + sentenceFor(event));
}

void DemoNarrator::sayNow(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    say(m_out, line);
}

/// Who waited longer than the longest meal takes is angry; nobody else has a reason.
QString DemoNarrator::moodOf(const std::vector<DemoEvent> &deliveries) const
{
    const auto longest = std::ranges::max_element(deliveries, {}, &DemoEvent::waited);
    const std::vector<demo::Delivery> meals = demo::deliveries(m_scale);
    const auto meal = std::ranges::max_element(meals, {}, &demo::Delivery::meal);
    if (longest == deliveries.end() || longest->waited <= meal->meal)
        return Text::tr("Nobody gets angry.");
    return Text::tr("%1, who waited longest (%2), is the one who gets angry.")
        .arg(longest->name, time(longest->waited));
}

void DemoNarrator::sayRound(const demo::DemoResult &served)
{
    const std::vector<DemoEvent> deliveries = deliveriesIn(served);
    QStringList waits;
    for (const DemoEvent &event : deliveries)
        waits << Text::tr("%1 %2").arg(event.name, time(event.waited));
    say(m_out,
        Text::tr("Waited for the delivery: %1. %2")
            .arg(waits.join(QStringLiteral(", ")), moodOf(deliveries)));
    say(m_out, Text::tr("In all: %1").arg(time(served.elapsed)));
    say(m_out, QString());
}

void DemoNarrator::compare(Stamp oneAtATime, Stamp tasks, Stamp gathered)
{
    say(m_out,
        Text::tr("One at a time took %1, as tasks %2, gathered %3: all measured.")
            .arg(time(oneAtATime), time(tasks), time(gathered)));
    say(m_out,
        Text::tr("One at a time takes as long as all meals added up; gathered takes only as long "
                 "as the longest meal: %1× as fast.")
            .arg(text::asFactor(std::chrono::duration<double>(oneAtATime) / gathered)));
    say(m_out,
        Text::tr("Three tasks awaited in turn are not the same as three calls awaited in turn: a "
                 "call starts when it is awaited; a task has been running all along."));
}

void DemoNarrator::sayWorkload(demo::WorkKind kind, demo::WorkPlace place)
{
    const bool onLoop = place == demo::WorkPlace::Loop;
    if (kind == demo::WorkKind::Blocking)
        say(m_out,
            onLoop ? Text::tr("Gathered; each meal is a call that blocks the loop")
                   : Text::tr("Gathered; the same call on a thread of its own"));
    else
        say(m_out,
            onLoop ? Text::tr("Gathered; each meal is work that keeps the loop's CPU busy")
                   : Text::tr("Gathered; the same work on a thread of its own"));
}

void DemoNarrator::sayLoopStalled(record::Stamp since)
{
    sayNow(QStringLiteral("          ")
           + Text::tr("(The event loop has been blocked since %1.)").arg(time(since)));
}

void DemoNarrator::sayLoop(const record::Loop &loop)
{
    const auto share = [&loop](record::Stamp part) {
        return text::asPercent(std::chrono::duration<double>(part) / loop.watched);
    };
    const QString busy = loop.busy ? share(*loop.busy) : text::unknown();
    say(m_out,
        Text::tr(
            "The loop was %1: busy for %2 of the time, on the CPU for %3, blocked for up to %4.")
            .arg(kindOf(loop), busy, share(loop.cpu), time(loop.longestStall)));
    if (loop.starved && *loop.starved > loop.watched / 10)
        say(m_out,
            Text::tr("For %1 of the time it waited for a CPU: this machine is busy.")
                .arg(share(*loop.starved)));
}

void DemoNarrator::compare(demo::WorkKind kind, record::Stamp onLoop, record::Stamp onThread)
{
    say(m_out,
        Text::tr("On the loop it took %1, on threads %2 (both measured).")
            .arg(time(onLoop), time(onThread)));
    say(m_out,
        kind == demo::WorkKind::Blocking
            ? Text::tr("A blocking call turns concurrent work back into sequential work and "
                       "starves everything else. Await something, or move the call to a thread.")
            : Text::tr("Awaiting work does not make it faster. On threads it leaves the loop free "
                       "and runs on as many CPUs as there are."));
}

} // namespace lapwing::cli
