// SPDX-License-Identifier: MIT
#include "store/historytable.h"

#include "report/json/json.h"
#include "store/history.h"
#include "store/listtables.h"
#include "store/stored.h"

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

/// The fastest: documents are mostly repetition, and a large one holds up what comes after it.
constexpr int compression = 1;

QVariant stamp(std::optional<record::Stamp> value)
{
    return value ? QVariant(static_cast<qint64>(value->count())) : QVariant();
}

QVariant number(std::optional<double> value)
{
    return value ? QVariant(*value) : QVariant();
}

QString moment(const QDateTime &when)
{
    return when.isValid() ? when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODateWithMs)
                          : u""_s;
}

QByteArray packed(report::Document document)
{
    document.redaction = plan::Redaction::Redacted;
    return qCompress(report::toJson(document), compression);
}

/// `id`: a new one where it is null.
bool insert(Connection &connection, const QVariant &id, const report::Document &document)
{
    const Summary summary = summaryOf(document);
    return connection.run(u"INSERT OR REPLACE INTO history(id, kind, started, links, files, bytes, "
                          u"at_once, together_ns,"
                          " one_at_a_time_ns, measured, speedup, low, high, limited_by, document)"
                          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          {id, static_cast<int>(summary.kind), moment(summary.started),
                           summary.links, summary.files, summary.bytes, summary.atOnce,
                           stamp(summary.together), stamp(summary.oneAtATime), summary.isMeasured,
                           number(summary.speedup), number(summary.low), number(summary.high),
                           toStored(summary.limitedBy), packed(document)});
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

} // namespace

bool apply(Connection &connection, const KeepRun &)
{
    std::optional<State> state = readState(connection);
    if (!state)
        return false;
    if (!state->run)
        return true;
    const QVariant before = connection.value(u"SELECT kept_as FROM runs WHERE mode = 0"_s);
    std::optional<OpenRun> run = std::move(state->run);
    state.reset(); // a document of many tasks is large by itself
    return insert(connection, before, documentOf(std::move(*run)))
        && connection.run(
            u"UPDATE runs SET kept_as = ? WHERE mode = 0"_s,
            {before.isNull() ? connection.value(u"SELECT last_insert_rowid()"_s) : before});
}

bool apply(Connection &connection, const KeepDocument &change)
{
    return insert(connection, {}, *change.document);
}

bool apply(Connection &connection, const RemoveKept &change)
{
    return connection.runForEach(u"UPDATE history SET removed = 1 WHERE id = ?"_s, change.ids,
                                 justId);
}

bool apply(Connection &connection, const PutBackKept &change)
{
    return connection.runForEach(u"UPDATE history SET removed = 0 WHERE id = ?"_s, change.ids,
                                 justId);
}

bool apply(Connection &connection, const LimitKept &change)
{
    return connection.run(u"DELETE FROM history WHERE NOT removed AND id NOT IN"
                          " (SELECT id FROM history WHERE NOT removed ORDER BY id DESC LIMIT ?)"_s,
                          {change.most});
}

bool purge(Connection &connection)
{
    // Each row is a page that was given back.
    return connection.run(u"DELETE FROM history WHERE removed"_s)
        && connection.each(u"PRAGMA incremental_vacuum"_s, [](const QSqlQuery &) { return true; });
}

} // namespace lapwing::store
