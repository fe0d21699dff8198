// SPDX-License-Identifier: MIT
#include "demo/eating.h"

#include "async/future.h"
#include "async/gather.h"
#include "demo/round.h"

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
struct Guest {
    Round *round;
    Delivery delivery;
    QUrl link;
    void (*eat)(nanoseconds time);
    QThreadPool *threads; ///< null: on the loop
};

[[nodiscard]] QCoro::Task<> serveGuest(Guest guest, std::stop_token stop)
{
    const QString name = guest.delivery.name;
    const bool isHere = co_await guest.round->fetchMeal(name, guest.link, stop);
    if (!isHere)
        co_return;
    const nanoseconds meal = guest.delivery.meal;
    if (guest.threads == nullptr) {
        guest.eat(meal); // the mistake that this shows
    } else {
        auto work = [eat = guest.eat, meal] { eat(meal); };
        co_await async::result(async::onPool(guest.threads, std::move(work)));
    }
    guest.round->collect(name);
}

} // namespace

QCoro::Task<Served> serveMeals(Eating eating, Place place, QUrl address, double scale, Tell tell,
                               std::stop_token stop)
{
    QThreadPool threads;
    threads.setMaxThreadCount(3); // one for each guest
    Round round(address, std::move(tell));
    std::vector<QCoro::Task<>> guests;
    for (const Delivery &delivery : deliveries(scale)) {
        const QUrl link = linkOf({delivery.name, std::chrono::milliseconds(0)}, address);
        guests.push_back(
            serveGuest({&round, delivery, link, eating == Eating::Blocking ? &block : &burn,
                        place == Place::Loop ? nullptr : &threads},
                       stop));
    }
    co_await async::gather(std::move(guests));
    co_return round.served();
}

} // namespace lapwing::demo
