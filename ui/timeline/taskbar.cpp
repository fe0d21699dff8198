// SPDX-License-Identifier: MIT
#include "timeline/taskbar.h"

#include "measure/concurrency.h"
#include "plan/origin.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/failure.h"
#include "text/labels.h"
#include "text/phases.h"
#include "timeline/axis.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::Stamp;
using record::TaskRecord;
using record::TaskState;
using report::Part;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TaskBar)
};

/// The record as it would be if all that is open ended at `now`.
TaskRecord closedAt(TaskRecord task, Stamp now)
{
    if (record::isEnd(task.state) || task.attempts.empty() || task.attempts.back().end)
        return task;
    record::Attempt &attempt = task.attempts.back();
    if (attempt.received)
        attempt.end = std::max(now, *attempt.received);
    else if (!attempt.hops.empty() && !attempt.hops.back().end)
        attempt.hops.back().end = std::max(now, attempt.hops.back().asked);
    return task;
}

bool isFailed(const record::Attempt &attempt)
{
    return attempt.failure && !measure::wasInterrupted(attempt);
}

/// Of a task that goes on between two attempts the record does not know yet what comes.
Part partBetween(const TaskRecord &task, Part part)
{
    if (part != Part::Unexplained)
        return part;
    if (task.state == TaskState::Retrying)
        return Part::Retry;
    return task.state == TaskState::Queued ? Part::Queued : part;
}

BarPiece pieceOf(const report::Segment &segment, const TaskRecord &task)
{
    BarPiece piece{segment.part, segment.from, segment.to, false, false, segment.isLate(), -1};
    for (std::size_t place = 0; place < task.attempts.size(); ++place) {
        const record::Attempt &attempt = task.attempts[place];
        if (attempt.start > segment.from || attempt.end.value_or(Stamp::max()) <= segment.from)
            continue;
        piece.attempt = static_cast<int>(place);
        piece.isFailed = isFailed(attempt);
    }
    const bool isAfterAll = !task.attempts.empty() && task.attempts.back().end
        && segment.from >= *task.attempts.back().end;
    if (isAfterAll)
        piece.part = partBetween(task, piece.part);
    return piece;
}

/// Cuts the times out in which the task's server held it off.
void appendHeld(std::vector<BarPiece> &pieces, BarPiece piece, const std::vector<Stamp> &cuts)
{
    for (std::size_t place = 0; place + 1 < cuts.size(); place += 2) {
        const Stamp from = std::max(cuts[place], piece.from);
        const Stamp to = std::min(cuts[place + 1], piece.to);
        if (to <= from)
            continue;
        BarPiece part = piece;
        if (from > piece.from) {
            part.to = from;
            pieces.push_back(part);
        }
        part.from = from;
        part.to = to;
        part.isHeld = true;
        pieces.push_back(part);
        piece.from = to;
    }
    if (piece.to > piece.from)
        pieces.push_back(piece);
}

/// Beginnings and ends of the holds of the task's server, in order.
std::vector<Stamp> holdsOf(const TaskRecord &task, const record::RunFacts &facts, Stamp now)
{
    std::vector<Stamp> cuts;
    if (facts.holds.empty())
        return cuts;
    const QString host = plan::Origin(task.url).text;
    for (const record::Hold &hold : facts.holds) {
        if (hold.host != host)
            continue;
        cuts.push_back(hold.from);
        cuts.push_back(record::endOf(hold, now));
    }
    return cuts;
}

std::vector<Stamp> failuresOf(const TaskRecord &task)
{
    std::vector<Stamp> failures;
    for (const record::Attempt &attempt : task.attempts) {
        if (isFailed(attempt) && attempt.end)
            failures.push_back(*attempt.end);
    }
    if (task.state == TaskState::Failed && failures.empty() && task.end)
        failures.push_back(*task.end);
    return failures;
}

/// Sums that have no place of their own on the clock.
QString sumsWithin(const record::Attempt &attempt)
{
    QStringList sums;
    if (attempt.stalled > Stamp{})
        sums << text::titleOf(measure::Phase::Stalled) + u' '
                + isolated(text::asFineTime(attempt.stalled));
    if (attempt.disk > Stamp{})
        sums << text::titleOf(measure::Phase::Disk) + u' '
                + isolated(text::asFineTime(attempt.disk));
    return sums.join(QStringLiteral(", "));
}

} // namespace

const BarPiece *TaskBar::at(Stamp moment) const
{
    for (const BarPiece &piece : pieces) {
        if (piece.from <= moment && moment < piece.to)
            return &piece;
    }
    return nullptr;
}

TaskBar barOf(const TaskRecord &task, const record::RunFacts &facts, Stamp now)
{
    TaskBar bar;
    const std::vector<Stamp> holds = holdsOf(task, facts, now);
    for (const report::Segment &segment :
         report::segmentsOf(closedAt(task, now), now, facts.loop)) {
        const BarPiece piece = pieceOf(segment, task);
        const bool isQueuedHere =
            piece.part == Part::Queued && piece.attempt < 0; // else where a redirect led
        if (isQueuedHere || piece.part == Part::Retry)
            appendHeld(bar.pieces, piece, holds);
        else
            bar.pieces.push_back(piece);
    }
    bar.failures = failuresOf(task);
    return bar;
}

QStringList tipOf(const TaskRecord &task, const BarPiece &piece)
{
    const QString title =
        piece.isHeld ? text::label(text::Label::HeldOffByServer) : report::titleOf(piece.part);
    QStringList tip{task.name};
    tip << text::caption(text::Caption::PartWithTimes)
                .arg(title, isolated(text::asFineTime(piece.to - piece.from)),
                     isolated(text::asFineTime(piece.from)))
            + (piece.isLate ? text::label(text::Label::OneTimeRecordedLate) : QString());
    if (piece.attempt < 0)
        return tip;
    const record::Attempt &attempt = task.attempts[static_cast<std::size_t>(piece.attempt)];
    if (piece.part == Part::Receive && !sumsWithin(attempt).isEmpty())
        tip << sumsWithin(attempt);
    if (task.attempts.size() > 1)
        tip << Words::tr("Attempt %1 of %2").arg(piece.attempt + 1).arg(task.attempts.size());
    if (piece.isFailed)
        tip << text::sentence(*attempt.failure);
    return tip;
}

} // namespace lapwing::ui
