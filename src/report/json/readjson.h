// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <tl/expected.hpp>

namespace lapwing::report {

/// No run document is larger, in bytes.
inline constexpr qint64 maxDocumentSize = 1'000'000'000;

/// A run document that toJson wrote, of this version or of an earlier one, as it was: what the runs mean is
/// made anew from their stamps. Redacted; what was redacted when it was written stays so whatever
/// Document::disclosure becomes. Else a translated sentence that says what is wrong, and where.
[[nodiscard]] tl::expected<Document, QString> fromJson(const QByteArray &json);

} // namespace lapwing::report
