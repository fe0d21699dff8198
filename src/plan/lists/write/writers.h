// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <vector>

/// Inside this folder and for formats.cpp: each in a file of its own. What a reader of Lapwing's makes of it is what
/// went in, as far as the format has a place for it. Secrets are written as they are.
namespace lapwing::plan {

/// A link a line, and a name behind a tab.
[[nodiscard]] QByteArray plainTextOf(const std::vector<Entry> &entries);
/// All of it but the pieces, the weaker checksums and the size.
[[nodiscard]] QByteArray aria2Of(const std::vector<Entry> &entries);
/// Metalink 4 (RFC 5854): all of it but headers and options.
[[nodiscard]] QByteArray metalinkOf(const std::vector<Entry> &entries);
/// The columns that are needed: url, name, checksum, size, folder.
[[nodiscard]] QByteArray csvOf(const std::vector<Entry> &entries);
/// An object a line: all of it but the pieces.
[[nodiscard]] QByteArray jsonLinesOf(const std::vector<Entry> &entries);
/// A command of curl's for bash a line: names, folders, headers.
[[nodiscard]] QByteArray curlCommandsOf(const std::vector<Entry> &entries);

/// The link with its user name and password, fully encoded.
[[nodiscard]] QByteArray linkOf(const Entry &entry);

/// What is said of an entry beyond its link and name; an empty one where nothing is.
[[nodiscard]] const Extras &extrasOf(const Entry &entry);

} // namespace lapwing::plan
