// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "report/json/jsontask.h"

#include <QByteArray>

namespace lapwing::report {

/// The run document; resources/run-document.schema.json describes it. UTF-8, times in seconds, a task on each
/// line.
[[nodiscard]] QByteArray toJson(const Document &document);
/// The same to be kept, not exported: without figures of its tasks it is much shorter, and fromJson() makes the same
/// of it.
[[nodiscard]] QByteArray toJson(const Document &document, json::Figures figures);

} // namespace lapwing::report
