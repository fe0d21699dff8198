// SPDX-License-Identifier: MIT
#include "demo/deliveries.h"

#include "async/gather.h"
#include "demo/round.h"

namespace lapwing::demo {
namespace {

[[nodiscard]] QCoro::Task<> awaitCalls(Round *round, std::vector<Delivery> meals,
                                       std::stop_token stop)
{
    for (const Delivery &meal : meals)
        co_await round->eat(meal, stop);
}

[[nodiscard]] std::vector<QCoro::Task<>> startTasks(Round *round,
                                                    const std::vector<Delivery> &meals,
                                                    const std::stop_token &stop)
{
    std::vector<QCoro::Task<>> tasks;
    for (const Delivery &meal : meals)
        tasks.push_back(round->eat(meal, stop)); // a task starts when it is called
    return tasks;
}

[[nodiscard]] QCoro::Task<> awaitTasks(Round *round, std::vector<Delivery> meals,
                                       std::stop_token stop)
{
    std::vector<QCoro::Task<>> tasks = startTasks(round, meals, stop);
    for (QCoro::Task<> &task : tasks)
        co_await task;
}

[[nodiscard]] QCoro::Task<> gatherTasks(Round *round, std::vector<Delivery> meals,
                                        std::stop_token stop)
{
    co_await async::gather(startTasks(round, meals, stop));
}

} // namespace

std::vector<Delivery> deliveries(double scale)
{
    const auto scaled = [scale](double ms) {
        return std::chrono::milliseconds(qRound64(ms * scale));
    };
    return {{QStringLiteral("A"), scaled(5000)},
            {QStringLiteral("B"), scaled(3000)},
            {QStringLiteral("C"), scaled(4000)}};
}

QUrl linkOf(const Delivery &delivery, const QUrl &address)
{
    QUrl link = address;
    link.setPath(QStringLiteral("/meal-%1/size-%2/%3.bin")
                     .arg(delivery.meal.count())
                     .arg(1024 * 1024)
                     .arg(delivery.name));
    return link;
}

QCoro::Task<Served> serve(Mode mode, QUrl address, double scale, Tell tell, std::stop_token stop)
{
    Round round(std::move(address), std::move(tell));
    const std::vector<Delivery> meals = deliveries(scale);
    switch (mode) {
    case Mode::OneAtATime:
        co_await awaitCalls(&round, meals, stop);
        break;
    case Mode::Tasks:
        co_await awaitTasks(&round, meals, stop);
        break;
    case Mode::Gather:
        co_await gatherTasks(&round, meals, stop);
        break;
    }
    co_return round.served();
}

} // namespace lapwing::demo
