// SPDX-License-Identifier: MIT
#include "report/data/csv.h"

#include "measure/phases.h"
#include "measure/times.h"
#include "plan/origin.h"
#include "report/data/csvtable.h"

namespace lapwing::report {
namespace {

using csv::cell;
using measure::Phase;

/// What is known of one line of the table.
struct CsvLine {
    const record::RunFacts &facts;
    const record::TaskRecord &task;
    measure::TaskTimes times;
    std::array<measure::PhaseTime, measure::phaseCount> phases;
    plan::Redaction redaction;
};

template<Phase phase>
QString timeOf(const CsvLine &line)
{
    return cell(line.phases[static_cast<std::size_t>(phase)].time);
}

/// The request that brought the file, or the last one that tried to.
const record::Hop *lastHopOf(const record::TaskRecord &task)
{
    const bool isThere = !task.attempts.empty() && !task.attempts.back().hops.empty();
    return isThere ? &task.attempts.back().hops.back() : nullptr;
}

/// Empty: unknown.
QString reused(const CsvLine &line)
{
    const record::Hop *hop = lastHopOf(line.task);
    const auto known =
        hop != nullptr && hop->sent ? measure::isReused(*hop) : std::optional<bool>();
    return known ? cell(*known) : QString();
}

/// Whether a stamp of it was taken just after the loop had stood still; empty: the loop was not watched.
QString late(const CsvLine &line)
{
    return line.facts.loop ? cell(std::ranges::any_of(line.phases, &measure::PhaseTime::isLate))
                           : QString();
}

QString host(const CsvLine &line)
{
    const record::Hop *hop = lastHopOf(line.task);
    return plan::Origin(hop != nullptr ? hop->url : line.task.url).text;
}

struct CsvColumn {
    const char *title;
    QString (*text)(const CsvLine &);
};

// clang-format off
constexpr CsvColumn columns[] = {
    {"mode", [](const CsvLine &line) { return toString(line.facts.mode); }},
    {"round", [](const CsvLine &line) { return QString::number(line.facts.round); }},
    {"id", [](const CsvLine &line) { return QString::number(line.task.id); }},
    {"name", [](const CsvLine &line) { return line.task.name; }},
    {"url", [](const CsvLine &line) { return plan::displayUrl(line.task.url, line.redaction); }},
    {"state", [](const CsvLine &line) { return record::wordFor(reportedState(line.task.state, line.facts)); }},
    {"error", [](const CsvLine &line) { return line.task.failure ? line.task.failure->code : QString(); }},
    {"status", [](const CsvLine &line) { return cell(line.task.status); }},
    {"protocol", [](const CsvLine &line) { return line.task.protocol; }},
    {"bytes", [](const CsvLine &line) { return QString::number(line.task.bytes); }},
    {"size", [](const CsvLine &line) { return cell(line.task.size); }},
    {"queued_s", [](const CsvLine &line) { return cell(line.times.queued); }},
    {"setup_s", [](const CsvLine &line) { return cell(line.times.setUp); }},
    {"own_s", [](const CsvLine &line) { return cell(line.times.own); }},
    {"wait_s", [](const CsvLine &line) { return cell(line.times.wait); }},
    {"receive_s", [](const CsvLine &line) { return cell(line.times.receive); }},
    {"commit_s", [](const CsvLine &line) { return cell(line.times.commit); }},
    {"start_s", [](const CsvLine &line) { return cell(line.task.start); }},
    {"end_s", [](const CsvLine &line) { return cell(line.task.end); }},
    {"attempts", [](const CsvLine &line) { return QString::number(line.task.attempts.size()); }},
    {"path", [](const CsvLine &line) { return line.task.path; }},
    {"kept", [](const CsvLine &line) { return QString::number(line.task.kept); }},
    {"already_there", [](const CsvLine &line) { return cell(line.task.alreadyThere); }},
    {"look_up_s", timeOf<Phase::LookUp>},
    {"first_byte_s", timeOf<Phase::FirstByte>},
    {"stalled_s", timeOf<Phase::Stalled>},
    {"disk_s", timeOf<Phase::Disk>},
    {"retry_s", timeOf<Phase::Retry>},
    {"verify_s", timeOf<Phase::Verify>},
    {"reused", reused},
    {"late", late},
    {"host", host},
    {"at_once", [](const CsvLine &line) { return QString::number(line.facts.atOnce); }},
    {"held_s", timeOf<Phase::Held>},
};
// clang-format on

} // namespace

QByteArray toCsv(const Document &document)
{
    QString table = csv::headOf(columns);
    for (const record::Run &run : document.runs) {
        for (const record::TaskRecord &task : run.tasks) {
            const CsvLine line{run.facts, task, measure::timesOf(task),
                               measure::phasesOf(task, run.facts.loop), document.redaction};
            table += csv::lineOf(columns,
                                 [&line](const CsvColumn &column) { return column.text(line); });
        }
    }
    return table.toUtf8();
}

} // namespace lapwing::report
