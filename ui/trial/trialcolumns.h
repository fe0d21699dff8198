// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialpicture.h"

#include <QString>
#include <QVariant>

#include <vector>

namespace lapwing::ui {

/// A column of the table of a trial.
struct TrialColumn {
    QString title;
    QString sample; ///< as wide as its texts ordinarily are; sets the width
    bool isNumber = true;
};

/// What stands in one place of it.
struct TrialCell {
    QString text;
    QVariant key;  ///< to sort by; invalid: not known
    QString tip{}; ///< empty: its text, where that is no number
};

/// A line for each round, or for each number at once; of two runs that are compared, for each figure, phase or file.
struct TrialRows {
    std::vector<TrialColumn> columns;
    std::vector<std::vector<TrialCell>> rows;
    std::vector<int> marked; ///< rows that are recommended
};

[[nodiscard]] TrialRows rowsOf(const TrialPicture &picture);

} // namespace lapwing::ui
