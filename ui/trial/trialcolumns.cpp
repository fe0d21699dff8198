// SPDX-License-Identifier: MIT
#include "trial/trialcolumns.h"

#include "measure/seconds.h"
#include "text/amounts.h"
#include "text/comparison.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace lapwing::ui {
namespace {

using measure::SweepPoint;
using text::Label;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TrialColumns)
};

TrialCell number(int value)
{
    return {QLocale().toString(value), value};
}

TrialCell unknown()
{
    return {text::unknown(), {}};
}

TrialCell time(double seconds)
{
    return {text::asFineTime(measure::stampOf(seconds)), seconds};
}

TrialCell time(const TrialRun *run)
{
    return run != nullptr ? time(run->seconds) : unknown();
}

TrialCell ratio(const std::optional<double> &value)
{
    return value ? TrialCell{Words::tr("%1×").arg(text::asRatio(*value)), *value} : unknown();
}

TrialCell words(const QString &text)
{
    return {text, text};
}

/// The two runs of a round, as far as they have ended.
struct Pair {
    const TrialRun *together = nullptr;
    const TrialRun *oneAtATime = nullptr;
    bool isTogetherFirst = false;
};

std::map<int, Pair> pairsOf(const TrialPicture &picture)
{
    std::map<int, Pair> pairs;
    for (const TrialRun &run : picture.runs) {
        Pair &pair = pairs[run.round];
        const bool isTogether = run.mode == plan::Mode::Together;
        if (pair.together == nullptr && pair.oneAtATime == nullptr)
            pair.isTogetherFirst = isTogether;
        (isTogether ? pair.together : pair.oneAtATime) = &run;
    }
    return pairs;
}

TrialRows comparisonRows(const TrialPicture &picture)
{
    TrialRows table;
    table.columns = {{text::label(Label::Round), QStringLiteral("000")},
                     {text::label(Label::Together), QStringLiteral("00 min 00 s")},
                     {text::label(Label::OneAtATime), QStringLiteral("00 min 00 s")},
                     {text::label(Label::SpeedUp), QStringLiteral("00.00×")},
                     {Words::tr("Ran first"), Words::tr("One at a time"), false},
                     {text::label(Label::Note), text::label(Label::OutlierCounted), false}};
    for (const auto &[round, pair] : pairsOf(picture)) {
        std::optional<double> times;
        if (pair.together != nullptr && pair.oneAtATime != nullptr && pair.together->seconds > 0)
            times = pair.oneAtATime->seconds / pair.together->seconds;
        const bool isFar =
            picture.speedup && std::ranges::count(picture.speedup->outliers, round) > 0;
        table.rows.push_back(
            {number(round), time(pair.together), time(pair.oneAtATime), ratio(times),
             words(text::label(pair.isTogetherFirst ? Label::Together : Label::OneAtATime)),
             words(isFar ? text::label(Label::OutlierCounted) : QString())});
    }
    return table;
}

QString noteOn(const SweepPoint &point, bool isRecommended)
{
    if (isRecommended)
        return text::label(Label::Recommended);
    if (point.gap)
        return text::sentence(*point.gap);
    return point.throttled > 0 ? Words::tr("too many for a server") : QString();
}

TrialCell share(const std::optional<double> &value)
{
    return value ? TrialCell{text::asShare(*value), *value} : unknown();
}

TrialRows sweepRows(const TrialPicture &picture)
{
    TrialRows table;
    table.columns = {{text::label(Label::AtOnce), QStringLiteral("000")},
                     {text::label(Label::Rounds), QStringLiteral("00")},
                     {text::label(Label::Time), QStringLiteral("00 min 00 s")},
                     {Words::tr("From"), QStringLiteral("00 min 00 s")},
                     {Words::tr("To"), QStringLiteral("00 min 00 s")},
                     {text::label(Label::Throughput), QStringLiteral("888.8 MB/s")},
                     {text::label(Label::SpeedUp), QStringLiteral("00.00×")},
                     {text::label(Label::Efficiency), QStringLiteral("100 %")},
                     {text::label(Label::Note), text::label(Label::Recommended), false}};
    if (!picture.sweep)
        return table;
    for (const SweepPoint &point : picture.sweep->points) {
        const bool isRecommended = picture.isOver && picture.sweep->recommended == point.atOnce;
        if (isRecommended)
            table.marked.push_back(static_cast<int>(table.rows.size()));
        table.rows.push_back({number(point.atOnce),
                              number(point.rounds),
                              time(point.elapsed),
                              time(point.low),
                              time(point.high),
                              {text::asRate(point.throughput), point.throughput},
                              ratio(point.speedup),
                              share(point.efficiency),
                              words(noteOn(point, isRecommended))});
    }
    return table;
}

} // namespace

TrialRows rowsOf(const TrialPicture &picture)
{
    return picture.isSweep() ? sweepRows(picture) : comparisonRows(picture);
}

} // namespace lapwing::ui
