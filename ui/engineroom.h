// SPDX-License-Identifier: MIT
#pragma once

#include "act.h"
#include "plan/plan.h"
#include "record/taskrecord.h"

#include <QList>
#include <QObject>

#include <memory>

namespace lapwing::engine {
class Session;
}
namespace lapwing::trial {
class Baseline;
}
namespace lapwing::demo {
class Server;
}

namespace lapwing::ui {

/// What lives on the engine's thread: one session at a time, the folder of a measured baseline
/// and the server of the demo.
class EngineRoom : public QObject {
    Q_OBJECT

public:
    EngineRoom();
    ~EngineRoom() override; ///< only while nothing runs

    void run(plan::Plan plan);
    /// The same plan, one at a time.
    void measure(const plan::Plan &together);
    void setAtOnce(int atOnce);
    void requestStop();
    void perform(Act act, const QList<int> &ids);
    /// Somebody made room on the disk.
    void goOn();
    /// demoOpened() or demoFailed() follows.
    void openDemo();
    /// Stops what runs; emptied() follows when it has ended.
    void leave();

Q_SIGNALS:
    void changed(const lapwing::record::Batch &batch);
    void finished(const lapwing::record::RunFacts &facts);
    void demoOpened(const QUrl &address);
    void demoFailed(const QString &reason);
    void emptied();

private:
    void end(const record::RunFacts &facts);

    std::unique_ptr<demo::Server> m_demo;
    std::unique_ptr<trial::Baseline> m_baseline; ///< outlives the session that writes below it
    std::unique_ptr<engine::Session> m_session;
    bool m_leaving = false;
};

} // namespace lapwing::ui
