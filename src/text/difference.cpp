// SPDX-License-Identifier: MIT
#include "text/difference.h"

#include "text/amounts.h"
#include "text/displaywidth.h"
#include "text/phases.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lapwing::text {
namespace {

using measure::Change;
using measure::Difference;
using measure::Note;
using Seconds = std::chrono::duration<double>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Difference)
};

constexpr std::size_t maxHosts = 10;
constexpr std::size_t maxTasks = 10;

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
    QString text = Words::tr("%1 -> %2").arg(asTime(change.before), asTime(change.after));
    if (const auto by = change.by())
        text += QStringLiteral(", ") + signedTime(*by);
    if (const auto times = change.times(); times && std::isfinite(*times))
        text += u' ' + Words::tr("(%1×)").arg(asFactor(*times));
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
    lines.append(Words::tr("By phase, summed over the files that are in both runs:"));
    for (const measure::PhaseChange &phase : phases) {
        if (isKnown(phase.change))
            lines.append(QStringLiteral("  %1 %2").arg(leftAligned(titleOf(phase.phase), 22),
                                                       told(phase.change)));
    }
}

QString hostLine(const measure::HostChange &host)
{
    QString line = Words::tr("  %1 (files: %2): %3")
                       .arg(host.host, QString::number(host.tasks),
                            told(host.own)); // at once: a name may hold %2
    if (!host.phases.empty() && host.phases.front().change.by())
        line += QStringLiteral("; ")
            + Words::tr("mostly in: %1, %2")
                  .arg(text::titleOf(host.phases.front().phase),
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
            line +=
                QStringLiteral("; ") + Words::tr("mostly in: %1").arg(text::titleOf(*task.phase));
        lines.append(line);
    }
    if (tasks.size() > maxTasks)
        lines.append(Words::tr("  and %1 more").arg(tasks.size() - maxTasks));
}

double secondsOf(std::optional<record::Stamp> time)
{
    return Seconds(time.value_or(record::Stamp{})).count();
}

QString elapsedSentence(const Difference &difference)
{
    const Change &elapsed = difference.elapsed;
    const double by = secondsOf(elapsed.by());
    const QString after = asSeconds(secondsOf(elapsed.after));
    if (difference.isSmall)
        return Words::tr("Both runs took about the same time: %1 and %2.")
            .arg(asSeconds(secondsOf(elapsed.before)), after);
    const QString change = asSeconds(std::abs(by));
    const std::optional<double> times = elapsed.times();
    if (!times) // the first took none
        return Words::tr("The second run took %1, %2 longer than the first.").arg(after, change);
    return (by > 0 ? Words::tr("The second run took %1, %2 longer than the first (%3×).")
                   : Words::tr("The second run took %1, %2 less than the first (%3×)."))
        .arg(after, change, asRatio(*times));
}

QString largestSentence(const measure::HostPhase &largest)
{
    const Change &change = largest.phase.change;
    return Words::tr("The largest change is in %1 at %2: from %3 to %4, summed over its files.")
        .arg(titleOf(largest.phase.phase), largest.host, asSeconds(secondsOf(change.before)),
             asSeconds(secondsOf(change.after)));
}

/// In one or two sentences.
QString resultOf(const Difference &difference)
{
    const QString elapsed = elapsedSentence(difference);
    return difference.largest ? elapsed + u' ' + largestSentence(*difference.largest) : elapsed;
}

bool haveNothingInCommon(const Difference &difference)
{
    return difference.tasks.empty() && difference.hosts.empty() && difference.onlyBefore > 0
        && difference.onlyAfter > 0;
}

/// What each took says nothing about the other.
QString withoutCommonLinks(const Difference &difference)
{
    const QString why = Words::tr("The runs have no link in common, so they cannot be compared.");
    const Change &elapsed = difference.elapsed;
    if (!elapsed.by())
        return why;
    return Words::tr("%1 The first took %2, the second %3.")
        .arg(why, asSeconds(secondsOf(elapsed.before)), asSeconds(secondsOf(elapsed.after)));
}

} // namespace

QString sentence(const Note &note)
{
    switch (note.kind) {
    case Note::Kind::OtherMode:
        return Words::tr("One run downloaded together; the other downloaded one at a time.");
    case Note::Kind::OtherAtOnce:
        return Words::tr("The first run downloaded %1 at a time, the second %2.")
            .arg(note.before)
            .arg(note.after);
    case Note::Kind::OneDiscarded:
        return Words::tr("Only one of the runs wrote files.");
    case Note::Kind::Stopped:
        return Words::tr("One of the runs was stopped.");
    case Note::Kind::Failed:
        return Words::tr("Downloads failed: %1 in the first, %2 in the second.")
            .arg(note.before)
            .arg(note.after);
    case Note::Kind::OtherSizes:
        return Words::tr("Files with a different number of bytes: %1.").arg(note.files);
    case Note::Kind::OnDiskBefore:
        return Words::tr(
                   "Files that were already on disk, at least in part, before one of the runs: %1.")
            .arg(note.files);
    }
    Q_UNREACHABLE();
}

QStringList linesOf(const Difference &difference, plan::Redaction redaction)
{
    QStringList lines;
    const bool isApart = haveNothingInCommon(difference);
    if (isApart)
        lines.append(withoutCommonLinks(difference));
    else if (difference.elapsed.by())
        lines.append(resultOf(difference));
    for (const Note &note : difference.notes)
        lines.append(sentence(note));
    if (!isApart && isKnown(difference.elapsed))
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

} // namespace lapwing::text
