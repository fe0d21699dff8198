// SPDX-License-Identifier: MIT
#include "report/page/pagetables.h"

#include "measure/compare/completeness.h"
#include "measure/phases.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "report/picture/waterfall.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/failure.h"
#include "text/labels.h"
#include "text/notes/mirrornote.h"
#include "text/notes/resumenote.h"
#include "text/phases.h"
#include "text/shortreason.h"
#include "text/stateword.h"

#include <QLocale>

#include <algorithm>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using measure::Known;
using measure::Phase;
using measure::PhaseTime;
using record::Run;
using record::TaskRecord;
using record::TaskState;

TableCell figure(const QString &text)
{
    return {text, {}, text == text::unknown() ? "na" : "n", {}};
}

TableCell figure(int number)
{
    return figure(QLocale().toString(number));
}

QString reasonFor(Phase phase)
{
    return phase == Phase::Send ? text::caption(Caption::SendNotObservable)
                                : text::caption(Caption::NoStamp);
}

TableCell phaseCell(const PhaseTime &phase)
{
    switch (phase.known) {
    case Known::Reused:
        return {text::label(Label::Reused),
                text::caption(Caption::ReusedFromStartToSent).arg(text::asFineTime(phase.time)),
                "na",
                {}};
    case Known::DoesNotApply:
        return {text::label(Label::NotApplicable), text::caption(Caption::NoSuchPhase), "na", {}};
    case Known::NotObservable:
        return {text::label(Label::NotObservableLower), reasonFor(phase.phase), "na", {}};
    case Known::Measured:
        break;
    }
    if (!phase.isLate)
        return figure(text::asFineTime(phase.time));
    return {u'~' + text::asFineTime(phase.time), text::caption(Caption::RecordedLate), "n", {}};
}

TableCell stateCell(const TaskRecord &task, TaskState state)
{
    const QString word = text::stateWord(task, state);
    const QString notes = text::resumeNotes(task).join(u' ');
    switch (state) {
    case TaskState::Done:
        return {QStringLiteral("✓ ") + word, text::mirrorNotes(task).join(u' '), "done", notes};
    case TaskState::Unverified:
        return {QStringLiteral("? ") + word, text::caption(Caption::UnverifiedMeans), "doubtful",
                notes};
    case TaskState::Failed:
        return {QStringLiteral("✕ ") + word,
                task.failure ? text::sentence(*task.failure) : QString(), "bad",
                task.failure ? text::shortReason(*task.failure) : QString()};
    case TaskState::Cancelled:
        return {QStringLiteral("■ ") + word, {}, "plain", notes};
    default:
        return {QStringLiteral("○ ") + word, {}, "plain", {}};
    }
}

std::vector<TableCell> taskRow(const TaskRecord &task, const Run &run, plan::Redaction redaction)
{
    std::vector<TableCell> row{
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
        ? text::caption(Caption::DownloadsTogether, static_cast<int>(run.tasks.size()))
        : text::caption(Caption::DownloadsOneAtATime, static_cast<int>(run.tasks.size()));
    if (run.tasks.size() <= maxRows)
        return all;
    return text::caption(Caption::OnlyTheFirst)
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
    const auto time = [](double value) { return text::asFineTime(measure::stampOf(value)); };
    return text::caption(Caption::Range).arg(time(point.low), time(point.high));
}

} // namespace

Table tableOfTasks(const Run &run, plan::Redaction redaction)
{
    Table table{captionOf(run),
                {text::label(Label::Name), text::label(Label::State), text::label(Label::Size),
                 text::label(Label::Time)}};
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
    Table table{text::label(Label::FailedDownloads),
                {text::label(Label::Name), text::label(Label::Failure),
                 text::label(Label::WhatHappened), text::label(Label::WhatToDo),
                 text::label(Label::Detail)}};
    table.figuresFrom = 5;
    for (const TaskRecord &task : run.tasks) {
        if (!task.failure || record::hasFile(task.state) || table.rows.size() >= maxRows)
            continue;
        const record::Failure &failure = *task.failure;
        const QStringList happened = QStringList(text::sentence(failure)) + text::resumeNotes(task);
        table.rows.push_back(
            {{task.name, {}, nullptr, plan::displayUrl(task.url, redaction)},
             {QStringLiteral("✕ ") + text::shortReason(failure), failure.code, "bad", {}},
             {happened.join(u' '), {}, "long", {}},
             {text::advice(failure), {}, "long", {}},
             {plan::redactText(failure.detail, redaction), {}, "long", {}}});
    }
    return table;
}

Table tableOfRounds(const Document &document)
{
    Table table{text::label(Label::AllRoundsBothOrder),
                {text::label(Label::Round), text::label(Label::Together),
                 text::label(Label::OneAtATime), text::label(Label::Ratio),
                 text::label(Label::Note)}};
    const measure::Speedup &speedup = document.comparison->speedup;
    for (std::size_t place = 0; place < speedup.ratios.size(); ++place) {
        const int round = static_cast<int>(place) + 1;
        const Run *together = runOf(document, plan::Mode::Together, round);
        const Run *one = runOf(document, plan::Mode::OneAtATime, round);
        const bool isFar = std::ranges::count(speedup.outliers, round) > 0;
        const auto time = [](const Run *run) {
            return figure(run == nullptr ? text::unknown()
                                         : text::asFineTime(measure::elapsedOfFiles(*run)));
        };
        table.rows.push_back(
            {{QLocale().toString(round)},
             time(together),
             time(one),
             figure(QLocale().toString(speedup.ratios[place], 'f', 2)),
             {isFar ? text::label(Label::OutlierCounted) : QString(), {}, "n", {}}});
    }
    return table;
}

Table tableOfLevels(const measure::Sweep &sweep)
{
    Table table{text::label(Label::EachNumberSimultaneousDownloads),
                {text::label(Label::AtOnce), text::label(Label::Rounds), text::label(Label::Time),
                 text::label(Label::Spread), text::label(Label::Throughput),
                 text::label(Label::SpeedUp), text::label(Label::Efficiency),
                 text::label(Label::SerialShare), text::label(Label::ActiveMean),
                 text::label(Label::ActiveMaximum), text::label(Label::Refused)}};
    const auto optional = [](const std::optional<double> &value, QString (*text)(double)) {
        return figure(value ? text(*value) : text::unknown());
    };
    for (const measure::SweepPoint &point : sweep.points) {
        QString name = QLocale().toString(point.atOnce);
        if (sweep.recommended == point.atOnce)
            name += QStringLiteral(" ← ") + text::label(Label::RecommendedLower);
        table.rows.push_back({{name},
                              figure(point.rounds),
                              figure(text::asFineTime(measure::stampOf(point.elapsed))),
                              figure(asInterval(point)),
                              figure(text::asRate(point.throughput)),
                              optional(point.speedup, text::asFactor),
                              optional(point.efficiency, text::asShare),
                              optional(point.serialShare, text::asShare),
                              figure(text::asFactor(point.inFlight)),
                              figure(point.maxAtOnce),
                              figure(point.throttled)});
    }
    return table;
}

Table tableOfProbes(const std::vector<record::Probe> &probes, plan::Redaction redaction)
{
    Table table{text::label(Label::ProbeNotOneDownloads),
                {text::label(Label::Host), text::label(Label::DNSLookup), text::label(Label::TCP),
                 text::label(Label::TLS), text::label(Label::Address),
                 text::label(Label::Failure)}};
    for (const record::Probe &probe : probes) {
        TableCell failure;
        if (probe.failure)
            failure = {QStringLiteral("✕ ") + text::shortReason(*probe.failure),
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
