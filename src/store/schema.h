// SPDX-License-Identifier: MIT
#pragma once

#include "store/databaseconnection.h"

namespace lapwing::store {

/// Makes the tables of a new file, and changes those of an earlier version. False: Connection::trouble() is
/// Damaged for what is no file of Lapwing's, NewerVersion for one of a later version; neither is touched.
[[nodiscard]] bool bringUpToDate(DatabaseConnection &connection);

/// Whether the file is Lapwing's and of this version; else as above, and Damaged for an earlier one.
[[nodiscard]] bool isCurrent(DatabaseConnection &connection);

} // namespace lapwing::store
