// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

namespace lapwing::cli {

// Each in a file of its name; the exit status is what they give back.
int runGet(const QCommandLineParser &given, Streams &streams);
int runCompare(const QCommandLineParser &given, Streams &streams);
int runSweep(const QCommandLineParser &given, Streams &streams);
int runList(const QCommandLineParser &given, Streams &streams);
int runReport(const QCommandLineParser &given, Streams &streams);
int runDiff(const QCommandLineParser &given, Streams &streams);
int runDemo(const QCommandLineParser &given, Streams &streams);
int runPrimer(const QCommandLineParser &given, Streams &streams);
int runServe(const QCommandLineParser &given, Streams &streams);
int runConfig(const QCommandLineParser &given, Streams &streams);
int runHelp(const QCommandLineParser &given, Streams &streams);

// What their operands are completed with.
usage::Following configWords();
usage::Following helpWords();
usage::Following primerWords();

} // namespace lapwing::cli
