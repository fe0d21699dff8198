// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

namespace lapwing::ui {

/// Work that may wait for a disk, one piece after the other and off the window's thread; what comes of it
/// comes back as an event. What must not wait for another's disk has errands of its own.
///
/// Going away drops the answers, and waits `patience` for what is under way, here or elsewhere. A disk that does not
/// answer even then keeps its thread, which nothing can end: it is left behind and goes with the process.
class BackgroundQueue {
public:
    enum class Leaving {
        Waits,  ///< what is under way is done afterwards
        AtOnce, ///< it is waited for elsewhere, at the end of the process at the latest: whoever closes sees nothing of it
    };

    explicit BackgroundQueue(std::chrono::milliseconds patience = std::chrono::seconds(3),
                             Leaving leaving = Leaving::Waits)
        : m_patience(patience), m_leaving(leaving)
    {
        m_pool->setMaxThreadCount(1);
    }
    ~BackgroundQueue()
    {
        m_home->leave();
        const auto wait = [pool = m_pool, patience = static_cast<int>(m_patience.count())] {
            if (pool->waitForDone(patience))
                delete pool;
            else
                leftBehind = true;
        };
        if (m_leaving == Leaving::AtOnce && m_pool->activeThreadCount() > 0) {
            m_pool->moveToThread(nullptr);
            QThreadPool::globalInstance()->start(wait);
        } else {
            wait();
        }
    }
    Q_DISABLE_COPY_MOVE(BackgroundQueue)

    /// Some work of this process was: the objects that live as long as the process are not to be destroyed under it.
    [[nodiscard]] static bool isAnyLeftBehind() { return leftBehind; }

    /// work() there, then(its value) here.
    template<typename Work, typename Then>
    void run(Work work, Then then)
    {
        m_pool->start([home = m_home, work = std::move(work), then = std::move(then)]() mutable {
            auto answer = work();
            home->bring([then = std::move(then), answer = std::move(answer)]() mutable {
                then(std::move(answer));
            });
        });
    }

private:
    /// Where the answers are taken; work that was left behind finds no receiver there.
    class Home {
    public:
        template<typename Answer>
        void bring(Answer answer)
        {
            const std::lock_guard lock(m_mutex);
            if (m_receiver)
                QMetaObject::invokeMethod(m_receiver.get(), std::move(answer),
                                          Qt::QueuedConnection);
        }
        void leave()
        {
            const std::lock_guard lock(m_mutex);
            m_receiver.reset();
        }

    private:
        std::mutex m_mutex;
        std::unique_ptr<QObject> m_receiver = std::make_unique<QObject>();
    };

    inline static std::atomic<bool> leftBehind = false;

    std::chrono::milliseconds m_patience;
    Leaving m_leaving;
    std::shared_ptr<Home> m_home = std::make_shared<Home>();
    QThreadPool *m_pool = new QThreadPool; ///< its destructor would wait for what does not end
};

} // namespace lapwing::ui
