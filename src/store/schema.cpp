// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include <QStringList>

#include <array>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// "Lapw": what tells our files from those of other programs (https://www.sqlite.org/fileformat2.html section 1.3.15).
constexpr int ourId = 0x4C617077;

// Values of records, facts and documents are JSON: of the run document (resources/run-document.schema.json),
// where a record lacks what follows from its stamps. Both `record`s are NULL of what is merely queued.
// list: "folder"; "last-stopped" and "last-removed", ids.
// runs: of the open one; mode is plan::Mode.
const QStringList version1{
    u"CREATE TABLE entries(id INTEGER PRIMARY KEY, url TEXT NOT NULL, name TEXT NOT NULL,"
    " is_named INTEGER NOT NULL, checksum TEXT, in_run INTEGER NOT NULL DEFAULT 0, record BLOB)"_s,
    u"CREATE TABLE baseline(id INTEGER PRIMARY KEY, record BLOB)"_s,
    u"CREATE TABLE list(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"_s,
    u"CREATE TABLE runs(mode INTEGER PRIMARY KEY, entries INTEGER NOT NULL, at_once INTEGER NOT "
    u"NULL,"
    " per_host INTEGER NOT NULL, destination TEXT NOT NULL, proxy TEXT NOT NULL, facts BLOB NOT "
    "NULL,"
    " kept_as INTEGER)"_s,
    u"CREATE TABLE history(id INTEGER PRIMARY KEY AUTOINCREMENT, removed INTEGER NOT NULL DEFAULT "
    u"0,"
    " kind INTEGER NOT NULL, started TEXT NOT NULL, links INTEGER NOT NULL, files INTEGER NOT NULL,"
    " bytes INTEGER NOT NULL, at_once INTEGER NOT NULL, together_ns INTEGER, one_at_a_time_ns "
    "INTEGER,"
    " measured INTEGER NOT NULL, speedup REAL, low REAL, high REAL, limited_by TEXT NOT NULL,"
    " document BLOB NOT NULL)"_s,
};

// place: NULL of those that version 1 wrote, which stand by their ids; priority is plan::Priority; extras:
// see storedextras.h, NULL of most.
const QStringList version2{
    u"ALTER TABLE entries ADD COLUMN place INTEGER"_s,
    u"ALTER TABLE entries ADD COLUMN priority INTEGER NOT NULL DEFAULT 1"_s,
    u"ALTER TABLE entries ADD COLUMN extras BLOB"_s,
};

// run_record: what the entry was in the open run, where `record` is of something later; else NULL.
const QStringList version3{
    u"ALTER TABLE entries ADD COLUMN run_record BLOB"_s,
};

// continues: moments, empty where there is none. host: of the first link; empty in what earlier versions kept, with
// hosts and unfinished 0.
const QStringList version4{
    u"ALTER TABLE runs ADD COLUMN continues TEXT NOT NULL DEFAULT ''"_s,
    u"ALTER TABLE history ADD COLUMN continues TEXT NOT NULL DEFAULT ''"_s,
    u"ALTER TABLE history ADD COLUMN host TEXT NOT NULL DEFAULT ''"_s,
    u"ALTER TABLE history ADD COLUMN hosts INTEGER NOT NULL DEFAULT 0"_s,
    u"ALTER TABLE history ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0"_s,
};

// fault: see storedreject.h. list: also "rejects-left-out", how many more there were.
const QStringList version5{
    u"CREATE TABLE rejects(id INTEGER PRIMARY KEY, line INTEGER NOT NULL, text TEXT NOT NULL,"
    " fault TEXT NOT NULL, detail TEXT NOT NULL, list TEXT NOT NULL)"_s,
};

/// What leads to version 1, from that to version 2, and so on.
const std::array steps{version1, version2, version3, version4, version5};

/// 0: an empty file. Absent: trouble() says why.
std::optional<int> versionOf(DatabaseConnection &connection)
{
    const QVariant id = connection.value(u"PRAGMA application_id"_s);
    const QVariant version = connection.value(u"PRAGMA user_version"_s);
    const QVariant tables = connection.value(u"SELECT count(*) FROM sqlite_master"_s);
    if (connection.hasFailed())
        return std::nullopt;
    if (id.toInt() == 0 && version.toInt() == 0 && tables.toInt() == 0)
        return 0;
    const bool isOurs = id.toInt() == ourId && version.toInt() > 0;
    if (isOurs && version.toInt() <= static_cast<int>(steps.size()))
        return version.toInt();
    connection.fail(isOurs ? Trouble::NewerVersion : Trouble::Damaged);
    return std::nullopt;
}

/// The version is read again under the lock: another connection may have been faster.
bool raise(DatabaseConnection &connection)
{
    Transaction all(connection);
    const std::optional<int> from = all.hasBegun() ? versionOf(connection) : std::nullopt;
    if (!from)
        return false;
    for (const QStringList &step : std::span(steps).subspan(static_cast<std::size_t>(*from))) {
        for (const QString &statement : step) {
            if (!connection.run(statement))
                return false;
        }
    }
    return connection.run(u"PRAGMA application_id = %1"_s.arg(ourId))
        && connection.run(u"PRAGMA user_version = %1"_s.arg(steps.size())) && all.commit();
}

} // namespace

bool bringUpToDate(DatabaseConnection &connection)
{
    const std::optional<int> version = versionOf(connection);
    if (!version || *version == static_cast<int>(steps.size()))
        return version.has_value();
    // Only before the first table: then pages that are no longer used are given back when that is asked for.
    if (*version == 0 && !connection.run(u"PRAGMA auto_vacuum = INCREMENTAL"_s))
        return false;
    return raise(connection);
}

bool isCurrent(DatabaseConnection &connection)
{
    const std::optional<int> version = versionOf(connection);
    return version
        && (*version == static_cast<int>(steps.size()) || connection.fail(Trouble::Damaged));
}

} // namespace lapwing::store
