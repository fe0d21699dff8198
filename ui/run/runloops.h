// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <optional>
#include <utility>
#include <vector>

namespace lapwing::ui {

/// How the engine's loop went in each run that the rows of the list are of. The stamps of a row are on the clock of its own
/// run: by the stalls of another one, other times would be the late ones.
class RunLoops {
public:
    /// It has ended.
    void add(const record::Run &run);
    /// Of the run that `row` is of; absent: it goes on, nothing was begun in it, or it is not known.
    [[nodiscard]] std::optional<record::Loop> of(const record::TaskRecord &row) const;

private:
    struct EndedRun {
        record::Loop loop;
        std::vector<std::pair<int, record::Stamp>>
            starts; ///< by id, ascending; of rows that began in no later run
    };
    std::vector<EndedRun> m_runs;
};

} // namespace lapwing::ui
