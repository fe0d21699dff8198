// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/fetch.h"
#include "engine/places.h"

#include <memory>

namespace lapwing::engine {

class Folder;

/// A task that began and has not ended: what is known of it, and what it works with.
struct ActiveTask {
    /// Why an attempt was interrupted, if not by the end of the run.
    enum class Interruption {
        None,
        Pause,    ///< by the user
        Resume,   ///< by the user, who had asked for the pause
        Cancel,   ///< by the user
        DiskFull, ///< the disk is full
    };

    int index; ///< in the plan
    record::TaskRecord record;
    FetchRequest request;
    std::unique_ptr<Sink> sink;
    Places places;
    Folder *folder = nullptr; ///< where its file goes; null: nowhere, or that is not open yet
    QString chosen{}; ///< the folder of a run that this one is in or below; empty: nothing is kept
    std::stop_source stop{}; ///< of the attempt under way
    Interruption interruption = Interruption::None;
    std::optional<qint64> before{}; ///< bytes that an earlier run left
    bool isFollowing = false;       ///< a redirect led elsewhere: the attempt goes on from there
    bool isMixed = false;           ///< see FetchResult

    /// A lane took it. `tell` is for its fetches.
    void begin(record::Stamp now, std::function<void(const FetchProgress &)> tell);
    /// One more attempt, from the place that is to be asked on, or from where a redirect led.
    void beginAttempt();
    /// What `progress` tells of the attempt under way, in the record.
    void note(const FetchProgress &progress);
    /// What the attempt came to, in the record; a wish or a failure is for the caller.
    void note(const FetchResult &result);
    /// The attempt led to a server without room: it goes on from there when a lane takes the task again.
    void waitForRoom(record::Stamp now);
    /// The attempt ended with that, and the task did not.
    void endAttempt(record::Failure failure, record::Stamp now);
    /// It waits, and of what it has so far `bytes` are there to go on from.
    void keepOnly(qint64 bytes);
    void pause(record::Stamp now);
    void endPause(record::Stamp now);
    void end(record::TaskState state, record::Stamp now);

private:
    void note(const BytesPresent &stock);
};

} // namespace lapwing::engine
