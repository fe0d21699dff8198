// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <deque>
#include <optional>

namespace lapwing::ui {

/// The speed of all downloads now: over the last three seconds.
class SpeedMeter {
public:
    /// `bytes`: all that has come until `at`; fewer than before: it begins anew.
    void add(record::Stamp at, qint64 bytes);
    void restart() { m_samples.clear(); }
    /// Bytes a second; absent before there are two samples.
    [[nodiscard]] std::optional<double> rate() const;

private:
    struct Sample {
        record::Stamp at{};
        qint64 bytes = 0;
    };
    std::deque<Sample> m_samples;
};

} // namespace lapwing::ui
