// SPDX-License-Identifier: MIT
#include "measure/sweep.h"

namespace lapwing::measure {

Sweep sweepOf(const std::vector<record::Run> &, QString stopped)
{
    Sweep sweep;
    sweep.stopped = std::move(stopped);
    return sweep;
}

} // namespace lapwing::measure
