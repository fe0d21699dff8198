// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/runcontext.h"
#include "engine/http/probe.h"
#include "engine/http/sizes.h"
#include "record/saturated.h"
#include "report/selectedruns.h"
#include "report/text/trialtext.h"
#include "text/amounts.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

/// One `compare` or `sweep`, from the request to the exit status.
class Comparing {
public:
    Comparing(GetRequest request, Streams &streams)
        : m_request(std::move(request)), m_job(&m_request, streams)
    {
    }
    int run(trial::RunSchedule schedule);

    [[nodiscard]] const GetRequest &request() const { return m_request; }

private:
    void sayClipped();
    void sayCost(int runs);
    void runAll(trial::RunSchedule &schedule);
    [[nodiscard]] report::Document documentOf(const trial::RunSchedule &schedule);
    [[nodiscard]] ExitFacts exitFactsOf(const report::Document &document);

    GetRequest m_request;
    RunContext m_job;
    std::vector<record::Probe> m_probes;
};

/// A number at once above that of the entries is the same as that.
void Comparing::sayClipped()
{
    const auto entries = static_cast<int>(m_request.plan.entries.size());
    if (std::ranges::max(m_request.levels) > entries)
        m_job.note(Text::tr("The list has only %n entries, so higher numbers are not tried.",
                            nullptr, entries));
}

/// Before anything is fetched.
void Comparing::sayCost(int runs)
{
    const auto sizes = async::run(engine::askSizes(m_request.plan, m_job.stopToken()));
    const QString all = text::asBytes(record::saturatedProduct(sizes.bytes, runs));
    QString cost = Text::tr("The list will be downloaded %n times", nullptr, runs);
    if (sizes.unknown == 0)
        cost += Text::tr(": %1 in all.").arg(all);
    else
        cost += Text::tr(": %1, plus %n files of unknown size.", nullptr, sizes.unknown).arg(all);
    if (m_request.plan.destination.kind == plan::Destination::Kind::Folder)
        cost += u' ' + Text::tr("Each file is deleted as soon as it is complete.");
    m_job.note(cost);
}

void Comparing::runAll(trial::RunSchedule &schedule)
{
    const int all = schedule.left();
    int made = 0;
    while (const std::optional<plan::Plan> plan = schedule.next()) {
        if (m_job.signal() != 0)
            return;
        m_job.note(
            Text::tr("Run %1 of %2: %3 at a time.")
                .arg(QString::number(++made), QString::number(all), QString::number(plan->atOnce)));
        schedule.ended(m_job.perform(*plan));
    }
}

report::Document Comparing::documentOf(const trial::RunSchedule &schedule)
{
    return m_job.documentOf(schedule.runs(), schedule.trial(), std::move(m_probes));
}

/// Of the run that failed most; a comparison that could not be made has failed altogether.
ExitFacts Comparing::exitFactsOf(const report::Document &document)
{
    ExitFacts worst;
    worst.succeeded = 1;
    for (const record::Run &run : document.runs) {
        const ExitFacts ending = cli::exitFactsOf(run);
        if (ending.failed > worst.failed)
            worst = ending;
    }
    const bool isComparable = document.comparison && document.comparison->speedup.isComparable()
        && document.comparison->speedup.value;
    const bool hasResult = document.sweep ? document.sweep->recommended.has_value() : isComparable;
    if (!hasResult)
        worst.succeeded = 0;
    worst.failed += static_cast<int>(m_request.refused.size());
    return worst;
}

int Comparing::run(trial::RunSchedule schedule)
{
    m_job.begin();
    if (schedule.trial().kind == record::Trial::Kind::Sweep)
        sayClipped();
    sayCost(schedule.left());
    m_probes = async::run(engine::probeAll(m_request.plan, m_job.stopToken()));
    runAll(schedule);
    const report::Document document = documentOf(schedule);
    ExitFacts ending = exitFactsOf(document);
    ending.couldNotWrite |= !m_job.deliver(document, report::textSummary(document));
    if (const record::Run *told = report::runsToDraw(document).together)
        ending.missedDemand = !m_job.meetsRequirements(*told, document.comparison);
    ending.signal = m_job.signal();
    return exitStatus(ending);
}

int runTrial(Read<GetRequest> request, const QString &command, Streams &streams,
             trial::RunSchedule (*agendaOf)(const GetRequest &))
{
    if (!request)
        return wrongUsage(streams, command, request.error());
    if (const auto refused = refusedBefore(*request, command, streams))
        return *refused;
    Comparing comparing(std::move(*request), streams);
    return comparing.run(agendaOf(comparing.request()));
}

} // namespace

int runCompare(const QCommandLineParser &given, Streams &streams)
{
    return runTrial(compareRequestFrom(given, streams.in), QStringLiteral("compare"), streams,
                    [](const GetRequest &request) {
                        return trial::RunSchedule::compare(request.plan, request.rounds);
                    });
}

int runSweep(const QCommandLineParser &given, Streams &streams)
{
    return runTrial(sweepRequestFrom(given, streams.in), QStringLiteral("sweep"), streams,
                    [](const GetRequest &request) {
                        return trial::RunSchedule::sweep(request.plan, request.levels,
                                                         request.rounds);
                    });
}

} // namespace lapwing::cli
