// SPDX-License-Identifier: MIT
#pragma once

#include "store/state.h"
#include "store/trouble.h"

namespace lapwing::store {

struct Loaded {
    State state; ///< empty: there was no file yet, or `trouble`
    std::optional<Trouble> trouble;
    QString asideAs; ///< where the file stands now that is Damaged or of a NewerVersion; else empty
    /// False: the file has what `state` has not, and stands where it was. A writer would mix the two: make none.
    bool mayWrite = true;
};

/// Reads the list in `folder`, on any thread: a matter of a second for 100,000 entries. A file that cannot be used is
/// set aside (see setAside()), and the next one begins empty. Call it before there is a Writer for the folder.
[[nodiscard]] Loaded load(const QString &folder);

} // namespace lapwing::store
