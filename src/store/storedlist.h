// SPDX-License-Identifier: MIT
#pragma once

#include "store/databaseconnection.h"
#include "store/state.h"

#include <QByteArray>
#include <QHash>

namespace lapwing::store {

/// An entry as its row has it.
struct StoredEntry {
    int id = 0;
    QString url, name;
    bool isNamed = false;
    QString checksum; ///< empty: none
    bool isInRun = false;
    QByteArray record; ///< see stored.h
    plan::Turn turn;
    QByteArray extras;                     ///< see storedextras.h
    std::optional<QByteArray> recordInRun; ///< absent: it is `record`
};

/// The open run, or its baseline, without its tasks.
struct StoredRun {
    report::PlanFacts plan;
    QByteArray facts;
    bool isKept = false;
};

/// The open list as the file has it: quickly read, and a value that another thread may make sense of.
struct StoredList {
    std::vector<StoredEntry> entries; ///< by id
    QString folder;
    int lastStopped = 0;
    int lastRemoved = 0;
    std::vector<StoredRun> runs;     ///< none; together; or one at a time too
    QHash<int, QByteArray> baseline; ///< records by id
    std::vector<plan::Reject> rejects;
    int rejectsLeftOut = 0;
};

/// Absent: Connection::trouble() says why.
[[nodiscard]] std::optional<StoredList> fetchList(DatabaseConnection &connection);

/// What it means. Absent: it is damaged.
[[nodiscard]] std::optional<State> stateFrom(StoredList list);

} // namespace lapwing::store
