// SPDX-License-Identifier: MIT
#pragma once

#include "report/picture/segments.h"

#include <QStringList>

namespace lapwing::ui {

/// A part of a task's bar.
struct BarPiece {
    report::Part part = report::Part::Unexplained;
    record::Stamp from{};
    record::Stamp to{};
    bool isHeld = false;   ///< of a time in which nothing went on: its server held it off
    bool isFailed = false; ///< of an attempt that failed
    bool isLate = false;
    int attempt = -1; ///< which one it belongs to; -1: to none
};

struct TaskBar {
    std::vector<BarPiece> pieces;
    std::vector<record::Stamp> failures; ///< the ends of attempts that failed

    [[nodiscard]] const BarPiece *at(record::Stamp moment) const; ///< null: nothing
};

/// The segments of the report's picture, with what goes on closed at `now`: a wait is a wait before it ended.
[[nodiscard]] TaskBar barOf(const record::TaskRecord &task, const record::RunFacts &facts,
                            record::Stamp now);

/// What a pointer that rests on a piece is told: a line each.
[[nodiscard]] QStringList tipOf(const record::TaskRecord &task, const BarPiece &piece);

} // namespace lapwing::ui
