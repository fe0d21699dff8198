// SPDX-License-Identifier: MIT
#include "list/statustext.h"

#include "list/statusstyle.h"
#include "text/failure.h"
#include "text/notes/answernote.h"
#include "text/notes/resumenote.h"
#include "text/shortreason.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui {
namespace {

using record::TaskState;
using namespace std::chrono_literals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::StatusWords)
};

/// Rounded up: 0 when the wait is over, not before.
qint64 secondsUntil(record::Stamp due, record::Stamp now)
{
    return std::chrono::ceil<std::chrono::seconds>(std::max(due - now, record::Stamp())).count();
}

/// "Retrying in 3 s"; after that its server may still have no place for it.
QString retryingWords(const Row &row)
{
    const qint64 left = row.task.retryAt ? secondsUntil(*row.task.retryAt, row.now) : 0;
    return left > 0 ? Words::tr("Retrying in %1 s").arg(QLocale().toString(left))
                    : Words::tr("Retrying soon");
}

/// The name is known before, or only when the server gives it.
QString skippedWords(const record::TaskRecord &task)
{
    return task.bytes > 0 ? Words::tr("Skipped: a file of that name exists (download discarded)")
                          : Words::tr("Skipped: a file of that name exists (not downloaded)");
}

QString alreadyThereWords(const record::TaskRecord &task)
{
    const bool isProven = task.state == TaskState::Done;
    if (record::isFoundOnDisk(task))
        return isProven ? Words::tr("Already on disk") : Words::tr("Already on disk, unverified");
    return isProven ? Words::tr("Unchanged") : Words::tr("Unchanged, unverified");
}

/// The state, without what is wrong, as short as a cell is wide.
QString shortState(const Row &row)
{
    const record::TaskRecord &task = row.task;
    if (task.state == TaskState::Queued && !row.startsByItself)
        return Words::tr("Not started");
    if (task.state == TaskState::Retrying)
        return retryingWords(row);
    if (task.state == TaskState::Paused && task.startsAgain)
        return Words::tr("Paused, will start over");
    if (task.nameTaken)
        return Words::tr("Skipped: name taken");
    if (task.alreadyThere)
        return alreadyThereWords(task);
    return task.state == TaskState::Unverified ? Words::tr("Unverified") : wordOf(task.state);
}

/// The same with what can be said about it.
QString fullState(const Row &row)
{
    if (row.task.nameTaken)
        return skippedWords(row.task);
    if (row.task.alreadyThere && record::isFetched(row.task))
        return Words::tr("%1: downloaded again, and the same as the file on disk")
            .arg(alreadyThereWords(row.task));
    if (row.task.alreadyThere && row.task.state == TaskState::Unverified)
        return Words::tr("Already on disk, unverified: completeness could not be confirmed");
    return row.task.state == TaskState::Unverified ? wordOf(row.task.state) : shortState(row);
}

QString steppedDownWords(const Row &row)
{
    if (!row.hostAtOnce || record::isEnd(row.task.state))
        return {};
    return Words::tr("limited to %1 at a time at the server's request")
        .arg(QLocale().toString(*row.hostAtOnce));
}

/// What is wrong belongs to a row that failed, and to one that waits because something did.
bool saysFailure(const record::TaskRecord &task)
{
    const bool waits = task.state == TaskState::Retrying || task.state == TaskState::Paused;
    return task.failure && (waits || task.state == TaskState::Failed);
}

/// `state` and `reason`, of which one that failed needs the latter alone.
QString joined(const record::TaskRecord &task, const QString &state, const QString &reason)
{
    if (!saysFailure(task))
        return state;
    return task.state == TaskState::Failed ? reason : Words::tr("%1: %2").arg(state, reason);
}

QString inBrackets(const QString &said, const QString &addition)
{
    return addition.isEmpty() ? said : Words::tr("%1 (%2)").arg(said, addition);
}

QString fullWords(const Row &row)
{
    const QString reason = row.task.failure ? text::sentence(*row.task.failure) : QString();
    return inBrackets(joined(row.task, fullState(row), reason), steppedDownWords(row));
}

QString shortWords(const Row &row)
{
    const QString reason = row.task.failure ? text::shortReason(*row.task.failure) : QString();
    const bool isLimited = row.hostAtOnce && !record::isEnd(row.task.state);
    return inBrackets(
        joined(row.task, shortState(row), reason),
        isLimited ? Words::tr("limited to %1 at a time").arg(QLocale().toString(*row.hostAtOnce))
                  : QString());
}

} // namespace

QString statusText(const Row &row)
{
    return glyphOf(row.task.state) + u' ' + shortWords(row);
}

QString statusSentence(const Row &row)
{
    return fullWords(row);
}

QString statusTip(const Row &row)
{
    QStringList lines;
    if (row.task.state != TaskState::Failed || !row.task.failure)
        lines << fullState(row);
    if (saysFailure(row.task))
        lines << text::sentence(*row.task.failure)
              << text::advice(*row.task.failure, text::Reader::Window) << row.task.failure->detail;
    if (row.task.state == TaskState::Downloading && row.task.startsAgain)
        lines << Words::tr("If paused or stopped, it would start over: it is small, or its server "
                           "does not support resuming.");
    lines << text::resumeNotes(row.task) << text::answerNotes(row.task) << steppedDownWords(row);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString statusSpoken(const Row &row)
{
    if (!saysFailure(row.task))
        return fullWords(row);
    const bool failed = row.task.state == TaskState::Failed;
    return failed ? Words::tr("Failed. %1 %2")
                        .arg(text::sentence(*row.task.failure),
                             text::advice(*row.task.failure, text::Reader::Window))
                  : fullWords(row);
}

} // namespace lapwing::ui
