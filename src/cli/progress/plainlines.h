// SPDX-License-Identifier: MIT
#pragma once

#include "cli/progress/progress.h"

namespace lapwing::cli {

/// A line for each task that ended or is tried again, and how things stand every five seconds.
class PlainLines : public Progress {
public:
    PlainLines(plan::Redaction redaction, Streams &streams);

protected:
    void begun(const plan::Plan &plan) override;
    void taskEnded(const record::TaskRecord &task) override;
    void taskRetries(const record::TaskRecord &task, record::Stamp wait) override;
    void updated() override;

private:
    plan::Redaction m_disclosure;
    int m_ended = 0;
    record::Stamp m_lastSaid{};
};

} // namespace lapwing::cli
