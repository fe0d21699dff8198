// SPDX-License-Identifier: MIT
#include "engine/activetask.h"

#include <algorithm>

namespace lapwing::engine {

void ActiveTask::begin(record::Stamp now, std::function<void(const FetchProgress &)> tell)
{
    request.tell = std::move(tell);
    if (!record.start)
        record.start = now;
    endPause(now);
    if (!isFollowing)
        return;
    request.soFar.hops.back().taken = now;
    record.attempts.back() = request.soFar;
}

void ActiveTask::beginAttempt()
{
    stop = std::stop_source();
    interruption = Interruption::None;
    record.retryAt.reset();
    record.failure.reset();
    if (isFollowing)
        return;
    request.url = places.url();
    request.soFar = {};
    if (places.isMirror())
        request.soFar.mirror = places.url();
    request.asked.clear();
    record.attempts.push_back(request.soFar);
}

/// A byte counts once, however often it came.
void ActiveTask::note(const BytesPresent &stock)
{
    before = std::min(before.value_or(stock.kept), stock.kept);
    record.kept = *before;
    record.bytes = stock.here - *before;
    if (stock.here > 0)
        record.begunIn = chosen;
}

void ActiveTask::keepOnly(qint64 bytes)
{
    record.startsAgain = bytes == 0 && record.kept + record.bytes > 0;
    if (before) // else nothing was told of it yet
        note(BytesPresent{bytes, bytes});
}

void ActiveTask::note(const FetchProgress &progress)
{
    record.state = progress.state;
    record.size = progress.size ? progress.size : record.size;
    record.status = progress.status;
    record.startsAgain = progress.startsAgain;
    record.attempts.back() = progress.attempt;
    note(progress.stock);
}

void ActiveTask::note(const FetchResult &result)
{
    record.attempts.back() = result.attempt;
    record.status = result.status;
    record.size = result.size ? result.size : record.size;
    record.protocol = result.protocol;
    record.coding = result.coding;
    note(result.stock);
    if (!result.name.isEmpty())
        record.name = result.name;
    isMixed = result.isMixed;
    isFollowing = result.moved.has_value();
    if (!result.moved)
        return;
    request.url = *result.moved;
    request.soFar = result.attempt;
    request.asked = result.asked;
}

void ActiveTask::waitForRoom(record::Stamp now)
{
    record.state = record::TaskState::Queued;
    request.soFar.hops.back().requeued = now;
    record.attempts.back() = request.soFar;
}

void ActiveTask::endAttempt(record::Failure failure, record::Stamp now)
{
    record.attempts.back().end = now;
    record.attempts.back().failure = std::move(failure);
}

void ActiveTask::pause(record::Stamp now)
{
    record.state = record::TaskState::Paused;
    record::beginPause(record, now);
}

void ActiveTask::endPause(record::Stamp now)
{
    record.state = record::TaskState::Queued;
    record::endPause(record, now);
}

void ActiveTask::end(record::TaskState state, record::Stamp now)
{
    endPause(now);
    record.state = state;
    record.end = now;
    if (record.attempts.empty())
        return;
    record::Attempt &last = record.attempts.back();
    if (last.end)
        return; // it ended before: the task waited for another
    last.end = now;
    last.failure = record.failure;
}

} // namespace lapwing::engine
