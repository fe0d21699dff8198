// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

/// Inside this folder, for formats.cpp and liststream.cpp: each in a file of its own, a pure function from bytes to links and rejects.
namespace lapwing::plan {

/// The input file of aria2, or what its --save-session writes: a task line with mirrors behind tabs, and below
/// it, indented, options as NAME=VALUE.
[[nodiscard]] Links linksFromAria2(const QByteArray &bytes, const Reading &reading);

/// Metalink 4 (RFC 5854) or 3.
[[nodiscard]] Links linksFromMetalink(const QByteArray &bytes, const Reading &reading);

/// The transfers that KGet exports, or keeps (.kgt).
[[nodiscard]] Links linksFromKGet(const QByteArray &bytes, const Reading &reading);

/// CSV (RFC 4180) and whatever else has one separator.
[[nodiscard]] Links linksFromTable(const QByteArray &bytes, const Reading &reading);

/// A page of HTML, also a file of bookmarks.
[[nodiscard]] Links linksFromPage(const QByteArray &bytes, const Reading &reading);

/// A JSON array, an object that has one, or JSON Lines: of strings, or of objects.
[[nodiscard]] Links linksFromJson(const QByteArray &bytes, const Reading &reading);

/// What `lapwing-cli --export run.json` wrote.
[[nodiscard]] Links linksFromRunDocument(const QByteArray &bytes, const Reading &reading);

/// Command lines of curl and wget for bash, as browsers copy them.
[[nodiscard]] Links linksFromCommands(const QByteArray &bytes, const Reading &reading);

/// Whether a line of a text is such a command.
[[nodiscard]] bool isCommandLine(const QString &line);

/// Adds its links; one that goes on in the next line is refused.
void takeCommandLine(Links &links, int line, const QString &text);

/// What `apt-get --print-uris` prints.
[[nodiscard]] Links linksFromAptUris(const QByteArray &bytes, const Reading &reading);

/// What sha256sum and the like print, with or without --tag. A line above it that is an address (also behind
/// "#") and ends in "/" stands for the base of what follows.
[[nodiscard]] Links linksFromChecksums(const QByteArray &bytes, const Reading &reading);

/// Whether all of the text so far may stand above checksums that have not come yet: one address, and what may be one of them.
[[nodiscard]] bool mayBecomeChecksums(QByteArrayView text);

/// A file that is one link: of Windows (.url), freedesktop.org (.desktop) or macOS (.webloc).
[[nodiscard]] Links linksFromShortcut(const QByteArray &bytes, const Reading &reading);

// Whether the text (UTF-8, without a mark) is one of them, by how it begins.
[[nodiscard]] bool isAria2(QByteArrayView text);
[[nodiscard]] bool isMetalink(QByteArrayView text);
[[nodiscard]] bool isKGet(QByteArrayView text);
[[nodiscard]] bool isPage(QByteArrayView text);
[[nodiscard]] bool isTable(QByteArrayView text);
[[nodiscard]] bool isJson(QByteArrayView text);
[[nodiscard]] bool isRunDocument(QByteArrayView text);
[[nodiscard]] bool isCommands(QByteArrayView text);
[[nodiscard]] bool isAptUris(QByteArrayView text);
[[nodiscard]] bool isChecksums(QByteArrayView text);
[[nodiscard]] bool isShortcut(QByteArrayView text);

} // namespace lapwing::plan
