// SPDX-License-Identifier: MIT
#include "history/historyfigures.h"

#include "text/amounts.h"
#include "text/comparison.h"
#include "text/verdict.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

using record::Stamp;
using store::RunSummary;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::HistoryFigures)
};

Stamp times(Stamp time, double factor)
{
    return std::chrono::duration_cast<Stamp>(time * factor);
}

/// "3.9× as fast", "0.8× as fast (slower)"
QString figureOf(double low, double high)
{
    const QString figure = text::factorText(low, high);
    const QString sense = text::senseOf(low, high);
    return sense.isEmpty() ? figure : Words::tr("%1 (%2)").arg(figure, sense);
}

} // namespace

std::optional<TimeSpan> estimateOf(const RunSummary &run)
{
    if (run.oneAtATime || run.isMeasured || !run.together || !run.low || !run.high)
        return std::nullopt;
    return TimeSpan{times(*run.together, *run.low), times(*run.together, *run.high)};
}

QString oneAtATimeText(const RunSummary &run)
{
    const std::optional<TimeSpan> estimate = estimateOf(run);
    if (!estimate)
        return text::asTime(run.oneAtATime);
    const QString low = text::asTime(estimate->low);
    const QString high = text::asTime(estimate->high);
    return low == high ? Words::tr("%1, estimated").arg(low)
                       : Words::tr("%1 to %2, estimated").arg(low, high);
}

QString speedupText(const RunSummary &run)
{
    if (run.speedup)
        return figureOf(*run.speedup, *run.speedup);
    if (!run.isMeasured && run.low && run.high)
        return Words::tr("%1, estimated").arg(figureOf(*run.low, *run.high));
    return text::unknown();
}

QString limitText(const RunSummary &run)
{
    const QString title = text::limitTitle(run.limitedBy);
    return title.isEmpty() ? text::unknown() : title;
}

} // namespace lapwing::ui
