// SPDX-License-Identifier: MIT
#pragma once

#include "cli/progress/progress.h"

#include <QHash>

namespace lapwing::cli {

/// One line that is drawn again and again, as wide as the terminal.
class Bar : public Progress {
public:
    using Progress::Progress;

    void note(const QString &sentence) override;
    void end(const record::RunFacts &facts) override;

protected:
    void begun(const plan::Plan &plan) override;
    void taskMoved(const record::TaskRecord &task) override;
    void updated() override;

private:
    [[nodiscard]] QString gauge(qsizetype room) const;
    void clear();

    QHash<int, double>
        m_partOf; ///< by id: how much of a running task is here, 0 to 1; only where its size is known
};

} // namespace lapwing::cli
