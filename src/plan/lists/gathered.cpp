// SPDX-License-Identifier: MIT
#include "plan/lists/gathered.h"

#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {

std::vector<Gathered> gathered(const std::vector<Reject> &rejects)
{
    std::vector<Gathered> groups;
    QHash<QString, std::size_t> places;
    for (const Reject &reject : rejects) {
        const QString key =
            u"%1\n%2\n%3"_s.arg(QString::number(static_cast<int>(reject.error.fault)), reject.list,
                                reject.error.detail);
        if (!places.contains(key)) {
            places.insert(key, groups.size());
            groups.emplace_back();
        }
        groups[places.value(key)].rejects.push_back(reject);
    }
    return groups;
}

QString rangesOf(const Gathered &lines)
{
    constexpr qsizetype enough = 10;
    const std::vector<Reject> &all = lines.rejects;
    QStringList ranges;
    for (std::size_t begin = 0; begin < all.size();) {
        if (ranges.size() == enough) {
            ranges << u"…"_s;
            break;
        }
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].line <= all[end - 1].line + 1)
            ++end;
        const QString first = QString::number(all[begin].line);
        const QString last = QString::number(all[end - 1].line);
        ranges << (first == last ? first : first + u'-' + last);
        begin = end;
    }
    return ranges.join(u", "_s);
}

} // namespace lapwing::plan
