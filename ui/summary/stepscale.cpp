// SPDX-License-Identifier: MIT
#include "summary/stepscale.h"

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;
using record::Stamp;

constexpr std::array<Stamp, 13> steps{1s,   2s,   5s,    10s,   20s,   30s, 1min,
                                      2min, 5min, 10min, 20min, 30min, 1h};

Stamp stepFor(Stamp longest)
{
    const auto *step = std::ranges::lower_bound(steps, longest);
    if (step != steps.end())
        return *step;
    Stamp end = steps.back();
    while (end < longest && end < Stamp::max() / 2)
        end *= 2;
    return end;
}

} // namespace

Stamp StepScale::grow(Stamp longest)
{
    m_end = std::max(m_end, stepFor(longest));
    return m_end;
}

} // namespace lapwing::ui
