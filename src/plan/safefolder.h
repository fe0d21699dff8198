// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <QString>

#include <tl/expected.hpp>
#include <vector>

namespace lapwing::plan {

/// Why a list may not choose this folder.
enum class FolderFault {
    Above,     ///< ".." in it
    Elsewhere, ///< it begins at a root, a drive or a home, outside the chosen one
};

/// `folder` as a list has it, made a way below the absolute `chosen`: each part a safe name (safename.h),
/// joined by "/"; empty is the chosen one itself. An absolute one is taken where it leads into `chosen`.
[[nodiscard]] tl::expected<QString, FolderFault> safeFolder(const QString &folder,
                                                            const QString &chosen);

/// The way from the chosen folder to that of the entry; absolute where the user lets it be elsewhere, and
/// `mayLeave`. What would lead elsewhere otherwise, or where nothing is said, is the chosen one.
[[nodiscard]] tl::expected<QString, FolderFault> wayFor(const Entry &entry, const QString &chosen,
                                                        bool mayLeave = true);

/// The same; where the way is refused, the chosen one.
[[nodiscard]] QString folderFor(const Entry &entry, const QString &chosen, bool mayLeave = true);

/// That folder, absolute.
[[nodiscard]] QString pathFor(const Entry &entry, const QString &chosen);

/// It names a folder elsewhere, and is saved in the chosen one instead.
[[nodiscard]] bool isKeptInside(const Extras &extras, const QString &chosen);
/// How many of them are.
[[nodiscard]] int countKeptInside(const std::vector<Entry> &entries, const QString &chosen);

} // namespace lapwing::plan
