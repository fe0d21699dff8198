// SPDX-License-Identifier: MIT
#include "store/listtables.h"

#include "store/stored.h"
#include "store/storedextras.h"
#include "store/storedreject.h"

#include <algorithm>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// The open run's row of `runs`.
constexpr int together = static_cast<int>(plan::Mode::Together);

QVariantList valuesOf(const plan::Entry &entry)
{
    const QUrl url = entry.url.adjusted(QUrl::RemoveUserInfo);
    return {entry.id,
            QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)),
            toStored(entry.name),
            entry.isNamed,
            entry.checksum ? QVariant(QString::fromLatin1(plan::textOf(*entry.checksum)))
                           : QVariant(),
            entry.turn.place,
            static_cast<int>(entry.turn.priority),
            entry.extras ? QVariant(toStored(entry.extras)) : QVariant()};
}

QVariantList justId(int id)
{
    return {id};
}

QVariantList recordAndId(const record::TaskRecord &record)
{
    return {toStored(record), record.id};
}

QVariantList valuesOfReject(const plan::Reject &reject)
{
    return {reject.line, toStored(reject.text), toStored(reject.error.fault),
            toStored(reject.error.detail), toStored(reject.list)};
}

bool insertRun(DatabaseConnection &connection, const report::PlanFacts &plan,
               const record::RunFacts &facts = {})
{
    return connection.run(
        u"INSERT OR REPLACE INTO runs(mode, entries, at_once, per_host, destination, proxy, facts,"
        " continues)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {static_cast<int>(facts.mode), plan.entries, plan.atOnce, plan.perHost,
         toStored(plan.destination), toStored(plan.proxy), toStored(facts),
         toStored(plan.continues)});
}

bool mark(DatabaseConnection &connection, const std::vector<int> &ids)
{
    return connection.runForEach(u"UPDATE entries SET in_run = 1, record = NULL WHERE id = ?"_s,
                                 ids, justId);
}

/// Before any leave: no id of theirs is given again, also in a later session.
bool keepLastId(DatabaseConnection &connection)
{
    return connection.run(
        u"INSERT INTO list(name, value) SELECT 'last-removed', ifnull(max(id), 0) FROM entries"
        " WHERE true ON CONFLICT(name) DO UPDATE SET value = max(value, excluded.value)"_s);
}

} // namespace

bool apply(DatabaseConnection &connection, const PutEntries &change)
{
    return connection.runForEach(
        u"INSERT INTO entries(id, url, name, is_named, checksum, place, priority, extras)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(id) DO UPDATE SET url = excluded.url, name = excluded.name,"
        " is_named = excluded.is_named, checksum = excluded.checksum, place = excluded.place,"
        " priority = excluded.priority, extras = excluded.extras"_s,
        change.entries, valuesOf);
}

bool apply(DatabaseConnection &connection, const RemoveEntries &change)
{
    return keepLastId(connection)
        && connection.runForEach(u"DELETE FROM entries WHERE id = ?"_s, change.ids, justId)
        && connection.runForEach(u"DELETE FROM baseline WHERE id = ?"_s, change.ids, justId);
}

bool apply(DatabaseConnection &connection, const SetTurns &change)
{
    return connection.runForEach(
        u"UPDATE entries SET place = ?, priority = ? WHERE id = ?"_s, change.turns,
        [](const plan::EntryTurn &each) {
            return QVariantList{each.turn.place, static_cast<int>(each.turn.priority), each.id};
        });
}

bool apply(DatabaseConnection &connection, const SetFolder &change)
{
    return connection.run(u"INSERT OR REPLACE INTO list(name, value) VALUES('folder', ?)"_s,
                          {toStored(change.folder)});
}

bool apply(DatabaseConnection &connection, const SetLastStopped &change)
{
    return connection.run(u"INSERT OR REPLACE INTO list(name, value) VALUES('last-stopped', ?)"_s,
                          {change.id});
}

bool apply(DatabaseConnection &connection, const ClearList &)
{
    return keepLastId(connection) && connection.run(u"DELETE FROM entries"_s)
        && connection.run(u"DELETE FROM baseline"_s) && connection.run(u"DELETE FROM runs"_s);
}

bool apply(DatabaseConnection &connection, const PutRejects &change)
{
    const int kept = connection.value(u"SELECT count(*) FROM rejects"_s).toInt();
    const auto fit = std::min(change.rejects.size(),
                              static_cast<std::size_t>(std::max(maxKeptRejects - kept, 0)));
    const auto others = static_cast<qint64>(change.rejects.size() - fit);
    return !connection.hasFailed()
        && connection.runForEach(
            u"INSERT INTO rejects(line, text, fault, detail, list) VALUES(?, ?, ?, ?, ?)"_s,
            std::span(change.rejects).first(fit), valuesOfReject)
        && connection.run(u"INSERT INTO list(name, value) VALUES('rejects-left-out', ?)"
                          " ON CONFLICT(name) DO UPDATE SET value = value + excluded.value"_s,
                          {others});
}

bool apply(DatabaseConnection &connection, const ClearRejects &)
{
    return connection.run(u"DELETE FROM rejects"_s)
        && connection.run(u"DELETE FROM list WHERE name = 'rejects-left-out'"_s);
}

bool apply(DatabaseConnection &connection, const BeginRun &change)
{
    return apply(connection, ForgetRun()) && insertRun(connection, change.plan)
        && mark(connection, change.ids);
}

bool apply(DatabaseConnection &connection, const JoinRun &change)
{
    return mark(connection, change.ids)
        && connection.run(u"UPDATE runs SET entries = entries + ? WHERE mode = ?"_s,
                          {static_cast<int>(change.ids.size()), together});
}

bool apply(DatabaseConnection &connection, const PutBackRun &change)
{
    return insertRun(connection, change.plan)
        && connection.runForEach(u"UPDATE entries SET in_run = 1 WHERE id = ?"_s, change.ids,
                                 justId)
        && connection.runForEach(u"UPDATE entries SET run_record = ifnull(?, x'') WHERE id = ?"_s,
                                 change.earlier, recordAndId);
}

bool apply(DatabaseConnection &connection, const PutRecords &change)
{
    return connection.runForEach(u"UPDATE entries SET record = ? WHERE id = ?"_s, change.records,
                                 recordAndId);
}

bool apply(DatabaseConnection &connection, const PutFacts &change)
{
    return connection.run(u"UPDATE runs SET facts = ? WHERE mode = ?"_s,
                          {toStored(change.facts), together});
}

bool apply(DatabaseConnection &connection, const PutBaseline &change)
{
    return connection.run(u"DELETE FROM baseline"_s) && insertRun(connection, {}, change.run->facts)
        && connection.runForEach(u"INSERT INTO baseline(record, id) VALUES(?, ?)"_s,
                                 change.run->tasks, recordAndId);
}

bool apply(DatabaseConnection &connection, const ForgetRun &)
{
    return connection.run(u"DELETE FROM baseline"_s) && connection.run(u"DELETE FROM runs"_s)
        && connection.run(u"UPDATE entries SET in_run = 0, run_record = NULL WHERE in_run"_s);
}

} // namespace lapwing::store
