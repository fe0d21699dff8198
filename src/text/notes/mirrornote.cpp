// SPDX-License-Identifier: MIT
#include "text/notes/mirrornote.h"

#include "plan/redaction.h"
#include "record/mirrors.h"
#include "text/failure.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::text {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::MirrorNote)
};

QString droppedNote(const record::TaskRecord &task, const record::Attempt &attempt)
{
    const QString address = plan::displayUrl(record::addressOf(task, attempt));
    return attempt.failure->cause == record::Cause::SizeMismatch
        ? Words::tr("%1 was dropped: its file is not the size that the list says (%2).")
              .arg(address, attempt.failure->detail)
        : Words::tr("%1 was dropped: its file does not match the checksum.").arg(address);
}

} // namespace

QStringList mirrorNotes(const record::TaskRecord &task)
{
    QStringList notes;
    const bool hasOthers = std::ranges::any_of(
        task.attempts, [](const record::Attempt &each) { return !each.mirror.isEmpty(); });
    if (!hasOthers)
        return notes;
    for (const record::Attempt &attempt : task.attempts) {
        if (record::wasDropped(task, attempt))
            notes << droppedNote(task, attempt);
    }
    const QUrl &last = task.attempts.back().mirror;
    if (record::hasFile(task.state) && !last.isEmpty())
        notes << Words::tr("It was downloaded from a mirror: %1").arg(plan::displayUrl(last));
    return notes;
}

QString stateOfMirror(const record::TaskRecord &task, const QUrl &mirror)
{
    const auto isThere = [&mirror](const record::Attempt &each) { return each.mirror == mirror; };
    const auto last = std::find_if(task.attempts.rbegin(), task.attempts.rend(), isThere);
    if (last == task.attempts.rend())
        return Words::tr("not asked");
    if (record::wasDropped(task, *last))
        return Words::tr("dropped: %1").arg(text::sentence(*last->failure));
    if (last->failure)
        return text::sentence(*last->failure);
    return last->end ? Words::tr("downloaded from here") : Words::tr("in use");
}

} // namespace lapwing::text
