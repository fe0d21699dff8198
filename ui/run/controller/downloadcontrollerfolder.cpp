// SPDX-License-Identifier: MIT
// Where the workbench saves its downloads: the folder of a run stays as it is.
#include "list/keptpart.h"
#include "plan/safefolder.h"
#include "run/controller/downloadcontroller.h"
#include "trial/scratch.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <memory>
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
        tellOtherFolder();
}

/// What goes on, and what is there of files, stays where it is.
void DownloadController::tellOtherFolder()
{
    if (savesElsewhere())
        Q_EMIT messageRaised(
            tr("The current run still saves in %1, and its partial files continue there. The next "
               "run saves everything else in %2.")
                .arg(QDir::toNativeSeparators(folderAtWork()), QDir::toNativeSeparators(m_folder)));
    else if (const QString text = begunElsewhereText(); isAtRest() && !text.isEmpty())
        Q_EMIT messageRaised(text);
}

QString DownloadController::begunElsewhereText() const
{
    QStringList folders;
    for (const plan::Entry &entry : m_listing.entries()) {
        const QString begunIn = QDir::toNativeSeparators(folderBefore(entry, m_folder));
        const bool isNews = !begunIn.isEmpty() && !folders.contains(begunIn);
        if (isNews && queuedAgain(entry, *taskOf(entry.id)).kept > 0)
            folders << begunIn;
    }
    if (folders.isEmpty())
        return {};
    return tr("Downloads with a partial file continue in %1; all others are saved in %2.")
        .arg(QLocale().createSeparatedList(folders), QDir::toNativeSeparators(m_folder));
}

/// The folder of the run that left a part of it, where that would go elsewhere from `folder`; else empty.
QString DownloadController::folderBefore(const plan::Entry &entry, const QString &folder) const
{
    const record::TaskRecord *task = taskOf(entry.id);
    if (task == nullptr || task->begunIn.isEmpty() || record::hasFile(task->state))
        return {};
    const bool isRunFull = m_together && m_together->facts.diskFull;
    if ((isRunFull && task->begunIn == fullFolder())
        || (task->failure && task->failure->cause == record::Cause::WriteFailed))
        return {}; // its disk is why another folder was chosen
    const auto wayFrom = [&entry](const QString &chosen) {
        return QDir::cleanPath(plan::pathFor(entry, chosen));
    };
    return wayFrom(task->begunIn) == wayFrom(folder) ? QString() : task->begunIn;
}

/// For a run that saves in `folder`: what was begun elsewhere knows where.
std::vector<plan::Entry> DownloadController::withFoldersBefore(std::vector<plan::Entry> entries,
                                                               const QString &folder) const
{
    for (plan::Entry &entry : entries) {
        const QString begunIn = folderBefore(entry, folder);
        if (begunIn.isEmpty())
            continue;
        auto extras = std::make_shared<plan::Extras>();
        if (entry.extras)
            *extras = *entry.extras;
        extras->begunIn = begunIn;
        entry.extras = std::move(extras);
    }
    return entries;
}

/// Where its files are: all of them may have gone on elsewhere.
QString DownloadController::folderOfRun() const
{
    const QString folder = partsFolder();
    if (!m_together)
        return folder;
    const QString inside = folder + u'/';
    QString elsewhere;
    for (const record::TaskRecord &task : m_together->tasks) {
        if (task.path.startsWith(inside))
            return folder;
        if (!task.path.isEmpty())
            elsewhere = QFileInfo(task.path).path();
    }
    return elsewhere.isEmpty() ? folder : elsewhere;
}

QString DownloadController::partsFolder() const
{
    return m_together && !m_plan->destination.folder.isEmpty() ? m_plan->destination.folder
                                                               : m_folder;
}

QString DownloadController::folderAtWork() const
{
    return isRunning() ? partsFolder() : m_folder;
}

bool DownloadController::savesElsewhere() const
{
    const plan::Destination &now = m_plan->destination;
    return m_activity == Activity::Running && now.kind == plan::Destination::Kind::Folder
        && now.folder != m_folder && QDir::cleanPath(now.folder) != QDir::cleanPath(m_folder);
}

} // namespace lapwing::ui
