// SPDX-License-Identifier: MIT
#include "text/difference.h"

#include "text/amounts.h"
#include "text/displaywidth.h"
#include "text/phases.h"
#include "text/stateword.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lapwing::text {
namespace {

using measure::Change;
using measure::Difference;
using measure::Note;
using record::Stamp;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Difference)
};

constexpr std::size_t maxHosts = 10;
constexpr std::size_t maxTasks = 10;
constexpr double leastRatio = 0.005; ///< less is "0.00×", which says nothing

Stamp sizeOf(Stamp time)
{
    return time < Stamp{} ? -time : time;
}

/// "+0.30 s", "−0.30 s"
QString signedTime(Stamp time)
{
    const QString size = timeIn(sizeOf(time));
    if (time == Stamp{})
        return size;
    return (time < Stamp{} ? QChar(u'\u2212') : QChar(u'+')) + size;
}

/// "1.00 s → 1.30 s, +0.30 s (1.30×)"
QString told(const Change &change)
{
    const QString both = Words::tr("%1 → %2", "a time in one run and in the other")
                             .arg(timeIn(change.before), timeIn(change.after));
    return change.by() ? both + QStringLiteral(", ") + asChange(change) : both;
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
    lines.append(Words::tr("By phase, summed over the files that both runs downloaded:"));
    for (const measure::PhaseChange &phase : phases) {
        if (isKnown(phase.change))
            lines.append(QStringLiteral("  %1 %2").arg(leftAligned(titleOf(phase.phase), 22),
                                                       told(phase.change)));
    }
}

QString hostLine(const measure::HostChange &host)
{
    QString line = Words::tr("  %1 (files: %2): %3")
                       .arg(host.host, QString::number(host.files),
                            told(host.own)); // at once: a name may hold %2
    if (host.most && host.most->change.by())
        line += QStringLiteral("; ")
            + Words::tr("largest change in: %1, %2")
                  .arg(titleOf(host.most->phase), signedTime(*host.most->change.by()));
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

/// With its link where that was asked for in full.
QString nameOf(const measure::TaskChange &task, plan::Redaction redaction)
{
    const QString link = plan::displayUrl(task.url, redaction);
    if (task.name.isEmpty())
        return link;
    return redaction == plan::Redaction::Full
        ? Words::tr("%1 (%2)", "a file and its link").arg(task.name, link)
        : task.name;
}

QString taskLine(const measure::TaskChange &task, plan::Redaction redaction)
{
    const QString times = task.isOfOneRun()
        ? Words::tr("%1 → %2", "a time in one run and in the other")
              .arg(timeIn(task.own.before, task.before), timeIn(task.own.after, task.after))
        : told(task.own);
    const QString line = QStringLiteral("  %1: %2").arg(nameOf(task, redaction), times);
    return task.phase
        ? line + QStringLiteral("; ") + Words::tr("largest change in: %1").arg(titleOf(*task.phase))
        : line;
}

void addTasks(QStringList &lines, const std::vector<measure::TaskChange> &tasks,
              plan::Redaction redaction)
{
    if (tasks.empty())
        return;
    lines.append(QString());
    lines.append(Words::tr("By file, largest change first:"));
    for (std::size_t place = 0; place < std::min(tasks.size(), maxTasks); ++place)
        lines.append(taskLine(tasks[place], redaction));
    if (tasks.size() > maxTasks)
        lines.append(Words::tr("  and %1 more").arg(tasks.size() - maxTasks));
}

QString elapsedSentence(const Difference &difference)
{
    const Stamp by = *difference.elapsed.by();
    const QString after = timeIn(difference.elapsed.after);
    if (difference.isSmall)
        return Words::tr("The files took about the same time in both runs: %1 and %2.")
            .arg(timeIn(difference.elapsed.before), after);
    return (by > Stamp{}
                ? Words::tr("The files took %1 in the second run, %2 longer than in the first.")
                : Words::tr("The files took %1 in the second run, %2 less than in the first."))
        .arg(after, timeIn(sizeOf(by)));
}

bool isPartOfRuns(const Difference &difference)
{
    const Change &whole = difference.whole;
    return whole.by()
        && (whole.before != difference.elapsed.before || whole.after != difference.elapsed.after);
}

QString scopeSentence(const Difference &difference)
{
    return Words::tr("That is the time of the %Ln files that came in both runs; the whole runs "
                     "took %1 and %2.",
                     nullptr, difference.files)
        .arg(timeIn(difference.whole.before), timeIn(difference.whole.after));
}

/// Of what it is, where the headline tells of the whole runs.
QString elapsedLine(const Difference &difference)
{
    return difference.obstacle
        ? Words::tr("Elapsed, of the %Ln files that both downloaded: %1", nullptr, difference.files)
              .arg(told(difference.elapsed))
        : Words::tr("Elapsed: %1").arg(told(difference.elapsed));
}

QString largestSentence(const measure::LargestChange &largest)
{
    const Change &change = largest.phase.change;
    const QString sentence =
        (largest.isAfterQueue
             ? Words::tr("Apart from the time in the queue, the largest change is in %1: from %2 "
                         "to %3, summed over the files.")
             : Words::tr("The largest change is in %1: from %2 to %3, summed over the files."))
            .arg(titleOf(largest.phase.phase), timeIn(change.before), timeIn(change.after));
    return largest.host.isEmpty() ? sentence
                                  : sentence + u' '
            + Words::tr("It is largest at %1.", "a change, at a server").arg(largest.host);
}

QString inFirst(const measure::Obstacle &obstacle)
{
    using Kind = measure::Obstacle::Kind;
    const QString count = QLocale().toString(obstacle.before);
    switch (obstacle.kind) {
    case Kind::Unfinished:
        return Words::tr("The first run did not finish %1 of %Ln downloads.", nullptr,
                         obstacle.ofBefore)
            .arg(count);
    case Kind::OnDiskBefore:
        return Words::tr("The first run found %1 of %Ln files fully or partly on disk.", nullptr,
                         obstacle.ofBefore)
            .arg(count);
    case Kind::Missing:
        return Words::tr("The first run did not download %Ln files that came in the second.",
                         nullptr, obstacle.before);
    case Kind::OtherSizes:
        return {}; // told of the second
    }
    Q_UNREACHABLE();
}

QString inSecond(const measure::Obstacle &obstacle)
{
    using Kind = measure::Obstacle::Kind;
    const QString count = QLocale().toString(obstacle.after);
    switch (obstacle.kind) {
    case Kind::Unfinished:
        return Words::tr("The second run did not finish %1 of %Ln downloads.", nullptr,
                         obstacle.ofAfter)
            .arg(count);
    case Kind::OnDiskBefore:
        return Words::tr("The second run found %1 of %Ln files fully or partly on disk.", nullptr,
                         obstacle.ofAfter)
            .arg(count);
    case Kind::Missing:
        return Words::tr("The second run did not download %Ln files that came in the first.",
                         nullptr, obstacle.after);
    case Kind::OtherSizes:
        return Words::tr("%Ln files had a different size in the second run.", nullptr,
                         obstacle.after);
    }
    Q_UNREACHABLE();
}

QString sentence(const measure::Obstacle &obstacle)
{
    QStringList parts;
    if (obstacle.before > 0)
        parts << inFirst(obstacle);
    if (obstacle.after > 0)
        parts << inSecond(obstacle);
    return (parts << Words::tr("The two cannot be compared.")).join(u' ');
}

/// What each took says nothing about the other.
QString withoutResult(const Difference &difference)
{
    QString why = difference.links == 0
        ? Words::tr("The runs have no link in common, so they cannot be compared.")
        : Words::tr("No file came in both runs, so they cannot be compared.");
    if (difference.obstacle)
        why = sentence(*difference.obstacle);
    return difference.whole.before && difference.whole.after
        ? Words::tr("%1 The first took %2, the second %3.")
              .arg(why, timeIn(difference.whole.before), timeIn(difference.whole.after))
        : why;
}

/// The headline has said so.
bool isSaid(const Note &note, const std::optional<measure::Obstacle> &obstacle)
{
    using Kind = measure::Obstacle::Kind;
    if (!obstacle)
        return false;
    return (note.kind == Note::Kind::Stopped && obstacle->kind == Kind::Unfinished)
        || (note.kind == Note::Kind::OnDiskBefore && obstacle->kind == Kind::OnDiskBefore)
        || (note.kind == Note::Kind::OtherSizes && obstacle->kind == Kind::OtherSizes);
}

} // namespace

QString headlineOf(const Difference &difference)
{
    if (difference.elapsed.by())
        return elapsedSentence(difference);
    const bool isTimed = difference.whole.before || difference.whole.after;
    return isTimed && !difference.isComparable() ? withoutResult(difference) : QString();
}

QString sentence(const Note &note)
{
    switch (note.kind) {
    case Note::Kind::OtherMode:
        return Words::tr("One run downloaded together; the other downloaded one at a time.");
    case Note::Kind::OtherAtOnce:
        return Words::tr("The first run downloaded %1 at a time, the second %2.")
            .arg(note.before)
            .arg(note.after);
    case Note::Kind::NumberChanged:
        return Words::tr("Changes of the number at once while it ran: %1 in the first, %2 in the "
                         "second.")
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

QStringList remarksOn(const Difference &difference)
{
    QStringList remarks;
    if (difference.elapsed.by() && isPartOfRuns(difference))
        remarks << scopeSentence(difference);
    if (difference.elapsed.by() && difference.largest)
        remarks << largestSentence(*difference.largest);
    for (const Note &note : difference.notes) {
        if (!isSaid(note, difference.obstacle))
            remarks << sentence(note);
    }
    if (difference.onlyBefore > 0 || difference.onlyAfter > 0)
        remarks << Words::tr("Files only in the first run: %1; only in the second: %2.")
                       .arg(difference.onlyBefore)
                       .arg(difference.onlyAfter);
    return remarks;
}

QString timeIn(std::optional<Stamp> time)
{
    return time == Stamp{} ? asSeconds(Stamp{}, 0) : asFineTime(time);
}

QString timeIn(std::optional<Stamp> time, record::TaskState state)
{
    return record::hasFile(state) ? timeIn(time) : stateWord(state);
}

QString asChange(const Change &change)
{
    if (!change.by())
        return unknown();
    const std::optional<double> times = change.times();
    const QString by = signedTime(*change.by());
    return *change.by() != Stamp{} && times && *times >= leastRatio
        ? Words::tr("%1 (%2×)", "a change, and how many times as long").arg(by, asRatio(*times))
        : by;
}

QStringList linesOf(const Difference &difference, plan::Redaction redaction)
{
    QStringList lines = remarksOn(difference);
    if (const QString headline = headlineOf(difference); !headline.isEmpty())
        lines.prepend(headline);
    if (isKnown(difference.elapsed))
        lines.append(elapsedLine(difference));
    addPhases(lines, difference.phases);
    addHosts(lines, difference.hosts);
    addTasks(lines, difference.tasks, redaction);
    return lines;
}

} // namespace lapwing::text
