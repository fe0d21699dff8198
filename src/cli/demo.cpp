// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "cli/commands.h"
#include "cli/exitstatus.h"
#include "cli/stopsignals.h"
#include "cli/values.h"
#include "cli/waiter.h"
#include "demo/server.h"

#include <array>

namespace lapwing::cli {
namespace {

using demo::Mode;
using record::Stamp;

constexpr std::array everyMode{Mode::OneAtATime, Mode::Tasks, Mode::Gather};

/// The rounds that were asked for, in turn, from one server.
class Demo {
public:
    Demo(double scale, Streams &streams);
    int run(std::span<const Mode> modes);

private:
    [[nodiscard]] demo::Served serveRound(Mode mode);
    /// Absent: it failed or was interrupted, and that was said.
    [[nodiscard]] std::optional<Stamp> tellRound(Mode mode);

    double m_scale;
    Streams &m_streams;
    Waiter m_waiter;
    demo::Server m_server;
    std::stop_source m_stop;
    StopSignals m_signals;
};

Demo::Demo(double scale, Streams &streams)
    : m_scale(scale), m_streams(streams), m_waiter(streams.out, scale)
{
    QObject::connect(&m_signals, &StopSignals::asked, &m_signals,
                     [this] { m_stop.request_stop(); });
}

demo::Served Demo::serveRound(Mode mode)
{
    return async::run(demo::serve(
        mode, m_server.address(), m_scale,
        [this](const demo::Event &event) { m_waiter.sayEvent(event); }, m_stop.get_token()));
}

std::optional<Stamp> Demo::tellRound(Mode mode)
{
    m_waiter.sayMode(mode);
    const demo::Served served = serveRound(mode);
    if (m_signals.caught() != 0)
        return std::nullopt;
    if (served.failure) {
        say(m_streams.err,
            QStringLiteral("lapwing-cli: ") + served.failure->text + u' ' + served.failure->detail);
        return std::nullopt;
    }
    m_waiter.sayRound(served);
    return served.elapsed;
}

int Demo::run(std::span<const Mode> modes)
{
    Ending ending;
    std::array<Stamp, everyMode.size()> elapsed{};
    if (!m_server.listen()) {
        say(m_streams.err, QStringLiteral("lapwing-cli: ") + m_server.errorString());
        return exitStatus(ending); // nothing succeeded
    }
    for (const Mode mode : modes) {
        const std::optional<Stamp> time = tellRound(mode);
        if (!time) {
            ++ending.failed;
            break;
        }
        elapsed[static_cast<std::size_t>(ending.succeeded++)] = *time;
    }
    if (ending.succeeded == static_cast<int>(everyMode.size()))
        m_waiter.compare(elapsed[0], elapsed[1], elapsed[2]);
    ending.signal = m_signals.caught();
    ending.couldNotWrite = m_streams.out.broken;
    return exitStatus(ending);
}

} // namespace

int runDemo(const QCommandLineParser &given, Streams &streams)
{
    static const QStringList words{QStringLiteral("all"), QStringLiteral("one-at-a-time"),
                                   QStringLiteral("tasks"), QStringLiteral("gather")};
    const Read<int> mode = oneOf(given, QStringLiteral("mode"), words);
    if (!mode)
        return wrongUsage(streams, QStringLiteral("demo"), mode.error());
    const Read<double> scale = positiveNumber(given, QStringLiteral("scale"), 10, 1);
    if (!scale)
        return wrongUsage(streams, QStringLiteral("demo"), scale.error());
    const std::span<const Mode> every(everyMode);
    return Demo(*scale, streams)
        .run(*mode == 0 ? every : every.subspan(static_cast<std::size_t>(*mode - 1), 1));
}

} // namespace lapwing::cli
