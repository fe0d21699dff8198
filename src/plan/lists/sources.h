// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

class QMimeData;

namespace lapwing::plan {

inline constexpr int maxLists = 64; ///< in one drop; a folder's contents are not meant as lists

/// RFC 2483 section 5: text/uri-list. A file: URL of a local list stands for its contents.
[[nodiscard]] Links linksFromUriList(const QByteArray &bytes);

/// A list in any of the formats, by how it begins; it may be compressed. What is no list at all is one reject
/// that says what it is, or that there is no link in it. Nothing at all is no list, and no reject.
[[nodiscard]] Links linksFromContents(const QByteArray &bytes, const Reading &reading = {});

/// The contents of a local list; an HTML file also by its ending. The error says what is wrong with
/// the file (none such, not a regular file, too large, not readable, no list).
[[nodiscard]] tl::expected<Links, ListError> linksFromFile(const QString &path,
                                                           const Reading &reading = {});

/// What was dropped or pasted: text/uri-list (browsers offer it of one drag beside the others), else text/html and
/// text/plain together. An empty result without rejects: nothing in it could be a list.
[[nodiscard]] Links linksFromMimeData(const QMimeData &data, const Reading &reading = {});

} // namespace lapwing::plan
