// SPDX-License-Identifier: MIT
#include "engine/disk/diskthreads.h"

#include <QtGlobal>

#include <mutex>
#include <vector>

namespace lapwing::engine {
namespace {

/// To destroy a pool is to wait for it.
void leaveBehind(std::unique_ptr<QThreadPool> pool)
{
    static std::mutex mutex;
    static auto *const left = new std::vector<std::unique_ptr<QThreadPool>>;
    const std::lock_guard lock(mutex);
    left->push_back(std::move(pool));
}

} // namespace

DiskThreads::DiskThreads() : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(maxThreads);
}

DiskThreads::~DiskThreads()
{
    if (!isGivenUp() || m_pool->waitForDone(0))
        return;
    qWarning("lapwing: the disk does not respond; operations left unfinished: %d",
             m_begun - *m_ended);
    leaveBehind(std::move(m_pool));
}

QCoro::Task<> DiskThreads::giveUpWhenSilent(async::Clock *clock, std::stop_token over)
{
    int before = *m_ended;
    while (co_await clock->sleepFor(patience, over)) {
        const int ended = *m_ended;
        if (ended == before && !isIdle()) {
            giveUp();
            co_return;
        }
        before = ended;
    }
}

} // namespace lapwing::engine
