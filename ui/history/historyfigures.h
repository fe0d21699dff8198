// SPDX-License-Identifier: MIT
#pragma once

#include "store/history.h"

#include <QString>

#include <optional>

namespace lapwing::ui {

struct TimeSpan {
    record::Stamp low, high;
};

/// How long one at a time takes, where that was estimated: of the files that came, as the time together is.
[[nodiscard]] std::optional<TimeSpan> estimateOf(const store::RunSummary &run);

/// "7.8 s"; "1.6 s to 8.0 s, estimated"
[[nodiscard]] QString oneAtATimeText(const store::RunSummary &run);
/// "3.9× as fast", "0.8× as fast (slower)"; "0.8–4.0× as fast, estimated"
[[nodiscard]] QString speedupText(const store::RunSummary &run);
/// "Limited by latency"
[[nodiscard]] QString limitText(const store::RunSummary &run);

} // namespace lapwing::ui
