// SPDX-License-Identifier: MIT
#include "demo/round.h"

namespace lapwing::demo {

Round::Round(QUrl address, Tell tell)
    : m_address(std::move(address))
    , m_tell(std::move(tell))
    , m_transport(std::make_shared<async::SteadyClock>())
    , m_loop([this] { return m_transport.now(); },
             [this](record::Stamp since) {
                 if (m_tell.stoodStill)
                     m_tell.stoodStill(since);
             })
{
}

QCoro::Task<> Round::eat(Delivery delivery, std::stop_token stop)
{
    const QUrl link = linkOf(delivery, m_address);
    const bool isHere = co_await fetchMeal(delivery.name, link, stop);
    if (isHere)
        collect(delivery.name);
}

QCoro::Task<bool> Round::fetchMeal(QString name, QUrl link, std::stop_token stop)
{
    engine::FetchRequest request(plan::Entry{1, link, {}, name});
    request.tell = [this, name](const engine::Progress &progress) {
        if (progress.state != record::TaskState::Downloading || m_delivered.contains(name))
            return;
        const record::Stamp now = m_transport.now();
        m_delivered[name] = now;
        note({Event::Kind::Delivered, name, now, now});
    };
    note({Event::Kind::Ordered, name, m_transport.now(), {}});
    engine::DiscardingSink bowl;
    const engine::FetchResult result =
        co_await engine::fetch(&m_transport, std::move(request), &bowl, stop);
    if (result.attempt.failure)
        m_served.failure = result.attempt.failure;
    co_return !result.attempt.failure;
}

void Round::collect(const QString &name)
{
    note({Event::Kind::Collected, name, m_transport.now(), m_delivered[name]});
}

Served Round::served()
{
    m_served.elapsed = m_transport.now();
    m_served.loop = m_loop.loop();
    return std::move(m_served);
}

void Round::note(Event event)
{
    if (m_tell.event)
        m_tell.event(event);
    m_served.events.push_back(std::move(event));
}

} // namespace lapwing::demo
