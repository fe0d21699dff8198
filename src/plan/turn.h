// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <compare>

namespace lapwing::plan {

/// How soon an entry is wanted, whatever its place; the earlier one comes first.
enum class Priority { High, Normal, Low };

/// When it is an entry's turn to begin: by priority, then by place in the list.
struct Turn {
    Priority priority = Priority::Normal;
    qint64 place = 0; ///< ascends down the list; two of one place follow in the order given

    friend auto operator<=>(const Turn &, const Turn &) = default;
};

/// The turn that an entry has from now on.
struct EntryTurn {
    int id = 0;
    Turn turn;

    friend bool operator==(const EntryTurn &, const EntryTurn &) = default;
};

} // namespace lapwing::plan
