// SPDX-License-Identifier: MIT
#include "measure/compare/taskmatching.h"

#include "plan/redaction.h"

#include <QHash>

#include <algorithm>
#include <deque>

namespace lapwing::measure {

using record::Run;
using record::TaskRecord;

namespace {

using Waiting = QHash<QString, std::deque<const TaskRecord *>>;

const TaskRecord *takeFirst(Waiting &waiting, const QString &key)
{
    const auto found = waiting.find(key);
    if (found == waiting.end() || found->empty())
        return nullptr;
    const TaskRecord *first = found->front();
    found->pop_front();
    return first;
}

QString keyOf(const TaskRecord &task)
{
    return task.url.toString(QUrl::FullyEncoded);
}

/// As a run document has it, which does not keep the values of a query.
QString redactedKeyOf(const TaskRecord &task)
{
    return plan::displayUrl(task.url);
}

Pairs match(const std::vector<const TaskRecord *> &before,
            const std::vector<const TaskRecord *> &after, QString (*key)(const TaskRecord &))
{
    Waiting waiting;
    for (const TaskRecord *task : before)
        waiting[key(*task)].push_back(task);
    Pairs pairs;
    for (const TaskRecord *task : after) {
        if (const TaskRecord *other = takeFirst(waiting, key(*task)))
            pairs.push_back({other, task});
    }
    return pairs;
}

bool isRedacted(const Run &run)
{
    return std::ranges::all_of(
        run.tasks, [](const TaskRecord &task) { return keyOf(task) == redactedKeyOf(task); });
}

std::vector<const TaskRecord *> tasksOf(const Run &run)
{
    std::vector<const TaskRecord *> tasks;
    for (const TaskRecord &task : run.tasks)
        tasks.push_back(&task);
    return tasks;
}

} // namespace

Pairs pairsOf(const Run &before, const Run &after)
{
    const bool isAsKept = isRedacted(before) != isRedacted(after);
    return match(tasksOf(before), tasksOf(after), isAsKept ? redactedKeyOf : keyOf);
}

} // namespace lapwing::measure
