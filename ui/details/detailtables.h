// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QList>
#include <QStringList>

/// What the tables of the details show, row by row.
namespace lapwing::ui {

[[nodiscard]] QStringList phaseTitles();
/// In a line, those with a figure: "Queued 2 ms, Connect 12 ms, Wait 104 ms, Receive 2.0 s". Empty: none has one.
[[nodiscard]] QString phaseLine(const record::TaskRecord &task,
                                const std::optional<record::Loop> &loop);
/// Those that occurred, in their order: phase, time, remark.
[[nodiscard]] QList<QStringList> phaseRows(const record::TaskRecord &task,
                                           const std::optional<record::Loop> &loop);

[[nodiscard]] QStringList requestTitles();
/// Every request of every attempt: attempt, link, status, wait, received, result.
[[nodiscard]] QList<QStringList> requestRows(const record::TaskRecord &task);

} // namespace lapwing::ui
