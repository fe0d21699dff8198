// SPDX-License-Identifier: MIT
#include "report/picture/holdlane.h"

#include "measure/stepfunction.h"
#include "report/picture/bars.h"
#include "report/picture/textmetrics.h"
#include "report/picture/waterfall.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <algorithm>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using record::Hold;
using record::Run;

constexpr double above = 8;
constexpr double laneHeight = 14;

measure::Span spanOf(const Hold &hold, const Run &run)
{
    return {hold.from, record::endOf(hold, endOf(run))};
}

QString wordsFor(const Run &run)
{
    std::vector<measure::Span> spans;
    for (const Hold &hold : run.facts.holds)
        spans.push_back(spanOf(hold, run));
    return text::caption(Caption::HoldCount, static_cast<int>(spans.size()))
        .arg(text::asFineTime(measure::StepFunction(spans).covered()));
}

} // namespace

double heightOfHoldLane(const Run &run)
{
    return run.facts.holds.empty() ? 0 : above + laneHeight;
}

void drawHoldLane(Canvas &canvas, const Run &run, const Scale &scale, double top)
{
    if (run.facts.holds.empty())
        return;
    const double begin = top + above;
    const double base = begin + laneHeight - 3;
    canvas.openGroup({text::caption(Caption::TimesDuringWhichServersHadAsked), wordsFor(run)});
    canvas.text(Columns::name, base, text::label(Label::HeldOffByServer), {12, ColorRole::Text});
    for (const Hold &hold : run.facts.holds) {
        const measure::Span span = spanOf(hold, run);
        const double from = scale.at(span.from);
        canvas.openGroup(
            {hold.host,
             text::caption(Caption::TimeFrom)
                 .arg(text::asFineTime(span.to - span.from), text::asFineTime(span.from))});
        drawPart(canvas, Part::Retry,
                 {from, begin, std::max(scale.at(span.to) - from, thinnest), laneHeight});
        canvas.closeGroup();
    }
    canvas.text(Columns::state, base, clipped(wordsFor(run), 256, 11), {11, ColorRole::Muted});
    canvas.closeGroup();
}

} // namespace lapwing::report
