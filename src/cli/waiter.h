// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"
#include "demo/deliveries.h"
#include "record/taskrecord.h"

namespace lapwing::cli {

/// Tells what happens at the table, in words and in seconds that fit the scale.
class Waiter {
public:
    Waiter(Outlet &out, double scale);

    void sayMode(demo::Mode mode);
    void sayEvent(const demo::Event &event);   ///< as it happens
    void sayRound(const demo::Served &served); ///< how long each waited, who is angry, the total
    void compare(record::Stamp oneAtATime, record::Stamp tasks, record::Stamp gathered);

private:
    [[nodiscard]] QString time(record::Stamp stamp) const;
    [[nodiscard]] QString sentenceFor(const demo::Event &event) const;
    [[nodiscard]] QString moodOf(const std::vector<demo::Event> &deliveries) const;

    Outlet &m_out;
    double m_scale;
};

} // namespace lapwing::cli
