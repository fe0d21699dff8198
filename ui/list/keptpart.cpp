// SPDX-License-Identifier: MIT
#include "list/keptpart.h"

#include "record/ledger.h"

namespace lapwing::ui {
namespace {

using record::Cause;
using record::TaskRecord;

/// Going on from there would end the same way, so the engine kept nothing.
bool isDiscarded(const TaskRecord &task)
{
    if (!task.failure || task.state != record::TaskState::Failed)
        return false;
    const Cause cause = task.failure->cause;
    return cause == Cause::TooLarge || cause == Cause::LargerThanDisk || cause == Cause::NotProven
        || cause == Cause::ChecksumMismatch || cause == Cause::FileMissing
        || cause == Cause::FileChanged;
}

} // namespace

TaskRecord queuedAgain(const plan::Entry &entry, const TaskRecord &before)
{
    TaskRecord record = record::queued(entry);
    if (record::hasFile(before.state) || before.startsAgain || isDiscarded(before))
        return record;
    record.begunIn = before.begunIn;
    record.kept = before.kept + before.bytes;
    if (record.kept > 0)
        record.size = before.size;
    return record;
}

std::optional<TaskRecord> withKeptPart(const TaskRecord &told, const TaskRecord &before)
{
    const bool saysIt = told.kept + told.bytes > 0 || told.size || told.startsAgain;
    const bool hasPart = before.kept > 0 || !before.begunIn.isEmpty();
    const bool isKnown = hasPart && before.bytes == 0 && !record::isEnd(before.state);
    if (saysIt || !isKnown)
        return std::nullopt;
    TaskRecord record = told;
    record.kept = before.kept;
    record.size = before.size;
    if (record.begunIn.isEmpty())
        record.begunIn = before.begunIn;
    return record;
}

} // namespace lapwing::ui
