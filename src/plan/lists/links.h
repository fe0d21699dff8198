// SPDX-License-Identifier: MIT
#pragma once

#include "plan/extras.h"
#include "plan/lists/listerror.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <map>
#include <memory>
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

/// What a list says of one file.
struct Details {
    QString name{}; ///< empty: it does not say
    std::optional<Checksum> checksum{};
    std::shared_ptr<const Extras> extras{}; ///< null: no more than this
};

/// Ranges in the links of a list, as ranges.h has them, and what they would become.
struct Ranges {
    qint64 links = 0;  ///< that they stand for; 0: there are none
    QStringList first; ///< of those, at most three
    QString last;
};

/// The links of a list in the order given, duplicates included, and what was refused.
struct Links {
    /// Valid, http or https, with a host; may hold user information, but no fragment.
    std::vector<QUrl> urls;
    std::vector<Reject> rejects;
    /// By place in `urls`: what the list says of the file, where it does.
    std::map<std::size_t, Details> details{};
    /// By place in `urls`, as far as it goes: the line, from 1.
    std::vector<int> lines{};
    /// What the list asks for and nothing here does yet, by its name, and how often.
    std::map<QString, int> unused{};
    QStringView
        format{}; ///< the id of the one that the list is in, as formats.h has it; empty: of several lists
    Ranges ranges{};
    QStringView encoding{}; ///< "CP949", of the names, where nothing but the bytes speaks for it

    void append(Links more);
    /// The user lets the folders of these be outside the chosen one.
    void allowFolders();
};

/// A list is cut off (with a reject that says so) at these sizes: a list may be a device or an image by mistake.
inline constexpr qint64 maxLineLength = 64 * 1024;      ///< bytes
inline constexpr qint64 maxListSize = 64 * 1024 * 1024; ///< bytes

/// What a reader may be told besides the bytes.
struct Reading {
    QUrl base{}; ///< what relative links and the names of a checksum list are resolved against
    bool onlyFailed = false;    ///< of a run document, what is not done
    bool expandsRanges = false; ///< in the links of a text or a table
};

/// One URL as urlparser.h reads it, or why it is none: only http and https, written with "://" and a host.
/// Surrounding white space, and what does not show, is ignored.
[[nodiscard]] tl::expected<QUrl, ListError> linkFrom(const QString &text);

/// Adds the link of a task as a run document has it, under the name of its file where that is not the link's own. A
/// link whose values are hidden leads elsewhere: it is refused.
void takeRecorded(Links &links, int id, const QString &link, const QString &name);

/// One link a line, as listline.h reads it, or a sentence with links in it; blank lines and lines that begin with # are skipped; CR, LF and
/// CRLF end a line.
/// UTF-8 (a byte-order mark is skipped) or, by its mark, UTF-16.
[[nodiscard]] Links linksFromText(const QByteArray &bytes);

} // namespace lapwing::plan
