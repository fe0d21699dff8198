// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>

namespace lapwing::ui {

/// When work that a long list makes long may be done again: after it has rested for a while that is long beside it.
class SummaryPace {
public:
    [[nodiscard]] bool isDue() const
    {
        return !m_since.isValid() || m_since.elapsed() >= restForWork * m_took;
    }

    template<typename Work>
    void run(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        m_took = timer.elapsed();
        m_since.start();
    }

private:
    static constexpr int restForWork = 50;

    QElapsedTimer m_since; ///< it ended
    qint64 m_took = 0;     ///< ms
};

} // namespace lapwing::ui
