// SPDX-License-Identifier: MIT
#pragma once

#include "plan/turn.h"
#include "record/taskrecord.h"

#include <QString>

#include <optional>

namespace lapwing::ui {

/// What a cell is made from. `now` is on the clock of the run, for a task that is under way.
struct Row {
    const record::TaskRecord &task;
    record::Stamp now;
    int number = 1;                               ///< in the list, from 1
    std::optional<int> hostAtOnce = std::nullopt; ///< its server asked for so many and no more
    bool startsByItself = true; ///< a run goes on, which comes to it if it is queued
    std::optional<double> speed = std::nullopt; ///< over the last seconds, in bytes a second
    plan::Priority priority = plan::Priority::Normal;
};

/// Of the file on the disk, which has another one where the name was taken; else the one it is to get.
[[nodiscard]] QString nameOf(const record::TaskRecord &task);
/// It has a file that can be opened, or dragged out.
[[nodiscard]] bool hasOpenFile(const record::TaskRecord &task);
/// How much of a task is here, 0 to 1; absent when its size is unknown.
[[nodiscard]] std::optional<double> fractionOf(const record::TaskRecord &task);
/// What is here of a file, whenever it came; absent for one that was found and not counted.
[[nodiscard]] std::optional<qint64> hereOf(const record::TaskRecord &task);
/// Sent to finished, or to now; absent while no request was sent.
[[nodiscard]] std::optional<record::Stamp> ownTimeOf(const Row &row);
/// The mean over the own time, in bytes a second.
[[nodiscard]] std::optional<double> averageSpeedOf(const Row &row);
/// At the speed of the last seconds; absent unless the size is known and bytes come.
[[nodiscard]] std::optional<record::Stamp> timeLeftOf(const Row &row);
/// Of its link.
[[nodiscard]] QString hostOf(const record::TaskRecord &task);

/// As text::asTime, and whole milliseconds below a second: in a table that changes, "4 ms" is read at once.
[[nodiscard]] QString shortTime(std::optional<record::Stamp> time);

} // namespace lapwing::ui
