// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// A summary for people, in the Markdown of GitHub: the result in a sentence, the runs, where the time went,
/// the verdict, a sweep's points, what failed. Names, links and messages are no markup in it.
[[nodiscard]] QByteArray toMarkdown(const Document &document);

} // namespace lapwing::report
