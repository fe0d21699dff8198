// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// For node_exporter's textfile collector: gauges of the run of each mode that reports tell (report/selectedruns.h), in
/// seconds and bytes, and of what running together was worth. Labels are the mode, the state, the phase and
/// the host, of which there are 20 at most: the rest are "other". Never a link.
[[nodiscard]] QByteArray toPrometheus(const Document &document);

} // namespace lapwing::report
