// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/fields.h"
#include "plan/lists/read/rows.h"

#include <optional>
#include <vector>

/// Inside this folder only: where the titles of a table are, and what its columns say.
namespace lapwing::plan {

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

/// By what the cells look like: the same number of them in each row, one of which is the link. Titles in any language say
/// that it is a table, if one means the link; there may be none.
[[nodiscard]] std::optional<TableShape> shapeBySight(const std::vector<TableRow> &rows,
                                                     QChar separator, const QStringList &titles);

} // namespace lapwing::plan
