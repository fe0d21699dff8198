// SPDX-License-Identifier: MIT
#include "engine/http/contentrange.h"

#include "plan/http/plainnumber.h"

#include <limits>

namespace lapwing::engine {
namespace {

constexpr QByteArrayView unit = "bytes "; ///< in any case (RFC 9110 section 14.1)

/// What is before and after the first `separator`; absent when there is none.
std::optional<std::pair<QByteArrayView, QByteArrayView>> parted(QByteArrayView text, char separator)
{
    const qsizetype at = text.indexOf(separator);
    if (at < 0)
        return std::nullopt;
    return std::pair(text.first(at), text.sliced(at + 1));
}

bool isConsistent(const ContentRange &range)
{
    if (!range.first)
        return range.total.has_value();
    return *range.first <= *range.last && *range.last < range.total.value_or(*range.last + 1);
}

/// "0-499": sets both ends, or neither.
void takeEnds(ContentRange &range, QByteArrayView text)
{
    const auto ends = parted(text, '-');
    if (!ends)
        return;
    const auto first = plan::plainNumber(ends->first);
    const auto last = plan::plainNumber(ends->second);
    if (!first || !last || *last == std::numeric_limits<qint64>::max())
        return;
    range.first = first;
    range.last = last;
}

} // namespace

std::optional<ContentRange> contentRange(QByteArrayView value)
{
    const QByteArrayView text = value.trimmed();
    const bool isBytes = text.size() > unit.size()
        && text.first(unit.size()).compare(unit, Qt::CaseInsensitive) == 0;
    const auto parts = isBytes ? parted(text.sliced(unit.size()), '/') : std::nullopt;
    if (!parts)
        return std::nullopt;
    ContentRange range;
    range.total = plan::plainNumber(parts->second);
    takeEnds(range, parts->first);
    const bool isRead =
        (range.first || parts->first == "*") && (range.total || parts->second == "*");
    return isRead && isConsistent(range) ? std::optional(range) : std::nullopt;
}

} // namespace lapwing::engine
