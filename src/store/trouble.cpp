// SPDX-License-Identifier: MIT
#include "store/trouble.h"

#include <QSqlError>

namespace lapwing::store {
namespace {

/// SQLITE_IOERR_SHMSIZE: the disk had no room for the file that readers and writers share.
constexpr int noSpaceToShare = 4874;

Trouble troubleOf(int primary)
{
    switch (primary) {
    case 1:  // SQLITE_ERROR: a table or a column is not there
    case 11: // SQLITE_CORRUPT
    case 20: // SQLITE_MISMATCH
    case 26: // SQLITE_NOTADB
        return Trouble::Damaged;
    case 13: // SQLITE_FULL
        return Trouble::NoSpace;
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return Trouble::NotWritable;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Trouble::InUse;
    default:
        return Trouble::DiskError;
    }
}

} // namespace

Trouble troubleFrom(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    return code == noSpaceToShare ? Trouble::NoSpace : troubleOf(code & 0xff);
}

} // namespace lapwing::store
