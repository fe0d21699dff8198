// SPDX-License-Identifier: MIT
#include "summary/explanation.h"

#include "measure/compare/completeness.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"

#include <QCoreApplication>

namespace lapwing::ui {
namespace {

using measure::Comparison;
using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Explanation)
};

QString aboutBaseline(const std::optional<Comparison> &comparison)
{
    return comparison && comparison->baseline.measured
        ? Words::tr("Measured: the same files were downloaded again, one at a time, with all other "
                    "settings unchanged.")
        : Words::tr("“Measure exactly” downloads the same files again, one at a time, and replaces "
                    "the estimate with the measured time.");
}

QStringList aboutFigure(const Situation &situation, const Comparison &comparison)
{
    QStringList parts;
    if (situation.running)
        parts << Words::tr("So far: what has been received, compared with the time elapsed.");
    parts << text::reasonOf(comparison.speedup) << text::caveatOf(comparison.speedup);
    if (comparison.baseline.range && !comparison.speedup.isComparable())
        parts << text::rangeExplanation();
    return parts;
}

/// What brought no file took time too, which is not in the bar.
QString aboutWholeRun(const Situation &situation)
{
    if (!situation.together || situation.running)
        return {};
    const QString whole = text::asTime(situation.together->facts.elapsed);
    return whole == text::asTime(measure::elapsedOfFiles(*situation.together))
        ? QString()
        : Words::tr("The whole run, including the downloads that yielded no file, took %1.")
              .arg(whole);
}

QStringList aboutStates(const record::Totals &totals)
{
    QStringList parts;
    if (totals.in(TaskState::Unverified) > totals.skipped)
        parts << Words::tr("Unverified: %1").arg(text::caption(text::Caption::UnverifiedMeans));
    if (totals.skipped > 0)
        parts << Words::tr("Skipped: a file of that name existed, and you chose to keep it.");
    return parts;
}

} // namespace

QString explanationOf(const Situation &situation, const std::optional<Comparison> &comparison)
{
    QStringList parts{Words::tr(
        "“Together” is the time during which at least one of the downloads that yielded a "
        "file was active.")};
    if (comparison)
        parts << aboutFigure(situation, *comparison);
    else
        parts << Words::tr("“One at a time” is first estimated from that run as a range; its "
                           "limits are explained here.");
    parts << aboutWholeRun(situation) << aboutBaseline(comparison) << aboutStates(situation.totals);
    parts << Words::tr("Both bars share one scale; its end value is shown, and it grows in steps.");
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace lapwing::ui
