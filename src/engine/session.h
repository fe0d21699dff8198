// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/taskrecord.h"

#include <QCoroTask>
#include <QList>
#include <QObject>

#include <memory>

namespace lapwing::engine {

/// One run of one plan: the only QObject API of the engine. It lives on the thread whose event loop
/// drives it (its own under a window, the main one in the command line) and knows nothing of which.
/// Everything that leaves is a value, so the signals may be connected across threads.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(plan::Plan plan, QObject *parent = nullptr);
    ~Session() override; ///< before start(), or after finished(): then by deleteLater

    /// The run as a coroutine, for a caller on the same loop; start() is the same for other callers.
    /// One of the two, once.
    [[nodiscard]] QCoro::Task<record::Run> run();

public Q_SLOTS:
    void start();
    /// 1 to plan::maxConcurrency; a lane too many ends after its task. --per-host follows unless it was given.
    void setAtOnce(int atOnce);
    /// They join the run that goes on, after those of the plan; the next changed() has them, with
    /// TaskRecord::joined. Those that come too late, when the run has ended or is about to, are passed
    /// over: no changed() ever has them. Their ids are new to the run.
    void add(const std::vector<lapwing::plan::Entry> &entries);
    /// The run does not end while more links may be added to it; false at first. Time in which it has nothing to
    /// do does not count as elapsed.
    void setAwaitsMore(bool awaits);
    /// Which of those that wait begins next; what is under way goes on. Ids that are not in the run are passed over.
    void setTurns(const std::vector<lapwing::plan::EntryTurn> &turns);
    /// Ends every task and joins it; finished() follows. Of what was not whole, only that is left from
    /// which a later run can go on.
    void requestStop();

    // Of the tasks with these ids; one that cannot be asked this where it stands is passed over.
    void pause(const QList<int> &ids);  ///< waits until resume(); its time does not count
    void resume(const QList<int> &ids); ///< also one that waits for a retry: it is tried at once
    void cancel(const QList<int> &ids); ///< ends it; what can be resumed stays, see removeParts
    void retry(const QList<int> &ids);  ///< one that failed or was cancelled begins again
    /// Space was freed: resumes after facts.diskFull (plan::WhenFull::Wait).
    void resumeAfterDiskFull();

Q_SIGNALS:
    /// At most 10 a second, and one a second at least while the elapsed time goes on; none while nothing
    /// does. The last one comes before finished().
    void changed(const lapwing::record::Batch &batch);
    void finished(const lapwing::record::RunFacts &facts);
    /// The engine's loop does not come round, and has not since that moment. Told by a second thread, while
    /// it is so: a receiver on the engine's own thread hears of it afterwards.
    void loopStalled(std::chrono::nanoseconds since);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lapwing::engine
