// SPDX-License-Identifier: MIT
// Where the workbench saves its downloads: the folder of a run stays as it is.
#include "list/keptpart.h"
#include "run/controller/downloadcontroller.h"
#include "trial/scratch.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace lapwing::ui {

void DownloadController::setFolder(const QString &folder)
{
    const QString before = std::exchange(m_folder, folder);
    m_keeping.setFolder(folder);
    const auto tidy = [folder] {
        trial::Scratch::removeLeftovers(folder);
        return true;
    };
    m_tidying.run(tidy, [](bool) {});
    Q_EMIT changed();
    if (folder != before)
        tellOtherFolder(before);
}

/// What goes on, and what is there of files, stays where it is.
void DownloadController::tellOtherFolder(const QString &before)
{
    const QString parts = m_together ? partsFolder() : before;
    if (savesElsewhere())
        Q_EMIT messageRaised(
            tr("The current run still saves in %1. The next one saves in %2, where unfinished "
               "downloads start over.")
                .arg(QDir::toNativeSeparators(folderAtWork()), QDir::toNativeSeparators(m_folder)));
    else if (isAtRest() && parts != m_folder && hasParts())
        Q_EMIT messageRaised(tr("Unfinished downloads start over in the new folder. To resume "
                                "them, choose %1 again.")
                                 .arg(QDir::toNativeSeparators(parts)));
}

bool DownloadController::hasParts() const
{
    const auto hasPart = [this](const record::TaskRecord &task) {
        return !record::hasFile(task.state) && task.kept + task.bytes > 0
            && queuedAgain(*entry(task.id), task).kept > 0;
    };
    return !m_isDemo && std::ranges::any_of(m_tasks.ledger().records(), hasPart);
}

QString DownloadController::partsFolder() const
{
    return m_together && !m_plan.destination.folder.isEmpty() ? m_plan.destination.folder
                                                              : m_folder;
}

QString DownloadController::folderAtWork() const
{
    return isRunning() ? partsFolder() : m_folder;
}

bool DownloadController::savesElsewhere() const
{
    const plan::Destination &now = m_plan.destination;
    return m_activity == Activity::Running && now.kind == plan::Destination::Kind::Folder
        && now.folder != m_folder && QDir::cleanPath(now.folder) != QDir::cleanPath(m_folder);
}

} // namespace lapwing::ui
