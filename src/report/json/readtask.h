// SPDX-License-Identifier: MIT
#pragma once

#include "report/json/jsonreader.h"

namespace lapwing::report::json {

/// A task with its attempts and hops.
[[nodiscard]] record::TaskRecord taskFrom(const JsonReader &node);
/// Absent when the member is null or not there. Its cause is known by its code.
[[nodiscard]] std::optional<record::Failure> failureFrom(const JsonReader &node, const char *name);

} // namespace lapwing::report::json
