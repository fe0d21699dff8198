// SPDX-License-Identifier: MIT
#include "list/statustext.h"

#include "list/statusstyle.h"
#include "text/answernote.h"
#include "text/failure.h"

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

/// The state, without what is wrong.
QString stateWords(const Row &row)
{
    if (row.task.state == TaskState::Retrying)
        return retryingWords(row);
    if (row.task.state == TaskState::Paused && row.task.startsAgain)
        return Words::tr("Paused, will start over");
    if (row.task.state == TaskState::Cancelled && row.task.startsAgain)
        return Words::tr("Stopped, will start over");
    if (row.task.nameTaken)
        return skippedWords(row.task);
    if (!row.task.alreadyThere)
        return wordOf(row.task.state);
    if (row.task.state == TaskState::Done)
        return Words::tr("Already on disk");
    return row.task.state == TaskState::Unverified
        ? Words::tr("Already on disk, unverified: completeness could not be confirmed")
        : wordOf(row.task.state);
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

QString words(const Row &row)
{
    const bool failed = row.task.state == TaskState::Failed && row.task.failure;
    QString said = failed ? text::sentence(*row.task.failure) : stateWords(row);
    if (!failed && saysFailure(row.task))
        said = Words::tr("%1: %2").arg(said, text::sentence(*row.task.failure));
    const QString fewer = steppedDownWords(row);
    return fewer.isEmpty() ? said : Words::tr("%1 (%2)").arg(said, fewer);
}

} // namespace

QString statusText(const Row &row)
{
    return glyphOf(row.task.state) + u' ' + words(row);
}

QString statusTip(const Row &row)
{
    QStringList lines;
    if (row.task.state != TaskState::Failed || !row.task.failure)
        lines << stateWords(row);
    if (saysFailure(row.task))
        lines << text::sentence(*row.task.failure)
              << text::advice(*row.task.failure, text::Reader::Window) << row.task.failure->detail;
    if (row.task.state == TaskState::Downloading && row.task.startsAgain)
        lines << Words::tr("If paused or stopped, it would start over: it is small, or its server "
                           "does not support resuming.");
    lines << text::answerNotes(row.task) << steppedDownWords(row);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString statusSpoken(const Row &row)
{
    if (!saysFailure(row.task))
        return words(row);
    const bool failed = row.task.state == TaskState::Failed;
    return failed ? Words::tr("Failed. %1 %2")
                        .arg(text::sentence(*row.task.failure),
                             text::advice(*row.task.failure, text::Reader::Window))
                  : words(row);
}

} // namespace lapwing::ui
