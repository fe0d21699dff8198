// SPDX-License-Identifier: MIT
#include "cli/runcontext.h"

#include "async/scope.h"
#include "cli/command.h"
#include "cli/exports.h"
#include "cli/input/arrivals.h"
#include "cli/lists.h"
#include "engine/disk/diskthreads.h"
#include "engine/session.h"
#include "plan/entryterms.h"
#include "text/requirement.h"
#include "trial/scratch.h"

#include <algorithm>

namespace lapwing::cli {

using plan::Destination;

namespace {

bool hasUnusedProxy(const plan::Plan &plan)
{
    return plan.access.proxies.isChosen
        && std::ranges::any_of(plan.entries, [](const plan::Entry &entry) {
               return plan::termsOf(entry).namesProxy();
           });
}

} // namespace

RunContext::RunContext(const GetRequest *request, Streams &streams)
    : m_request(request)
    , m_streams(streams)
    , m_progress(makeProgress(request->progress, request->exports.redaction, streams))
{
    QObject::connect(&m_signals, &StopSignals::received, &m_signals, [this] {
        m_stop.request_stop();
        note(Text::tr("Stopping. Press Ctrl+C again to quit immediately."));
    });
}

void RunContext::begin()
{
    for (const QString &sentence : m_request->refused + m_request->notes)
        note(sentence);
    if (const QString kept = keptInsideNote(m_request->plan); !kept.isEmpty())
        note(kept);
    if (m_request->alreadyThere > 0)
        note(twiceNote(m_request->alreadyThere));
    if (const plan::Proxies &proxies = m_request->plan.access.proxies; !proxies.isEmpty())
        note(proxies.isChosen
                 ? Text::tr("Proxy: %1").arg(plan::displayText(proxies))
                 : Text::tr("Proxy (from the environment): %1").arg(plan::displayText(proxies)));
    if (hasUnusedProxy(m_request->plan))
        note(Text::tr("Proxies in the list are ignored because of --proxy."));
    if (m_request->plan.destination.kind == Destination::Kind::Folder)
        async::run(removeLeftovers());
}

/// A folder that does not answer does not hold up Ctrl+C.
QCoro::Task<> RunContext::removeLeftovers()
{
    async::SteadyClock clock;
    engine::DiskThreads disk;
    async::Scope guard;
    QObject context;
    QObject::connect(&m_signals, &StopSignals::received, &context, [&clock, &disk, &guard] {
        guard.launch(disk.giveUpWhenSilent(&clock, guard.token()));
    });
    auto work = [folder = m_request->plan.destination.folder] {
        trial::Scratch::removeLeftovers(folder);
        return true;
    };
    co_await disk.run(std::move(work));
    guard.requestStop();
    co_await guard.join();
}

record::Run RunContext::perform(const plan::Plan &plan)
{
    engine::Session session(plan);
    m_progress->begin(plan);
    return finish(session);
}

record::Run RunContext::performAsItComes(GetRequest *request)
{
    engine::Session session(request->plan);
    m_progress->begin(request->plan);
    const Arrivals arrivals(request, &session, m_progress.get());
    QObject::connect(&m_signals, &StopSignals::received, request->pipe.get(), &ListPipe::stop);
    return finish(session);
}

record::Run RunContext::finish(engine::Session &session)
{
    QObject::connect(&session, &engine::Session::changed, &session,
                     [this](const record::Batch &batch) { m_progress->changed(batch); });
    QObject::connect(&m_signals, &StopSignals::received, &session, &engine::Session::requestStop);
    if (m_stop.stop_requested())
        session.requestStop();
    record::Run run = async::run(session.run());
    m_progress->end(run.facts);
    return run;
}

report::Document RunContext::documentOf(std::vector<record::Run> runs, report::Trial trial,
                                        std::vector<record::Probe> probes) const
{
    return report::makeDocument(report::factsOf(m_request->plan), std::move(runs),
                                m_request->exports.redaction, std::move(trial), std::move(probes));
}

bool RunContext::deliver(const report::Document &document, const QStringList &lines)
{
    return cli::deliver(document, m_request->exports, lines, m_streams,
                        [this](const QString &line) { note(line); });
}

bool RunContext::meetsRequirements(const record::Run &run,
                                   const std::optional<measure::Comparison> &comparison)
{
    const auto broken = measure::violations(m_request->budget, run, comparison);
    for (const measure::Violation &violation : broken)
        note(Text::tr("--require: %1").arg(text::sentence(violation)));
    return broken.empty();
}

} // namespace lapwing::cli
