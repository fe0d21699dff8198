// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace lapwing::plan {

/// A safe name for what nothing else names, by the value of its Content-Type field (RFC 9110
/// section 8.3): "index.html" for text/html, "download.pdf" with the ending that the system's list of
/// media types prefers, and "download" for what it does not know. Reads that list at its first call.
[[nodiscard]] QString nameFromType(const QByteArray &contentType);

} // namespace lapwing::plan
