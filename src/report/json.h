// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// The run document; resources/run-document.schema.json describes it. UTF-8, times in seconds.
[[nodiscard]] QByteArray toJson(const Document &document);

} // namespace lapwing::report
