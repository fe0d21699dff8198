// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThreadPool>

#include <utility>

namespace lapwing::ui {

/// Work that may wait for a disk, one piece after the other and off the window's thread; what comes
/// of it comes back as an event. Going away waits for the piece in hand and drops its answer.
class Errands {
public:
    Errands() { m_pool.setMaxThreadCount(1); }

    /// work() there, then(its value) here.
    template<typename Work, typename Then>
    void run(Work work, Then then)
    {
        m_pool.start([this, work = std::move(work), then = std::move(then)]() mutable {
            auto answer = work();
            QMetaObject::invokeMethod(
                &m_home,
                [then = std::move(then), answer = std::move(answer)]() mutable {
                    then(std::move(answer));
                },
                Qt::QueuedConnection);
        });
    }

private:
    QObject m_home; ///< goes after the pool: nobody posts to what is gone
    QThreadPool m_pool;
};

} // namespace lapwing::ui
