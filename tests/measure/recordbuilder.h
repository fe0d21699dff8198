// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <cmath>

/// Records made by hand, with times in milliseconds.
namespace lapwing::test {

inline record::Stamp ms(double milliseconds)
{
    return record::Stamp{std::llround(milliseconds * 1e6)};
}

/// A request that was answered.
inline record::Hop hop(const QString &url, double asked, double sent, double headers, double end,
                       int status = 200)
{
    return {QUrl(url), {}, ms(asked), {}, ms(sent), ms(headers), ms(end), status};
}

/// A task done in one attempt: its hops, the body of the last, and a commit until `end`.
inline record::TaskRecord doneTask(int id, std::vector<record::Hop> hops, qint64 bytes, double end)
{
    record::TaskRecord task;
    task.id = id;
    task.url = hops.front().url;
    task.state = record::TaskState::Done;
    task.bytes = bytes;
    task.start = hops.front().asked;
    task.end = ms(end);
    record::Attempt attempt;
    attempt.start = *task.start;
    attempt.received = hops.back().end;
    attempt.end = task.end;
    attempt.bytes = bytes;
    attempt.hops = std::move(hops);
    task.attempts = {attempt};
    return task;
}

/// A task done from 0 to `end` that a redirect led to another server, where it waited for room from `requeued` to `taken`.
inline record::TaskRecord requeuedTask(int id, double requeued, double taken, double end)
{
    record::TaskRecord task =
        doneTask(id,
                 {hop(QStringLiteral("http://one.example/file"), 0, 0, requeued, requeued, 302),
                  hop(QStringLiteral("http://two.example/file"), taken, taken, end, end)},
                 1000, end);
    record::Hop &redirect = task.attempts.front().hops.front();
    redirect.requeued = ms(requeued);
    redirect.taken = ms(taken);
    return task;
}

/// A task done with one request, without set-up and commit.
inline record::TaskRecord simpleTask(int id, double sent, double headers, double end, qint64 bytes)
{
    return doneTask(id, {hop(QStringLiteral("http://one.example/file"), sent, sent, headers, end)},
                    bytes, end);
}

} // namespace lapwing::test
