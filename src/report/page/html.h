// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// The report as one page that needs nothing else: pictures and styles are inside, nothing is asked of any
/// server and nothing runs (its Content-Security-Policy forbids both), light or dark as the reader
/// prefers. HTML5 that is well-formed XML too. Where it is not too large, the run document stands
/// in it as data: <script type="application/json" id="run-document">.
[[nodiscard]] QByteArray toHtml(const Document &document);

} // namespace lapwing::report
