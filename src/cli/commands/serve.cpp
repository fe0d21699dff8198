// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/exitstatus.h"
#include "cli/measuring.h"
#include "cli/stopsignals.h"
#include "demo/server.h"

#include <QEventLoop>

namespace lapwing::cli {
namespace {

void sayPaths(Outlet &err)
{
    say(err,
        Text::tr(
            "The path describes the response: /wait-500/meal-5000/size-1048576/A.bin waits 500 ms, "
            "then sends 1,048,576 bytes evenly over 5,000 ms. Any part may be left out."));
    say(err, Text::tr("Press Ctrl+C to stop."));
}

} // namespace

int runServe(const QCommandLineParser &given, Streams &streams)
{
    const Read<int> port = portOf(given);
    if (!port)
        return wrongUsage(streams, QStringLiteral("serve"), port.error());

    ExitFacts ending;
    const StopSignals signals;
    demo::Server server;
    if (!server.listen(static_cast<quint16>(*port))) {
        say(streams.err, QStringLiteral("lapwing-cli: ") + server.errorString());
        return exitStatus(ending); // nothing succeeded
    }
    sayPaths(streams.err);
    say(streams.out, server.address().toString());
    if (streams.out.broken) // the address cannot be printed
        return statusOfTelling(streams);
    QEventLoop loop;
    QObject::connect(&signals, &StopSignals::received, &loop, &QEventLoop::quit);
    loop.exec();
    ending.signal = signals.caught();
    return exitStatus(ending);
}

} // namespace lapwing::cli
