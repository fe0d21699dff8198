// SPDX-License-Identifier: MIT
#pragma once

#include "record/ledger.h"

#include <QString>

namespace lapwing::ui {

/// What the summary is made from.
struct Situation {
    const record::Run *together = nullptr;   ///< the last run; null before the first
    const record::Run *oneAtATime = nullptr; ///< its measured baseline; null unless there is one
    bool running = false;                    ///< `together` goes on
    bool measuring = false;                  ///< `oneAtATime` goes on
    record::Stamp now{};                     ///< on the clock of what goes on
    record::Stamp elapsed{};                 ///< so far, of what goes on
    record::Totals totals;                   ///< of the whole list
};

/// What the summary says. Shares are parts of the one scale that both bars are drawn on.
struct Summary {
    QString together;
    QString oneAtATime;
    double togetherShare = 0;
    double lowShare = 0;
    double highShare = 0; ///< the same as lowShare when it was measured
    bool measured = false;
    QString verdict; ///< "2.4 times faster"; empty while there is nothing to say
    QString reason;  ///< why there is no figure, or what to know beside it; empty: nothing
    QString counts;
    QString amount;
    QString explanation; ///< how the figures are made, for who asks
    QString spoken;      ///< all of it as one sentence
};

[[nodiscard]] Summary summarise(const Situation &situation);

} // namespace lapwing::ui
