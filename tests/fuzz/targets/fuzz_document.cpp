// SPDX-License-Identifier: MIT
#include "fuzz/target.h"
#include "report/json/json.h"
#include "report/json/readjson.h"

#include <QSet>

using namespace lapwing;

namespace {

constexpr record::Stamp longest{std::int64_t{1} << 52};

bool isSane(record::Stamp stamp)
{
    return record::Stamp{} <= stamp && stamp <= longest;
}

void promiseLink(const QUrl &url)
{
    LAPWING_PROMISE(url.scheme() == u"http" || url.scheme() == u"https");
    LAPWING_PROMISE(!url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment());
}

void promiseTask(const record::TaskRecord &task)
{
    promiseLink(task.url);
    LAPWING_PROMISE(task.id > 0 && task.bytes >= 0 && task.kept >= 0);
    LAPWING_PROMISE(isSane(task.start.value_or(longest)) && isSane(task.end.value_or(longest)));
    for (const record::Attempt &attempt : task.attempts) {
        LAPWING_PROMISE(isSane(attempt.start) && isSane(attempt.stalled) && isSane(attempt.disk));
        for (const record::Hop &hop : attempt.hops) {
            promiseLink(hop.url);
            LAPWING_PROMISE(isSane(hop.asked) && isSane(hop.end.value_or(longest)));
        }
    }
}

void promiseRun(const record::Run &run)
{
    LAPWING_PROMISE(isSane(run.facts.elapsed) && run.facts.atOnce > 0 && run.facts.round > 0);
    QSet<int> ids;
    for (const record::TaskRecord &task : run.tasks) {
        promiseTask(task);
        LAPWING_PROMISE(!ids.contains(task.id));
        ids.insert(task.id);
    }
}

/// What is written of it reads as the same, to the last byte.
void readsDocuments(const QByteArray &input)
{
    const auto document = report::fromJson(input);
    if (!document) {
        LAPWING_PROMISE(!document.error().isEmpty() && document.error().size() < 1000);
        return;
    }
    for (const record::Run &run : document->runs)
        promiseRun(run);
    LAPWING_PROMISE(document->verdicts.size() == document->runs.size());
    const QByteArray written = report::toJson(*document);
    const auto again = report::fromJson(written);
    LAPWING_PROMISE(again.has_value());
    LAPWING_PROMISE(report::toJson(*again) == written);
}

} // namespace

LAPWING_FUZZ(readsDocuments)
