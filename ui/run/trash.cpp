// SPDX-License-Identifier: MIT
#include "run/trash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lapwing::ui {
namespace {

/// "TRASH/info/NAME.trashinfo" beside "TRASH/files/NAME" (the trash specification of freedesktop.org).
void removeInfo(const QString &inTrash)
{
    const QFileInfo file(inTrash);
    QFile::remove(QStringLiteral("%1/../info/%2.trashinfo").arg(file.path(), file.fileName()));
}

bool bringBack(const TrashedFile &file)
{
    if (file.inTrash.isEmpty() || !QDir().mkpath(QFileInfo(file.path).path())
        || !QFile::rename(file.inTrash, file.path))
        return false;
    removeInfo(file.inTrash);
    return true;
}

} // namespace

std::vector<TrashedFile> moveToTrash(std::vector<TrashedFile> files)
{
    for (TrashedFile &file : files)
        file.isMoved =
            !QFileInfo(file.path).isFile() || QFile::moveToTrash(file.path, &file.inTrash);
    return files;
}

std::vector<TrashedFile> takeFromTrash(const std::vector<TrashedFile> &files)
{
    std::vector<TrashedFile> left;
    for (const TrashedFile &file : files) {
        if (!bringBack(file))
            left.push_back(file);
    }
    return left;
}

} // namespace lapwing::ui
