// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/read/rows.h"

/// Inside this folder only: what a cell or a row of a table may be by its looks.
namespace lapwing::plan {

[[nodiscard]] bool isLinkCell(const QString &cell);
/// A spreadsheet may write its formulas: of one that begins `text`, =HYPERLINK("LINK";"text"), the link. Any other stays as it
/// is: it may put its link together of cells that are not here.
[[nodiscard]] QString withoutFormula(const QString &text);
[[nodiscard]] bool isNumberCell(const QString &cell);
/// "1.5 GB", as people read it: no number of bytes, and no name of a file.
[[nodiscard]] bool isAmountCell(const QString &cell);
/// The cell, or the path of the link that it is.
[[nodiscard]] bool endsAsAFile(const QString &cell);
/// Of a title or a heading: nothing that a list says of a file.
[[nodiscard]] bool isWording(const QString &cell);
/// The same, in whatever language, and no address but for one that may as well be two words: "Nom/Titre".
[[nodiscard]] bool isTitle(const QString &cell);
/// What parts cells, but may as well stand in a link.
[[nodiscard]] bool mayBeInLink(QChar separator);
/// Of a title that no list of ours has, in one of the languages that spreadsheets are written in: "Lien", "Enlace".
[[nodiscard]] bool meansLink(const QString &title);

/// "|---|:-:|", below the titles; also "|---+---|" of Org, and "+---+---+" of a table that is drawn.
[[nodiscard]] bool isRuler(const TableRow &row);
/// Each cell a title, in whatever language: "Nom/Titre". Above the links, what has such a mark may be an address without
/// its "http://".
[[nodiscard]] bool areTitles(const TableRow &row, qsizetype linkColumn);
/// Each cell a title, or what the table is, and no address without its "http://".
[[nodiscard]] bool areHeadings(const TableRow &row);
/// No spreadsheet writes a blank behind a comma, and every sentence does.
[[nodiscard]] bool isOfSentence(const TableRow &row, QChar separator);
/// In one cell of several.
[[nodiscard]] bool isAlone(const TableRow &row);

} // namespace lapwing::plan
