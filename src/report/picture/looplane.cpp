// SPDX-License-Identifier: MIT
#include "report/picture/looplane.h"

#include "report/picture/textmetrics.h"
#include "report/picture/waterfall.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <QLocale>

#include <algorithm>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

constexpr double above = 8;
constexpr double laneHeight = 14;
constexpr double thinnestStill = 1.5;

Box boxOf(const record::LoopStall &still, const Scale &scale, double top, double height)
{
    const double from = scale.at(still.from);
    return {from, top, std::max(scale.at(still.to) - from, thinnestStill), height};
}

QString wordsFor(const record::Loop &loop)
{
    const auto count = static_cast<int>(loop.stills.size()) + loop.uncountedStills;
    if (count == 0)
        return text::caption(Caption::NeverBlocked).arg(record::Loop::stillness.count());
    return text::caption(Caption::BlockedTimes, count).arg(text::asFineTime(loop.longestStall));
}

} // namespace

double heightOfLoopLane(const record::Run &run)
{
    return run.facts.loop ? above + laneHeight : 0;
}

void drawStills(Canvas &canvas, const record::Run &run, const Scale &scale, double top,
                double bottom)
{
    if (!run.facts.loop)
        return;
    for (const record::LoopStall &still : run.facts.loop->stills)
        canvas.rect(boxOf(still, scale, top, bottom - top), ColorRole::Still, 0.22);
}

void drawLoopLane(Canvas &canvas, const record::Run &run, const Scale &scale, double top)
{
    if (!run.facts.loop)
        return;
    const double begin = top + above;
    const double base = begin + laneHeight - 3;
    canvas.openGroup({text::label(Label::EventLoopEngine), wordsFor(*run.facts.loop)});
    canvas.text(Columns::name, base, text::label(Label::EventLoop), {12, ColorRole::Text});
    canvas.line(scale.from(), begin + laneHeight / 2, scale.to(), begin + laneHeight / 2,
                {ColorRole::Rule, 1.5});
    for (const record::LoopStall &still : run.facts.loop->stills) {
        const Box box = boxOf(still, scale, begin, laneHeight);
        canvas.rect(box, ColorRole::Still);
        canvas.frame(box, {ColorRole::Text, 0.8});
    }
    canvas.text(Columns::state, base, clipped(wordsFor(*run.facts.loop), 256, 11),
                {11, ColorRole::Muted});
    canvas.closeGroup();
}

} // namespace lapwing::report
