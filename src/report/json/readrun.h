// SPDX-License-Identifier: MIT
#pragma once

#include "record/probe.h"
#include "report/json/jsonreader.h"

namespace lapwing::report::json {

/// What a run did, from its stamps; sums, phases and verdicts in the document are passed over.
[[nodiscard]] record::Run runFrom(const JsonReader &node);
[[nodiscard]] record::Probe probeFrom(const JsonReader &node);

} // namespace lapwing::report::json
