// SPDX-License-Identifier: MIT
#pragma once

#include "list/row.h"

#include <QVariant>

/// What the columns of columns.cpp show, sort by and explain.
namespace lapwing::ui::cell {

[[nodiscard]] QString numberText(const Row &row);
[[nodiscard]] QVariant numberKey(const Row &row);
[[nodiscard]] QString nameText(const Row &row);
[[nodiscard]] QVariant nameKey(const Row &row);
[[nodiscard]] QString linkText(const Row &row);
[[nodiscard]] QVariant linkKey(const Row &row);
[[nodiscard]] QString linkTip(const Row &row);
[[nodiscard]] QString hostText(const Row &row);
[[nodiscard]] QVariant hostKey(const Row &row);
[[nodiscard]] QVariant statusKey(const Row &row);
[[nodiscard]] QString progressText(const Row &row);
[[nodiscard]] QVariant progressKey(const Row &row);
[[nodiscard]] QString progressSpoken(const Row &row);
[[nodiscard]] QString sizeText(const Row &row);
[[nodiscard]] QVariant sizeKey(const Row &row);
[[nodiscard]] QString sizeTip(const Row &row);
[[nodiscard]] QString speedText(const Row &row);
[[nodiscard]] QVariant speedKey(const Row &row);
[[nodiscard]] QString speedTip(const Row &row);
[[nodiscard]] QString timeLeftText(const Row &row);
[[nodiscard]] QVariant timeLeftKey(const Row &row);
[[nodiscard]] QString timeLeftTip(const Row &row);
[[nodiscard]] QString ownTimeText(const Row &row);
[[nodiscard]] QVariant ownTimeKey(const Row &row);
[[nodiscard]] QString ownTimeTip(const Row &row);
[[nodiscard]] QString averageSpeedText(const Row &row);
[[nodiscard]] QVariant averageSpeedKey(const Row &row);
[[nodiscard]] QString averageSpeedTip(const Row &row);
[[nodiscard]] QString waitText(const Row &row);
[[nodiscard]] QVariant waitKey(const Row &row);
[[nodiscard]] QString waitTip(const Row &row);
[[nodiscard]] QString attemptsText(const Row &row);
[[nodiscard]] QVariant attemptsKey(const Row &row);
[[nodiscard]] QString attemptsTip(const Row &row);
[[nodiscard]] QString httpStatusText(const Row &row);
[[nodiscard]] QVariant httpStatusKey(const Row &row);
[[nodiscard]] QString httpStatusTip(const Row &row);
[[nodiscard]] QString savedAsText(const Row &row);
[[nodiscard]] QVariant savedAsKey(const Row &row);
[[nodiscard]] QString priorityText(const Row &row);
[[nodiscard]] QVariant priorityKey(const Row &row);
[[nodiscard]] QString priorityTip(const Row &row);

} // namespace lapwing::ui::cell
