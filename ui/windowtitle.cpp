// SPDX-License-Identifier: MIT
#include "windowtitle.h"

#include "run/downloadcontroller.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui {
namespace {

using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::WindowTitle)
};

/// Nothing continues until the user resumes it.
bool isAllPaused(const record::Totals &totals)
{
    return totals.in(TaskState::Paused) > 0 && totals.running() == 0
        && totals.in(TaskState::Retrying) == 0 && totals.in(TaskState::Queued) == 0;
}

} // namespace

QString titleOf(DownloadController &controller)
{
    if (controller.isEmpty())
        return QStringLiteral("Lapwing");
    if (controller.activity() == DownloadController::Activity::Measuring)
        return Words::tr("Measuring");
    if (controller.activity() == DownloadController::Activity::Trying)
        return Words::tr("Comparing");
    const record::Ledger &ledger = controller.tasks().ledger();
    const QString ended = QLocale().toString(ledger.totals().finished());
    const QString all = QLocale().toString(ledger.size());
    if (controller.isDiskFull())
        return Words::tr("Disk full, %1 of %2 ended").arg(ended, all);
    if (isAllPaused(ledger.totals()))
        return Words::tr("Paused, %1 of %2 ended").arg(ended, all);
    if (controller.activity() == DownloadController::Activity::Running)
        return Words::tr("Running, %1 of %2").arg(ended, all);
    const QString failed = QLocale().toString(ledger.totals().in(TaskState::Failed));
    return Words::tr("%1 of %2 ended, %3 failed").arg(ended, all, failed);
}

} // namespace lapwing::ui
