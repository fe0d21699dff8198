// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialpicture.h"

/// Trials as they might have come out.
namespace lapwing::test {

/// So many whole rounds of `planned`: together takes 2 s, one at a time `times` as long, each round 10 ms more.
inline ui::TrialPicture roundsOfBoth(int rounds, int planned, double times = 3)
{
    ui::TrialPicture picture;
    picture.rounds = planned;
    measure::Speedup speedup;
    for (int round = 1; round <= rounds; ++round) {
        const double seconds = 2 + round * 0.01;
        picture.runs.push_back({plan::Mode::Together, 4, round, seconds, 1'000'000});
        picture.runs.push_back({plan::Mode::OneAtATime, 1, round, seconds * times, 1'000'000});
        speedup.ratios.push_back(times);
    }
    if (rounds > 0)
        picture.speedup = speedup;
    return picture;
}

/// Of 1, 2, 4 and 8 at once, one round: 4 are as fast as 8 and recommended.
inline ui::TrialPicture sweepOfFour()
{
    ui::TrialPicture picture;
    picture.kind = record::Trial::Kind::Sweep;
    picture.rounds = 1;
    picture.isOver = true;
    picture.levels = {1, 2, 4, 8};
    measure::Sweep sweep;
    for (const auto &[atOnce, seconds] : {std::pair{1, 8.}, {2, 4.}, {4, 2.}, {8, 2.}}) {
        picture.runs.push_back({plan::Mode::Together, atOnce, 1, seconds, 8'000'000});
        measure::SweepPoint point;
        point.atOnce = atOnce;
        point.rounds = 1;
        point.elapsed = point.low = point.high = seconds;
        point.throughput = 8'000'000 / seconds;
        point.speedup = 8 / seconds;
        point.efficiency = *point.speedup / atOnce;
        sweep.points.push_back(point);
    }
    sweep.recommended = 4;
    picture.sweep = sweep;
    return picture;
}

} // namespace lapwing::test
