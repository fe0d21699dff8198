// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QHash>

#include <vector>

namespace lapwing::ui {

/// Downloads of the run that goes on whose cancel was undone: they begin again, at once or when the engine has ended
/// them. What was paused is paused again.
class Restarts {
public:
    /// `hasEnded`: the engine is asked for it now.
    void add(int id, bool hasEnded, bool isPaused) { m_restarts.insert(id, {hasEnded, isPaused}); }
    void remove(int id) { m_restarts.remove(id); }
    void clear() { m_restarts.clear(); }

    /// Those that the engine is to be asked for now, by what it tells.
    [[nodiscard]] std::vector<int> due(const record::Batch &batch);
    /// Of these, those that were paused.
    [[nodiscard]] std::vector<int> pausedOf(const std::vector<int> &ids) const;
    /// Those that it had not begun again when the run ended, first those that were paused. None is left.
    [[nodiscard]] std::vector<int> takePaused();
    [[nodiscard]] std::vector<int> takeLeft();

private:
    struct Restart {
        bool isAsked = false;
        bool isPaused = false;
    };

    QHash<int, Restart> m_restarts; ///< by id
};

} // namespace lapwing::ui
