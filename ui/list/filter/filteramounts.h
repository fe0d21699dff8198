// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <optional>

/// Amounts as they are typed into a search: a number, which may have a point or a comma, and a unit in any case.
namespace lapwing::ui {

/// "10MB", "1.5 GiB", "512": in bytes.
[[nodiscard]] std::optional<double> typedBytes(QStringView text);
/// "100kB/s", "100kB": in bytes a second.
[[nodiscard]] std::optional<double> typedRate(QStringView text);
/// "5s", "250ms", "2min", "1h", "5": in seconds.
[[nodiscard]] std::optional<double> typedSeconds(QStringView text);

} // namespace lapwing::ui
