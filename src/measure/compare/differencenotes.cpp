// SPDX-License-Identifier: MIT
#include "measure/compare/differencenotes.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Run;
using record::TaskRecord;

int countOf(const Pairs &pairs, bool (*holds)(const Pair &pair))
{
    return static_cast<int>(std::ranges::count_if(pairs, holds));
}

int failedIn(const Run &run)
{
    return static_cast<int>(
        std::ranges::count(run.tasks, record::TaskState::Failed, &TaskRecord::state));
}

void addTaskNotes(std::vector<Note> &notes, const Pairs &pairs)
{
    const int resized = countOf(pairs, [](const Pair &pair) {
        return record::isFetched(*pair.before) && record::isFetched(*pair.after)
            && pair.before->bytes != pair.after->bytes;
    });
    const int there = countOf(pairs, [](const Pair &pair) {
        return record::isFoundOnDisk(*pair.before) != record::isFoundOnDisk(*pair.after)
            || pair.before->kept != pair.after->kept;
    });
    if (resized > 0)
        notes.push_back({.kind = Note::Kind::OtherSizes, .files = resized});
    if (there > 0)
        notes.push_back({.kind = Note::Kind::OnDiskBefore, .files = there});
}

} // namespace

std::vector<Note> notesOn(const Run &before, const Run &after, const Pairs &files)
{
    std::vector<Note> notes;
    if (before.facts.mode != after.facts.mode)
        notes.push_back({Note::Kind::OtherMode});
    else if (before.facts.atOnce != after.facts.atOnce)
        notes.push_back({Note::Kind::OtherAtOnce, before.facts.atOnce, after.facts.atOnce});
    if (before.facts.discarded != after.facts.discarded)
        notes.push_back({Note::Kind::OneDiscarded});
    if (before.facts.stopped || after.facts.stopped)
        notes.push_back({Note::Kind::Stopped});
    if (failedIn(before) > 0 || failedIn(after) > 0)
        notes.push_back({Note::Kind::Failed, failedIn(before), failedIn(after)});
    addTaskNotes(notes, files);
    return notes;
}

} // namespace lapwing::measure
