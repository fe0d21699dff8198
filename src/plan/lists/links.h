// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/listerror.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <map>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

namespace lapwing::plan {

/// A line that gave no link, and why. Nothing given is dropped in silence.
struct Reject {
    int line = 0; ///< from 1
    QString text; ///< the line, shortened and redacted
    ListError error{};
    QString list{}; ///< the name of the file that it stands in; empty: in what was given
};

/// The links of a list in the order given, duplicates included, and what was refused.
struct Links {
    /// Valid, http or https, with a host; may hold user information, but no fragment.
    std::vector<QUrl> urls;
    std::vector<Reject> rejects;
    /// By place in `urls`: what the list calls the file, where it does.
    std::map<std::size_t, QString> names{};

    void append(Links more);
};

/// A list is cut off (with a reject that says so) at these sizes: a list may be a device or an image by mistake.
inline constexpr qint64 maxLineLength = 64 * 1024;      ///< bytes
inline constexpr qint64 maxListSize = 64 * 1024 * 1024; ///< bytes

/// One URL as urlparser.h reads it, or why it is none: only http and https, written with "://" and a host.
/// Surrounding white space is ignored.
[[nodiscard]] tl::expected<QUrl, ListError> linkFrom(const QString &text);

/// One link a line, as listline.h reads it; blank lines and lines that begin with # are skipped; CR, LF and
/// CRLF end a line.
/// UTF-8 (a byte-order mark is skipped) or, by its mark, UTF-16.
[[nodiscard]] Links linksFromText(const QByteArray &bytes);

} // namespace lapwing::plan
