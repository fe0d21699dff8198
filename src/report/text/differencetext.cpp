// SPDX-License-Identifier: MIT
#include "report/text/differencetext.h"

#include "text/amounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lapwing::report {
namespace {

using measure::Change;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::report::DifferenceText)
};

constexpr std::size_t maxHosts = 10;
constexpr std::size_t maxTasks = 10;

/// "+0.3 s", "-0.3 s"
QString signedTime(record::Stamp time)
{
    const QString size = text::asTime(time < record::Stamp{} ? -time : time);
    if (time == record::Stamp{})
        return size;
    return (time < record::Stamp{} ? u'-' : u'+') + size;
}

/// "1.0 s -> 1.3 s, +0.3 s (1.3 times as long)"
QString told(const Change &change)
{
    QString text =
        Words::tr("%1 -> %2").arg(text::asTime(change.before), text::asTime(change.after));
    if (const auto by = change.by())
        text += QStringLiteral(", ") + signedTime(*by);
    if (const auto times = change.times(); times && std::isfinite(*times))
        text += u' ' + Words::tr("(%1×)").arg(text::asFactor(*times));
    return text;
}

bool isKnown(const Change &change)
{
    return change.before || change.after;
}

void addPhases(QStringList &lines, const std::vector<measure::PhaseChange> &phases)
{
    if (std::ranges::none_of(phases, isKnown, &measure::PhaseChange::change))
        return;
    lines.append(QString());
    lines.append(Words::tr("By phase, summed over the files in both runs:"));
    for (const measure::PhaseChange &phase : phases) {
        if (isKnown(phase.change))
            lines.append(QStringLiteral("  %1 %2").arg(
                measure::titleOf(phase.phase).leftJustified(22), told(phase.change)));
    }
}

QString hostLine(const measure::HostChange &host)
{
    QString line = Words::tr("  %1, files: %2: %3")
                       .arg(host.host, QString::number(host.tasks),
                            told(host.own)); // at once: a name may hold %2
    if (!host.phases.empty() && host.phases.front().change.by())
        line += QStringLiteral("; ")
            + Words::tr("mostly in: %1, %2")
                  .arg(measure::titleOf(host.phases.front().phase),
                       signedTime(*host.phases.front().change.by()));
    return line;
}

void addHosts(QStringList &lines, const std::vector<measure::HostChange> &hosts)
{
    if (hosts.empty())
        return;
    lines.append(QString());
    lines.append(Words::tr("By server, largest change first:"));
    for (std::size_t place = 0; place < std::min(hosts.size(), maxHosts); ++place)
        lines.append(hostLine(hosts[place]));
    if (hosts.size() > maxHosts)
        lines.append(Words::tr("  and %1 more").arg(hosts.size() - maxHosts));
}

void addTasks(QStringList &lines, const std::vector<measure::TaskChange> &tasks,
              plan::Redaction redaction)
{
    if (tasks.empty())
        return;
    lines.append(QString());
    lines.append(Words::tr("By file, largest change first:"));
    for (std::size_t place = 0; place < std::min(tasks.size(), maxTasks); ++place) {
        const measure::TaskChange &task = tasks[place];
        QString line =
            QStringLiteral("  %1: %2").arg(plan::displayUrl(task.url, redaction), told(task.own));
        if (task.phase)
            line += QStringLiteral("; ")
                + Words::tr("mostly in: %1").arg(measure::titleOf(*task.phase));
        lines.append(line);
    }
    if (tasks.size() > maxTasks)
        lines.append(Words::tr("  and %1 more").arg(tasks.size() - maxTasks));
}

} // namespace

QStringList linesOf(const measure::Difference &difference, plan::Redaction redaction)
{
    QStringList lines;
    if (!difference.text.isEmpty())
        lines.append(difference.text);
    for (const QString &note : difference.notes)
        lines.append(note);
    if (isKnown(difference.elapsed))
        lines.append(Words::tr("Elapsed: %1").arg(told(difference.elapsed)));
    if (difference.onlyBefore > 0 || difference.onlyAfter > 0)
        lines.append(Words::tr("Files only in the first run: %1; only in the second: %2.")
                         .arg(difference.onlyBefore)
                         .arg(difference.onlyAfter));
    addPhases(lines, difference.phases);
    addHosts(lines, difference.hosts);
    addTasks(lines, difference.tasks, redaction);
    return lines;
}

} // namespace lapwing::report
