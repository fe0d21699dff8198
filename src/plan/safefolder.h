// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <QString>

#include <tl/expected.hpp>

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

/// That of the entry; where it is refused, or none is given, the chosen one.
[[nodiscard]] QString folderFor(const Entry &entry, const QString &chosen);

} // namespace lapwing::plan
