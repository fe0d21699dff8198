// SPDX-License-Identifier: MIT
#include "summary/measurecost.h"

#include "measure/compare/completeness.h"
#include "record/saturated.h"
#include "text/amounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace lapwing::ui {
namespace {

using text::asBytes;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Cost)
};

QString timeOf(const measure::Baseline &baseline)
{
    if (baseline.measured)
        return text::asTime(baseline.measured);
    return baseline.range ? Words::tr("up to %1").arg(text::asTime(baseline.range->high))
                          : QString();
}

} // namespace

QString costOfMeasuring(const SharedRun &together, std::optional<qint64> freeSpace)
{
    const QString cost = Words::tr("Measuring downloads %1 once more, one at a time.")
                             .arg(asBytes(together.sums().bytes));
    if (together->facts.discarded)
        return Words::tr("%1 Nothing is kept.").arg(cost);
    const QString room = asBytes(together.sums().largest);
    return freeSpace
        ? Words::tr("%1 Files are deleted afterwards; the largest needs %2 (%3 free).")
              .arg(cost, room, asBytes(freeSpace))
        : Words::tr("%1 Files are deleted afterwards; the largest needs %2.").arg(cost, room);
}

QString measureCostOf(const Situation &situation,
                      const std::optional<measure::Comparison> &comparison)
{
    if (situation.running || situation.measuring || !comparison)
        return {};
    const QString time = timeOf(comparison->baseline);
    const QString bytes = asBytes(measure::bytesOfFiles(*situation.together));
    return time.isEmpty() ? QString() : Words::tr("%1, %2").arg(time, bytes);
}

std::optional<qint64> bytesOfList(const Situation &situation)
{
    const auto &counts = situation.totals.count;
    const int listed = std::accumulate(counts.begin(), counts.end(), 0);
    if (situation.running || situation.measuring || !situation.together
        || measure::filesIn(*situation.together) != listed)
        return std::nullopt;
    qint64 sum = 0;
    for (const record::TaskRecord &task : situation.together->tasks) {
        if (record::isFoundOnDisk(task))
            return std::nullopt;
        sum = record::saturatedSum(sum, record::saturatedSum(task.bytes, task.kept));
    }
    return sum;
}

QString costOfRuns(int runs, std::optional<qint64> bytes)
{
    const QString often = Words::tr("%Ln runs", nullptr, runs);
    return bytes ? Words::tr("%1, %2").arg(often, asBytes(record::saturatedProduct(*bytes, runs)))
                 : often;
}

} // namespace lapwing::ui
