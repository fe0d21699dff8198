// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// The run document; resources/run-document.schema.json describes it. UTF-8, times in seconds, a task on each
/// line.
[[nodiscard]] QByteArray toJson(const Document &document);

} // namespace lapwing::report
