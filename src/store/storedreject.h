// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/listerror.h"

#include <QString>

#include <optional>

/// Why a line was refused, as the file has it: another version may have other numbers for it.
namespace lapwing::store {

[[nodiscard]] QString toStored(plan::ListFault fault);
/// Absent: none that this version knows.
[[nodiscard]] std::optional<plan::ListFault> faultFrom(const QString &stored);

} // namespace lapwing::store
