// SPDX-License-Identifier: MIT
#include "cli/results.h"

#include "cli/command.h"
#include "measure/compare/completeness.h"
#include "measure/times.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"
#include "text/displaywidth.h"
#include "text/failure.h"
#include "text/notes/answernote.h"
#include "text/stateword.h"
#include "text/verdict.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

using measure::Baseline;
using record::TaskState;
using text::asBytes;
using text::asTime;

qsizetype skippedIn(const record::Run &run)
{
    return std::ranges::count(run.tasks, true, &record::TaskRecord::nameTaken);
}

QString counts(const record::Run &run)
{
    const auto count = [&run](TaskState state) {
        return QString::number(
            std::ranges::count_if(run.tasks, [&](const record::TaskRecord &task) {
                return !task.nameTaken && report::reportedState(task.state, run.facts) == state;
            }));
    };
    QStringList parts{Text::tr("%1 done").arg(count(TaskState::Done)),
                      Text::tr("%1 unverified").arg(count(TaskState::Unverified)),
                      Text::tr("%1 failed").arg(count(TaskState::Failed))};
    if (const qsizetype skipped = skippedIn(run))
        parts << Text::tr("%1 skipped").arg(skipped);
    if (run.facts.stopped)
        parts << Text::tr("%1 cancelled").arg(count(TaskState::Cancelled))
              << Text::tr("%1 not started").arg(count(TaskState::Queued));
    return Text::tr("Links: %1; %2; %3.")
        .arg(QString::number(run.tasks.size()), parts.join(QStringLiteral(", ")),
             asBytes(measure::bytesOfFiles(run)));
}

QString unverifiedNote(const record::Run &run)
{
    const bool any = std::ranges::any_of(run.tasks, [](const record::TaskRecord &task) {
        return task.state == TaskState::Unverified && !task.nameTaken;
    });
    return any ? Text::tr("Unverified: %1").arg(text::caption(text::Caption::UnverifiedMeans))
               : QString();
}

QString earlierNote(const record::Run &run)
{
    qsizetype there = 0;
    qsizetype again = 0;
    for (const record::TaskRecord &task : run.tasks) {
        if (task.alreadyThere && !task.nameTaken)
            ++(record::isFoundOnDisk(task) ? there : again);
    }
    QStringList parts;
    if (there > 0)
        parts << Text::tr("Already on disk, not downloaded again: %1.").arg(there);
    if (again > 0)
        parts << Text::tr("Downloaded again and found unchanged: %1.").arg(again);
    return parts.join(u' ');
}

QString skippedNote(const record::Run &run)
{
    const qsizetype skipped = skippedIn(run);
    return skipped > 0
        ? Text::tr(
              "Skipped because a file of that name exists: %1. The existing file was not checked.")
              .arg(skipped)
        : QString();
}

bool isFull(const record::TaskRecord &task)
{
    return task.failure && task.failure->cause == record::Cause::DiskFull;
}

QString roomNote(const record::Run &run)
{
    return run.facts.diskFull || std::ranges::any_of(run.tasks, isFull)
        ? Text::tr("The disk is full. Free some space, then run the same command again to resume.")
        : QString();
}

QString stopNote(const record::Run &run)
{
    const bool isLeft = std::ranges::any_of(run.tasks, [&run](const record::TaskRecord &task) {
        const TaskState state = report::reportedState(task.state, run.facts);
        return state == TaskState::Cancelled || state == TaskState::Queued;
    });
    if (!run.facts.stopped || run.facts.discarded || !isLeft)
        return {};
    const auto again = std::ranges::count_if(run.tasks, [](const record::TaskRecord &task) {
        return task.state == TaskState::Cancelled && task.startsAgain;
    });
    const QString goesOn = Text::tr("Stopped. Run the same command again to resume.");
    return again == 0 ? goesOn
                      : Text::tr("%1 Files that will start over: %2; they are small, or their "
                                 "server does not support resuming.")
                            .arg(goesOn)
                            .arg(again);
}

/// "One at a time: between 5.1 and 12.0 s, estimated."
QString oneAtATime(const measure::Comparison &comparison)
{
    const Baseline &baseline = comparison.baseline;
    if (baseline.kind == Baseline::Kind::Measured && baseline.measured)
        return Text::tr("One at a time: %1, measured.").arg(asTime(*baseline.measured));
    if (baseline.range && comparison.speedup.isOfOneFile())
        return Text::tr("One at a time: %1.").arg(asTime(baseline.range->high));
    if (baseline.range)
        return Text::tr("One at a time: between %1 and %2, estimated.")
            .arg(asTime(baseline.range->low), asTime(baseline.range->high));
    return {};
}

/// With what was said there, where the reason alone leaves one guessing.
QString reasonOf(const record::Failure &failure)
{
    const bool isVague = failure.cause == record::Cause::MalformedResponse
        || failure.cause == record::Cause::NotHttp;
    return isVague && !failure.detail.isEmpty()
        ? Text::tr("%1 (%2)").arg(text::sentence(failure), failure.detail)
        : text::sentence(failure);
}

QString togetherTime(const record::Run &together)
{
    return Text::tr("Together: %1.").arg(text::comparedTime(together, asTime));
}

QString placeOf(const record::TaskRecord &task, plan::Redaction redaction)
{
    const QString link = plan::displayUrl(task.url, redaction);
    if (task.failure)
        return Text::tr("%1: %2 %3")
            .arg(link, reasonOf(*task.failure),
                 text::advice(*task.failure, text::Reader::CommandLine))
            .trimmed();
    if (task.nameTaken)
        return (task.bytes > 0 ? Text::tr("%1 (a file of that name exists; download discarded)")
                               : Text::tr("%1 (a file of that name exists; not downloaded)"))
            .arg(task.path);
    if (task.alreadyThere)
        return (task.bytes > 0 ? Text::tr("%1 (downloaded again and found unchanged)")
                               : Text::tr("%1 (already on disk)"))
            .arg(task.path);
    if (task.kept > 0 && record::hasFile(task.state))
        return Text::tr("%1 (%2 resumed)").arg(task.path, asBytes(task.kept));
    return task.path.isEmpty() ? link : task.path;
}

} // namespace

QString resultDetail(const record::TaskRecord &task, plan::Redaction redaction)
{
    const QString place = placeOf(task, redaction);
    const QString notes = text::answerNotes(task).join(u' ');
    if (notes.isEmpty())
        return place;
    return task.failure ? place + u' ' + notes : Text::tr("%1: %2").arg(place, notes);
}

QString wordFor(const record::TaskRecord &task, TaskState state)
{
    return task.nameTaken ? Text::tr("skipped") : text::lineWord(state);
}

Colour colourOf(TaskState state)
{
    if (state == TaskState::Done)
        return Colour::Green;
    return state == TaskState::Failed ? Colour::Red : Colour::Yellow;
}

void sayTasks(Outlet &out, const record::Run &run, plan::Redaction redaction)
{
    for (const record::TaskRecord &task : run.tasks) {
        const QString bytes = asBytes(measure::sizeOf(task));
        const QString own = asTime(measure::timesOf(task).own);
        const TaskState state = report::reportedState(task.state, run.facts);
        say(out, colourOf(state), text::leftAligned(wordFor(task, state), 10),
            QStringLiteral(" %1 %2  %3")
                .arg(text::rightAligned(bytes, 10), text::rightAligned(own, 9),
                     resultDetail(task, redaction)));
    }
}

QStringList helpOn(const record::Run &run)
{
    constexpr qsizetype few = 3;
    QStringList calls;
    for (const record::TaskRecord &task : run.tasks) {
        if (!task.failure || task.state != TaskState::Failed)
            continue;
        const QString call = QStringLiteral("lapwing-cli help ") + task.failure->code;
        if (text::failureWithCode(task.failure->code) && !calls.contains(call))
            calls << call;
        if (calls.size() == few)
            break;
    }
    return calls.isEmpty()
        ? QStringList()
        : QStringList{Text::tr("More on this: %1").arg(calls.join(QStringLiteral(", ")))};
}

QStringList summary(const report::Document &document)
{
    const record::Run &together = document.runs.front();
    QString comparison = togetherTime(together);
    QStringList lines{counts(together), earlierNote(together), skippedNote(together),
                      unverifiedNote(together)};
    if (document.comparison) {
        comparison += u' ' + oneAtATime(*document.comparison);
        const measure::Speedup &speedup = document.comparison->speedup;
        lines << comparison << text::speedupSentence(speedup) << text::reasonOf(speedup);
    } else {
        lines << comparison;
    }
    if (!document.verdicts.empty())
        lines << text::sentences(document.verdicts.front(), together);
    lines << stopNote(together) << roomNote(together);
    lines.removeAll(QString());
    return lines;
}

} // namespace lapwing::cli
