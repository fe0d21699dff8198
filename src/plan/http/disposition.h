// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace lapwing::plan {

/// The name that the value of a Content-Disposition field offers, whatever its type, without the path to it;
/// absent when it offers none, or an empty one, or dots alone. It is text from a stranger: safeName() makes a
/// file name of it.
///
/// filename* (RFC 8187, in UTF-8 or ISO-8859-1) goes before filename (RFC 6266 section 4.3), the first of
/// several before the others. What servers send beyond that is read as browsers do: names without
/// quotation marks, a missing type, RFC 2047 words (in any charset that Qt knows), percent-encoded UTF-8 (which Chromium and Firefox
/// decode), and raw bytes, which are UTF-8 where they can be and Latin-1 elsewhere.
[[nodiscard]] std::optional<QString> nameFromDisposition(const QByteArray &value);

} // namespace lapwing::plan
