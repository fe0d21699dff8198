// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/databaseconnection.h"
#include "store/storedlist.h"

/// The history in the database: what a change does to it. It is read by store/history.h.
namespace lapwing::store {

// All within a transaction of the caller's, but for the two that make a document, which have one of their own when it
// is made. False: Connection::trouble() says why.

/// A place for the open run, which is seen once it has its document; the one that it has, if there is one, also if it
/// was forgotten and put back since. 0: there is no open run. Absent: it failed.
[[nodiscard]] std::optional<qint64> reservePlace(DatabaseConnection &connection);
/// The document of the open run of `list`, at its place.
[[nodiscard]] bool keepRun(DatabaseConnection &connection, qint64 place, const StoredList &list);
[[nodiscard]] bool keepDocument(DatabaseConnection &connection, const report::Document &document);

[[nodiscard]] bool apply(DatabaseConnection &connection, const RemoveKept &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const PutBackKept &change);
[[nodiscard]] bool apply(DatabaseConnection &connection, const LimitKept &change);

/// What was removed goes for good, and the file becomes smaller by what is not used.
[[nodiscard]] bool purge(DatabaseConnection &connection);

} // namespace lapwing::store
