// SPDX-License-Identifier: MIT
#include "demo/deliveries.h"

#include "async/gather.h"
#include "engine/fetch.h"

namespace lapwing::demo {
namespace {

/// A round at the table: what its three guests share.
class Round {
public:
    Round(QUrl address, std::function<void(const Event &)> tell)
        : m_address(std::move(address))
        , m_tell(std::move(tell))
        , m_transport(std::make_shared<async::SteadyClock>())
    {
    }

    /// One guest: orders, waits for the delivery, eats, and the bowl is collected.
    [[nodiscard]] QCoro::Task<> eat(Delivery delivery, std::stop_token stop)
    {
        std::optional<record::Stamp> delivered;
        engine::FetchRequest request(
            plan::Entry{1, linkOf(delivery, m_address), {}, delivery.name});
        request.tell = [this, &delivered, name = delivery.name](const engine::Progress &progress) {
            if (delivered || progress.state != record::TaskState::Downloading)
                return;
            delivered = m_transport.now();
            note({Event::Kind::Delivered, name, *delivered, *delivered});
        };
        note({Event::Kind::Ordered, delivery.name, m_transport.now(), {}});
        engine::DiscardingSink bowl;
        const engine::FetchResult result =
            co_await engine::fetch(&m_transport, std::move(request), &bowl, stop);
        if (result.attempt.failure)
            m_served.failure = result.attempt.failure;
        else
            note({Event::Kind::Collected, delivery.name, m_transport.now(), *delivered});
    }

    [[nodiscard]] Served served()
    {
        m_served.elapsed = m_transport.now();
        return std::move(m_served);
    }

private:
    void note(Event event)
    {
        if (m_tell)
            m_tell(event);
        m_served.events.push_back(std::move(event));
    }

    QUrl m_address;
    std::function<void(const Event &)> m_tell;
    engine::Transport m_transport;
    Served m_served;
};

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

QCoro::Task<Served> serve(Mode mode, QUrl address, double scale,
                          std::function<void(const Event &)> tell, std::stop_token stop)
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
