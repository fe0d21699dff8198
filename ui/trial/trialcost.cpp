// SPDX-License-Identifier: MIT
#include "trial/trialcost.h"

#include "record/saturated.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TrialCost)
};

} // namespace

QString dataText(const TrialCost &cost)
{
    const QString runs = Words::tr("%Ln runs", nullptr, cost.runs);
    if (!cost.sizes && cost.isAsking)
        return Words::tr("%1; asking the servers for the sizes…").arg(runs);
    if (!cost.sizes)
        return Words::tr("%1; the sizes are not known").arg(runs);
    const QString bytes = text::asBytes(record::saturatedSum(
        record::saturatedProduct(cost.sizes->bytes, cost.runs), cost.failedBytes));
    if (cost.sizes->unknown == 0)
        return Words::tr("%1 in %2", "bytes, runs").arg(bytes, runs);
    return Words::tr("%1 in %2, and %3", "bytes, runs, files")
        .arg(bytes, runs, Words::tr("%Ln files of unknown size", nullptr, cost.sizes->unknown));
}

QString timeText(const TrialCost &cost)
{
    return cost.time ? textOf(*cost.time) : Words::tr("unknown until one run has ended");
}

} // namespace lapwing::ui
