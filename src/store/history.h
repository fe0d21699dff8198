// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "store/trouble.h"

#include <QDateTime>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace lapwing::store {

/// A finished run, or several of one list, in a line of the history.
struct RunSummary {
    qint64 id = 0; ///< never given to another; 0: not in the history yet
    record::Trial::Kind kind = record::Trial::Kind::Get;
    QDateTime started;   ///< of its first run, with its offset from UTC; invalid: not known
    QDateTime continues; ///< when the run began of which it is what was left; invalid: of none
    QString host;        ///< of the first link; empty: not known
    int hosts = 0;       ///< how many there are in the list
    int links = 0;       ///< of the list
    int unfinished = 0;  ///< of these, when the run was stopped or the program ended
    // Of the run that stands for the others (report::shownRun):
    int files = 0;    ///< that came
    qint64 bytes = 0; ///< of those: measure::bytesOfFiles
    int atOnce = 0;   ///< of a sweep the number recommended; 0: there is none, nor `together`
    std::optional<record::Stamp> together;   ///< of the files (measure::elapsedOfFiles)
    std::optional<record::Stamp> oneAtATime; ///< the same; absent: not measured
    bool isMeasured = false;                 ///< else the speed-up is an estimate
    std::optional<double> speedup;           ///< measured; absent: not comparable
    std::optional<double> low, high;         ///< of the estimate, or of the measured interval
    QString limitedBy; ///< measure::wordFor(verdict) of that run; empty: no verdict

    friend bool operator==(const RunSummary &, const RunSummary &) = default;
};

[[nodiscard]] RunSummary summaryOf(const report::Document &document);

/// Newest first, without what was removed: some ms for 1,000. On any thread, also while there is a Writer.
[[nodiscard]] tl::expected<std::vector<RunSummary>, Trouble> summaries(const QString &folder);

/// As it was exported: redacted. Damaged: there is no such run, or its document cannot be read.
[[nodiscard]] tl::expected<report::Document, Trouble> document(const QString &folder, qint64 id);

} // namespace lapwing::store
