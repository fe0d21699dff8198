// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace lapwing::ui {

/// A file on its way to the trash, or back.
struct TrashedFile {
    int id = 0; ///< of its row
    QString path;
    QString inTrash{};    ///< where it is then; empty: not known
    bool isMoved = false; ///< out of its folder; false: it stands where it was
};

/// Each that can be moved is; one that was not there any more counts as moved. Blocks: for another thread.
[[nodiscard]] std::vector<TrashedFile> moveToTrash(std::vector<TrashedFile> files);
/// Those that could not be brought back: nothing is written over. Blocks.
[[nodiscard]] std::vector<TrashedFile> takeFromTrash(const std::vector<TrashedFile> &files);

} // namespace lapwing::ui
