// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/databaseconnection.h"

/// The open list and its run in the database: what a change does to them.
namespace lapwing::store {

// Within a transaction of the caller's. False: Connection::trouble() says why.
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutEntries &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const RemoveEntries &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const SetTurns &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const SetFolder &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const SetLastStopped &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const ClearList &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutRejects &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const ClearRejects &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const BeginRun &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const JoinRun &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutBackRun &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutRecords &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutFacts &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutBaseline &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const ForgetRun &change);

} // namespace lapwing::store
