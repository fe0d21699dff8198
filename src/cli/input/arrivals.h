// SPDX-License-Identifier: MIT
#pragma once

#include "cli/input/listpipe.h"
#include "cli/progress/progress.h"
#include "cli/request.h"
#include "engine/session.h"

namespace lapwing::cli {

/// Brings what comes on standard input into the run that goes on, and into the request: its plan has it afterwards.
class Arrivals {
public:
    /// All of them outlive it.
    Arrivals(GetRequest *request, engine::Session *session, Progress *progress);
    ~Arrivals();
    Q_DISABLE_COPY_MOVE(Arrivals)

private:
    void add(plan::Links links);
    void end();

    GetRequest *m_request;
    engine::Session *m_session;
    Progress *m_progress;
    plan::Added m_all;    ///< of what came, what is told at its end
    int m_keptInside = 0; ///< as it was said before
    QObject m_context;    ///< of what the pipe tells
};

} // namespace lapwing::cli
