// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QUrl>

#include <vector>

class QTextDocument;

namespace lapwing::ui {

/// A page of the help: a Markdown file of resources/help, which ships inside the program.
struct HelpPage {
    QUrl source;          ///< qrc:/help/NAME.md
    QString title;        ///< its first heading
    QStringList sections; ///< its headings of the second level
};

/// Every page: the one to start from, and the others by the names of their files.
[[nodiscard]] std::vector<HelpPage> helpPages();

/// What a link to a heading names it by: "The words" is #the-words, as GitHub has it.
[[nodiscard]] QString anchorOf(const QString &heading);

/// What Qt leaves out (6.8 too) when it reads Markdown: an anchor for each heading, and room between the
/// lines of a table.
void finishPage(QTextDocument *document);

} // namespace lapwing::ui
