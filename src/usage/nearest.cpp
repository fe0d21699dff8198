// SPDX-License-Identifier: MIT
#include "usage/nearest.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace lapwing::usage {
namespace {

/// A word twice as long as any of ours was not mistyped.
constexpr qsizetype maxLength = 64;

/// Letters added, left out, replaced or exchanged with their neighbour, that lead from one to the other
/// (optimal string alignment).
qsizetype distance(const QString &from, const QString &to)
{
    using Row = std::vector<qsizetype>;
    const auto width = static_cast<std::size_t>(to.size());
    Row before(width + 1), last(width + 1), row(width + 1);
    for (std::size_t j = 0; j <= width; ++j)
        last[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const qsizetype replaced = last[j - 1] + (from[i - 1] == to[at - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && from[i - 1] == to[at - 2] && from[i - 2] == to[at - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::exchange(last, row);
    }
    return last[width];
}

} // namespace

QString nearest(const QString &word, const QStringList &known)
{
    if (word.size() < 2 || word.size() > maxLength)
        return {};
    // The beginning of exactly one: it was abbreviated.
    QStringList begun;
    std::ranges::copy_if(known, std::back_inserter(begun),
                         [&word](const QString &each) { return each.startsWith(word); });
    if (begun.size() == 1)
        return begun.front();
    QString best;
    qsizetype min = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &each : known) {
        const qsizetype far = distance(word, each);
        if (far < std::min(min, each.size())) {
            min = far;
            best = each;
        }
    }
    return best;
}

} // namespace lapwing::usage
