// SPDX-License-Identifier: MIT
#pragma once

#include "record/probe.h"
#include "report/json/jsonnode.h"

namespace lapwing::report::json {

/// What a run did, from its stamps; sums, phases and verdicts in the document are passed over.
[[nodiscard]] record::Run runFrom(const Node &node);
[[nodiscard]] record::Probe probeFrom(const Node &node);

} // namespace lapwing::report::json
