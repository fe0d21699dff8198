// SPDX-License-Identifier: MIT
#include "summary/measurecost.h"

#include "measure/compare/completeness.h"
#include "text/amounts.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::ui {
namespace {

using text::asBytes;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Cost)
};

} // namespace

QString costOfMeasuring(const record::Run &together, std::optional<qint64> freeSpace)
{
    qint64 largest = 0;
    for (const record::TaskRecord &task : together.tasks)
        largest = std::max(largest, record::hasFile(task.state) ? task.bytes : 0);
    const QString cost = Words::tr("Measuring downloads %1 once more, one at a time.")
                             .arg(asBytes(measure::bytesOfFiles(together)));
    if (together.facts.discarded)
        return Words::tr("%1 Nothing is kept.").arg(cost);
    const QString room = asBytes(largest);
    return freeSpace
        ? Words::tr("%1 Files are deleted afterwards; the largest needs %2 (%3 free).")
              .arg(cost, room, asBytes(freeSpace))
        : Words::tr("%1 Files are deleted afterwards; the largest needs %2.").arg(cost, room);
}

} // namespace lapwing::ui
