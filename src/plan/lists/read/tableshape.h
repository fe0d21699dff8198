// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/fields.h"
#include "plan/lists/read/rows.h"

#include <array>
#include <optional>
#include <vector>

/// Inside this folder only: where the titles of a table are, and what its columns say.
namespace lapwing::plan {

inline constexpr std::array tableSeparators{u'\t', u';', u',', u'|'};

struct TableShape {
    QChar separator;
    std::vector<FieldName> columns;
    QStringList unused{};    ///< the titles, or places, of columns that say nothing here
    std::size_t above = 0;   ///< rows of titles and headings, before the first of a file
    bool hasSecrets = false; ///< in one of the columns
    /// What stands behind a link may be a part of it: rows of one cell alone are used.
    bool isUnclear = false;
};

/// By titles that are known, else by what the cells look like. Absent: the text is no table.
[[nodiscard]] std::optional<TableShape> tableShapeOf(const QString &text);

/// How many of the titles in the row are known.
[[nodiscard]] int knownTitles(const TableRow &row);

/// By titles in the row at `place`, of which one means the link, and none is a link.
[[nodiscard]] std::optional<TableShape> shapeByTitles(const std::vector<TableRow> &rows,
                                                      std::size_t place, QChar separator);

/// The same of a row whose other titles are known: "Name;Adresse".
[[nodiscard]] std::optional<TableShape> shapeByOtherTitles(const std::vector<TableRow> &rows,
                                                           std::size_t place, QChar separator);

/// By what the cells look like: the same number of them in each row, one of which is the link. Titles in any language say
/// that it is a table, if one means the link; there may be none.
[[nodiscard]] std::optional<TableShape> shapeBySight(const std::vector<TableRow> &rows,
                                                     QChar separator, const QStringList &titles);

} // namespace lapwing::plan
