// SPDX-License-Identifier: MIT
#include "cli/changes.h"

#include "cli/command.h"
#include "report/amounts.h"

#include <algorithm>
#include <cmath>

namespace lapwing::cli {
namespace {

using measure::Change;
using report::asTime;

constexpr std::size_t mostHosts = 10;
constexpr std::size_t mostTasks = 10;

/// "+0.3 s", "-0.3 s"
QString signedTime(record::Stamp time)
{
    const QString size = asTime(time < record::Stamp{} ? -time : time);
    if (time == record::Stamp{})
        return size;
    return (time < record::Stamp{} ? u'-' : u'+') + size;
}

/// "1.0 s -> 1.3 s, +0.3 s (1.3 times as long)"
QString told(const Change &change)
{
    QString text = Text::tr("%1 -> %2").arg(asTime(change.before), asTime(change.after));
    if (const auto by = change.by())
        text += QStringLiteral(", ") + signedTime(*by);
    if (const auto times = change.times(); times && std::isfinite(*times))
        text += u' ' + Text::tr("(%1 times as long)").arg(report::asFactor(*times));
    return text;
}

bool isKnown(const Change &change)
{
    return change.before || change.after;
}

void sayPhases(Outlet &out, const std::vector<measure::PhaseChange> &phases)
{
    if (std::ranges::none_of(phases, isKnown, &measure::PhaseChange::change))
        return;
    say(out, QString());
    say(out, Text::tr("By phase, added up over the files that both runs have:"));
    for (const measure::PhaseChange &phase : phases) {
        if (isKnown(phase.change))
            say(out,
                QStringLiteral("  %1 %2").arg(measure::titleOf(phase.phase).leftJustified(22),
                                              told(phase.change)));
    }
}

QString hostLine(const measure::HostChange &host)
{
    QString line =
        Text::tr("  %1, files: %2: %3").arg(host.host).arg(host.tasks).arg(told(host.own));
    if (!host.phases.empty() && host.phases.front().change.by())
        line += QStringLiteral("; ")
            + Text::tr("most in: %1, %2")
                  .arg(measure::titleOf(host.phases.front().phase),
                       signedTime(*host.phases.front().change.by()));
    return line;
}

void sayHosts(Outlet &out, const std::vector<measure::HostChange> &hosts)
{
    if (hosts.empty())
        return;
    say(out, QString());
    say(out, Text::tr("By server, the largest change first:"));
    for (std::size_t place = 0; place < std::min(hosts.size(), mostHosts); ++place)
        say(out, hostLine(hosts[place]));
    if (hosts.size() > mostHosts)
        say(out, Text::tr("  and %1 more").arg(hosts.size() - mostHosts));
}

void sayTasks(Outlet &out, const std::vector<measure::TaskChange> &tasks,
              plan::Disclosure disclosure)
{
    if (tasks.empty())
        return;
    say(out, QString());
    say(out, Text::tr("By file, the largest change first:"));
    for (std::size_t place = 0; place < std::min(tasks.size(), mostTasks); ++place) {
        const measure::TaskChange &task = tasks[place];
        QString line =
            QStringLiteral("  %1: %2").arg(plan::shown(task.url, disclosure), told(task.own));
        if (task.phase)
            line +=
                QStringLiteral("; ") + Text::tr("most in: %1").arg(measure::titleOf(*task.phase));
        say(out, line);
    }
    if (tasks.size() > mostTasks)
        say(out, Text::tr("  and %1 more").arg(tasks.size() - mostTasks));
}

} // namespace

void sayDifference(Outlet &out, const measure::Difference &difference, plan::Disclosure disclosure)
{
    if (!difference.text.isEmpty())
        say(out, difference.text);
    for (const QString &note : difference.notes)
        say(out, note);
    if (isKnown(difference.elapsed))
        say(out, Text::tr("Elapsed: %1").arg(told(difference.elapsed)));
    if (difference.onlyBefore > 0 || difference.onlyAfter > 0)
        say(out,
            Text::tr("Files of the first run alone: %1; of the second alone: %2.")
                .arg(difference.onlyBefore)
                .arg(difference.onlyAfter));
    sayPhases(out, difference.phases);
    sayHosts(out, difference.hosts);
    sayTasks(out, difference.tasks, disclosure);
}

} // namespace lapwing::cli
