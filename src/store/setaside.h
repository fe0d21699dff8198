// SPDX-License-Identifier: MIT
#pragma once

#include "store/trouble.h"

#include <QDateTime>
#include <QString>

namespace lapwing::store {

/// Renames the file and what stands beside it to "lapwing.sqlite.damaged-YYYYMMDD-HHMMSS" (local time; "-2" and so on
/// behind it where that is taken), "…-wal", "…-shm"; of a NewerVersion, which is whole, "lapwing.sqlite.newer-…". Nothing
/// is deleted, and nothing is written over.
/// The new path; empty: it could not be renamed, and stands where it was.
[[nodiscard]] QString setAside(const QString &folder, Trouble trouble, const QDateTime &now);

} // namespace lapwing::store
