// SPDX-License-Identifier: MIT
#include "measure/verdict.h"

namespace lapwing::measure {

QString wordFor(LimitedBy)
{
    return {};
}

QString wordFor(LoopKind)
{
    return {};
}

LoopKind loopKindOf(const std::optional<record::Loop> &)
{
    return LoopKind::Unknown;
}

Verdict verdictOf(const record::Run &, const std::vector<record::Run> &)
{
    return {};
}

} // namespace lapwing::measure
