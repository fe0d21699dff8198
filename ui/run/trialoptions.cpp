// SPDX-License-Identifier: MIT
#include "run/trialoptions.h"

namespace lapwing::ui {

int TrialChoice::runs() const
{
    const int kinds = isSweep ? static_cast<int>(levels.size()) : 2;
    return trial::runsOf(rounds, kinds,
                         isSweep ? record::Trial::Kind::Sweep : record::Trial::Kind::Compare);
}

} // namespace lapwing::ui
