// SPDX-License-Identifier: MIT
#include "measure/compare/differencenotes.h"

#include "measure/compare/completeness.h"

#include <algorithm>
#include <array>

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

int changesIn(const Run &run)
{
    return static_cast<int>(run.facts.atOnceChanges.size());
}

bool isResized(const Pair &pair)
{
    return record::isFetched(*pair.before) && record::isFetched(*pair.after)
        && pair.before->bytes != pair.after->bytes;
}

void addTaskNotes(std::vector<Note> &notes, const Pairs &pairs)
{
    const int resized = countOf(pairs, isResized);
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

bool isAlike(const Pair &pair)
{
    return record::isFetched(*pair.before) && record::isFetched(*pair.after)
        && !isOnDiskBefore(*pair.before) && !isOnDiskBefore(*pair.after)
        && pair.before->bytes == pair.after->bytes;
}

std::optional<Obstacle> obstacleBetween(const Run &before, const Run &after, const Pairs &files)
{
    using Kind = Obstacle::Kind;
    const auto count = static_cast<int>(files.size());
    const std::array obstacles{
        Obstacle{Kind::Unfinished, unfinishedOf(before), unfinishedOf(after),
                 static_cast<int>(before.tasks.size()), static_cast<int>(after.tasks.size())},
        Obstacle{Kind::OnDiskBefore,
                 countOf(files, [](const Pair &pair) { return isOnDiskBefore(*pair.before); }),
                 countOf(files, [](const Pair &pair) { return isOnDiskBefore(*pair.after); }),
                 count, count},
        Obstacle{Kind::Missing, filesIn(after) - count, filesIn(before) - count},
        Obstacle{Kind::OtherSizes, 0, countOf(files, isResized)},
    };
    const auto found = std::ranges::find_if(
        obstacles, [](const Obstacle &each) { return each.before > 0 || each.after > 0; });
    return found == obstacles.end() ? std::nullopt : std::optional(*found);
}

std::vector<Note> notesOn(const Run &before, const Run &after, const Pairs &files)
{
    std::vector<Note> notes;
    if (before.facts.mode != after.facts.mode)
        notes.push_back({Note::Kind::OtherMode});
    else if (before.facts.atOnce != after.facts.atOnce)
        notes.push_back({Note::Kind::OtherAtOnce, before.facts.atOnce, after.facts.atOnce});
    if (const int first = changesIn(before), second = changesIn(after); first > 0 || second > 0)
        notes.push_back({Note::Kind::NumberChanged, first, second});
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
