// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

namespace lapwing::plan {

/// `more` into `all`; both are in the order of their ids, and so is what they become. No id is in both.
template<typename T, typename Id = int T::*>
void mergeById(std::vector<T> &all, std::vector<T> more, Id id = &T::id)
{
    const auto before = static_cast<std::ptrdiff_t>(all.size());
    std::ranges::move(more, std::back_inserter(all));
    std::ranges::inplace_merge(all, all.begin() + before, {}, id);
}

} // namespace lapwing::plan
