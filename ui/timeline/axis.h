// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/timerange.h"

#include <QString>

#include <vector>

namespace lapwing::ui {

struct Tick {
    record::Stamp at{};
    QString text; ///< "0.5 s", "1:30", "1:00:00"
};

/// The round moments in sight, at least so many pixels from each other, and the first on each side of them.
[[nodiscard]] std::vector<Tick> ticksOf(const TimeRange &range, double apart);

/// Flags for QPainter::drawText(): on the side on which time begins, whatever the direction of letters.
[[nodiscard]] int atStart(const TimeRange &range, Qt::Alignment vertical);

/// A figure with its unit, to stand in text of either direction: "5.0 s" would become "s 5.0".
[[nodiscard]] QString isolated(const QString &figure);

} // namespace lapwing::ui
