// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QUrl>

#include <vector>

class QTextDocument;

namespace lapwing::ui {

/// A page of the help: a Markdown file of resources/help, which ships inside the program.
struct HelpPage {
    QUrl source;          ///< qrc:/help/NAME.md, in any language
    QString title;        ///< its first heading
    QStringList sections; ///< its headings of the second level
    QStringList anchors;  ///< what links name those by
};

/// Every page in the language at hand: the one to start from, and the others by the names of their files.
[[nodiscard]] std::vector<HelpPage> helpPages();

/// Where a page is in the language at hand: qrc:/help/ko/NAME.md, and in English where there is none.
[[nodiscard]] QUrl inLanguage(const QUrl &source);

/// What a link to a heading names it by: "The words" is #the-words, as GitHub has it.
[[nodiscard]] QString anchorOf(const QString &heading);

/// Of each heading of a page, in their order. A page in another language has its headings in the same order, and
/// the anchors of the English ones, so that links lead to the same place in each.
[[nodiscard]] QStringList anchorsIn(const QUrl &source);

/// What Qt leaves out (6.8 too) when it reads Markdown: an anchor for each heading, and room between the
/// lines of a table. `source`: of the page that was read.
void finishPage(QTextDocument *document, const QUrl &source);

} // namespace lapwing::ui
