// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/listerror.h"

#include <QStringList>

#include <functional>

/// Inside this folder only: the cells of a table.
namespace lapwing::plan {

struct TableRow {
    int line = 0;          ///< from 1; the first of it
    QStringList cells{};   ///< without their quotation marks and the blanks around
    QString written{};     ///< as it stands there
    bool isQuoted = false; ///< one cell at least
    bool isOpen = false;   ///< a quotation mark is never closed
};

/// Calls `take` with each row, those without text and comments left out: RFC 4180, with any separator and any end of a
/// line; in quotation marks both stand for themselves. Ends where `take` says so.
void readRows(const QString &text, QChar separator, const std::function<bool(TableRow)> &take);

} // namespace lapwing::plan
