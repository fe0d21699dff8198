// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/connection.h"

/// The history in the database: what a change does to it. It is read by store/history.h.
namespace lapwing::store {

// Within a transaction of the caller's. False: Connection::trouble() says why.
[[nodiscard]] bool apply(Connection &connection, const KeepRun &change);
[[nodiscard]] bool apply(Connection &connection, const KeepDocument &change);
[[nodiscard]] bool apply(Connection &connection, const RemoveKept &change);
[[nodiscard]] bool apply(Connection &connection, const PutBackKept &change);
[[nodiscard]] bool apply(Connection &connection, const LimitKept &change);

/// What was removed goes for good, and the file becomes smaller by what is not used.
[[nodiscard]] bool purge(Connection &connection);

} // namespace lapwing::store
