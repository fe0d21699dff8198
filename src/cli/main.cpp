// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "engine/system/busytime.h"
#include "engine/system/memory.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    lapwing::engine::keepFreedMemory();
    lapwing::cli::prepareProcess();
    const lapwing::engine::BusyMeteredApplication<QCoreApplication> application(argc, argv);
    lapwing::cli::StandardStreams standard;
    lapwing::cli::Streams streams = standard.streams();
    return lapwing::cli::run(QCoreApplication::arguments().mid(1), streams);
}
