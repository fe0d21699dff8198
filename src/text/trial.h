// SPDX-License-Identifier: MIT
#pragma once

#include "record/trial.h"

#include <QString>

namespace lapwing::text {

/// Why runs of such a trial were left out, and which. Empty: none were.
[[nodiscard]] QString whyStopped(record::Trial::Kind kind, const std::optional<record::Stop> &stop);

} // namespace lapwing::text
