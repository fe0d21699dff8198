// SPDX-License-Identifier: MIT
#pragma once

class QSqlError;

namespace lapwing::store {

/// What is wrong with the file, or with its place. The window has the sentences.
enum class Trouble {
    Damaged,      ///< no database, a torn one, one of another program, or a row that cannot be read
    NewerVersion, ///< a later Lapwing wrote it
    NoSpace,      ///< the disk is full
    NotWritable,  ///< the folder or the disk is read-only, or belongs to somebody else
    InUse,        ///< another program keeps it locked
    DiskError,    ///< the system could not read or write it
    NoDriver,     ///< Qt's SQLite driver (Debian: libqt6sql6-sqlite) is not installed
};

/// From the extended result code of SQLite (https://www.sqlite.org/rescode.html).
[[nodiscard]] Trouble troubleFrom(const QSqlError &error);

} // namespace lapwing::store
