// SPDX-License-Identifier: MIT
#include "text/notes/resumenote.h"

#include "text/amounts.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

using record::Discarded;
using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::ResumeNote)
};

QString reasonOf(Discarded::Why why)
{
    switch (why) {
    case Discarded::Why::Changed:
        return Words::tr("Started over: the file on the server has changed, so the %1 downloaded "
                         "before could not be used.");
    case Discarded::Why::NotResumed:
        return Words::tr("Started over: the server does not resume this file, so the %1 downloaded "
                         "before could not be used.");
    case Discarded::Why::OtherAddress:
        return Words::tr("Started over: the %1 downloaded before came from another address, so "
                         "they could not be used.");
    }
    Q_UNREACHABLE();
}

/// It came whole, and is not what was wanted: the failure says why nothing of it is kept.
bool wasWhole(const record::TaskRecord &task)
{
    return task.failure
        && (task.failure->cause == record::Cause::NotProven
            || task.failure->cause == record::Cause::ChecksumMismatch);
}

/// Of one that may go on later, or is tried again.
QString nothingKept(const record::TaskRecord &task)
{
    const bool isInterrupted = task.state == TaskState::Paused || task.state == TaskState::Retrying
        || task.state == TaskState::Cancelled || task.state == TaskState::Failed;
    if (!isInterrupted || !task.startsAgain || wasWhole(task))
        return {};
    return task.size && *task.size < record::resumableFrom
        ? Words::tr("Nothing of it is kept, because it is smaller than 1 MiB: it will start over.")
        : Words::tr("Nothing of it is kept, because its server does not support resuming: it will "
                    "start over.");
}

} // namespace

QStringList resumeNotes(const record::TaskRecord &task)
{
    QStringList notes;
    for (const record::Attempt &attempt : task.attempts) {
        if (attempt.discarded)
            notes << reasonOf(attempt.discarded->why).arg(asBytes(attempt.discarded->bytes));
    }
    notes << nothingKept(task);
    notes.removeAll(QString());
    return notes;
}

} // namespace lapwing::text
