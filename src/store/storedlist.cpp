// SPDX-License-Identifier: MIT
#include "store/storedlist.h"

#include "store/stored.h"
#include "store/storedextras.h"
#include "store/storedreject.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

std::optional<plan::Priority> priorityFrom(int stored)
{
    const bool isKnown = stored >= 0 && stored <= static_cast<int>(plan::Priority::Low);
    return isKnown ? std::optional(static_cast<plan::Priority>(stored)) : std::nullopt;
}

std::optional<QByteArray> present(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toByteArray());
}

bool fetchEntries(DatabaseConnection &connection, StoredList &list)
{
    return connection.each(
        u"SELECT id, url, name, is_named, checksum, in_run, record, ifnull(place, id), priority,"
        " extras, run_record"
        " FROM entries ORDER BY id"_s,
        [&list](const QSqlQuery &row) {
            const auto priority = priorityFrom(row.value(8).toInt());
            if (!priority)
                return false;
            list.entries.push_back({row.value(0).toInt(),
                                    row.value(1).toString(),
                                    row.value(2).toString(),
                                    row.value(3).toBool(),
                                    row.value(4).toString(),
                                    row.value(5).toBool(),
                                    row.value(6).toByteArray(),
                                    {*priority, row.value(7).toLongLong()},
                                    row.value(9).toByteArray(),
                                    present(row.value(10))});
            return true;
        });
}

bool fetchValues(DatabaseConnection &connection, StoredList &list)
{
    return connection.each(u"SELECT name, value FROM list"_s, [&list](const QSqlQuery &row) {
        if (row.value(0) == u"folder"_s)
            list.folder = row.value(1).toString();
        else if (row.value(0) == u"last-stopped"_s)
            list.lastStopped = row.value(1).toInt();
        else if (row.value(0) == u"last-removed"_s)
            list.lastRemoved = row.value(1).toInt();
        else if (row.value(0) == u"rejects-left-out"_s)
            list.rejectsLeftOut += row.value(1).toInt();
        return true;
    });
}

/// The one together first.
bool fetchRuns(DatabaseConnection &connection, StoredList &list)
{
    return connection.each(
        u"SELECT entries, at_once, per_host, destination, proxy, facts, continues,"
        " kept_as IS NOT NULL FROM runs ORDER BY mode"_s,
        [&list](const QSqlQuery &row) {
            const report::PlanFacts plan{
                row.value(0).toInt(),    row.value(1).toInt(),
                row.value(2).toInt(),    row.value(3).toString(),
                row.value(4).toString(), momentFrom(row.value(6).toString())};
            list.runs.push_back({plan, row.value(5).toByteArray(), row.value(7).toBool()});
            return true;
        });
}

bool fetchBaseline(DatabaseConnection &connection, StoredList &list)
{
    return connection.each(u"SELECT id, record FROM baseline"_s, [&list](const QSqlQuery &row) {
        list.baseline.insert(row.value(0).toInt(), row.value(1).toByteArray());
        return true;
    });
}

/// One for a reason that another version has is told as one that was not kept.
bool fetchRejects(DatabaseConnection &connection, StoredList &list)
{
    return connection.each(u"SELECT line, text, fault, detail, list FROM rejects ORDER BY id"_s,
                           [&list](const QSqlQuery &row) {
                               if (const auto fault = faultFrom(row.value(2).toString()))
                                   list.rejects.push_back({row.value(0).toInt(),
                                                           row.value(1).toString(),
                                                           {*fault, row.value(3).toString()},
                                                           row.value(4).toString()});
                               else
                                   ++list.rejectsLeftOut;
                               return true;
                           });
}

std::optional<plan::Entry> entryFrom(const StoredEntry &stored)
{
    plan::Entry entry{stored.id, QUrl(stored.url), {}, stored.name, stored.isNamed};
    entry.turn = stored.turn;
    if (!stored.checksum.isEmpty()) {
        const auto checksum = plan::checksumFrom(stored.checksum);
        if (!checksum)
            return std::nullopt;
        entry.checksum = *checksum;
    }
    const auto extras = extrasFrom(stored.extras);
    if (!extras)
        return std::nullopt;
    entry.extras = *extras;
    const bool isGood =
        entry.id > 0 && entry.url.isValid() && !entry.url.host().isEmpty() && !entry.name.isEmpty();
    return isGood ? std::optional(std::move(entry)) : std::nullopt;
}

bool takeRuns(State &state, const StoredList &list)
{
    for (const StoredRun &stored : list.runs) {
        const auto facts = factsFrom(stored.facts);
        if (!facts)
            return false;
        if (facts->mode == plan::Mode::Together)
            state.run = {stored.plan, {*facts, {}}, std::nullopt, stored.isKept};
        else if (state.run)
            state.run->oneAtATime = record::Run{*facts, {}};
    }
    return true;
}

/// The entry is the last of `state`.
bool takeTasks(State &state, const StoredList &list, const StoredEntry &stored)
{
    if (!state.run)
        return true;
    const plan::Entry &entry = state.entries.back();
    if (stored.isInRun) {
        std::optional<record::SharedRecord> record = state.records.back();
        if (stored.recordInRun)
            record = recordInRunFrom(entry, *stored.recordInRun);
        if (!record)
            return false;
        state.run->together.tasks.push_back(*std::move(record));
    }
    const auto found = list.baseline.constFind(entry.id);
    if (!state.run->oneAtATime || found == list.baseline.cend())
        return true;
    const auto record = recordFrom(entry, *found);
    if (record)
        state.run->oneAtATime->tasks.push_back(*record);
    return record.has_value();
}

} // namespace

std::optional<StoredList> fetchList(DatabaseConnection &connection)
{
    StoredList list;
    const bool isFetched = fetchEntries(connection, list) && fetchValues(connection, list)
        && fetchRuns(connection, list) && fetchBaseline(connection, list)
        && fetchRejects(connection, list);
    return isFetched ? std::optional(std::move(list)) : std::nullopt;
}

std::optional<State> stateFrom(StoredList list)
{
    State state;
    state.folder = list.folder;
    state.lastStopped = list.lastStopped;
    state.lastRemoved = list.lastRemoved;
    state.rejects = std::move(list.rejects);
    if (list.rejectsLeftOut > 0)
        state.rejects.push_back(
            {0, {}, {plan::ListFault::NotKept, QString::number(list.rejectsLeftOut)}});
    if (!takeRuns(state, list))
        return std::nullopt;
    for (StoredEntry &each : list.entries) {
        const StoredEntry stored =
            std::exchange(each, {}); // of 100,000 rows there is never twice the whole
        const auto entry = entryFrom(stored);
        auto record = entry ? recordFrom(*entry, stored.record) : std::nullopt;
        if (!record)
            return std::nullopt;
        state.entries.push_back(*entry);
        state.records.push_back(std::move(*record));
        if (!takeTasks(state, list, stored))
            return std::nullopt;
    }
    return state;
}

} // namespace lapwing::store
