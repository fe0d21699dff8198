// SPDX-License-Identifier: MIT
#include "report/picture/holdlane.h"

#include "measure/concurrencyprofile.h"
#include "report/picture/bars.h"
#include "report/picture/textmetrics.h"
#include "report/picture/waterfall.h"
#include "text/amounts.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::report {
namespace {

using record::Hold;
using record::Run;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::report::HoldLane)
};

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
    return Words::tr("%n times, %1 in all", nullptr, static_cast<int>(spans.size()))
        .arg(text::asFineTime(measure::ConcurrencyProfile(spans).covered()));
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
    canvas.openGroup(
        {Words::tr("Times during which servers had asked to be left alone"), wordsFor(run)});
    canvas.text(Columns::name, base, Words::tr("Held off by a server"), {12, ColorRole::Text});
    for (const Hold &hold : run.facts.holds) {
        const measure::Span span = spanOf(hold, run);
        const double from = scale.at(span.from);
        canvas.openGroup(
            {hold.host,
             Words::tr("%1, from %2")
                 .arg(text::asFineTime(span.to - span.from), text::asFineTime(span.from))});
        drawPart(canvas, Part::Retry,
                 {from, begin, std::max(scale.at(span.to) - from, thinnest), laneHeight});
        canvas.closeGroup();
    }
    canvas.text(Columns::state, base, clipped(wordsFor(run), 256, 11), {11, ColorRole::Muted});
    canvas.closeGroup();
}

} // namespace lapwing::report
