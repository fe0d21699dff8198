// SPDX-License-Identifier: MIT
#include "demo/workload.h"

#include "async/future.h"
#include "async/gather.h"
#include "demo/demoround.h"

#include <ctime>
#include <thread>

namespace lapwing::demo {
namespace {

using std::chrono::nanoseconds;

nanoseconds processorTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

void block(nanoseconds time)
{
    std::this_thread::sleep_for(time);
}

/// So much work, however long that takes: where there are fewer processors than workers, it takes longer.
void burn(nanoseconds time)
{
    const nanoseconds begun = processorTime();
    while (processorTime() - begun < time) { }
}

/// What one guest needs; its link delivers at once.
struct WorkloadGuest {
    DemoRound *round;
    int index;
    nanoseconds meal;
    void (*wait)(nanoseconds time);
    QThreadPool *threads; ///< null: on the loop
};

[[nodiscard]] QCoro::Task<> serveGuest(WorkloadGuest guest, std::stop_token stop)
{
    const bool isHere = co_await guest.round->fetchDelivery(guest.index, stop);
    if (!isHere)
        co_return;
    if (guest.threads == nullptr) {
        guest.wait(guest.meal); // the mistake that this shows
    } else {
        auto work = [wait = guest.wait, meal = guest.meal] { wait(meal); };
        co_await async::result(async::onPool(guest.threads, std::move(work)));
    }
    guest.round->collect(guest.index);
}

} // namespace

QCoro::Task<DemoResult> runWorkload(WorkKind kind, WorkPlace place, QUrl address, double scale,
                                    Tell tell, std::stop_token stop)
{
    QThreadPool threads;
    threads.setMaxThreadCount(3); // one for each guest
    const std::vector<Delivery> meals = deliveries(scale);
    std::vector<QUrl> links;
    for (const Delivery &delivery : meals)
        links.push_back(linkOf({delivery.name, std::chrono::milliseconds(0)}, address));
    DemoRound round(planOf(links, plan::Mode::Together), std::move(tell));
    std::vector<QCoro::Task<>> guests;
    for (int index = 0; index < round.guests(); ++index) {
        guests.push_back(serveGuest({&round, index, meals[static_cast<std::size_t>(index)].meal,
                                     kind == WorkKind::Blocking ? &block : &burn,
                                     place == WorkPlace::Loop ? nullptr : &threads},
                                    stop));
    }
    co_await async::gather(std::move(guests));
    co_return round.served();
}

} // namespace lapwing::demo
