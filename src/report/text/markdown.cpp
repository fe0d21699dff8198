// SPDX-License-Identifier: MIT
#include "report/text/markdown.h"

#include "measure/compare/completeness.h"
#include "measure/phases.h"
#include "report/phasesums.h"
#include "report/selectedruns.h"
#include "report/text/markdowntext.h"
#include "report/text/trialtext.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"
#include "text/failure.h"
#include "text/labels.h"
#include "text/notes/mirrornote.h"
#include "text/notes/resumenote.h"
#include "text/phases.h"
#include "text/sweep.h"
#include "text/verdict.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <set>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using record::TaskState;

constexpr int maxFailures = 50;

/// Paragraphs, with an empty line between them.
class Page {
public:
    void paragraph(const QString &text)
    {
        if (!text.isEmpty())
            m_text += text + QStringLiteral("\n\n");
    }
    void heading(const QString &text) { paragraph(QStringLiteral("## ") + text); }
    /// The first row is the header.
    void table(const QList<QStringList> &rows)
    {
        for (const QStringList &row : rows) {
            m_text +=
                QStringLiteral("| ") + row.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
            if (&row == &rows.front())
                m_text += u'|' + QStringLiteral(" --- |").repeated(row.size()) + u'\n';
        }
        m_text += u'\n';
    }
    [[nodiscard]] QByteArray text() const { return m_text.trimmed().toUtf8() + '\n'; }

private:
    QString m_text;
};

QString modeOf(const record::RunFacts &facts)
{
    return facts.mode == plan::Mode::Together ? text::label(Label::TogetherLower)
                                              : text::label(Label::OneAtATimeLower);
}

QStringList rowOf(const record::Run &run)
{
    return {modeOf(run.facts),
            QString::number(run.facts.atOnce),
            QString::number(run.facts.round),
            text::comparedTime(run, text::asTime),
            text::asBytes(measure::bytesOfFiles(run)),
            text::asRate(measure::rateOfFiles(run)),
            QString::number(countOf(run, TaskState::Done)),
            QString::number(countOf(run, TaskState::Unverified)),
            QString::number(countOf(run, TaskState::Failed))};
}

void addRuns(Page &page, const Document &document)
{
    page.heading(text::label(Label::Runs));
    QList<QStringList> rows{
        {text::label(Label::How), text::label(Label::AtOnce), text::label(Label::Round),
         text::label(Label::Elapsed), text::label(Label::Bytes), text::label(Label::Throughput),
         text::label(Label::Done), text::label(Label::Unverified), text::label(Label::Failed)}};
    for (const record::Run &run : document.runs)
        rows << rowOf(run);
    page.table(rows);
    page.paragraph(document.trial.temperature == record::Temperature::Warm
                       ? text::caption(Caption::EachWarm)
                       : text::caption(Caption::EachCold));
}

using PhaseSums = std::array<std::optional<double>, measure::phaseCount>;

/// No run, no figure.
PhaseSums sumsOf(const record::Run *run)
{
    return run != nullptr ? phaseSums(*run) : PhaseSums();
}

QString cellOf(std::optional<double> sum)
{
    return sum ? text::caption(Caption::Seconds).arg(QLocale().toString(*sum, 'f', 3))
               : text::unknown();
}

void addPhases(Page &page, const Document &document)
{
    const Drawn runs = runsToDraw(document);
    const PhaseSums together = sumsOf(runs.together);
    const PhaseSums alone = sumsOf(runs.oneAtATime);
    page.heading(text::label(Label::WhereTimeWent));
    QList<QStringList> rows{
        {text::label(Label::Phase), text::label(Label::Together), text::label(Label::OneAtATime)}};
    for (std::size_t place = 0; place < measure::phaseCount; ++place) {
        const auto phase = static_cast<measure::Phase>(place);
        const QString title = text::titleOf(phase);
        rows << QStringList{
            measure::isPart(phase) ? text::caption(Caption::PartOfAnother).arg(title) : title,
            cellOf(together[place]), cellOf(alone[place])};
    }
    page.table(rows);
    page.paragraph(text::caption(Caption::PhaseTableExplained));
}

void addVerdict(Page &page, const Document &document)
{
    const record::Run *run = shownRun(document);
    const measure::Verdict *verdict = verdictOn(document, run);
    if (verdict == nullptr)
        return;
    page.heading(text::label(Label::Verdict));
    page.paragraph(asProse(text::sentences(*verdict, *run)));
}

QStringList rowOf(const measure::SweepPoint &point)
{
    const auto number = [](std::optional<double> value) {
        return value ? QLocale().toString(*value, 'f', 2) : text::unknown();
    };
    return {QString::number(point.atOnce),
            QString::number(point.rounds),
            text::caption(Caption::Seconds).arg(QLocale().toString(point.elapsed, 'f', 3)),
            text::caption(Caption::RangeInSeconds)
                .arg(QLocale().toString(point.low, 'f', 3), QLocale().toString(point.high, 'f', 3)),
            number(point.speedup),
            number(point.efficiency),
            text::asRate(point.throughput),
            QString::number(point.throttled)};
}

void addSweep(Page &page, const measure::Sweep &sweep)
{
    page.heading(text::label(Label::SimultaneousDownloads));
    QList<QStringList> rows{{text::label(Label::AtOnce), text::label(Label::Rounds),
                             text::label(Label::Elapsed), text::label(Label::FromTo),
                             text::label(Label::SpeedUp), text::label(Label::Efficiency),
                             text::label(Label::Throughput), text::label(Label::Refused)}};
    for (const measure::SweepPoint &point : sweep.points)
        rows << rowOf(point);
    page.table(rows);
    for (const QString &sentence :
         {text::whyRecommended(sweep), text::limitMet(sweep), text::whyStopped(sweep)})
        page.paragraph(asProse(sentence));
    if (sweep.knee)
        page.paragraph(text::caption(Caption::KneeAt).arg(*sweep.knee));
    if (sweep.critical)
        page.paragraph(text::caption(Caption::FileThatLimits)
                           .arg(asCode(sweep.critical->name), text::boundText(*sweep.critical)));
}

QString failureLine(const record::TaskRecord &task, plan::Redaction redaction)
{
    QStringList sentences{text::sentence(*task.failure), text::advice(*task.failure)};
    sentences << text::mirrorNotes(task);
    return QStringLiteral("- %1: %2\n")
        .arg(asCode(plan::displayUrl(task.url, redaction)), asProse(sentences.join(u' ')));
}

QString discardLine(const record::TaskRecord &task, plan::Redaction redaction)
{
    return QStringLiteral("- %1: %2\n")
        .arg(asCode(plan::displayUrl(task.url, redaction)),
             asProse(text::resumeNotes(task).join(u' ')));
}

/// Those of the run that stands for all, and what the first one lost: that was asked for no more.
std::vector<const record::TaskRecord *> tasksToTell(const Document &document)
{
    std::vector<const record::TaskRecord *> tasks;
    std::set<int> known;
    for (const record::TaskRecord &task : shownRun(document)->tasks) {
        tasks.push_back(&task);
        known.insert(task.id);
    }
    for (const record::TaskRecord &task : document.runs.front().tasks) {
        if (!known.contains(task.id))
            tasks.push_back(&task);
    }
    std::ranges::stable_sort(tasks, {}, &record::TaskRecord::id);
    return tasks;
}

/// Under a heading of their own, those of the tasks that `says` anything of.
void addLines(Page &page, const Document &document, Label heading,
              bool (*says)(const record::TaskRecord &),
              QString (*lineFor)(const record::TaskRecord &, plan::Redaction))
{
    QString lines;
    int count = 0;
    for (const record::TaskRecord *task : tasksToTell(document)) {
        if (says(*task) && ++count <= maxFailures)
            lines += lineFor(*task, document.redaction);
    }
    if (count == 0)
        return;
    if (count > maxFailures)
        lines += QStringLiteral("- ") + text::caption(Caption::AndMore).arg(count - maxFailures);
    page.heading(text::label(heading));
    page.paragraph(lines.trimmed());
}

void addFailures(Page &page, const Document &document)
{
    addLines(
        page, document, Label::Failed,
        [](const record::TaskRecord &task) {
            return task.state == TaskState::Failed && task.failure;
        },
        failureLine);
    addLines(
        page, document, Label::NotResumed,
        [](const record::TaskRecord &task) { return !text::resumeNotes(task).isEmpty(); },
        discardLine);
}

/// In one sentence.
QString resultOf(const Document &document)
{
    const record::Run *run = shownRun(document);
    if (run == nullptr)
        return text::caption(Caption::NoRun);
    if (document.trial.kind != Trial::Kind::Get)
        return textSummary(document).constFirst();
    const QString elapsed =
        text::caption(Caption::ItTook).arg(text::comparedTime(*run, text::asTime));
    return document.comparison
        ? elapsed + u' ' + text::speedupSentence(document.comparison->speedup)
        : elapsed;
}

} // namespace

QByteArray toMarkdown(const Document &document)
{
    Page page;
    page.paragraph(QStringLiteral("# ") + text::label(Label::LapwingDownloadsTogether));
    page.paragraph(QStringLiteral("**%1**").arg(asProse(resultOf(document))));
    if (document.comparison && !document.sweep) // which does not show it
        page.paragraph(asProse(text::reasonOf(document.comparison->speedup)));
    for (const QString &line : stopLines(document))
        page.paragraph(asProse(line));
    if (!document.plan.proxy.isEmpty())
        page.paragraph(asProse(text::caption(Caption::Proxy).arg(document.plan.proxy)));
    if (document.runs.empty())
        return page.text();
    addRuns(page, document);
    addPhases(page, document);
    addVerdict(page, document);
    if (document.sweep)
        addSweep(page, *document.sweep);
    if (document.runs.size() > 1)
        page.paragraph(asProse(leftOutLine(document)));
    addFailures(page, document);
    return page.text();
}

} // namespace lapwing::report
