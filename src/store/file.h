// SPDX-License-Identifier: MIT
#pragma once

#include "store/databaseconnection.h"

namespace lapwing::store {

/// "FOLDER/lapwing.sqlite"; beside it stand, while it is open, its "-wal" and "-shm".
[[nodiscard]] QString filePath(const QString &folder);

/// Opens the file to read and write, and brings it to the version of this program. What is missing of the folder and
/// the file is made, for their owner alone (0700, 0600). Every commit is on the disk when it returns.
/// A file of another program, or of a later version, is not changed.
[[nodiscard]] tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> openFile(
    const QString &folder);

/// Opens the file as it is, on a disk that cannot be written to.
[[nodiscard]] tl::expected<std::unique_ptr<DatabaseConnection>, Trouble> openUnchanging(
    const QString &folder);

} // namespace lapwing::store
