// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/results.h"
#include "cli/runcontext.h"
#include "measure/compare/completeness.h"
#include "text/amounts.h"
#include "trial/runschedule.h"

#include <QStorageInfo>

namespace lapwing::cli {
namespace {

using plan::Destination;

/// One `get`, from the plan to the exit status.
class Get {
public:
    Get(GetRequest request, Streams &streams)
        : m_request(std::move(request)), m_streams(streams), m_job(&m_request, streams)
    {
    }
    int run();

private:
    [[nodiscard]] std::optional<record::Run> measureOneAtATime(const record::Run &together);
    [[nodiscard]] QString noMeasureBecause(const record::Run &together) const;
    void sayCost(const record::Run &together);
    [[nodiscard]] bool deliver(const report::Document &document);

    GetRequest m_request;
    Streams &m_streams;
    RunContext m_job;
};

int Get::run()
{
    m_job.begin();
    std::vector<record::Run> runs{m_request.pipe ? m_job.performAsItComes(&m_request)
                                                 : m_job.perform(m_request.plan)};
    ExitFacts ending = exitFactsOf(runs.front());
    if (m_request.measure) {
        if (std::optional<record::Run> baseline = measureOneAtATime(runs.front()))
            runs.push_back(std::move(*baseline));
    }
    const report::Document document = m_job.documentOf(std::move(runs));
    ending.couldNotWrite |= !deliver(document);
    ending.missedDemand = !m_job.meetsRequirements(document.runs.front(), document.comparison);
    ending.failed += static_cast<int>(m_request.refused.size());
    ending.signal = m_job.signal();
    return exitStatus(ending);
}

std::optional<record::Run> Get::measureOneAtATime(const record::Run &together)
{
    const QString reason = noMeasureBecause(together);
    if (!reason.isEmpty()) {
        m_job.note(Text::tr("One at a time was not measured: %1").arg(reason));
        return std::nullopt;
    }
    sayCost(together);
    const trial::RunSchedule schedule =
        trial::RunSchedule::baseline(trial::withoutFailed(m_request.plan, together));
    return m_job.perform(*schedule.next());
}

/// A baseline that could not be compared wastes bandwidth on runs that cannot be compared.
QString Get::noMeasureBecause(const record::Run &together) const
{
    const ExitFacts ending = exitFactsOf(together);
    if (m_job.signal() != 0)
        return Text::tr("the run was interrupted.");
    if (ending.succeeded == 0)
        return Text::tr("nothing succeeded.");
    const std::optional<measure::Gap> gap = measure::whyIncomplete(together);
    if (gap && gap->kind == measure::Gap::Kind::OnDiskBefore)
        return Text::tr("some files were already present, so the runs cannot be compared.");
    return {};
}

void Get::sayCost(const record::Run &together)
{
    const qint64 bytes = measure::bytesOfFiles(together);
    QString cost =
        Text::tr("Measuring one at a time: downloading %1 again.").arg(text::asBytes(bytes));
    const Destination &destination = m_request.plan.destination;
    if (destination.kind == Destination::Kind::Folder)
        cost += u' '
            + Text::tr("Each file is deleted as soon as it is complete; %1 free.")
                  .arg(text::asBytes(QStorageInfo(destination.folder).bytesAvailable()));
    if (const int leftOut = measure::leftOutOf(together); leftOut > 0)
        cost += u' ' + Text::tr("Left out because they failed: %n.", nullptr, leftOut);
    m_job.note(cost);
}

bool Get::deliver(const report::Document &document)
{
    if (!m_request.exports.documentToOut)
        sayTasks(m_streams.out, document.runs.front(), m_request.exports.redaction);
    return m_job.deliver(document, summary(document) + helpOn(document.runs.front()));
}

} // namespace

int runGet(const QCommandLineParser &given, Streams &streams)
{
    Read<GetRequest> request = requestFrom(given, streams.in);
    if (!request)
        return wrongUsage(streams, QStringLiteral("get"), request.error());
    if (const auto refused = refusedBefore(*request, QStringLiteral("get"), streams))
        return *refused;
    return Get(std::move(*request), streams).run();
}

} // namespace lapwing::cli
