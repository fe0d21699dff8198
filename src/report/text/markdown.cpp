// SPDX-License-Identifier: MIT
#include "report/text/markdown.h"

#include "measure/phases.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "report/phasesums.h"
#include "report/text/markdowntext.h"
#include "report/text/trialtext.h"
#include "report/typicalrun.h"
#include "text/amounts.h"
#include "text/comparison.h"
#include "text/failure.h"
#include "text/phases.h"
#include "text/sweep.h"
#include "text/verdict.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace lapwing::report {
namespace {

using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::report::Markdown)
};

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
    return facts.mode == plan::Mode::Together ? Words::tr("together") : Words::tr("one at a time");
}

QStringList rowOf(const record::Run &run)
{
    const qint64 bytes = measure::bytesOf(run);
    return {modeOf(run.facts),
            QString::number(run.facts.atOnce),
            QString::number(run.facts.round),
            text::asTime(run.facts.elapsed),
            text::asBytes(bytes),
            text::asRate(measure::meanRate(bytes, run.facts.elapsed)),
            QString::number(countOf(run, TaskState::Done)),
            QString::number(countOf(run, TaskState::Unverified)),
            QString::number(countOf(run, TaskState::Failed))};
}

void addRuns(Page &page, const Document &document)
{
    page.heading(Words::tr("Runs"));
    QList<QStringList> rows{{Words::tr("How"), Words::tr("At once"), Words::tr("Round"),
                             Words::tr("Elapsed"), Words::tr("Bytes"), Words::tr("Rate"),
                             Words::tr("Done"), Words::tr("Unverified"), Words::tr("Failed")}};
    for (const record::Run &run : document.runs)
        rows << rowOf(run);
    page.table(rows);
    page.paragraph(document.trial.temperature == record::Temperature::Warm
                       ? Words::tr("Each was preceded by an uncounted warm-up run.")
                       : Words::tr("Each opened new connections."));
}

using PhaseSums = std::array<std::optional<double>, measure::phaseCount>;

/// No run, no figure.
PhaseSums sumsOf(const record::Run *run)
{
    return run != nullptr ? phaseSums(*run) : PhaseSums();
}

QString cellOf(std::optional<double> sum)
{
    return sum ? Words::tr("%1 s").arg(QLocale().toString(*sum, 'f', 3)) : text::unknown();
}

void addPhases(Page &page, const Document &document)
{
    const PhaseSums together = sumsOf(middleRun(document, plan::Mode::Together));
    const PhaseSums alone = sumsOf(middleRun(document, plan::Mode::OneAtATime));
    page.heading(Words::tr("Where the time went"));
    QList<QStringList> rows{
        {Words::tr("Phase"), Words::tr("Together"), Words::tr("One at a time")}};
    for (std::size_t place = 0; place < measure::phaseCount; ++place) {
        const auto phase = static_cast<measure::Phase>(place);
        const QString title = text::titleOf(phase);
        rows << QStringList{measure::isPart(phase) ? Words::tr("%1 (a part)").arg(title) : title,
                            cellOf(together[place]), cellOf(alone[place])};
    }
    page.table(rows);
    page.paragraph(
        Words::tr("Summed over the downloads of the median run. “A part” is already included in "
                  "another phase. A dash means there was no such time, or it cannot be observed."));
}

void addVerdict(Page &page, const Document &document)
{
    const record::Run *run = middleRun(document);
    const measure::Verdict *verdict = verdictOn(document, run);
    if (verdict == nullptr)
        return;
    page.heading(Words::tr("Verdict"));
    page.paragraph(asProse(text::sentences(*verdict, run->facts)));
}

QStringList rowOf(const measure::SweepPoint &point)
{
    const auto number = [](std::optional<double> value) {
        return value ? QLocale().toString(*value, 'f', 2) : text::unknown();
    };
    return {QString::number(point.atOnce),
            QString::number(point.rounds),
            Words::tr("%1 s").arg(QLocale().toString(point.elapsed, 'f', 3)),
            Words::tr("%1 to %2 s")
                .arg(QLocale().toString(point.low, 'f', 3), QLocale().toString(point.high, 'f', 3)),
            number(point.speedup),
            number(point.efficiency),
            text::asRate(point.throughput),
            QString::number(point.throttled)};
}

void addSweep(Page &page, const measure::Sweep &sweep)
{
    page.heading(Words::tr("Simultaneous downloads"));
    QList<QStringList> rows{{Words::tr("At once"), Words::tr("Rounds"), Words::tr("Elapsed"),
                             Words::tr("From, to"), Words::tr("Speed-up"), Words::tr("Efficiency"),
                             Words::tr("Throughput"), Words::tr("Refused")}};
    for (const measure::SweepPoint &point : sweep.points)
        rows << rowOf(point);
    page.table(rows);
    for (const QString &sentence :
         {text::whyRecommended(sweep), text::limitMet(sweep), text::whyStopped(sweep)})
        page.paragraph(asProse(sentence));
    if (sweep.knee)
        page.paragraph(Words::tr("The knee of the curve is at %1.").arg(*sweep.knee));
    if (sweep.critical)
        page.paragraph(
            Words::tr("The file that limits the speed-up, whatever the number: %1, at most %2×.")
                .arg(asCode(sweep.critical->name), text::asFactor(sweep.critical->bound)));
}

QString failureLine(const record::TaskRecord &task, plan::Redaction redaction)
{
    return QStringLiteral("- %1 %2: %3 %4\n")
        .arg(asCode(task.failure->code), asCode(plan::displayUrl(task.url, redaction)),
             asProse(text::sentence(*task.failure)), asProse(text::advice(*task.failure)));
}

void addFailures(Page &page, const Document &document)
{
    const record::Run *run = middleRun(document);
    QString lines;
    int failed = 0;
    for (const record::TaskRecord &task : run->tasks) {
        if (task.state != TaskState::Failed || !task.failure)
            continue;
        if (++failed <= maxFailures)
            lines += failureLine(task, document.redaction);
    }
    if (failed == 0)
        return;
    if (failed > maxFailures)
        lines += QStringLiteral("- ") + Words::tr("and %1 more").arg(failed - maxFailures);
    page.heading(Words::tr("Failed"));
    page.paragraph(lines.trimmed());
}

/// In one sentence.
QString resultOf(const Document &document)
{
    const record::Run *run = middleRun(document);
    if (run == nullptr)
        return Words::tr("There is no run.");
    if (document.trial.kind != Trial::Kind::Get)
        return textSummary(document).constFirst();
    const QString elapsed = Words::tr("It took %1.").arg(text::asTime(run->facts.elapsed));
    return document.comparison
        ? elapsed + u' ' + text::speedupSentence(document.comparison->speedup)
        : elapsed;
}

} // namespace

QByteArray toMarkdown(const Document &document)
{
    Page page;
    page.paragraph(QStringLiteral("# ") + Words::tr("Lapwing: downloads together"));
    page.paragraph(QStringLiteral("**%1**").arg(asProse(resultOf(document))));
    if (document.comparison)
        page.paragraph(asProse(text::reasonOf(document.comparison->speedup)));
    if (!document.plan.proxy.isEmpty())
        page.paragraph(asProse(Words::tr("Proxy: %1").arg(document.plan.proxy)));
    if (document.runs.empty())
        return page.text();
    addRuns(page, document);
    addPhases(page, document);
    addVerdict(page, document);
    if (document.sweep)
        addSweep(page, *document.sweep);
    addFailures(page, document);
    return page.text();
}

} // namespace lapwing::report
