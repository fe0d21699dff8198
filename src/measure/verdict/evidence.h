// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/trend.h"

namespace lapwing::measure {

/// What a verdict stands on.
struct Evidence {
    int files = 0;   ///< that were fetched
    double held = 0; ///< seconds that lanes spent on files: all shares but the last two are of it
    double setUpShare = 0; ///< look-up, connection, TLS
    double waitShare = 0;
    double receiveShare = 0; ///< without the time spent waiting for the disk
    double diskShare = 0;    ///< waiting for the disk while it comes
    double commitShare = 0;  ///< of elapsed: nothing was in flight, files were made durable
    int refusals = 0;        ///< answers that said: too many
    int steppedDown = 0;     ///< times that a server was asked for fewer at once since
    double refusedWait =
        0;            ///< seconds of holds, and of waiting to try again after those beside them and
                      ///< without pauses, added up
    int failures = 0; ///< attempts that failed otherwise, and were not told to end
    double rate = 0;  ///< bytes a second, all together
    double inFlight = 0; ///< mean
    Trend rateOfEach;    ///< bytes a second while a file's body comes
    Trend waitOfEach;    ///< seconds from sent to header
};

/// Of `run`; trends of the other runs of the same list too.
[[nodiscard]] Evidence evidenceOf(const record::Run &run, const std::vector<record::Run> &all);

/// Its `rateOfEach`, of the servers that count alone.
[[nodiscard]] Trend rateTrendOf(const record::Run &run, const std::vector<record::Run> &all,
                                const std::function<bool(const QString &server)> &counts);

/// The wait grows with the number in flight: a server that answers one after another, or only so many.
[[nodiscard]] bool waitGrows(const Evidence &evidence);

/// Bodies came, and the number in flight was too much the same to tell whether they shared a line.
[[nodiscard]] bool isUntold(const Evidence &evidence);

} // namespace lapwing::measure
