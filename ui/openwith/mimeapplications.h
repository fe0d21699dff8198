// SPDX-License-Identifier: MIT
#pragma once

#include "openwith/application.h"
#include "openwith/keyfile.h"

namespace lapwing::ui {

/// Where the desktop keeps what opens which kind of file, the first before the later ones.
struct ApplicationFolders {
    QStringList lists;   ///< folders with a "mimeapps.list"
    QStringList entries; ///< folders with desktop entries and a "mimeinfo.cache"

    /// Those of this user.
    [[nodiscard]] static ApplicationFolders ofUser();
};

/// The ids of the programs for the first of `types` (a kind of file, then those it is a special case of) that has any,
/// then for the others: chosen ones before those that merely say so (Association between MIME types and applications
/// 1.0.1). `lists` are mimeapps.list files, `caches` mimeinfo.cache files.
[[nodiscard]] QStringList applicationIds(const QStringList &types,
                                         const std::vector<KeyFile> &lists,
                                         const std::vector<KeyFile> &caches);

/// The programs that open all of these files, in the order of the first one's. Blocks: for another thread.
[[nodiscard]] std::vector<Application> applicationsFor(const QStringList &paths,
                                                       const ApplicationFolders &folders);

} // namespace lapwing::ui
