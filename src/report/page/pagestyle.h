// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace lapwing::report {

/// The style sheet of the HTML report: light and dark, narrow and wide, and on paper. It holds none of
/// < > &, so that it is the same text to an HTML and to an XML parser.
[[nodiscard]] QByteArray pageStyle();

/// A Content-Security-Policy that allows this style sheet and nothing else: no script, no request.
[[nodiscard]] QString pagePolicy(const QByteArray &style);

} // namespace lapwing::report
