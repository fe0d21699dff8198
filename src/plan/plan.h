// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/access.h"
#include "plan/entry.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <vector>

namespace lapwing::plan {

/// The two ways to run a list. The scheduler is the same; one at a time is one lane.
enum class Mode { Together, OneAtATime };

/// What to do when a final name is taken by what this run did not make.
enum class Conflict {
    Number,  ///< "name (1).ext"
    Skip,    ///< leave what is there, and say so
    Replace, ///< it is replaced in one step, when the new file is whole
};

/// What a full disk means.
enum class WhenFull {
    Fail, ///< the task has failed; what came of it is kept where it can be gone on from
    Wait, ///< every task is paused until space is freed and the user resumes
};

/// Where the bytes go.
struct Destination {
    enum class Kind {
        Folder,  ///< files below `folder`
        Discard, ///< counted, then forgotten
    };
    Kind kind = Kind::Folder;
    QString folder;        ///< absolute; created when missing
    bool keepFiles = true; ///< false: a file is removed as soon as it is committed (a baseline's)
    Conflict conflict = Conflict::Number;
    WhenFull whenFull = WhenFull::Fail;
};

/// How long a silent server is waited for; each has its own reason when it ends.
/// curl and aria2 wait as long or longer.
struct Timeouts {
    std::chrono::milliseconds connect{30'000};   ///< from asking to the request being sent
    std::chrono::milliseconds firstByte{60'000}; ///< from there to the response header
    std::chrono::milliseconds stall{30'000};     ///< without a byte of the body, while we read
};

/// What is fast enough. Watched over `window` of time that we did not spend on the disk.
struct MinimumRate {
    qint64 bytesPerSecond = 100; ///< 0: anything is
    std::chrono::milliseconds window{30'000};
};

/// What a failed attempt is worth.
struct Retries {
    int max = 4;                               ///< after the first attempt; 0: none
    std::chrono::milliseconds firstWait{1000}; ///< doubles each time
};

inline constexpr int defaultAtOnce = 6;    ///< what browsers allow one host
inline constexpr int maxConcurrency = 256; ///< keeps a task's share of the 32 MiB in flight useful

/// Everything that a run needs to know. A value: the engine has no settings besides.
struct Plan {
    std::vector<Entry> entries;
    Mode mode = Mode::Together;
    int round = 1;              ///< which of several runs of this mode, from 1
    int atOnce = defaultAtOnce; ///< lanes, 1 to maxConcurrency
    std::optional<int>
        perHost; ///< at most so many to one scheme, name and port; follows atOnce unless given
    Destination destination;
    Timeouts timeouts;
    MinimumRate minimumRate;
    Retries retries;
    Access access;
    bool requireProof = false;         ///< what nothing proves has failed
    std::optional<qint64> maxFileSize; ///< bytes; a file over it has failed
    QDateTime continues; ///< when the run began of which this is what was left; invalid: of none
};

} // namespace lapwing::plan
