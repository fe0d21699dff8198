// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

namespace lapwing::plan {

// Three dialects, told apart by what stands between the ends. DownThemAll: [01:20], [01:20:2], [20:01:-1],
// [a:f]. curl and aria2 -P: [01-20], [01-20:2], [a-f], {one,two}. With several, the last one varies fastest.
// Only inside a link; what is no valid range stays as it is written, for links do have brackets.

/// More of them, in all of a list, are not made.
inline constexpr qint64 maxRangeLinks = 100'000;

/// Whether there are ranges in a list, and what they stand for; none of it is made.
[[nodiscard]] Ranges rangesIn(const QByteArray &list);

/// How much the ranges of one list may still become.
struct RangeRoom {
    qint64 links = maxRangeLinks;
    qint64 bytes = maxListSize; ///< in UTF-8
};

/// The lines that one with ranges stands for; without any, itself alone. The error: they are too many.
[[nodiscard]] tl::expected<QStringList, ListError> expand(const QString &line, RangeRoom &room);

/// A list in which each line with ranges stands as often as they say.
struct Expanded {
    QByteArray text; ///< UTF-8
    std::vector<int>
        lines; ///< by line of `text`, from 0: the one that it comes from in the list, from 1
    std::vector<Reject> rejects; ///< what would become too many, or was too long to be read
};
[[nodiscard]] Expanded withRangesExpanded(const QByteArray &list);

} // namespace lapwing::plan
