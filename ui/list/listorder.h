// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <vector>

namespace lapwing::ui {

/// Where each entry stands in the list, and how soon it is wanted. Those that were appended since follow, as they came.
class ListOrder {
public:
    ListOrder() = default; ///< as they came, and none sooner than another
    explicit ListOrder(const std::vector<plan::Entry> &entries);

    /// Not as they came.
    [[nodiscard]] bool isMoved() const { return !m_numbers.empty(); }
    /// From 1; `row` of the ledger.
    [[nodiscard]] int numberOf(int id, int row) const;
    [[nodiscard]] plan::Priority priorityOf(int id) const;

    friend bool operator==(const ListOrder &, const ListOrder &) = default;

private:
    std::vector<int> m_numbers;               ///< by id; empty: by row
    std::vector<plan::Priority> m_priorities; ///< by id; empty: all normal
};

} // namespace lapwing::ui
