// SPDX-License-Identifier: MIT
#include "engine/http/contentrange.h"
#include "fuzz/target.h"

#include <limits>

using namespace lapwing;

namespace {

QByteArray written(const engine::ContentRange &range)
{
    const QByteArray ends = range.first
        ? QByteArray::number(*range.first) + '-' + QByteArray::number(*range.last)
        : "*";
    return "bytes " + ends + '/' + (range.total ? QByteArray::number(*range.total) : "*");
}

void readsRanges(const QByteArray &input)
{
    const auto range = engine::contentRange(input);
    if (!range)
        return;
    LAPWING_PROMISE(range->first.has_value() == range->last.has_value());
    LAPWING_PROMISE(range->first || range->total);
    LAPWING_PROMISE(!range->total || *range->total >= 0);
    if (range->first) {
        LAPWING_PROMISE(0 <= *range->first && *range->first <= *range->last);
        LAPWING_PROMISE(*range->last < range->total.value_or(std::numeric_limits<qint64>::max()));
    }
    LAPWING_PROMISE(engine::contentRange(written(*range)) == range);
}

} // namespace

LAPWING_FUZZ(readsRanges)
