// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "cli/commands/commands.h"
#include "cli/commands/demonarrator.h"
#include "cli/exitstatus.h"
#include "cli/exports.h"
#include "cli/measuring.h"
#include "cli/stopsignals.h"
#include "cli/values.h"
#include "cli/words.h"
#include "demo/server.h"
#include "text/failure.h"

#include <array>

namespace lapwing::cli {
namespace {

using demo::DemoMode;
using demo::WorkKind;
using demo::WorkPlace;
using record::Stamp;

constexpr std::array everyMode{DemoMode::OneAtATime, DemoMode::Tasks, DemoMode::Gather};

/// The rounds that were asked for, in turn, from one server.
class Demo {
public:
    Demo(double scale, Exports exports, Streams &streams);
    int run(std::span<const DemoMode> modes);
    int run(WorkKind kind);

private:
    [[nodiscard]] demo::Tell tell();
    /// Absent: it failed or was interrupted, and that was said.
    [[nodiscard]] std::optional<Stamp> tellRound(QCoro::Task<demo::DemoResult> round);
    /// Writes what was asked for, and gives the exit status.
    [[nodiscard]] int end(ExitFacts ending);
    [[nodiscard]] bool open();

    double m_scale;
    Exports m_exports;
    Streams &m_streams;
    std::vector<record::Run> m_runs; ///< one for each round
    DemoNarrator m_waiter;
    demo::Server m_server;
    std::stop_source m_stop;
    StopSignals m_signals;
};

Demo::Demo(double scale, Exports exports, Streams &streams)
    : m_scale(scale)
    , m_exports(std::move(exports))
    , m_streams(streams)
    , m_waiter(m_exports.documentToOut ? streams.err : streams.out, scale)
{
    QObject::connect(&m_signals, &StopSignals::received, &m_signals,
                     [this] { m_stop.request_stop(); });
}

demo::Tell Demo::tell()
{
    return {[this](const demo::DemoEvent &event) { m_waiter.sayEvent(event); },
            [this](Stamp since) { m_waiter.sayLoopStalled(since); }};
}

std::optional<Stamp> Demo::tellRound(QCoro::Task<demo::DemoResult> round)
{
    const demo::DemoResult served = async::run(std::move(round));
    m_runs.push_back(served.run);
    if (m_signals.caught() != 0)
        return std::nullopt;
    if (served.failure) {
        say(m_streams.err,
            QStringLiteral("lapwing-cli: ") + text::sentence(*served.failure) + u' '
                + served.failure->detail);
        return std::nullopt;
    }
    m_waiter.sayLoop(served.loop);
    m_waiter.sayRound(served);
    return served.elapsed;
}

bool Demo::open()
{
    const bool isOpen = m_server.listen();
    if (!isOpen)
        say(m_streams.err, QStringLiteral("lapwing-cli: ") + m_server.errorString());
    return isOpen;
}

/// Of several modes the document is a comparison; its run together is the one that was gathered.
int Demo::end(ExitFacts ending)
{
    report::PlanFacts plan;
    plan.entries = static_cast<int>(m_runs.back().tasks.size());
    plan.atOnce = plan.perHost = m_runs.back().facts.atOnce;
    plan.destination = QStringLiteral("discard");
    report::Trial trial;
    if (m_runs.front().facts.mode == plan::Mode::OneAtATime)
        trial.kind = report::Trial::Kind::Compare;
    const report::Document document =
        report::makeDocument(plan, m_runs, m_exports.redaction, trial);
    ending.couldNotWrite =
        !deliver(document, m_exports, {}, m_streams, [this](const QString &line) {
            say(m_streams.err, QStringLiteral("lapwing-cli: ") + line);
        });
    ending.signal = m_signals.caught();
    return exitStatus(ending);
}

int Demo::run(std::span<const DemoMode> modes)
{
    ExitFacts ending;
    std::array<Stamp, everyMode.size()> elapsed{};
    if (!open())
        return exitStatus(ending); // nothing succeeded
    for (const DemoMode mode : modes) {
        m_waiter.sayMode(mode);
        const std::optional<Stamp> time =
            tellRound(demo::serve(mode, m_server.address(), m_scale, tell(), m_stop.get_token()));
        if (!time) {
            ++ending.failed;
            break;
        }
        elapsed[static_cast<std::size_t>(ending.succeeded++)] = *time;
    }
    if (ending.succeeded == static_cast<int>(everyMode.size()))
        m_waiter.compare(elapsed[0], elapsed[1], elapsed[2]);
    return end(ending);
}

int Demo::run(WorkKind kind)
{
    ExitFacts ending;
    std::array<Stamp, 2> elapsed{};
    if (!open())
        return exitStatus(ending); // nothing succeeded
    for (const WorkPlace place : {WorkPlace::Loop, WorkPlace::Thread}) {
        m_waiter.sayWorkload(kind, place);
        const std::optional<Stamp> time = tellRound(demo::runWorkload(
            kind, place, m_server.address(), m_scale, tell(), m_stop.get_token()));
        if (!time) {
            ++ending.failed;
            break;
        }
        elapsed[static_cast<std::size_t>(ending.succeeded++)] = *time;
    }
    if (ending.failed == 0)
        m_waiter.compare(kind, elapsed[0], elapsed[1]);
    return end(ending);
}

} // namespace

int runDemo(const QCommandLineParser &given, Streams &streams)
{
    const Read<int> mode = oneOf(given, QStringLiteral("mode"), demoModeWords());
    if (!mode)
        return wrongUsage(streams, QStringLiteral("demo"), mode.error());
    const Read<double> scale = scaleOf(given);
    if (!scale)
        return wrongUsage(streams, QStringLiteral("demo"), scale.error());
    Exports exports;
    const QString wrong = readExports(given, exports);
    if (!wrong.isEmpty())
        return wrongUsage(streams, QStringLiteral("demo"), wrong);
    Demo demo(*scale, std::move(exports), streams);
    if (*mode >= 4)
        return demo.run(*mode == 4 ? WorkKind::Blocking : WorkKind::Burning);
    const std::span<const DemoMode> every(everyMode);
    return demo.run(*mode == 0 ? every : every.subspan(static_cast<std::size_t>(*mode - 1), 1));
}

} // namespace lapwing::cli
