// SPDX-License-Identifier: MIT
#include "store/listtables.h"
#include "store/stored.h"

#include <QHash>

#include <algorithm>
#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

using plan::Mode;

struct Row {
    plan::Entry entry;
    record::TaskRecord record;
    bool isInRun = false;
};

bool readEntry(const QSqlQuery &row, plan::Entry &entry)
{
    entry.id = row.value(0).toInt();
    entry.url = QUrl(row.value(1).toString());
    entry.name = row.value(2).toString();
    entry.isNamed = row.value(3).toBool();
    const QString checksum = row.value(4).toString();
    if (!checksum.isEmpty()) {
        const auto read = plan::checksumFrom(checksum);
        if (!read)
            return false;
        entry.checksum = *read;
    }
    return entry.id > 0 && entry.url.isValid() && !entry.url.host().isEmpty()
        && !entry.name.isEmpty();
}

bool readRow(const QSqlQuery &row, Row &read)
{
    if (!readEntry(row, read.entry))
        return false;
    read.isInRun = row.value(5).toBool();
    const auto record = recordFrom(read.entry, row.value(6).toByteArray());
    if (record)
        read.record = *record;
    return record.has_value();
}

/// By id, which is the order of the list where it has no other.
bool readRows(Connection &connection, std::vector<Row> &rows)
{
    return connection.each(
        u"SELECT id, url, name, is_named, checksum, in_run, record FROM entries ORDER BY id"_s,
        [&rows](const QSqlQuery &row) { return readRow(row, rows.emplace_back()); });
}

/// Those that the order does not know follow it.
void sort(std::vector<Row> &rows, const std::vector<int> &order)
{
    std::unordered_map<int, std::size_t> places;
    for (const int id : order)
        places.emplace(id, places.size());
    const auto placeOf = [&places](const Row &row) {
        const auto found = places.find(row.entry.id);
        return found == places.end() ? places.size() : found->second;
    };
    std::ranges::stable_sort(rows, {}, placeOf);
}

bool readList(Connection &connection, std::vector<Row> &rows, QString &folder)
{
    std::vector<int> order;
    const bool isRead = readRows(connection, rows)
        && connection.each(u"SELECT name, value FROM list"_s, [&](const QSqlQuery &row) {
               if (row.value(0) == u"folder"_s)
                   folder = row.value(1).toString();
               if (row.value(0) != u"order"_s)
                   return true;
               const auto ids = idsFrom(row.value(1).toByteArray());
               order = ids.value_or(std::vector<int>());
               return ids.has_value();
           });
    if (isRead && !order.empty())
        sort(rows, order);
    return isRead;
}

bool readBaseline(Connection &connection, const std::vector<Row> &rows,
                  std::vector<record::TaskRecord> &tasks)
{
    QHash<int, QByteArray> records;
    const bool isRead =
        connection.each(u"SELECT id, record FROM baseline"_s, [&records](const QSqlQuery &row) {
            records.insert(row.value(0).toInt(), row.value(1).toByteArray());
            return true;
        });
    for (const Row &row : rows) {
        if (!records.contains(row.entry.id))
            continue;
        const auto record = recordFrom(row.entry, records.value(row.entry.id));
        if (!record)
            return connection.fail(Trouble::Damaged);
        tasks.push_back(*record);
    }
    return isRead;
}

bool readRun(const QSqlQuery &row, std::optional<OpenRun> &run)
{
    const auto facts = factsFrom(row.value(6).toByteArray());
    if (!facts)
        return false;
    if (facts->mode == Mode::Together)
        run = {{row.value(1).toInt(), row.value(2).toInt(), row.value(3).toInt(),
                row.value(4).toString(), row.value(5).toString()},
               {*facts, {}},
               std::nullopt};
    else if (run)
        run->oneAtATime = record::Run{*facts, {}};
    return true;
}

/// The one together comes first.
bool readRuns(Connection &connection, const std::vector<Row> &rows, std::optional<OpenRun> &run)
{
    if (!connection.each(u"SELECT mode, entries, at_once, per_host, destination, proxy, facts"
                         " FROM runs ORDER BY mode"_s,
                         [&run](const QSqlQuery &row) { return readRun(row, run); }))
        return false;
    if (!run)
        return true;
    for (const Row &row : rows) {
        if (row.isInRun)
            run->together.tasks.push_back(row.record);
    }
    return !run->oneAtATime || readBaseline(connection, rows, run->oneAtATime->tasks);
}

} // namespace

std::optional<State> readState(Connection &connection)
{
    State state;
    std::vector<Row> rows;
    if (!readList(connection, rows, state.folder) || !readRuns(connection, rows, state.run))
        return std::nullopt;
    state.entries.reserve(rows.size());
    state.records.reserve(rows.size());
    for (Row &row : rows) {
        state.entries.push_back(std::move(row.entry));
        state.records.push_back(std::move(row.record));
    }
    return state;
}

} // namespace lapwing::store
