// SPDX-License-Identifier: MIT
#pragma once

#include "async/scope.h"
#include "list/taskaction.h"
#include "plan/plan.h"
#include "record/taskrecord.h"
#include "run/runtally.h"
#include "run/trialoptions.h"

#include <QCoroTask>
#include <QList>
#include <QObject>

#include <memory>

namespace lapwing::engine {
class Session;
}
namespace lapwing::trial {
class RunSchedule;
}
namespace lapwing::demo {
class Server;
}

namespace lapwing::ui {

/// What lives on the engine's thread: one session at a time, the folder of a measured baseline
/// and the server of the demo.
class EngineWorker : public QObject {
    Q_OBJECT

public:
    EngineWorker();
    ~EngineWorker() override; ///< only while nothing runs

    void run(plan::Plan plan);
    /// The same plan, one at a time.
    void measure(const plan::Plan &together);
    void setAtOnce(int atOnce);
    /// They join the run that goes on; see engine::Session::add.
    void add(const std::vector<plan::Entry> &entries);
    void setTurns(const std::vector<plan::EntryTurn> &turns);
    void requestStop();
    void perform(TaskAction act, const QList<int> &ids);
    /// Space was freed on the disk.
    void resumeAfterDiskFull();
    /// demoOpened() or demoFailed() follows.
    void openDemo();
    /// costKnown() follows, of that edition of the list.
    void askCost(plan::Plan plan, int edition);
    /// lengthKnown() follows for each that a server tells, until the next time.
    void askLengths(plan::Plan plan);
    void stopAskingLengths() { m_lengthsStop.request_stop(); }
    /// Several runs of the plan's list; trialMoved() tells before each, trialEnded() what they came to.
    void startTrial(plan::Plan plan, TrialChoice choice);
    /// Stops what runs; idle() follows when it has ended.
    void shutDown();

Q_SIGNALS:
    void changed(const lapwing::record::Batch &batch);
    void finished(const lapwing::record::RunFacts &facts);
    /// Our loop has not come round since that moment of the run; told while it is so.
    void loopStalled(std::chrono::nanoseconds since);
    void costKnown(const lapwing::engine::Sizes &sizes, int edition);
    void lengthKnown(const QUrl &link, qint64 length);
    void trialMoved(const lapwing::ui::TrialProgress &progress);
    /// Of the run of a trial that goes on.
    void trialReceived(const lapwing::ui::RunShare &share);
    /// `isStopped`: before its end, by requestStop().
    void trialEnded(const lapwing::report::Document &document, bool isStopped);
    void demoOpened(const QUrl &address);
    void demoFailed(const QString &reason);
    void idle();

private:
    void end(const record::RunFacts &facts);
    [[nodiscard]] async::Scope &scope();
    [[nodiscard]] QCoro::Task<> tellCost(plan::Plan plan, int edition, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> tellLengths(plan::Plan plan, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> performTrial(plan::Plan plan, TrialChoice choice,
                                             std::stop_token stop);
    [[nodiscard]] QCoro::Task<record::Run> performRun(plan::Plan plan);
    [[nodiscard]] QCoro::Task<> endTrials();
    void announceIdle();

    std::unique_ptr<demo::Server> m_demo;
    std::unique_ptr<trial::RunSchedule>
        m_schedule; ///< its folder outlives the session that writes below it
    std::unique_ptr<engine::Session> m_session;
    bool m_leaving = false;
    std::stop_source m_trialStop;
    std::stop_source m_lengthsStop;
    /// Trials, what is asked before them, and the shutdown. Made on the engine's thread, where their events wake.
    std::unique_ptr<async::Scope> m_scope, m_shutdown;
};

} // namespace lapwing::ui
