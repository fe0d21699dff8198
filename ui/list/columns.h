// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <span>

namespace lapwing::ui {

enum class ColumnId { Number, Name, Status, Progress, Size, OwnTime, Speed };

/// What a cell is made from. `now` is on the clock of the run, for a task that is under way.
struct Row {
    const record::TaskRecord &task;
    record::Stamp now;
    std::optional<int> hostAtOnce = std::nullopt; ///< its server asked for so many and no more
};

/// All there is to know of a column: nothing about it stands anywhere else.
struct Column {
    ColumnId id;
    const char *title;  ///< untranslated; see titleOf
    const char *sample; ///< as wide as its texts ordinarily are; sets the width
    Qt::Alignment alignment;
    QString (*text)(const Row &);
    QVariant (*sortKey)(const Row &); ///< invalid: unknown
    QString (*toolTip)(const Row &);
    QString (*spoken)(const Row &); ///< for a screen reader; null: the text
    bool live;                      ///< changes while a task is under way
};

[[nodiscard]] std::span<const Column> columns();
[[nodiscard]] const Column &column(ColumnId id);
[[nodiscard]] QString titleOf(const Column &column);

/// How much of a task is here, 0 to 1; absent when its size is unknown.
[[nodiscard]] std::optional<double> fractionOf(const record::TaskRecord &task);
/// Sent to finished, or to now; absent while no request was sent.
[[nodiscard]] std::optional<record::Stamp> ownTimeOf(const Row &row);
/// The mean over the own time, in bytes a second.
[[nodiscard]] std::optional<double> speedOf(const Row &row);

} // namespace lapwing::ui
