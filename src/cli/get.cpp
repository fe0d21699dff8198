// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "cli/commands.h"
#include "cli/exitstatus.h"
#include "cli/figures.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/stopsignals.h"
#include "engine/session.h"
#include "report/export.h"
#include "report/json.h"
#include "trial/baseline.h"

#include <QStorageInfo>

#include <algorithm>

namespace lapwing::cli {
namespace {

using plan::Destination;

bool hadHeadStart(const record::TaskRecord &task)
{
    return task.alreadyThere || task.kept > 0;
}

/// One `get`, from the plan to the exit status.
class Get {
public:
    Get(GetRequest request, Streams &streams);
    int run();

private:
    [[nodiscard]] record::Run perform(const plan::Plan &plan);
    [[nodiscard]] std::optional<record::Run> measureOneAtATime(const record::Run &together);
    [[nodiscard]] QString noMeasureBecause(const record::Run &together) const;
    void sayCost(const record::Run &together);
    [[nodiscard]] report::Document documentOf(std::vector<record::Run> runs) const;
    [[nodiscard]] bool deliver(const report::Document &document);

    GetRequest m_request;
    Streams &m_streams;
    StopSignals m_signals;
    std::unique_ptr<Progress> m_progress;
};

Get::Get(GetRequest request, Streams &streams)
    : m_request(std::move(request))
    , m_streams(streams)
    , m_progress(makeProgress(m_request.progress, m_request.disclosure, streams))
{
    QObject::connect(&m_signals, &StopSignals::asked, &m_signals, [this] {
        m_progress->note(Text::tr("Stopping. Ctrl+C once more ends at once."));
    });
}

int Get::run()
{
    for (const QString &sentence : m_request.refused)
        m_progress->note(sentence);
    if (m_request.alreadyThere > 0)
        m_progress->note(Text::tr("Links that came more than once and are fetched once: %1")
                             .arg(m_request.alreadyThere));
    if (m_request.plan.destination.kind == Destination::Kind::Folder)
        trial::Baseline::removeLeftovers(m_request.plan.destination.folder);

    std::vector<record::Run> runs{perform(m_request.plan)};
    Ending ending = endingOf(runs.front());
    if (m_request.measure) {
        if (std::optional<record::Run> baseline = measureOneAtATime(runs.front()))
            runs.push_back(std::move(*baseline));
    }
    ending.couldNotWrite |= !deliver(documentOf(std::move(runs)));
    ending.failed += static_cast<int>(m_request.refused.size());
    ending.signal = m_signals.caught();
    return exitStatus(ending);
}

record::Run Get::perform(const plan::Plan &plan)
{
    engine::Session session(plan);
    QObject::connect(&session, &engine::Session::changed, &session,
                     [this](const record::Batch &batch) { m_progress->changed(batch); });
    QObject::connect(&m_signals, &StopSignals::asked, &session, &engine::Session::requestStop);
    m_progress->begin(plan);
    record::Run run = async::run(session.run());
    m_progress->end(run.facts);
    return run;
}

std::optional<record::Run> Get::measureOneAtATime(const record::Run &together)
{
    const QString reason = noMeasureBecause(together);
    if (!reason.isEmpty()) {
        m_progress->note(Text::tr("One at a time is not measured: %1").arg(reason));
        return std::nullopt;
    }
    sayCost(together);
    const trial::Baseline baseline(m_request.plan);
    return perform(baseline.plan());
}

/// A baseline that could not be compared costs the person and the server everything for nothing.
QString Get::noMeasureBecause(const record::Run &together) const
{
    const Ending ending = endingOf(together);
    if (m_signals.caught() != 0)
        return Text::tr("the run was interrupted.");
    if (ending.succeeded == 0)
        return Text::tr("nothing succeeded.");
    if (std::ranges::any_of(together.tasks, hadHeadStart))
        return Text::tr("some of it was there before, so nothing could be compared.");
    return ending.failed > 0 ? Text::tr("some failed, so nothing could be compared.") : QString();
}

void Get::sayCost(const record::Run &together)
{
    qint64 bytes = 0;
    for (const record::TaskRecord &task : together.tasks)
        bytes += task.bytes;
    QString cost = Text::tr("Measuring one at a time: %1 are fetched again.").arg(size(bytes));
    const Destination &destination = m_request.plan.destination;
    if (destination.kind == Destination::Kind::Folder)
        cost += u' '
            + Text::tr("Each file is removed as it ends; %1 are free there.")
                  .arg(size(QStorageInfo(destination.folder).bytesAvailable()));
    m_progress->note(cost);
}

report::Document Get::documentOf(std::vector<record::Run> runs) const
{
    report::PlanFacts facts;
    facts.entries = static_cast<int>(m_request.plan.entries.size());
    facts.atOnce = m_request.plan.atOnce;
    facts.perHost = m_request.plan.perHost.value_or(m_request.plan.atOnce);
    facts.destination = m_request.plan.destination.kind == Destination::Kind::Folder
        ? QStringLiteral("folder")
        : QStringLiteral("discard");
    return report::makeDocument(facts, std::move(runs), m_request.disclosure);
}

/// Writes everything that was asked for, whatever came before; false when one of it could not be.
bool Get::deliver(const report::Document &document)
{
    bool written = true;
    for (const QString &path : m_request.exports) {
        if (const auto failure = report::save(document, path)) {
            written = false;
            m_progress->note(Text::tr("%1: %2 %3").arg(path, failure->text, failure->detail));
        }
    }
    if (m_request.documentToOut) {
        write(m_streams.out, harmlessJson(report::toJson(document)));
    } else {
        sayTasks(m_streams.out, document.runs.front(), m_request.disclosure);
        for (const QString &line : summary(document))
            say(m_streams.out, line);
    }
    if (m_streams.out.broken)
        m_progress->note(Text::tr("Standard output could not be written."));
    return written && !m_streams.out.broken;
}

} // namespace

int runGet(const QCommandLineParser &given, Streams &streams)
{
    Read<GetRequest> request = requestFrom(given, streams.in);
    if (!request)
        return wrongUsage(streams, QStringLiteral("get"), request.error());
    if (request->plan.entries.empty()) {
        for (const QString &sentence : request->refused)
            say(streams.err, sentence);
        return wrongUsage(streams, QStringLiteral("get"), Text::tr("There is nothing to fetch."));
    }
    return Get(std::move(*request), streams).run();
}

} // namespace lapwing::cli
