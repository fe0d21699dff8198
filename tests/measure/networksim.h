// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <vector>

namespace lapwing::test {

/// A server and the way to it, whose truth is known. Time is simulated: nothing waits.
struct World {
    double setUp = 0;       ///< seconds until a request is sent; each pays it
    double latency = 0.01;  ///< seconds of work on an answer, before its header
    int workers = 0;        ///< that many requests at a time are worked on, others wait; 0: all are
    double serial = 0;      ///< seconds of that work which only one request at a time may do
    double line = 0;        ///< bytes a second of all together; 0: as many as one likes
    double each = 0;        ///< bytes a second of one connection; 0: as many as one likes
    int refusesFrom = 0;    ///< with so many requests there already, one more gets a 429; 0: never
    bool slowsDown = false; ///< the latency grows with the number of requests there
};

/// How the list is fetched.
struct Course {
    int atOnce = 6;
    plan::Mode mode = plan::Mode::Together;
    int round = 1;
    double pace = 1; ///< everything takes so many times as long: noise from run to run
};

/// What a run of files of these sizes would record: every stamp, and every refusal with its second try a
/// second later. A task's id counts from 1.
[[nodiscard]] record::Run simulate(const World &world, const std::vector<qint64> &sizes,
                                   const Course &course);

} // namespace lapwing::test
