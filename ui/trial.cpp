// SPDX-License-Identifier: MIT
#include "trial.h"

namespace lapwing::ui {

int TrialChoice::runs() const
{
    const int kinds = isSweep ? static_cast<int>(levels.size()) : 2;
    const int warmUps = isSweep ? 1 : 2;
    return kinds * rounds.count + (rounds.temperature == record::Temperature::Warm ? warmUps : 0);
}

} // namespace lapwing::ui
