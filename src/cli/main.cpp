// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "engine/http/buffersizes.h"
#include "engine/system/busytime.h"
#include "engine/system/memory.h"
#include "text/catalogue.h"

#include <QCoreApplication>

namespace {

void ignore(QtMsgType, const QMessageLogContext &, const QString &) { }

} // namespace

int main(int argc, char **argv)
{
    lapwing::engine::keepFreedMemory(lapwing::engine::bytesInFlight);
    lapwing::cli::prepareProcess();
    // Without UTF-8 in the locale Qt 6.8 switches to one that has it, and warns of that at length.
    const QtMessageHandler usual = qInstallMessageHandler(ignore);
    const lapwing::engine::BusyMeteredApplication<QCoreApplication> application(argc, argv);
    qInstallMessageHandler(usual);
    lapwing::text::speak(lapwing::text::isForPrograms() ? QString()
                                                        : lapwing::text::chosenLanguage());
    lapwing::cli::StandardStreams standard;
    lapwing::cli::Streams streams = standard.streams();
    return lapwing::cli::run(QCoreApplication::arguments().mid(1), streams);
}
