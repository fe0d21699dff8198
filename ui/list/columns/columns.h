// SPDX-License-Identifier: MIT
#pragma once

#include "list/row.h"

#include <QVariant>

#include <span>

namespace lapwing::ui {

enum class ColumnId {
    Number,
    Name,
    Link,
    Host,
    Status,
    Progress,
    Size,
    Speed,
    TimeLeft,
    OwnTime,
    AverageSpeed,
    Wait,
    Attempts,
    HttpStatus,
    SavedAs,
    Priority,
};

/// All there is to know of a column: nothing about it stands anywhere else.
struct Column {
    ColumnId id;
    const char *title;  ///< untranslated; see titleOf
    const char *sample; ///< as wide as its texts ordinarily are; sets the width
    Qt::Alignment alignment;
    QString (*text)(const Row &);
    QVariant (*sortKey)(const Row &); ///< invalid: unknown
    QString (*toolTip)(const Row &);
    QString (*spoken)(const Row &); ///< for a screen reader; null: the text
    bool live;                      ///< changes while a task is under way
    bool isShown;                   ///< unless it is chosen otherwise
};

[[nodiscard]] std::span<const Column> columns();
[[nodiscard]] const Column &column(ColumnId id);
[[nodiscard]] QString titleOf(const Column &column);

} // namespace lapwing::ui
