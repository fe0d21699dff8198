// SPDX-License-Identifier: MIT
#include "report/sample.h"

#include "measure/recordbuilder.h"

#include <QTimeZone>

namespace lapwing::test {
namespace {

QString secretUrl(const QString &path)
{
    return QStringLiteral("http://user:%1@one.example/%2?key=%3&n=1").arg(password, path, token);
}

record::RunFacts facts(plan::Mode mode, double elapsed)
{
    record::RunFacts facts;
    facts.mode = mode;
    facts.atOnce = mode == plan::Mode::Together ? 6 : 1;
    facts.perHost = facts.atOnce;
    facts.elapsed = ms(elapsed);
    facts.started =
        QDateTime({2024, 5, 6}, {5, 8, 9, 123}, QTimeZone::utc()).toOffsetFromUtc(2 * 3600);
    return facts;
}

record::TaskRecord redirected()
{
    const record::Hop first = hop(secretUrl(QStringLiteral("a")), 5, 15, 45, 46, 302);
    const record::Hop second = hop(secretUrl(QStringLiteral("b")), 50, 52, 102, 352);
    record::TaskRecord task = doneTask(1, {first, second}, 1000, 360);
    task.name = QStringLiteral("a.bin");
    task.path = QStringLiteral("/downloads/a.bin");
    task.status = 200;
    task.protocol = QStringLiteral("HTTP/1.1");
    task.size = 1000;
    task.attempts.front().firstByte = ms(103);
    task.attempts.front().received = ms(350);
    return task;
}

record::TaskRecord unverified()
{
    record::TaskRecord task =
        doneTask(2, {hop(secretUrl(QStringLiteral("c")), 0, 10, 110, 1110)}, 2000, 1120);
    task.name = QStringLiteral("c, \"d\".txt");
    task.path = QStringLiteral("/downloads/c, \"d\".txt");
    task.state = record::TaskState::Unverified;
    task.status = 200;
    task.protocol = QStringLiteral("HTTP/2");
    return task;
}

/// The first attempt never got a connection, the second got a 404.
record::TaskRecord failed()
{
    record::TaskRecord task =
        doneTask(3, {hop(secretUrl(QStringLiteral("e")), 30, 40, 90, 100, 404)}, 0, 100);
    task.name = QStringLiteral("e");
    task.state = record::TaskState::Failed;
    task.start = ms(10);
    task.status = 404;
    const QString detail = QStringLiteral("GET %1 gave 404").arg(secretUrl(QStringLiteral("e")));
    task.failure = record::make(record::Cause::HttpStatus, detail, 404);
    record::Attempt &second = task.attempts.front();
    second.received.reset();
    second.failure = task.failure;
    record::Attempt first;
    first.start = ms(10);
    first.end = ms(20);
    first.failure = task.failure;
    first.hops.resize(1);
    first.hops.front().url = QUrl(secretUrl(QStringLiteral("e")));
    first.hops.front().asked = ms(10);
    task.attempts.insert(task.attempts.begin(), first);
    return task;
}

record::TaskRecord queued()
{
    record::TaskRecord task;
    task.id = 4;
    task.url = QUrl(secretUrl(QStringLiteral("f")));
    task.name = QStringLiteral("f");
    return task;
}

} // namespace

record::Run sampleRun(plan::Mode mode)
{
    record::Run run{facts(mode, 1120), {redirected(), unverified(), failed(), queued()}};
    run.facts.atOnceChanges = {{ms(500), 12}};
    run.facts.steppedDown = {{ms(600), QStringLiteral("http://one.example:80"), 3}};
    run.facts.holds = {{QStringLiteral("http://one.example:80"), ms(700), ms(900), ms(850)}};
    run.tasks.at(2).edit().retryAt = ms(3'600'000);
    record::TaskRecord &second = run.tasks.at(1).edit();
    second.kept = 500;
    second.attempts.front().from = 500;
    second.pauses = {{ms(200), ms(300)}, {ms(1100), {}}};
    return run;
}

record::Run runAgain()
{
    record::Run run = sampleRun();
    run.tasks.front().edit().alreadyThere = true;
    run.tasks.front().edit().bytes = 0;
    return run;
}

record::Run wholeRun(plan::Mode mode, double elapsed)
{
    return {facts(mode, elapsed), {redirected(), unverified()}};
}

report::Document stoppedDocument()
{
    std::vector<record::Run> runs{
        wholeRun(plan::Mode::Together, 100), wholeRun(plan::Mode::OneAtATime, 1200),
        wholeRun(plan::Mode::Together, 500), wholeRun(plan::Mode::OneAtATime, 1200),
        wholeRun(plan::Mode::Together, 300)};
    for (std::size_t place = 0; place < runs.size(); ++place)
        runs[place].facts.round = 1 + static_cast<int>(place) / 2;
    record::TaskRecord &lost = runs.back().tasks.front().edit();
    lost.state = record::TaskState::Failed;
    lost.failure = record::make(record::Cause::HttpStatus, {}, 404);
    return report::makeDocument({2, 6, 6, QStringLiteral("folder")}, std::move(runs),
                                plan::Redaction::Redacted,
                                {report::Trial::Kind::Compare, record::Temperature::Cold,
                                 record::Stop{record::Stop::Reason::Failed, 6}});
}

report::Document sampleDocument(std::vector<record::Run> runs, plan::Redaction redaction)
{
    return report::makeDocument({4, 6, 6, QStringLiteral("folder")}, std::move(runs), redaction);
}

} // namespace lapwing::test
