// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <atomic>

/// Partial files that earlier runs left. One that is being written to, by this process or another, stays as it is. All of
/// it blocks: for a thread pool.
namespace lapwing::engine {

/// Removes those in `folder` of these links, with what stands beside them.
void removeParts(const QString &folder, const QList<QUrl> &links);

/// Where a file is to become whole.
struct PartPlace {
    QString chosen; ///< absolute
    QString way;    ///< below that, as plan::folderFor has it
    QString name;   ///< the final one
};

enum class PartMove {
    Moved,
    NotThere,
    Failed, ///< it is where it was, as where `to` is on another disk
};

/// Moves that in `folder` of this link, with what stands beside it; of several the one of which most is known. What is
/// missing of the folder is made. Whoever sets `isDecided` first decides: where that is somebody who waits no longer, it
/// has failed; else it was moved.
[[nodiscard]] PartMove movePart(const QString &folder, const QUrl &link, const PartPlace &to,
                                std::atomic<bool> &isDecided);

} // namespace lapwing::engine
