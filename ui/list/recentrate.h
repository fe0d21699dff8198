// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <deque>
#include <optional>

namespace lapwing::ui {

/// How fast the bytes of one download, or of all, come: the mean over the last three seconds.
class RecentRate {
public:
    /// So many bytes were here at `now`. To be told several times a second, also when none came.
    void add(record::Stamp now, qint64 bytes);
    /// In bytes; absent until it was watched for long enough to say.
    [[nodiscard]] std::optional<double> perSecond() const;

private:
    struct Sample {
        record::Stamp at;
        qint64 bytes;
    };
    std::deque<Sample> m_samples; ///< the first is the last from before these seconds
};

} // namespace lapwing::ui
