// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "record/ledger.h"

#include <QString>

#include <memory>

namespace lapwing::ui {

/// What the summary is made from.
struct Situation {
    const record::Run *together = nullptr;   ///< the last run; null before the first
    const record::Run *oneAtATime = nullptr; ///< its measured baseline; null unless there is one
    /// The list one at a time in a later trial; null: there was none. Where that was of other files, it tells nothing.
    std::shared_ptr<const record::Run> tried;
    bool running = false;   ///< `together` goes on
    bool measuring = false; ///< `oneAtATime` goes on
    bool followsOn = false; ///< `together` is one file of a list with a figure
    bool isBeforeLast =
        false;           ///< one file ran after `together`, at rest: the timeline is of that one
    record::Stamp now{}; ///< on the clock of what goes on
    record::Stamp elapsed{}; ///< so far, of what goes on
    record::Totals totals;   ///< of the whole list
    int notStarted = 0;      ///< of those that it has as queued
    /// Of the list, once nothing runs: what failed in `together` and has been tried again since, in its
    /// order.
    std::vector<record::SharedRecord> triedSince;
};

/// What the verdict card says. Times are those of its bars.
struct Summary {
    enum class Phase { NotStarted, Running, Measuring, Ended };
    /// What helps to get a figure or a better one, or lets the run go on.
    enum class Offer { None, Start, RetryFailed, ResumeAll };

    Phase phase = Phase::NotStarted;
    bool isBeforeLast = false; ///< see Situation: the timeline is of another run
    QString together;          ///< in words: "5.0 s so far"
    QString oneAtATime;        ///< in words: "0.5 s to 12.0 s estimated"
    QString baseline;          ///< the same beside its bar: "0.5 s to 12.0 s"
    record::Stamp togetherTime{};
    record::Stamp low{};
    record::Stamp high{}; ///< the same as `low` when it was measured
    bool measured = false;
    QString verdict; ///< "2.4× as fast"; empty while there is no figure
    QString
        meaning; ///< of a range that is wide, once the run has ended: "Not clear yet"; else empty
    QString
        ground; ///< what it stands on: "estimated so far", "measured once (±10 %), 8 of 10 files"
    QString
        reason; ///< why there is no figure and what to do, or whom it leaves out; empty: nothing
    Offer offer = Offer::None;
    QString measureCost; ///< "up to 12.0 s, 3.1 MB"; empty: it is not known
    std::optional<qint64>
        listBytes; ///< of the whole list, fetched once; absent: it is not known, or something runs
    QString counts;
    QString amount;
    QString explanation; ///< how the figures are made, for who asks
    QString spoken;      ///< all of it as one sentence
};

/// What the figure of the card is, and the times that its bars are drawn from; absent: no file was fetched. After a stop there
/// is no range: together is the time of all that was under way, and the range would be that of the files that came.
[[nodiscard]] std::optional<measure::Comparison> comparisonOf(const Situation &situation);

[[nodiscard]] Summary summarise(const Situation &situation);

} // namespace lapwing::ui
