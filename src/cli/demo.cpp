// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "cli/commands.h"
#include "cli/exitstatus.h"
#include "cli/figures.h"
#include "cli/stopsignals.h"
#include "cli/values.h"
#include "demo/deliveries.h"
#include "demo/server.h"

#include <algorithm>
#include <array>

namespace lapwing::cli {
namespace {

using demo::Event;
using demo::Mode;
using record::Stamp;

constexpr std::array everyMode{Mode::OneAtATime, Mode::Tasks, Mode::Gather};

QString nameOf(Mode mode)
{
    switch (mode) {
    case Mode::OneAtATime:
        return Text::tr("One at a time");
    case Mode::Tasks:
        return Text::tr("As tasks, awaited in turn");
    case Mode::Gather:
        return Text::tr("Gathered");
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const Event &event)
{
    switch (event.kind) {
    case Event::Kind::Ordered:
        return Text::tr("%1 orders.").arg(event.name);
    case Event::Kind::Delivered:
        return Text::tr("%1's meal is delivered, %2 after the round began; %1 is eating.")
            .arg(event.name, seconds(event.waited));
    case Event::Kind::Collected:
        return Text::tr("%1 has eaten; the bowl of %1 is collected.").arg(event.name);
    }
    Q_UNREACHABLE();
}

/// "  5.0 s  B's meal is delivered …"
void sayEvent(Outlet &out, const Event &event)
{
    say(out, QStringLiteral("%1  %2").arg(seconds(event.at), 9).arg(sentenceFor(event)));
}

std::vector<Event> deliveriesIn(const demo::Served &served)
{
    std::vector<Event> deliveries;
    std::ranges::copy_if(served.events, std::back_inserter(deliveries),
                         [](const Event &event) { return event.kind == Event::Kind::Delivered; });
    return deliveries;
}

/// Who waited longer than the longest meal takes is angry; nobody else has a reason.
QString moodOf(const std::vector<Event> &deliveries, double scale)
{
    const auto longest = std::ranges::max_element(deliveries, {}, &Event::waited);
    const std::vector<demo::Delivery> meals = demo::deliveries(scale);
    const auto meal = std::ranges::max_element(meals, {}, &demo::Delivery::meal);
    if (longest->waited <= meal->meal)
        return Text::tr("Nobody is angry.");
    return Text::tr("%1 waited longest (%2) and is the one who gets angry.").arg(longest->name, seconds(longest->waited));
}

void sayRound(Outlet &out, const demo::Served &served, double scale)
{
    const std::vector<Event> deliveries = deliveriesIn(served);
    QStringList waits;
    for (const Event &event : deliveries)
        waits << Text::tr("%1 %2").arg(event.name, seconds(event.waited));
    say(out, Text::tr("Waited for the delivery: %1. %2").arg(waits.join(QStringLiteral(", ")), moodOf(deliveries, scale)));
    say(out, Text::tr("In all: %1").arg(seconds(served.elapsed)));
}

void compareModes(Outlet &out, const std::array<Stamp, everyMode.size()> &elapsed)
{
    const auto [oneAtATime, tasks, gathered] = elapsed;
    say(out, QString());
    say(out, Text::tr("One at a time took %1, as tasks %2, gathered %3, all measured.")
                 .arg(seconds(oneAtATime), seconds(tasks), seconds(gathered)));
    say(out, Text::tr("One at a time is the sum of the meals; together is the longest meal: %1 times faster.")
                 .arg(times(std::chrono::duration<double>(oneAtATime) / gathered)));
    say(out, Text::tr("Awaiting tasks in turn is not the same as awaiting calls in turn: a task has run "
                      "meanwhile, a call begins when it is awaited."));
}

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
    demo::Server m_server;
    std::stop_source m_stop;
    StopSignals m_signals;
};

Demo::Demo(double scale, Streams &streams)
    : m_scale(scale)
    , m_streams(streams)
{
    QObject::connect(&m_signals, &StopSignals::asked, &m_signals, [this] { m_stop.request_stop(); });
}

demo::Served Demo::serveRound(Mode mode)
{
    return async::run(demo::serve(
        mode, m_server.address(), m_scale, [this](const Event &event) { sayEvent(m_streams.out, event); },
        m_stop.get_token()));
}

std::optional<Stamp> Demo::tellRound(Mode mode)
{
    say(m_streams.out, nameOf(mode));
    const demo::Served served = serveRound(mode);
    if (m_signals.caught() != 0)
        return std::nullopt;
    if (served.failure) {
        say(m_streams.err, QStringLiteral("lapwing-cli: ") + served.failure->text + u' ' + served.failure->detail);
        return std::nullopt;
    }
    sayRound(m_streams.out, served, m_scale);
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
        compareModes(m_streams.out, elapsed);
    ending.signal = m_signals.caught();
    ending.couldNotWrite = m_streams.out.broken;
    return exitStatus(ending);
}

} // namespace

int runDemo(const QCommandLineParser &given, Streams &streams)
{
    static const QStringList words{QStringLiteral("all"), QStringLiteral("one-at-a-time"), QStringLiteral("tasks"),
                                   QStringLiteral("gather")};
    const Read<int> mode = oneOf(given, QStringLiteral("mode"), words);
    if (!mode)
        return wrongUsage(streams, QStringLiteral("demo"), mode.error());
    const Read<double> scale = positiveNumber(given, QStringLiteral("scale"), 10, 1);
    if (!scale)
        return wrongUsage(streams, QStringLiteral("demo"), scale.error());
    const std::span<const Mode> every(everyMode);
    return Demo(*scale, streams).run(*mode == 0 ? every : every.subspan(static_cast<std::size_t>(*mode - 1), 1));
}

} // namespace lapwing::cli
