// SPDX-License-Identifier: MIT
#include "store/historytable.h"

#include "report/json/json.h"
#include "store/history.h"
#include "store/stored.h"

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// The fastest: documents are mostly repetition.
constexpr int compression = 1;

QVariant stamp(std::optional<record::Stamp> value)
{
    return value ? QVariant(static_cast<qint64>(value->count())) : QVariant();
}

QVariant number(std::optional<double> value)
{
    return value ? QVariant(*value) : QVariant();
}

QByteArray packed(report::Document document)
{
    document.redaction = plan::Redaction::Redacted;
    return qCompress(report::toJson(document, report::json::Figures::LeftOut), compression);
}

/// At `place`; a new one where that is null.
bool insert(DatabaseConnection &connection, const QVariant &place, const report::Document &document)
{
    const RunSummary summary = summaryOf(document);
    const QByteArray bytes = packed(document);
    Transaction whole(connection);
    return whole.hasBegun()
        && connection.run(
            u"INSERT OR REPLACE INTO history(id, kind, started, links, files, bytes, at_once,"
            " together_ns, one_at_a_time_ns, measured, speedup, low, high, limited_by, document,"
            " continues, host, hosts, unfinished)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {place, static_cast<int>(summary.kind), toStored(summary.started), summary.links,
             summary.files, summary.bytes, summary.atOnce, stamp(summary.together),
             stamp(summary.oneAtATime), summary.isMeasured, number(summary.speedup),
             number(summary.low), number(summary.high), toStored(summary.limitedBy), bytes,
             toStored(summary.continues), toStored(summary.host), summary.hosts,
             summary.unfinished})
        && whole.commit();
}

report::Document documentOf(OpenRun run)
{
    std::vector<record::Run> runs;
    runs.push_back(std::move(run.together));
    if (run.oneAtATime)
        runs.push_back(std::move(*run.oneAtATime));
    return report::makeDocument(std::move(run.plan), std::move(runs), plan::Redaction::Redacted);
}

QVariantList justId(qint64 id)
{
    return {id};
}

/// Of a run, what tells its place in the history.
struct RunRow {
    QVariant place; ///< null: it has none that it knows of
    int links = 0;
    QString started; ///< as the history has it; empty: it is not known
};

/// Leaves `run` as it is where there is none.
bool readOpenRun(DatabaseConnection &connection, std::optional<RunRow> &run)
{
    return connection.each(u"SELECT kept_as, entries, facts FROM runs WHERE mode = 0"_s,
                           [&run](const QSqlQuery &row) {
                               const auto facts = factsFrom(row.value(2).toByteArray());
                               run = RunRow{row.value(0), row.value(1).toInt(),
                                            facts ? toStored(facts->started) : QString()};
                               return true;
                           });
}

/// A run that was put back, or is told as a document, is not known by its row, but began when it began. One that lost
/// some of its links meanwhile does not take the place of what it was with them.
bool findPlace(DatabaseConnection &connection, RunRow &run)
{
    if (run.started.isEmpty())
        return true;
    return connection.each(
        u"SELECT id FROM history WHERE kind = 0 AND started = ? AND links = ? ORDER BY id DESC"
        " LIMIT 1"_s,
        [&run](const QSqlQuery &row) {
            run.place = row.value(0);
            return true;
        },
        {run.started, run.links});
}

/// One that stays empty, because the program ends, goes with what was removed.
bool insertPlace(DatabaseConnection &connection, RunRow &run)
{
    const bool isReserved = connection.run(
        u"INSERT INTO history(removed, kind, started, links, files, bytes, at_once, measured,"
        " limited_by, document) VALUES(1, 0, ?, ?, 0, 0, 0, 0, '', x'')"_s,
        {toStored(run.started), run.links});
    run.place = connection.value(u"SELECT last_insert_rowid()"_s);
    return isReserved;
}

} // namespace

std::optional<qint64> reservePlace(DatabaseConnection &connection)
{
    std::optional<RunRow> run;
    if (!readOpenRun(connection, run))
        return std::nullopt;
    if (!run)
        return 0;
    if (!run->place.isNull())
        return run->place.toLongLong();
    const bool isFound = findPlace(connection, *run)
        && (!run->place.isNull() || insertPlace(connection, *run))
        && connection.run(u"UPDATE runs SET kept_as = ? WHERE mode = 0"_s, {run->place});
    return isFound ? std::optional(run->place.toLongLong()) : std::nullopt;
}

bool keepRun(DatabaseConnection &connection, qint64 place, const StoredList &list)
{
    std::optional<State> state = stateFrom(list);
    if (!state || !state->run)
        return connection.fail(Trouble::Damaged);
    std::optional<OpenRun> run = std::move(state->run);
    state.reset(); // a document of many tasks is large by itself
    return insert(connection, place, documentOf(std::move(*run)));
}

bool keepDocument(DatabaseConnection &connection, const report::Document &document)
{
    RunRow run;
    run.links = document.plan.entries;
    if (document.trial.kind == record::Trial::Kind::Get && !document.runs.empty())
        run.started = toStored(document.runs.front().facts.started);
    return findPlace(connection, run) && insert(connection, run.place, document);
}

bool apply(DatabaseConnection &connection, const RemoveKept &change)
{
    return connection.runForEach(u"UPDATE history SET removed = 1 WHERE id = ?"_s, change.ids,
                                 justId);
}

bool apply(DatabaseConnection &connection, const PutBackKept &change)
{
    return connection.runForEach(u"UPDATE history SET removed = 0 WHERE id = ?"_s, change.ids,
                                 justId);
}

bool apply(DatabaseConnection &connection, const LimitKept &change)
{
    return connection.run(u"DELETE FROM history WHERE NOT removed AND id NOT IN"
                          " (SELECT id FROM history WHERE NOT removed ORDER BY id DESC LIMIT ?)"_s,
                          {change.maxKept});
}

bool purge(DatabaseConnection &connection)
{
    // Each row is a page that was given back.
    return connection.run(u"DELETE FROM history WHERE removed"_s)
        && connection.each(u"PRAGMA incremental_vacuum"_s, [](const QSqlQuery &) { return true; });
}

} // namespace lapwing::store
