// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/listerror.h"

#include <QString>
#include <QStringView>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// What a line of a list says.
struct ListLine {
    QString link; ///< not looked at yet: see linkFrom()
    QString name; ///< what the file is to be called; empty: the line does not say
};

/// What parts two things in other scripts and on pages, as "," and "|" do: few links have one that is not escaped.
inline constexpr QStringView wideMarks = u"，、；｜→•\u200B";

/// Tags that may stand behind a link, as a regular expression: any other word in angle brackets may be a name, or stand for
/// what has to be put there.
inline constexpr QStringView tagsOfHtml =
    u"[abipsu]|br|center|code|d[dlt]|div|em|font|h[1-6r]|li|nobr|ol|pre|small|span|strong|su[bp]|"
    "t[dhrt]|table|tbody|ul|wbr";

/// Without an arrow, a dash or a colon before it, with which no name of a file begins here: "-> b.iso".
[[nodiscard]] QString withoutArrow(const QString &name);

/// Takes a line apart that is neither blank nor a comment: a link, bare or as <link>, "link", [text](link),
/// after "- ", "* " or "+ ", before a "," or a comment. After it there may be a file name: behind a tab or
/// two blanks (of any script), behind a link in quotation marks or angle brackets, or behind ",", ";", "|", a wide mark
/// or one blank where both have the same ending. A blank or a "|" is part of a link only where that is enclosed. The
/// error says why it is not clear what is meant, or what is wrong with the name.
[[nodiscard]] tl::expected<ListLine, ListError> readListLine(const QString &line);

/// Whether the last character stands behind the link that the text ends with: one that does not show, the mark of a code
/// span, or punctuation of a sentence that is not ASCII, such as "。", and "）" without its "（".
[[nodiscard]] bool endsBehindLink(const QString &text);

/// The ending of a file in lower case, without its dot; empty when it is none as files have them.
[[nodiscard]] QString endingOf(QStringView name);

/// Whether it can be meant as the name of a file: it ends as one, and has nothing that a link goes on with.
[[nodiscard]] bool isFileName(QStringView name);

/// Whether the query is a list of files, as in "http://h/combine?a.js,b.js": what stands behind its commas is no name.
[[nodiscard]] bool asksForFiles(const QString &link);

/// What stands before brackets at the end that hold a tag of BBCode ("[/url]") or a text of AsciiDoc with a blank
/// ("https://h/a.iso[the first]"); empty: none do. One word may belong to the link, as in "https://h/a.x264[site.org]".
[[nodiscard]] QString linkBeforeBrackets(const QString &text);

} // namespace lapwing::plan
