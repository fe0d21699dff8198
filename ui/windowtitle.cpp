// SPDX-License-Identifier: MIT
#include "windowtitle.h"

#include "run/downloadcontroller.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;
using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::WindowTitle)
};

/// Beyond this one file is too little of the list to look at how much of it is here.
constexpr int fewFiles = 10'000;

/// Nothing continues until the user resumes it.
bool isAllPaused(const record::Totals &totals)
{
    return totals.in(TaskState::Paused) > 0 && totals.running() == 0
        && totals.in(TaskState::Committing) == 0 && totals.in(TaskState::Retrying) == 0
        && totals.in(TaskState::Queued) == 0;
}

double shareOf(const record::TaskRecord &task)
{
    if (record::isEnd(task.state))
        return 1;
    const auto size = static_cast<double>(task.size.value_or(0));
    return size > 0 ? std::min(1.0, static_cast<double>(task.kept + task.bytes) / size) : 0;
}

/// Every file counts the same, since the size of one that has not begun is not known.
double progressOf(const record::Ledger &ledger)
{
    if (ledger.size() > fewFiles)
        return static_cast<double>(ledger.totals().finished()) / ledger.size();
    double sum = 0;
    for (const record::TaskRecord &task : ledger.records())
        sum += shareOf(task);
    return sum / ledger.size();
}

/// "5 of 10"
QString endedOf(const record::Ledger &ledger)
{
    return Words::tr("%1 of %2")
        .arg(QLocale().toString(ledger.totals().finished()
                                - ledger.totals().in(TaskState::Cancelled)),
             QLocale().toString(ledger.size()));
}

QString progressText(const record::Ledger &ledger)
{
    return Words::tr("%1% – %2")
        .arg(QLocale().toString(static_cast<int>(progressOf(ledger) * 100)), endedOf(ledger));
}

QString restText(const record::Ledger &ledger)
{
    const record::Totals &totals = ledger.totals();
    if (totals.finished() == 0)
        return Words::tr("%Ln links", nullptr, ledger.size());
    if (totals.finished() < ledger.size())
        return endedOf(ledger);
    const int failed = totals.in(TaskState::Failed);
    return failed > 0 ? Words::tr("Finished: %Ln failed", nullptr, failed)
                      : Words::tr("Finished: %Ln files", nullptr,
                                  ledger.size() - totals.in(TaskState::Cancelled));
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
    if (isAllPaused(ledger.totals()))
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
