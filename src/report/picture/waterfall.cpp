// SPDX-License-Identifier: MIT
#include "report/picture/waterfall.h"

#include "measure/seconds.h"
#include "measure/times.h"
#include "report/picture/bars.h"
#include "report/picture/holdlane.h"
#include "report/picture/looplane.h"
#include "report/picture/textmetrics.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"
#include "text/failure.h"
#include "text/labels.h"
#include "text/notes/resumenote.h"
#include "text/shortreason.h"
#include "text/stateword.h"

#include <QLocale>

#include <algorithm>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using record::Run;
using record::TaskRecord;
using record::TaskState;

/// The more rows there are, the lower they are.
struct RowSize {
    double height;
    double bar;
    double letters;
};

RowSize rowSizeFor(std::size_t rows)
{
    if (rows <= 40)
        return {22, 14, 12};
    return rows <= 150 ? RowSize{17, 11, 10.5} : RowSize{12.5, 8, 9};
}

QString stateText(const TaskRecord &task, TaskState state)
{
    return state == TaskState::Failed && task.failure ? text::shortReason(*task.failure)
                                                      : text::stateWord(task, state);
}

/// What a pointer that rests on a row sees.
QStringList tipOf(const TaskRecord &task, const std::vector<Segment> &segments, TaskState state,
                  plan::Redaction redaction)
{
    QStringList tip{task.name, plan::displayUrl(task.url, redaction), stateText(task, state)};
    if (task.failure)
        tip << text::sentence(*task.failure);
    tip << text::resumeNotes(task);
    for (const Segment &segment : segments) {
        const QString late = segment.isLate() ? text::label(Label::OneTimeRecordedLate) : QString();
        tip << text::caption(Caption::PartWithTimes)
                    .arg(titleOf(segment.part), text::asFineTime(segment.to - segment.from),
                         text::asFineTime(segment.from))
                + late;
    }
    return tip;
}

/// The rows of one run.
class Rows {
public:
    Rows(Canvas &canvas, const Run &run, plan::Redaction redaction)
        : m_canvas(canvas)
        , m_run(run)
        , m_disclosure(redaction)
        , m_scale(scaleOf(run))
        , m_shown(std::min(run.tasks.size(), maxRows))
        , m_size(rowSizeFor(m_shown))
    {
    }

    [[nodiscard]] double bottomFrom(double top) const
    {
        return top + static_cast<double>(m_shown) * m_size.height;
    }

    void drawBands(double top)
    {
        for (std::size_t row = 1; row < m_shown; row += 2)
            m_canvas.rect({Columns::name - 8, top + static_cast<double>(row) * m_size.height,
                           Columns::width - 2 * Columns::margin + 16, m_size.height},
                          ColorRole::Band);
    }

    void draw(double top)
    {
        const record::Stamp end = endOf(m_run);
        for (std::size_t row = 0; row < m_shown; ++row)
            drawRow(m_run.tasks[row], end, top + static_cast<double>(row) * m_size.height);
    }

private:
    void drawRow(const TaskRecord &task, record::Stamp end, double top)
    {
        const TaskState state = reportedState(task.state, m_run.facts);
        const std::vector<Segment> segments = segmentsOf(task, end, m_run.facts.loop);
        m_canvas.openGroup(tipOf(task, segments, state, m_disclosure));
        const double base = top + m_size.height / 2 + m_size.letters * 0.36;
        m_canvas.text(
            Columns::name, base,
            clipped(visible(task.name), Columns::plot - Columns::name - 12, m_size.letters),
            {m_size.letters, ColorRole::Text});
        for (const Segment &segment : segments)
            drawBar(m_canvas, segment, m_scale, top + (m_size.height - m_size.bar) / 2, m_size.bar);
        if (state == TaskState::Failed && !segments.empty()
            && m_scale.at(segments.back().to) + 4 + m_size.bar < Columns::plotEnd)
            drawIcon(m_canvas, state, m_scale.at(segments.back().to) + 4, top + m_size.height / 2,
                     m_size.bar * 0.7);
        drawFigures(task, state, top + m_size.height / 2, base);
        m_canvas.closeGroup();
    }

    void drawFigures(const TaskRecord &task, TaskState state, double middle, double base)
    {
        const double size = m_size.letters * 0.92;
        drawIcon(m_canvas, state, Columns::state, middle, m_size.letters * 0.8);
        m_canvas.text(Columns::state + 16, base,
                      clipped(visible(stateText(task, state)), 118, size), {size, inkOf(state)});
        m_canvas.text(Columns::time, base, text::asFineTime(measure::timesOf(task).own),
                      {size, ColorRole::Text, Anchor::End});
        m_canvas.text(Columns::size, base, text::asBytes(measure::sizeOf(task)),
                      {size, ColorRole::Muted, Anchor::End});
    }

    Canvas &m_canvas;
    const Run &m_run;
    plan::Redaction m_disclosure;
    Scale m_scale;
    std::size_t m_shown;
    RowSize m_size;
};

/// "and 9,500 more: 9,480 done, 20 failed".
QString restOf(const Run &run)
{
    std::vector<std::pair<QString, int>> counts;
    for (std::size_t row = maxRows; row < run.tasks.size(); ++row) {
        const QString word = text::stateWord(reportedState(run.tasks[row]->state, run.facts));
        const auto known = std::ranges::find(counts, word, &std::pair<QString, int>::first);
        if (known == counts.end())
            counts.emplace_back(word, 1);
        else
            ++known->second;
    }
    QStringList parts;
    for (const auto &[word, count] : counts)
        parts << QLocale().toString(count) + u' ' + word;
    return text::caption(Caption::AndMoreNotDrawn)
        .arg(QLocale().toString(static_cast<qulonglong>(run.tasks.size() - maxRows)),
             parts.join(QStringLiteral(", ")));
}

double drawRest(Canvas &canvas, const Run &run, double top)
{
    if (run.tasks.size() <= maxRows)
        return top;
    canvas.text(Columns::name, top + 20, restOf(run), {13, ColorRole::Text, Anchor::Start, true});
    return top + 30;
}

void drawHeads(Canvas &canvas, const Run &run, double base)
{
    const QString title = run.facts.mode == plan::Mode::Together
        ? text::caption(Caption::TogetherHead)
              .arg(QLocale().toString(run.facts.atOnce), text::comparedTime(run, text::asFineTime))
        : text::caption(Caption::OneAtATimeHead).arg(text::comparedTime(run, text::asFineTime));
    canvas.text(Columns::name, base, title, {14, ColorRole::Text, Anchor::Start, true});
    const Letters head{11, ColorRole::Muted};
    const Letters right{11, ColorRole::Muted, Anchor::End};
    canvas.text(Columns::state, base, text::label(Label::State), head);
    canvas.text(Columns::time, base, text::label(Label::Time), right);
    canvas.text(Columns::size, base, text::label(Label::Size), right);
}

} // namespace

Scale scaleOf(const Run &run)
{
    return {Columns::plot, Columns::plotEnd, measure::seconds(endOf(run))};
}

void drawAxis(Canvas &canvas, const Scale &scale, double top, double bottom)
{
    const std::vector<double> ticks = scale.ticks(72);
    for (const double tick : ticks) {
        const double x = scale.at(tick);
        canvas.line(x, top, x, bottom + 4, {ColorRole::Rule});
        canvas.text(x, bottom + 16, text::caption(Caption::Seconds).arg(tickText(tick, ticks)),
                    {11, ColorRole::Muted, Anchor::Middle});
    }
    canvas.line(scale.from(), bottom, scale.to(), bottom, {ColorRole::Muted});
}

double drawWaterfall(Canvas &canvas, const Run &run, plan::Redaction redaction, double top)
{
    Rows rows(canvas, run, redaction);
    drawHeads(canvas, run, top + 14);
    const double begin = top + 26;
    const double rowsEnd = rows.bottomFrom(begin);
    const double holdsEnd = rowsEnd + heightOfHoldLane(run);
    const double laneEnd = holdsEnd + heightOfLoopLane(run);
    rows.drawBands(begin);
    drawAxis(canvas, scaleOf(run), begin, laneEnd + 4);
    drawStills(canvas, run, scaleOf(run), begin, rowsEnd);
    rows.draw(begin);
    drawHoldLane(canvas, run, scaleOf(run), rowsEnd);
    drawLoopLane(canvas, run, scaleOf(run), holdsEnd);
    return drawRest(canvas, run, laneEnd + 26);
}

} // namespace lapwing::report
