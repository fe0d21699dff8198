// SPDX-License-Identifier: MIT
#include "report/page/pagetables.h"

#include "measure/phases.h"
#include "measure/times.h"
#include "report/picture/waterfall.h"
#include "text/amounts.h"
#include "text/failure.h"
#include "text/phases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lapwing::report {
namespace {

using measure::Known;
using measure::Phase;
using measure::PhaseTime;
using record::Run;
using record::TaskRecord;
using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::report::PageTables)
};

Cell figure(const QString &text)
{
    return {text, {}, text == text::unknown() ? "na" : "n", {}};
}

Cell figure(int number)
{
    return figure(QLocale().toString(number));
}

QString reasonFor(Phase phase)
{
    return phase == Phase::Send
        ? Words::tr("Not observable: Qt says when a request is handed to the system, not when "
                    "it is on the wire.")
        : Words::tr("Not observable: no stamp was taken.");
}

Cell phaseCell(const PhaseTime &phase)
{
    switch (phase.known) {
    case Known::Reused:
        return {Words::tr("reused"),
                Words::tr("The connection was reused. From start to sent: %1")
                    .arg(text::asFineTime(phase.time)),
                "na",
                {}};
    case Known::DoesNotApply:
        return {Words::tr("n/a"), Words::tr("There was no such phase."), "na", {}};
    case Known::NotObservable:
        return {Words::tr("not observable"), reasonFor(phase.phase), "na", {}};
    case Known::Measured:
        break;
    }
    if (!phase.isLate)
        return figure(text::asFineTime(phase.time));
    return {u'~' + text::asFineTime(phase.time),
            Words::tr("Its start or end was recorded late, after the event loop was blocked."),
            "n",
            {}};
}

Cell stateCell(const TaskRecord &task, TaskState state)
{
    switch (state) {
    case TaskState::Done:
        return {QStringLiteral("✓ ")
                    + (task.alreadyThere ? Words::tr("already on disk") : Words::tr("done")),
                {},
                "done",
                {}};
    case TaskState::Unverified:
        return {QStringLiteral("? ") + Words::tr("unverified"),
                Words::tr("The download ended without an error, but the server provided no length "
                          "or checksum to verify it."),
                "doubtful",
                {}};
    case TaskState::Failed:
        return {QStringLiteral("✕ ") + Words::tr("failed"),
                task.failure ? text::sentence(*task.failure) : QString(), "bad",
                task.failure ? task.failure->code : QString()};
    case TaskState::Cancelled:
        return {QStringLiteral("■ ") + Words::tr("cancelled"), {}, "plain", {}};
    default:
        return {QStringLiteral("○ ") + Words::tr("not finished"), {}, "plain", {}};
    }
}

std::vector<Cell> taskRow(const TaskRecord &task, const Run &run, plan::Redaction redaction)
{
    std::vector<Cell> row{
        {task.name, {}, nullptr, plan::displayUrl(task.url, redaction)},
        stateCell(task, reportedState(task.state, run.facts)),
        figure(text::asBytes(measure::sizeOf(task))),
        figure(text::asTime(measure::timesOf(task).own)),
    };
    for (const PhaseTime &phase : measure::phasesOf(task, run.facts.loop))
        row.push_back(phaseCell(phase));
    return row;
}

QString captionOf(const Run &run)
{
    const QString all = run.facts.mode == plan::Mode::Together
        ? Words::tr("%n downloads, together", nullptr, static_cast<int>(run.tasks.size()))
        : Words::tr("%n downloads, one at a time", nullptr, static_cast<int>(run.tasks.size()));
    if (run.tasks.size() <= maxRows)
        return all;
    return Words::tr("%1: the first %2 of them. A JSON or CSV export contains all of them.")
        .arg(all, QLocale().toString(static_cast<int>(maxRows)));
}

const Run *runOf(const Document &document, plan::Mode mode, int round)
{
    const auto found = std::ranges::find_if(document.runs, [=](const Run &run) {
        return run.facts.mode == mode && run.facts.round == round;
    });
    return found == document.runs.end() ? nullptr : &*found;
}

QString asInterval(const measure::SweepPoint &point)
{
    const auto time = [](double value) {
        return text::asFineTime(record::Stamp{std::llround(value * 1e9)});
    };
    return Words::tr("%1 to %2").arg(time(point.low), time(point.high));
}

} // namespace

Table tableOfTasks(const Run &run, plan::Redaction redaction)
{
    Table table{captionOf(run),
                {Words::tr("Name"), Words::tr("State"), Words::tr("Size"), Words::tr("Own time")}};
    table.figuresFrom = 2;
    for (std::size_t place = 0; place < measure::phaseCount; ++place)
        table.heads << text::titleOf(static_cast<Phase>(place));
    const std::size_t shown = std::min(run.tasks.size(), maxRows);
    for (std::size_t row = 0; row < shown; ++row)
        table.rows.push_back(taskRow(run.tasks[row], run, redaction));
    return table;
}

Table tableOfFailures(const Run &run, plan::Redaction redaction)
{
    Table table{Words::tr("Failed downloads"),
                {Words::tr("Name"), Words::tr("Failure"), Words::tr("What happened"),
                 Words::tr("What to do"), Words::tr("Detail")}};
    table.figuresFrom = 5;
    for (const TaskRecord &task : run.tasks) {
        if (!task.failure || record::hasFile(task.state) || table.rows.size() >= maxRows)
            continue;
        const record::Failure &failure = *task.failure;
        table.rows.push_back({{task.name, {}, nullptr, plan::displayUrl(task.url, redaction)},
                              {QStringLiteral("✕ ") + failure.code, {}, "bad", {}},
                              {text::sentence(failure), {}, "long", {}},
                              {text::advice(failure), {}, "long", {}},
                              {plan::redactText(failure.detail, redaction), {}, "long", {}}});
    }
    return table;
}

Table tableOfRounds(const Document &document)
{
    Table table{Words::tr("All rounds of both, in order"),
                {Words::tr("Round"), Words::tr("Together"), Words::tr("One at a time"),
                 Words::tr("Ratio"), Words::tr("Note")}};
    const measure::Speedup &speedup = document.comparison->speedup;
    for (std::size_t place = 0; place < speedup.ratios.size(); ++place) {
        const int round = static_cast<int>(place) + 1;
        const Run *together = runOf(document, plan::Mode::Together, round);
        const Run *one = runOf(document, plan::Mode::OneAtATime, round);
        const bool isFar = std::ranges::count(speedup.outliers, round) > 0;
        const auto time = [](const Run *run) {
            return figure(run == nullptr ? text::unknown() : text::asFineTime(run->facts.elapsed));
        };
        table.rows.push_back({{QLocale().toString(round)},
                              time(together),
                              time(one),
                              figure(QLocale().toString(speedup.ratios[place], 'f', 2)),
                              {isFar ? Words::tr("outlier (counted)") : QString(), {}, "n", {}}});
    }
    return table;
}

Table tableOfLevels(const measure::Sweep &sweep)
{
    Table table{Words::tr("Each number of simultaneous downloads"),
                {Words::tr("At once"), Words::tr("Rounds"), Words::tr("Time"), Words::tr("Spread"),
                 Words::tr("Throughput"), Words::tr("Speed-up"), Words::tr("Efficiency"),
                 Words::tr("Serial share"), Words::tr("Active, mean"), Words::tr("Active, maximum"),
                 Words::tr("Refused")}};
    const auto optional = [](const std::optional<double> &value, QString (*text)(double)) {
        return figure(value ? text(*value) : text::unknown());
    };
    for (const measure::SweepPoint &point : sweep.points) {
        QString name = QLocale().toString(point.atOnce);
        if (sweep.recommended == point.atOnce)
            name += QStringLiteral(" ← ") + Words::tr("recommended");
        table.rows.push_back(
            {{name},
             figure(point.rounds),
             figure(text::asFineTime(record::Stamp{std::llround(point.elapsed * 1e9)})),
             figure(asInterval(point)),
             figure(text::asRate(point.throughput)),
             optional(point.speedup, text::asFactor),
             figure(text::asPercent(point.efficiency)),
             figure(text::asPercent(point.serialShare)),
             figure(text::asFactor(point.inFlight)),
             figure(point.maxAtOnce),
             figure(point.throttled)});
    }
    return table;
}

Table tableOfProbes(const std::vector<record::Probe> &probes, plan::Redaction redaction)
{
    Table table{Words::tr("Probe, not one of the downloads"),
                {Words::tr("Host"), Words::tr("DNS lookup"), Words::tr("TCP"), Words::tr("TLS"),
                 Words::tr("Address"), Words::tr("Failure")}};
    for (const record::Probe &probe : probes) {
        Cell failure;
        if (probe.failure)
            failure = {QStringLiteral("✕ ") + probe.failure->code,
                       plan::redactText(text::sentence(*probe.failure), redaction),
                       "bad",
                       {}};
        table.rows.push_back({{plan::redactText(probe.host, redaction)},
                              figure(text::asFineTime(probe.lookUp)),
                              figure(text::asFineTime(probe.tcp)),
                              figure(text::asFineTime(probe.tls)),
                              figure(probe.address.isEmpty() ? text::unknown() : probe.address),
                              failure});
    }
    return table;
}

} // namespace lapwing::report
