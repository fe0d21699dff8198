// SPDX-License-Identifier: MIT
#pragma once

#include "cli/exports.h"
#include "cli/input/listpipe.h"
#include "cli/streams.h"
#include "cli/values.h"
#include "measure/budget/requirements.h"
#include "plan/listing.h"
#include "plan/plan.h"
#include "trial/runschedule.h"

#include <QIODevice>

namespace lapwing::cli {

enum class ProgressKind { Auto, Bar, Plain, Json, None };

/// What get, compare or sweep was asked for. A value: everything that can be wrong is found before anything is fetched.
struct GetRequest {
    plan::Plan plan;
    plan::Listing listing;                       ///< that its entries are of
    std::shared_ptr<ListPipe> pipe;              ///< more of them come there; null: these are all
    bool measure = false;                        ///< --baseline measure
    trial::Rounds rounds;                        ///< of compare and sweep
    std::vector<int> levels{1, 2, 4, 8, 16, 32}; ///< of sweep
    measure::Budget budget;                      ///< --require
    Exports exports;
    ProgressKind progress = ProgressKind::Auto;
    QStringList
        refused; ///< a sentence for each line that is no link, or for many of one reason: list, line, reason
    QStringList notes;          ///< a sentence for what a list asks for in vain
    int alreadyThere = 0;       ///< links that came twice
    bool allowsFolders = false; ///< --allow-folders
};

/// From the options; `in` is read when a list is "-": all of it, but for get, which may leave more to come.
[[nodiscard]] Read<GetRequest> requestFrom(const QCommandLineParser &given, QIODevice &in);
[[nodiscard]] Read<GetRequest> compareRequestFrom(const QCommandLineParser &given, QIODevice &in);
[[nodiscard]] Read<GetRequest> sweepRequestFrom(const QCommandLineParser &given, QIODevice &in);

/// Whether nothing can be fetched, or nothing of it written: says why, and gives the exit status. Absent: go on.
[[nodiscard]] std::optional<int> refusedBefore(const GetRequest &request, const QString &command,
                                               Streams &streams);

} // namespace lapwing::cli
