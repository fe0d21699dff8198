// SPDX-License-Identifier: MIT
#include "measure/stepfunction.h"

#include <algorithm>
#include <map>

namespace lapwing::measure {

StepFunction::StepFunction(const std::vector<Span> &spans)
{
    std::map<Stamp, int> changes;
    for (const Span &span : spans) {
        if (span.to <= span.from)
            continue;
        ++changes[span.from];
        --changes[span.to];
    }
    m_corners.reserve(changes.size());
    for (const auto &[at, change] : changes) {
        const Corner last = m_corners.empty() ? Corner{at, 0, 0} : m_corners.back();
        const double spent = last.spent + static_cast<double>((at - last.at).count()) * last.count;
        m_covered += last.count > 0 ? at - last.at : Stamp{};
        m_corners.push_back({at, last.count + change, spent});
    }
}

double StepFunction::spentBy(Stamp moment) const
{
    const auto next = std::ranges::upper_bound(m_corners, moment, {}, &Corner::at);
    if (next == m_corners.begin())
        return 0;
    const Corner &last = *std::prev(next);
    return last.spent + static_cast<double>((moment - last.at).count()) * last.count;
}

double StepFunction::meanOver(const Span &span) const
{
    if (span.to <= span.from)
        return 0;
    return (spentBy(span.to) - spentBy(span.from))
        / static_cast<double>((span.to - span.from).count());
}

} // namespace lapwing::measure
