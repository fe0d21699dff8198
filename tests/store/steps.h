// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/state.h"

#include <map>

/// A list that goes from one state to the next for ever; which one it is, it says itself.
namespace lapwing::test {

/// What leads from step - 1 to `step`, from 1; some of it undoes what others did.
[[nodiscard]] std::vector<store::Change> changesAt(int step);

/// Which step a list has come to; 0: none.
[[nodiscard]] int stepOf(const store::State &state);

/// What the list is after each step, worked out without a file.
class Steps {
public:
    void goTo(int step); ///< never back
    [[nodiscard]] std::vector<int> ids() const;
    [[nodiscard]] qint64 bytesOf(int id) const { return m_bytes.at(id); }

private:
    int m_step = 0;
    std::map<int, qint64> m_bytes; ///< by id
    std::vector<int> m_order;
};

} // namespace lapwing::test
