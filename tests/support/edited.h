// SPDX-License-Identifier: MIT
#pragma once

#include "record/shared.h"

#include <ranges>
#include <vector>

namespace lapwing::test {

/// Each of them for editing, one after the other.
template<typename T>
[[nodiscard]] auto edited(std::vector<record::Shared<T>> &all)
{
    return std::views::transform(all, [](record::Shared<T> &each) -> T & { return each.edit(); });
}

} // namespace lapwing::test
