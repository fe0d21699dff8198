// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"
#include "plan/urlparser.h"

#include <QStringList>

#include <functional>

/// Inside this folder only: what the readers of the list formats share.
namespace lapwing::plan {

/// What a list says of one file, before anybody looked at its link.
struct Found {
    int line = 0;
    QString link;
    QString name{};
    QString path{}; ///< in place of the name: one behind folders
    std::optional<Checksum> checksum{};
    Extras extras{};
    QString user{}, password{}; ///< in place of those of the link
    QStringList unused{};       ///< by name, besides what unusedIn() says of the extras
};

/// Adds a link.
void add(Links &links, int line, QUrl link);

/// Adds the link that `text` is, or the reject that says why it is none.
void take(Links &links, int line, const QString &text);

/// The same with what else was found.
void take(Links &links, Found found);

/// What of `extras` nothing here does yet: "dir", "mirrors", "max-tries".
[[nodiscard]] QStringList unusedIn(const Extras &extras);

/// Counts what the list asks for and nothing here does.
void noteUnused(Links &links, const QString &name);

/// Adds the links that a line of text holds, which is neither blank nor a comment; or its reject.
void takeTextLine(Links &links, int line, const QString &text);

/// Adds a reject whose text and detail are fit to be shown: redacted, without control characters, short.
void refuse(Links &links, int line, const QString &text, const ListError &error);

/// So much was refused that this is no list; what comes next is not read, and a reject says so.
[[nodiscard]] bool tooManyRejects(const Links &links);

[[nodiscard]] ListError errorOf(UrlFault fault);

/// `bytes` as UTF-8 without its mark, whichever encoding the mark tells. Lines that are none of that are read
/// as Korean of Windows (CP949) where all of them seem to be that, else as Latin-1, but for what stands in a link, which
/// stays as it is: nobody knows which bytes its server means.
[[nodiscard]] QByteArray utf8From(const QByteArray &bytes);

/// What such lines are read as: "CP949" or "Latin-1"; empty: there are none.
[[nodiscard]] QStringView guessedEncoding(const QByteArray &bytes);

/// Calls `takeLine` with each line that is neither blank nor a comment, at the sizes that links.h allows.
using TakeLine = std::function<void(int line, const QString &text)>;
void readLines(Links &links, const QByteArray &bytes, const TakeLine &takeLine);

/// The same with every line, and with the white space before it.
void readWholeLines(Links &links, const QByteArray &bytes, const TakeLine &takeLine);

} // namespace lapwing::plan
