// SPDX-License-Identifier: MIT
#include "summary/diskfulltext.h"

#include "record/saturated.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace lapwing::ui {
namespace {

using text::asBytes;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::RoomText)
};

struct ToCome {
    qint64 bytes = 0;
    bool more = false; ///< the size of some files is unknown
};

ToCome toComeOf(const record::Run &run)
{
    ToCome sum;
    for (const record::TaskRecord &task : run.tasks) {
        if (record::isEnd(task.state))
            continue;
        sum.more = sum.more || !task.size;
        const qint64 left = std::max(task.size.value_or(0) - task.kept - task.bytes, qint64(0));
        sum.bytes = record::saturatedSum(sum.bytes, left);
    }
    return sum;
}

QString neededText(const ToCome &sum)
{
    if (sum.bytes == 0)
        return Words::tr("remaining size unknown");
    const bool isAtLeast =
        sum.more && sum.bytes != record::saturated; // that is "more than" by itself
    return isAtLeast ? Words::tr("at least %1 remaining").arg(asBytes(sum.bytes))
                     : Words::tr("%1 remaining").arg(asBytes(sum.bytes));
}

} // namespace

QString diskFullText(const record::Run &run, const QString &folder, std::optional<qint64> freeSpace)
{
    const QString needed = neededText(toComeOf(run));
    return Words::tr("The disk containing %1 is full (%2, %3 free). Nothing was lost; free some "
                     "space, then resume.")
        .arg(QDir::toNativeSeparators(folder), needed, asBytes(freeSpace));
}

} // namespace lapwing::ui
