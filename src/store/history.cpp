// SPDX-License-Identifier: MIT
#include "store/history.h"

#include "measure/compare/completeness.h"
#include "report/json/readjson.h"
#include "report/selectedruns.h"
#include "store/file.h"
#include "store/stored.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::store {
namespace {

using record::Stamp;

std::optional<Stamp> stampFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Stamp(value.toLongLong()));
}

std::optional<double> numberFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

/// The speed-up of the number that is recommended, and its time with one at once. Where none is, no run stands for
/// the sweep: neither the number nor the time of the one that is shown.
void takeSweep(RunSummary &summary, const measure::Sweep &sweep)
{
    summary.atOnce = sweep.recommended.value_or(0);
    if (!sweep.recommended)
        summary.together.reset();
    for (const measure::SweepPoint &point : sweep.points) {
        if (point.atOnce == 1)
            summary.oneAtATime =
                std::chrono::duration_cast<Stamp>(std::chrono::duration<double>(point.elapsed));
        if (point.atOnce == sweep.recommended)
            summary.speedup = point.speedup;
    }
    summary.isMeasured = true;
}

void takeSpeedup(RunSummary &summary, const measure::Speedup &speedup)
{
    summary.isMeasured = speedup.kind == measure::Baseline::Kind::Measured;
    summary.speedup = speedup.value;
    summary.low = speedup.low;
    summary.high = speedup.high;
}

void takeLinks(RunSummary &summary, const record::Run &run)
{
    QSet<QString> hosts;
    for (const record::TaskRecord &task : run.tasks)
        hosts.insert(task.url.host());
    summary.hosts = static_cast<int>(hosts.size());
    if (!run.tasks.empty())
        summary.host = run.tasks.front()->url.host();
}

void takeRun(RunSummary &summary, const report::Document &document, const record::Run &run)
{
    summary.files = measure::filesIn(run);
    summary.bytes = measure::bytesOfFiles(run);
    summary.atOnce = run.facts.atOnce;
    if (run.facts.mode == plan::Mode::Together)
        summary.together = measure::elapsedOfFiles(run);
    if (const measure::Verdict *verdict = report::verdictOn(document, &run))
        summary.limitedBy = measure::wordFor(*verdict);
}

RunSummary summaryFrom(const QSqlQuery &row)
{
    RunSummary summary;
    summary.id = row.value(0).toLongLong();
    summary.kind = static_cast<record::Trial::Kind>(std::clamp(row.value(1).toInt(), 0, 2));
    summary.started = momentFrom(row.value(2).toString());
    summary.links = row.value(3).toInt();
    summary.files = row.value(4).toInt();
    summary.bytes = row.value(5).toLongLong();
    summary.atOnce = row.value(6).toInt();
    summary.together = stampFrom(row.value(7));
    summary.oneAtATime = stampFrom(row.value(8));
    summary.isMeasured = row.value(9).toBool();
    summary.speedup = numberFrom(row.value(10));
    summary.low = numberFrom(row.value(11));
    summary.high = numberFrom(row.value(12));
    summary.limitedBy = row.value(13).toString();
    summary.continues = momentFrom(row.value(14).toString());
    summary.host = row.value(15).toString();
    summary.hosts = row.value(16).toInt();
    summary.unfinished = row.value(17).toInt();
    return summary;
}

} // namespace

RunSummary summaryOf(const report::Document &document)
{
    RunSummary summary;
    summary.kind = document.trial.kind;
    summary.links = document.plan.entries;
    if (document.runs.empty())
        return summary;
    summary.started = document.runs.front().facts.started;
    summary.continues = document.plan.continues;
    takeLinks(summary, document.runs.front());
    if (summary.kind == record::Trial::Kind::Get) // of the others, whole runs are kept
        summary.unfinished = measure::unfinishedOf(document.runs.front());
    takeRun(summary, document, *report::shownRun(document));
    if (document.sweep)
        takeSweep(summary, *document.sweep);
    else if (document.comparison)
        takeSpeedup(summary, document.comparison->speedup);
    if (const record::Run *alone = report::runsToDraw(document).oneAtATime)
        summary.oneAtATime = measure::elapsedOfFiles(*alone);
    return summary;
}

tl::expected<std::vector<RunSummary>, Trouble> summaries(const QString &folder)
{
    std::vector<RunSummary> all;
    if (!QFile::exists(filePath(folder)))
        return all;
    const auto opened = openFile(folder);
    if (!opened)
        return tl::unexpected(opened.error());
    const bool isRead = (*opened)->each(
        u"SELECT id, kind, started, links, files, bytes, at_once, together_ns, one_at_a_time_ns,"
        " measured, speedup, low, high, limited_by, continues, host, hosts, unfinished FROM history"
        " WHERE NOT removed ORDER BY id DESC"_s,
        [&all](const QSqlQuery &row) {
            all.push_back(summaryFrom(row));
            return true;
        });
    if (!isRead)
        return tl::unexpected((*opened)->trouble());
    return all;
}

tl::expected<report::Document, Trouble> document(const QString &folder, qint64 id)
{
    const auto opened = openFile(folder);
    if (!opened)
        return tl::unexpected(opened.error());
    QByteArray packed;
    const bool isRead =
        (*opened)->each(u"SELECT document FROM history WHERE id = ? AND NOT removed"_s,
                        [&packed](const QSqlQuery &row) {
                            packed = row.value(0).toByteArray();
                            return true;
                        },
                        {id});
    if (!isRead)
        return tl::unexpected((*opened)->trouble());
    auto read = report::fromJson(packed.isEmpty() ? QByteArray() : qUncompress(packed));
    if (!read)
        return tl::unexpected(Trouble::Damaged);
    return std::move(*read);
}

} // namespace lapwing::store
