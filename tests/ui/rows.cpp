// SPDX-License-Identifier: MIT
#include "ui/rows.h"

#include "measure/recordbuilder.h"
#include "plan/listing.h"

namespace lapwing::test {
namespace {

constexpr qint64 mebibyte = 1024 * 1024;

QUrl linkFor(int id)
{
    return QUrl(QStringLiteral("http://one.example/%1.bin").arg(id));
}

} // namespace

plan::Links someLinks(int count)
{
    plan::Links links;
    for (int id = 1; id <= count; ++id)
        links.urls.push_back(linkFor(id));
    return links;
}

std::vector<plan::Entry> someEntries(int count)
{
    plan::Listing listing;
    listing.add(someLinks(count));
    return listing.entries();
}

record::TaskRecord queuedTask(int id)
{
    record::TaskRecord task;
    task.id = id;
    task.url = linkFor(id);
    task.name = task.url.fileName();
    return task;
}

record::TaskRecord downloadingTask(int id)
{
    record::TaskRecord task = queuedTask(id);
    task.state = record::TaskState::Downloading;
    task.size = 2 * mebibyte;
    task.bytes = mebibyte;
    task.start = record::Stamp();
    record::Attempt attempt;
    attempt.firstByte = ms(10);
    attempt.bytes = mebibyte;
    attempt.hops = {hop(task.url.toString(), 0, 0, 10, 0)};
    attempt.hops.front().end.reset();
    task.attempts = {attempt};
    return task;
}

record::TaskRecord doneTask(int id, double seconds)
{
    record::TaskRecord task = simpleTask(id, 0, 10, seconds * 1000, mebibyte);
    task.name = linkFor(id).fileName();
    task.size = mebibyte;
    return task;
}

record::TaskRecord failedTask(int id)
{
    record::TaskRecord task = queuedTask(id);
    task.state = record::TaskState::Failed;
    task.failure = record::make(record::Cause::HttpStatus, {}, 404);
    return task;
}

record::Run runOf(plan::Mode mode, double elapsed, std::vector<record::SharedRecord> tasks)
{
    record::Run run;
    run.facts.mode = mode;
    run.facts.elapsed = ms(elapsed * 1000);
    run.tasks = std::move(tasks);
    return run;
}

} // namespace lapwing::test
