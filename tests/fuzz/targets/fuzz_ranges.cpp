// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/ranges.h"
#include "plan/lists/sources.h"

#include <algorithm>

using namespace lapwing;

namespace {

constexpr qint64 maxRead = 2000; ///< links: 100,000 of them take seconds each time

/// What is written stands for as many lines as is said, and never for more than a list may have.
void expandsRanges(const QByteArray &input)
{
    const plan::Ranges ranges = plan::rangesIn(input);
    LAPWING_PROMISE(ranges.links >= 0 && ranges.first.size() <= 3);
    LAPWING_PROMISE((ranges.links == 0) == ranges.first.isEmpty());

    const plan::Expanded expanded = plan::withRangesExpanded(input);
    const auto lines = static_cast<std::size_t>(expanded.text.count('\n'));
    LAPWING_PROMISE(expanded.lines.size() == lines);
    LAPWING_PROMISE(std::ranges::is_sorted(expanded.lines));
    LAPWING_PROMISE(expanded.lines.empty() || expanded.lines.front() >= 1);
    LAPWING_PROMISE(expanded.text.size() <= input.size() * 4 + plan::maxListSize);
    const auto written = static_cast<std::size_t>(input.count('\n') + input.count('\r') + 1);
    LAPWING_PROMISE(lines <= written + static_cast<std::size_t>(plan::maxRangeLinks));

    if (ranges.links > maxRead)
        return;
    plan::Reading reading;
    reading.expandsRanges = true;
    fuzz::promiseLinks(plan::linksFromContents(input, reading));
}

} // namespace

LAPWING_FUZZ(expandsRanges)
