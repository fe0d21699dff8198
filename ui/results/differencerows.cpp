// SPDX-License-Identifier: MIT
#include "results/differencerows.h"

#include "history/historycolumns.h"
#include "measure/seconds.h"
#include "plan/redaction.h"
#include "text/amounts.h"
#include "text/difference.h"
#include "text/labels.h"
#include "text/phases.h"
#include "text/runword.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lapwing::ui {
namespace {

using measure::Change;
using measure::Difference;
using text::Label;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::DifferenceRows)
};

using Line = std::vector<TrialCell>;

TrialCell words(const QString &text)
{
    return {text, text, text};
}

TrialCell timeCell(std::optional<record::Stamp> time)
{
    return {text::timeIn(time), time ? QVariant(measure::seconds(*time)) : QVariant()};
}

/// Sorted by its size, whichever way it goes.
TrialCell changeCell(const Change &change)
{
    const std::optional<record::Stamp> by = change.by();
    return {text::asChange(change), by ? QVariant(std::abs(measure::seconds(*by))) : QVariant()};
}

/// The first run, the second and the change.
std::vector<TrialColumn> runColumns(const QString &sample)
{
    return {{Words::tr("First run"), sample},
            {Words::tr("Second run"), sample},
            {Words::tr("Change"), QStringLiteral("+00 min 00 s (0.00×)")}};
}

std::vector<TrialColumn> timeColumns(const TrialColumn &first)
{
    std::vector<TrialColumn> columns = runColumns(QStringLiteral("00 min 00 s"));
    columns.insert(columns.begin(), first);
    return columns;
}

TrialColumn changedMost()
{
    return {Words::tr("Largest change in"), text::titleOf(measure::Phase::Retry), false};
}

/// "Sweep (round 2, recommended number)"
QString kindOf(const ComparedRun &run)
{
    const QString kind = historyColumn(HistoryColumnId::Kind).text(run.summary);
    return run.summary.kind == record::Trial::Kind::Get
        ? kind
        : Words::tr("%1 (%2)", "a trial, and which of its runs")
              .arg(kind, text::roundPhrase(run.facts, run.isRecommended));
}

QString filesOf(const ComparedRun &run)
{
    return Words::tr("%1 of %2", "files of so many links")
        .arg(historyColumn(HistoryColumnId::Files).text(run.summary),
             historyColumn(HistoryColumnId::Links).text(run.summary));
}

/// "+3", "−3"; empty: it is the same
QString countChange(int before, int after)
{
    if (before == after)
        return {};
    return (after > before ? QChar(u'+') : QChar(u'\u2212'))
        + QLocale().toString(std::abs(after - before));
}

/// Rows that stay in their order.
class Figures {
public:
    explicit Figures(TrialRows &rows) : m_rows(rows) { }

    void add(const QString &title, const QString &before, const QString &after,
             const QString &change = {})
    {
        const auto place = static_cast<int>(m_rows.rows.size());
        m_rows.rows.push_back(
            {TrialCell{title, place, title}, words(before), words(after), words(change)});
    }

    void add(HistoryColumnId id, const ComparedRuns &runs, const QString &change = {})
    {
        const HistoryColumn &column = historyColumn(id);
        add(titleOf(column), column.text(runs.before.summary), column.text(runs.after.summary),
            change);
    }

    /// `isOfOthers`: of other files in each, so that one time says nothing about the other.
    void add(const QString &title, const Change &change, bool isOfOthers = false)
    {
        add(title, text::timeIn(change.before), text::timeIn(change.after),
            isOfOthers ? QString() : text::asChange(change));
    }

private:
    TrialRows &m_rows;
};

bool areEqual(const Change &one, const Change &other)
{
    return one.before == other.before && one.after == other.after;
}

/// Each beside the one before only where it says something else.
void addTimes(Figures &figures, const ComparedRuns &runs)
{
    const Difference &difference = runs.difference;
    const Change together{runs.before.summary.together, runs.after.summary.together};
    const bool isOfOthers = !difference.isComparable();
    if (difference.files > 0)
        figures.add(
            Words::tr("Time of the %Ln files that both downloaded", nullptr, difference.files),
            difference.elapsed, isOfOthers);
    if (together.by() && !areEqual(together, difference.elapsed))
        figures.add(titleOf(historyColumn(HistoryColumnId::Together)), together, isOfOthers);
    if (!areEqual(difference.whole, difference.elapsed) && !areEqual(difference.whole, together))
        figures.add(Words::tr("Whole run"), difference.whole, isOfOthers);
}

QString phaseTitle(measure::Phase phase)
{
    const QString title = text::titleOf(phase);
    return measure::isPart(phase) ? Words::tr("of which: %1", "a phase").arg(title) : title;
}

/// Above all changes that are known: it came in one of the runs alone.
TrialCell changeOfFile(const measure::TaskChange &file)
{
    return file.isOfOneRun() ? TrialCell{text::unknown(), std::numeric_limits<double>::infinity()}
                             : changeCell(file.own);
}

TrialCell timeOfFile(std::optional<record::Stamp> time, record::TaskState state)
{
    TrialCell cell = timeCell(time);
    cell.text = text::timeIn(time, state);
    return cell;
}

Line fileLine(const measure::TaskChange &file)
{
    const QString link = plan::displayUrl(file.url);
    const QString name = file.name.isEmpty() ? link : file.name;
    const QString tip = name == link ? link : name + u'\n' + link;
    return {TrialCell{name, name, tip}, timeOfFile(file.own.before, file.before),
            timeOfFile(file.own.after, file.after), changeOfFile(file),
            words(file.phase ? text::titleOf(*file.phase) : QString())};
}

} // namespace

TrialRows runRows(const ComparedRuns &runs)
{
    TrialRows table;
    table.columns = runColumns(QStringLiteral("downloads.example.org and 0 more"));
    table.columns.insert(table.columns.begin(),
                         {text::label(Label::Figure),
                          Words::tr("Time of the %Ln files that both downloaded", nullptr, 1000),
                          false});
    const ComparedRun &before = runs.before;
    const ComparedRun &after = runs.after;
    Figures figures(table);
    figures.add(HistoryColumnId::Started, runs);
    figures.add(titleOf(historyColumn(HistoryColumnId::Kind)), kindOf(before), kindOf(after));
    figures.add(HistoryColumnId::Host, runs);
    // Of the runs that are shown: a sweep may recommend none.
    figures.add(titleOf(historyColumn(HistoryColumnId::AtOnce)),
                QLocale().toString(before.facts.atOnce), QLocale().toString(after.facts.atOnce),
                countChange(before.facts.atOnce, after.facts.atOnce));
    figures.add(titleOf(historyColumn(HistoryColumnId::Files)), filesOf(before), filesOf(after),
                countChange(before.summary.files, after.summary.files));
    figures.add(HistoryColumnId::Size, runs);
    addTimes(figures, runs);
    return table;
}

TrialRows changedPhaseRows(const Difference &difference)
{
    TrialRows table;
    table.columns =
        timeColumns({text::label(Label::Phase), phaseTitle(measure::Phase::Disk), false});
    for (const measure::PhaseChange &phase : difference.phases) {
        const Change &change = phase.change;
        if (!change.before && !change.after)
            continue;
        const QString title = phaseTitle(phase.phase);
        table.rows.push_back({TrialCell{title, static_cast<int>(phase.phase), title},
                              timeCell(change.before), timeCell(change.after), changeCell(change)});
    }
    return table;
}

TrialRows changedHostRows(const Difference &difference)
{
    TrialRows table;
    table.columns = timeColumns(
        {text::label(Label::Host), QStringLiteral("https://downloads.example.org:443"), false});
    table.columns.push_back({text::label(Label::Downloads), QStringLiteral("00000")});
    table.columns.push_back(changedMost());
    for (const measure::HostChange &host : difference.hosts)
        table.rows.push_back({words(host.host), timeCell(host.own.before), timeCell(host.own.after),
                              changeCell(host.own),
                              TrialCell{QLocale().toString(host.files), host.files},
                              words(host.most ? text::titleOf(host.most->phase) : QString())});
    return table;
}

TrialRows changedFileRows(const Difference &difference)
{
    TrialRows table;
    table.columns = timeColumns({text::label(Label::Name), QString(40, u'x'), false});
    table.columns.push_back(changedMost());
    const std::size_t count = std::min(difference.tasks.size(), maxChangedFiles);
    for (std::size_t place = 0; place < count; ++place)
        table.rows.push_back(fileLine(difference.tasks[place]));
    return table;
}

} // namespace lapwing::ui
