// SPDX-License-Identifier: MIT
#include "engine/disk/preflight.h"

#include "engine/disk/posixfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace lapwing::engine {

std::optional<record::Failure> wrongWith(const plan::Destination &destination)
{
    if (destination.kind == plan::Destination::Kind::Discard)
        return std::nullopt;
    QString there = destination.folder; // the deepest part of the way that there is
    struct stat it { };
    int error = 0;
    while (::stat(QFile::encodeName(there).constData(), &it) != 0) {
        error = errno;
        const QString above = QFileInfo(there).path();
        if ((error != ENOENT && error != ENOTDIR) || above == there)
            return failureOf(error, "stat folder");
        there = above;
    }
    if (!S_ISDIR(it.st_mode))
        return make(there == destination.folder ? record::Cause::FolderIsFile
                                                : record::Cause::FolderBelowFile,
                    there);
    if (::faccessat(AT_FDCWD, QFile::encodeName(there).constData(), W_OK | X_OK, AT_EACCESS) == 0)
        return std::nullopt;
    record::Failure failure = failureOf(errno, "folder");
    failure.detail = there + QStringLiteral(": ") + failure.detail;
    return failure;
}

} // namespace lapwing::engine
