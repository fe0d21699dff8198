// SPDX-License-Identifier: MIT
#include "windowtitle.h"

#include "run/controller/downloadcontroller.h"
#include "run/runprogress.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;
using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::WindowTitle)
};

/// Without what was cancelled.
int ended(const record::Totals &totals)
{
    return totals.finished() - totals.in(TaskState::Cancelled);
}

/// "5 of 10"
QString endedOf(const record::Ledger &ledger)
{
    return Words::tr("%1 of %2")
        .arg(QLocale().toString(ended(ledger.totals())), QLocale().toString(ledger.size()));
}

QString progressText(const record::Ledger &ledger)
{
    const std::optional<double> progress = progressOf(ledger);
    if (!progress)
        return endedOf(ledger);
    return Words::tr("%1% – %2")
        .arg(QLocale().toString(static_cast<int>(*progress * 100)), endedOf(ledger));
}

QString restText(const record::Ledger &ledger)
{
    const record::Totals &totals = ledger.totals();
    if (totals.finished() == 0)
        return Words::tr("%Ln links", nullptr, ledger.size());
    if (ended(totals) < ledger.size())
        return endedOf(ledger);
    const int failed = totals.in(TaskState::Failed);
    return failed > 0 ? Words::tr("Finished: %Ln failed", nullptr, failed)
                      : Words::tr("Finished: %Ln files", nullptr, ledger.size());
}

QString stateOf(DownloadController &controller)
{
    const record::Ledger &ledger = controller.tasks().ledger();
    if (controller.activity() == Activity::Measuring)
        return Words::tr("Measuring");
    if (controller.activity() == Activity::Trying)
        return Words::tr("Comparing");
    if (controller.isDiskFull())
        return Words::tr("Disk full – %1").arg(endedOf(ledger));
    if (isAllPaused(controller.tasks().counts()))
        return Words::tr("Paused – %1").arg(endedOf(ledger));
    return controller.activity() == Activity::Running ? progressText(ledger) : restText(ledger);
}

} // namespace

QString titleOf(DownloadController &controller)
{
    const QString program = QStringLiteral("Lapwing");
    return controller.isEmpty() ? program : Words::tr("%1 – %2").arg(stateOf(controller), program);
}

} // namespace lapwing::ui
