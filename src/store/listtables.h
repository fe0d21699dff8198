// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/databaseconnection.h"

/// The open list and its run in the database: what a change does to them.
namespace lapwing::store {

// Within a transaction of the caller's. False: Connection::trouble() says why.
[[nodiscard]] bool apply(Connection &connection, const PutEntries &change);
[[nodiscard]] bool apply(Connection &connection, const RemoveEntries &change);
[[nodiscard]] bool apply(Connection &connection, const SetTurns &change);
[[nodiscard]] bool apply(Connection &connection, const SetFolder &change);
[[nodiscard]] bool apply(Connection &connection, const ClearList &change);
[[nodiscard]] bool apply(Connection &connection, const BeginRun &change);
[[nodiscard]] bool apply(Connection &connection, const JoinRun &change);
[[nodiscard]] bool apply(Connection &connection, const PutBackRun &change);
[[nodiscard]] bool apply(Connection &connection, const PutRecords &change);
[[nodiscard]] bool apply(Connection &connection, const PutFacts &change);
[[nodiscard]] bool apply(Connection &connection, const ForgetRun &change);

} // namespace lapwing::store
