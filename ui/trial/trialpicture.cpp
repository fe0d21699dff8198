// SPDX-License-Identifier: MIT
#include "trial/trialpicture.h"

#include "measure/seconds.h"
#include "measure/statistics.h"
#include "text/amounts.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace lapwing::ui {
namespace {

using measure::SweepPoint;
using text::Label;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TrialPicture)
};

QString time(double seconds)
{
    return text::asFineTime(measure::stampOf(seconds));
}

std::vector<double> secondsOf(const std::vector<TrialRun> &runs)
{
    std::vector<double> seconds;
    std::ranges::transform(runs, std::back_inserter(seconds), &TrialRun::seconds);
    return seconds;
}

QString spokenWay(const TrialPicture &picture, plan::Mode mode)
{
    const QString way =
        text::label(mode == plan::Mode::Together ? Label::Together : Label::OneAtATime);
    const std::vector<double> seconds = secondsOf(runsOf(picture, mode));
    if (seconds.empty())
        return Words::tr("%1: no run has ended yet.").arg(way);
    const auto interval = measure::medianInterval(seconds);
    const auto [shortest, longest] = std::ranges::minmax(seconds);
    const QString median = time(measure::median(seconds));
    if (seconds.size() == 1)
        return Words::tr("%1: %2.").arg(way, median);
    return (interval ? Words::tr("%1: %2, the interval is %3 to %4.")
                     : Words::tr("%1: %2, from %3 to %4."))
        .arg(way, median, time(interval ? interval->low : shortest),
             time(interval ? interval->high : longest));
}

QString spokenPoint(const SweepPoint &point)
{
    return Words::tr("%1 at once: %2, %3.")
        .arg(QLocale().toString(point.atOnce), text::asRate(point.throughput), time(point.elapsed));
}

QStringList spokenSweep(const TrialPicture &picture)
{
    if (!picture.sweep || picture.sweep->points.empty())
        return {Words::tr("No run has ended yet.")};
    QStringList sentences;
    for (const SweepPoint &point : picture.sweep->points)
        sentences << spokenPoint(point);
    if (picture.isOver && picture.sweep->recommended)
        sentences
            << Words::tr("Recommended: %1.").arg(QLocale().toString(*picture.sweep->recommended));
    return sentences;
}

/// That were tried and that are to come, as the list has files for.
std::vector<int> levelsOf(const TrialProgress &progress)
{
    std::vector<int> levels;
    for (const TrialRun &run : progress.runs)
        levels.push_back(run.atOnce);
    for (const trial::RunSchedule::Step &step : progress.steps)
        levels.push_back(step.atOnce);
    std::ranges::sort(levels);
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

} // namespace

TrialPicture pictureOf(const TrialProgress &progress)
{
    TrialPicture picture;
    picture.kind = progress.choice.kind();
    picture.rounds = progress.choice.rounds.count;
    if (picture.isSweep())
        picture.levels = levelsOf(progress);
    std::ranges::copy_if(progress.runs, std::back_inserter(picture.runs), &TrialRun::isKept);
    if (progress.comparison)
        picture.speedup = progress.comparison->speedup;
    picture.sweep = progress.sweep;
    return picture;
}

TrialPicture pictureOf(const report::Document &document)
{
    TrialPicture picture;
    picture.isOver = true;
    picture.kind =
        document.sweep ? record::Trial::Kind::Sweep : record::Trial::Kind::Compare; // also of a get
    picture.sweep = document.sweep;
    if (document.comparison
        && document.comparison->baseline.kind == measure::Baseline::Kind::Measured)
        picture.speedup = document.comparison->speedup;
    for (const record::Run &run : document.runs) {
        picture.runs.push_back(figuresOf(run));
        picture.rounds = std::max(picture.rounds, run.facts.round);
    }
    if (document.sweep) {
        for (const SweepPoint &point : document.sweep->points)
            picture.levels.push_back(point.atOnce);
    }
    return picture;
}

std::vector<TrialRun> runsOf(const TrialPicture &picture, plan::Mode mode)
{
    std::vector<TrialRun> runs;
    std::ranges::copy_if(picture.runs, std::back_inserter(runs),
                         [mode](const TrialRun &run) { return run.mode == mode; });
    std::ranges::sort(runs, {}, &TrialRun::round);
    return runs;
}

QString spokenText(const TrialPicture &picture)
{
    const QStringList sentences = picture.isSweep()
        ? spokenSweep(picture)
        : QStringList{spokenWay(picture, plan::Mode::Together),
                      spokenWay(picture, plan::Mode::OneAtATime)};
    return sentences.join(u' ');
}

} // namespace lapwing::ui
