// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"
#include "report/document.h"

namespace lapwing::report {

enum class Format { Json, Csv };

/// By the ending of the file's name, whatever its case; absent: no format has it.
[[nodiscard]] std::optional<Format> formatOf(const QString &path);

/// Writes atomically: the old file stands until the new one is whole. Absent: it worked.
/// Ask formatOf() first: a path without a format is an `internal` failure.
[[nodiscard]] std::optional<record::Failure> save(const Document &document, const QString &path);

} // namespace lapwing::report
