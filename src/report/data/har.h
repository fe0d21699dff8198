// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// HTTP Archive 1.2, one page for each run and one entry for each request, sorted by their start. A time
/// that cannot be observed is left out, one that does not apply is -1; those that the format demands are 0
/// where there was none. What is known of it is said in members that begin with _. An entry begins when its
/// task began to wait: at the start of the run, or when a lane took it for another attempt.
[[nodiscard]] QByteArray toHar(const Document &document);

} // namespace lapwing::report
