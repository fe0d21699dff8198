// SPDX-License-Identifier: MIT
#include "demo/deliveries.h"

#include "async/gather.h"
#include "demo/demoround.h"

#include <QFileInfo>

namespace lapwing::demo {
namespace {

[[nodiscard]] QCoro::Task<> awaitCalls(DemoRound *round, std::stop_token stop)
{
    for (int index = 0; index < round->guests(); ++index)
        co_await round->wait(index, stop);
}

[[nodiscard]] std::vector<QCoro::Task<>> startTasks(DemoRound *round, const std::stop_token &stop)
{
    std::vector<QCoro::Task<>> tasks;
    for (int index = 0; index < round->guests(); ++index)
        tasks.push_back(round->wait(index, stop)); // a task starts when it is called
    return tasks;
}

[[nodiscard]] QCoro::Task<> awaitTasks(DemoRound *round, std::stop_token stop)
{
    std::vector<QCoro::Task<>> tasks = startTasks(round, stop);
    for (QCoro::Task<> &task : tasks)
        co_await task;
}

[[nodiscard]] QCoro::Task<> gatherTasks(DemoRound *round, std::stop_token stop)
{
    co_await async::gather(startTasks(round, stop));
}

[[nodiscard]] std::vector<QUrl> linksOf(const std::vector<Delivery> &meals, const QUrl &address)
{
    std::vector<QUrl> links;
    for (const Delivery &meal : meals)
        links.push_back(linkOf(meal, address));
    return links;
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

plan::Plan planOf(const std::vector<QUrl> &links, plan::Mode mode)
{
    plan::Plan plan;
    for (const QUrl &link : links)
        plan.entries.push_back({static_cast<int>(plan.entries.size()) + 1,
                                link,
                                {},
                                QFileInfo(link.path()).completeBaseName()});
    plan.mode = mode;
    plan.atOnce = mode == plan::Mode::OneAtATime ? 1 : static_cast<int>(links.size());
    plan.destination.kind = plan::Destination::Kind::Discard;
    return plan;
}

QCoro::Task<DemoResult> serve(DemoMode mode, QUrl address, double scale, Tell tell,
                              std::stop_token stop)
{
    const plan::Mode way =
        mode == DemoMode::OneAtATime ? plan::Mode::OneAtATime : plan::Mode::Together;
    DemoRound round(planOf(linksOf(deliveries(scale), address), way), std::move(tell));
    switch (mode) {
    case DemoMode::OneAtATime:
        co_await awaitCalls(&round, stop);
        break;
    case DemoMode::Tasks:
        co_await awaitTasks(&round, stop);
        break;
    case DemoMode::Gather:
        co_await gatherTasks(&round, stop);
        break;
    }
    co_return round.served();
}

} // namespace lapwing::demo
