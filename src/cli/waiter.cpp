// SPDX-License-Identifier: MIT
#include "cli/waiter.h"

#include "cli/command.h"
#include "report/amounts.h"

#include <algorithm>

namespace lapwing::cli {

using demo::Event;
using demo::Mode;
using record::Stamp;

namespace {

QString nameOf(Mode mode)
{
    switch (mode) {
    case Mode::OneAtATime:
        return Text::tr("One at a time");
    case Mode::Tasks:
        return Text::tr("As tasks, awaited in turn");
    case Mode::Gather:
        return Text::tr("Gathered");
    }
    Q_UNREACHABLE();
}

std::vector<Event> deliveriesIn(const demo::Served &served)
{
    std::vector<Event> deliveries;
    std::ranges::copy_if(served.events, std::back_inserter(deliveries),
                         [](const Event &event) { return event.kind == Event::Kind::Delivered; });
    return deliveries;
}

} // namespace

Waiter::Waiter(Outlet &out, double scale) : m_out(out), m_scale(scale) { }

QString Waiter::time(Stamp stamp) const
{
    return report::asSeconds(stamp, m_scale < 0.5 ? 2 : 1);
}

void Waiter::sayMode(Mode mode)
{
    say(m_out, nameOf(mode));
}

QString Waiter::sentenceFor(const Event &event) const
{
    switch (event.kind) {
    case Event::Kind::Ordered:
        return Text::tr("%1 orders.").arg(event.name);
    case Event::Kind::Delivered:
        return Text::tr("%1's meal is delivered after %2; %1 is eating.")
            .arg(event.name, time(event.waited));
    case Event::Kind::Collected:
        return Text::tr("%1 has eaten; the bowl of %1 is collected.").arg(event.name);
    }
    Q_UNREACHABLE();
}

/// "   5.0 s  B's meal is delivered …"
void Waiter::sayEvent(const Event &event)
{
    say(m_out, QStringLiteral("%1  %2").arg(time(event.at), 8).arg(sentenceFor(event)));
}

/// Who waited longer than the longest meal takes is angry; nobody else has a reason.
QString Waiter::moodOf(const std::vector<Event> &deliveries) const
{
    const auto longest = std::ranges::max_element(deliveries, {}, &Event::waited);
    const std::vector<demo::Delivery> meals = demo::deliveries(m_scale);
    const auto meal = std::ranges::max_element(meals, {}, &demo::Delivery::meal);
    if (longest == deliveries.end() || longest->waited <= meal->meal)
        return Text::tr("Nobody gets angry.");
    return Text::tr("%1, who waited longest (%2), is the one who gets angry.")
        .arg(longest->name, time(longest->waited));
}

void Waiter::sayRound(const demo::Served &served)
{
    const std::vector<Event> deliveries = deliveriesIn(served);
    QStringList waits;
    for (const Event &event : deliveries)
        waits << Text::tr("%1 %2").arg(event.name, time(event.waited));
    say(m_out,
        Text::tr("Waited for the delivery: %1. %2")
            .arg(waits.join(QStringLiteral(", ")), moodOf(deliveries)));
    say(m_out, Text::tr("In all: %1").arg(time(served.elapsed)));
    say(m_out, QString());
}

void Waiter::compare(Stamp oneAtATime, Stamp tasks, Stamp gathered)
{
    say(m_out,
        Text::tr("One at a time took %1, as tasks %2, gathered %3: all measured.")
            .arg(time(oneAtATime), time(tasks), time(gathered)));
    say(m_out,
        Text::tr(
            "One at a time is all meals added up; gathered is the longest meal, %1 times faster.")
            .arg(report::asFactor(std::chrono::duration<double>(oneAtATime) / gathered)));
    say(m_out,
        Text::tr(
            "Three tasks awaited in turn are not the same as three calls awaited in turn: a call "
            "begins when it is awaited, a task has run meanwhile."));
}

} // namespace lapwing::cli
