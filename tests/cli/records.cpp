// SPDX-License-Identifier: MIT
#include "records.h"

namespace lapwing::test {

using namespace std::chrono_literals;
using record::TaskState;

plan::Entry entry(int id, const QString &name)
{
    return {id, QUrl(QStringLiteral("http://example.org/") + name), QString(), name};
}

record::TaskRecord task(int id, const QString &name, TaskState state)
{
    record::TaskRecord record;
    record.id = id;
    record.url = entry(id, name).url;
    record.name = name;
    record.state = state;
    if (state == TaskState::Failed)
        record.failure = record::make(record::Cause::HttpStatus, {}, 404);
    if (!record::hasFile(state))
        return record;
    record.path = QStringLiteral("/tmp/") + name;
    record.bytes = 1000;
    record::Hop hop;
    hop.sent = 0ms;
    hop.headers = 200ms;
    hop.end = 500ms;
    record::Attempt attempt;
    attempt.bytes = 1000;
    attempt.hops = {hop};
    record.attempts = {attempt};
    return record;
}

record::TaskRecord retrying(int id, const QString &name, record::Stamp wait)
{
    record::TaskRecord record = task(id, name, TaskState::Retrying);
    record::Attempt attempt;
    attempt.end = 500ms;
    attempt.failure = record.failure = record::make(record::Cause::Stalled);
    record.attempts = {attempt};
    record.retryAt = 500ms + wait;
    return record;
}

record::Run runOf(std::vector<record::SharedRecord> tasks, record::Stamp elapsed)
{
    record::Run run;
    run.facts.elapsed = elapsed;
    run.tasks = std::move(tasks);
    return run;
}

} // namespace lapwing::test
