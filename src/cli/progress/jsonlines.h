// SPDX-License-Identifier: MIT
#pragma once

#include "cli/progress/progress.h"

#include <QJsonObject>

namespace lapwing::cli {

/// JSON Lines for programs: one object a line, told apart by "event" (start, retry, task, progress, end, note);
/// the first one names format and version. Later versions add fields.
class JsonLines : public Progress {
public:
    JsonLines(plan::Redaction redaction, Streams &streams);

    void note(const QString &sentence) override;
    void end(const record::RunFacts &facts) override;

protected:
    void begun(const plan::Plan &plan) override;
    void grew() override;
    void taskEnded(const record::TaskRecord &task) override;
    void taskRetries(const record::TaskRecord &task, record::Stamp wait) override;
    void updated() override;

private:
    [[nodiscard]] QJsonObject standingObject() const;
    void tell(const QString &event, QJsonObject object);

    plan::Redaction m_disclosure;
    bool m_saidFormat = false;
};

} // namespace lapwing::cli
