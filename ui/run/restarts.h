// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QHash>

#include <vector>

namespace lapwing::ui {

/// Downloads of the run that goes on whose cancel was undone: they begin again, at once or when the engine has ended
/// them.
class Restarts {
public:
    /// `hasEnded`: the engine is asked for it now.
    void add(int id, bool hasEnded) { m_isAsked.insert(id, hasEnded); }
    void remove(int id) { m_isAsked.remove(id); }
    void clear() { m_isAsked.clear(); }

    /// Those that the engine is to be asked for now, by what it tells.
    [[nodiscard]] std::vector<int> due(const record::Batch &batch);
    /// Those that it had not begun again when the run ended. None is left.
    [[nodiscard]] std::vector<int> takeLeft();

private:
    QHash<int, bool> m_isAsked; ///< by id
};

} // namespace lapwing::ui
